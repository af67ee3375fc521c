"""Print: one order makes all that a printer and the shops take, and says what the printer will say."""

import functools
import io
import json

import pikepdf
import pytest
from PIL import Image

from pipeline.domain.operation import Print
from pipeline.domain.printer import PdfStandard
from pipeline.domain.report import Verdict
from pipeline.domain.report_json import report_in
from tests.real import done
from tests.workshop.drawings import BENCH, book, drawn

ENGLISH = Print(
    target="kdp-5x8", pages=240, paper="cream", isbn="9780306406157", guides=True,
    blurb="A keeper counts the ships.\n\nOne night there is one more.", about="Oona lives by the sea.",
    standard=PdfStandard.X3,
)  # fmt: skip
KOREAN = Print(
    target="offset-46판", pages=240, isbn="9791190090018", addon="03810", blurb="바다와 등대.",
    standard=PdfStandard.X1A, marks=True,
)  # fmt: skip
ORDERS = {"en": ("papercut", ENGLISH), "ko": ("seascape", KOREAN)}
ENDS = ("cover.pdf", "proof.jpg", "front.png", "front.jpg", "mockup.jpg", "ebook.jpg",
        "thumbnail.jpg")  # fmt: skip


def made(language):
    style, order = ORDERS[language]
    base = drawn(style, language)
    files = done(order, book(language, style=style), base, bench=BENCH).files
    return {file.name.removeprefix(f"{base.id}-"): file for file in files}


once = functools.cache(made)


def of(language, end):
    return next(file for name, file in once(language).items() if name.endswith(end))


def test_one_order_makes_every_file_and_each_name_says_what_for():
    stem = "kdp-5x8"
    assert set(once("en")) - {f"{stem}-handy.pdf"} == {
        *(f"{stem}-{end}" for end in ENDS), f"{stem}-guides.pdf", f"{stem}.json",
    }  # fmt: skip


def test_a_korean_trim_is_told_by_its_measures_in_names_of_files():
    assert set(once("ko")) == {
        *(f"offset-128x188mm-{end}" for end in ENDS),
        "offset-128x188mm.json",
    }


@pytest.mark.parametrize("language", ORDERS)
def test_the_file_passes_the_preflight_that_stands_beside_it(language):
    report = report_in(of(language, ".json").content)
    assert len(report.checks) > 20
    assert [check.code for check in report.checks if check.verdict is Verdict.FAIL] == []


@pytest.mark.parametrize("language", ORDERS)
def test_the_file_claims_the_standard_that_it_is_said_to_have(language):
    with pikepdf.open(io.BytesIO(of(language, "cover.pdf").content)) as pdf:
        claims = pdf.docinfo.get("/GTS_PDFXConformance", pdf.docinfo["/GTS_PDFXVersion"])
    told = json.loads(of(language, ".json").content)["printer"]["standard"]
    assert str(claims) == told == str(ORDERS[language][1].standard)


def test_a_copy_with_guides_claims_no_standard():
    with pikepdf.open(io.BytesIO(of("en", "guides.pdf").content)) as copy:
        assert "/GTS_PDFXVersion" not in copy.docinfo


def test_the_sheet_is_as_wide_as_two_trims_the_spine_and_the_bleed():
    inches = 2 * 5 + 240 * 0.0025 + 0.25
    with pikepdf.open(io.BytesIO(of("en", "cover.pdf").content)) as pdf:
        left, foot, right, head = map(float, pdf.pages[0].mediabox)
    assert (right - left, head - foot) == pytest.approx((inches * 72, 8.25 * 72), abs=0.01)


@pytest.mark.parametrize("language", ORDERS)
def test_every_picture_is_as_large_as_it_says_and_as_shops_want_it(language):
    for name, file in once(language).items():
        if name.endswith((".jpg", ".png")):
            with Image.open(io.BytesIO(file.content)) as picture:
                assert picture.size == (file.width_px, file.height_px)
    ebook, small = of(language, "ebook.jpg"), of(language, "thumbnail.jpg")
    assert (ebook.width_px, ebook.height_px) == (1600, 2560)
    assert len(ebook.content) <= 5_000_000
    assert small.height_px == 320


def test_the_same_order_makes_the_same_bytes():
    assert made("en") == once("en")


def test_the_data_tell_the_book_and_the_sheet():
    told = json.loads(of("en", ".json").content)
    assert told["printer"]["target"] == "kdp-5x8"
    assert (told["book"]["pages"], told["book"]["paper"]) == (240, "cream")
    assert told["wrap_mm"]["spine"]["w"] == pytest.approx(240 * 0.0025 * 25.4)
    assert told["layout"]["blocks"]
