"""Odd files of other programs, and what a prepress operator says to each: no more, and no less."""

import io

import numpy as np
import pytest
from pikepdf import Array, Dictionary, Name, Stream
from PIL import Image

from pipeline.prepress.preflight.judged import judged
from pipeline.prepress.preflight.reading import read_file
from tests.prepress.pages import (
    BOOK,
    POINTS,
    check,
    helvetica,
    pdf,
    report,
    target,
    text,
    verdicts,
    wrap,
)

TO = target(own=False)
SHEET, FRONT = wrap().sheet, wrap().front
SIDES = (SHEET.w * POINTS, SHEET.h * POINTS)
PAINT = b"q %f 0 0 %f 0 0 cm /X Do Q" % SIDES
SMALL = b"q 50 0 0 50 0 0 cm /X Do Q"
RICH, PLAIN = (1, 1, 1, 1), (0, 0, 0, 0)


def picture(content, size, code=None, **more):
    """An image's resources; `code` is how its content is packed."""

    def made(file):
        image = Stream(file, content, Type=Name.XObject, Subtype=Name.Image, Width=size[0],
                       Height=size[1], **more)  # fmt: skip
        if code:
            image.Filter = Name("/" + code)
        return {"/XObject": {"/X": file.make_indirect(image)}}

    return made


def with_resources(**more):
    def change(file):
        for name, value in more.items():
            file.pages[0].obj.Resources[f"/{name}"] = Dictionary(value(file))

    return change


def blend(most, space=Name.DeviceCMYK, least=PLAIN):
    curve = Dictionary(FunctionType=2, Domain=[0, 1], C0=list(least), C1=list(most), N=1)
    return Dictionary(ShadingType=2, ColorSpace=space, Coords=[0, 0, SIDES[0], 0], Function=curve,
                      Extend=[True, True])  # fmt: skip


def tile(file, content, **resources):
    return file.make_indirect(Stream(
        file, content, PatternType=1, PaintType=1, TilingType=1, BBox=[0, 0, 99, 99], XStep=99,
        YStep=99, Resources=Dictionary(**resources)))  # fmt: skip


def jpeg_2000(mode, fill):
    content = io.BytesIO()
    Image.new(mode, (60, 50), fill).save(content, "JPEG2000")
    return content.getvalue()


def seen(folder, content=b"", **how):
    return report(folder, pdf(content, **how), TO)


def test_ink_that_cannot_be_read_is_told_even_if_the_rest_is_light(tmp_path):
    broken = picture(b"?", (900, 900), "JPXDecode", ColorSpace=Name.DeviceCMYK, BitsPerComponent=8)

    found = seen(tmp_path, SMALL, resources=broken)

    assert check(found, "total-ink") is None
    assert "total-ink" in found.unmeasured


def test_an_unread_picture_with_one_ink_leaves_nothing_open(tmp_path):
    fax = picture(b"?", (900, 900), "JBIG2Decode", ColorSpace=Name.DeviceGray, BitsPerComponent=1)

    assert "total-ink" not in seen(tmp_path, SMALL, resources=fax).unmeasured


@pytest.mark.parametrize(("mode", "fill", "colours"), [("RGB", (9, 60, 90), "RGB"), ("L", 90, "GRAY")])  # fmt: skip
def test_a_jpeg_2000_picture_has_the_colours_that_are_in_it(mode, fill, colours, tmp_path):
    found = seen(tmp_path, PAINT, resources=picture(jpeg_2000(mode, fill), (60, 50), "JPXDecode"))

    assert colours in check(found, "colour-space").measured


HEAVY = {
    "a stencil": (b"1 1 1 1 k " + PAINT, {"resources": picture(bytes(8), (8, 8), ImageMask=True)}),
    "a gradient": (b"/S sh", {"change": with_resources(Shading=lambda _: {"/S": blend(RICH)})}),
    "a pattern of gradients": (b"/Pattern cs /P scn 0 0 900 900 re f", {"change": with_resources(
        Pattern=lambda _: {"/P": Dictionary(PatternType=2, Shading=blend(RICH))})}),
    "tiles": (b"/Pattern cs /P scn 0 0 900 900 re f", {"change": with_resources(
        Pattern=lambda file: {"/P": tile(file, b"1 1 1 1 k 0 0 60 60 re f")})}),
    "a title": (text(b"Tide", FRONT.x + 10, 50, 40, b"1 1 1 1 k"), {"resources": helvetica}),
}  # fmt: skip


@pytest.mark.parametrize("what", HEAVY)
def test_all_inks_at_once_are_too_much_in_whatever_they_are_laid_down(what, tmp_path):
    content, how = HEAVY[what]

    found = seen(tmp_path, content, **how)

    assert (check(found, "total-ink").verdict, check(found, "total-ink").measured) == ("fail", 400)


def test_an_inline_picture_in_inks_is_told_as_unread(tmp_path):
    inline = b"q 99 0 0 99 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /CMYK ID \xff\xff\xff\xff EI Q"

    assert "total-ink" in seen(tmp_path, inline).unmeasured


def test_a_pattern_hides_neither_colours_nor_transparency(tmp_path):
    cells = with_resources(Pattern=lambda file: {"/P": tile(
        file, b"/G gs 1 0 0 rg 0 0 60 60 re f", ExtGState=Dictionary(G=Dictionary(ca=0.5)))})  # fmt: skip

    found = seen(tmp_path, b"/Pattern cs /P scn 0 0 900 900 re f", change=cells)

    assert verdicts(found) == {"colour-space": "warn", "transparency": "warn"}


def test_a_font_that_is_in_the_file_once_and_once_not_is_missing(tmp_path):
    def fonts(file):
        inside = Dictionary(Type=Name.FontDescriptor, FontFile=file.make_stream(b"?"))
        whole = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica,
                           FontDescriptor=inside)  # fmt: skip
        return {"/Font": {"/F0": file.make_indirect(whole), **helvetica(file)["/Font"]}}

    words = b"BT /F0 12 Tf (a) Tj ET" + text(b"Lantern", FRONT.x + 10, 50, 24)

    assert check(seen(tmp_path, words, resources=fonts), "fonts").measured == "Helvetica"


def opens(**root):
    return lambda file: file.Root.update({f"/{key}": value for key, value in root.items()})


def acts_on_its_page(file):
    file.pages[0].obj.AA = Dictionary(O=Dictionary(S=Name.JavaScript, JS="1"))


@pytest.mark.parametrize("change", [
    opens(OpenAction=Dictionary(S=Name.JavaScript, JS="app.alert(1)")), acts_on_its_page,
])  # fmt: skip
def test_scripts_are_found_wherever_they_hang(change, tmp_path):
    assert verdicts(seen(tmp_path, change=change)) == {"extras": "warn"}


def test_where_a_file_opens_and_a_form_without_fields_are_no_scripts(tmp_path):
    harmless = opens(OpenAction=Dictionary(S=Name.GoTo, D=Array([])),
                     AcroForm=Dictionary(Fields=Array([])))  # fmt: skip

    assert verdicts(seen(tmp_path, change=harmless)) == {}


def cropped(*box):
    return lambda file: file.pages[0].obj.update({"/CropBox": [side * POINTS for side in box]})


def test_a_page_that_shows_less_than_its_trim_is_told_so(tmp_path):
    trim = (3, 3, SHEET.w - 3, SHEET.h - 3)

    found = seen(tmp_path, change=cropped(20, 20, 90, 90), boxes={"/TrimBox": trim})

    assert verdicts(found) == {"boxes": "warn"}


def test_without_a_trim_box_the_page_is_what_is_shown_of_it(tmp_path):
    shown = cropped(20, 20, 20 + SHEET.w, 20 + SHEET.h)

    found = seen(tmp_path, change=shown, size=(SHEET.w + 40, SHEET.h + 40))

    assert verdicts(found) == {}
    assert check(found, "marks") is None


def inherit(file):
    page = file.pages[0].obj
    for key in ("/MediaBox", "/Resources"):
        file.Root.Pages[key] = page[key]
        del page[key]


def double(file):
    file.pages[0].obj.MediaBox = [0, 0, *(side / 2 for side in SIDES)]
    file.pages[0].obj.UserUnit = 2


@pytest.mark.parametrize(("change", "unit"), [(inherit, 1), (double, 2)])
def test_lettering_is_found_on_pages_of_any_make(change, unit, tmp_path):
    words = text(b"Lantern", (FRONT.x + 10) / unit, 50 / unit, 24 / unit)

    found = seen(tmp_path, words, resources=helvetica, change=change)

    assert check(found, "title-size").verdict == "pass"
    assert check(found, "type-size").measured == pytest.approx(24, abs=0.1)


def test_three_millimetres_are_bleed_enough_where_an_eighth_of_an_inch_is_wanted(tmp_path):
    room = (0.2, 0.2, SHEET.w - 0.2, SHEET.h - 0.2)
    trim = (3, 3, SHEET.w - 3, SHEET.h - 3)

    found = seen(tmp_path, boxes={"/TrimBox": trim, "/BleedBox": room})

    assert (check(found, "bleed").verdict, check(found, "bleed").measured) == ("pass", 2.8)


def test_a_thin_line_is_a_note_and_no_refusal(tmp_path):
    assert verdicts(seen(tmp_path, b"0 w 9 9 m 99 99 l S")) == {"hairline": "warn"}


def upright(folder, name, mode, size, **how):
    Image.new(mode, size, {"LAB": (100, 0, 0)}.get(mode, (60, 90, 120))).save(folder / name, **how)
    return judged(read_file(folder / name), TO, BOOK)


def test_a_photograph_that_lies_on_its_side_is_measured_as_it_is_seen(tmp_path):
    turned = Image.Exif()
    turned[0x112] = 6

    found = upright(tmp_path, "a.jpg", "RGB", (1370, 1016), exif=turned)

    assert check(found, "image-resolution").measured == 300


def test_the_second_channel_of_lab_is_no_opacity(tmp_path):
    assert "transparency" not in verdicts(upright(tmp_path, "a.tif", "LAB", (1016, 1370)))


def test_a_fine_pattern_is_read_once_and_told_as_unread(tmp_path):
    fine = with_resources(Pattern=lambda file: {"/P": file.make_indirect(Stream(
        file, b"0 0 1 1 re f", PatternType=1, PaintType=2, TilingType=1, BBox=[0, 0, 2, 2], XStep=2,
        YStep=2, Resources=Dictionary()))})  # fmt: skip

    found = seen(tmp_path, b"/Pattern cs 1 1 1 1 /P scn 0 0 900 900 re f", change=fine)

    assert "total-ink" in found.unmeasured
    assert np.isfinite(check(found, "page-count").measured)
