"""The losses of a training so far."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

_MEMORY = 0.98
"""What a smoothed loss keeps of itself at every step; single losses jump with their timesteps."""


@dataclass(slots=True)
class History:
    """The loss of every step from the first on, and (step, loss) on held-out pictures."""

    learnt: list[float] = field(default_factory=list[float])
    measured: list[tuple[int, float]] = field(default_factory=list[tuple[int, float]])

    def smooth(self) -> NDArray[np.float64]:
        """The losses, each averaged with those before it, without the bias of the beginning."""
        means, mean = np.empty(len(self.learnt)), 0.0
        for index, loss in enumerate(self.learnt):
            mean = _MEMORY * mean + (1 - _MEMORY) * loss
            means[index] = mean / (1 - _MEMORY ** (index + 1))
        return means

    @property
    def now(self) -> float:
        """The smoothed loss of the last step; 0 before the first."""
        return float(self.smooth()[-1]) if self.learnt else 0.0

    def as_table(self) -> str:
        """All of it as CSV: step, loss, held_out (empty where nothing was measured)."""
        measured = dict(self.measured)
        rows = [f"0,,{measured[0]!r}"] if 0 in measured else []
        for step, loss in enumerate(self.learnt, 1):
            rows.append(f"{step},{loss!r},{measured[step]!r}" if step in measured
                        else f"{step},{loss!r},")  # fmt: skip
        return "\n".join(["step,loss,held_out", *rows, ""])
