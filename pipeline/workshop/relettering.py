"""What every change of lettering begins and ends with: the parent's art, and a draft over it."""

from collections.abc import Callable
from dataclasses import replace
from difflib import get_close_matches

import numpy as np
from numpy.typing import NDArray

from pipeline.domain.art import Drawn
from pipeline.domain.brief import Brief
from pipeline.domain.errors import VersionError
from pipeline.domain.fonts import Pairing
from pipeline.domain.geometry import Box
from pipeline.domain.layout import Layout, Tone
from pipeline.domain.outcome import Made
from pipeline.domain.step import Doing, Step
from pipeline.domain.subject import Subject, SubjectKind
from pipeline.domain.version import Document, Draft, Version
from pipeline.drawing.page import page
from pipeline.ports.bench import Bench
from pipeline.stages.keeping import words_on
from pipeline.typography.sheet import Page
from pipeline.typography.terrain import Terrain
from pipeline.workshop.finishing import draft, finish
from pipeline.workshop.task import Task, demand_base
from pipeline.workshop.workshop import Workshop

Pixels = NDArray[np.uint8]

MIDST = 0.25
"""How bad it is to letter over what a picture was drawn for; over a face it would be 1."""
CORE = 0.15
"""What is taken off each side of the subject's room: subjects seldom fill its corners."""


Changed = Callable[[Workshop, Version, Pixels], Document]
"""The document of a version with other lettering, over its art."""


async def relettered(task: Task, bench: Bench[Workshop], change: Changed) -> Made:
    """The version that `change` makes of the task's; its art stays the same to the byte.

    `change` is done in a worker process, so it must be picklable.
    """
    base = demand_base(task)
    await bench.tell(Step(done=0, total=2, doing=Doing.LETTERING))
    made = await bench.do(changed, base, task.brief, change, bench.new_id())
    await bench.tell(Step(done=1, total=2, doing=Doing.SAVING))
    return Made(drafts=(made,))


def changed(
    workshop: Workshop, base: Version, brief: Brief, change: Changed, version: str
) -> Draft:  # fmt: skip
    """`base` with other lettering over the art that it has."""
    art = workshop.arts.pixels(base.raster)
    document, picture = lettered_anew(workshop, change(workshop, base, art), base, art)
    return draft(workshop, brief, document, art, picture, version=version, raster=None)


def lettered_anew(
    workshop: Workshop, document: Document, base: Version, art: Pixels
) -> tuple[Document, Pixels]:
    """A changed `document` of `base` made legible over its art, and what it looks like."""
    was = base.document.layout
    tidy = replace(document, layout=_without_idle_tones(document.layout, was))
    done = finish(workshop, tidy, art, was=was)
    return replace(tidy, layout=done.layout), done.picture


def sheet_of(workshop: Workshop, document: Document) -> Page:
    """What new words of a document are set with.

    Raises:
        VersionError: `pairing-unknown`, as when the catalogue has lost it.
    """
    layout, pairing = document.layout, pairing_of(workshop, document.pairing)
    return Page(workshop.library, words_on(layout), document.zones, pairing, layout.aspect)


def pairing_of(workshop: Workshop, name: str) -> Pairing:
    """The pairing called `name`.

    Raises:
        VersionError: `pairing-unknown`, as when the catalogue has lost it.
    """
    catalogue = workshop.library.catalogue
    try:
        return catalogue.pairing(name)
    except KeyError as error:
        others = [one.name for one in catalogue.pairings]
        near = get_close_matches(name, others, 5, 0.0)
        raise VersionError("pairing-unknown", value=name, near=", ".join(near)) from error


def terrain_of(document: Document, art: Pixels) -> Terrain:
    """The art as new lettering sees it, with what it was drawn for as something to keep off."""
    match document.art:
        case Drawn(focus=focus):
            width, height = page(document.layout.aspect)
            box = Box(x=focus.x / width, y=focus.y / height, w=focus.w / width, h=focus.h / height)
            core = box.inset(CORE * box.w, CORE * box.h)
            return Terrain(art, (Subject(box=core, weight=MIDST, kind=SubjectKind.SALIENT),))
        case _:
            return Terrain(art)


def _without_idle_tones(layout: Layout, was: Layout) -> Layout:
    """`layout` without the tones whose lettering is gone: they would stay behind as smudges."""
    return replace(layout, tones=tuple(
        tone for tone in layout.tones
        if not _served(tone, was) or _served(tone, layout)
    ))  # fmt: skip


def _served(tone: Tone, layout: Layout) -> bool:
    """Whether a tone lies under the greater part of any block."""
    return any(tone.box.overlap(block.box) > 0.5 * block.box.area for block in layout.blocks)
