"""What an operation may use while it runs."""

from collections.abc import Callable
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from pipeline.domain.painting import PaintedPicture, PaintRequest
from pipeline.domain.step import Step
from pipeline.domain.version import Draft, Sha
from pipeline.ports.painter import Watch

W_co = TypeVar("W_co", covariant=True)
P = ParamSpec("P")
T = TypeVar("T")


class Bench(Protocol[W_co]):
    """Processes that do the heavy parts, the pictures of a job, and who is told of progress.

    `W_co` is the workshop that every process has.
    """

    async def do(
        self, work: Callable[Concatenate[W_co, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """`work(workshop, ...)` in a worker process; it and its arguments must be picklable.

        Raises:
            WorkError: when the process was lost or took too long.
        """
        ...

    async def tell(
        self, step: Step, picture: bytes | None = None, made: Draft | None = None
    ) -> None:
        """Say how far the work is, with a `picture` of it (PNG or JPEG).

        What was `made` already is kept, if the store can be reached, whatever becomes of the rest.

        Raises:
            Stopped: when nobody wants the result any more; let it pass.
        """
        ...

    async def blob(self, sha: Sha) -> bytes:
        """The content of a blob."""
        ...

    async def paint(self, request: PaintRequest, watch: Watch) -> PaintedPicture:
        """A picture by the model, in the turn of whoever the job is for.

        Raises:
            PaintError: when there is no model, or it cannot paint this.
        """
        ...

    def new_id(self) -> str:
        """An id for a version."""
        ...


class Stopped(Exception):  # noqa: N818 - no error: the job was cancelled or is somebody else's
    """The work shall end here, between two steps."""
