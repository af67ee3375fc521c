"""A seed is a picture: to the bit, alone or in company, in passes of the sizes that are recorded."""

from dataclasses import replace

import pytest
import torch

from pipeline.domain.errors import PaintError
from pipeline.domain.painting import Sampler
from tests.diffusion.painting import apart, ends, engine, painted, replayed, wish

ODD = {"width": 72, "height": 88}
"""A size at which the rows do not fill the processor's registers."""


@pytest.fixture(scope="module")
def by(models):
    return engine(models / "sd1")


@pytest.mark.parametrize("sampler", [Sampler.DPM, Sampler.DPM_SDE, Sampler.PNDM, Sampler.UNIPC])
def test_a_picture_is_the_same_to_the_bit_with_others_beside_it_and_before_it(by, sampler):
    mine = wish(1, sampler=sampler, steps=5, buckets="8*6" if sampler is Sampler.PNDM else "8*5")
    mine = replace(mine, **ODD)
    alone = ends(painted(by, {"mine": mine}))["mine"]
    others = {f"{n}": wish(9 + n, steps=2 + n, guidance=1 + n, **ODD) for n in range(3)}
    company = ends(painted(by, {**others, "mine": mine}))["mine"]
    assert company.content == alone.content
    assert company.record == alone.record


def test_what_was_painted_in_a_crowd_is_repeated_alone_from_its_record(by):
    crowd = {f"{n}": wish(n, steps=2 + n, person=f"{n}", **ODD) for n in range(4)}
    pictures = ends(painted(by, crowd))
    last = pictures["3"]
    assert last.record.buckets == "8*3,4*1,2*1"
    again = ends(painted(by, {"again": replayed(crowd["3"], last)}))["again"]
    assert again == last


def test_two_records_of_other_sizes_are_both_repeated_side_by_side(by):
    first, second = wish(1, buckets="8*3"), wish(2, buckets="2*1,4*2")
    alone = {key: ends(painted(by, {key: request}))[key]
             for key, request in {"first": first, "second": second}.items()}  # fmt: skip
    together = ends(painted(by, {"first": first, "second": second, "free": wish(3)}))
    assert {key: together[key] for key in alone} == alone


@pytest.mark.parametrize("buckets", ["x", "8", "8*2", "8*4", "1*3", "16*3", "8*3,", "8*-3", "0*3"])
def test_sizes_that_cannot_be_repeated_are_that_pictures_error_alone(by, buckets):
    found = ends(painted(by, {"bad": wish(1, buckets=buckets), "good": wish(2)}))
    assert isinstance(found["bad"], PaintError)
    assert found["bad"].code == "paint-buckets"
    assert found["good"].width == 64


def test_a_picture_tells_what_it_depends_on(by):
    record = ends(painted(by, {"one": wish(1)}))["one"].record
    assert (record.model, record.device, record.dtype, record.buckets) == (
        "sd1", f"cpu, threads: {torch.get_num_threads()}", "float32", "2*3",
    )  # fmt: skip
    assert {name for name, _ in record.versions} >= {"torch", "diffusers", "transformers"}


@pytest.mark.parametrize("dtype", ["bfloat16", "float16"])
def test_in_half_precision_latents_stay_whole_between_steps_and_bits_are_kept(models, by, dtype):
    half = engine(models / "sd1", dtype=dtype)
    mine = wish(1, steps=4, buckets="4*4")
    alone = ends(painted(half, {"mine": mine}))["mine"]
    kept = half.latents["mine"]
    company = ends(painted(half, {"other": wish(2, steps=2), "mine": mine}))["mine"]
    painted(by, {"mine": mine})
    assert kept.dtype is torch.float32 and alone.record.dtype == dtype
    assert company == alone
    assert apart(kept, by.latents["mine"]) < 0.05
