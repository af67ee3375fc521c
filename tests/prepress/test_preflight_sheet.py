import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from pipeline.domain.printer import Book
from tests.prepress.pages import (
    BOOK,
    check,
    ground,
    helvetica,
    pdf,
    report,
    target,
    text,
    verdicts,
    wrap,
)

PLAIN = target(own=False)


def test_a_plain_good_file_has_nothing_to_object_to(tmp_path):
    assert verdicts(report(tmp_path, pdf(), PLAIN)) == {}


def test_a_page_of_another_size_says_both_sizes(tmp_path):
    size = (wrap().sheet.w + 6, wrap().sheet.h)

    found = report(tmp_path, pdf(size=size), PLAIN)

    assert verdicts(found) == {"page-size": "fail", "spine-width": "fail"}
    assert check(found, "spine-width").measured == pytest.approx(wrap().spine.w + 6, abs=0.1)
    assert check(found, "page-size").limit == f"{wrap().sheet.w:.1f} × {wrap().sheet.h:.1f}"


def test_without_pages_the_spine_is_not_judged_and_that_is_said(tmp_path):
    found = report(tmp_path, pdf(), PLAIN, book=None)

    assert verdicts(found) == {}
    assert {"spine-width", "spine-text"} <= set(found.unmeasured)


def test_the_same_sheet_for_a_thicker_book_fails_by_its_spine(tmp_path):
    found = report(tmp_path, pdf(), PLAIN, book=Book(pages=300, paper="100g"))

    assert verdicts(found)["spine-width"] == "fail"


def test_art_that_stops_at_the_knife_has_no_bleed(tmp_path):
    trim, sheet = wrap().trim, wrap().sheet
    short = pdf(art=ground(dpi=300), place=(trim.x, 0, trim.w + trim.x, sheet.h))

    found = check(report(tmp_path, short, PLAIN), "bleed")

    assert (found.verdict, found.limit) == ("fail", 3.0)
    assert found.measured < 0.5
    assert found.place.x == pytest.approx(trim.x)


def test_a_white_cover_needs_no_ink_in_its_bleed(tmp_path):
    assert (
        verdicts(
            report(tmp_path, pdf(b"0 0 0 0 k 0 0 5000 5000 re f 0 0 0 1 k 90 90 20 30 re f"), PLAIN)
        )
        == {}
    )


def test_a_page_turned_by_its_own_entry_is_read_as_it_is_seen(tmp_path):
    def turn(made):
        made.pages[0].obj["/Rotate"] = 90

    sheet = wrap().sheet
    words = text(b"Lantern", sheet.h / 2, sheet.w / 4, 24)

    found = report(tmp_path, pdf(words, size=(sheet.h, sheet.w), resources=helvetica, change=turn),
                   PLAIN)  # fmt: skip

    assert check(found, "page-size").verdict == "pass"
    assert check(found, "edge-clearance").measured > 10


def test_units_of_the_user_are_taken_into_account(tmp_path):
    def halve(made):
        page = made.pages[0]
        page.obj["/UserUnit"] = 2
        page.obj["/MediaBox"] = Array([float(v) / 2 for v in page.mediabox])
        content = page.Contents.read_bytes()
        page.Contents = pikepdf.Stream(made, b"0.5 0 0 0.5 0 0 cm " + content)

    assert verdicts(report(tmp_path, pdf(change=halve), PLAIN)) == {}


@pytest.mark.parametrize(("marks", "verdict"), [(True, "pass"), (False, "fail")])
def test_room_for_marks_is_for_printers_that_take_them(marks, verdict, tmp_path):
    sheet, trim = wrap().sheet, wrap().trim
    size = (sheet.w + 20, sheet.h + 20)
    box = (10 + trim.x, 10 + trim.y, 10 + trim.right, 10 + trim.bottom)
    made = pdf(size=size, boxes={"/TrimBox": box})

    found = report(tmp_path, made, target(own=False, marks=marks))

    assert check(found, "marks").verdict == verdict
    assert check(found, "page-size").verdict == check(found, "bleed").verdict == "pass"


def test_boxes_that_do_not_lie_in_one_another_fail(tmp_path):
    trim = wrap().trim
    box = (trim.x, trim.y, trim.right, trim.bottom)
    inner = (trim.x + 2, trim.y + 2, trim.right - 2, trim.bottom - 2)

    found = report(tmp_path, pdf(boxes={"/TrimBox": box, "/BleedBox": inner}), PLAIN)

    assert check(found, "boxes").verdict == "fail"


def test_notes_layers_and_a_second_page_are_counted(tmp_path):
    def add(made):
        note = made.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[0, 0, 9, 9]))
        made.pages[0].obj["/Annots"] = Array([note])
        group = made.make_indirect(Dictionary(Type=Name.OCG, Name="Guides"))
        made.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary())

    found = report(tmp_path, pdf(change=add, pages=2), PLAIN)

    assert verdicts(found) == {"page-count": "fail", "extras": "warn", "layers": "warn"}


def test_restrictions_without_a_password_are_seen(tmp_path):
    locked = pikepdf.Encryption(owner="secret", user="", allow=pikepdf.Permissions(extract=False))

    found = report(tmp_path, pdf(), PLAIN, encryption=locked)

    assert verdicts(found) == {"encryption": "fail"}


def test_a_front_alone_is_judged_as_a_front(tmp_path):
    size = (80 + 6, 110 + 6)

    found = report(tmp_path, pdf(size=size), PLAIN, book=BOOK)

    assert verdicts(found) == {}
    assert "barcode" in found.unmeasured


def test_a_front_without_bleed_fails_by_its_bleed_alone(tmp_path):
    assert verdicts(report(tmp_path, pdf(size=(80, 110)), PLAIN)) == {"bleed": "fail"}


def test_megabytes_are_held_against_what_the_printer_advises_and_allows(tmp_path):
    made, rule = pdf(), target(own=False, advised_mb=0.0001, allowed_mb=40.0)

    assert verdicts(report(tmp_path, made, rule)) == {"file-pdf": "warn"}
