"""DiffSTE as an engine: samples share calls, and what goes wrong with one ends it alone."""

import asyncio
import functools
import io

import numpy as np
import pytest
import torch
from PIL import Image

from pipeline.domain.errors import ModelError
from pipeline.domain.limits import PaintingLimits
from pipeline.domain.painting import AdapterUse
from pipeline.engines.diffste.engine import open_writer
from pipeline.ports.painter import Advanced
from pipeline.queue.painting.both import PainterAndWriter
from pipeline.queue.painting.painter import PaintingProcess
from tests.diffusion.diffste import letters, writer
from tests.diffusion.painting import ends, painted, settings_of


def pixels(picture):
    return np.asarray(Image.open(io.BytesIO(picture.content)).convert("RGB")).astype(int)


def counted(by):
    """The rows of every pass of an engine, as they come."""
    rows = []
    by._pipelines.first.unet.register_forward_hook(
        lambda _unet, given, _: rows.append(len(given[0]))
    )
    return rows


def test_samples_of_a_job_share_every_pass_and_are_what_they_are_alone(diffste):
    together, alone = writer(diffste, rows=8), writer(diffste, rows=2)
    wishes = {f"s{seed}": letters(seed=seed) for seed in range(3)}
    rows = counted(together)
    found = ends(painted(together, wishes))
    assert rows == [6, 6]
    assert {one.record.buckets for one in found.values()} == {"6*2"}
    for ticket, request in wishes.items():
        by_itself = ends(painted(alone, {ticket: request}))[ticket]
        assert abs(pixels(found[ticket]) - pixels(by_itself)).max() <= 1
    assert abs(pixels(found["s0"]) - pixels(found["s1"])).max() > 8


def test_words_and_instruction_both_count(diffste):
    by = writer(diffste)
    wishes = {"a": letters("Salt"), "b": letters("Silt", instruction='Write "Salt"'),
              "c": letters("Salt", instruction='Write "Salt" in color: red')}  # fmt: skip
    made = [pixels(one) for one in ends(painted(by, wishes)).values()]
    assert all(abs(made[0] - other).max() > 1 for other in made[1:])


def test_steps_are_told_and_previews_made(diffste):
    events = painted(writer(diffste, preview_every=1), {"a": letters(steps=3)})["a"]
    steps = [event.step for event in events if isinstance(event, Advanced)]
    assert [(step.done, step.total) for step in steps] == [(1, 3), (2, 3), (3, 3)]
    assert Image.open(io.BytesIO(steps[0].preview)).size == (64, 64)


@pytest.mark.parametrize(("words", "code", "facts"), [
    ("달빛", "replace-script", {"characters": "달빛"}),
    ("caf\N{LATIN SMALL LETTER E WITH ACUTE}", "replace-script", {"characters": "é"}),
    ("a very long name of a shop", "replace-long", {"length": 26, "limit": 20}),
])  # fmt: skip
def test_what_it_cannot_write_ends_alone(diffste, words, code, facts):
    found = ends(painted(writer(diffste), {"a": letters(words), "b": letters()}))
    assert (found["a"].code, dict(found["a"].facts)) == (code, facts)
    assert found["b"].width == 64


def test_a_spoilt_mask_and_an_adapter_end_alone(diffste):
    wishes = {"mask": letters(mask=b"no picture"), "b": letters(),
              "adapter": letters(adapters=(AdapterUse(name="ink", sha256="0" * 64),))}  # fmt: skip
    found = ends(painted(writer(diffste), wishes))
    assert found["mask"].code == "paint-source"
    assert found["adapter"].code.startswith("adapter-")
    assert found["b"].height == 64


def test_one_is_cancelled_between_two_steps_and_the_other_goes_on(diffste):
    by = writer(diffste)
    for ticket in ("a", "b"):
        by.admit(ticket, letters(steps=4))
    by.step()
    by.cancel("a")
    assert ends(painted(by)).keys() == {"b"}


def test_a_call_that_nobody_waits_for_any_more_is_ended(diffste):
    by = writer(diffste)
    rows = counted(by)
    by.admit("a", letters(steps=50))
    by.step()
    by.cancel("a")
    assert not by.busy and by.step() == [] and len(rows) == 1


def test_where_memory_runs_out_half_as_many_share_a_pass(diffste):
    by = writer(diffste, rows=8)
    rows = counted(by)

    def short(_unet, given):
        if len(given[0]) > 2:
            raise torch.OutOfMemoryError

    by._pipelines.first.unet.register_forward_pre_hook(short)
    found = ends(painted(by, {f"s{seed}": letters(seed=seed) for seed in range(4)}))
    assert all(picture.width == 64 for picture in found.values())
    assert set(rows) == {2}


def test_a_folder_without_a_model_is_told(tmp_path):
    with pytest.raises(ModelError, match="writer-missing"):
        open_writer(settings_of(tmp_path))


async def unwatched(_step):
    pass


async def test_it_letters_in_a_process_of_its_own_behind_the_painters_door(diffste):
    factory = functools.partial(open_writer, settings_of(diffste))
    async with PaintingProcess(factory, at_once=4, limits=PaintingLimits()) as process:
        door = PainterAndWriter(None, process)
        asked = [door.paint(letters(seed=seed), unwatched) for seed in (1, 2)]
        one, other = await asyncio.gather(*asked)
    assert one.content != other.content and one.record.model == "diffste"
