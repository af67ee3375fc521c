"""Covers and people in memory: the same contract as in a database, for tests and for trying out."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

from pipeline.domain.ids import new_id
from pipeline.domain.person import Person, Preferences
from pipeline.domain.version import Cover, Head, Sha, Version
from pipeline.ports.covers import Entry, Page
from storage.memory_state import MemoryState, held_files
from storage.references import of_job, of_version

SizeOf = Callable[[Sha], Awaitable[int]]


class MemoryCovers:
    """The port `Covers`."""

    def __init__(self, state: MemoryState) -> None:
        self._state = state

    async def cover(self, cover: str) -> Cover | None:
        """See the port."""
        return self._state.covers.get(cover)

    async def version(self, version: str) -> Version | None:
        """See the port."""
        return self._state.versions.get(version)

    async def tree(self, cover: str) -> Sequence[Version]:
        """See the port."""
        return tuple(self._state.versions_of(cover))

    async def history(self, person: str, *, after: str | None = None, limit: int = 10) -> Page:
        """See the port."""
        own = [cover for cover in self._state.covers.values() if cover.owner == person][::-1]
        if after is not None:
            places = [place for place, cover in enumerate(own) if cover.id == after]
            own = own[places[0] + 1 :] if places else []
        entries = tuple(self._entry(cover) for cover in own[:limit])
        return Page(entries=entries, after=entries[-1].cover if len(own) > limit else None)

    async def stand_at(self, cover: str, head: Head, *, was: Head) -> bool:
        """See the port."""
        known = self._state.covers.get(cover)
        if known is None or known.head != was:
            return False
        self._state.covers[cover] = replace(known, head=head)
        return True

    def _entry(self, cover: Cover) -> Entry:
        current = self._state.versions.get(cover.head.current or "")
        return Entry(
            cover=cover.id,
            title=cover.brief.title,
            current=cover.head.current,
            preview=current and current.preview,
            versions=len(self._state.versions_of(cover.id)),
            made_at=cover.made_at,
        )


class MemoryPeople:
    """The port `People`; `size_of` tells the bytes of a blob."""

    def __init__(
        self, state: MemoryState, size_of: SizeOf, ids: Callable[[], str] = new_id
    ) -> None:
        self._state = state
        self._size_of = size_of
        self._ids = ids

    async def meet(self, platform: str, name: str) -> Person:
        """See the port."""
        for known in self._state.people.values():
            if (known.platform, known.name) == (platform, name):
                return known
        new = Person(id=self._ids(), platform=platform, name=name)
        self._state.people[new.id] = new
        return new

    async def person(self, person: str) -> Person | None:
        """See the port."""
        return self._state.people.get(person)

    async def prefer(self, person: str, preferences: Preferences) -> None:
        """See the port."""
        if known := self._state.people.get(person):
            self._state.people[person] = replace(known, preferences=preferences)

    async def usage(self, person: str) -> int:
        """See the port."""
        state = self._state
        owned = (v for v in state.versions.values() if state.covers[v.cover].owner == person)
        ordered = [job for job in state.jobs.values() if job.person == person]
        shipped = (state.shipment_of(job.id) for job in ordered)
        held = frozenset[Sha]().union(
            *(of_version(version) for version in owned),
            *(of_job(job) for job in ordered),
            *(held_files(shipment) for shipment in shipped if shipment),
        )
        return sum([await self._size_of(sha) for sha in held])
