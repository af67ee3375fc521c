"""How long a page takes to be drawn, told from what it paints, so that drawing it can be bounded.

The unit is one plain fill of the whole sheet. Measured on PDFium, which takes 1.6 ms for that at 300
DPI of a small book: what is see-through costs 4, a gradient 4, an image 10, and what shows through a
mask 20; under what is blended, all that was painted before is drawn again.
"""

from dataclasses import dataclass

from pipeline.prepress.preflight.blending import UNBLENDED
from pipeline.prepress.preflight.state import State
from pipeline.prepress.preflight.tokens import TooMuch

PLAIN, GRADIENT, IMAGE = 1.0, 4.0, 10.0
_SEEN_THROUGH, _MASKED, _BLENDED = 4.0, 20.0, 20.0
FINE = 3_000.0
"""So much is drawn at full resolution, in some seconds; real covers have some hundred."""
MOST = 120_000.0
"""What has more would be drawn for minutes, or too coarsely to tell anything."""


@dataclass(slots=True)
class Effort:
    """What was painted so far, in plain fills of the sheet."""

    total: float = 0.0
    _painted: float = 0.0
    _blended: float = 0.0

    @property
    def coarser(self) -> float:
        """By what the resolution is multiplied so that drawing takes no longer, 0.16 to 1."""
        return min(1.0, (FINE / max(self.total, 1.0)) ** 0.5)

    def add(self, share: float, weight: float, state: State, alpha: float) -> None:
        """A paint on a `share` of the sheet.

        Raises:
            TooMuch: when all together are more than `MOST`.
        """
        if state.blend not in UNBLENDED:
            self.total += share * (_BLENDED * (1 + self._blended) + self._painted)
            self._blended += share
        else:
            see_through = _SEEN_THROUGH if alpha < 1 else PLAIN
            self.total += share * max(weight, _MASKED if state.soft_mask else see_through)
            self._painted += share
        if self.total > MOST:
            raise TooMuch
