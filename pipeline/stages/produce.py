"""One option from its choice to its files, in one call that a worker process can run."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from pipeline.domain.choice import Choice
from pipeline.domain.concept import Wishes
from pipeline.domain.format import Format
from pipeline.domain.layout import Layout
from pipeline.domain.version import Document, Maker
from pipeline.domain.words import CoverWords
from pipeline.illustrator.painter import paint
from pipeline.illustrator.recipe import Recipe
from pipeline.stages.art import drawn
from pipeline.stages.came_from import came_from
from pipeline.stages.export import (
    Edition,
    Option,
    document,
    examined,
    preview_files,
    print_files,
    proof_of,
    raster_png,
)
from pipeline.stages.imprint import Imprint
from pipeline.stages.plan import Plan, plan
from pipeline.stages.telling import Telling
from pipeline.typography.library import FaceLibrary
from pipeline.typography.rendering import render_over
from pipeline.typography.repair import repair

Pixels = NDArray[np.uint8]

TRIED, TRIAL_PX = 4, 320
"""So many compositions are tried, with a short side of so many pixels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What to make: one choice for one book in one format.

    `stem` is how the names of its files begin, `telling` what all of them say; `for_print`
    asks for the files at 300 DPI as well. `base` is a layout whose words are set, and of which is
    kept what a person did to it; None: `words` are set. `maker` goes into the document.
    """

    stem: str
    choice: Choice
    words: CoverWords
    wishes: Wishes
    format: Format
    telling: Telling
    maker: Maker
    for_print: bool = False
    base: Layout | None = None


@dataclass(frozen=True, slots=True)
class Cover:
    """Art, lettering that can be read on it, and both together."""

    plan: Plan
    art: Pixels
    layout: Layout
    picture: Pixels


def planned(order: Order, recipes: Mapping[str, Recipe], library: FaceLibrary) -> Plan:
    """What an order's picture depends on.

    Where a person placed words, the compositions are tried out small: the first in which those
    can be read as they are is taken, else the one that does least to picture and letters.

    Raises:
        LetteringError: when the words cannot be set.
    """
    if order.base is None or not any(block.locked for block in order.base.blocks):
        return _plan(order, order.choice, recipes, library)
    best: tuple[float, Plan] | None = None
    for name in order.choice.compositions[:TRIED]:
        choice = replace(order.choice, compositions=(name,))
        made = _plan(order, choice, recipes, library)
        help_needed = _helped(made, library)
        if best is None or help_needed < best[0]:
            best = help_needed, made
        if not help_needed:
            break
    return best[1] if best else _plan(order, order.choice, recipes, library)


def _plan(
    order: Order, choice: Choice, recipes: Mapping[str, Recipe], library: FaceLibrary
) -> Plan:  # fmt: skip
    return plan(choice, order.words, order.format.aspect, wishes=order.wishes, recipes=recipes,
                library=library, base=order.base)  # fmt: skip


def _helped(made: Plan, library: FaceLibrary) -> float:
    """How much has to be done so that a plan's lettering can be read: tones, effects."""
    scene, zones = made.scene, made.arrangement
    scale = TRIAL_PX / min(scene.width, scene.height)
    art = paint(made.recipe, scene, round(scene.width * scale), round(scene.height * scale))
    done = repair(made.layout, art, library, zones.inks, zones.small_inks)
    added = sum(len(new.effects) - len(old.effects)
                for new, old in zip(done.blocks, made.layout.blocks, strict=True))  # fmt: skip
    return added + sum(tone.strength for tone in done.tones)


def draw(order: Order, recipes: Mapping[str, Recipe], library: FaceLibrary) -> Cover:
    """The cover at preview size.

    Raises:
        LetteringError: when the words cannot be set.
    """
    return painted(planned(order, recipes, library), order.format, library)


def painted(made: Plan, shape: Format, library: FaceLibrary) -> Cover:
    """A plan's cover at the preview size of `shape`."""
    art = paint(made.recipe, made.scene, *shape.preview_px)
    zones = made.arrangement
    layout = repair(made.layout, art, library, zones.inks, zones.small_inks)
    return Cover(made, art, layout, render_over(art, layout, library))


def produce(order: Order, recipes: Mapping[str, Recipe], library: FaceLibrary) -> Option:
    """Draws, checks and encodes one option.

    Raises:
        LetteringError: when the words cannot be set.
    """
    return produced(order, planned(order, recipes, library), library)


def produced(order: Order, made: Plan, library: FaceLibrary) -> Option:
    """The option of an order that is planned."""
    cover = painted(made, order.format, library)
    imprint = order.telling.of(made.recipe, made.scene)
    edition = Edition(stem=order.stem, format=order.format, imprint=imprint)
    files = preview_files(edition, cover.picture)
    if order.for_print:
        # passed on at once: a name for it here would keep a whole page in memory
        files += print_files(edition, _printed(order, made), cover.layout, library)
    report = examined(edition, cover.layout, cover.art, cover.picture, files, library)
    made_of = _document(order, cover, imprint)
    files.append(document(edition, cover.layout, came_from(made_of)))
    return Option(document=made_of, report=report, raster=raster_png(cover.art),
                  files=tuple(files), proof=proof_of(cover.picture))  # fmt: skip


def _document(order: Order, cover: Cover, imprint: Imprint) -> Document:
    return Document(
        art=drawn(order.choice, cover.plan.scene), layout=cover.layout,
        pairing=order.choice.pairing, zones=cover.plan.arrangement, maker=order.maker,
        alt_text=imprint.description, motifs=imprint.keywords,
    )  # fmt: skip


def _printed(order: Order, made: Plan) -> Pixels:
    """The same art drawn again at 300 DPI."""
    return paint(made.recipe, made.scene, *order.format.print_px())
