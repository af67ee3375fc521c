"""How many rows a pass may have after the memory was once too little for more."""

import logging
from dataclasses import dataclass

from pipeline.engines.diffusion.buckets import below, ladder
from pipeline.engines.diffusion.fairness import Size

PATIENCE = 256
"""After so many passes without trouble more rows are tried again; after every relapse, twice as many."""
_log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Lowered:
    rows: int
    patience: int
    passes: int = 0


class Ceilings:
    """The most rows of a pass, for each size of pictures by itself."""

    def __init__(self, rows: int) -> None:
        self._steps = ladder(rows)
        self._lowered: dict[Size, _Lowered] = {}

    @property
    def steps(self) -> tuple[int, ...]:
        """The sizes that passes are padded to."""
        return self._steps

    def most(self, size: Size) -> int:
        """The most rows of a pass of that size of pictures."""
        lowered = self._lowered.get(size)
        return lowered.rows if lowered else self._steps[-1]

    def lower(self, size: Size, bucket: int) -> None:
        """There was too little memory for `bucket` rows."""
        before = self._lowered.get(size)
        patience = 2 * before.patience if before else PATIENCE
        rows = min(below(bucket, self._steps), self.most(size))
        self._lowered[size] = _Lowered(rows=rows, patience=patience)
        _log.warning(
            "too little memory for %d rows of %d x %d: at most %d now", bucket, *size, rows
        )

    def passed(self, size: Size) -> None:
        """A pass went well; in the end more is tried again, a step of the ladder at a time."""
        lowered = self._lowered.get(size)
        if lowered is None:
            return
        lowered.passes += 1
        if lowered.passes >= lowered.patience and lowered.rows < self._steps[-1]:
            lowered.rows = min(step for step in self._steps if step > lowered.rows)
            lowered.passes = 0
