"""What an order is going to take and to write, told before it waits: where a picture is enlarged, that is minutes."""

from collections.abc import Sequence

from pipeline.domain.art import Drawn
from pipeline.domain.foreseeing import enlarged_px, enlarging_s
from pipeline.domain.format import Format
from pipeline.domain.operation import Export, Operation, Print, Upscale, kind_of
from pipeline.domain.step import Doing, Step
from pipeline.domain.version import Version
from pipeline.menu import Menu
from pipeline.ports.shelves import Shelves
from pipeline.stages.enlarged_before import enlarged_before, large_enough
from pipeline.stages.print_size import wanted_px, weights_of
from pipeline.workshop.file_names import sure_names


class Foresight:
    """Tells by what such orders took here before."""

    def __init__(self, shelves: Shelves, menu: Menu) -> None:
        """Foresight by what lies on the `shelves`."""
        self._shelves = shelves
        self._menu = menu

    async def step(self, operation: Operation, base: Version, own: Format) -> Step | None:
        """What is going to take long about a settled operation on a version, and how long.

        `own` is the format of its cover. None: nothing takes long, or nobody knows.

        Raises:
            StorageError: when it cannot be looked up.
        """
        art = base.document.art
        if not isinstance(operation, Upscale | Export | Print) or isinstance(art, Drawn):
            return None
        if await self._shown(operation, base, own) is not None:
            return None
        took = await self._shelves.receipts.enlargings()
        left_s = enlarging_s(enlarged_px(art), weights_of(operation), self._menu.enlarger,
                             kind_of(operation), took)  # fmt: skip
        if left_s is None:
            return None
        return Step(done=0, total=1, doing=Doing.ENLARGING, left_s=left_s)

    async def names(self, order: Export | Print, base: Version, own: Format) -> Sequence[str]:
        """The files that an order on a version is sure to write; none where they show one that it makes.

        Raises:
            FormatError, VersionError, PrintError: for what cannot be ordered so: more to be told than a file in the way.
            StorageError: when it cannot be looked up.
        """
        self._menu.settled(order, base.document, own, lambda: 0)
        shown = await self._shown(order, base, own)
        if shown is None or self._is_painted_on(order, shown):
            return ()
        return sure_names(order, shown.id, own, self._menu.printers, self._menu.formats)

    async def _shown(
        self, operation: Upscale | Export | Print, base: Version, own: Format
    ) -> Version | None:
        """The version that an order shows, `base` or one that was enlarged of it; None: it makes one."""
        if isinstance(base.document.art, Drawn):
            return base
        px = wanted_px(operation, own, self._menu.printers, self._menu.formats)
        versions = await self._shelves.covers.tree(base.cover)
        # who asks for nothing else gets the twentieth that print does without
        find = enlarged_before if isinstance(operation, Upscale) else large_enough
        found = find(base, versions, px, weights_of(operation))
        return found[0] if found else None

    def _is_painted_on(self, order: Export | Print, shown: Version) -> bool:
        """Whether a model is going to continue its picture, which makes another version."""
        art = shown.document.art
        asked = isinstance(order, Print) and order.outpaint and self._menu.paints
        return asked and not isinstance(art, Drawn) and art.aside is None
