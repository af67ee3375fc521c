"""A bench for a command that makes no version: it works in processes and keeps nothing."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from pipeline.domain.errors import PaintError, StorageError
from pipeline.domain.ids import new_id
from pipeline.domain.limits import QueueLimits
from pipeline.domain.operation import Lane
from pipeline.queue.processes import Processes

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable

    from pipeline.domain.painting import PaintedPicture, PaintRequest
    from pipeline.domain.step import Progress, Step
    from pipeline.domain.version import Draft
    from pipeline.ports.painter import Watch
    from pipeline.workshop.workshop import Workshop

P = ParamSpec("P")
T = TypeVar("T")


class CommandBench:
    """Does what a command asks for; steps are shown to `progress`."""

    def __init__(self, processes: Processes[Workshop], progress: Progress) -> None:
        """A bench that works in `processes`."""
        self._processes = processes
        self._progress = progress

    async def do(
        self, work: Callable[Concatenate[Workshop, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """`work(workshop, ...)` in a worker process."""
        return await self._processes.run(Lane.LONG, work, *args, **kwargs)

    async def tell(
        self, step: Step, picture: bytes | None = None, made: Draft | None = None
    ) -> None:
        """Show a step."""
        self._progress(step)

    async def blob(self, sha: str) -> bytes:
        """There are no blobs here.

        Raises:
            StorageError: `blob-missing`, always.
        """
        raise StorageError("blob-missing", sha256=sha)

    async def paint(self, request: PaintRequest, watch: Watch) -> PaintedPicture:
        """There is no painter here.

        Raises:
            PaintError: `painter-missing`, always.
        """
        raise PaintError("painter-missing")

    def new_id(self) -> str:
        """An id for a version."""
        return new_id()


@contextlib.asynccontextmanager
async def command_bench(
    workshop: Callable[[], Workshop], workers: int, progress: Progress
) -> AsyncGenerator[CommandBench]:
    """A bench with `workers` processes, each with a `workshop`, which must be picklable."""
    async with Processes(workshop, long=workers, quick=0, step_s=QueueLimits().step_s) as processes:
        yield CommandBench(processes, progress)
