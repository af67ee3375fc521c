"""A sheet with one cover in every style: what the illustrator can do, at a glance."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.domain.brief import Brief
from pipeline.domain.file import File
from pipeline.domain.step import Doing, Step
from pipeline.ports.bench import Bench
from pipeline.stages.imprint import Imprint
from pipeline.stages.png import encode_png
from pipeline.stages.sheet import Proof, SheetWords, contact_sheet
from pipeline.workshop.drafting import draw
from pipeline.workshop.orders import orders
from pipeline.workshop.side_by_side import side_by_side
from pipeline.workshop.workshop import Workshop

NAME = "styles.png"
DPI = 150.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """A brief that asks for one style, with the style's name and manner for its caption."""

    brief: Brief
    name: str
    manner: str


async def showcase(
    exhibits: Sequence[Exhibit], words: SheetWords, bench: Bench[Workshop]
) -> File:  # fmt: skip
    """One PNG with an option for each exhibit, in their order; all are drawn in one format.

    Raises:
        ValueError: when there is nothing to show.
        ArtiCoverError: when an exhibit cannot be made.
    """
    total = len(exhibits) + 1
    await bench.tell(Step(done=0, total=total, doing=Doing.DRAWING))

    async def ready(_: Proof, done: int) -> None:
        doing = Doing.DRAWING if done < len(exhibits) else Doing.SHEET
        await bench.tell(Step(done=done, total=total, doing=doing))

    proofs = await side_by_side((bench.do(shown, one) for one in exhibits), ready)
    return await bench.do(hung, proofs, words)


def shown(workshop: Workshop, exhibit: Exhibit) -> Proof:
    """The first option of an exhibit, in a worker."""
    first = orders(workshop, exhibit.brief, exhibit.brief.seed or 0, for_print=False)[0]
    return Proof(cover=draw(workshop, first).proof, name=exhibit.name, note=exhibit.manner)


def hung(workshop: Workshop, proofs: Sequence[Proof], words: SheetWords) -> File:
    """The sheet with all proofs, in a worker."""
    picture = contact_sheet(proofs, words, workshop.library)
    height, width = picture.shape[:2]
    content = encode_png(picture, Imprint(title=words.title), DPI)
    return File(name=NAME, width_px=width, height_px=height, content=content)
