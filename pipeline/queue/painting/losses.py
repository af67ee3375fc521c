"""What is learnt from losing the model's process: when to start it again, and whom to suspect."""

from collections import OrderedDict, deque
from dataclasses import dataclass, field

from pipeline.domain.limits import PaintingLimits
from pipeline.domain.painting import PaintRequest

MOST_SUSPECTS = 1_000
_MOST_DOUBLINGS = 32


@dataclass(slots=True, kw_only=True)
class Losses:
    """Losses of late, without a picture between them. Times are seconds that only ever grow."""

    limits: PaintingLimits
    _at: deque[float] = field(default_factory=deque[float], init=False)
    _rests_until: float = field(default=0.0, init=False)

    def lost(self, now: float) -> bool:
        """Note a loss; True when it is one too many, and the model rests from now on."""
        self._at.append(now)
        while self._at[0] < now - self.limits.losses_within_s:
            self._at.popleft()
        if len(self._at) < self.limits.losses:
            return False
        self._rests_until = now + self.limits.rest_s
        return True

    def painted(self) -> None:
        """Forget all losses: the model works."""
        self._at.clear()

    def rests_s(self, now: float) -> float:
        """For how long nothing is painted yet; 0 when something is.

        After a rest one start is allowed: another loss, if not too late, makes the next rest.
        """
        return max(0.0, self._rests_until - now)

    def backoff_s(self, now: float) -> float:
        """For how long the next process should not be started yet: doubling with every loss."""
        if not self._at:
            return 0.0
        doublings = min(len(self._at) - 1, _MOST_DOUBLINGS)
        full = min(self.limits.backoff_s * 2.0**doublings, self.limits.longest_backoff_s)
        return max(0.0, self._at[-1] + full - now)


class Suspects:
    """Requests that were being painted when the process was lost: each is tried again alone.

    Which of them was to blame is not known. Alone, the guilty one takes nobody down with it, until
    its tries are spent, and each of the others is cleared by its picture.
    """

    def __init__(self) -> None:
        """Nobody is suspected."""
        self._known: OrderedDict[int, None] = OrderedDict()

    def add(self, request: PaintRequest) -> None:
        """Suspect a request; of many, those suspected longest ago are let go."""
        self._known[_mark(request)] = None
        while len(self._known) > MOST_SUSPECTS:
            self._known.popitem(last=False)

    def clear(self, request: PaintRequest) -> None:
        """Suspect it no more: the process has outlived it."""
        self._known.pop(_mark(request), None)

    def __contains__(self, request: PaintRequest) -> bool:
        return _mark(request) in self._known


def _mark(request: PaintRequest) -> int:
    """The same for the same request; of pictures only the sizes, since they may be megabytes."""
    source, mask = (len(picture or b"") for picture in (request.source, request.mask))
    return hash((request.prompt, request.negative, request.width, request.height, request.seed,
                 request.manner, request.adapters, source, mask, request.strength,
                 request.person))  # fmt: skip
