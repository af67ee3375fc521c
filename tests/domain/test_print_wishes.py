"""What is to be printed is asked once, and remembered with the cover."""

import pytest

from pipeline.domain.errors import PrintError
from pipeline.domain.operation import Print
from pipeline.domain.print_wishes import (
    demand_told,
    note_key,
    told,
    wishes_in,
    wishes_text,
)
from pipeline.domain.printer import PdfStandard, SpineReading
from pipeline.domain.upscaling import Weights

FULL = Print(
    target="bookk-신국판", pages=312, paper="미색", isbn="9791190000000", addon="03810",
    blurb="바다.\n둘째 줄",
    about="은현", weights=Weights.PHOTO, marks=True, guides=True, standard=PdfStandard.X3,
    reading=SpineReading.STACKED, outpaint=False,
)  # fmt: skip


@pytest.mark.parametrize("wishes", [Print(), Print(target="kdp-6x9", pages=24), FULL])
def test_what_was_wished_is_remembered_as_it_was(wishes):
    assert wishes_in(wishes_text(wishes)) == wishes


def test_wishes_that_lack_nothing_are_the_order():
    assert demand_told(FULL) == FULL


@pytest.mark.parametrize("text", [None, "", "{", "[1]", '{"weights": "oil"}', '{"weights": 3}',
                                  '{"reading": "sideways"}'])  # fmt: skip
def test_what_cannot_be_read_any_more_is_asked_again(text):
    assert wishes_in(text) == Print()


def test_of_what_another_release_kept_all_that_is_known_still_is_remembered():
    kept = '{"target": "kdp-6x9", "pages": "many", "isbn": 978, "foil": true}'
    assert wishes_in(kept) == Print(target="kdp-6x9")


@pytest.mark.parametrize(("wishes", "code"), [
    (Print(pages=300), "print-target-needed"),
    (Print(target="kdp-6x9"), "print-pages-needed"),
])  # fmt: skip
def test_what_every_printer_needs_has_to_be_told(wishes, code):
    with pytest.raises(PrintError) as caught:
        demand_told(wishes)
    assert caught.value.code == code


def test_only_what_is_answered_changes():
    changed = told(FULL, pages=280, weights=None, blurb="")
    assert (changed.pages, changed.weights, changed.blurb) == (280, None, "")
    assert (changed.isbn, changed.paper) == (FULL.isbn, FULL.paper)


def test_another_printer_is_asked_for_a_paper_of_its_own():
    moved = told(FULL, target="kdp-6x9")
    assert (moved.paper, moved.standard, moved.marks, moved.pages) == ("", None, False, 312)
    assert told(FULL, target=FULL.target).paper == FULL.paper
    assert told(FULL, target="kdp-6x9", paper="cream").paper == "cream"


def test_every_cover_has_wishes_of_its_own():
    assert note_key("a") != note_key("b")
