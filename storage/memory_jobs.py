"""Jobs in memory: the same contract as in a database, without outliving the process."""

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from pipeline.domain.errors import JobError, QueueError, VersionError
from pipeline.domain.foreseeing import LATE
from pipeline.domain.job import (
    LOST,
    Done,
    Failed,
    Fault,
    Job,
    Queued,
    Running,
    State,
    cancelled,
    claimed,
    ended,
    handed_back,
    is_open,
    taken_back,
)
from pipeline.domain.operation import Lane, kind_of
from pipeline.domain.outcome import (
    Again,
    Broken,
    Delivery,
    DeliveryState,
    Finished,
    HandedBack,
    Outcome,
    delivery_of,
)
from pipeline.domain.standing import MEASURED, Line, Overview
from pipeline.domain.step import Step
from pipeline.domain.version import Cover, Version
from pipeline.domain.waiting import is_due, wait_until
from pipeline.ports.clock import Clock
from pipeline.ports.jobs import Front
from storage.enlargings import enlarging_in
from storage.memory_state import PAUSED, MemoryState, Shipment
from storage.stopwatch import Stopwatch


class MemoryJobs:
    """Orders in memory; see `pipeline.ports.jobs.Jobs`."""

    def __init__(self, state: MemoryState) -> None:
        self._state = state

    async def submit(self, job: Job, *, cover: Cover | None = None, most_open: int) -> Job:
        """See the port."""
        state = self._state
        for earlier in state.jobs.values():
            if earlier.key == job.key:
                return earlier
        mine = [other for other in state.jobs.values() if other.person == job.person]
        if sum(map(is_open, mine)) >= most_open:
            raise QueueError("queue-full-person", limit=most_open)
        self._demand_known(job, cover)
        if cover is not None:
            state.covers[cover.id] = cover
        state.ordered += 1
        state.orders[job.id] = state.ordered
        state.jobs[job.id] = job
        return job

    def _demand_known(self, job: Job, cover: Cover | None) -> None:
        """Refuse what a database refuses: rows that refer to what is not there."""
        state = self._state
        people = {job.person} if cover is None else {job.person, cover.owner}
        there = job.cover in state.covers or (cover is not None and cover.id == job.cover)
        based = job.version is None or job.version in state.versions
        if not (there and based and people <= state.people.keys()):
            raise VersionError("cover-missing", cover=job.cover)

    async def job(self, job: str) -> Job | None:
        """See the port."""
        return self._state.jobs.get(job)

    async def jobs_of(self, person: str, *, limit: int = 20) -> Sequence[Job]:
        """See the port."""
        mine = [job for job in self._state.jobs.values() if job.person == person]
        return mine[::-1][:limit]

    async def cancel(self, job: str) -> Job:
        """See the port."""
        if job not in self._state.jobs:
            raise JobError("job-missing", job=job)
        over = cancelled(self._state.jobs[job])
        self._state.jobs[job] = over
        return over

    async def overview(self) -> Overview:
        """See the port."""
        state = self._state
        undelivered = (s for s in state.shipments.values() if s.state is DeliveryState.PENDING)
        return Overview(
            lines=tuple(line_of(job) for job in state.jobs.values() if is_open(job)),
            seconds=mean_seconds(state.seconds),
            paused=PAUSED in state.settings,
            undelivered=sum(1 for _ in undelivered),
        )


class MemoryWork:
    """Running jobs in memory; see `pipeline.ports.jobs.Work`."""

    def __init__(self, state: MemoryState, clock: Clock) -> None:
        self._state = state
        self._clock = clock
        self._watch = Stopwatch(clock)

    async def fronts(self, lane: Lane) -> Sequence[Front]:
        """See the port."""
        if PAUSED in self._state.settings:
            return ()
        oldest: dict[str, Front] = {}
        for job in self._state.jobs.values():
            if job.lane is lane and job.person not in oldest and self._startable(job.state):
                order = self._state.orders[job.id]
                oldest[job.person] = Front(job=job.id, person=job.person, order=order)
        return tuple(oldest.values())

    def _startable(self, state: State) -> bool:
        return isinstance(state, Queued) and is_due(state.not_before, self._clock.now())

    async def claim(self, job: str, token: str) -> Job | None:
        """See the port."""
        waiting = self._state.jobs.get(job)
        if waiting is None or PAUSED in self._state.settings:
            return None
        if not isinstance(waiting.state, Queued):
            return None
        self._watch.start(token)
        self._state.jobs[job] = claimed(waiting, token)
        return self._state.jobs[job]

    async def progress(
        self, job: str, token: str, step: Step, made: tuple[Version, ...] = ()
    ) -> bool:
        """See the port."""
        held = self._held(job, token)
        if held is None:
            return False
        self._state.jobs[job] = replace(held, step=step)
        self._grow(held.cover, made)
        return True

    async def settle(self, job: str, token: str, outcome: Outcome) -> bool:
        """See the port."""
        held, seconds = self._held(job, token), self._watch.stop(token)
        if held is None:
            return False
        match outcome:
            case Finished():
                self._finish(ended(held, token, Done()), outcome, seconds)
            case Broken(fault=fault):
                self._fail(ended(held, token, Failed(fault=fault)), fault)
            case Again(not_before=wanted, fault=fault):
                not_before = wait_until(wanted, self._clock.now())
                self._state.jobs[job] = ended(held, token, Queued(not_before=not_before))
                self._note(job, fault)
            case HandedBack():
                self._state.jobs[job] = handed_back(held, token)
        return True

    async def take_back(self, most_attempts: int) -> Sequence[Job]:
        """See the port."""
        lost = [job for job in self._state.jobs.values() if isinstance(job.state, Running)]
        back = [taken_back(job, most_attempts) for job in lost]
        for job in back:
            match job.state:
                case Failed(fault=fault):
                    self._fail(job, fault)
                case _:
                    self._state.jobs[job.id] = job
                    self._note(job.id, LOST)
        return back

    def _held(self, job: str, token: str) -> Job | None:
        held = self._state.jobs.get(job)
        match held:
            case Job(state=Running(token=holder)) if holder == token:
                return held
            case _:
                return None

    def _finish(self, done: Job, result: Finished, seconds: float | None) -> None:
        state = self._state
        self._grow(done.cover, result.versions)
        if seconds is not None:
            kind = kind_of(done.operation)
            state.seconds.setdefault(kind, deque(maxlen=MEASURED)).append(seconds)
            since = self._clock.now() - timedelta(seconds=seconds)
            made = (one for one in state.versions_of(done.cover)
                    if one.job == done.id and one.made_at >= since)  # fmt: skip
            found = (enlarging_in(kind, seconds, version) for version in made)
            late = state.enlargings.setdefault(kind, deque(maxlen=LATE))
            late.extend(one for one in found if one is not None)
        self._ship(done, result)

    def _grow(self, of: str, made: tuple[Version, ...]) -> None:
        """Add versions to a cover, and move its head."""
        state = self._state
        last = max((v.number for v in state.versions_of(of)), default=0)
        for number, version in enumerate(made, start=last + 1):
            state.versions[version.id] = replace(version, number=number)
        cover = state.covers[of]
        head = cover.head.after(tuple(version.id for version in made))
        state.covers[of] = replace(cover, head=head)

    def _fail(self, failed: Job, fault: Fault) -> None:
        self._note(failed.id, fault)
        self._ship(failed, Finished())

    def _ship(self, job: Job, result: Finished) -> None:
        self._state.jobs[job.id] = job
        delivery = Delivery(id=delivery_of(job.id), job=job.id, address=job.address)
        self._state.shipments[delivery.id] = Shipment(delivery=delivery, files=result.files)

    def _note(self, job: str, fault: Fault) -> None:
        self._state.faults.setdefault(job, []).append(fault)


def line_of(job: Job) -> Line:
    """An open job as it stands in the queue."""
    return Line(
        job=job.id,
        person=job.person,
        lane=job.lane,
        kind=kind_of(job.operation),
        running=isinstance(job.state, Running),
        attempts=job.attempts,
        ordered_at=job.ordered_at,
        cover=job.cover,
        left_s=None if job.step is None else job.step.left_s,
    )


def mean_seconds(measured: Mapping[str, Sequence[float]]) -> dict[str, float]:
    """The mean duration of each kind that was measured."""
    return {kind: sum(times) / len(times) for kind, times in measured.items() if times}
