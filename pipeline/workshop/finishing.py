"""From art and lettering to a version that can be stored."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from pipeline.domain.art import Brought, Drawn, Painted, own_px
from pipeline.domain.brief import Brief
from pipeline.domain.file import File
from pipeline.domain.layout import Layout
from pipeline.domain.version import Document, Draft
from pipeline.stages.art import scene_of
from pipeline.stages.export import Edition, examined
from pipeline.stages.imprint import Imprint
from pipeline.stages.keeping import words_on
from pipeline.stages.png import encode_png
from pipeline.stages.preflight import of_art
from pipeline.typography.rendering import render_over
from pipeline.typography.repair import repair
from pipeline.workshop.imprinting import (
    imprint_of_painting,
    imprint_of_picture,
    telling_of,
)
from pipeline.workshop.workshop import Workshop

Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, kw_only=True)
class Legible:
    """A cover made legible: its layout and what it looks like, (height, width, 3) RGB."""

    layout: Layout
    picture: Pixels


def finish(
    workshop: Workshop, document: Document, art: Pixels, *, was: Layout | None = None
) -> Legible:  # fmt: skip
    """The document's lettering made legible over `art` and drawn on it.

    What is the same as in `was`, a layout that was made legible over this art, is trusted.
    """
    zones = document.zones
    layout = repair(document.layout, art, workshop.library, zones.inks, zones.small_inks,
                    was=was)  # fmt: skip
    return Legible(layout=layout, picture=render_over(art, layout, workshop.library))


def draft(
    workshop: Workshop, brief: Brief, document: Document, art: Pixels, picture: Pixels, *,
    version: str, raster: bytes | None,
) -> Draft:  # fmt: skip
    """A `version` of `document`, whose `picture` is `art` with its lettering, checked and encoded.

    `raster` is the art's PNG file, or None for the parent's.
    """
    imprint = imprint_of(workshop, brief, document)
    told = replace(document, alt_text=imprint.description, motifs=imprint.keywords)
    width, height = brief.format.preview_px
    preview = encode_png(picture, imprint, width / brief.format.points[0] * 72)
    file = File(name="preview.png", width_px=width, height_px=height, content=preview)
    edition = Edition(stem="cover", format=brief.format, imprint=imprint)
    report = examined(edition, told.layout, art, picture, [file], workshop.library,
                      art_px(document, brief))  # fmt: skip
    report = of_art(report, told.art)
    return Draft(id=version, document=told, report=report, raster=raster, preview=preview)


def imprint_of(workshop: Workshop, brief: Brief, document: Document) -> Imprint:
    """The metadata of a version: what its own lettering says, and what its picture shows."""
    words = words_on(document.layout)
    match document.art:
        case Drawn(choice=choice) as art:
            recipe = workshop.catalogues.recipes[choice.recipe]
            scene = scene_of(art, document.layout.aspect)
            return telling_of(workshop, brief, words, choice).of(recipe, scene)
        case Painted():
            return imprint_of_painting(workshop, brief, words, document.motifs)
        case Brought():
            return imprint_of_picture(workshop, brief, words)


def art_px(document: Document, brief: Brief) -> tuple[int, int] | None:
    """What a picture has for the print, in pixels; None for art that is drawn.

    Of one that was enlarged, what it had before that.
    """
    match document.art:
        case Drawn():
            return None
        case (Brought() | Painted()) as art:
            width, height = brief.format.print_px()
            have = own_px(art)
            return min(have[0], width), min(have[1], height)
