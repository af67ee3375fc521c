"""Where a line may end, what each end costs, and the most balanced lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from uniseg.linebreak import line_break_units

from pipeline.typography.weak_words import weak_words

WEAK_END = 0.7
"""The cost of ending a line on an article, preposition or conjunction."""
STRONG_END = {**dict.fromkeys(":–—;", -0.4), **dict.fromkeys(".!?…", -0.25), ",": -0.12}
COMPOUND_END = 0.2
"""The cost of breaking a word at a hyphen of its own."""
SHORT_LAST = 0.55
"""A last line below this share of the mean line looks like a leftover."""
_NO_START = {"-", "–", "—", "·", ":", "/", "|", "&", "×", "+", "…"}
_ABBREVIATION = re.compile(
    r"(no|nr|vol|ch|pt|mr|mrs|ms|dr|st|prof|bk|ed|sr|제|\W*[A-Z])\.?", re.IGNORECASE
)
_COUNTED = re.compile(
    r"(book|part|volume|chapter|tome|band|teil|season|year|act)\W*", re.IGNORECASE
)
_NUMBER = re.compile(r"(\d+|[IVXLC]+|(?i:one|two|three|four|five|six|seven|eight|nine|ten))\W*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part that is never broken: its text, and what happens after it.

    `space`: a space follows when the line goes on. `hyphen`: a hyphen is set when the line ends
    here. `cost`: what ending a line here costs, 0 neutral, negative welcome.
    """

    text: str
    space: bool = True
    hyphen: bool = False
    cost: float = 0.0


@lru_cache(maxsize=1024)
def pieces(words: str, language: str) -> tuple[Piece, ...]:
    """Cuts `words` (tidy) where lines may end.

    By UAX #14, except that Hangul breaks at spaces only, 'No. 1', 'Book Two' and initials hold
    together, and no line starts with a dash.
    """
    weak = weak_words(language)
    found: list[str] = []
    for unit in _units(words):
        if found and not _may_break(found[-1], unit):
            found[-1] += unit
        else:
            found.append(unit)
    return tuple(
        Piece(unit.strip(), unit.endswith(" "), cost=_cost(unit.strip(), weak)) for unit in found
    )


def _units(words: str) -> Iterator[str]:
    """The stretches between the chances to break of UAX #14, spaces at their ends.

    A word of nothing but letters and digits between marks has none inside, and is spared the
    algorithm, which takes a tenth of a millisecond a character.
    """
    for token in words.split(" ") if words else ():
        inner = token.strip("“”‘’\"'(),.:;!?…")
        whole = all(map(_hangul, inner)) or (inner.isalnum() and max(inner) < "⺀")
        *first, last = [token] if whole else line_break_units(token)
        yield from first
        yield last + " "


def _may_break(left: str, right: str) -> bool:
    if not left.endswith(" "):
        return not (_hangul(left[-1]) or _hangul(right[0]))
    before, after = left.rsplit(maxsplit=1)[-1], right.split(maxsplit=1)[0] if right.split() else ""
    if after in _NO_START or not after:
        return False
    if before.endswith(".") and len(before) <= 5 and _ABBREVIATION.fullmatch(before):
        return False
    return not (_COUNTED.fullmatch(before) and _NUMBER.fullmatch(after))


def _hangul(char: str) -> bool:
    return "가" <= char <= "힣" or "ᄀ" <= char <= "ᇿ"


def _cost(text: str, weak: frozenset[str]) -> float:
    if not text:
        return 0.0
    last = text.rsplit(maxsplit=1)[-1]
    if last.lower().strip("“”\"'‘’(") in weak:
        return WEAK_END
    if last.endswith(("-", "‐")):
        return COMPOUND_END
    return STRONG_END.get(last.rstrip("”\"'’)」』")[-1:], 0.0)


def join(line: Sequence[Piece], *, last: bool) -> str:
    """The text of a line; with its hyphen unless it is the `last`."""
    text = "".join(piece.text + (" " if piece.space else "") for piece in line).rstrip()
    return text + ("-" if line[-1].hyphen and not last else "")


@dataclass(frozen=True, slots=True)
class Widths:
    """How wide every piece is, what a space and a hyphen add, in ems."""

    pieces: tuple[float, ...]
    space: float
    hyphen: float


def line_widths(parts: Sequence[Piece], widths: Widths, start: int) -> list[float]:
    """The width of the line from `start` to each later end, the first being `start + 1`."""
    found: list[float] = []
    x = 0.0
    for index in range(start, len(parts)):
        x += widths.pieces[index]
        ends_word = index == len(parts) - 1 or not parts[index].hyphen
        found.append(x + (0.0 if ends_word else widths.hyphen))
        x += widths.space if parts[index].space else 0.0
    return found


def balanced(
    parts: Sequence[Piece], widths: Widths, most: int
) -> dict[int, tuple[float, list[int]]]:
    """For every number of lines up to `most`, the cheapest breaks as (cost, ends of lines).

    Dynamic programming over the squared deviation of each line from the mean, as shares of the
    mean, plus the costs of the ends. After Knuth and Plass, Breaking paragraphs into lines (1981),
    with the number of lines given instead of the measure.
    """
    count = len(parts)
    widths_of = np.full((count, count), np.inf)
    for start in range(count):
        widths_of[start, start:] = line_widths(parts, widths, start)
    after = np.array([part.cost for part in parts[:-1]] + [0.0])
    found: dict[int, tuple[float, list[int]]] = {}
    for lines in range(1, min(most, count) + 1):
        shares = widths_of * (lines / max(widths_of[0, -1], 1e-6))
        costs = (shares - 1.0) ** 2 + after
        costs[:, -1] += 1.5 * np.maximum(0.0, SHORT_LAST - shares[:, -1])
        found[lines] = _cheapest(costs, lines)
    return found


def _cheapest(costs: NDArray[np.float64], lines: int) -> tuple[float, list[int]]:
    """The cheapest way to `lines` lines; `costs[i, j]` is that of a line of the pieces i to j."""
    count = len(costs)
    best = np.full(count + 1, np.inf)
    best[0] = 0.0
    origins: list[NDArray[np.intp]] = []
    for _ in range(lines):
        reached = best[:-1, None] + costs
        origin = reached.argmin(axis=0)
        origins.append(origin)
        best = np.concatenate(([np.inf], reached[origin, np.arange(count)]))
    ends = [count]
    for origin in reversed(origins[1:]):
        ends.append(int(origin[ends[-1] - 1]))
    return float(best[-1]), ends[::-1]


def as_lines(parts: Sequence[Piece], ends: Sequence[int]) -> tuple[str, ...]:
    """The lines that end before the pieces numbered `ends`."""
    starts = [0, *ends[:-1]]
    return tuple(join(parts[start:end], last=end == len(parts))
                 for start, end in zip(starts, ends, strict=True))  # fmt: skip
