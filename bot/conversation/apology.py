"""Errors as sentences: what went wrong, and what to change."""

from collections.abc import Mapping

from bot.conversation.words import Fact, Words
from pipeline.domain.errors import ArtiCoverError

NAMED = ("field", "kind", "writing", "fault")
"""Facts that are words of ours; the catalogue has their names (`field-title`, `kind-list`)."""


def sentence(error: ArtiCoverError, words: Words) -> str:
    """What a person is told about an error that they, or somebody, can do something about."""
    return words.say(error.code, **named(error.facts, words))


def chat_sentence(error: ArtiCoverError, words: Words) -> str:
    """The same in a chat, where other commands are at hand than at a terminal.

    A code whose sentence names commands or options has a second one, `chat-CODE`.
    """
    key = f"chat-{error.code}"
    return words.say(key if words.has(key) else error.code, **named(error.facts, words))


def named(facts: Mapping[str, Fact], words: Words) -> dict[str, Fact]:
    """The facts with our own words among them said in the person's language."""
    return {name: _named(name, value, words) for name, value in facts.items()}


def _named(name: str, value: Fact, words: Words) -> Fact:
    key = f"{name}-{value}"
    return words.say(key) if name in NAMED and words.has(key) else value


def reason(error: OSError | UnicodeDecodeError, words: Words) -> str:
    """Why a file could not be read or written, as half a sentence."""
    match error:
        case FileNotFoundError():
            return words.say("reason-not-found")
        case PermissionError():
            return words.say("reason-not-allowed")
        case IsADirectoryError():
            return words.say("reason-a-folder")
        case UnicodeDecodeError():
            return words.say("reason-not-utf8")
        case _:
            return error.strerror or str(error)
