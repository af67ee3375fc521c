"""The one door for every front end: what people can ask of ArtiCover, and who may ask it.

Whatever changes a cover is ordered here as a job and done elsewhere; only steps to and fro between
versions that exist take effect at once. Every method may raise `StorageError`.
"""

import contextlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from pipeline.admission import Admission
from pipeline.domain.brief import Brief
from pipeline.domain.errors import JobError, StorageError, VersionError
from pipeline.domain.estimate import standings
from pipeline.domain.event import Notice, unnoticed
from pipeline.domain.forking import brief_as_seen
from pipeline.domain.job import Address, Job
from pipeline.domain.limits import QueueLimits, StudioLimits
from pipeline.domain.operation import Compare, Fork, Lane, Operation
from pipeline.domain.outcome import Receipt
from pipeline.domain.painting import Engine
from pipeline.domain.person import Forgotten, Person, Preferences
from pipeline.domain.possible import demand_possible
from pipeline.domain.standing import Overview, Standing
from pipeline.domain.version import Cover, Sha, Version
from pipeline.foresight import Foresight
from pipeline.menu import Menu
from pipeline.orders import Orders, Ticket, first_operation
from pipeline.ports.clock import Clock
from pipeline.ports.covers import Page
from pipeline.ports.shelves import Shelves
from pipeline.rights import Rights
from pipeline.steps import Steps
from pipeline.steward import Rules


class Studio:
    """Orders, looks up and steps between versions in the name of a person; `foresight` says how long it takes."""

    def __init__(
        self, shelves: Shelves, menu: Menu, *, clock: Clock, new_id: Callable[[], str],
        new_seed: Callable[[], int], slots: dict[Lane, int], limits: StudioLimits,
        queue: QueueLimits, rules: Rules, notice: Notice = unnoticed,
    ) -> None:  # fmt: skip
        """A studio over `shelves`; `slots` are the jobs of each lane that run side by side.

        `rules` say who is banned, and who has another quota than `limits` say.
        """
        self._shelves = shelves
        self._rights = Rights(shelves.covers, shelves.people)
        self._steps = Steps(shelves.covers, self._rights)
        self._admission = Admission(shelves.people, rules, limits.quota_mb)
        self._menu, self.foresight = menu, Foresight(shelves, menu)
        self._orders = Orders(shelves.jobs, clock=clock, new_id=new_id,
                              most_open=queue.open_per_person, notice=notice)  # fmt: skip
        self._clock = clock
        self._new_id, self._new_seed = new_id, new_seed
        self._slots = slots
        self._limits, self._queue = limits, queue

    async def meet(self, platform: str, name: str) -> Person:
        """The person behind an account of a platform."""
        return await self._shelves.people.meet(platform, name)

    async def demand_welcome(self, person: Person) -> None:
        """Find out whether the person may order a cover, as `order_cover` does: before a form."""
        await self._admission.demand_welcome(person)
        await self._admission.demand_room(person, person.id)

    async def order_cover(
        self, person: Person, brief: Brief, address: Address, key: str, *,
        for_print: bool = False, picture: bytes | None = None, engine: Engine | None = None,
    ) -> Ticket:  # fmt: skip
        """Order the options of a brief: drawn, painted, or lettered on a `picture` of the author's.

        `engine` is what shall make the art; the painter begins from a `picture`.

        Raises:
            PaintError: when nothing here paints, or not this: `paint-words`.
            GenreError, StyleError: for a genre or style that does not exist.
            PersonError: `person-banned`.
            QuotaError, QueueError, JobError: no room; `key` is that of somebody else's order.
        """
        await self.demand_welcome(person)
        maker, found = self._menu.maker_for(brief, engine, picture=picture is not None)
        seed = brief.seed if brief.seed is not None else self._new_seed()
        cover = Cover(id=self._new_id(), owner=person.id, brief=replace(brief, seed=seed),
                      made_at=self._clock.now())  # fmt: skip
        async with self._shelves.blobs.writing() if picture else contextlib.nullcontext():
            sha = "" if picture is None else await self._shelves.blobs.put(picture)
            first = first_operation(maker, seed=seed, picture=sha, for_print=for_print)
            return await self._orders.submit(person, cover.id, None, first, address, key, cover,
                                             found)  # fmt: skip

    async def order(
        self, person: Person, version: str, operation: Operation, address: Address, key: str
    ) -> Ticket:  # fmt: skip
        """Order an operation on a version.

        Only who may change its cover may; anybody may fork, and compare with, what they may see.
        What is made belongs to the cover's owner, the job to who ordered it.

        Raises:
            PersonError, QuotaError, QueueError: `person-banned`; when there is no room.
            VersionError, RetouchError, UpscaleError: it is missing, not theirs, or not for it.
            PrintError, PaintError: for what no printer makes, a wrong ISBN, what nothing here paints.
            JobError: `job-not-yours` when `key` is that of somebody else's order.
        """
        if isinstance(operation, Fork):
            return await self._order_fork(person, operation, address, key)
        if isinstance(operation, Compare):
            for other in operation.versions:
                await self._rights.seen(person, other)
        base = await self.changeable(person, version)
        brief = (await self._rights.cover(base.cover)).brief
        asked = self._menu.settled(operation, base.document, brief.format, self._new_seed)
        demand_possible(asked, base.document, brief.format, self._limits)
        found = self._menu.found_again(asked, base.document, brief)
        step = await self.foresight.step(asked, base, brief.format)
        return await self._orders.submit(person, base.cover, base.id, asked, address, key,
                                         found=found, step=step)  # fmt: skip

    async def _order_fork(
        self, person: Person, fork: Fork, address: Address, key: str
    ) -> Ticket:  # fmt: skip
        """What others see of a version comes along; all else that its owner wrote stays private."""
        source = await self._rights.forkable(person, fork.source)
        await self.demand_welcome(person)
        whole = await self._rights.cover(source.cover)
        brief = brief_as_seen(whole.brief, source.document.layout)
        cover = Cover(id=self._new_id(), owner=person.id, brief=brief, made_at=self._clock.now(),
                      forked_from=source.id)  # fmt: skip
        return await self._orders.submit(person, cover.id, source.id, fork, address, key, cover)

    async def changeable(self, person: Person, version: str) -> Version:
        """A version that the person may order operations on; there is room for what they make.

        Ask before showing a form, so that nobody fills one in for nothing.

        Raises:
            PersonError: `person-banned`.
            VersionError: `version-missing`, `version-not-yours`, `version-not-forkable`.
            QuotaError: `quota-full`, `quota-full-owner`.
        """
        await self._admission.demand_welcome(person)
        found = await self._rights.changeable(person, version)
        owner = (await self._rights.cover(found.cover)).owner
        await self._admission.demand_room(person, owner)
        return found

    async def version(self, person: Person, version: str) -> Version:
        """A version that the person may look at: their own, or one whose owner gave leave.

        Raises:
            VersionError: `version-missing`, `version-not-forkable`.
        """
        return await self._rights.seen(person, version)

    async def cover(self, person: Person, cover: str) -> Cover:
        """One of the person's covers.

        Raises:
            VersionError: `cover-missing`, also when it is somebody else's.
        """
        found = await self._rights.cover(cover)
        if found.owner != person.id:
            raise VersionError("cover-missing", cover=cover)
        return found

    async def mine(self, person: Person, cover: str) -> Cover:
        """A cover with which only its owner may do something, which the person is.

        Raises:
            VersionError: `cover-missing`; `cover-not-yours` for who has met it as somebody else's.
        """
        if (found := await self._rights.cover(cover)).owner != person.id:
            raise VersionError("cover-not-yours", cover=cover)
        return found

    async def tree(self, person: Person, version: str) -> tuple[Cover, Sequence[Version]]:
        """The cover of a version that the person may change, and all its versions by number.

        Of somebody else's brief only what can be seen on the version is told.

        Raises:
            VersionError: `version-missing`, `version-not-yours`, `version-not-forkable`.
        """
        found = await self._rights.changeable(person, version)
        cover = await self._rights.cover(found.cover)
        if cover.owner != person.id:
            cover = replace(cover, brief=brief_as_seen(cover.brief, found.document.layout))
        return cover, await self._shelves.covers.tree(found.cover)

    async def kin(self, version: str) -> tuple[Cover, Sequence[Version]]:
        """The same for whoever got the version by right already, as to bring what was ordered.

        Raises:
            VersionError: `version-missing`.
        """
        found = await self._shelves.covers.version(version)
        if found is None:
            raise VersionError("version-missing", version=version)
        return await self._rights.cover(found.cover), await self._shelves.covers.tree(found.cover)

    async def history(self, person: Person, *, after: str | None = None, limit: int = 10) -> Page:
        """The person's covers, newest first."""
        return await self._shelves.covers.history(person.id, after=after, limit=limit)

    async def picture(self, sha: Sha) -> bytes:
        """The content of a blob that a version or a result names."""
        return await self._shelves.blobs.get(sha)

    async def undo(self, person: Person, version: str) -> Version:
        """Stand at the parent of a version; see `Steps.undo`."""
        await self._admission.demand_welcome(person)
        return await self._steps.undo(person, version)

    async def redo(self, person: Person, version: str) -> Version:
        """Stand at a child of a version; see `Steps.redo`."""
        await self._admission.demand_welcome(person)
        return await self._steps.redo(person, version)

    async def back(self, person: Person, version: str) -> Version:
        """Stand at any version; see `Steps.back`."""
        await self._admission.demand_welcome(person)
        return await self._steps.back(person, version)

    async def jobs(self, person: Person, *, limit: int = 20) -> Sequence[Job]:
        """The person's jobs, newest first."""
        return await self._shelves.jobs.jobs_of(person.id, limit=limit)

    async def job(self, person: Person, job: str) -> Job:
        """One of the person's jobs.

        Raises:
            JobError: `job-missing`, `job-not-yours`.
        """
        found = await self._shelves.jobs.job(job)
        if found is None:
            raise JobError("job-missing", job=job)
        if found.person != person.id:
            raise JobError("job-not-yours", job=job)
        return found

    async def receipt(self, person: Person, job: str) -> Receipt | None:
        """What became of one of the person's jobs; None while it waits or runs.

        Raises:
            JobError: `job-missing`, `job-not-yours`.
        """
        return await self._shelves.receipts.receipt((await self.job(person, job)).id)

    async def cancel(self, person: Person, job: str) -> Job:
        """End one of the person's jobs: a waiting one at once, a running one at its next step.

        Raises:
            JobError: `job-missing`, `job-not-yours`, `job-ended`.
        """
        return await self._shelves.jobs.cancel((await self.job(person, job)).id)

    async def overview(self) -> Overview:
        """Everything that waits or runs, for whoever runs the place."""
        return await self._shelves.jobs.overview()

    def standings(self, overview: Overview) -> Mapping[str, Standing]:
        """Where every job of an overview stands, by its id."""
        return standings(overview, self._slots, running_per_person=self._queue.running_per_person)

    async def prefer(self, person: Person, preferences: Preferences) -> Person:
        """Keep what a person set for themselves.

        Raises:
            GenreError: for a genre that does not exist.
        """
        self._menu.demand_genre(preferences.genre)
        await self._shelves.people.prefer(person.id, preferences)
        return replace(person, preferences=preferences)

    async def usage(self, person: Person) -> int:
        """Bytes that the person's pictures take."""
        return await self._shelves.people.usage(person.id)

    async def remove(self, person: Person, cover: str) -> Forgotten:
        """Remove one of the person's covers for good; what went. Pictures go a little later.

        Raises:
            VersionError: `cover-missing`, `cover-not-yours`.
        """
        return await self._shelves.removals.remove((await self.mine(person, cover)).id)

    async def would_forget(self, person: Person) -> Forgotten:
        """What `forget` would remove just now."""
        return await self._shelves.removals.would_forget(person.id)

    async def forget(self, person: Person) -> Forgotten:
        """Remove a person's rows and all pictures that nobody else needs, some of them later."""
        gone = await self._shelves.removals.forget(person.id)
        with contextlib.suppress(StorageError):  # what was said to be forgotten is
            await self._shelves.blobs.collect(self._shelves.references)
        return gone
