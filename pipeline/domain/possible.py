"""Whether an operation can be done to a version at all, found out before it is ordered."""

from pipeline.domain.art import Brought, Drawn, own_px
from pipeline.domain.blocks import ROLES, find
from pipeline.domain.errors import RetouchError, UpscaleError, VersionError
from pipeline.domain.format import Format
from pipeline.domain.layout import Role
from pipeline.domain.lettering_area import demand_areas
from pipeline.domain.limits import StudioLimits
from pipeline.domain.operation import (
    Compare,
    EditText,
    EraseText,
    Export,
    FindText,
    Fork,
    Illustrate,
    Letter,
    MoveText,
    Operation,
    Paint,
    Print,
    Recolour,
    ReplaceText,
    Reroll,
    Restyle,
    Sample,
    Upscale,
    Vary,
)
from pipeline.domain.version import Document

_ADDABLE = frozenset({*ROLES, Role.FREE})


def demand_possible(  # noqa: C901 - one case for each operation
    operation: Operation, document: Document, own: Format, limits: StudioLimits
) -> None:
    """Find out whether `operation` goes with the cover that it is asked of, whose format is `own`.

    Raises:
        VersionError, RetouchError, UpscaleError: what is wrong with it.
    """
    match operation:
        case Vary(count=count) | Reroll(count=count):
            _demand_count("vary-count", count, limits.varied)
            _demand_made_here(document)
        case Recolour():
            _demand_drawn(document)
        case EditText():
            _demand_words(operation, document)
        case MoveText(block=block):
            find(document.layout, block)
        case Restyle():
            _demand_look(operation, document, limits)
        case Compare(versions=versions):
            _demand_count("compare-count", len(versions), limits.compared)
        case Sample():
            _demand_samples(operation, document, limits)
        case FindText():
            _demand_pixels(document)
        case EraseText(areas=areas):
            _demand_pixels(document)
            demand_areas(areas, limits.areas)
        case ReplaceText(area=area):
            _demand_pixels(document)
            demand_areas((area,), limits.areas)
        case Upscale():
            demand_enlargeable(document, own)
        case Fork() | Export() | Print() | Illustrate() | Letter() | Paint():
            pass


def _demand_made_here(document: Document) -> None:
    """A picture that was brought cannot be made again."""
    if isinstance(document.art, Brought):
        raise VersionError("art-not-drawn")


def _demand_drawn(document: Document) -> None:
    """Only a drawing has colours that can be changed."""
    _demand_made_here(document)
    if not isinstance(document.art, Drawn):
        raise VersionError("art-painted")


def _demand_pixels(document: Document) -> None:
    """What is drawn here has no lettering but that of the layout.

    Raises:
        RetouchError: `retouch-drawn`.
    """
    if isinstance(document.art, Drawn):
        raise RetouchError("retouch-drawn")


def demand_enlargeable(document: Document, own: Format) -> None:
    """What is drawn here is drawn again at any size; a picture is enlarged once, and only for what it lacks.

    Raises:
        UpscaleError: `upscale-drawn`, `upscale-done`, `upscale-enough`.
    """
    if isinstance(document.art, Drawn):
        raise UpscaleError("upscale-drawn")
    if document.art.upscaled is not None:
        raise UpscaleError("upscale-done")
    width, height = own_px(document.art)
    wanted = own.print_px()
    if width >= wanted[0] and height >= wanted[1]:
        raise UpscaleError("upscale-enough", width=width, height=height)


def _demand_count(code: str, count: int, allowed: tuple[int, int]) -> None:
    low, high = allowed
    if not low <= count <= high:
        raise VersionError(code, low=low, high=high)


def _demand_samples(sample: Sample, document: Document, limits: StudioLimits) -> None:
    """Either typefaces or colours to choose from, and blocks that can have these."""
    kinds = [kind for kind in (sample.pairings, sample.colours) if kind]
    _demand_count("sample-count", len(kinds[0]) if len(kinds) == 1 else 0, limits.sampled)
    for block in sample.blocks if sample.colours else ():
        find(document.layout, block)


def _demand_look(restyle: Restyle, document: Document, limits: StudioLimits) -> None:
    for block in restyle.blocks:
        find(document.layout, block)
    low, high = limits.size
    if restyle.size is not None and not low <= restyle.size <= high:
        raise VersionError("size-range", value=restyle.size, low=low, high=high)


def _demand_words(edit: EditText, document: Document) -> None:
    """Every block is there or can be added, and something is going to be different."""
    if not edit.changes:
        raise VersionError("text-unchanged")
    for block, words in edit.changes:
        if not words or block not in _ADDABLE:
            find(document.layout, block)
