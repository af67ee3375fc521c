"""A sheet with one cover in every style: what the illustrator can do, at a glance."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.domain.brief import Brief
from pipeline.domain.file import File
from pipeline.domain.step import Doing, Progress, Step, silent
from pipeline.stages.export import Pixels
from pipeline.stages.imprint import Imprint
from pipeline.stages.png import encode_png
from pipeline.stages.produce import Order
from pipeline.stages.sheet import Proof, SheetWords, contact_sheet
from pipeline.typography.library import FaceLibrary
from pipeline.workshop.workshop import Workshop

NAME = "styles.png"
DPI = 150.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """A brief that asks for one style, with the style's name and manner for its caption."""

    brief: Brief
    name: str
    manner: str


def showcase(
    exhibits: Sequence[Exhibit], workshop: Workshop, library: FaceLibrary, words: SheetWords,
    progress: Progress = silent,
) -> File:  # fmt: skip
    """One PNG with an option for each exhibit, in their order; all are drawn in one format.

    Raises:
        ValueError: when there is nothing to show.
        ArtiCoverError: when an exhibit cannot be made.
    """
    total = len(exhibits) + 1
    progress(Step(done=0, total=total, doing=Doing.DRAWING))
    covers: dict[int, Pixels] = {}
    for option in workshop.produced(_orders(exhibits, workshop)):
        covers[option.number] = option.proof
        doing = Doing.DRAWING if len(covers) < len(exhibits) else Doing.SHEET
        progress(Step(done=len(covers), total=total, doing=doing))
    proofs = [
        Proof(cover=covers[number], name=exhibit.name, note=exhibit.manner)
        for number, exhibit in enumerate(exhibits, 1)
    ]
    picture = contact_sheet(proofs, words, library)
    height, width = picture.shape[:2]
    content = encode_png(picture, Imprint(title=words.title), DPI)
    return File(name=NAME, width_px=width, height_px=height, content=content)


def _orders(exhibits: Sequence[Exhibit], workshop: Workshop) -> list[Order]:
    """The first option of each exhibit, numbered in their order."""
    return [
        replace(workshop.orders(exhibit.brief, exhibit.brief.seed or 0, for_print=False)[0], number=number)
        for number, exhibit in enumerate(exhibits, 1)
    ]  # fmt: skip
