"""What a running job works with: its lane's processes, the blobs, and who is told of progress."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Concatenate, Generic, ParamSpec, TypeVar

from pipeline.domain.errors import PaintError, StorageError
from pipeline.domain.event import Notice, StepTaken, StoreFailed
from pipeline.domain.job import Job
from pipeline.domain.operation import kind_of
from pipeline.domain.painting import PaintedPicture, PaintRequest
from pipeline.domain.step import Step
from pipeline.domain.version import Draft, Sha
from pipeline.ports.bench import Stopped
from pipeline.ports.blobs import Blobs
from pipeline.ports.clock import Clock
from pipeline.ports.jobs import Work
from pipeline.ports.painter import Painter, Watch
from pipeline.queue.processes import Processes
from pipeline.queue.result import version_of
from pipeline.workshop.task import Task

W = TypeVar("W")
P = ParamSpec("P")
T = TypeVar("T")

PREVIEW_EVERY_S = 1.0
"""Pictures of the progress are stored no more often; nobody watches faster than this."""


@dataclass(slots=True, kw_only=True)
class JobBench(Generic[W]):
    """The bench of one run of a job, held by `token`.

    `early` are the ids of what was made and, if the store could be reached, is kept already.
    """

    job: Job
    task: Task
    token: str
    processes: Processes[W]
    work: Work
    blobs: Blobs
    clock: Clock
    notice: Notice
    make_id: Callable[[], str]
    painter: Painter | None = None
    early: list[str] = field(default_factory=list[str], init=False)
    _step: Step | None = field(default=None, init=False)
    _step_since: float = field(default=0.0, init=False)
    _preview: Sha = field(default="", init=False)
    _preview_at: float | None = field(default=None, init=False)

    async def do(
        self, work: Callable[Concatenate[W, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """`work(workshop, ...)` in a process of the job's lane.

        Raises:
            WorkError: when the process was lost or took too long.
        """
        return await self.processes.run(self.job.lane, work, *args, **kwargs)

    async def tell(
        self, step: Step, picture: bytes | None = None, made: Draft | None = None
    ) -> None:
        """Note how far the job is, with what it made already, and find out whether its result is still wanted.

        A store that is away does not end the work: whether it is wanted is asked again next time.

        Raises:
            Stopped: when the job was cancelled or somebody else has it.
        """
        self.step_ended()
        self._step, self._step_since = step, self.clock.monotonic()
        try:
            wanted = await self._noted(step, picture, made)
        except StorageError as error:
            self.notice(StoreFailed(code=error.code))
            return
        if not wanted:
            raise Stopped

    async def blob(self, sha: Sha) -> bytes:
        """The content of a blob."""
        return await self.blobs.get(sha)

    async def paint(self, request: PaintRequest, watch: Watch) -> PaintedPicture:
        """A picture by the model, in the person's turn.

        Raises:
            PaintError: `painter-missing`; what the painter raises.
        """
        if self.painter is None:
            raise PaintError("painter-missing")
        return await self.painter.paint(replace(request, person=self.job.person), watch)

    def new_id(self) -> str:
        """An id for a version."""
        return self.make_id()

    def step_ended(self) -> None:
        """Tell how long the step took that goes on, if any does."""
        if self._step is not None:
            seconds = self.clock.monotonic() - self._step_since
            self.notice(StepTaken(job=self.job.id, kind=kind_of(self.job.operation),
                                  stage=self._step.doing, seconds=seconds))  # fmt: skip
        self._step = None

    async def _noted(self, step: Step, picture: bytes | None, made: Draft | None) -> bool:
        due = picture is not None and self._preview_due()
        if not due and made is None:
            return await self._progress(step)
        async with self.blobs.writing():
            if picture is not None and due:
                self._preview = await self.blobs.put(picture)
                self._preview_at = self.clock.monotonic()
            return await self._progress(step, made)

    async def _progress(self, step: Step, made: Draft | None = None) -> bool:
        told = replace(step, preview=step.preview or self._preview)
        if made is None:
            return await self.work.progress(self.job.id, self.token, told)
        self.early.append(made.id)
        version = await version_of(made, self.job, self.task, self.blobs, self.clock.now())
        return await self.work.progress(self.job.id, self.token, told, (version,))

    def _preview_due(self) -> bool:
        last = self._preview_at
        return last is None or self.clock.monotonic() - last >= PREVIEW_EVERY_S
