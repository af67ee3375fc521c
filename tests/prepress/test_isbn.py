import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import isbn

from pipeline.domain.errors import PrintError
from pipeline.prepress.isbn import hyphenated, read_addon, read_isbn, read_numbers


@pytest.mark.parametrize(
    "text",
    [
        "9791190090018", "979-11-90090-01-8", "ISBN 979 11 90090 01 8", "isbn-13: 979-11-90090-01-8",
        "ISBN979-11-90090-01-8", "９７９-11-90090-01-8", "979–11–90090–01–8", " 979.11.90090.01.8 ",
        "٩٧٩-١١-٩٠٠٩٠-٠١-٨", "979-11-90090-01-\N{ARABIC-INDIC DIGIT EIGHT}",
    ],
)  # fmt: skip
def test_an_isbn_is_read_in_every_usual_spelling(text):
    assert read_isbn(text) == "9791190090018"


@pytest.mark.parametrize(
    ("text", "number"),
    [("0-306-40615-2", "9780306406157"), ("ISBN-10 0-8044-2957-X", "9780804429573"),
     ("080442957x", "9780804429573"), ("89-349-0012-1", "9788934900122")],
)  # fmt: skip
def test_ten_digits_become_thirteen(text, number):
    assert read_isbn(text) == number == isbn.compact(isbn.to_isbn13(text[-13:].upper().strip()))


@given(st.integers(0, 10**9 - 1), st.sampled_from(["978", "979"]), st.integers(0, 9))
def test_every_wrong_check_digit_is_found_and_the_right_one_told(body, prefix, last):
    stem = f"{prefix}{body:09d}"
    right = str(-sum(int(d) * (1, 3)[i % 2] for i, d in enumerate(stem)) % 10)
    if right == str(last):
        assert read_isbn(f"{stem}{last}") == f"{stem}{last}"
        return
    with pytest.raises(PrintError) as refused:
        read_isbn(f"{stem}{last}")

    assert (refused.value.code, refused.value.facts["digit"]) == ("isbn-check", right)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("4006381333931", "isbn-prefix"), ("12345", "isbn-length"), ("979119009001", "isbn-length"),
        ("979-11-9009O-01-8", "isbn-length"), ("my book", "isbn-length"),
        ("080442957-1", "isbn-check"), ("97911900900180", "isbn-length"),
    ],
)  # fmt: skip
def test_what_is_no_isbn_is_refused_with_its_fault(text, code):
    with pytest.raises(PrintError) as refused:
        read_isbn(text)

    assert refused.value.code == code


def test_an_empty_number_is_none():
    assert read_isbn("  ") == read_addon("") == ""


@pytest.mark.parametrize(
    "text", ["979-11-90090-01-8 03810", "9791190090018/03810", "9791190090018 (03810)"]
)
def test_the_five_digits_beside_an_isbn_are_taken_apart_from_it(text):
    assert read_numbers(text) == ("9791190090018", "03810")


@pytest.mark.parametrize("text", ["979 11 90090 01 8", "979-11-90090-01-8", "0 306 40615 2"])
def test_groups_of_five_digits_within_an_isbn_are_not_taken_for_them(text):
    assert read_numbers(text) == (read_isbn(text), "")


@pytest.mark.parametrize("text", ["0381", "038100", "0381a"])
def test_other_than_five_digits_are_refused(text):
    with pytest.raises(PrintError) as refused:
        read_addon(text)

    assert refused.value.code == "addon-digits"


def test_hyphens_stand_where_the_agencies_put_them():
    assert hyphenated("9791190090018") == "979-11-90090-01-8"
    assert hyphenated("9780306406157") == "978-0-306-40615-7"


def test_digits_of_other_scripts_beside_an_isbn_are_those_that_barcodes_know():
    assert read_numbers("979-11-90090-01-8 ٠٣٨١٠") == ("9791190090018", "03810")
    assert read_addon("٠٣٨١٠") == "03810"
