"""The sheet of a full cover, against numbers of the printers that the code does not read."""

import tomllib
from importlib.resources import files

import pytest

from pipeline.domain.format import find_format
from pipeline.domain.printer import Book
from pipeline.domain.printing import demand_book
from pipeline.domain.wrap import RectMm
from pipeline.domain.wrapping import flat_of, wrap_of
from tests.prepress.presets import INCH, every_target, formats, printers, target, wrap

RAW = {
    entry["name"]: entry
    for entry in tomllib.loads(
        (files("config") / "catalogues" / "printers.toml").read_text("utf-8")
    )["printer"]
}
NEAR = 1e-6


def mm(measure):
    number, unit = measure.split()
    return float(number) * {"mm": 1.0, "in": INCH}[unit]


def book_for(chosen):
    return demand_book(chosen, Book(pages=max(200, chosen.printer.pages[0]), paper=""))


@pytest.mark.parametrize(
    ("name", "pages", "paper", "width_in", "height_in"),
    [
        # KDP: 2 trims + spine + 0.25 in; trim + 0.25 in
        ("kdp-6x9", 300, "white", 12.9256, 9.25),
        ("kdp-5x8", 120, "cream", 10.55, 8.25),
        ("kdp-8.5x11", 100, "premium", 17.4847, 11.25),
        # IngramSpark's templates of case laminate, crème: 74 and 108 pages
        ("ingram-hardcover-6x9", 74, "creme", 14.194, 10.5),
        ("ingram-hardcover-6x9", 108, "creme", 14.256, 10.5),
        # KDP's cover calculator for hardcovers
        ("kdp-hardcover-6x9", 76, "cream", 13.955, 10.418),
        ("kdp-hardcover-6x9", 300, "white", 14.4406, 10.418),
        # Bookk's size check for A5 of 232 pages: 316.36 x 216 mm
        ("bookk-a5", 232, "", 316.36 / INCH, 216 / INCH),
        # a case of A4 with 40 pages at a Korean printer: 484 x 345 mm
        ("offset-hardcover-a4", 40, "130g", 484 / INCH, 345 / INCH),
    ],
)  # fmt: skip
def test_a_sheet_is_as_large_as_the_printers_calculator_says(
    name, pages, paper, width_in, height_in
):
    sheet = wrap(name, pages, paper).sheet

    assert (sheet.w / INCH, sheet.h / INCH) == pytest.approx((width_in, height_in), abs=6e-4)


@pytest.mark.parametrize("chosen", every_target(), ids=lambda t: t.name)
def test_every_preset_has_the_measures_of_its_catalogue(chosen):
    entry, made = RAW[chosen.printer.name], wrap_of(chosen, book_for(chosen))
    edge = mm(entry["turn_in"]) if entry["binding"] == "case" else mm(entry["bleed"])
    over = [mm(side) for side in entry.get("overhang", ["0 mm", "0 mm"])]
    size = find_format(chosen.trim.name, formats())

    assert made.front.w == pytest.approx(size.width_mm + over[0], abs=NEAR)
    assert made.front.h == pytest.approx(size.height_mm + over[1], abs=NEAR)
    assert made.trim.x == made.trim.y == pytest.approx(edge, abs=NEAR)
    assert (made.barcode.w, made.barcode.h) == pytest.approx(
        (mm(entry["barcode"]["width"]), mm(entry["barcode"]["height"])), abs=NEAR
    )
    assert made.spine.x - made.barcode.right == pytest.approx(
        mm(entry["barcode"]["aside"]), abs=NEAR
    )
    assert made.back.bottom - made.barcode.bottom == pytest.approx(
        mm(entry["barcode"]["above"]), abs=NEAR
    )


@pytest.mark.parametrize("chosen", every_target(), ids=lambda t: t.name)
def test_back_spine_and_front_fill_the_trimmed_cover_and_hold_what_must_be_seen(chosen):
    made = wrap_of(chosen, book_for(chosen))

    assert made.back.right == pytest.approx(made.spine.x, abs=NEAR)
    assert made.spine.right == pytest.approx(made.front.x, abs=NEAR)
    assert made.front.right == pytest.approx(made.trim.right, abs=NEAR)
    assert made.sheet.w == pytest.approx(2 * made.trim.x + made.trim.w, abs=NEAR)
    assert made.sheet.h == pytest.approx(2 * made.trim.y + made.trim.h, abs=NEAR)
    assert inside(made.safe_front, made.front) and inside(made.safe_back, made.back)
    assert inside(made.barcode, made.safe_back)
    assert made.spine_text is None or inside(made.spine_text, made.spine)
    assert not any(overlap(hinge, safe) for hinge in made.hinges
                   for safe in (made.safe_back, made.safe_front, made.barcode))  # fmt: skip


def inside(inner: RectMm, outer: RectMm) -> bool:
    return (
        inner.w > 0 and inner.h > 0
        and inner.x >= outer.x - NEAR and inner.right <= outer.right + NEAR
        and inner.y >= outer.y - NEAR and inner.bottom <= outer.bottom + NEAR
    )  # fmt: skip


def overlap(one: RectMm, other: RectMm) -> bool:
    return (one.x + NEAR < other.right and other.x + NEAR < one.right
            and one.y + NEAR < other.bottom and other.y + NEAR < one.bottom)  # fmt: skip


@pytest.mark.parametrize(("pages", "lettered"), [(76, False), (78, False), (79, True), (312, True)])
def test_a_spine_is_lettered_from_its_page_count_and_clear_on_both_sides(pages, lettered):
    made = wrap("kdp-6x9", pages, "white")

    assert (made.spine_text is not None) is lettered
    if made.spine_text is not None:
        assert made.spine_text.x - made.spine.x == pytest.approx(0.0625 * INCH)
        assert made.spine.right - made.spine_text.right == pytest.approx(0.0625 * INCH)


def test_only_a_case_has_hinges_beside_its_spine():
    case, paperback = wrap("kdp-hardcover-6x9", 300), wrap("kdp-6x9", 300)

    assert [hinge.w for hinge in case.hinges] == pytest.approx([0.394 * INCH] * 2)
    assert case.hinges[0].right == pytest.approx(case.spine.x)
    assert case.hinges[1].x == pytest.approx(case.spine.right)
    assert paperback.hinges == ()


def test_a_front_alone_has_its_bleed_and_no_back():
    made = flat_of(target("kdp-6x9").trim, bleed_mm=3.0, safe_mm=5.0)

    assert (made.sheet.w, made.sheet.h) == pytest.approx((6 * INCH + 6, 9 * INCH + 6))
    assert made.front == made.trim and made.back.w == made.spine.w == 0
    assert made.safe_front == made.front.inset(5.0)


# the tables of KDP, as printed
PAPERBACK = """5x8 5.06x7.81 5.25x8 5.5x8.5 6x9 6.14x9.21 6.69x9.61 7x10 7.44x9.69 7.5x9.25 8x10
8.25x6 8.25x8.25 8.5x8.5 8.5x11 8.27x11.69"""
HARDCOVER = "5.5x8.5 6x9 6.14x9.21 7x10 8.25x11"


@pytest.mark.parametrize(
    ("name", "trims", "pages"),
    [("kdp", PAPERBACK, (24, 828)), ("kdp-hardcover", HARDCOVER, (75, 550))],
)
def test_kdp_cuts_and_binds_what_its_help_says(name, trims, pages):
    printer = next(printer for printer in printers() if printer.name == name)

    assert set(printer.trims) == set(trims.split())
    assert printer.pages == pages


def test_every_number_of_a_printer_has_a_source_and_every_guess_is_told():
    for printer in printers():
        assert printer.source, printer.name
        assert printer.assumed, printer.name
        assert all(paper.page_mm > 0.02 for paper in printer.papers)
