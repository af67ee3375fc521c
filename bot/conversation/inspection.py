"""A preflight report as sentences: what was measured, and what to do about it."""

from typing import Protocol

from bot.conversation.words import Words


class Checked(Protocol):
    """What a preflight check tells (`pipeline.stages.preflight.Check`)."""

    @property
    def code(self) -> str:
        """The check's name."""
        ...

    @property
    def verdict(self) -> str:
        """`pass`, `warn` or `fail`."""
        ...

    @property
    def measured(self) -> str | float:
        """What was found."""
        ...

    @property
    def limit(self) -> str | float:
        """What it was held against."""
        ...


def sentence(check: Checked, words: Words, *, plainly: bool = False) -> str:
    """One check in words; `plainly` says what is to be done rather than what was measured."""
    plain = f"chat-preflight-{check.code}"
    return words.say(
        plain if plainly and words.has(plain) else f"preflight-{check.code}",
        verdict=str(check.verdict),
        measured=check.measured,
        limit=check.limit,
    )
