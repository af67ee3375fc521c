"""Barcodes, read by a decoder that knows nothing of how they were drawn."""

import numpy as np
import pytest
import skia
import zxingcpp

from pipeline.domain.wrap import RectMm
from pipeline.prepress.barcode import LEAST_MM, NOMINAL_MM, barcode
from pipeline.prepress.composed import BLACK, PAPER_WHITE
from tests.prepress.presets import every_target, target, wrap
from tests.typography.lettering import library

KDP = RectMm(x=105.0, y=206.0, w=50.8, h=30.48)
NUMBERS = ["9791190090018", "9780306406157", "9788934900122", "9780804429573"]


def rendered(solids, zone, dpi):
    """The zone with 5 mm of a busy blue around it, (height, width, 3)."""
    scale = dpi / 25.4
    surface = skia.Surface(round((zone.w + 10) * scale), round((zone.h + 10) * scale))
    canvas = surface.getCanvas()
    canvas.clear(skia.Color(38, 60, 130))
    canvas.scale(scale, scale)
    canvas.translate(5 - zone.x, 5 - zone.y)
    for solid in solids:
        colour = skia.ColorBLACK if solid.inks == BLACK else skia.ColorWHITE
        canvas.drawPath(solid.path, skia.Paint(AntiAlias=True, Color=colour))
    pixels = surface.makeImageSnapshot().toarray(colorType=skia.kRGBA_8888_ColorType)
    return np.ascontiguousarray(pixels[..., :3])


def read(picture):
    found = zxingcpp.read_barcodes(picture, ean_add_on_symbol=zxingcpp.EanAddOnSymbol.Read)
    return {result.text for result in found if result.format == zxingcpp.BarcodeFormat.EAN13}


@pytest.mark.parametrize("isbn", NUMBERS)
@pytest.mark.parametrize("dpi", [600, 300, 200])
def test_an_isbn_is_read_back_from_a_print_and_from_a_small_picture(isbn, dpi):
    assert isbn in read(rendered(barcode(isbn, KDP, library()), KDP, dpi))


@pytest.mark.parametrize("addon", ["03810", "51999", "93000", "00000"])
def test_the_five_digits_beside_it_are_read_back_as_well(addon):
    picture = rendered(barcode(NUMBERS[0], KDP, library(), addon), KDP, 300)

    assert NUMBERS[0] + addon in read(picture)


@pytest.mark.parametrize("chosen", [t for t in every_target() if t.trim.name in {"6x9", "a5", "46판"}],
                         ids=lambda t: t.name)  # fmt: skip
def test_the_zone_of_every_printer_holds_a_barcode_that_is_read(chosen):
    zone = wrap(chosen.name, 200).barcode

    picture = rendered(barcode(NUMBERS[1], zone, library(), "03810"), zone, 300)

    assert NUMBERS[1] + "03810" in read(picture)


def test_bars_are_black_ink_alone_on_white_and_stay_in_their_zone():
    plate, bars, numbers = barcode(NUMBERS[0], KDP, library(), "03810")

    assert plate.inks == PAPER_WHITE and bars.inks == numbers.inks == BLACK
    around = skia.Rect.MakeXYWH(KDP.x, KDP.y, KDP.w, KDP.h)
    for solid in (plate, bars, numbers):
        assert around.makeOutset(1e-3, 1e-3).contains(solid.path.computeTightBounds())


@pytest.mark.parametrize(("addon", "modules"), [("", 95), ("03810", 95 + 9 + 47)])
def test_modules_and_quiet_zones_have_the_width_of_the_standard(addon, modules):
    _, bars, _ = barcode(NUMBERS[0], KDP, library(), addon)
    bounds = bars.path.computeTightBounds()
    module = bounds.width() / modules

    assert LEAST_MM <= module <= NOMINAL_MM + 1e-6
    assert bounds.left() - KDP.x >= 11 * module - 1e-3
    assert KDP.right - bounds.right() >= (5 if addon else 7) * module - 1e-3


def test_bars_are_no_higher_than_those_of_goods_in_a_tall_zone():
    tall = RectMm(x=0.0, y=0.0, w=60.0, h=80.0)

    _, bars, _ = barcode(NUMBERS[0], tall, library())

    assert bars.path.computeTightBounds().height() == pytest.approx(
        22.85 + 5 * NOMINAL_MM, abs=0.01
    )


def test_a_zone_that_is_too_narrow_to_be_read_is_refused():
    with pytest.raises(ValueError, match="too narrow"):
        barcode(NUMBERS[0], RectMm(x=0.0, y=0.0, w=28.0, h=20.0), library())


def test_the_numbers_keep_off_the_bars():
    _, bars, numbers = barcode(NUMBERS[0], target_zone(), library(), "03810")

    assert skia.Op(bars.path, numbers.path, skia.PathOp.kIntersect_PathOp).isEmpty()


def target_zone():
    return wrap(target("bookk-신국판").name, 200).barcode
