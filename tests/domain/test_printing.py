import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.domain.errors import PrintError
from pipeline.domain.printer import Book
from pipeline.domain.printing import demand_book, find_paper, find_target, spine_mm
from tests.prepress.presets import INCH, every_target, formats, printers, target


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("kdp-6x9", "kdp-6x9"), ("KDP 6 x 9", "kdp-6x9"), ("Amazon KDP: 6x9", "kdp-6x9"),
        ("kdp hardcover 6x9", "kdp-hardcover-6x9"), ("킨들 양장 6x9", "kdp-hardcover-6x9"),
        ("IngramSpark-6x9", "ingram-6x9"), ("부크크 신국판", "bookk-신국판"),
        ("교보문고 46판", "kyobo-46판"), ("kyobo sayukpan", "kyobo-46판"),
        ("a5", "offset-a5"), ("A4", "offset-a4"), ("신국판", "offset-신국판"),
        ("offset 128x182mm", "offset-128x182mm"), ("인쇄소 신국판", "offset-신국판"),
        ("IngramSpark case laminate 6x9", "ingram-hardcover-6x9"),
        ("hardcover a4", "offset-hardcover-a4"), ("인쇄소 양장 신국판", "offset-hardcover-신국판"),
        ("ＫＤＰ－６ｘ９", "kdp-6x9"),
    ],
)  # fmt: skip
def test_a_printer_and_its_trim_are_found_in_many_spellings(text, name):
    assert target(text).name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("kdp-a4", "kdp-8.27x11.69"), ("kdp 156x234mm", "kdp-6.14x9.21"),
        ("부크크 46판", "bookk-127x188mm"), ("부크크 46배판", "bookk-182x257mm"),
        ("교보 46배판", "kyobo-188x254mm"), ("교보 크라운판", "kyobo-176x248mm"),
    ],
)  # fmt: skip
def test_a_usual_size_becomes_what_the_printer_itself_cuts(text, name):
    assert target(text).name == name


def test_the_name_of_every_target_finds_it_again():
    for known in every_target():
        assert target(known.name) == known


def test_every_spelling_of_a_printer_finds_that_printer():
    for printer in printers():
        trim = (printer.trims or ("a5",))[0]
        for word in (printer.name, printer.english, *printer.aliases):
            if word != printer.english or word in printer.aliases:
                assert target(f"{word} {trim}").printer == printer, word


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("kpd-6x9", "kdp-6x9"),
        ("bokk-a5", "bookk-a5"),
        ("부크그 신국판", "bookk-신국판"),
        ("북크 a5", "bookk-a5"),
        ("ebook", None),
        ("2:3", None),
    ],
)
def test_an_unknown_printer_is_refused_with_the_nearest_names(text, near):
    with pytest.raises(PrintError) as refused:
        target(text)

    assert refused.value.code == "print-target"
    assert near is None or near in str(refused.value.facts["near"])


@pytest.mark.parametrize("text", ["kdp", "kdp-신국판", "kdp hardcover 5x8", "kdp 2:3", "kdp ebook"])
def test_a_trim_that_a_printer_does_not_cut_is_refused_with_those_it_cuts(text):
    with pytest.raises(PrintError) as refused:
        target(text)

    assert refused.value.code == "print-trim"
    assert "6x9" in str(refused.value.facts["trims"])
    assert (refused.value.facts["asked"] == "") == (text == "kdp")


def test_without_a_printer_for_every_size_a_bare_size_names_nothing():
    with pytest.raises(PrintError) as refused:
        find_target("a5", [p for p in printers() if p.trims], formats())

    assert refused.value.code == "print-target"


@given(st.one_of(st.text(max_size=30), st.sampled_from(["kdp", "a5", "교보 "]).flatmap(
    lambda start: st.text(max_size=12).map(lambda end: start + end))))  # fmt: skip
def test_whatever_is_typed_is_found_or_refused_in_words(text):
    found = outcome(target, text)

    if isinstance(found, PrintError):
        assert found.code in {"print-target", "print-trim"}
    else:
        assert target(found.name) == found


@given(st.text(max_size=20), st.sampled_from([p.name for p in printers()]))
def test_whatever_is_typed_as_a_paper_is_found_or_refused_in_words(text, name):
    printer = next(printer for printer in printers() if printer.name == name)

    found = outcome(find_paper, printer, text)

    if isinstance(found, PrintError):
        assert found.code == "print-paper"
    else:
        assert 0.02 <= found.page_mm <= 0.5


def outcome(find, *asked):
    """What is found, or the refusal."""
    try:
        return find(*asked)
    except PrintError as refused:
        return refused


def test_a_leaf_has_two_pages():
    assert demand_book(target("kdp-6x9"), Book(pages=311, paper="cream")).pages == 312


@pytest.mark.parametrize(
    ("name", "pages", "paper"),
    [
        ("kdp-6x9", 22, ""), ("kdp-6x9", 830, "white"), ("kdp-hardcover-6x9", 74, ""),
        ("kdp-hardcover-6x9", 552, ""), ("ingram-6x9", 16, ""), ("bookk-a5", 48, ""),
        ("kdp-6x9", 0, ""), ("kdp-6x9", -6, ""), ("offset-a5", 8, "spine 14mm"),
    ],
)  # fmt: skip
def test_a_book_that_a_printer_does_not_bind_is_refused(name, pages, paper):
    with pytest.raises(PrintError) as refused:
        demand_book(target(name), Book(pages=pages, paper=paper))

    assert refused.value.code == "print-pages"
    assert refused.value.facts["pages"] == pages


@pytest.mark.parametrize(
    ("name", "pages", "paper", "limits"),
    [
        ("kdp-6x9", 800, "cream", (24, 776)), ("kdp-6x9", 64, "standard colour", (72, 600)),
        ("bookk-a5", 420, "미색모조 100g", (50, 399)), ("ingram-6x9", 1100, "creme", (18, 1050)),
    ],
)  # fmt: skip
def test_a_paper_of_which_a_printer_binds_fewer_or_more_pages_is_refused(
    name, pages, paper, limits
):
    with pytest.raises(PrintError) as refused:
        demand_book(target(name), Book(pages=pages, paper=paper))

    assert refused.value.code == "print-paper-pages"
    assert (refused.value.facts["fewest"], refused.value.facts["most"]) == limits


@pytest.mark.parametrize(("pages", "paper"), [(398, "미색100"), (399, "미색80"), (400, "미색80")])
def test_without_a_paper_the_first_that_is_bound_so_thick_is_taken(pages, paper):
    assert demand_book(target("bookk-a5"), Book(pages=pages, paper="")).paper == paper


@pytest.mark.parametrize("text", ["cream", "Crème", "미색지", "cream paper, black ink", "CREAM"])
def test_a_paper_is_found_by_its_names_in_both_languages(text):
    assert find_paper(target("kdp-6x9").printer, text).name == "cream"


@pytest.mark.parametrize(("name", "paper"), [("kdp-6x9", "90g"), ("kdp-6x9", "silk"), ("a5", "9000g"),
                                             ("a5", "3mm"), ("kdp-6x9", "spine 14mm"), ("a5", "spine 500mm")])  # fmt: skip
def test_a_paper_that_a_printer_does_not_have_is_refused_with_its_papers(name, paper):
    with pytest.raises(PrintError) as refused:
        demand_book(target(name), Book(pages=200, paper=paper))

    assert refused.value.code == "print-paper"


@pytest.mark.parametrize(
    ("name", "pages", "paper", "spine"),
    [
        # KDP help G201953020
        ("kdp-6x9", 300, "white", 300 * 0.002252 * INCH),
        ("kdp-6x9", 300, "cream", 300 * 0.0025 * INCH),
        ("kdp-6x9", 300, "colour", 300 * 0.002252 * INCH),
        ("kdp-6x9", 300, "premium", 300 * 0.002347 * INCH),
        # KDP's cover calculator for hardcovers
        ("kdp-hardcover-6x9", 300, "white", 0.8646 * INCH),
        # IngramSpark's templates of case laminate
        ("ingram-hardcover-6x9", 74, "creme", 0.313 * INCH),
        ("ingram-hardcover-6x9", 108, "creme", 0.375 * INCH),
        # Bookk's size check: 232 pages 14.36 mm, 400 pages 19.6 mm
        ("bookk-a5", 232, "", 14.36), ("bookk-a5", 400, "", 19.6),
        # Kyobo's instructions: 100 pages of 80 g are 4.8 mm
        ("kyobo-신국판", 100, "80g", 4.8),
        # the calculator of a Seoul printer
        ("offset-신국판", 200, "미색모조 80g", 9.6), ("offset-신국판", 201, "80", 9.696),
        # the calculator of another for cases: 200 pages of cream 80 g are 14 mm, and none under 8 mm
        ("양장 a4", 200, "미색모조 80g", 14.0), ("양장 a4", 40, "아르떼", 8.0),
        # what the printer told
        ("offset-a5", 200, "0.052 mm", 10.4), ("offset-a5", 200, "90g", 10.8),
        ("offset-a5", 200, "책등 14mm", 14.0), ("ingram-6x9", 300, "spine: 17.4 mm", 17.4),
    ],
)  # fmt: skip
def test_spines_are_as_wide_as_the_printers_say(name, pages, paper, spine):
    chosen = target(name)

    assert spine_mm(chosen, demand_book(chosen, Book(pages=pages, paper=paper))) == pytest.approx(
        spine, abs=0.015
    )


def test_papers_that_are_called_white_are_told_white():
    papers = [paper for printer in printers() for paper in printer.papers]
    assert all(paper.white for paper in papers if "white" in paper.english)
    assert not any(paper.white for paper in papers if "cream" in paper.english)
