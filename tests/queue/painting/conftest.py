"""Painters that end with their test."""

import functools
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.domain.event import Event
from pipeline.domain.limits import PaintingLimits
from pipeline.domain.painting import PaintStep
from pipeline.queue.painting.painter import PaintingProcess
from tests.queue.painting import easel

LIMITS = {"backoff_s": 0.01, "longest_backoff_s": 0.02, "look_s": 0.02, "ahead": 0}


class Opened:
    """A painter, its events, and what its engine wrote into its diary."""

    def __init__(self, diary: Path, factory: Callable[[], Any] | None, at_once: int,
                 **limits: Any) -> None:  # fmt: skip
        self.diary = diary
        self.events: list[Event] = []
        self.painter = PaintingProcess(
            factory or functools.partial(easel.keeping, diary), at_once=at_once,
            limits=PaintingLimits(**{**LIMITS, **limits}), notice=self.events.append,
        )  # fmt: skip

    async def paint(self, prompt: str, watch: Any = None, **request: Any) -> bytes:
        """The content of a picture, which is the number of the process unless it is big."""
        painted = await self.painter.paint(easel.asked(prompt, **request), watch or unwatched)
        return painted.content

    def written(self) -> list[str]:
        return self.diary.read_text().splitlines() if self.diary.exists() else []

    def of(self, kind: type[Any]) -> list[Any]:
        return [event for event in self.events if isinstance(event, kind)]


async def unwatched(_step: PaintStep) -> None:
    pass


@pytest.fixture
async def opened(tmp_path: Path) -> AsyncIterator[Callable[..., Opened]]:
    """Opens painters, each with limits of its own."""
    made: list[Opened] = []

    def make(
        factory: Callable[[], Any] | None = None, *, at_once: int = 4, **limits: Any
    ) -> Opened:
        made.append(Opened(tmp_path / f"diary-{len(made)}", factory, at_once, **limits))
        return made[-1]

    yield make
    for one in made:
        await one.painter.close()
