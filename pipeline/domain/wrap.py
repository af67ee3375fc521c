"""The geometry of a full cover: back, spine and front on one sheet, in millimetres.

The origin is the upper left corner of the sheet with its bleed or turn-in; x runs to the right,
over the back, the spine and the front.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RectMm:
    """A rectangle on the sheet, in millimetres."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.h

    def inset(self, by: float) -> "RectMm":
        """The rectangle with `by` taken off every side; negative makes it larger."""
        return RectMm(x=self.x + by, y=self.y + by, w=self.w - 2 * by, h=self.h - 2 * by)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrap:
    """Where everything is on the sheet.

    `sheet` is all of it, with bleed or turn-in; `trim` what is seen when the book is made. `back`,
    `spine` and `front` meet and fill `trim`. The `safe` ones are where lettering may be on the back
    and the front; `spine_text` where it may be on the spine, None for a spine that is too thin.
    `hinges` are grooves where none should be. `barcode` is its zone with the quiet zone.
    """

    sheet: RectMm
    trim: RectMm
    back: RectMm
    spine: RectMm
    front: RectMm
    safe_back: RectMm
    safe_front: RectMm
    spine_text: RectMm | None
    hinges: tuple[RectMm, ...]
    barcode: RectMm
