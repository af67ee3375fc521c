"""A progress bar on standard error, drawn only where somebody can see it."""

import os
import sys
from typing import TextIO

from bot.terminal.columns import cut, padded, width

_CELLS = 24
_UNKNOWN = 80


class Bar:
    """One line that is written over and over; silent when `stream` is no terminal."""

    def __init__(self, stream: TextIO | None = None) -> None:
        """A bar on standard error, or on `stream`."""
        self._stream = stream or sys.stderr
        self._shown = self._stream.isatty()
        self._columns = 0

    def __enter__(self) -> "Bar":
        """The bar; it goes away with the block, however that ends."""
        return self

    def __exit__(self, *_: object) -> None:
        self.clear()

    @property
    def shown(self) -> bool:
        """Whether anybody can see it."""
        return self._shown

    def show(self, done: float, total: float, label: str) -> None:
        """Draw `done` of `total` with what is being done."""
        if not self._shown:
            return
        share = min(1.0, done / total) if total else 0.0
        full = round(share * _CELLS)
        drawn = f"  {'█' * full}{'░' * (_CELLS - full)} {share:4.0%}  {label}"
        # A line that reaches the edge would wrap, and could not be written over any more.
        line = cut(drawn, self._room())
        self._stream.write("\r" + padded(line, self._columns))
        self._stream.flush()
        self._columns = width(line)

    def _room(self) -> int:
        """Columns of the terminal that a line may fill; it may have been resized meanwhile."""
        try:
            columns = os.get_terminal_size(self._stream.fileno()).columns
        except OSError:
            columns = 0
        return max(1, (columns or _UNKNOWN) - 1)

    def clear(self) -> None:
        """Take the line away, so that what follows starts on a clean one."""
        if self._shown and self._columns:
            self._stream.write("\r" + " " * self._columns + "\r")
            self._stream.flush()
            self._columns = 0
