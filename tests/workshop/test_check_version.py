import pytest

from config.formats import load_formats
from config.printers import load_printers
from pipeline.domain.errors import PrintError
from pipeline.domain.printer import Book
from pipeline.domain.printing import find_target
from pipeline.workshop.check_version import checked_version
from tests.workshop.covers import brief, version


def checked(name, pages=0, made=None):
    target = find_target(name, load_printers(), load_formats())
    book = Book(pages=pages, paper="") if pages else None
    report = checked_version(made or version(), brief(), target, book)
    return {check.code: check for check in report.checks}, report


def test_a_version_is_held_against_the_margins_of_the_printer():
    kdp, _ = checked("kdp-6x9")
    ingram, _ = checked("ingram-6x9")

    assert (kdp["safe-area"].limit, ingram["safe-area"].limit) == (3.17, 6.35)


def test_small_type_is_measured_at_the_size_of_the_trim():
    small, _ = checked("kdp-5.5x8.5")
    large, _ = checked("kdp-6.14x9.21")

    assert small["smallest-text"].measured < large["smallest-text"].measured


def test_pages_decide_whether_the_spine_is_lettered():
    thin, _ = checked("kdp-6x9", 60)
    _, untold = checked("kdp-6x9")

    assert (thin["spine-text"].measured, thin["spine-text"].limit) == (60, 79)
    assert untold.unmeasured == ("spine-text",)


def test_a_trim_of_another_shape_is_refused():
    with pytest.raises(PrintError) as error:
        checked("kdp-8.5x8.5")

    assert error.value.code == "print-shape"
