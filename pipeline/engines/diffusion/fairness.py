"""Whose picture goes into the next pass: turns for people, and for sizes, which cannot share one.

Every picture gets a round when it comes: a person's pictures have one round each, one after the
other, and whoever comes anew joins the round that is being painted. Passes are filled by round,
then in the order of arrival: of nine pictures of two people, eight by the one, the single one is
in the first pass. The clock of rounds moves on with every picture that ends, so that nobody who
comes later overtakes for ever (start-time fair queueing; Goyal, Vin and Cheng 1996).

A picture can rest between two steps at no cost; so it joins at once, in place of a later round's.
Sizes take turns pass by pass, but only those that somebody's first picture has, or one that was
started: eight sizes give one person no more turns than one.
"""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Generic, TypeVar

Size = tuple[int, int]
"""Width and height in pixels."""
S = TypeVar("S", bound=Hashable)
"""What pictures must have alike to share a pass: the size, and for stock pipelines more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn(Generic[S]):
    """A picture's place among the others. A guided picture takes two `rows` of a pass."""

    ticket: str
    person: str
    size: S
    rows: int
    round: int
    arrival: int

    @property
    def rank(self) -> tuple[int, int]:
        """What pictures are sorted by; the lowest is first."""
        return self.round, self.arrival


class Turns(Generic[S]):
    """The turns of all pictures that have not ended."""

    def __init__(self) -> None:
        self._turns: dict[str, Turn[S]] = {}
        self._arrivals = 0
        self._clock = 0
        self._passes = 0
        self._passed: dict[S, int] = {}
        self._started: set[str] = set()

    def join(self, ticket: str, *, person: str, size: S, rows: int) -> None:
        """Give a picture its turn, after those of the same person."""
        theirs = [turn.round + 1 for turn in self._turns.values() if turn.person == person]
        self._turns[ticket] = Turn(
            ticket=ticket, person=person, size=size, rows=rows,
            round=max([self._clock, *theirs]), arrival=self._arrivals,
        )  # fmt: skip
        self._arrivals += 1

    def leave(self, ticket: str, *, painted: bool) -> None:
        """A picture needs no more passes; only one that was `painted` has used its turn."""
        turn = self._turns.pop(ticket, None)
        self._started.discard(ticket)
        if turn is not None and painted:
            self._clock = max(self._clock, turn.round + 1)
        if turn is not None and all(other.size != turn.size for other in self._turns.values()):
            self._passed.pop(turn.size, None)

    def start(self, ticket: str) -> None:
        """A picture holds something that others wait for, or waits for that first: it shall end."""
        self._started.add(ticket)

    def sizes(self) -> list[S]:
        """The sizes whose turn it may be, the one that waits longest first."""
        ranked = self._sorted()
        firsts: dict[str, str] = {}
        for turn in ranked:
            firsts.setdefault(turn.person, turn.ticket)
        may = self._started.union(firsts.values())
        # a dict keeps the order of ranks, which decides between sizes that never had a pass
        sizes = dict.fromkeys(turn.size for turn in ranked if turn.ticket in may)
        return sorted(sizes, key=lambda size: self._passed.get(size, -1))

    def of(self, size: S) -> list[Turn[S]]:
        """The turns of a size, next first."""
        return [turn for turn in self._sorted() if turn.size == size]

    def soon(self, count: int) -> list[str]:
        """The tickets of the first `count` of every size whose turn it may be."""
        return [turn.ticket for size in self.sizes() for turn in self.of(size)[:count]]

    def passed(self, size: S) -> None:
        """A size had its pass."""
        self._passes += 1
        self._passed[size] = self._passes

    def _sorted(self) -> list[Turn[S]]:
        return sorted(self._turns.values(), key=lambda turn: turn.rank)
