from dataclasses import replace

import pytest

from config.formats import load_formats
from pipeline.domain.format import find_format
from pipeline.domain.geometry import Box
from pipeline.domain.layout import Role
from pipeline.domain.report import Verdict
from pipeline.domain.upscaling import Upscaled, Weights
from pipeline.stages.preflight import CHECKS, Evidence, of_art, preflight
from pipeline.typography.legibility import Measure
from tests.stages.proofs import block, layout
from tests.storage.test_retouches import brought

FORMATS = load_formats()
GOOD = (
    Measure(role=Role.TITLE, ratio=7.0, wanted=3.0),
    Measure(role=Role.AUTHOR, ratio=5.2, wanted=4.5),
)


def evidence(form="6x9", **changes):
    entry = find_format(form, FORMATS)
    px = entry.print_px()
    known = Evidence(format=entry, layout=layout(), measures=GOOD, pixels=px, art_px=px,
                     thumbnail_contrast=4.0, file_bytes={"jpeg": 2_000_000, "pdf": 3_000_000})  # fmt: skip
    return replace(known, **changes)


def check(code, form="6x9", **changes):
    return next(c for c in preflight(evidence(form, **changes)).checks if c.code == code)


@pytest.mark.parametrize("form", ["a4", "a5", "6x9", "신국판", "ebook", "2:3", "16:9"])
def test_a_good_cover_passes_every_check(form):
    report = preflight(evidence(form))
    assert {c.code: c.verdict for c in report.checks if c.verdict is not Verdict.PASS} == {}
    assert report.verdict is Verdict.PASS


def test_checks_come_in_their_order_and_under_their_codes():
    codes = [c.code for form in ("ebook", "6x9") for c in preflight(evidence(form)).checks]
    assert set(codes) == set(CHECKS) - {"enlarged"}
    assert codes[:10] == [code for code in CHECKS if code not in {"safe-area", "enlarged"}]


@pytest.mark.parametrize(("art_px", "verdict"), [
    ((1800, 2700), Verdict.PASS), ((1400, 2100), Verdict.WARN), ((300, 450), Verdict.WARN),
])  # fmt: skip
def test_what_a_picture_lacked_before_it_was_enlarged_is_told_and_fails_nowhere(art_px, verdict):
    made = Upscaled(engine="ncnn", weights=Weights.PHOTO, width_px=1, height_px=1)
    was = preflight(evidence(art_px=art_px))
    told = of_art(was, replace(brought("a" * 64).art, upscaled=made))
    codes = [c.code for c in told.checks]
    assert codes == [c.code.replace("resolution", "enlarged") for c in was.checks]
    found = told.checks[codes.index("enlarged")]
    assert (found.verdict, found.measured) == (verdict, check("resolution", art_px=art_px).measured)


def test_the_resolution_of_art_that_nothing_enlarged_stays_as_it_was():
    report = preflight(evidence(art_px=(300, 450)))
    assert of_art(report, brought("a" * 64).art) is report


def test_wrong_pixels_fail_with_both_sizes():
    found = check("pixels", pixels=(1200, 1800))
    assert (found.verdict, found.measured, found.limit) == (
        Verdict.FAIL,
        "1200 × 1800",
        "1800 × 2700",
    )


@pytest.mark.parametrize(
    ("art_px", "dpi", "verdict"),
    [((1800, 2700), 300, "pass"), ((1200, 1800), 200, "warn"), ((1020, 1530), 170, "fail")],
)
def test_the_resolution_is_that_of_the_art_before_it_was_enlarged(art_px, dpi, verdict):
    found = check("resolution", art_px=art_px)
    assert (found.measured, found.verdict) == (dpi, verdict)


def test_a_preview_is_only_a_warning():
    report = preflight(evidence(pixels=(1024, 1536), art_px=(1024, 1536)))
    assert report.verdict is Verdict.WARN
    assert [c.measured for c in report.checks[:2]] == ["1024 × 1536", 170.67]


@pytest.mark.parametrize(
    ("role", "code"), [(Role.TITLE, "contrast-title"), (Role.SERIES, "contrast-small")]
)
def test_the_worst_contrast_counts(role, code):
    faint = Measure(role=role, ratio=2.9, wanted=3.0 if role is Role.TITLE else 4.5)
    found = check(code, measures=(*GOOD, faint))
    assert (found.verdict, found.measured, found.limit) == (Verdict.FAIL, 2.9, faint.wanted)


@pytest.mark.parametrize(
    ("size", "points", "verdict"),
    [(0.05, 21.6, "pass"), (0.016, 6.91, "warn"), (0.01, 4.32, "fail")],
)
def test_the_smallest_type_is_told_in_points_of_the_printed_page(size, points, verdict):
    lettering = replace(layout(), blocks=(block(Role.AUTHOR, "A", 0.5, size),))
    found = check("smallest-text", layout=lettering)
    assert (found.measured, found.verdict) == (points, verdict)


@pytest.mark.parametrize(
    ("y", "mm", "verdict"), [(0.1, 15.24, "pass"), (0.01, 2.29, "warn"), (-0.01, -2.29, "fail")]
)
def test_lettering_near_the_knife_is_noticed(y, mm, verdict):
    lettering = replace(layout(), blocks=(block(Role.TITLE, "A", y, 0.1),))
    found = check("safe-area", layout=lettering)
    assert (found.measured, found.verdict) == (mm, verdict)


def test_the_nearest_of_all_edges_counts():
    right = replace(block(Role.TITLE, "A", 0.5, 0.1), box=Box(x=0.5, y=0.4, w=0.49, h=0.1))
    assert check("safe-area", layout=replace(layout(), blocks=(right,))).measured == 1.52


def test_a_title_too_small_or_too_faint_in_a_thumbnail_is_a_warning():
    small = replace(layout(), blocks=(block(Role.TITLE, "A", 0.1, 0.05),))
    assert check("thumbnail-size", layout=small).verdict is Verdict.WARN
    assert check("thumbnail-contrast", thumbnail_contrast=1.4).verdict is Verdict.WARN


@pytest.mark.parametrize(
    ("kind", "size", "verdict", "limit"),
    [("jpeg", 50e6, "pass", 50), ("jpeg", 51e6, "fail", 50),
     ("pdf", 40e6, "pass", 40), ("pdf", 41e6, "warn", 40), ("pdf", 651e6, "fail", 650)],
)  # fmt: skip
def test_a_file_too_large_for_the_shop_is_noticed(kind, size, verdict, limit):
    found = check(f"file-{kind}", file_bytes={kind: int(size)})
    assert (found.verdict, found.limit) == (verdict, limit)


def test_a_shop_takes_no_tiny_ebook_cover():
    assert check("shop-pixels", "ebook", pixels=(600, 960)).verdict is Verdict.FAIL


def test_the_worst_check_is_the_verdict():
    assert preflight(evidence(thumbnail_contrast=1.0)).verdict is Verdict.WARN
    assert preflight(evidence(thumbnail_contrast=1.0, pixels=(1, 1))).verdict is Verdict.FAIL
