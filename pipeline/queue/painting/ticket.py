"""A picture that somebody waits for."""

import asyncio
import secrets
from dataclasses import dataclass, field, replace

from pipeline.domain.errors import ArtiCoverError
from pipeline.domain.painting import PaintedPicture, PaintRequest, PaintStep
from pipeline.ports.painter import Watch
from pipeline.queue.painting.messages import latest


@dataclass(slots=True, kw_only=True, eq=False)
class Ticket:
    """One call of the painter. Its times are those of the loop."""

    request: PaintRequest
    asked_at: float
    name: str = field(default_factory=lambda: secrets.token_hex(8))
    admitted_at: float | None = None
    _untold: PaintStep | None = field(default=None, init=False)
    _end: PaintedPicture | ArtiCoverError | None = field(default=None, init=False)
    _changed: asyncio.Event = field(default_factory=asyncio.Event, init=False)

    def advanced(self, step: PaintStep) -> None:
        """The picture is a step further; whoever watches slowly is told the newest step only."""
        self._untold = latest(self._untold, step)
        self._changed.set()

    def ended(self, end: PaintedPicture | ArtiCoverError) -> None:
        """There is the picture, or there is none for that reason."""
        self._end = end
        self._changed.set()

    async def followed(self, watch: Watch, look_s: float) -> PaintedPicture:
        """The picture, when it is there; until then `watch` is told.

        While nothing changes, it is told the last step again every `look_s`, so that what it
        raises ends a ticket that still waits for its turn.

        Raises:
            ArtiCoverError: that with which the ticket ended.
        """
        told = PaintStep(done=0, total=self.request.manner.steps)
        while True:
            try:
                async with asyncio.timeout(look_s):
                    await self._changed.wait()
            except TimeoutError:
                await watch(told)
                continue
            self._changed.clear()
            if (step := self._untold) is not None:
                self._untold, told = None, replace(step, preview=None)
                await watch(step)
            if self._end is not None:
                return _value(self._end)


def _value(end: PaintedPicture | ArtiCoverError) -> PaintedPicture:
    if isinstance(end, ArtiCoverError):
        raise end
    return end
