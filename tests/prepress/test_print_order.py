"""Orders for printers are made plain before they wait, and refused while somebody can mend them."""

import pytest

from config.formats import load_formats
from config.printers import load_printers
from pipeline.domain.errors import PrintError
from pipeline.domain.format import find_format
from pipeline.domain.operation import Print
from pipeline.prepress.print_order import LONGEST_ABOUT, LONGEST_BLURB, settled_print

FORMATS, PRINTERS = load_formats(), load_printers()
OWN = find_format("6x9", FORMATS)


def order(own=OWN, **changes):
    asked = Print(**{"target": "kdp-6x9", "pages": 312, **changes})
    return settled_print(asked, own, PRINTERS, FORMATS)


def refused(**changes):
    with pytest.raises(PrintError) as caught:
        order(**changes)
    return caught.value


def test_a_printer_is_kept_under_its_name_however_it_was_called():
    assert order(target="KDP 6 x 9").target == "kdp-6x9"
    assert order(target="부크크 신국판").target == "bookk-신국판"


def test_the_usual_paper_is_named_where_none_was():
    assert order(paper="").paper == "white"
    assert order(paper="Cream").paper == "cream"


def test_pages_stay_as_they_were_told_though_the_printer_adds_a_blank_one():
    assert order(pages=311).pages == 311


def test_isbns_lose_their_hyphens_and_the_five_digits_behind_are_those_beside_the_barcode():
    made = order(isbn="979-11-90090-01-8 03810")
    assert (made.isbn, made.addon) == ("9791190090018", "03810")


def test_five_digits_that_are_told_by_themselves_count_more():
    assert order(isbn="979-11-90090-01-8 03810", addon="1 3 8 1 0").addon == "13810"


@pytest.mark.parametrize(("changes", "code"), [
    ({"target": "kdp-a3"}, "print-trim"), ({"target": "lulu"}, "print-target"),
    ({"pages": 4}, "print-pages"), ({"paper": "silk"}, "print-paper"),
    ({"isbn": "978-0-306-40615-8"}, "isbn-check"), ({"isbn": "12"}, "isbn-length"),
    ({"addon": "123"}, "addon-digits"), ({"target": "kdp-8.5x8.5"}, "print-shape"),
    ({"blurb": "a" * (LONGEST_BLURB + 1)}, "print-text-long"),
    ({"about": "a" * (LONGEST_ABOUT + 1)}, "print-text-long"),
    ({"blurb": "Read this \N{PARTY POPPER}"}, "print-letters"),
    ({"blurb": "Z" + "\N{COMBINING ACUTE ACCENT}" * 900}, "print-letters"),
])  # fmt: skip
def test_what_cannot_be_made_is_refused(changes, code):
    assert refused(**changes).code == code


def test_a_cover_goes_into_every_trim_of_nearly_its_proportions_and_into_no_other():
    assert order(own=find_format("신국판", FORMATS)).target == "kdp-6x9"
    assert refused(own=find_format("square", FORMATS)).facts["target"] == "kdp-6x9"


def test_texts_are_cleaned_line_by_line_and_keep_their_paragraphs():
    blurb = "  One  night\u200b,\r\na ship.\n\n\n\nTwo\tnights.\n"
    assert order(blurb=blurb, about=" Oona \n").blurb == "One night,\na ship.\n\nTwo nights."
    assert order(about=" Oona \n").about == "Oona"


def test_an_order_that_is_plain_already_stays_as_it_is():
    once = order(isbn="979-11-90090-01-8 03810", blurb="One.\n\nTwo.", paper="cream", marks=True)
    assert settled_print(once, OWN, PRINTERS, FORMATS) == once


def test_a_text_of_which_nothing_can_be_seen_is_none():
    assert order(blurb="\N{ZERO WIDTH JOINER}\n\N{ZERO WIDTH NON-JOINER}" * 99).blurb == ""
