"""Who may look at a version, fork it, and change it."""

from dataclasses import replace

from pipeline.domain.errors import VersionError
from pipeline.domain.person import Person
from pipeline.domain.version import Cover, Version
from pipeline.ports.covers import Covers, People


class Rights:
    """Versions as far as a person has a right to them.

    An owner may do everything. Others may look at a version and fork it while its owner lets
    them, and they need its id, which nobody can guess. So they are not shown what it came from:
    a `parent` would lead them to all that was said before.
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
        return await self._open(person, version)

    async def forkable(self, person: Person, version: str) -> Version:
        """A version that the person may fork.

        Raises:
            VersionError: `version-missing`, `version-not-forkable`.
        """
        return await self._open(person, version)

    async def owned(self, person: Person, version: str) -> Version:
        """A version that the person may change.

        Raises:
            VersionError: `version-missing`, `version-not-yours`, `version-not-forkable`.
        """
        found = await self.seen(person, version)
        if (await self.cover(found.cover)).owner != person.id:
            raise VersionError("version-not-yours", version=version)
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

    async def _open(self, person: Person, version: str) -> Version:
        found = await self._covers.version(version)
        if found is None:
            raise VersionError("version-missing", version=version)
        owner = (await self.cover(found.cover)).owner
        if owner == person.id:
            return found
        host = await self._people.person(owner)
        if host is None or not host.preferences.forkable:
            raise VersionError("version-not-forkable", version=version)
        return replace(found, parent=None)
