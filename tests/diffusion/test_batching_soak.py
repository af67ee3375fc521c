"""Whatever comes, goes and fails in whatever order: everybody ends once, and nothing is left behind."""

import random

import pytest
import torch

from pipeline.domain.painting import AdapterUse, Sampler
from pipeline.ports.painter import Advanced
from tests.diffusion import loras
from tests.diffusion.painting import engine, half_mask, photograph, threads, wish

SIZES = ((64, 96), (96, 64), (64, 64))
BROKEN = {"source": b"no picture"}


def any_wish(draw, uses):
    """A request of any kind; one in eight cannot be painted."""
    kind = draw.choice(
        [{}, {}, {"source": photograph(), "strength": 0.7},
         {"source": photograph(), "mask": half_mask()}, {"buckets": "4*3"}, BROKEN]
    )  # fmt: skip
    width, height = draw.choice(SIZES)
    sampler = Sampler.DPM if "buckets" in kind else draw.choice(list(Sampler))
    return wish(
        draw.randrange(99), sampler=sampler, steps=3 if "buckets" in kind else draw.randint(2, 5),
        guidance=draw.choice([1.0, 7.5]), width=width, height=height, person=draw.choice("abc"),
        adapters=tuple(draw.sample(uses, draw.choice([0, 0, 1, 2]))), **kind,
    )  # fmt: skip


def short_now_and_then(unet, draw):
    forward = unet.forward

    def spoilt(latents, *given, **more):
        if len(latents) > 2 and draw.random() < 0.1:
            raise torch.OutOfMemoryError
        return forward(latents, *given, **more)

    unet.forward = spoilt


@pytest.mark.parametrize("seed", range(3))
def test_everybody_ends_once_and_nothing_is_left_behind(models, tmp_path, seed):
    draw, shelf = random.Random(seed), loras.Shelf(tmp_path)
    with threads() as beside:
        by = engine(models / "sd1", rows=4, adapter_slots=2, adapter=shelf.path, preview_every=2,
                    beside=beside if seed else None)  # fmt: skip
        uses = [shelf.put(f"{n}", loras.kohya(loras.lora(by.parts.unet, seed=n))) for n in range(4)]
        uses.append(AdapterUse(name="nowhere", sha256="0" * 64))
        short_now_and_then(by.parts.unet, draw)
        coming = [f"{n}" for n in range(40)]
        going, ended = set(), []
        while coming or by.busy:
            for _ in range(min(len(coming), draw.randint(0, 4))):
                by.admit(coming[0], any_wish(draw, uses))
                going.add(coming.pop(0))
            if going and draw.random() < 0.1:
                gone = draw.choice(sorted(going))
                by.cancel(gone)
                going.remove(gone)
            events = by.step()
            assert all(event.ticket in going for event in events)
            ends = [event.ticket for event in events if not isinstance(event, Advanced)]
            going.difference_update(ends)
            ended += ends
    assert not going and len(set(ended)) == len(ended) > 20
    assert not by._jobs and not by._turns.sizes() and by._waits_for_bank is None
    assert all(slot.pins == 0 for slot in by._bank._slots.values())
