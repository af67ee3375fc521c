"""Sample: a version in several typefaces, or in several colours, to choose from.

Every look is composed and made legible just as Restyle would do it, so that what is chosen is what
one gets.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.domain.blocks import find
from pipeline.domain.brief import Brief
from pipeline.domain.errors import LetteringError, VersionError
from pipeline.domain.file import File
from pipeline.domain.layout import Layout, TextBlock
from pipeline.domain.operation import Restyle, Sample
from pipeline.domain.outcome import Made
from pipeline.domain.step import Doing, Step
from pipeline.domain.version import Document, Version
from pipeline.ports.bench import Bench
from pipeline.stages.board import Tile, board
from pipeline.stages.colour_names import colours_named
from pipeline.stages.export import proof_of
from pipeline.stages.imprint import Imprint
from pipeline.stages.png import encode_png
from pipeline.workshop.relettering import Pixels, lettered_anew, pairing_of
from pipeline.workshop.restyle import restyled
from pipeline.workshop.sheet import SHEET_DPI
from pipeline.workshop.task import Task, demand_base
from pipeline.workshop.workshop import Workshop

NAME = "samples.png"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What choosing a number would order, what it is called, and whether it is so already."""

    restyle: Restyle
    label: str
    chip: str = ""
    here: bool = False


async def sample(operation: Sample, task: Task, bench: Bench[Workshop]) -> Made:
    """The looks in the order in which they are named, each with its number.

    A pairing in which the words find no room leaves its place empty.

    Raises:
        VersionError: `pairing-unknown`; `block-missing`.
    """
    base = demand_base(task)
    await bench.tell(Step(done=0, total=2, doing=Doing.LETTERING))
    picture = await bench.do(sampled, task.brief, base, operation)
    await bench.tell(Step(done=1, total=2, doing=Doing.SAVING), picture.content)
    return Made(files=(picture,))


def sampled(workshop: Workshop, brief: Brief, base: Version, operation: Sample) -> File:
    """The picture of all looks, in a worker."""
    art = workshop.arts.pixels(base.raster)
    tiles = [
        Tile(cover=_cover(workshop, base, look.restyle, art), label=look.label, chip=look.chip,
             here=look.here)
        for look in looks(workshop, brief, base.document, operation)
    ]  # fmt: skip
    picture = board(tiles, workshop.library)
    imprint = Imprint(title=brief.title, author=brief.author, language=brief.language)
    height, width = picture.shape[:2]
    return File(name=NAME, width_px=width, height_px=height,
                content=encode_png(picture, imprint, SHEET_DPI))  # fmt: skip


def looks(
    workshop: Workshop, brief: Brief, document: Document, operation: Sample
) -> Iterator[Look]:  # fmt: skip
    """All looks in their order; which of them the document has is known by name."""
    fonts = workshop.library.catalogue
    for name in operation.pairings:
        label = fonts.named_as(pairing_of(workshop, name), brief.language)
        yield Look(restyle=Restyle(pairing=name), label=label, here=name == document.pairing)  # fmt: skip
    now = {block.colour for block in _blocks(document.layout, operation)}
    names = colours_named(operation.colours, brief.language)
    for colour, name in zip(operation.colours, names, strict=True):
        yield Look(restyle=Restyle(blocks=operation.blocks, colour=colour), label=name,
                   chip=colour, here=now == {colour})  # fmt: skip


def _blocks(layout: Layout, operation: Sample) -> Sequence[TextBlock]:
    return [find(layout, name) for name in operation.blocks] or layout.blocks


def _cover(workshop: Workshop, base: Version, look: Restyle, art: Pixels) -> Pixels | None:
    """The version in a look, no larger than needed; as it is where it looks like that."""
    try:
        document = restyled(look, workshop, base, art)
    except VersionError as error:
        if error.code != "text-unchanged":
            raise
        document = base.document
    except LetteringError:
        return None
    return proof_of(lettered_anew(workshop, document, base, art)[1])
