"""A version whose picture was retouched: its art changed, its lettering legible over it as before."""

from dataclasses import replace

import numpy as np

from pipeline.domain.brief import Brief
from pipeline.domain.layout import Layout, TextBlock
from pipeline.domain.lettering import Retouch
from pipeline.domain.version import Document, Draft, Version
from pipeline.ports.lettering import Mask, Pixels
from pipeline.stages.art import shown
from pipeline.stages.export import raster_png
from pipeline.stages.keeping import bare
from pipeline.stages.open_picture import open_kept
from pipeline.workshop.finishing import draft, finish
from pipeline.workshop.task import demand_pixels
from pipeline.workshop.workshop import Workshop

AROUND = 0.35
"""So many ems round a block its ground counts: that is what halos and soft tones reach."""
NOTICED = 6
"""Grey levels by which a pixel of the ground must differ to count."""


def retouched(
    workshop: Workshop, brief: Brief, base: Version, content: bytes, retouch: Retouch, version: str
) -> Draft:  # fmt: skip
    """`base` with another original, in a worker: the file `content`, as large as the one before.

    The crop stays, and so do the words and their places. Where the ground of a text has changed,
    all that only made it legible is done anew; what a person chose is kept.

    Raises:
        RetouchError: `retouch-drawn`.
    """
    art, picture = demand_pixels(base), open_kept(content)
    origin = replace(art.origin, sha256=picture.sha256, kind=picture.kind)
    made = replace(art, origin=origin, retouches=(*art.retouches, retouch))
    pixels = shown(made, picture, brief.format.preview_px)
    lettered, cover = _lettered(workshop, base, replace(base.document, art=made), pixels)
    done = draft(workshop, brief, lettered, pixels, cover, version=version,
                 raster=raster_png(pixels))  # fmt: skip
    return replace(done, original=content)


def _lettered(
    workshop: Workshop, base: Version, document: Document, pixels: Pixels
) -> tuple[Document, Pixels]:  # fmt: skip
    """The document with its lettering over `pixels`, its new art, and what that looks like."""
    layout, changed = document.layout, _changed(workshop.arts.pixels(base.raster), pixels)
    if any(_touched(block, layout, changed) for block in layout.blocks):
        anew = replace(document, layout=bare(layout, document.zones))
        done = finish(workshop, anew, pixels)
    else:
        done = finish(workshop, document, pixels, was=layout)
    return replace(document, layout=done.layout), done.picture


def _changed(old: Pixels, new: Pixels) -> Mask:
    """Where two pictures differ visibly; everywhere, if they are not of one size."""
    if old.shape != new.shape:
        return np.ones(new.shape[:2], bool)
    return np.abs(old.astype(np.int16) - new).max(axis=2) > NOTICED


def _touched(block: TextBlock, layout: Layout, changed: Mask) -> bool:
    """Whether anything has changed under a block or close to it."""
    reach = AROUND * block.size
    near = block.box.inset(-reach / min(1.0, layout.aspect), -reach)
    height, width = changed.shape
    rows = slice(max(0, int(near.y * height)), max(0, int(near.bottom * height) + 1))
    columns = slice(max(0, int(near.x * width)), max(0, int(near.right * width) + 1))
    return bool(changed[rows, columns].any())
