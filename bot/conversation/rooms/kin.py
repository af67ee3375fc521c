"""The versions around a version: of its cover, of its own making, and the one that is meant."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.conversation.caller import Caller
from bot.conversation.means import Means
from bot.conversation.rooms.accepting import demand_unbanned
from pipeline.domain.errors import JobError, VersionError
from pipeline.domain.job import Job
from pipeline.domain.outcome import Parcel
from pipeline.domain.person import Person
from pipeline.domain.version import Cover, Version


@dataclass(frozen=True, slots=True, kw_only=True)
class Kin:
    """A version, its cover, and all versions of that by number."""

    version: Version
    cover: Cover
    tree: Sequence[Version]

    @property
    def siblings(self) -> tuple[Version, ...]:
        """The versions that one order made together with this one, itself among them."""
        return tuple(one for one in self.tree if one.job == self.version.job)

    @property
    def standing(self) -> Version:
        """The version that the cover stands at; of one that stands nowhere, the version itself."""
        current = self.cover.head.current
        return next((one for one in self.tree if one.id == current), self.version)

    @property
    def leaves(self) -> tuple[Version, ...]:
        """The versions from which nothing else was made: where each way of the cover has come."""
        parents = {one.parent for one in self.tree}
        return tuple(one for one in self.tree if one.id not in parents)


async def kin(means: Means, caller: Caller, version: str) -> Kin:
    """A version that the caller may change, with those around it.

    Raises:
        VersionError: `version-missing`, `version-not-yours`, `version-not-forkable`.
    """
    cover, tree = await means.studio.tree(caller.person, version)
    return _kin(version, cover, tree)


async def looked_at(means: Means, caller: Caller, version: str) -> Version:
    """A version that the caller may change, for a screen or a check: nothing of it needs room.

    Raises:
        PersonError: `person-banned`.
        VersionError: `version-missing`, `version-not-yours`, `version-not-forkable`.
    """
    await demand_unbanned(means, caller)
    return (await kin(means, caller, version)).version


async def kin_of(means: Means, version: str) -> Kin:
    """The same for a version that was found by right before, or that an order is about.

    Raises:
        VersionError: `version-missing`.
    """
    cover, tree = await means.studio.kin(version)
    return _kin(version, cover, tree)


async def base_of(means: Means, job: Job) -> Kin:
    """What an order was about.

    Raises:
        VersionError: `version-missing`, when it was removed meanwhile.
    """
    return await kin_of(means, job.version or "")


def shown_by(parcel: Parcel, found: Kin) -> Version:
    """The version that the files of an order show: one that was made for them, else whose id their names begin with.

    That is another than the order was about where its picture had been enlarged for an earlier order.
    """
    if parcel.versions:
        return parcel.versions[-1]
    of_files = {file.name.partition("-")[0] for file in parcel.files}
    return next((one for one in found.tree if one.id in of_files), found.version)


async def made_by_guest(means: Means, found: Kin) -> bool:
    """Whether a version was made by somebody whom the owner lets press their buttons."""
    owner = Person(id=found.cover.owner, platform="", name="")
    try:
        await means.studio.job(owner, found.version.job)
    except JobError as error:
        return error.code == "job-not-yours"
    return False


def _kin(version: str, cover: Cover, tree: Sequence[Version]) -> Kin:
    found = next((one for one in tree if one.id == version), None)
    if found is None:
        raise VersionError("version-missing", version=version)
    return Kin(version=found, cover=cover, tree=tree)
