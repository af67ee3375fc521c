"""Continuous batching: pictures join, leave and are cancelled between denoising steps.

Every pass of the UNet is shared by pictures of one size, whatever their step, number of steps,
sampler, guidance and adapters (the idea of Orca, Yu et al. 2022, for language models, brought to
diffusion, where it is easier: a picture's state between two steps is a few hundred kilobytes).
"""

from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from dataclasses import dataclass
from functools import partial
from typing import Any

from pipeline.domain.errors import PaintError
from pipeline.domain.painting import PaintRequest, PaintStep
from pipeline.engines.diffusion import outcome
from pipeline.engines.diffusion.aside import Lanes, lanes
from pipeline.engines.diffusion.bank import BankFull
from pipeline.engines.diffusion.buckets import filled
from pipeline.engines.diffusion.ceilings import Ceilings
from pipeline.engines.diffusion.developing import Developed, Developing
from pipeline.engines.diffusion.fairness import Size, Turns
from pipeline.engines.diffusion.model import bank_and_forward
from pipeline.engines.diffusion.parts import Parts
from pipeline.engines.diffusion.passes import Passes
from pipeline.engines.diffusion.preparing import Preparing
from pipeline.engines.diffusion.sample import Sample, rows_of, size_of
from pipeline.engines.diffusion.shortage import give_back, is_fatal, is_shortage
from pipeline.ports.painter import Advanced, Failed, PaintEvent, Ready


@dataclass(slots=True, kw_only=True, eq=False)
class _Job:
    """A ticket that has not ended. What is made aside for it: the sample, previews, the picture."""

    ticket: str
    request: PaintRequest
    sample: Sample | None = None
    making: Future[Any] | None = None
    again: Callable[[], Future[Any]] | None = None
    preview: Future[bytes | None] | None = None


class Continuous:
    """Paints for many at once, by steps. It belongs to one thread, which `step` blocks."""

    def __init__(self, parts: Parts, beside: Lanes | None = None) -> None:
        """`beside` are those who do what goes on beside the passes."""
        self._parts = parts
        self._bank, forward = bank_and_forward(parts)
        self._passes = Passes(parts, forward, self._bank)
        self._preparing = Preparing(parts)
        self._developing = Developing(parts)
        self._lanes = beside or lanes(parts.device)
        self._ceilings = Ceilings(parts.settings.rows)
        self._turns: Turns[Size] = Turns()
        self._jobs: dict[str, _Job] = {}
        self._said: list[PaintEvent] = []
        self._waits_for_bank: str | None = None

    @property
    def busy(self) -> bool:
        """Whether any admitted ticket has not ended."""
        return bool(self._jobs)

    def admit(self, ticket: str, request: PaintRequest) -> None:
        """Take a request; it joins the others at a following step."""
        self._jobs[ticket] = _Job(ticket=ticket, request=request)
        self._turns.join(
            ticket, person=request.person, size=size_of(request), rows=rows_of(request)
        )

    def cancel(self, ticket: str) -> None:
        """Forget a ticket at once; nothing more is said of it. Unknown ones are ignored."""
        if ticket in self._jobs:
            self._forget(self._jobs[ticket], painted=False)

    def step(self) -> Sequence[PaintEvent]:
        """A pass for one size, beside which others are prepared and decoded; what came of it.

        Raises:
            torch.AcceleratorError: when the card or its driver failed.
        """
        self._prepare()
        self._listen()
        if not self._pass() and not self._said:
            self._wait()
            self._listen()
        said, self._said = self._said, []
        return said

    def _prepare(self) -> None:
        """Have those made ready whose turn comes soon, so that no row stays empty for them."""
        for ticket in self._turns.soon(self._parts.settings.rows):
            job = self._jobs[ticket]
            if job.sample is None and job.making is None:
                self._make(
                    job, self._lanes.preparing, self._preparing.sample, job.ticket, job.request
                )

    def _make(self, job: _Job, lane: Executor, work: Callable[..., Any], *given: Any) -> None:
        job.again = partial(lane.submit, work, *given)
        job.making = job.again()

    def _listen(self) -> None:
        """Take in what was done aside."""
        for job in list(self._jobs.values()):
            if job.preview is not None and job.preview.done():
                preview, job.preview = job.preview, None
                self._guarded(job, lambda job=job, preview=preview: self._show(job, preview))
            while job.making is not None and job.making.done():
                making, job.making = job.making, None
                self._guarded(job, lambda job=job, making=making: self._made(job, making))

    def _show(self, job: _Job, preview: Future[bytes | None]) -> None:
        error = preview.exception()
        if job.sample is not None and (error is None or not is_shortage(error)):
            self._advanced(job.sample, preview.result())

    def _made(self, job: _Job, making: Future[Any]) -> None:
        match self._result(job, making):
            case Sample() as sample:
                job.sample = sample
            case Developed() as developed:
                self._make(job, self._lanes.filing, developed.filed)
            case Ready() | Failed() as end:
                self._forget(job, painted=True)
                self._said.append(end)
            case _:
                raise AssertionError

    def _result(self, job: _Job, making: Future[Any]) -> object:
        """What was made; where memory was too little beside a pass, it is tried again alone."""
        error = making.exception()
        if error is not None and is_shortage(error) and job.again is not None:
            error.with_traceback(None)  # its frames hold on to what was too much
            give_back(self._parts.device)
            return job.again().result()
        return making.result()

    def _guarded(self, job: _Job, work: Callable[[], None]) -> None:
        """Let what goes wrong with one picture end it alone."""
        try:
            work()
        except Exception as error:
            if is_fatal(error):
                raise
            self._fail(job, error)

    def _wait(self) -> None:
        """Until something that is done aside is finished, when there is nothing else to do.

        Raises:
            RuntimeError: when there is nothing, which would go on for ever.
        """
        going = [job.making for job in self._jobs.values() if job.making is not None]
        if self._jobs and not going:
            raise RuntimeError("every picture waits for another")
        wait(going, return_when=FIRST_COMPLETED)

    def _pass(self) -> bool:
        """One pass, for the size that waits longest of those that have somebody ready."""
        for size in self._turns.sizes():
            samples, bucket = self._gathered(size)
            if samples:
                self._turns.passed(size)
                self._advance(size, samples, bucket)
                return True
        return False

    def _gathered(self, size: Size) -> tuple[list[Sample], int]:
        """Who goes into the next pass of a size, with their adapters in the bank, and its rows."""
        turns = self._turns.of(size)
        waiting = [job.sample for job in map(self._jobs.__getitem__, (t.ticket for t in turns))]
        ready = [sample for sample in waiting if sample is not None]
        held = self._holding(ready)
        wishes = [(rows_of(sample.request), sample.demanded) for sample in held]
        places, bucket = filled(wishes, self._ceilings.most(size), self._ceilings.steps)
        return [held[place] for place in places], bucket

    def _holding(self, samples: Sequence[Sample]) -> list[Sample]:
        """Those that have their adapters; the others wait until there is room for theirs."""
        holding: list[Sample] = []
        rows = 0
        for sample in samples:
            if sample.held is None and rows < self._ceilings.steps[-1]:
                self._hold(sample)
            if sample.held is not None:
                holding.append(sample)
                rows += rows_of(sample.request)
        return holding

    def _hold(self, sample: Sample) -> None:
        """Put a picture's adapters into the bank, unless it is full, or somebody waits before it."""
        wanted = sample.request.adapters
        if wanted and self._waits_for_bank not in {None, sample.ticket}:
            return
        try:
            sample.held = self._bank.take(wanted, self._parts.settings.adapter)
        except BankFull:
            # its size has turns from now on: the others with adapters wait for this one
            self._turns.start(sample.ticket)
            self._waits_for_bank = sample.ticket
        except Exception as error:
            if is_fatal(error):
                raise
            self._fail(self._jobs[sample.ticket], error)
        else:
            self._turns.start(sample.ticket)
            self._waits_for_bank = None if wanted else self._waits_for_bank

    def _advance(self, size: Size, samples: Sequence[Sample], bucket: int) -> None:
        error = self._tried(samples, bucket)
        if error is None:
            self._ceilings.passed(size)
            self._moved(samples)
        elif is_shortage(error):
            del error
            self._shorten(size, samples, bucket)
        else:
            self._one_by_one(samples, bucket)

    def _tried(self, samples: Sequence[Sample], bucket: int) -> Exception | None:
        try:
            self._passes.advance(samples, bucket)
        except Exception as error:
            if is_fatal(error):
                raise
            return error
        return None

    def _shorten(self, size: Size, samples: Sequence[Sample], bucket: int) -> None:
        """After too little memory: fewer rows for the next pass; one that is alone cannot be painted."""
        give_back(self._parts.device)
        only = samples[0]
        if len(samples) == 1 and (only.demanded or bucket <= rows_of(only.request)):
            width, height = size
            error = PaintError("painter-memory", width=width, height=height)
            self._fail(self._jobs[only.ticket], error)
            return
        self._ceilings.lower(size, bucket)

    def _one_by_one(self, samples: Sequence[Sample], bucket: int) -> None:
        """Find out with whom it went wrong, in passes of the same size: the others lose no bit."""
        for sample in samples:
            error = self._tried([sample], bucket)
            if error is None:
                self._moved([sample])
            else:
                self._fail(self._jobs[sample.ticket], error)

    def _moved(self, samples: Sequence[Sample]) -> None:
        every = self._parts.settings.preview_every
        for sample in samples:
            job = self._jobs[sample.ticket]
            self._advanced(sample)
            if sample.finished:
                self._turns.leave(sample.ticket, painted=True)
                self._release(sample)
                self._make(job, self._lanes.developing, self._developing.picture, sample)
            elif every and (sample.done == 1 or sample.done % every == 0) and job.preview is None:
                job.preview = self._previewed(sample)

    def _previewed(self, sample: Sample) -> "Future[bytes | None] | None":
        if sample.seen is None:
            return None
        move = sample.moves[sample.done - 1]
        return self._lanes.previewing.submit(self._developing.preview, move, *sample.seen)

    def _advanced(self, sample: Sample, preview: bytes | None = None) -> None:
        step = PaintStep(done=sample.done, total=sample.total, preview=preview)
        self._said.append(Advanced(ticket=sample.ticket, step=step))

    def _fail(self, job: _Job, error: Exception) -> None:
        self._forget(job, painted=False)
        self._said.append(outcome.failed(job.ticket, job.request, error))

    def _forget(self, job: _Job, *, painted: bool) -> None:
        self._jobs.pop(job.ticket, None)
        self._turns.leave(job.ticket, painted=painted)
        if self._waits_for_bank == job.ticket:
            self._waits_for_bank = None
        if job.sample is not None:
            self._release(job.sample)
        for future in (job.making, job.preview):
            if future is not None:
                future.cancel()
        job.making = job.preview = None

    def _release(self, sample: Sample) -> None:
        if sample.held:
            self._bank.release(sample.held)
        sample.held = None
