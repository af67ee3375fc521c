"""How much ink there can be where colours are blended or masked, as far as that can be bounded (ISO 32000-1, 11.3.5).

Blended in inks, `Multiply` and `Darken` lay down no more than both colours together, `Screen` and
`Lighten` no more than what was there; a mask leaves no more than the heavier of both. Of other modes, and of colours blended in RGB, nothing is told.
"""

import math
from dataclasses import dataclass
from typing import Any

from pipeline.prepress.preflight.spaces import Family, space_of
from pipeline.prepress.preflight.state import State

UNBLENDED = {"/Normal", "/Compatible"}
_ADDING, _LESSENING = {"/Multiply", "/Darken"}, {"/Screen", "/Lighten"}
_IN_INKS = {Family.CMYK, Family.GRAY}


def adds(state: State) -> bool:
    """Whether what is painted has at least its own ink where it lies."""
    return state.blend in UNBLENDED | _ADDING


@dataclass(slots=True)
class Blending:
    """What was painted so far, as total ink, 0 to 4 for each paint."""

    _heaviest: float = 0.0
    _added: float = 0.0
    _masked: float | None = None
    _blended: bool = False
    _open: bool = False

    def grouped(self, stream: Any) -> None:
        """A page or a form whose colours are blended with one another in a space of their own."""
        space = stream.get("/Group", {}).get("/CS")
        if space is not None and space_of(space, lambda _name: None).family not in _IN_INKS:
            self._open = True

    def painted(self, total: float | None, state: State) -> None:
        """A colour was laid down; None for one that only the printer knows."""
        if state.blend in UNBLENDED:
            self._heaviest = max(self._heaviest, math.inf if total is None else total)
            return
        self._blended = True
        if state.blend in _ADDING:
            self._added += math.inf if total is None else total
        elif state.blend not in _LESSENING and total != 0:
            self._open = True

    def masked(self, total: float) -> None:
        """An ink that shows through a mask whose shape is not read."""
        self._masked = max(self._masked or 0.0, total)

    @property
    def most(self) -> float | None:
        """The most ink that all this can make; None where nothing is blended or masked, inf for no bound."""
        if not self._blended:
            return self._masked
        return math.inf if self._open else max(self._heaviest + self._added, self._masked or 0.0)
