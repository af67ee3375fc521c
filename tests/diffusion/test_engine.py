"""Which engine serves a request: shared steps, the model's own pipelines, a model for parts."""

import io

import numpy as np
import pytest
import torch
from PIL import Image

from pipeline.domain.errors import ModelError
from pipeline.engines.diffusion import engine as engine_module
from pipeline.engines.diffusion.batching import Continuous
from pipeline.engines.diffusion.engine import open_engine
from pipeline.engines.diffusion.stock import Stock
from tests.diffusion.painting import (
    ends,
    half_mask,
    painted,
    photograph,
    settings_of,
    wish,
)


@pytest.mark.parametrize(
    ("kind", "engine"),
    [("sd1", Continuous), ("sd2", Continuous), ("xl", Stock), ("inpainting", Stock)],
)
def test_a_model_gets_the_engine_that_suits_it(models, kind, engine):
    assert type(open_engine(settings_of(models / kind))) is engine


def test_a_model_that_is_not_there_is_told(models):
    with pytest.raises(ModelError):
        open_engine(settings_of(models / "nowhere"))


def test_a_model_that_does_not_fit_into_memory_is_told(models, monkeypatch):
    def short(*_):
        raise torch.OutOfMemoryError

    monkeypatch.setattr(engine_module, "load", short)
    with pytest.raises(ModelError, match="model-memory") as caught:
        open_engine(settings_of(models / "sd1"))
    assert caught.value.facts == {"model": "sd1"}


def test_with_a_model_for_parts_masks_go_there_while_others_share_their_steps(models):
    settings = settings_of(models / "sd1", inpainting=models / "inpainting")
    by = open_engine(settings)
    wishes = {
        "new": wish(1), "from": wish(2, source=photograph(), strength=0.7),
        "part": wish(3, source=photograph(), mask=half_mask(), strength=1.0),
    }  # fmt: skip
    found = ends(painted(by, wishes))
    assert found.keys() == wishes.keys() and not by.busy
    kept, there = (np.asarray(Image.open(io.BytesIO(file)).convert("RGB"))[:, :32]
                   for file in (photograph(), found["part"].content))  # fmt: skip
    assert np.array_equal(kept, there)


def test_a_ticket_is_cancelled_wherever_it_is(models):
    by = open_engine(settings_of(models / "sd1", inpainting=models / "inpainting"))
    by.admit("new", wish(1))
    by.admit("part", wish(2, source=photograph(), mask=half_mask()))
    by.step()
    by.cancel("new")
    by.cancel("part")
    assert not by.busy
