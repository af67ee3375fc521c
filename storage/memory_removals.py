"""Forgetting people and removing covers in memory."""

from collections.abc import Awaitable, Callable, Collection
from dataclasses import replace

from pipeline.domain.person import Forgotten
from pipeline.domain.print_wishes import note_key
from pipeline.domain.version import Sha
from storage.memory_state import MemoryState

SizeOf = Callable[[Sha], Awaitable[int]]


class MemoryRemovals:
    """The port `Removals`; `size_of` tells the bytes of a blob."""

    def __init__(self, state: MemoryState, size_of: SizeOf) -> None:
        self._state = state
        self._size_of = size_of

    async def would_forget(self, person: str) -> Forgotten:
        """See the port; tried out on a copy."""
        return await MemoryRemovals(_copied(self._state), self._size_of).forget(person)

    async def forget(self, person: str) -> Forgotten:
        """See the port."""
        state = self._state
        own = [cover.id for cover in state.covers.values() if cover.owner == person]
        ordered = [job.id for job in state.jobs.values() if job.person == person]
        for key in [place for place in state.notes if place[0] == person]:
            del state.notes[key]
        forgotten = await self._gone(own, ordered)
        state.people.pop(person, None)
        return forgotten

    async def remove(self, cover: str) -> Forgotten:
        """See the port."""
        return await self._gone([cover] if cover in self._state.covers else [], [])

    async def _gone(self, covers: Collection[str], ordered: Collection[str]) -> Forgotten:
        """Drop these covers with all that hangs on them, and the jobs `ordered` elsewhere."""
        state, before = self._state, await self._state.references()
        versions = [version.id for version in state.versions.values() if version.cover in covers]
        jobs = [job.id for job in state.jobs.values() if job.cover in covers or job.id in ordered]
        for job in jobs:
            state.drop_job(job)
        for version in versions:
            del state.versions[version]
        for cover in covers:
            del state.covers[cover]
        wanted = {note_key(cover) for cover in covers}
        for place in [place for place in state.notes if place[1] in wanted]:
            del state.notes[place]
        for job in [job for job in state.jobs.values() if job.version in versions]:
            state.jobs[job.id] = replace(job, version=None)
        alone = before - await state.references()
        return Forgotten(
            covers=len(covers),
            versions=len(versions),
            jobs=len(jobs),
            pictures=len(alone),
            picture_bytes=sum([await self._size_of(sha) for sha in alone]),
        )


def _copied(state: MemoryState) -> MemoryState:
    """The same rows, of which some can go without a trace in `state`."""
    return replace(
        state, people=dict(state.people), covers=dict(state.covers), versions=dict(state.versions),
        jobs=dict(state.jobs), orders=dict(state.orders), faults=dict(state.faults),
        shipments=dict(state.shipments), notes=dict(state.notes),
    )  # fmt: skip
