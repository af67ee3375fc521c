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


def sentence(
    check: Checked, words: Words, *, plainly: bool = False, painted: bool = False
) -> str:  # fmt: skip
    """One check in words; `plainly` says what is to be done rather than what was measured.

    Of a `painted` cover the same is wrong for other reasons, and other things help.
    """
    return words.say(
        _key(check.code, words, plainly=plainly, painted=painted),
        verdict=str(check.verdict),
        measured=check.measured,
        limit=check.limit,
    )


def _key(code: str, words: Words, *, plainly: bool, painted: bool) -> str:
    """The sentence for a check, the most particular one that there is."""
    found = (f"preflight-painted-{code}",) if painted else ()
    found = (*found, f"chat-preflight-{code}") if plainly else found
    return next((key for key in found if words.has(key)), f"preflight-{code}")
