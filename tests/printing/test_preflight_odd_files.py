"""What other programs leave in their files: hidden layers, masks, letters that cut, marks of printers."""

import barcode
import numpy as np
import pytest
from pikepdf import Array, Dictionary, Name, Stream
from PIL import Image

from config.formats import load_formats
from config.printers import load_printers
from pipeline.domain.printer import Book
from pipeline.domain.printing import find_target
from pipeline.prepress.preflight.judged import judged
from pipeline.prepress.preflight.reading import read_file
from tests.prepress.pages import (
    BOOK,
    POINTS,
    check,
    ground,
    helvetica,
    pdf,
    report,
    stream,
    target,
    text,
    verdicts,
    wrap,
)
from tests.prepress.test_preflight_corpus import jpeg_2000, picture

TO = target(own=False)
FRONT = wrap().front
COARSE = np.zeros((20, 20, 3), np.uint8)
TEMPLATE = b"q 400 0 0 300 0 0 cm /T Do Q" + text(b"Template", 2, 2, 5.0, b"1 0 0 rg")
RICH = b"1 1 1 1 k 0 0 900 900 re f"


def ean13(digits):
    return barcode.get("ean13", digits).build()[0]


def seen(folder, content=b"", **how):
    return report(folder, pdf(content, **how), TO)


def with_template(file):
    return {**helvetica(file), "/XObject": {"/T": stream(file, COARSE, "/DeviceRGB")}}


def layered(default, mark=b"/L"):
    """A change that puts a layer into a file; `default` is told the layer."""

    def change(file):
        layer = file.make_indirect(Dictionary(Type=Name.OCG, Name="Template"))
        rule = Dictionary(Type=Name.OCMD, OCGs=Array([layer]), P=Name.AllOn)
        file.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=default(layer))
        named = layer if mark == b"/L" else rule
        file.pages[0].obj.Resources.Properties = Dictionary({mark.decode(): named})

    return change


OFF = layered(lambda layer: Dictionary(OFF=Array([layer])))
HIDING = {
    "switched off": (b"/L", OFF),
    "not switched on": (b"/L", layered(lambda _: Dictionary(BaseState=Name.OFF))),
    "by a rule": (b"/R", layered(lambda layer: Dictionary(OFF=Array([layer])), b"/R")),
}


@pytest.mark.parametrize("how", HIDING)
def test_what_is_hidden_is_told_as_a_layer_and_not_as_if_it_were_printed(how, tmp_path):
    name, change = HIDING[how]
    content = b"/OC %s BDC /Span BMC EMC %s EMC" % (name, TEMPLATE)

    found = seen(tmp_path, content, resources=with_template, change=change)

    assert verdicts(found) == {"layers": "warn"}


def test_a_picture_that_lies_on_a_hidden_layer_itself_is_none(tmp_path):
    def change(file):
        OFF(file)
        resources = file.pages[0].obj.Resources
        resources.XObject["/T"].OC = resources.Properties["/L"]

    found = seen(tmp_path, b"q 400 0 0 300 0 0 cm /T Do Q", resources=with_template, change=change)

    assert verdicts(found) == {"layers": "warn"}


def test_a_layer_that_shows_is_printed(tmp_path):
    content = b"/OC /L BDC " + TEMPLATE + b" EMC"

    found = seen(tmp_path, content, resources=with_template, change=layered(lambda _: Dictionary()))

    assert {"fonts", "image-resolution", "colour-space"} <= set(verdicts(found))


def states(**given):
    return lambda file: {"/ExtGState": {"/G": Dictionary(**{k: v(file) for k, v in given.items()})}}


def shade(file):
    return Dictionary(
        S=Name.Luminosity, G=file.make_indirect(Stream(file, b"0.1 g 0 0 900 900 re f"))
    )


@pytest.mark.parametrize(("content", "how"), [
    (b"q /G gs " + RICH + b" Q", {"resources": states(SMask=shade)}),
    (b"q /G gs 0 0 0 0.6 k 0 0 900 900 re f Q", {"resources": states(BM=lambda _: Name.Overlay)}),
    (text(b"Tide", FRONT.x + 10, 50, 40, b"7 Tr 0 0 0 1 k") + RICH, {"resources": helvetica}),
    (b"q 400 0 0 300 0 0 cm /T Do Q", {"resources": lambda file: {"/XObject": {"/T": stream(
        file, ground((255, 255, 255, 255)), "/DeviceCMYK", Mask=Array([255, 255] * 4))}}}),
], ids=["a mask", "a blend", "letters", "a colour left out"])  # fmt: skip
def test_of_ink_behind_what_is_not_followed_nothing_is_claimed(content, how, tmp_path):
    found = seen(tmp_path, content, **how)

    assert check(found, "total-ink") is None
    assert "total-ink" in found.unmeasured


def test_ink_that_a_mask_of_one_bit_hides_is_none(tmp_path):
    def made(file):
        hides = file.make_indirect(Stream(file, b"\xff" * 8, Type=Name.XObject, Subtype=Name.Image, Width=8,
                                          Height=8, ImageMask=True, BitsPerComponent=1))  # fmt: skip
        return {"/XObject": {"/T": stream(file, ground((255,) * 4), "/DeviceCMYK", Mask=hides)}}

    found = seen(tmp_path, b"q 400 0 0 300 0 0 cm /T Do Q", resources=made)

    assert check(found, "total-ink").measured == 80


def test_opacity_inside_a_jpeg_2000_picture_is_found(tmp_path):
    inside = picture(jpeg_2000("RGBA", (9, 60, 90, 120)), (60, 50), "JPXDecode", SMaskInData=1)

    found = seen(tmp_path, b"q 9 0 0 9 9 9 cm /X Do Q", resources=inside)

    assert check(found, "transparency").verdict == "warn"


def test_outlined_letters_have_the_ink_of_their_outlines(tmp_path):
    stroked = text(b"Lantern", FRONT.x + 10, 50, 9, b"1 Tr 0 0 0 0 k 1 1 1 1 K")

    assert check(seen(tmp_path, stroked, resources=helvetica), "type-inks").measured == 400


def test_a_blank_page_is_no_cover(tmp_path):
    assert verdicts(seen(tmp_path, b"0 g 1 g 0 0 5000 5000 re f")) == {"blank": "fail"}


def test_what_printers_put_into_a_file_themselves_is_no_note(tmp_path):
    def marked(file):
        kinds = (Name.PrinterMark, Name.TrapNet)
        file.pages[0].obj.Annots = Array(
            [Dictionary(Subtype=kind, Rect=[0, 0, 1, 1]) for kind in kinds]
        )

    assert check(seen(tmp_path, change=marked), "extras") is None


def test_a_palette_that_could_be_seen_through_and_is_not_is_opaque(tmp_path):
    Image.new("P", (1016, 1370), 3).save(tmp_path / "a.png", transparency=bytes([255] * 4))

    found = judged(read_file(tmp_path / "a.png"), TO)

    assert check(found, "transparency").verdict == "pass"


@pytest.mark.parametrize(("name", "verdict"), [("kdp-6x9", "fail"), ("offset-6x9", "warn")])
def test_a_form_for_uploads_takes_no_picture_for_a_full_cover(name, verdict, tmp_path):
    Image.new("RGB", (391, 277), (9, 60, 90)).save(tmp_path / "a.png")
    aim = find_target(name, load_printers(), load_formats())

    found = judged(read_file(tmp_path / "a.png"), aim, Book(pages=312, paper=""))

    assert check(found, "file-kind").verdict == verdict


@pytest.mark.parametrize(
    ("corner", "off"), [((13.7, 9.3), 0), ((-0.33, 0.001), 0), ((0, 0), 0.005)]
)
def test_a_trim_box_that_is_the_page_says_nothing_of_the_knife(corner, off, tmp_path):
    def moved(file):
        page, (x, y), sheet = file.pages[0].obj, corner, wrap().sheet
        edges = (x, y, x + sheet.w * POINTS, y + sheet.h * POINTS)
        page.MediaBox = list(edges)
        page.TrimBox = [edges[0] + off, edges[1] + off, edges[2] - off, edges[3] - off]

    assert verdicts(seen(tmp_path, change=moved)) == {}


@pytest.mark.parametrize("coded", [b"#b9#d9#c5#c1", b"#eb#b0#94#ed#83#95"])
def test_names_in_the_bytes_of_korean_programs_are_read(coded, tmp_path):
    def tinted(file):
        tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0] * 4, C1=[0, 1, 1, 0], N=1)
        return {"/ColorSpace": {"/S": Array([Name.Separation, Name.ZZZZ, Name.DeviceCMYK, tint])},
                "/Font": {"/F1": Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.ZZZZ)}}  # fmt: skip

    made = pdf(text(b"Tide", FRONT.x + 10, 50, 40, b"/S cs 1 scn"), resources=tinted)
    made.save(tmp_path / "a.pdf", qdf=True)
    (tmp_path / "a.pdf").write_bytes((tmp_path / "a.pdf").read_bytes().replace(b"ZZZZ", coded))

    found = judged(read_file(tmp_path / "a.pdf"), TO, BOOK)

    assert (check(found, "fonts").measured, check(found, "spot-colours").measured) == (
        "바탕",
        "바탕",
    )


def test_the_bars_of_a_barcode_that_lies_on_its_side_are_vectors(tmp_path):
    modules = ean13("9788937460449")
    bars = b"".join(b"%d 0 1 60 re f " % x for x, one in enumerate(modules) if one == "1")
    content = b"0 0 0 0 k 60 60 90 160 re f q 0 1 -1 0 140 90 cm 0 0 0 1 k " + bars + b" Q"

    found = report(tmp_path, pdf(content), target())

    assert check(found, "barcode").measured == "9788937460449"
    assert check(found, "barcode-ink").verdict == "pass"
