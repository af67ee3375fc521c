"""The settings one by one: what each can be, and what is kept when one is chosen."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import StrEnum

from bot.conversation.act import Act
from bot.conversation.language import LANGUAGES
from bot.conversation.means import Means
from bot.conversation.message import Choice, Picker
from bot.conversation.words import Words
from pipeline.domain.errors import FormatError, GenreError
from pipeline.domain.format import Format, find_format
from pipeline.domain.genre import find_genre
from pipeline.domain.person import Preferences

DEFAULT = "default"
"""The choice that takes a setting back."""
MOST = 25
"""Choices of a picker."""


class Key(StrEnum):
    """What can be set."""

    LANGUAGE = "language"
    FORMAT = "format"
    GENRE = "genre"
    PRIVACY = "privacy"


class Privacy(StrEnum):
    """Who else may do something with a person's covers."""

    CLOSED = "closed"
    """Nobody may look at them, fork them or press their buttons."""
    OPEN = "open"
    """Others may look and fork."""
    SHARED = "shared"
    """Others may press every button."""


_PRIVACY: Mapping[Privacy, tuple[bool, bool]] = {
    Privacy.CLOSED: (False, False),
    Privacy.OPEN: (True, False),
    Privacy.SHARED: (True, True),
}
"""`forkable` and `shared` of the preferences."""


def privacy_of(preferences: Preferences) -> Privacy:
    """Who else may do something with the covers of who prefers that."""
    if not preferences.forkable:
        return Privacy.CLOSED
    return Privacy.SHARED if preferences.shared else Privacy.OPEN


def setting(key: Key, preferences: Preferences, means: Means, words: Words) -> str:
    """What is set, in words."""
    match key:
        case Key.LANGUAGE:
            language = preferences.language or DEFAULT
            return words.say(f"chat-language-{language}")
        case Key.FORMAT:
            return _format(preferences.format, means, words)
        case Key.GENRE:
            return _genre(preferences.genre, means, words)
        case Key.PRIVACY:
            return words.say(f"chat-privacy-{privacy_of(preferences)}")


def _format(name: str, means: Means, words: Words) -> str:
    if not name:
        return words.say("chat-format-default")
    try:
        return format_label(find_format(name, means.formats), words)
    except FormatError:  # of a release that had it
        return name


def _genre(name: str, means: Means, words: Words) -> str:
    if not name:
        return words.say("chat-genre-default")
    try:
        return find_genre(name, means.genres).label(words.language)
    except GenreError:
        return name


def format_label(found: Format, words: Words) -> str:
    """What a format is called."""
    return found.korean if words.language == "ko" else found.english


def format_value(found: Format) -> str:
    """A name of a format that can stand in an act; `find_format` understands it."""
    names = (found.name, *found.aliases)
    return next(name for name in names if name.isascii() and ":" not in name)


def pickers(key: Key, choosing: Act, means: Means, words: Words) -> tuple[Picker, ...]:
    """What can be chosen for a setting, in one picker or several."""
    choices = tuple(_choices(key, means, words))
    prompt = words.say(f"chat-setting-{key}")
    parts = -(-len(choices) // MOST)
    size = -(-len(choices) // parts)
    return tuple(
        Picker(act=choosing, prompt=prompt, choices=choices[at : at + size])
        for at in range(0, len(choices), size)
    )


def _choices(key: Key, means: Means, words: Words) -> Iterator[Choice]:
    match key:
        case Key.LANGUAGE:
            for language in (DEFAULT, *LANGUAGES):
                yield Choice(label=words.say(f"chat-language-{language}"), value=language)
        case Key.FORMAT:
            yield from _formats(means, words)
        case Key.GENRE:
            yield from _genres(means, words)
        case Key.PRIVACY:
            for privacy in Privacy:
                yield Choice(label=words.say(f"chat-privacy-{privacy}"), value=privacy,
                             note=words.say(f"chat-privacy-{privacy}-note"))  # fmt: skip


def _formats(means: Means, words: Words) -> Iterator[Choice]:
    yield Choice(label=words.say("chat-format-default"), value=DEFAULT)
    for one in means.formats:
        yield Choice(label=format_label(one, words), value=format_value(one))


def _genres(means: Means, words: Words) -> Iterator[Choice]:
    """By their names, as one looks for them."""
    yield Choice(label=words.say("chat-genre-default"), value=DEFAULT)
    for genre in sorted(means.genres, key=lambda one: one.label(words.language)):
        yield Choice(label=genre.label(words.language), value=genre.name)


def kept(key: Key, value: str, preferences: Preferences, means: Means) -> Preferences:
    """The preferences with a setting as it was chosen.

    Raises:
        FormatError, GenreError: for what there is not (any more).
        ValueError: for another value that no picker offers.
    """
    default = value == DEFAULT
    match key:
        case Key.LANGUAGE:
            if not default and value not in LANGUAGES:
                raise ValueError(f"no language {value!r}")
            return replace(preferences, language="" if default else value)
        case Key.FORMAT:
            name = "" if default else find_format(value, means.formats).name
            return replace(preferences, format=name)
        case Key.GENRE:
            name = "" if default else find_genre(value, means.genres).name
            return replace(preferences, genre=name)
        case Key.PRIVACY:
            forkable, shared = _PRIVACY[Privacy(value)]
            return replace(preferences, forkable=forkable, shared=shared)
