"""Whether a picture says what it should, as far as a reader of such pictures can tell."""

from collections.abc import Sequence

_ALIKE = str.maketrans({"0": "o", "1": "l", "i": "l", "|": "l"})
"""Characters that look the same in many typefaces; readers guess which they are."""


def misread(wanted: str, read: str) -> float:
    """How far what was read is from what was wanted: 0 the same, 1 nothing alike.

    By edits (Levenshtein) of what is left without spaces, case and punctuation, by its length.
    """
    a, b = plain(wanted), plain(read)
    if not a:
        a, b = wanted.replace(" ", ""), read.replace(" ", "")
    return min(1.0, edits(a, b) / max(1, len(a)))


def plain(words: str) -> str:
    """The letters and digits of words as they are compared."""
    kept = "".join(char for char in words.casefold() if char.isalnum() or char == "|")
    return kept.translate(_ALIKE)


def edits(a: Sequence[str], b: Sequence[str]) -> int:
    """The least number of characters to put in, take out or change to make `b` of `a`."""
    row = list(range(len(b) + 1))
    for i, one in enumerate(a, 1):
        before, row[0] = row[0], i
        for j, other in enumerate(b, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (one != other))
    return row[-1]
