"""A small training for tests: the tiny model, a few covers, and what watches it."""

from dataclasses import replace

import torch
from safetensors.torch import load_file

from pipeline.training.captions import caption
from pipeline.training.dataset import read_dataset
from pipeline.training.examining import examine
from pipeline.training.reports import Showing
from pipeline.training.run import train
from pipeline.training.settings import Recipe, Rhythm, Training

TRIGGER = "night sea"
RECIPE = Recipe(steps=6, resolution=64, bucket_step=32, rate=1e-2, accumulate=1, warmup=0.0)
RHYTHM = Rhythm(checkpoint_every=2, measure_every=3, paint_every=0, paint_steps=2)
BLANK = Showing(plot=lambda _history: b"plot", sheet=lambda _step, _loss, _pictures: b"sheet")


def no_lettering(_picture):
    return False


def looked_at(folder, resolution=64, step=32):
    """The examination of a folder, without a look for lettering."""
    dataset = read_dataset(folder, lambda row: caption(row, genre="book", trigger=TRIGGER))
    return examine(dataset, resolution, lambda _done, _all: None, step=step,
                   read=("none", no_lettering))  # fmt: skip


def training(models, out, *, model="sd1", rhythm=RHYTHM, half=False, **recipe):
    """A training on a tiny model, with `recipe` as it differs from RECIPE."""
    return Training(
        name="sea", genre="science-fiction", trigger=TRIGGER, model=models / model, base=model,
        revision="tiny", out=out, recipe=replace(RECIPE, **recipe), rhythm=rhythm, device="cpu",
        half=half, release="1.2.3",
    )  # fmt: skip


def go(plan, examination, *, tell=lambda _event: None, stop=lambda: False, showing=BLANK,
       restart=False):  # fmt: skip
    """Train; what it came to."""
    return train(plan, examination, showing, tell=tell, stop=stop, restart=restart)


def weights(plan):
    """The tensors of what a training left."""
    return load_file(plan.out / "sea.safetensors")


def same(one, other):
    """Whether two sets of tensors are equal to the bit."""
    return one.keys() == other.keys() and all(torch.equal(one[name], other[name]) for name in one)
