"""How long an order is going to take, told before it waits: where a picture is enlarged, that is minutes."""

from pipeline.domain.art import Drawn
from pipeline.domain.foreseeing import enlarged_px, enlarging_s, is_enough
from pipeline.domain.format import Format, find_format
from pipeline.domain.operation import Export, Operation, Print, Upscale, kind_of
from pipeline.domain.printing import find_target
from pipeline.domain.step import Doing, Step
from pipeline.domain.upscaling import Weights
from pipeline.domain.version import Version
from pipeline.menu import Menu
from pipeline.ports.shelves import Shelves
from pipeline.stages.enlarged_before import enlarged_before


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
        wanted, art = self._wanted(operation, own), base.document.art
        if wanted is None or isinstance(art, Drawn) or art.upscaled is not None:
            return None
        px, weights = wanted[0].print_px(), wanted[1]
        if is_enough(art, px) or await self._has_been(base, px, weights):
            return None
        shown = await self._shelves.receipts.enlargings()
        left_s = enlarging_s(
            enlarged_px(art), weights, self._menu.enlarger, kind_of(operation), shown
        )
        if left_s is None:
            return None
        return Step(done=0, total=1, doing=Doing.ENLARGING, left_s=left_s)

    def _wanted(self, operation: Operation, own: Format) -> tuple[Format, Weights | None] | None:
        """For which format a picture is to be large enough, by which weights."""
        menu = self._menu
        match operation:
            case Upscale(weights=weights):
                return own, weights
            case Export(format=name):
                return (find_format(name, (own, *menu.formats)) if name else own), None
            case Print(target=target, weights=weights):
                return find_target(target, menu.printers, menu.formats).trim, weights
            case _:
                return None

    async def _has_been(
        self, base: Version, px: tuple[int, int], weights: Weights | None
    ) -> bool:  # fmt: skip
        versions = await self._shelves.covers.tree(base.cover)
        return enlarged_before(base, versions, px, weights) is not None
