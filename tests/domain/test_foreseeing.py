"""How long a picture will be enlarged, by what such orders took here and else by what is usual."""

import pytest

from pipeline.domain.foreseeing import SECONDS_A_MEGAPIXEL, Enlarging, enlarging_s
from pipeline.domain.upscaling import Enlarger, Weights

HALF = (500, 1000)


def took(seconds, kind="print", engine=Enlarger.TORCH, weights=Weights.PHOTO, megapixels=0.25):
    return Enlarging(
        kind=kind, engine=engine, weights=weights, megapixels=megapixels, seconds=seconds
    )


@pytest.mark.parametrize("engine", [Enlarger.NCNN, Enlarger.TORCH])
@pytest.mark.parametrize("weights", Weights)
def test_what_was_never_measured_takes_what_is_usual_with_the_engine(weights, engine):
    other = next(one for one in Weights if one is not weights)
    shown = (took(1.0, engine=engine, weights=other), took(1.0, engine=Enlarger.REALESRGAN))

    usual = 0.5 * SECONDS_A_MEGAPIXEL[engine][weights]
    assert enlarging_s(HALF, weights, engine, "print", shown) == pytest.approx(usual)


def test_nobody_knows_what_the_package_takes_before_it_did():
    assert enlarging_s(HALF, Weights.PHOTO, Enlarger.REALESRGAN, "print") is None


def test_orders_take_by_megapixels_what_those_of_their_kind_took_here():
    shown = (took(10.0), took(20.0, megapixels=0.75), took(2.0, kind="upscale"))

    assert enlarging_s(HALF, None, Enlarger.TORCH, "print", shown) == pytest.approx(15.0)
    assert enlarging_s(HALF, None, Enlarger.TORCH, "upscale", shown) == pytest.approx(4.0)


def test_a_kind_that_was_never_measured_takes_what_the_quickest_other_did():
    shown = (took(90.0), took(10.0, kind="upscale"), took(1.0, weights=Weights.DRAFT))

    assert enlarging_s(HALF, Weights.PHOTO, Enlarger.TORCH, "export", shown) == pytest.approx(20.0)
