"""Pictures that share passes are the pictures that the stock pipelines paint one by one."""

from dataclasses import replace

import pytest

from pipeline.domain.painting import Sampler
from pipeline.engines.diffusion.loading import load
from tests.diffusion import loras
from tests.diffusion.painting import (
    Latents,
    Stock,
    apart,
    ends,
    half_mask,
    painted,
    photograph,
    settings_of,
    wish,
)

CLOSE = 1e-4
"""What the acceptance asks for; in float32 it is about 1e-6."""


@pytest.fixture(scope="module")
def adapters(models, tmp_path_factory):
    shelf = loras.Shelf(tmp_path_factory.mktemp("loras"))
    parts = load(settings_of(models / "sd1"))
    words = loras.lora(parts.text_encoder, endings=loras.TEXT, part="text_encoder", strength=0.1)
    shelf.put("red", loras.peft(loras.lora(parts.unet, seed=1)), loras.diffusers(words))
    shelf.put("blue", loras.kohya(loras.lora(parts.unet, rank=6, seed=2)))
    return shelf


@pytest.mark.parametrize("kind", ["sd1", "sd2"])
def test_every_sampler_in_one_crowd_paints_as_the_stock_pipeline(models, kind):
    by = Latents(load(settings_of(models / kind, rows=16)))
    wishes = {
        sampler.value: wish(number, sampler=sampler, steps=4 + number % 4,
                            guidance=(7.5, 1.0, 3.0)[number % 3])
        for number, sampler in enumerate(Sampler)
    }  # fmt: skip
    assert ends(painted(by, wishes)).keys() == wishes.keys()
    stock = Stock(models / kind)
    distances = {key: apart(by.latents[key], stock.latents(wishes[key])) for key in wishes}
    assert max(distances.values()) < CLOSE, distances


@pytest.mark.parametrize("sampler", Sampler)
def test_a_picture_from_a_picture_and_one_in_part_are_the_stock_pipelines(models, sampler, crowd):
    by, stock = crowd
    begun = wish(5, sampler=sampler, steps=6, source=photograph(), strength=0.6)
    wishes = {"whole": begun, "part": replace(begun, mask=half_mask()), "new": wish(6)}
    painted(by, wishes)
    for key, request in wishes.items():
        assert apart(by.latents[key], stock.latents(request)) < CLOSE, key


@pytest.fixture(scope="module")
def crowd(models):
    return Latents(load(settings_of(models / "sd1"))), Stock(models / "sd1")


def test_a_part_that_is_painted_anew_in_full_strength_is_the_stock_pipelines(crowd):
    by, stock = crowd
    request = wish(5, source=photograph(), mask=half_mask(), strength=1.0)
    painted(by, {"part": request})
    assert apart(by.latents["part"], stock.latents(request)) < CLOSE


def test_adapters_weights_sizes_people_and_times_mix_in_one_crowd(models, adapters):
    red, blue = adapters.use("red"), adapters.use("blue")
    by = Latents(load(settings_of(models / "sd1", adapter=adapters.path)))
    early = {
        "red": wish(1, adapters=(red,), steps=6, person="a"),
        "blue": wish(2, adapters=(replace(blue, weight=0.5),), sampler=Sampler.UNIPC, person="a"),
        "wide": wish(3, width=96, height=64, adapters=(red,), sampler=Sampler.EULER_A),
    }
    late = {
        "both": wish(4, adapters=(replace(red, weight=0.7), replace(blue, weight=-0.4))),
        "plain": wish(5, sampler=Sampler.PNDM, guidance=1.0, person="b"),
        "from": wish(6, adapters=(blue,), source=photograph(), strength=0.7, steps=5),
    }
    painted(by, early, until=lambda events: len(events) >= 3)
    painted(by, late)
    stock = Stock(models / "sd1", adapters.path)
    for key, request in (early | late).items():
        assert apart(by.latents[key], stock.latents(request)) < CLOSE, key
