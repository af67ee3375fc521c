"""A bench for one command: it works in a few processes, or in this one, and keeps nothing."""

from __future__ import annotations

import asyncio
import functools
import secrets
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from concurrent.futures import Executor

    from pipeline.domain.step import Progress, Step
    from pipeline.workshop.workshop import Workshop

P = ParamSpec("P")
T = TypeVar("T")


class CommandBench:
    """Does what one operation asks for; steps are shown to `progress`."""

    def __init__(
        self, open_workshop: Callable[[], Workshop], workers: Executor | None, progress: Progress,
        blobs: Mapping[str, bytes],
    ) -> None:  # fmt: skip
        """Without `workers` it works in this process; `blobs` are all pictures that there are."""
        self._open_workshop = open_workshop
        self._workers = workers
        self._progress = progress
        self._blobs = blobs

    async def do(
        self, work: Callable[Concatenate[Workshop, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """`work(workshop, ...)` in a worker process."""
        call = functools.partial(_in_workshop, self._open_workshop, work, *args, **kwargs)
        if self._workers is None:
            return call()
        return await asyncio.get_running_loop().run_in_executor(self._workers, call)

    async def tell(self, step: Step, picture: bytes | None = None) -> None:
        """Show a step."""
        self._progress(step)

    async def blob(self, sha: str) -> bytes:
        """The picture under a SHA-256."""
        return self._blobs[sha]

    def new_id(self) -> str:
        """An id for a version."""
        return secrets.token_hex(8)


def _in_workshop(
    open_workshop: Callable[[], Workshop], work: Callable[Concatenate[Workshop, P], T],
    *args: P.args, **kwargs: P.kwargs,
) -> T:  # fmt: skip
    return work(open_workshop(), *args, **kwargs)
