"""From a brief to files: the one place where the command line meets the studio."""

from dataclasses import dataclass
from pathlib import Path

from bot.app import App
from pipeline.domain.brief import Brief


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be done with a brief's covers: where they go, and how the result is told."""

    folder: Path
    force: bool
    as_json: bool
    for_print: bool


def make(app: App, brief: Brief, order: Order) -> None:
    """Make the covers of a brief, write them, and tell what was made."""
    raise NotImplementedError
