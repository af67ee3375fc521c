"""Pictures for shops of eBooks, and where ink is that a detector only boxed in."""

import json

import numpy as np
import pytest
from PIL import Image

from config.shops import load_shops
from pipeline.domain.report import Report
from pipeline.domain.report_json import report_entries, report_in
from pipeline.domain.shop import find_shop
from pipeline.prepress.preflight.reading import read_file
from pipeline.prepress.preflight.seen_ink import ALONG, BESIDE, ink_edges
from pipeline.prepress.preflight.shop_checks import judged_for_shop
from pipeline.prepress.shop import EBOOK_PX
from pipeline.stages.preflight import FILE_MB, SHOP_LEAST_PX, SHOP_MOST_PX
from tests.prepress.pages import pdf, verdicts

(SHOP,) = load_shops()


def judged(folder, size=(1600, 2560), name="a.jpg", mode="RGB"):
    Image.new(mode, size).save(folder / name)
    return verdicts(judged_for_shop(read_file(folder / name), SHOP))


@pytest.mark.parametrize(
    "asked", ["ebook", "eBook", "KDP e-book", "kindle", "전자책", "KDP 전자책"]
)
def test_a_shop_is_found_by_what_people_call_it(asked):
    assert find_shop(asked, load_shops()) == SHOP


def test_a_printer_is_no_shop():
    assert find_shop("kdp-6x9", load_shops()) is None


def test_the_catalogue_says_what_covers_are_made_and_checked_by():
    assert SHOP.ideal_px == EBOOK_PX
    assert (SHOP.least_px, SHOP.most_px) == (SHOP_LEAST_PX, SHOP_MOST_PX)
    assert SHOP.most_mb == FILE_MB["jpeg"][1]


@pytest.mark.parametrize(("how", "wrong"), [
    ({}, {}),
    ({"size": (625, 1000)}, {"shop-sharp": "warn"}),
    ({"size": (624, 999)}, {"shop-size": "fail", "shop-sharp": "warn"}),
    ({"size": (1600, 2400)}, {"shop-shape": "warn"}),
    ({"name": "a.png"}, {"shop-kind": "fail"}),
    ({"mode": "CMYK"}, {"shop-colours": "fail"}),
    ({"mode": "L"}, {"shop-colours": "warn"}),
    ({"size": (1000, 10001), "mode": "L"},
     {"shop-size": "fail", "shop-shape": "warn", "shop-colours": "warn"}),
])  # fmt: skip
def test_a_picture_is_judged_by_what_the_shop_takes(how, wrong, tmp_path):
    assert judged(tmp_path, **how) == wrong


def test_a_shop_takes_no_pdf(tmp_path):
    pdf().save(tmp_path / "a.pdf")

    assert verdicts(judged_for_shop(read_file(tmp_path / "a.pdf"), SHOP)) == {"shop-kind": "fail"}


def lettered(noise=0):
    """A line whose ink is at 30..170 and 40..60, and the box that a detector draws round it."""
    page = np.full((100, 200, 3), 40, np.uint8)
    page += np.random.default_rng(1).integers(0, noise + 1, page.shape).astype(np.uint8)
    page[40:60, 30:170:4] = page[40:60, 169] = 240
    return page, (22, 35, 178, 66)


def test_ink_is_found_to_the_pixel_on_plain_ground():
    assert ink_edges(*lettered()) == (30, 40, 170, 60)
    assert ink_edges(*lettered(noise=40)) == (30, 40, 170, 60)


def test_on_a_flat_spot_ink_is_taken_to_be_where_detectors_usually_have_it():
    box = (20, 30, 120, 50)

    found = ink_edges(np.zeros((100, 200, 3), np.uint8), box)

    assert found == pytest.approx((20 + ALONG * 20, 30 + BESIDE * 20, 120 - ALONG * 20,
                                   50 - BESIDE * 20))  # fmt: skip


def test_what_was_not_measured_is_kept_in_the_files_of_an_order():
    kept = json.dumps(report_entries(Report(checks=(), unmeasured=("total-ink",))))

    assert report_in(kept.encode()) == Report(checks=(), unmeasured=("total-ink",))
