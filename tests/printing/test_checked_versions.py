"""Preflight of versions: by the file that nobody has ordered yet, and that nothing keeps."""

from config.shops import load_shops
from pipeline.domain.operation import Print
from pipeline.domain.report_json import report_in
from pipeline.workshop.check_version import checked_version, version_for_shop
from pipeline.workshop.printing import Printing
from tests.printing.test_print_cover import ENGLISH, of
from tests.real import workshop
from tests.workshop.drawings import BENCH, book, brought, drawn

SHOP = load_shops()[0]


def printing(order, version=None):
    version = version or drawn("papercut", "en")
    art = version.document.art
    picture = BENCH.blobs[art.origin.sha256] if hasattr(art, "origin") else None
    return Printing(
        version=version, brief=book("en", style="papercut"), order=order, picture=picture
    )


def verdicts(report):
    return {check.code: (check.verdict, check.measured) for check in report.checks}


def test_a_version_is_checked_as_the_file_that_its_order_makes():
    assert checked_version(workshop(), printing(ENGLISH)) == report_in(of("en", ".json").content)


def test_without_pages_it_is_the_front_alone_and_what_that_leaves_open_is_told():
    report = checked_version(workshop(), printing(Print(target="kdp-5x8")))

    assert (report.verdict, report.unmeasured) == ("pass", ("spine-width", "barcode"))
    assert verdicts(report)["page-size"] == ("pass", "133.3 × 209.5")


def test_what_is_enlarged_on_the_way_is_a_note_with_the_resolution_that_it_has():
    found = verdicts(checked_version(workshop(), printing(Print(target="kdp-5x8"), brought())))

    assert found["resolution"][0] == "warn"
    assert 20 < found["resolution"][1] < 150
    assert found["image-resolution"] == ("pass", 300)


def test_a_shop_is_told_the_pixels_that_a_picture_has_before_anything_enlarges_it():
    drawing = version_for_shop(workshop(), printing(Print()), SHOP)
    picture = version_for_shop(workshop(), printing(Print(), brought()), SHOP)

    assert (drawing.verdict, drawing.unmeasured) == ("pass", ())
    assert verdicts(picture)["shop-sharp"][0] == "warn"
    assert verdicts(picture)["shop-sharp"][1] != "1600 × 2560"
