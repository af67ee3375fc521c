"""Pages that would be drawn for minutes are drawn more coarsely, or refused; it is said what is lost."""

import time
from dataclasses import replace

import pytest
from pikepdf import Dictionary, Name

from pipeline.domain.errors import PrintError
from pipeline.prepress.preflight.affine import IDENTITY
from pipeline.prepress.preflight.effort import FINE, PLAIN, Effort
from pipeline.prepress.preflight.ink_map import MANY_POINTS
from pipeline.prepress.preflight.judged import judged
from pipeline.prepress.preflight.reading import read_file
from pipeline.prepress.preflight.state import State
from tests.prepress.pages import BOOK, POINTS, check, found, pdf, target, wrap

MULTIPLY = {"/ExtGState": {"/M": Dictionary(BM=Name.Multiply)}}
SHEET = wrap().sheet


def test_what_covers_of_books_paint_is_drawn_at_full_resolution():
    effort = Effort()
    for _ in range(int(FINE)):
        effort.add(1.0, PLAIN, State(ctm=IDENTITY), 1.0)

    assert effort.coarser == 1


def test_what_is_blended_is_dearer_the_more_lies_below():
    low, high = Effort(), Effort()
    for effort, count in ((low, 2), (high, 20)):
        for _ in range(count):
            effort.add(1.0, PLAIN, State(ctm=IDENTITY, blend="/Multiply"), 1.0)

    assert high.total > 50 * low.total


def test_many_blended_layers_are_refused_in_a_second_and_not_drawn_for_minutes(tmp_path):
    pdf(b"/M gs 0.1 0 0 0 k 0 0 900 900 re f " * 200, resources=lambda _: MULTIPLY).save(
        tmp_path / "a.pdf"
    )
    began = time.process_time()

    with pytest.raises(PrintError) as error:
        read_file(tmp_path / "a.pdf")

    assert error.value.code == "unchecked-complex"
    assert time.process_time() - began < 5


def test_nobody_claims_that_a_barcode_is_missing_on_a_page_drawn_too_coarsely(tmp_path):
    seen = found(tmp_path, pdf())

    fine = judged(seen, target(), BOOK)
    coarse = judged(replace(seen, pdf=replace(seen.pdf, coarse=True)), target(), BOOK)

    assert check(fine, "barcode").verdict == "warn"
    assert check(coarse, "barcode") is None
    assert "barcode" in coarse.unmeasured


def tangle(count):
    """One path of so many lines across the whole sheet."""
    high = SHEET.h * POINTS
    steps = (b"%d %f l" % (7 * place % 500, high * (place % 2)) for place in range(count))
    return b"1 1 1 1 k 0 0 m " + b" ".join(steps) + b" f "


def test_a_path_that_is_too_tangled_to_be_drawn_is_told_as_unread(tmp_path):
    assert found(tmp_path, pdf(tangle(MANY_POINTS + 1))).pdf.unread
    assert not found(tmp_path, pdf(tangle(100))).pdf.unread
