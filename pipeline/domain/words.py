"""The words that go on one cover, and which writing they are in."""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

HANGUL_FROM, HANGUL_TO = "가", "힣"


class Writing(StrEnum):
    """The writing that a pairing of typefaces is drawn for."""

    LATIN = "latin"
    KOREAN = "korean"


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverWords:
    """What is lettered on a cover; an empty string means that there is no such block.

    `author` may name several people, set as given. `free` is one more line, such as a
    quotation. `language` is a BCP 47 tag and decides hyphenation and line ends.
    """

    title: str
    subtitle: str = ""
    author: str = ""
    series: str = ""
    free: str = ""
    language: str = "en"


def tidy(words: str) -> str:
    """`words` as they are set: composed (NFC), with single spaces and no line ends."""
    return " ".join(unicodedata.normalize("NFC", words).split())


def hangul_share(words: str) -> float:
    """The share of Hangul syllables among the letters of `words`; 0 when there are none."""
    letters = [char for char in words if char.isalpha()]
    if not letters:
        return 0.0
    return sum(HANGUL_FROM <= char <= HANGUL_TO for char in letters) / len(letters)


def writing_of(words: str) -> Writing:
    """Korean from a third of Hangul on: a Korean face brings Latin letters, not the reverse."""
    composed = unicodedata.normalize("NFC", words)
    return Writing.KOREAN if hangul_share(composed) >= 1 / 3 else Writing.LATIN
