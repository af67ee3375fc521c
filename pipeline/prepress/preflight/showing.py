"""The operators that show text (ISO 32000-1, 9.4): where it begins, how large, in which font."""

from collections.abc import Callable
from typing import Any

from pipeline.domain.format import MM_PER_INCH, POINTS_PER_INCH
from pipeline.prepress.preflight.affine import at, six, spread, times
from pipeline.prepress.preflight.state import State, TextPlace
from pipeline.prepress.preflight.witness import Witness

POINT_MM = MM_PER_INCH / POINTS_PER_INCH


class Showing:
    """Text that a page shows, told to a witness."""

    def __init__(
        self, witness: Witness, state: Callable[[], State], font: Callable[[str], Any]
    ) -> None:
        """`state` is the page's of now; `font` finds one in its resources."""
        self._witness, self._now, self._font_of = witness, state, font
        self._text = TextPlace()

    def acts(self) -> dict[str, Callable[[list[Any]], None]]:
        """What the operators do, by their names."""
        return {
            "BT": lambda _operands: self._text.begin(), "Tf": self._font,
            "TL": self._leading, "Tr": self._mode,
            "Td": lambda operands: self._text.next(float(operands[0]), float(operands[1])),
            "TD": self._next_and_leading, "Tm": lambda operands: self._text.set(six(operands)),
            "T*": self._next_line, "Tj": self._show, "TJ": self._show,
            "'": self._show_next, '"': self._show_next,
        }  # fmt: skip

    def _font(self, operands: list[Any]) -> None:
        state = self._now()
        state.font, state.font_size = str(operands[0]), float(operands[1])

    def _leading(self, operands: list[Any]) -> None:
        self._now().leading = float(operands[0])

    def _mode(self, operands: list[Any]) -> None:
        self._now().text_mode = int(operands[0])

    def _next_and_leading(self, operands: list[Any]) -> None:
        self._now().leading = -float(operands[1])
        self._text.next(float(operands[0]), float(operands[1]))

    def _next_line(self, _operands: list[Any]) -> None:
        self._text.next(0.0, -self._now().leading)

    def _show_next(self, operands: list[Any]) -> None:
        self._next_line(operands)
        self._show(operands)

    def _show(self, _operands: list[Any]) -> None:
        state = self._now()
        matrix = times(self._text.matrix, state.ctm)
        size_pt = abs(state.font_size) * spread(matrix) / POINT_MM
        self._witness.text(at(matrix, 0, 0), size_pt, self._font_of(state.font), state)
