"""Undo, redo and back: steps between versions that exist."""

from collections.abc import Callable

from pipeline.domain.errors import StorageError, VersionError
from pipeline.domain.person import Person
from pipeline.domain.version import Head, Version
from pipeline.ports.covers import Covers
from pipeline.rights import Rights

MOVES = 8
"""How often a step is tried again when the cover's head moved meanwhile."""


class Steps:
    """Moves the heads of covers; only the hands of who may change them do.

    Every method may raise `StorageError`, `storage-busy` when something else goes on moving the
    head.
    """

    def __init__(self, covers: Covers, rights: Rights) -> None:
        """Steps in `covers`."""
        self._covers = covers
        self._rights = rights

    async def undo(self, person: Person, version: str) -> Version:
        """Stand at the parent of a version.

        Raises:
            VersionError: `version-no-parent` where the cover began.
        """
        found = await self._rights.changeable(person, version)
        if found.parent is None:
            raise VersionError("version-no-parent", version=version)
        parent = await self._rights.changeable(person, found.parent)

        def step(head: Head) -> Head:
            standing_there = head if head.current == found.id else head.at(found.id)
            return standing_there.stepped_back(parent.id)

        return await self._moved(parent, step)

    async def redo(self, person: Person, version: str) -> Version:
        """Stand at the child of a version that was undone last, else at its newest child.

        Raises:
            VersionError: `version-no-redo` when it has none.
        """
        found = await self._rights.changeable(person, version)
        children = [one for one in await self._covers.tree(found.cover)
                    if one.parent == found.id]  # fmt: skip
        if not children:
            raise VersionError("version-no-redo", version=version)
        undone = (await self._rights.cover(found.cover)).head.undone
        target = next((one for one in children if one.id in undone[-1:]), children[-1])

        def step(head: Head) -> Head:
            forth = head.stepped_forth()
            return forth if forth and forth.current == target.id else head.at(target.id)

        return await self._moved(target, step)

    async def back(self, person: Person, version: str) -> Version:
        """Stand at any version.

        Raises:
            VersionError: `version-missing`, `version-not-yours`, `version-not-forkable`.
        """
        found = await self._rights.changeable(person, version)
        return await self._moved(found, lambda head: head.at(found.id))

    async def _moved(self, target: Version, step: Callable[[Head], Head]) -> Version:
        """Move the head of the target's cover, again if something else moved it meanwhile."""
        for _ in range(MOVES):
            head = (await self._rights.cover(target.cover)).head
            if await self._covers.stand_at(target.cover, step(head), was=head):
                return target
        raise StorageError("storage-busy")
