"""Where each job stands and when it is likely to be done: the queue played forward.

People take turns, a person's jobs go in the order of ordering, and a lane has so many places. What
is not known is guessed from what is: a running job that does not measure itself has on average half
of its time left, and a kind that was never measured takes as long as those that were.
"""

import heapq
from collections import Counter, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pipeline.domain.operation import Lane
from pipeline.domain.standing import Line, Overview, Standing

_UNMEASURED_S = 1.0
"""What decides who comes first while nothing was measured: all jobs are alike."""


def standings(
    overview: Overview, slots: Mapping[Lane, int], *, running_per_person: int = 1
) -> dict[str, Standing]:
    """The standing of every open job, by its id.

    `slots` says how many jobs of a lane run at once, `running_per_person` how many of them may be
    one person's. No estimate is made of what waits while the queue is paused.
    """
    found: dict[str, Standing] = {}
    for lane in Lane:
        lines = [line for line in overview.lines if line.lane is lane]
        places = max(1, slots.get(lane, 1), sum(line.running for line in lines))
        game = _Game(overview.seconds, places, max(1, running_per_person))
        found |= game.play(lines, paused=overview.paused)
    return found


@dataclass(slots=True)
class _Game:
    """One lane, played until nobody waits any more.

    `ends` are the ends of running jobs, soonest first, each with whose it is.
    """

    seconds: Mapping[str, float]
    places: int
    each: int
    ends: list[tuple[float, str]] = field(default_factory=list[tuple[float, str]])
    running: Counter[str] = field(default_factory=Counter[str])

    def play(self, lines: Iterable[Line], *, paused: bool) -> dict[str, Standing]:
        lines = list(lines)
        found: dict[str, Standing] = {}
        for line in (line for line in lines if line.running):
            known = line.left_s is not None
            found[line.job] = self._shown(0, self._start(line, 0.0, left=0.5), known=known)
        ring = _ring(lines)
        position, now = 0, 0.0
        while ring:
            person = self._next(ring)
            if person is None:
                now = self._wait()
                continue
            position += 1
            line = ring[person].popleft()
            end = self._start(line, now)
            found[line.job] = (
                Standing(position=position, eta_s=None)
                if paused
                else self._shown(position, end, known=line.left_s is not None)
            )
            _turn(ring, person)
        return found

    def _next(self, ring: Mapping[str, deque[Line]]) -> str | None:
        """Whose turn it is; None while no place is free for anybody who waits."""
        if len(self.ends) >= self.places:
            return None
        return next((person for person in ring if self.running[person] < self.each), None)

    def _start(self, line: Line, now: float, *, left: float = 1.0) -> float:
        end = now + (left * self._duration(line) if line.left_s is None else line.left_s)
        heapq.heappush(self.ends, (end, line.person))
        self.running[line.person] += 1
        return end

    def _wait(self) -> float:
        end, person = heapq.heappop(self.ends)
        self.running[person] -= 1
        return end

    def _duration(self, line: Line) -> float:
        """The mean of its kind, or that of all kinds."""
        mean = sum(self.seconds.values()) / len(self.seconds) if self.seconds else _UNMEASURED_S
        return self.seconds.get(line.kind, mean)

    def _shown(self, position: int, end: float, *, known: bool = False) -> Standing:
        return Standing(position=position, eta_s=end if self.seconds or known else None)


def _ring(lines: Iterable[Line]) -> dict[str, deque[Line]]:
    """What waits, by person, in the order of turns.

    Whoever has a job running was served last, so the others come first; then whoever waits longest.
    """
    lines = list(lines)
    busy = {line.person for line in lines if line.running}
    waiting: dict[str, deque[Line]] = {}
    for line in lines:
        if not line.running:
            waiting.setdefault(line.person, deque()).append(line)
    turns = sorted(waiting, key=lambda person: person in busy)
    return {person: waiting[person] for person in turns}


def _turn(ring: dict[str, deque[Line]], person: str) -> None:
    """Send whoever was served to the end of the ring, or out of it."""
    rest = ring.pop(person)
    if rest:
        ring[person] = rest
