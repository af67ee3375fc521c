import numpy as np
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from tests.prepress.pages import (
    POINTS,
    check,
    found,
    ground,
    helvetica,
    pdf,
    report,
    target,
    text,
    verdicts,
    wrap,
)

PLAIN, STRICT = target(own=False), target(own=False, strict=True)


def test_total_ink_is_that_of_what_lies_above(tmp_path):
    white = b"0 0 0 0 k 0 0 2000 2000 re f"

    seen = found(tmp_path, pdf(white, art=ground((255, 255, 255, 255)))).pdf.inks

    assert seen.percentile == 0


@pytest.mark.parametrize(
    ("inks", "percent"), [((255, 0, 0, 0), 100), ((204, 204, 204, 204), 320), ((51, 0, 0, 51), 40)]
)
def test_total_ink_of_an_image_is_the_sum_of_its_plates(inks, percent, tmp_path):
    assert found(tmp_path, pdf(art=ground(inks, dpi=72))).pdf.inks.percentile == pytest.approx(
        percent, abs=1
    )


def test_the_worst_place_is_told(tmp_path):
    dark = np.array(ground((60, 0, 0, 0), dpi=100))
    dark[100:200, 200:300] = 255

    seen = check(report(tmp_path, pdf(art=dark), PLAIN), "total-ink")

    assert (seen.verdict, seen.measured, seen.limit) == ("fail", 400.0, 350.0)
    assert 50.8 <= seen.place.x <= 76.2 and 25.4 <= seen.place.y <= 50.8


def test_a_speck_of_black_in_all_plates_dries(tmp_path):
    speck = b"1 1 1 1 k 100 100 4 4 re f"

    assert verdicts(report(tmp_path, pdf(speck), PLAIN)) == {}


def test_samples_that_are_written_the_other_way_round_are_read_so(tmp_path):
    image = {"Decode": Array([1, 0, 1, 0, 1, 0, 1, 0])}

    seen = found(tmp_path, pdf(art=ground((255, 255, 255, 128), dpi=72), image=image))

    assert seen.pdf.inks.percentile == pytest.approx(50, abs=1)


def test_what_is_outside_the_clip_is_not_printed(tmp_path):
    clipped = b"q 100 100 50 50 re W n 1 1 1 1 k 0 0 2000 2000 re f Q 1 0 0 0 k 0 0 10 10 re f"

    seen = found(tmp_path, pdf(clipped, art=ground((0, 0, 0, 0), dpi=72))).pdf.inks

    assert seen.place.x == pytest.approx(100 / POINTS, abs=4)
    assert seen.most == 400


@pytest.mark.parametrize(("to", "verdict"), [(PLAIN, "warn"), (STRICT, "fail")])
def test_rgb_is_told_and_who_is_strict_does_not_take_it(to, verdict, tmp_path):
    seen = report(tmp_path, pdf(art=ground((9, 99, 199)), space="/DeviceRGB"), to)

    assert verdicts(seen).get("colour-space", "pass") == verdict or to is STRICT
    assert check(seen, "colour-space").measured == "RGB"
    assert check(seen, "total-ink") is None


def test_spot_colours_are_named_and_count_as_one_ink(tmp_path):
    def spot(made):
        tint = made.make_indirect(pikepdf.Stream(
            made, b"{0 0 0}", FunctionType=4, Domain=[0, 1], Range=[0, 1] * 4))  # fmt: skip
        space = Array([Name.Separation, Name("/Gold"), Name.DeviceCMYK, tint])
        return {"/ColorSpace": {"/Cs1": space}}

    seen = report(tmp_path, pdf(b"/Cs1 cs 1 scn 0 0 2000 2000 re f", resources=spot), PLAIN)

    assert check(seen, "spot-colours").measured == "Gold"
    assert check(seen, "total-ink").measured == 100


def test_indexed_colours_are_looked_up(tmp_path):
    table = pikepdf.String(bytes([0, 0, 0, 0, 255, 255, 255, 0]))
    art = np.broadcast_to(np.array([1], np.uint8), (300, 400, 1))

    seen = found(tmp_path, pdf(
        art=art, space=lambda _made: Array([Name.Indexed, Name.DeviceCMYK, 1, table])))  # fmt: skip

    assert seen.pdf.inks.percentile == 300


@pytest.mark.parametrize(
    ("dpi", "verdict"), [(300, "pass"), (297.5, "pass"), (240, "warn"), (150, "fail")]
)
def test_resolution_is_that_of_the_image_as_it_is_placed(dpi, verdict, tmp_path):
    seen = check(report(tmp_path, pdf(art=ground(dpi=dpi)), PLAIN), "image-resolution")

    assert seen.verdict == verdict
    assert seen.measured == pytest.approx(dpi, abs=1)


def test_a_gradient_of_two_pixels_is_no_coarse_picture(tmp_path):
    art = np.array([[[0, 0, 0, 0]], [[90, 0, 0, 0]]], np.uint8)

    assert verdicts(report(tmp_path, pdf(art=art), PLAIN)) == {}


def test_a_turned_image_has_the_resolution_of_its_sides(tmp_path):
    art = ground(dpi=100, size=(40, 20))
    side = b"q 0 %f %f 0 300 90 cm /Im0 Do Q" % (40 * POINTS, -20 * POINTS)

    seen = found(tmp_path, pdf(side, art=art)).pdf.images[-1]

    assert seen.dpi == pytest.approx(100, abs=1.5)
    assert (seen.box.w, seen.box.h) == pytest.approx((20, 40), abs=0.1)


def states(made):
    return {"/ExtGState": {
        "/Half": Dictionary(ca=0.5), "/Multiply": Dictionary(BM=Name.Multiply),
        "/Normal": Dictionary(BM=Name.Normal, ca=1, CA=1, SMask=Name("/None")),
    }}  # fmt: skip


@pytest.mark.parametrize(
    ("state", "kind"), [(b"/Half", "opacity"), (b"/Multiply", "blend-mode"), (b"/Normal", "")]
)
def test_transparency_is_what_is_painted_through(state, kind, tmp_path):
    content = state + b" gs 0 0 0 1 k 90 90 90 90 re f"

    seen = report(tmp_path, pdf(content, resources=states), PLAIN)

    assert check(seen, "transparency").measured == kind
    assert verdicts(seen) == ({"transparency": "warn"} if kind else {})


def test_a_state_that_is_set_and_never_painted_with_is_no_transparency(tmp_path):
    assert verdicts(report(tmp_path, pdf(b"/Half gs", resources=states), PLAIN)) == {}


def test_a_soft_mask_of_an_image_is_transparency_and_thins_its_ink(tmp_path):
    def masked(made):
        mask = made.make_indirect(pikepdf.Stream(
            made, bytes([128] * 100), Type=Name.XObject, Subtype=Name.Image, Width=10, Height=10,
            BitsPerComponent=8, ColorSpace=Name.DeviceGray))  # fmt: skip
        made.pages[0].Resources.XObject["/Im0"]["/SMask"] = mask

    seen = found(tmp_path, pdf(art=ground((255, 255, 0, 0), dpi=72), change=masked)).pdf

    assert seen.transparency == ("soft-mask",)
    assert seen.inks.percentile == pytest.approx(100, abs=2)


def test_a_font_that_is_not_in_the_file_is_named(tmp_path):
    words = text(b"Lantern", wrap().front.x + 10, 50, 24)

    seen = report(tmp_path, pdf(words, resources=helvetica), PLAIN)

    assert verdicts(seen) == {"fonts": "fail"}
    assert check(seen, "fonts").measured == "Helvetica"


def test_a_hairline_is_measured_after_it_was_scaled(tmp_path):
    seen = report(tmp_path, pdf(b"q 0.1 0 0 0.1 0 0 cm 2 w 9 9 m 90 90 l S Q"), PLAIN)

    assert check(seen, "hairline").measured == pytest.approx(0.2)
    assert verdicts(seen) == {"hairline": "warn"}


def test_who_is_strict_demands_the_standard_and_its_intent(tmp_path):
    seen = verdicts(report(tmp_path, pdf(), STRICT))

    assert seen == {"pdf-standard": "fail", "output-intent": "fail"}


def test_a_standard_that_is_claimed_and_not_kept_is_found(tmp_path):
    def claim(made):
        made.docinfo["/GTS_PDFXVersion"] = pikepdf.String("PDF/X-1:2001")
        made.docinfo["/GTS_PDFXConformance"] = pikepdf.String("PDF/X-1a:2001")

    content = b"/Half gs 0 0 0 1 k 90 90 90 90 re f"

    seen = report(tmp_path, pdf(content, resources=states, change=claim), PLAIN)

    assert check(seen, "pdf-claim").measured == "PDF/X-1a:2001"


def test_forms_are_looked_into(tmp_path):
    def form(made):
        inner = made.make_indirect(pikepdf.Stream(
            made, b"1 1 1 1 k 0 0 200 200 re f", Type=Name.XObject, Subtype=Name.Form,
            BBox=[0, 0, 100, 100], Matrix=[1, 0, 0, 1, 50, 50]))  # fmt: skip
        return {"/XObject": {"/Fm0": inner}}

    seen = found(tmp_path, pdf(b"/Fm0 Do", resources=form)).pdf.inks

    assert seen.most == 400
    assert seen.place.x >= 50 / POINTS - 3
