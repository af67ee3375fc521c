"""A process that trains until it is killed: `python -m tests.training.trainee MODELS DATA OUT STEPS`.

It says when a step was learnt, one line each, so that its killer need not guess how far it is.
"""

import sys
from pathlib import Path

import torch

from pipeline.training.events import Learnt
from tests.training.course import go, looked_at, training


def tell(event):
    if isinstance(event, Learnt):
        print(event.step, flush=True)


def main(models, data, out, steps):
    torch.set_num_threads(1)
    plan = training(Path(models), Path(out), steps=int(steps), ema=0.9, dropout=0.3)
    go(plan, looked_at(Path(data)), tell=tell)


if __name__ == "__main__":
    main(*sys.argv[1:])
