"""A model that paints: as the pipeline asks it, and as it works in a process of its own."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from pipeline.domain.error import ArtiCoverError
from pipeline.domain.painting import PaintedPicture, PaintRequest, PaintStep

Watch = Callable[[PaintStep], Awaitable[None]]
"""Told of progress: the newest step, and again when nothing has changed for a while, from 0 on while
a request waits. What it raises ends the painting between two steps, and comes back out."""


class Painter(Protocol):
    """Paints for many at once; the event loop is never blocked by it."""

    @property
    def at_once(self) -> int:
        """So many pictures share the model's passes; more of them wait their turn."""
        ...

    async def paint(self, request: PaintRequest, watch: Watch) -> PaintedPicture:
        """A picture. When the caller is cancelled, it is ended between two denoising steps.

        Raises:
            PaintError: retryable when the model's process was lost; else what is wrong with the
                request, or that the picture must not be shown.
            ModelError: when the model or an adapter cannot be loaded.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Advanced:
    """The picture of a ticket is a step further."""

    ticket: str
    step: PaintStep


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """The picture of a ticket is finished."""

    ticket: str
    picture: PaintedPicture


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """The picture of a ticket cannot be painted; `stack` is set for what nobody foresaw."""

    ticket: str
    error: ArtiCoverError
    stack: str = ""


PaintEvent = Advanced | Ready | Failed


class PaintEngine(Protocol):
    """The model in its own process. It belongs to one thread, and `step` blocks it."""

    @property
    def busy(self) -> bool:
        """Whether any admitted ticket has not ended."""
        ...

    def admit(self, ticket: str, request: PaintRequest) -> None:
        """Take a request; it joins the others at a following step. It never raises."""
        ...

    def cancel(self, ticket: str) -> None:
        """Forget a ticket at once; nothing more is said of it. Unknown ones are ignored."""
        ...

    def step(self) -> Sequence[PaintEvent]:
        """Do one piece of work (a forward pass, a decoding) for some of what was admitted.

        What goes wrong with one ticket becomes its `Failed`; whatever is raised ends the process.
        """
        ...
