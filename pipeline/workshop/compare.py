"""Compare: several versions side by side in one picture; it makes no version."""

import io
from collections.abc import Sequence

import numpy as np
from PIL import Image

from pipeline.domain.brief import Brief
from pipeline.domain.errors import VersionError
from pipeline.domain.file import File
from pipeline.domain.layout import Role
from pipeline.domain.operation import Compare
from pipeline.domain.outcome import Made
from pipeline.domain.step import Doing, Step
from pipeline.domain.version import Version
from pipeline.ports.bench import Bench
from pipeline.stages.export import proof_of
from pipeline.stages.sheet import Proof, SheetWords
from pipeline.workshop.sheet import manner_of, sheet_file, sheet_words
from pipeline.workshop.task import Task
from pipeline.workshop.workshop import Workshop

NAME = "comparison.png"


async def compare(operation: Compare, task: Task, bench: Bench[Workshop]) -> Made:
    """The versions in the order in which they are named, each with its number.

    Raises:
        VersionError: `version-missing` for one that the task does not bring.
    """
    await bench.tell(Step(done=0, total=2, doing=Doing.SHEET))
    brought = {one.id: one for one in (*task.others, *((task.base,) if task.base else ()))}
    versions = [_found(name, brought) for name in operation.versions]
    pictures = [await bench.blob(version.preview) for version in versions]
    sheet = await bench.do(compared, task.brief, versions, pictures)
    await bench.tell(Step(done=1, total=2, doing=Doing.SAVING), sheet.content)
    return Made(files=(sheet,))


def _found(name: str, brought: dict[str, Version]) -> Version:
    if name not in brought:
        raise VersionError("version-missing", version=name)
    return brought[name]


def compared(
    workshop: Workshop, brief: Brief, versions: Sequence[Version], pictures: Sequence[bytes]
) -> File:  # fmt: skip
    """The sheet with the `pictures` of the versions, in a worker."""
    several = len({version.cover for version in versions}) > 1
    proofs = [
        _proof(workshop, brief, version, picture, titled=several)
        for version, picture in zip(versions, pictures, strict=True)
    ]
    labels = " · ".join(proof.label for proof in proofs)
    words = sheet_words(workshop, brief, labels)
    if several:
        titles = " · ".join(dict.fromkeys(proof.name for proof in proofs))
        words = SheetWords(title=titles, foot=words.foot, foot_aside=labels)
    return sheet_file(workshop, brief, proofs, words, NAME)


def _proof(
    workshop: Workshop, brief: Brief, version: Version, picture: bytes, *, titled: bool
) -> Proof:  # fmt: skip
    """A version with what tells it apart: its style or, among several books, its title."""
    with Image.open(io.BytesIO(picture)) as opened:
        cover = proof_of(np.asarray(opened.convert("RGB")))
    document = version.document
    manner = manner_of(workshop, document, brief.language)
    title = document.layout.block(Role.TITLE)
    name = title.words if titled and title else manner
    notes = (*([manner] if titled else document.motifs), _face(workshop, version))
    return Proof(cover=cover, label=f"v{version.number}", name=name,
                 note=" · ".join(filter(None, notes)))  # fmt: skip


def _face(workshop: Workshop, version: Version) -> str:
    """The family of what is lettered largest."""
    blocks = version.document.layout.blocks
    largest = max(blocks, key=lambda block: block.size, default=None)
    return workshop.library.catalogue.faces[largest.font].family if largest else ""
