"""The manners in which a cover can be drawn, as an author names them."""

import difflib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.domain.errors import StyleError


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """One way to draw: `name` is the recipe's own, the rest is for people.

    `*_manner` say how such a cover is made, in few words; `*_scene` what it shows when it shows
    none of a book's motifs.
    """

    name: str
    english: str
    korean: str
    english_manner: str
    korean_manner: str
    english_scene: str
    korean_scene: str
    aliases: tuple[str, ...] = ()

    def label(self, language: str) -> str:
        """Its name in Korean for `ko`, in English for every other language."""
        return self.korean if language.partition("-")[0] == "ko" else self.english

    def manner(self, language: str) -> str:
        """How it is made, in Korean for `ko`, in English for every other language."""
        return self.korean_manner if language.partition("-")[0] == "ko" else self.english_manner

    def scene(self, language: str) -> str:
        """What it shows without a motif, in Korean for `ko`, in English otherwise."""
        return self.korean_scene if language.partition("-")[0] == "ko" else self.english_scene


def find_style(text: str, styles: Iterable[Style]) -> Style:
    """The style that `text` names, in any case and spacing.

    Raises:
        StyleError: `style-unknown` with the nearest names.
    """
    spellings = {
        _key(word): style
        for style in styles
        for word in (style.name, style.english, style.korean, *style.aliases)
    }
    asked = _key(text)
    if asked in spellings:
        return spellings[asked]
    close = difflib.get_close_matches(asked, spellings, n=6, cutoff=0.6)
    near = dict.fromkeys(spellings[word].name for word in close)
    if not near:
        near = dict.fromkeys(style.name for style in spellings.values())
    raise StyleError("style-unknown", asked=" ".join(text.split())[:60], near=", ".join(near))


def _key(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(char for char in plain if char.isalnum())
