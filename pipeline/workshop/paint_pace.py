"""How far several pictures are together, told as they go on side by side."""

import asyncio
from collections.abc import Sequence

from pipeline.domain.painting import PaintStep
from pipeline.domain.step import Doing, Step
from pipeline.ports.bench import Bench
from pipeline.workshop.workshop import Workshop

TOLD = 40
"""Besides its previews, a job's progress is told at most so many times."""


class Pace:
    """The progress of a job that paints pictures of so many `steps` each, and letters them.

    A picture counts its steps and one more for its lettering; reading comes first, and `after` are
    the parts that follow. Nothing is ever told twice or backwards.
    """

    def __init__(self, bench: Bench[Workshop], steps: Sequence[int], after: int = 1) -> None:
        self._bench = bench
        self._steps = steps
        self._done = [0.0] * len(steps)
        self._lettered = 0
        self._total = 1 + sum(steps) + len(steps) + after
        self._told = 0
        self._turn = asyncio.Lock()

    async def begun(self) -> None:
        """Everything is planned, and painting begins."""
        await self._tell(1, Doing.PAINTING, None)

    async def stepped(self, number: int, before: int, of: int, step: PaintStep) -> None:
        """Picture `number` is at `step` of a part that begins `before` and takes `of` of its steps."""
        share = before + of * step.done / max(1, step.total)
        self._done[number] = max(self._done[number], share)
        async with self._turn:
            due = self._reached() - self._told >= max(1, self._total / TOLD)
            if due or step.preview is not None:
                await self._tell(self._reached(), Doing.PAINTING, step.preview)

    async def lettered(self, number: int, glance: bytes) -> None:
        """Picture `number` is finished."""
        self._done[number] = self._steps[number]
        self._lettered += 1
        last = self._lettered == len(self._steps)
        painted = all(done >= steps for done, steps in zip(self._done, self._steps, strict=True))
        doing = Doing.SHEET if last else Doing.LETTERING if painted else Doing.PAINTING
        async with self._turn:
            await self._tell(self._reached(), doing, glance)

    def _reached(self) -> int:
        return 1 + int(sum(self._done)) + self._lettered

    async def _tell(self, done: int, doing: Doing, picture: bytes | None) -> None:
        self._told = max(self._told, done)
        await self._bench.tell(Step(done=self._told, total=self._total, doing=doing), picture)
