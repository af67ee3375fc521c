"""What ISO 15930-1 and -3 demand of a file, looked up in the file by another library than wrote it."""

import io
import re
from itertools import pairwise

import pypdf
from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

STANDARDS = {
    "PDF/X-1a:2001": ("PDF/X-1:2001", "PDF/X-1a:2001"),
    "PDF/X-3:2002": ("PDF/X-3:2002", None),
}
FORBIDDEN_FILTERS = {"/LZWDecode", "/JBIG2Decode", "/JPXDecode", "/Crypt"}
NEWER_THAN_1_3 = {"/SMask", "/OCProperties", "/OC", "/Group"}
FORBIDDEN = {"/JavaScript", "/JS", "/AA", "/OpenAction", "/AcroForm", "/Annots", "/OPI", "/Encrypt",
             "/TR", "/HTP", "/EmbeddedFiles"}  # fmt: skip
RGB_OPERATORS = re.compile(rb"(?<![\w.])(?:rg|RG|sc|SC|scn|SCN|cs|CS|sh|BI)(?![\w.])")
DATE = re.compile(r"D:\d{14}(Z|[+-]\d{2}'\d{2}')")


def broken_rules(content, standard):
    """Every rule of `standard` that a file breaks, in words; none for a file that keeps it."""
    reader = pypdf.PdfReader(io.BytesIO(content))
    page = reader.pages[0]
    checks = (_header(content, reader), _information(reader, standard), _boxes(page),
              _intent(reader), _objects(reader), _operators(page), _images(page))  # fmt: skip
    return [said for found in checks for said in found]


def _header(content, reader):
    if not content.startswith(b"%PDF-1.3"):
        yield "is no PDF 1.3"
    if "/ID" not in reader.trailer:
        yield "has no ID"
    if b"/ObjStm" in content or b"/XRef" in content:
        yield "has compressed objects, which PDF 1.3 does not know"


def _information(reader, standard):
    said = reader.trailer["/Info"].get_object()
    version, conformance = STANDARDS[standard]
    if said.get("/GTS_PDFXVersion") != version:
        yield f"says it is {said.get('/GTS_PDFXVersion')}"
    if said.get("/GTS_PDFXConformance") != conformance:
        yield f"says it conforms to {said.get('/GTS_PDFXConformance')}"
    if said.get("/Trapped") not in {"/True", "/False"}:
        yield "does not say whether it is trapped"
    for date in ("/CreationDate", "/ModDate"):
        if not DATE.fullmatch(said.get(date, "")):
            yield f"has no {date}"
    if not said.get("/Title"):
        yield "has no title"


def _boxes(page):
    if "/TrimBox" not in page and "/ArtBox" not in page:
        yield "has no TrimBox"
    if "/TrimBox" in page and "/ArtBox" in page:
        yield "has both TrimBox and ArtBox"
    boxes = [page[name] for name in ("/TrimBox", "/BleedBox", "/MediaBox") if name in page]
    for inner, outer in pairwise(boxes):
        if not (outer[0] <= inner[0] and outer[1] <= inner[1]
                and inner[2] <= outer[2] and inner[3] <= outer[3]):  # fmt: skip
            yield "has boxes that do not lie in one another"


def _intent(reader):
    intents = reader.trailer["/Root"].get("/OutputIntents", [])
    ours = [one.get_object() for one in intents if one.get_object()["/S"] == "/GTS_PDFX"]
    if len(ours) != 1:
        yield f"has {len(ours)} output intents"
        return
    intent = ours[0]
    for key in ("/OutputConditionIdentifier", "/RegistryName", "/Info"):
        if not intent.get(key):
            yield f"has an output intent without {key}"
    icc = intent["/DestOutputProfile"].get_object().get_data()
    if icc[36:40] != b"acsp" or icc[12:16] != b"prtr" or icc[16:20] != b"CMYK" or icc[8] > 2:
        yield "has an output profile that is no CMYK press profile of version 2"


def _objects(reader):
    for item in _everything(reader):
        keys = set(item)
        for key in sorted(keys & (FORBIDDEN | NEWER_THAN_1_3)):
            if not (key == "/SMask" and item[key] == "/None"):
                yield f"has {key}"
        if item.get("/Type") == "/Font":
            yield "has a font, where lettering is to be outlines"
        if item.get("/BM", "/Normal") not in {"/Normal", "/Compatible"}:
            yield "blends"
        if item.get("/CA", 1) != 1 or item.get("/ca", 1) != 1:
            yield "is transparent"
        if isinstance(item, StreamObject) and _filters(item) & FORBIDDEN_FILTERS:
            yield f"packs with {_filters(item)}"


def _everything(reader):
    """Every dictionary of the file, however deep."""
    left = [reader.get_object(number) for number in range(1, int(reader.trailer["/Size"]))]
    while left:
        item = left.pop()
        if isinstance(item, DictionaryObject):
            yield item
            left += [value for value in item.values() if isinstance(value, dict | list)]
        elif isinstance(item, ArrayObject):
            left += [value for value in item if isinstance(value, dict | list)]


def _filters(item):
    found = item.get("/Filter", [])
    return {found} if isinstance(found, str) else set(found)


def _operators(page):
    found = RGB_OPERATORS.findall(page.get_contents().get_data())
    if found:
        yield f"draws in another space than DeviceCMYK: {sorted(set(found))}"


def _images(page):
    for item in page["/Resources"].get("/XObject", {}).values():
        image = item.get_object()
        if image["/Subtype"] != "/Image":
            yield "has a form"
        elif image.get("/ColorSpace") not in ("/DeviceCMYK", "/DeviceGray"):
            yield f"has a picture in {image.get('/ColorSpace')}"
        elif "/Mask" in image or "/Alternates" in image:
            yield "has a picture with a mask or others in its stead"
