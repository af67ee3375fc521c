"""What can be asked for by name, as suggestions while somebody types, and as choices.

What most people want comes first; then what is nearest to what was typed, in either language.
"""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

from bot.conversation.caller import Caller
from bot.conversation.engines import engine_label, engines_here
from bot.conversation.means import Means
from bot.conversation.message import Choice
from bot.conversation.words import Words
from pipeline.domain.format import Format
from pipeline.domain.genre import Genre
from pipeline.domain.style import Style

_Thing = TypeVar("_Thing")
MOST = 25
NEAR = 3
"""Names that are told to who named something unknown."""
_LABEL = 100
_TYPED = 60
"""Characters of what was typed that are looked at."""
_ALIKE = 0.6
_GENRES = {
    "en": ("romance", "fantasy", "mystery", "thriller", "science-fiction", "literary", "horror",
           "young-adult", "childrens", "memoir", "self-help", "poetry"),
    "ko": ("literary", "romance", "romantic-fantasy", "fantasy", "martial-arts", "mystery",
           "essay", "poetry", "science-fiction", "self-help", "childrens", "thriller"),
}  # fmt: skip
_FORMATS = {
    "en": ("6x9", "ebook", "5.5x8.5", "5x8", "5.25x8", "a5", "square", "8.5x11", "8.5x8.5", "7x10"),
    "ko": ("신국판", "46판", "ebook", "a5", "46배판", "a4", "square", "6x9"),
}
_RATIO = "2:3"
"""Understood besides the formats; the one ratio that stands among the choices."""


def genre_choices(means: Means, words: Words) -> tuple[Choice, ...]:
    """All genres by their labels, those that are asked for most first."""
    first = _GENRES[words.language]
    ranked = sorted(means.genres, key=lambda one: _rank(one.name, first))
    return tuple(
        Choice(label=(label := one.label(words.language)), value=label) for one in ranked
    )  # fmt: skip


def format_choices(means: Means, words: Words) -> tuple[Choice, ...]:
    """All formats with their measures, those that are asked for most first, and one ratio."""
    first = _FORMATS[words.language]
    ranked = sorted(means.formats, key=lambda one: _rank(one.name, first))
    shown = [Choice(label=format_label(one, words), value=one.name) for one in ranked]
    ratio = Choice(label=words.say("chat-format-ratio", ratio=_RATIO), value=_RATIO)
    return (*shown[: MOST - 1], ratio)


def near_genres(means: Means, words: Words, text: str) -> str:
    """The genres that `text` may mean, by their labels; empty when nothing is alike."""
    return _near(means.genres, _genre_names, text, lambda one: one.label(words.language))


def near_styles(means: Means, words: Words, text: str) -> str:
    """The styles that `text` may mean, by their labels; empty when nothing is alike."""
    return _near(means.styles, _style_names, text, lambda one: one.label(words.language))


def _near(
    things: Iterable[_Thing], names: Callable[[_Thing], Sequence[str]], text: str,
    label: Callable[[_Thing], str],
) -> str:  # fmt: skip
    if not _plain(text):
        return ""
    near = best(things, names, text, lambda one: Choice(label=label(one), value=""))
    return ", ".join(one.label for one in near[:NEAR])


def format_label(form: Format, words: Words) -> str:
    """A format with its measures."""
    return form.korean if words.language == "ko" else form.english


def format_rank(form: Format, words: Words) -> int:
    """How often a format is asked for, those most often first."""
    return _rank(form.name, _FORMATS[words.language])


def _rank(name: str, first: Sequence[str]) -> int:
    return first.index(name) if name in first else len(first)


def _genres(means: Means, caller: Caller, text: str) -> tuple[Choice, ...]:
    words = caller.words
    first = _GENRES[words.language]
    ranked = sorted(means.genres, key=lambda one: _rank(one.name, first))

    def labelled(genre: Genre) -> Choice:
        return _choice(genre.label(words.language), genre.label("en"))

    return best(ranked, _genre_names, text, labelled)


def _styles(means: Means, caller: Caller, text: str) -> tuple[Choice, ...]:
    language = caller.words.language

    def labelled(style: Style) -> Choice:
        return _choice(style.label(language), style.label("en"))

    return best(means.styles, _style_names, text, labelled)


def _formats(means: Means, caller: Caller, text: str) -> tuple[Choice, ...]:
    choices = format_choices(means, caller.words)
    also = {one.name: (one.english, one.korean, *one.aliases) for one in means.formats}
    return best(choices, lambda one: (one.value, one.label, *also.get(one.value, ())), text,
                 lambda one: one)  # fmt: skip


def _engines(means: Means, caller: Caller, text: str) -> tuple[Choice, ...]:
    choices = [
        Choice(label=engine_label(one, caller.words), value=one.value)
        for one in engines_here(means.menu)
    ]
    return best(choices, lambda one: (one.value, one.label), text, lambda one: one)


def _genre_names(genre: Genre) -> Sequence[str]:
    return (genre.name, *genre.english, *genre.korean)


def _style_names(style: Style) -> Sequence[str]:
    return (style.name, style.english, style.korean, *style.aliases)


def _choice(label: str, english: str) -> Choice:
    """The label, with the English name behind it where it is another."""
    shown = label if label == english else f"{label} ({english})"
    return Choice(label=shown[:_LABEL], value=label)


def best(
    things: Iterable[_Thing], names: Callable[[_Thing], Sequence[str]], text: str,
    labelled: Callable[[_Thing], Choice],
) -> tuple[Choice, ...]:  # fmt: skip
    """Choices for what was typed, the nearest first; all of them, as they are, for nothing."""
    asked = _plain(text[:_TYPED])
    if not asked:
        return tuple(labelled(thing) for thing in things)[:MOST]
    marked = [(_nearness(asked, map(_plain, names(thing))), thing) for thing in things]
    near = sorted((one for one in marked if one[0] >= _ALIKE), key=lambda one: -one[0])
    return tuple(labelled(thing) for _, thing in near)[:MOST]


def _nearness(asked: str, names: Iterable[str]) -> float:
    """From 0 to 4: the same, begins so, has it within, is spelt alike."""
    best = 0.0
    for name in names:
        if name == asked:
            return 4.0
        if name.startswith(asked):
            best = max(best, 3.0)
        elif asked in name:
            best = max(best, 2.0)
        elif len(asked) > 1:
            start = name[: len(asked) + 1]
            best = max(best, *(SequenceMatcher(None, asked, one).ratio() for one in (name, start)))
    return best


def _plain(text: str) -> str:
    """Letters and digits in lower case, Hangul taken apart so that half a syllable counts."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    return "".join(char for char in folded if char.isalnum())


SUGGESTS = {"genre": _genres, "style": _styles, "ratio": _formats, "engine": _engines}
