"""Genres, and finding the one that somebody means."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from pipeline.domain.errors import GenreError

DEFAULT_GENRE = "literary"
"""How a book without a genre is understood."""
_ALIKE = 0.8
"""How alike (`difflib`, 0 to 1) a misspelt name must be: "fantsay" is, "history" and "mystery" not."""
_NEAR = 0.7
"""How alike a name must be to be suggested."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaintWords:
    """A genre in a painter's words, in English: its `mood`, and `media` and `lights` to choose from."""

    mood: str = ""
    media: tuple[str, ...] = ()
    lights: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Genre:
    """A genre: its key, its names in both languages (the first is the one to show), and its habits.

    `dark` is the mood of a brief that asks for none; None leaves it open. `motifs` are concepts
    that suit the genre when a text names them; `akin` are genres whose manners it borrows. `senses`
    says which concept the words of another one mean in its books, or a single word: a ship is a rocket, but not
    where the sea is named; a concept that means itself is what its uncertain words surely mean.
    `without` are emblems that none of its books shows. `paint` is what a model is told of it.
    """

    name: str
    english: tuple[str, ...]
    korean: tuple[str, ...]
    dark: bool | None = None
    motifs: tuple[str, ...] = ()
    akin: tuple[str, ...] = ()
    senses: Mapping[str, str] = field(default_factory=dict[str, str])
    without: frozenset[str] = frozenset()
    paint: PaintWords = PaintWords()

    def label(self, language: str) -> str:
        """The name to show, Korean for `ko` and English for every other language."""
        return (self.korean if language.partition("-")[0] == "ko" else self.english)[0]


def find_genre(asked: str, genres: Sequence[Genre]) -> Genre:
    """The genre that `asked` names: by key or any name, in any case and spacing, with small slips.

    Of several names ("SF / thriller", "dark romance") the first that is known counts, the longest
    before the shorter.

    Raises:
        GenreError: `genre-unknown`, with the nearest names in the language of `asked`.
    """
    names = {_plain(name): genre for genre in genres for name in _names(genre)}
    for candidate in _candidates(asked):
        if candidate in names:
            return names[candidate]
    sounds = {_sounds(name): genre for name, genre in names.items()}
    for candidate in _candidates(asked):
        close = get_close_matches(_sounds(candidate), sounds, 1, _ALIKE)
        if close and len(candidate) > 2:
            return sounds[close[0]]
    raise GenreError("genre-unknown", asked=asked, near=", ".join(_near(asked, genres)))


def _names(genre: Genre) -> tuple[str, ...]:
    return (genre.name, *genre.english, *genre.korean)


def _plain(name: str) -> str:
    """Letters and digits only, in lower case."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return "".join(char for char in folded if char.isalnum())


def _sounds(plain: str) -> str:
    """Hangul taken apart into its letters, so that one wrong vowel is one wrong letter."""
    return unicodedata.normalize("NFD", plain)


def _candidates(asked: str) -> list[str]:
    """All of it, then its parts at separators, then runs of its words, longest first."""
    parts = [asked]
    for separator in "/,&+|·>":
        parts = [piece for part in parts for piece in part.split(separator)]
    runs = [_plain(run) for part in parts for run in _runs(part.split())]
    return [c for c in dict.fromkeys([_plain(asked), *map(_plain, parts), *runs]) if c]


def _runs(words: Sequence[str]) -> Iterable[str]:
    for length in range(len(words), 0, -1):
        # the last word of a run is its head: "dark fantasy romance" is a romance
        for start in range(len(words) - length, -1, -1):
            yield " ".join(words[start : start + length])


def _near(asked: str, genres: Sequence[Genre]) -> list[str]:
    """The names to suggest, the most alike first; none when nothing is alike."""
    korean = any("가" <= char <= "힣" for char in asked)
    shown = {
        _sounds(_plain(n)): (g.korean if korean else g.english)[0]
        for g in genres
        for n in _names(g)
    }
    close = [shown[name] for name in get_close_matches(_sounds(_plain(asked)), shown, 6, _NEAR)]
    return list(dict.fromkeys(close))[:3]
