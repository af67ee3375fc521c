"""Stores that break a promise on purpose: the harness must find every one of them out."""

import asyncio
from collections.abc import Awaitable, Callable, Collection
from dataclasses import replace
from typing import Any

from pipeline.domain.job import Job, Running
from pipeline.domain.outcome import Outcome
from pipeline.domain.version import Cover, Sha
from pipeline.ports.blobs import Collected
from storage.store import Store


class _Over:
    """A port with some methods of its own before those of the real one."""

    def __init__(self, real: Any) -> None:
        self.real = real

    def __getattr__(self, name: str) -> Any:
        return getattr(self.real, name)


class _HastyJobs(_Over):
    """Acknowledges before it commits."""

    async def submit(self, job: Job, *, cover: Cover | None = None, most_open: int) -> Job:
        self.later = asyncio.create_task(self.real.submit(job, cover=cover, most_open=most_open))
        await asyncio.sleep(0)
        return job


class _ForgetfulOutbox(_Over):
    """Does not store the placeholder's id."""

    async def posted(self, delivery: str, message: str) -> None:
        del delivery, message


class _TrustingWork(_Over):
    """Settles whoever asks: no token is looked at. `jobs` tell who holds a job."""

    def __init__(self, real: Any, jobs: Any) -> None:
        super().__init__(real)
        self.jobs = jobs

    async def settle(self, job: str, token: str, outcome: Outcome) -> bool:
        now = await self.jobs.job(job)
        holder = now.state.token if isinstance(now.state, Running) else token
        return await self.real.settle(job, holder, outcome)


class _UntidyBlobs(_Over):
    """Collects nothing."""

    async def collect(self, kept: Callable[[], Awaitable[Collection[Sha]]]) -> Collected:
        del kept
        return Collected(count=0, size=0)


class _WastefulBlobs(_Over):
    """Collects what is referred to."""

    async def collect(self, kept: Callable[[], Awaitable[Collection[Sha]]]) -> Collected:
        async def some() -> Collection[Sha]:
            return sorted(await kept())[1:]

        return await self.real.collect(some)


def _with(name: str, kind: Callable[[Any], Any]) -> Callable[[Store], Store]:
    return lambda store: replace(store, **{name: kind(getattr(store, name))})


BROKEN: dict[str, Callable[[Store], Store]] = {
    "acknowledges-before-commit": _with("jobs", _HastyJobs),
    "forgets-placeholders": _with("outbox", _ForgetfulOutbox),
    "collects-nothing": _with("blobs", _UntidyBlobs),
    "collects-too-much": _with("blobs", _WastefulBlobs),
    "looks-at-no-token": lambda s: replace(s, work=_TrustingWork(s.work, s.jobs)),
}
