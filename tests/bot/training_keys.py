"""Keys of the catalogue that the command for training puts together while it runs."""

from pipeline.training.events import Phase
from pipeline.training.flaws import Flaw


def training_keys():
    yield from (f"train-flaw-{flaw}" for flaw in Flaw)
    yield from (f"train-doing-{phase}" for phase in Phase)
    yield from (f"train-mark-{mark}" for mark in ("error", "warning", "fine"))
