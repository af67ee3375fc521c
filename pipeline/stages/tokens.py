"""How many tokens a text is to CLIP, found out without the model's libraries.

CLIP's tokenizer (https://github.com/openai/CLIP, simple_tokenizer.py) cuts a text in lower case into
words, single digits and runs of other signs, and each of these into the pieces that byte-pair
encoding leaves. What is not ASCII is counted as its bytes, of which a piece has at least one: never
too few.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

_PIECE = re.compile(r"'s|'t|'re|'ve|'m|'ll|'d|[a-z]+|[0-9]|[^a-z0-9]+")
_END = "</w>"
REMEMBERED = 4096


def at_most(text: str) -> int:
    """A number of tokens that no tokenizer of bytes exceeds: one for every byte."""
    return sum(_bytes(part) for part in text.split())


class Tokens:
    """Counts as the tokenizer with these merges does; text in ASCII exactly, other text never less."""

    def __init__(self, merges: Iterable[Sequence[str]]) -> None:
        """`merges` are pairs of pieces that become one, the first ones first."""
        self._ranks = {(first, second): rank for rank, (first, second) in enumerate(merges)}
        self._pieces = lru_cache(REMEMBERED)(self._merged)

    def __call__(self, text: str) -> int:
        """The tokens of a text, without those for its beginning and its end."""
        return sum(self._part(part) for part in text.split())

    def _part(self, part: str) -> int:
        if not part.isascii():
            return _bytes(part)
        return sum(self._pieces(piece) for piece in _PIECE.findall(part.lower()))

    def _merged(self, word: str) -> int:
        """Into how many pieces a word falls (Sennrich et al., ACL 2016)."""
        pieces = [*word[:-1], word[-1] + _END]
        while len(pieces) > 1:
            pairs = list(pairwise(pieces))
            best = min(pairs, key=lambda pair: self._ranks.get(pair, len(self._ranks)))
            if best not in self._ranks:
                break
            pieces = _joined(pieces, best)
        return len(pieces)


def _joined(pieces: Sequence[str], pair: tuple[str, str]) -> list[str]:
    """`pieces` with every occurrence of `pair` as one."""
    made: list[str] = []
    at = 0
    while at < len(pieces):
        both = tuple(pieces[at : at + 2]) == pair
        made.append("".join(pair) if both else pieces[at])
        at += 2 if both else 1
    return made


def _bytes(part: str) -> int:
    """The bytes of a text as a tokenizer reads it, which may be longer than as it was written."""
    return len(unicodedata.normalize("NFC", part).lower().encode("utf-8", "surrogatepass"))
