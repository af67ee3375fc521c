import numpy as np
import pytest
import skia
from PIL import Image

from pipeline.domain.printer import Book
from pipeline.domain.wrap import RectMm
from pipeline.prepress.barcode import barcode
from pipeline.prepress.preflight.barcode_seen import find_ean
from tests.prepress.pages import BOOK, POINTS, check, pdf, report, target, verdicts, wrap
from tests.stages.proofs import library

ISBN = "9788937460449"


def drawn(dpi=300, size_mm=(60, 44), zone=(5, 4, 50, 34), ground=180, isbn=ISBN):
    """A barcode on a grey page as pixels, (height, width)."""
    scale = dpi / 25.4
    pixels = np.full((round(size_mm[1] * scale), round(size_mm[0] * scale), 4), ground, np.uint8)
    canvas = skia.Canvas(pixels)
    canvas.scale(scale, scale)
    for solid in barcode(isbn, RectMm(x=zone[0], y=zone[1], w=zone[2], h=zone[3]), library()):
        level = 1.0 - min(1.0, sum(solid.inks))
        paint = skia.Paint(AntiAlias=True)
        paint.setColor4f(skia.Color4f(level, level, level, 1))
        canvas.drawPath(solid.path, paint)
    return pixels[..., 0].copy()


@pytest.mark.parametrize("dpi", [150, 200, 300, 600])
@pytest.mark.parametrize("turns", [0, 1, 2, 3])
def test_a_barcode_is_read_at_any_size_and_any_way_up(dpi, turns):
    picture = np.rot90(drawn(dpi), turns)

    scan = find_ean(picture)

    assert scan.digits == ISBN
    assert scan.module_px == pytest.approx(0.33 * dpi / 25.4, rel=0.03)


def test_its_place_is_told_in_the_picture_as_it_is():
    upright, turned = find_ean(drawn()), find_ean(np.rot90(drawn()))
    left, top, right, bottom = upright.box

    assert turned.box == pytest.approx((top, 709 - right, bottom, 709 - left), abs=8)


@pytest.mark.parametrize("isbn", ["9791190090018", "9780306406157", "9781861972712"])
def test_other_numbers_are_read_as_well(isbn):
    assert find_ean(drawn(isbn=isbn)).digits == isbn


def test_grain_and_stripes_are_no_barcode():
    noise = np.random.default_rng(1).integers(0, 255, (600, 900)).astype(np.uint8)
    stripes = np.tile(np.repeat(np.arange(300) % 2 * 255, 3).astype(np.uint8), (600, 1))

    assert find_ean(noise) is None
    assert find_ean(stripes) is None
    assert find_ean(np.zeros((80, 80), np.uint8)) is None


def test_an_unsharp_barcode_on_grain_is_still_read():
    small = Image.fromarray(drawn(300)).resize((460, 340), Image.Resampling.BILINEAR)
    noisy = np.asarray(small).astype(int) + np.random.default_rng(2).normal(0, 9, (340, 460))

    assert find_ean(np.clip(noisy, 0, 255).astype(np.uint8)).digits == ISBN


def operators(solids, sheet_h, inks=None):
    """Shapes as a page's content."""
    content = b""
    for solid in solids:
        content += b"%f %f %f %f k " % (inks if inks and sum(solid.inks) else solid.inks)
        for verb, points in solid.path:
            at = [(POINTS * p.x(), POINTS * (sheet_h - p.y())) for p in points]
            name = {skia.Path.kMove_Verb: b"m", skia.Path.kLine_Verb: b"l"}.get(verb)
            if name:
                content += b"%f %f %s " % (*at[-1], name)
            elif verb == skia.Path.kClose_Verb:
                content += b"h "
            elif len(at) > 1:
                content += b"%f %f l " % at[-1]
        content += b"f "
    return content


def coded(folder, zone=None, isbn="", inks=None, to=None):
    area = zone or wrap().barcode
    content = operators(barcode(ISBN, area, library()), wrap().sheet.h, inks)
    book = Book(pages=BOOK.pages, paper=BOOK.paper, isbn=isbn)
    return report(folder, pdf(content), to or target(), book)


def test_the_barcode_that_we_draw_passes_every_check(tmp_path):
    seen = coded(tmp_path, isbn=ISBN)

    assert verdicts(seen) == {}
    assert {"barcode", "barcode-isbn", "barcode-quiet", "barcode-size", "barcode-contrast",
            "barcode-place", "barcode-ink"} <= {one.code for one in seen.checks}  # fmt: skip


def test_a_barcode_of_another_book_fails(tmp_path):
    seen = coded(tmp_path, isbn="9780306406157")

    assert verdicts(seen) == {"barcode-isbn": "fail"}


def test_bars_in_all_inks_are_told(tmp_path):
    seen = check(coded(tmp_path, inks=(1, 1, 1, 1)), "barcode-ink")

    assert (seen.verdict, seen.measured) == ("warn", 400)


def test_pale_bars_cannot_be_scanned(tmp_path):
    pale = operators(barcode(ISBN, wrap().barcode, library()), wrap().sheet.h, (0, 0, 0, 0.15))

    seen = report(tmp_path, pdf(b"0 0 0 0 k 0 0 5000 5000 re f " + pale))

    assert verdicts(seen)["barcode-contrast"] == "fail"


def test_a_barcode_over_the_knife_fails_by_its_place(tmp_path):
    zone = RectMm(x=wrap().back.x + 10, y=wrap().trim.bottom - 24, w=46, h=32)

    assert verdicts(coded(tmp_path, zone))["barcode-place"] == "fail"


def test_where_the_printer_wants_one_it_is_missed_and_with_an_isbn_it_fails(tmp_path):
    book = Book(pages=BOOK.pages, paper=BOOK.paper, isbn=ISBN)

    assert verdicts(report(tmp_path, pdf())) == {"barcode": "warn"}
    assert verdicts(report(tmp_path, pdf(), book=book)) == {"barcode": "fail"}


def test_a_barcode_as_a_picture_is_told(tmp_path):
    area, sheet = wrap().barcode, wrap().sheet
    pixels = drawn(300, (area.w, area.h), (0, 0, area.w, area.h))
    place = (area.x, sheet.h - area.bottom, area.w, area.h)

    seen = report(tmp_path, pdf(art=pixels[..., None], place=place, space="/DeviceGray"))

    assert verdicts(seen)["barcode-vector"] == "warn"
    assert check(seen, "barcode").measured == ISBN
