"""Where a composition wants its lettering, before any letter is set.

A composition answers with an `Arrangement`; typography fills it and returns a `Layout`; the ink
boxes of that layout are then kept free by the illustrator. So the text is laid out first, and the
subject takes what remains, in every ratio.
"""

from dataclasses import dataclass
from enum import StrEnum

from pipeline.domain.geometry import Box
from pipeline.domain.layout import Align, Material

WIDE = 1.2
"""From this width / height on, lettering stands beside the subject instead of above it."""


class Anchor(StrEnum):
    """Where in its zone a group of blocks is packed."""

    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """Zones for lettering, in fractions of the cover.

    `title` is the most that series, title and subtitle together may take; the author goes to
    `author`. `inks` and `small_inks` are colours to try, best first (`#rrggbb`). `vertical`
    allows Hangul columns at the side of the title zone that `align` names.
    """

    title: Box
    author: Box
    align: Align
    anchor: Anchor
    inks: tuple[str, ...]
    small_inks: tuple[str, ...]
    material: Material = Material.FLAT
    vertical: bool = False


def margin(aspect: float) -> tuple[float, float]:
    """The usual margin as fractions of width and height: 7 % of the short side."""
    short = min(aspect, 1.0)
    return 0.07 * short / aspect, 0.07 * short
