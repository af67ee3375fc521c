"""What killing lives has shown, as numbers that can be added up."""

from dataclasses import dataclass, field

from tests.faults.reckoning import Reckoning


@dataclass(slots=True, kw_only=True)
class Census:
    """What a nursery has seen; `deaths` are killed lives by the moment, `points` those of a life."""

    points: int = 0
    deaths: dict[str, int] = field(default_factory=dict)
    complaints: list[str] = field(default_factory=list)
    delivered: int = 0
    failed: int = 0
    cancelled: int = 0
    strays: int = 0

    @property
    def kills(self) -> int:
        """How many lives were ended by SIGKILL."""
        return sum(self.deaths.values())

    def died(self, moment: str) -> None:
        """Count a death."""
        self.deaths[moment] = self.deaths.get(moment, 0) + 1

    def add(self, found: Reckoning, history: str) -> None:
        """Take the reckoning of a history in."""
        self.complaints += [f"{history}: {complaint}" for complaint in found.complaints]
        self.delivered += found.delivered
        self.failed += found.failed
        self.cancelled += found.cancelled
        self.strays += found.strays
