import time

import numpy as np
import pytest

from pipeline.domain.printer import Book
from pipeline.domain.wrap import RectMm
from pipeline.domain.wrapping import wrap_of
from pipeline.prepress.preflight.glyph_lines import Shape, outlined_lines
from tests.prepress.pages import (
    BOOK,
    POINTS,
    check,
    found,
    helvetica,
    pdf,
    report,
    target,
    text,
    verdicts,
    wrap,
)

PLAIN = target(own=False)


def lettered(folder, *words, to=PLAIN, book=BOOK):
    return report(folder, pdf(b"".join(words), resources=helvetica), to, book)


def test_text_is_where_its_ink_is_and_as_large_as_it_was_scaled(tmp_path):
    scaled = b" q 2 0 0 2 0 0 cm BT /F1 12 Tf 1 0 0 1 100 100 Tm (Lantern) Tj ET Q "

    line = found(tmp_path, pdf(scaled, resources=helvetica)).lines[0]

    assert line.size_pt == pytest.approx(24)
    assert line.box.x == pytest.approx(200 / POINTS, abs=1)
    assert line.box.bottom == pytest.approx(wrap().sheet.h - 200 / POINTS, abs=0.3)


@pytest.mark.parametrize(("inside", "verdict"), [(5.1, "pass"), (3.0, "warn"), (-1.0, "fail")])
def test_lettering_near_the_knife_is_told_with_its_place(inside, verdict, tmp_path):
    seen = check(lettered(tmp_path, text(b"Hen", wrap().back.x + inside, 50)), "edge-clearance")

    assert (seen.verdict, seen.limit) == (verdict, 5.0)
    assert seen.measured == pytest.approx(inside, abs=0.5)
    assert (seen.place is None) is (verdict == "pass")


def test_notes_outside_the_trim_are_no_lettering_of_the_cover(tmp_path):
    assert check(lettered(tmp_path, text(b"i", 0.5, 50, 4)), "edge-clearance") is None


def test_invisible_text_may_be_anywhere(tmp_path):
    hidden = b" BT 3 Tr /F1 12 Tf 1 0 0 1 2 100 Tm (searchable) Tj ET "

    assert found(tmp_path, pdf(hidden, resources=helvetica)).lines == ()


def test_text_that_crosses_the_fold_is_told(tmp_path):
    seen = lettered(tmp_path, text(b"Lantern and the long lost sea", wrap().spine.x - 30, 50, 20))

    assert verdicts(seen)["fold-clearance"] == "warn"


def test_a_thin_book_may_have_no_lettering_on_its_spine(tmp_path):
    thin = Book(pages=60, paper="100g")
    assert wrap().spine.w > 0

    seen = report(tmp_path, spine_of(thin, 6), PLAIN, thin)

    assert verdicts(seen)["spine-text"] == "fail"


def spine_of(book, size):
    """A sheet for `book` with its title down the middle of the spine."""
    there = wrap_of(target(), book)
    middle = there.spine.x + there.spine.w / 2
    words = text(b"Lantern", middle - size * 0.35 / POINTS, 80, size, turned=True)
    return pdf(words, size=(there.sheet.w, there.sheet.h), resources=helvetica)


def test_lettering_in_the_middle_of_a_spine_is_clear_of_its_folds(tmp_path):
    seen = verdicts(report(tmp_path, spine_of(BOOK, 12), PLAIN))

    assert seen == {"fonts": "fail"}


def test_lettering_that_fills_a_spine_is_not(tmp_path):
    assert verdicts(report(tmp_path, spine_of(BOOK, 44), PLAIN))["spine-clearance"] == "fail"


def test_the_printers_own_barcode_needs_its_room(tmp_path):
    zone = wrap().barcode
    words = text(b"Blurb", zone.x + 5, wrap().sheet.h - zone.bottom + 5)

    seen = check(lettered(tmp_path, words), "barcode-zone")

    assert (seen.verdict, seen.measured) == ("fail", f"{zone.w:.0f} × {zone.h:.0f}")


@pytest.mark.parametrize(("size", "verdict"), [(8, "pass"), (7, "warn"), (5, "fail")])
def test_small_type_is_measured_in_points(size, verdict, tmp_path):
    seen = check(lettered(tmp_path, text(b"Lantern", 20, 50, size)), "type-size")

    assert (seen.verdict, seen.measured) == (verdict, size)


@pytest.mark.parametrize(("size", "told"), [(5.5, False), (4.5, True)])
def test_type_on_a_spine_is_as_small_as_the_spine_asks_for(size, told, tmp_path):
    assert ("type-size" in verdicts(report(tmp_path, spine_of(BOOK, size), PLAIN))) is told


def test_small_type_in_four_inks_blurs(tmp_path):
    seen = lettered(tmp_path, text(b"Lantern", 20, 50, 9, b"0.8 0.8 0.7 0.9 k"))

    assert verdicts(seen)["type-inks"] == "warn"


def test_a_title_is_judged_as_small_as_in_a_shop(tmp_path):
    front = wrap().front
    small = lettered(tmp_path, text(b"Lantern", front.x + 10, 60, 12))
    large = lettered(tmp_path, text(b"Lantern", front.x + 10, 60, 40))

    assert (check(small, "title-size").verdict, check(large, "title-size").verdict) == (
        "warn",
        "pass",
    )
    assert check(large, "title-contrast").verdict == "pass"


def test_a_title_in_the_colour_of_its_ground_does_not_stand_out(tmp_path):
    pale = text(b"Lantern", wrap().front.x + 8, 60, 44, b"0.55 0.25 0.15 0 k")

    assert verdicts(lettered(tmp_path, pale))["title-contrast"] == "warn"


def letters(sizes, start=(10.0, 10.0), plain=False):
    """Shapes side by side, each (width, height) in millimetres."""
    x = start[0]
    for width, height in sizes:
        yield Shape(box=RectMm(x=x, y=start[1], w=width, h=height), plain=plain)
        x += width + 0.5


WORD = [(3, 5), (2.5, 3.4), (2.8, 3.6), (1, 5), (2.9, 3.4), (2.2, 3.4)]


def test_outlines_that_stand_like_letters_are_a_line():
    line = outlined_lines(letters(WORD))[0]

    assert (line.box.x, line.box.w) == (10.0, pytest.approx(16.9))
    assert line.sure
    assert not line.turned


def test_parts_of_syllables_that_stand_one_above_the_other_are_no_small_letters():
    parts = [(0.6, 0, 2.5, 1), (0, 1.4, 3.7, 1.1), (0.5, 2.7, 2.6, 1),
             (4.6, 0, 2.8, 1.2), (4.1, 1.5, 3.7, 0.4), (4.6, 2.2, 2.7, 1.5)]  # fmt: skip
    shapes = (Shape(box=RectMm(x=x, y=y, w=w, h=h), plain=False) for x, y, w, h in parts)

    (line,) = outlined_lines(shapes)

    assert line.size_pt == pytest.approx(11.6, abs=0.3)


def test_syllables_one_under_the_other_are_one_line_with_the_spaces_between_words():
    tops = (10, 15, 23, 28, 33)
    column = (Shape(box=RectMm(x=10, y=y, w=4 + y % 3 / 4, h=4), plain=False) for y in tops)

    (line,) = outlined_lines(column)

    assert line.turned
    assert (line.box.y, line.box.bottom) == (10, 37)


@pytest.mark.parametrize(("places", "turned"), [
    ([(30, 10), (30, 15), (30, 20), (23, 10), (23, 15), (23, 20)], True),
    ([(10, 10), (15, 10), (20, 10), (10, 17), (15, 17), (20, 17)], False),
], ids=["columns", "rows"])  # fmt: skip
def test_a_short_title_is_as_many_lines_as_it_has_columns_or_rows(places, turned):
    syllables = (Shape(box=RectMm(x=x, y=y, w=4 + (x + y) % 3 / 4, h=4), plain=False)
                 for x, y in places)  # fmt: skip

    lines = outlined_lines(syllables)

    assert [line.turned for line in lines] == [turned, turned]


@pytest.mark.parametrize(
    ("shapes", "why"),
    [
        (letters([(4, 4)] * 9), "stars of one size"),
        (letters([(0.5, 20), (1, 20), (1.5, 20)] * 5, plain=True), "bars"),
        (letters([(3, 5)]), "a single leaf"),
((Shape(box=RectMm(x=10, y=10, w=40, h=30).inset(3 * i), plain=False) for i in range(4)),
         "rings in one another"),
    ],
)  # fmt: skip
def test_ornaments_are_no_lettering(shapes, why):
    assert outlined_lines(shapes) == (), why


def test_leaves_all_over_a_page_are_no_sure_lettering():
    rng = np.random.default_rng(3)
    leaves = (
        Shape(box=RectMm(x=x, y=y, w=w, h=h), plain=False)
        for x, y, w, h in zip(rng.uniform(0, 170, 300), rng.uniform(0, 110, 300),
                              rng.uniform(2, 9, 300), rng.uniform(2, 9, 300), strict=True)
    )  # fmt: skip

    assert [line for line in outlined_lines(leaves) if line.sure] == []


def test_who_is_not_sure_never_fails_a_file(tmp_path):
    trim = wrap().trim
    leaves = b" ".join(
        b"%f %f m %f %f %f %f %f %f c f" % tuple(POINTS * v for v in (
            trim.x - 1 + 3 * i, 60, trim.x + 3 * i, 62 + i, trim.x + 1 + 3 * i, 61, trim.x + 3 * i, 59))
        for i in range(4)
    )  # fmt: skip

    assert "fail" not in verdicts(report(tmp_path, pdf(leaves), PLAIN)).values()


@pytest.mark.parametrize(("times", "told"), [(1, False), (2, True)])
def test_the_parts_of_one_upright_syllable_tell_no_size_of_type(times, told, tmp_path):
    parts = [
        (4.2, 39.2, 0.8, 2.8),
        (2.2, 38.1, 4.3, 1.3),
        (3.2, 35.3, 2.0, 2.3),
        (3.9, 33.0, 0.7, 2.0),
    ]
    syllables = b" ".join(
        b"%f %f m %f %f l %f %f l f" % tuple(POINTS * v for v in (
            20 + x, y - 10 * at, 20 + x + w, y - 10 * at, 20 + x, y + h - 10 * at))
        for at in range(times) for x, y, w, h in parts
    )  # fmt: skip

    seen = check(report(tmp_path, pdf(syllables), PLAIN), "type-size")

    assert (seen is not None) is told


def test_a_page_whose_letters_are_placed_one_by_one_is_read_in_seconds(tmp_path):
    letters = [text(b"a", 5 + at % 90, 5 + at // 90, 4) for at in range(6000)]
    made = pdf(b"".join(letters), resources=helvetica)
    began = time.process_time()

    assert found(tmp_path, made).lines[0].size_pt == pytest.approx(4)
    assert time.process_time() - began < 5
