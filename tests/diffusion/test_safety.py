"""What the safety checker finds unsafe never leaves the process."""

import numpy as np
import pytest
import torch
from diffusers import StableDiffusionPipeline
from PIL import Image

from pipeline.engines.diffusion.decoding import Decoder
from pipeline.engines.diffusion.loading import load
from pipeline.engines.diffusion.stock import stock_of
from pipeline.ports.painter import Ready
from tests.diffusion.painting import ends, engine, painted, settings_of, wish


def pictures(count):
    noise = np.random.default_rng(5).integers(0, 256, (count, 96, 64, 3), np.uint8)
    return [Image.fromarray(one) for one in noise]


@pytest.mark.parametrize(("kind", "found"), [("sd1", False), ("safe", False), ("strict", True)])
def test_the_checker_is_asked_of_every_picture(models, kind, found):
    assert Decoder(load(settings_of(models / kind))).unsafe(pictures(2)) == [found, found]


def test_its_verdict_is_the_stock_pipelines_and_not_the_companys(models):
    parts = load(settings_of(models / "strict"))
    shown = pictures(6)
    scores = [cosines(parts, picture) for picture in shown]
    # a border through the middle of what these pictures come to
    parts.checker.concept_embeds_weights.data.fill_(float(np.median(scores)))
    parts.checker.special_care_embeds_weights.data.fill_(2.0)
    pipe = StableDiffusionPipeline.from_pretrained(models / "strict", local_files_only=True)
    pipe.safety_checker = parts.checker
    values = np.stack([np.asarray(picture) for picture in shown]) / 255.0
    _, expected = pipe.run_safety_checker(values, "cpu", torch.float32)
    found = Decoder(parts).unsafe(shown)
    assert found == expected and set(found) == {True, False}
    assert [Decoder(parts).unsafe([picture])[0] for picture in shown] == found


def cosines(parts, picture):
    """The closest that a picture comes to any concept."""
    seen = parts.eyes(picture, return_tensors="pt").pixel_values
    with torch.no_grad():
        looked = parts.checker.visual_projection(parts.checker.vision_model(seen)[1])
    return float(torch.cosine_similarity(looked, parts.checker.concept_embeds).max())


ENGINES = [
    lambda folder: engine(folder, preview_every=1),
    lambda folder: stock_of(settings_of(folder, preview_every=1)),
]


@pytest.mark.parametrize("by", ENGINES)
@pytest.mark.parametrize(("kind", "shown"), [("safe", True), ("strict", False)])
def test_what_must_not_be_shown_is_not_shown_on_the_way_either(models, by, kind, shown):
    told = painted(by(models / kind), {"a": wish()})["a"]
    assert any(event.step.preview for event in told[:-1]) is shown


@pytest.mark.parametrize("by", ENGINES)
def test_an_unsafe_picture_is_told_and_dropped(models, by):
    told = painted(by(models / "strict"), {"a": wish(), "b": wish(seed=2)})
    assert [error.code for error in ends(told).values()] == ["paint-unsafe"] * 2
    assert not any(isinstance(event, Ready) for events in told.values() for event in events)


def test_without_the_checker_the_same_picture_is_handed_over(models):
    by = engine(models / "strict", safety=False)
    assert ends(painted(by, {"a": wish()}))["a"].content
