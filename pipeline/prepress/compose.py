"""A version's document and a printer's geometry become one sheet: art, lettering, barcode."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from pipeline.domain.format import PRINT_DPI
from pipeline.domain.layout import Layout
from pipeline.domain.printer import SpineReading
from pipeline.domain.version import Document
from pipeline.domain.wrap import Wrap
from pipeline.illustrator.recipe import Recipe
from pipeline.prepress.back_words import BackWords
from pipeline.prepress.composed import Composed, Lettering, Pixels, Solid
from pipeline.prepress.cover_look import look_of
from pipeline.prepress.left_side import lettered
from pipeline.prepress.sheet_art import continued
from pipeline.prepress.sheet_plan import SheetPlan, looked_at
from pipeline.prepress.tones import laid
from pipeline.stages.imprint import Imprint
from pipeline.stages.print_art import WHOLE, print_art
from pipeline.stages.reformat import reformatted
from pipeline.typography.library import FaceLibrary
from pipeline.typography.repair import repair


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What a sheet is made with: the recipes and faces of the workshop."""

    recipes: Mapping[str, Recipe] = field(repr=False)
    library: FaceLibrary = field(repr=False)


def composed(
    document: Document, wrap: Wrap, means: Means, imprint: Imprint, *,
    picture: Pixels | None = None, words: BackWords | None = None, solids: tuple[Solid, ...] = (),
    dpi: float = PRINT_DPI, reading: SpineReading | None = None, aside: Pixels | None = None,
) -> Composed:  # fmt: skip
    """The whole sheet of a cover, or its front alone where `wrap` has neither back nor spine.

    `picture`, (height, width, 3) in sRGB, is what art that was brought or painted is cut from, as
    large as it is to be had; its proportions are those of the original. `aside` is what was painted
    left of all that it has, as high as its crop. `solids` (a barcode) are drawn last. The spine runs as
    is usual in its market, or in another `reading`. Tones of the lettering are laid into the art, over
    folds and bleed as well.

    Raises:
        PrintError: `print-room` for words that do not fit on the back.
        LetteringError: `lettering-no-face` for characters that no face has.
        PictureError: when the art needs a picture and there is none.
        KeyError: for a recipe that does not exist any more.
    """
    plan = SheetPlan(wrap=wrap, dpi=dpi)
    layout, art = _front(document, plan, means, picture)
    ground = continued(document, art, plan, means.recipes, picture, aside)
    sheet = laid(ground, layout, plan.face, plan)
    look = look_of(document, layout, imprint, means.library.catalogue)
    sheet, beside = lettered(sheet, plan, look, words or BackWords(), means.library, reading)
    front = Lettering(layout=replace(layout, tones=()), area=plan.face)
    return Composed(wrap=wrap, art=sheet, dpi=dpi, lettering=(*beside, front), solids=solids,
                    imprint=imprint)  # fmt: skip


def _front(
    document: Document, plan: SheetPlan, means: Means, picture: Pixels | None
) -> tuple[Layout, Pixels]:
    """The front as the version shows it, fitted to the front of the sheet: lettering and art."""
    part = plan.shown_of(document.layout.aspect)
    art = print_art(document, part, plan.size(plan.face), means.recipes, picture)
    if part == WHOLE:
        return document.layout, art
    zones, layout = document.zones, reformatted(document.layout, plan.face.w / plan.face.h)
    seen = looked_at(art)
    return repair(layout, seen, means.library, zones.inks, zones.small_inks), art
