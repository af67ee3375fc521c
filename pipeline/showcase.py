"""A sheet with one cover in every style: what the illustrator can do, at a glance."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.domain.brief import Brief
from pipeline.domain.step import Doing, Progress, Step, silent
from pipeline.stages.export import File
from pipeline.stages.imprint import Imprint
from pipeline.stages.png import encode_png
from pipeline.stages.sheet import Proof, SheetWords, contact_sheet
from pipeline.studio import Studio
from pipeline.typography.library import FaceLibrary

NAME = "styles.png"
DPI = 150.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """A brief that asks for one style, with the style's name and manner for its caption."""

    brief: Brief
    name: str
    manner: str


def showcase(
    exhibits: Sequence[Exhibit], studio: Studio, library: FaceLibrary, words: SheetWords,
    progress: Progress = silent,
) -> File:  # fmt: skip
    """One PNG with an option for each exhibit, in their order; all are drawn in one format.

    Raises:
        ValueError: when there is nothing to show.
        ArtiCoverError: when an exhibit cannot be made.
    """
    proofs: list[Proof] = []
    total = len(exhibits) + 1
    for exhibit in exhibits:
        progress(Step(done=len(proofs), total=total, doing=Doing.DRAWING))
        option = studio.covers(exhibit.brief, for_print=False).options[0]
        proofs.append(Proof(cover=option.proof, name=exhibit.name, note=exhibit.manner))
    progress(Step(done=len(proofs), total=total, doing=Doing.SHEET))
    picture = contact_sheet(proofs, words, library)
    height, width = picture.shape[:2]
    content = encode_png(picture, Imprint(title=words.title), DPI)
    return File(name=NAME, width_px=width, height_px=height, content=content)
