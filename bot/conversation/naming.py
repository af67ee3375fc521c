"""Text blocks, places, materials and effects by the names that people give them."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from bot.conversation.language import LANGUAGES
from bot.conversation.words import Words
from pipeline.domain.errors import GenreError
from pipeline.domain.genre import Genre, find_genre


class Naming(StrEnum):
    """What has names in every language; the catalogue has them as `block-name-title`."""

    BLOCK = "block-name"
    ANCHOR = "anchor"
    MATERIAL = "material"
    EFFECT = "effect"


def named(naming: Naming, name: str, words: Words) -> str:
    """The name as people say it; a free text keeps its number (`free-2` is `text 2`)."""
    bare, _, number = name.partition("-") if naming is Naming.BLOCK else (name, "", "")
    said = words.say(f"{naming}-{bare}")
    return f"{said} {number}" if number else said


def palette_named(name: str, words: Words) -> str:
    """What people call a palette; one that the catalogue does not know keeps its name."""
    key = f"palette-{name.replace(' ', '-')}"
    return words.say(key) if words.has(key) else name.replace("-", " ")


def genre_named(asked: str, genres: Sequence[Genre], words: Words) -> str:
    """What the genre is called that somebody's words were understood as; empty for none.

    One that an earlier release understood stands as it was given.
    """
    try:
        return find_genre(asked, genres).label(words.language) if asked else ""
    except GenreError:
        return asked


def read(naming: Naming, text: str, names: Iterable[str]) -> str | None:
    """Which of `names` is meant by `text`: the name itself, or what it is called somewhere."""
    known = tuple(names)
    wanted = _plain(text)
    for name in known:
        if _plain(name) == wanted:
            return name
    for language in LANGUAGES:
        words = Words(language)
        for name in known:
            if _plain(words.say(f"{naming}-{name}")) == wanted:
                return name
    return None


def read_block(text: str) -> str:
    """The name of a text block as operations know it; what nobody knows comes back as it is."""
    from pipeline.domain.layout import Role  # noqa: PLC0415 - help pages need no domain

    bare, number = _numbered(text)
    role = read(Naming.BLOCK, bare, [str(role) for role in Role])
    return text.strip() if role is None else f"{role}-{number}" if number else role


def _numbered(text: str) -> tuple[str, str]:
    """`free-2`, `free 2` or `free2` as a word and its number."""
    plain = text.strip()
    bare = plain.rstrip("0123456789")
    return bare.rstrip(" -"), plain[len(bare):]  # fmt: skip


def _plain(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
