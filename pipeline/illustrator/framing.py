"""Lettering zones inside a frame that is drawn near the cover's edge."""

from dataclasses import replace

from pipeline.domain.arrangement import Arrangement
from pipeline.domain.geometry import Box
from pipeline.drawing.page import page


def inside(arrangement: Arrangement, aspect: float, inset: float) -> Arrangement:
    """The arrangement with its zones kept `inset` units from the edge of a page of `aspect`.

    The author's line moves up rather than being squeezed.
    """
    width, height = page(aspect)
    dx, dy = inset / width, inset / height
    author = arrangement.author
    lift = max(0.0, author.bottom - (1 - dy))
    return replace(
        arrangement,
        title=_clipped(arrangement.title, dx, dy, arrangement.title.bottom - lift),
        author=_clipped(replace(author, y=author.y - lift), dx, dy, 1 - dy),
    )


def _clipped(box: Box, dx: float, dy: float, floor: float) -> Box:
    return Box.edges(
        max(box.x, dx), max(box.y, dy), min(box.right, 1 - dx), min(box.bottom, floor, 1 - dy)
    )
