"""Breaking inside words, only when a word is too long for any decent size."""

from collections.abc import Iterator, Sequence

import pyphen

from pipeline.typography.breaking import Piece

HYPHEN_COST = 0.5
SYLLABLE_COST = 0.35
FEWEST = 3
"""Letters that stay together on either side of a hyphen."""


def split_long(parts: Sequence[Piece], longest: int, language: str) -> tuple[Piece, ...]:
    """`parts` with every piece of more than `longest` characters cut into smaller ones.

    Latin words are hyphenated by dictionary, or evenly where that leaves too much; Hangul and
    other writings without hyphens are cut between any two characters.
    """
    cut: list[Piece] = []
    for part in parts:
        cut.extend(
            _split(part, max(longest, FEWEST), language) if len(part.text) > longest else [part]
        )
    return tuple(cut)


def _split(part: Piece, longest: int, language: str) -> Iterator[Piece]:
    latin = all(char < "⺀" for char in part.text)
    points = _points(part.text, longest, language) if latin else range(1, len(part.text))
    start = 0
    for point in points:
        cost = HYPHEN_COST if latin else SYLLABLE_COST
        yield Piece(part.text[start:point], space=False, hyphen=latin and part.text[point - 1].isalnum(),
                    cost=cost)  # fmt: skip
        start = point
    yield Piece(part.text[start:], part.space, cost=part.cost)


def _points(word: str, longest: int, language: str) -> list[int]:
    """Where `word` may be hyphenated, with no stretch longer than `longest`."""
    dictionary = pyphen.Pyphen(lang=pyphen.language_fallback(language) or "en_US")
    known = [point for point in dictionary.positions(word)
             if FEWEST <= point <= len(word) - FEWEST]  # fmt: skip
    points: list[int] = []
    for stop in [*known, len(word)]:
        start = points[-1] if points else 0
        if stop - start < FEWEST:
            continue
        pieces = max(1, min(-(-(stop - start) // longest), (stop - start) // FEWEST))
        points.extend(start + (stop - start) * i // pieces for i in range(1, pieces))
        points.append(stop)
    return [point for point in points if point <= len(word) - FEWEST]
