"""The real engine in the model's own process: what it paints there is what it paints anywhere."""

import asyncio
import functools
import io
import multiprocessing
from dataclasses import replace

import pytest
from PIL import Image

from pipeline.domain.errors import ModelError, PaintError
from pipeline.domain.event import PainterEnded, PainterLost, PainterStarted
from pipeline.domain.limits import PaintingLimits
from pipeline.domain.painting import Manner, PaintRequest, Sampler
from pipeline.engines.diffusion.engine import open_engine
from pipeline.engines.diffusion.settings import EngineSettings
from pipeline.ports.bench import Stopped
from pipeline.queue.painting.painter import PaintingProcess

REQUEST = PaintRequest(prompt="a dark castle", negative="letters", width=64, height=96, seed=5,
                       manner=Manner(sampler=Sampler.DPM, steps=4), person="ann")  # fmt: skip
LIMITS = PaintingLimits(backoff_s=0.01)


class Steps:
    """Keeps what it is told; raises `Stopped` from the step on that ends the picture."""

    def __init__(self, stop_at=None):
        self.told, self.stop_at = [], stop_at

    async def __call__(self, step):
        self.told.append(step)
        if self.stop_at is not None and step.done >= self.stop_at:
            raise Stopped


def painter_of(model, events):
    settings = EngineSettings(model=model, name="tests/tiny", device="cpu", dtype="float32",
                              rows=4, preview_every=2)  # fmt: skip
    return PaintingProcess(functools.partial(open_engine, settings), at_once=2, limits=LIMITS,
                           notice=events.append)  # fmt: skip


async def test_a_model_paints_in_its_own_process(models):
    events = []
    async with painter_of(models / "sd1", events) as painter:
        steps = Steps()
        alone = await painter.paint(REQUEST, steps)
        assert Image.open(io.BytesIO(alone.content)).size == (64, 96)
        assert (steps.told[-1].done, steps.told[-1].total) == (4, 4)
        assert any(step.preview for step in steps.told)

        same = replace(REQUEST, buckets=alone.record.buckets)
        others = [replace(REQUEST, seed=n, person=f"p{n}", manner=Manner(steps=n + 2))
                  for n in range(3)]  # fmt: skip
        again, *_ = await asyncio.gather(*(painter.paint(one, Steps()) for one in (same, *others)))
        assert again.content == alone.content

        with pytest.raises(Stopped):
            await painter.paint(replace(REQUEST, manner=Manner(steps=50)), Steps(stop_at=3))
        with pytest.raises(PaintError) as caught:
            await painter.paint(replace(REQUEST, source=b"no picture"), Steps())
        assert caught.value.code == "paint-source"

        (process,) = multiprocessing.active_children()
        process.kill()
        process.join()
        after = await painter.paint(same, Steps())
        assert after.content == alone.content
    assert not multiprocessing.active_children()
    kinds = [type(event) for event in events]
    assert kinds.count(PainterStarted) == 2
    assert [event.why for event in events if isinstance(event, PainterLost)] == ["gone"]
    assert kinds[-1] is PainterEnded


async def test_weights_that_are_not_there_are_told_as_such(tmp_path):
    async with painter_of(tmp_path / "nothing", []) as painter:
        with pytest.raises(ModelError):
            await painter.paint(REQUEST, Steps())
