"""What a PDF file for printing says of itself: its standard, dates, boxes and printing condition."""

from datetime import UTC, datetime

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from pipeline.domain.printer import PdfStandard
from pipeline.domain.wrap import RectMm, Wrap
from pipeline.prepress.inks import REGISTRY, Profile
from pipeline.stages.imprint import SOFTWARE, Imprint, xmp

LAYER = "Guides"
_VERSIONS = {
    PdfStandard.X1A: {"/GTS_PDFXVersion": "PDF/X-1:2001", "/GTS_PDFXConformance": "PDF/X-1a:2001"},
    PdfStandard.X3: {"/GTS_PDFXVersion": "PDF/X-3:2002"},
}
"""ISO 15930-1, 6.1; ISO 15930-3, 6.1."""
_CLAIMS = ("/GTS_PDFXVersion", "/GTS_PDFXConformance")


def add_names(pdf: pikepdf.Pdf, imprint: Imprint, standard: PdfStandard, made_at: datetime) -> None:
    """Title, author, dates, and the standard that the file keeps.

    Both standards demand a title, both dates, and to be told that nothing is trapped yet.
    """
    date = made_at.astimezone(UTC).strftime("D:%Y%m%d%H%M%SZ")
    said = {
        "/Title": imprint.title or SOFTWARE, "/Author": imprint.author, "/Subject": imprint.subject,
        "/Keywords": ", ".join(imprint.keywords), "/Creator": SOFTWARE, "/Producer": SOFTWARE,
        "/CreationDate": date, "/ModDate": date, **_VERSIONS[standard],
    }  # fmt: skip
    information = Dictionary({key: String(text) for key, text in said.items() if text})
    information.Trapped = Name("/False")
    pdf.trailer.Info = pdf.make_indirect(information)
    metadata = pikepdf.Stream(pdf, xmp(imprint))
    metadata.Type, metadata.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = pdf.make_indirect(metadata)


def drop_standard(pdf: pikepdf.Pdf) -> None:
    """Takes back what a file says of the standard that it keeps."""
    for key in _CLAIMS:
        if key in pdf.docinfo:
            del pdf.docinfo[key]


def add_boxes(page: pikepdf.Page, wrap: Wrap, margin_mm: float, points_per_mm: float) -> None:
    """The paper, the sheet with bleed or turn-in, and the finished cover (ISO 15930-1, 6.8)."""
    paper = wrap.sheet.inset(-margin_mm)

    def box(part: RectMm) -> Array:
        # from the lower left corner of the paper, upwards
        edges = (part.x - paper.x, paper.bottom - part.bottom, part.right - paper.x,
                 paper.bottom - part.y)  # fmt: skip
        return Array([round(edge * points_per_mm, 6) for edge in edges])

    page.MediaBox = box(paper)
    page.BleedBox = box(wrap.sheet)
    page.TrimBox = box(wrap.trim)


def add_output_intent(pdf: pikepdf.Pdf, printing: Profile) -> None:
    """The printing condition by its registered name, with its profile (ISO 15930-1, 6.9)."""
    icc = pikepdf.Stream(pdf, printing.icc)
    icc.N, icc.Alternate = 4, Name.DeviceCMYK
    intent = Dictionary(
        Type=Name.OutputIntent, S=Name.GTS_PDFX, DestOutputProfile=pdf.make_indirect(icc),
        OutputConditionIdentifier=String(printing.condition), RegistryName=String(REGISTRY),
        OutputCondition=String(printing.title), Info=String(printing.title),
    )  # fmt: skip
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])


def add_layer(pdf: pikepdf.Pdf, page: pikepdf.Page) -> str:
    """An optional content group (ISO 32000-1, 8.11), seen on screens and not printed; its name."""
    layer = pdf.make_indirect(
        Dictionary(
            Type=Name.OCG,
            Name=String(LAYER),
            Intent=Name.View,
            Usage=Dictionary(
                Print=Dictionary(PrintState=Name.OFF), View=Dictionary(ViewState=Name.ON)
            ),
        )
    )
    events = [
        Dictionary(Event=Name(event), Category=Array([Name(event)]), OCGs=Array([layer]))
        for event in ("/View", "/Print")
    ]
    pdf.Root.OCProperties = Dictionary(
        OCGs=Array([layer]),
        D=Dictionary(Name=String(LAYER), Order=Array([layer]), ON=Array([layer]), AS=Array(events)),
    )
    page.Resources.Properties = Dictionary(Guides=layer)
    return LAYER
