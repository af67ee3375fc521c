"""The tokens of a content stream, put together to operators as they come; nothing is kept."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pikepdf

MOST_OPERANDS = 2_000


class TooMuch(Exception):  # noqa: N818 - the reader makes a sentence of it
    """The page paints more than is read."""


class Tokens(pikepdf.StreamParser):
    """Puts operands and operators together as they come, and keeps nothing."""

    def __init__(self, act: Callable[[str, list[Any]], None], spend: Callable[[], None]) -> None:
        super().__init__()
        self._act, self._spend = act, spend
        self._operands: list[Any] = []

    def handle_object(self, obj: Any, _offset: int, _length: int) -> None:
        """One token."""
        self._spend()
        if isinstance(obj, pikepdf.Operator):
            operands, self._operands = self._operands, []
            self._act(str(obj), operands)
        elif len(self._operands) < MOST_OPERANDS:
            self._operands.append(float(obj) if type(obj) in {int, Decimal} else obj)

    def handle_eof(self) -> None:
        """Nothing more to do."""
