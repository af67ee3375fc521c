"""Where the lines of a cover stand: a title, a small line, an author."""

from dataclasses import dataclass
from typing import Literal

from tests.bench_lettering.grounds import Rng
from tests.bench_lettering.truth import HEIGHT, WIDTH

Role = Literal["title", "small", "author"]
MARGIN = 34.0
GAP = 0.28
"""Between lines, as a share of the upper one's height."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A line that is to be placed: the size of its ink in pixels."""

    role: Role
    width: float
    height: float


def placed(rng: Rng, lines: list[Wanted]) -> list[tuple[float, float]]:
    """The upper left corner of each line's ink: titles with small ones together, the author apart."""
    align = str(rng.choice(("centre", "centre", "left", "right")))
    authors = sum(line.height for line in lines if line.role == "author")
    block = [line for line in lines if line.role != "author"]
    needed = sum(line.height + _gap(line) for line in block)
    below = bool(rng.random() < 0.75)
    first, last = (40.0, HEIGHT - 60.0 - authors - 20) if below else (90.0 + authors, HEIGHT - 40.0)
    y = first + max(0.0, last - first - needed) * float(rng.choice((0.05, 0.15, 0.45, 0.9)))
    author = HEIGHT - 50.0 - authors - float(rng.integers(0, 20)) if below else 40.0
    places: list[tuple[float, float]] = []
    for line in lines:
        room = WIDTH - 2 * MARGIN - line.width
        x = MARGIN + {"left": 0.0, "centre": 0.5, "right": 1.0}[align] * room
        if line.role == "author":
            places.append((x, author))
        else:
            places.append((x, y))
            y += line.height + _gap(line)
    return places


def _gap(line: Wanted) -> float:
    return max(10.0, GAP * line.height)
