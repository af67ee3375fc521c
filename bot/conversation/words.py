"""The message catalogue: what the bot says, by key, in one language (Project Fluent files)."""

from __future__ import annotations

import functools
from importlib import resources
from typing import TYPE_CHECKING

from bot.conversation.language import LANGUAGES

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle

Fact = str | int | float


class Words:
    """What the bot says in `language`; the catalogue is read when the first word is needed."""

    def __init__(self, language: str) -> None:
        """Speak `language`, one of `LANGUAGES`.

        Raises:
            ValueError: when there is no catalogue in that language.
        """
        if language not in LANGUAGES:
            raise ValueError(f"no messages in {language!r}")
        self.language = language

    def say(self, key: str, /, **facts: Fact) -> str:
        """The message `key` with its facts filled in.

        Numbers are written as the language writes them (20,000); pass a number whose digits must
        stay together, such as a seed, as text. An empty text is `none` to a message's selectors,
        since Fluent has no empty variant.

        Raises:
            LookupError: when the catalogue lacks the key.
        """
        if not self.has(key):
            raise LookupError(f"no message {key!r} in {self.language!r}")
        bundle = _bundle(self.language)
        pattern = bundle.get_message(key).value
        if pattern is None:
            raise LookupError(f"message {key!r} is empty in {self.language!r}")
        filled = {name: "none" if value == "" else value for name, value in facts.items()}
        text, _ = bundle.format_pattern(pattern, filled)
        return str(text)

    def has(self, key: str) -> bool:
        """Whether the catalogue knows the key."""
        bundle = _bundle(self.language)
        return bundle.has_message(key) or (
            _learn_to_chat(self.language) and bundle.has_message(key)
        )


def catalogue_text(language: str) -> str:
    """The source of one language's catalogue: all its files, one after another."""
    return "\n".join(_sources(language, chats=chats) for chats in (False, True))


def _sources(language: str, *, chats: bool) -> str:
    """What is said anywhere, or what is said in `chats` only."""
    folder = resources.files("bot.conversation") / "messages" / language
    files = sorted(folder.iterdir(), key=lambda file: file.name)
    return "\n".join(
        file.read_text(encoding="utf-8") for file in files if file.name.startswith("chat") == chats
    )


@functools.cache
def _bundle(language: str) -> FluentBundle:
    from fluent.runtime import FluentBundle, FluentResource  # noqa: PLC0415 - 50 ms

    # Isolation marks around facts would end up in file names and in what people copy.
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource(_sources(language, chats=False)))
    return bundle


@functools.cache
def _learn_to_chat(language: str) -> bool:
    """Read what is said in chats as well: a terminal never needs it, and starts twice as fast."""
    from fluent.runtime import FluentResource  # noqa: PLC0415

    _bundle(language).add_resource(FluentResource(_sources(language, chats=True)))
    return True
