"""Warnings and errors that are logged while a command runs: kept in a file, not told to the person.

What a person has to know is said in a sentence. A service has handlers of its own.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class KeptLog(logging.Handler):
    """Appends to a file, which is made when there is something to keep."""

    def __init__(self, path: Path) -> None:
        """Nothing is opened yet."""
        super().__init__(logging.WARNING)
        self.setFormatter(logging.Formatter("--- %(asctime)s %(name)s\n%(message)s"))
        self._path = path

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record; where that is not possible it is lost."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("a", encoding="utf-8") as file:
                file.write(f"{self.format(record)}\n")
        except OSError:
            return
