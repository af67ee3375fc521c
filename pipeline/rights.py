"""Who may look at a version, fork it, and change it."""

from dataclasses import replace

from pipeline.domain.errors import VersionError
from pipeline.domain.person import Person, Preferences
from pipeline.domain.version import Cover, Version
from pipeline.ports.covers import Covers, People

_OWN = Preferences(forkable=True, shared=True)
_CLOSED = Preferences(forkable=False, shared=False)


class Rights:
    """Versions as far as a person has a right to them.

    An owner may do everything. Others need a version's id, which nobody can guess, and the leave
    of its owner: to look at it and fork it, to change its cover, or both. Who may only look is not
    shown what a version came from: a `parent` would lead them to all that was said before.
    """

    def __init__(self, covers: Covers, people: People) -> None:
        """Rights to what `covers` holds."""
        self._covers = covers
        self._people = people

    async def seen(self, person: Person, version: str) -> Version:
        """A version that the person may look at.

        Raises:
            VersionError: `version-missing`, `version-not-forkable`.
        """
        found, leave = await self._found(person, version)
        if not (leave.forkable or leave.shared):
            raise VersionError("version-not-forkable", version=version)
        return found if leave.shared else replace(found, parent=None)

    async def forkable(self, person: Person, version: str) -> Version:
        """A version that the person may fork.

        Raises:
            VersionError: `version-missing`, `version-not-forkable`.
        """
        found, leave = await self._found(person, version)
        if not leave.forkable:
            raise VersionError("version-not-forkable", version=version)
        return replace(found, parent=None) if leave is not _OWN else found

    async def changeable(self, person: Person, version: str) -> Version:
        """A version whose cover the person may change.

        Raises:
            VersionError: `version-missing`, `version-not-yours`, `version-not-forkable`.
        """
        found, leave = await self._found(person, version)
        if not leave.shared:
            # a fork is only advised to who may make one
            code = "version-not-yours" if leave.forkable else "version-not-forkable"
            raise VersionError(code, version=version)
        return found

    async def cover(self, cover: str) -> Cover:
        """The cover of that id, whoever owns it.

        Raises:
            VersionError: `cover-missing`.
        """
        found = await self._covers.cover(cover)
        if found is None:
            raise VersionError("cover-missing", cover=cover)
        return found

    async def _found(self, person: Person, version: str) -> tuple[Version, Preferences]:
        """A version, and what its owner lets the person do."""
        found = await self._covers.version(version)
        if found is None:
            raise VersionError("version-missing", version=version)
        owner = (await self.cover(found.cover)).owner
        if owner == person.id:
            return found, _OWN
        host = await self._people.person(owner)
        return found, _CLOSED if host is None else host.preferences
