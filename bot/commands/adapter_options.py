"""What a person may say of an adapter: options that several commands have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from bot.conversation.apology import reason
from bot.terminal.grammar import Misused, OneOf, Suggested, Titled
from bot.terminal.values import fraction

if TYPE_CHECKING:
    from pathlib import Path

    from bot.app import App
    from bot.conversation.words import Words

FAMILIES = ("sd-1", "sd-2", "sdxl")
MOST_WEIGHT = 2.0
WEIGHT = 0.8


class Weight(click.ParamType[float]):
    """How strongly an adapter works: 0 not at all, 1 as it was trained, 2 at most."""

    name = "weight"

    def __init__(self, words: Words) -> None:
        """A weight that explains itself in the person's language."""
        self._words = words

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """The weight."""
        if isinstance(value, float):
            return value
        number = fraction(str(value))
        if number is None or not 0 <= number <= MOST_WEIGHT:
            self.fail(self._words.say("usage-weight"), param, ctx)
        return number


def about(app: App, *, fresh: bool) -> list[click.Parameter]:
    """What a person may say of an adapter, a `fresh` one or one that is here already."""
    words, heading = app.words, app.words.say("help-heading-adapter")
    weight, file = (f"{WEIGHT:g}", "yes") if fresh else ("", "no")
    return [
        Titled(["--genre", "genres"], multiple=True, metavar="GENRE", heading=heading,
               type=Suggested(lambda: [one.name for one in app.genres()]),
               help=words.say("help-models-genre")),
        Titled(["--weight"], type=Weight(words), metavar="0–2", heading=heading,
               help=words.say("help-models-weight", weight=weight)),
        Titled(["--trigger"], metavar="TEXT", heading=heading,
               help=words.say("help-models-trigger", file=file)),
        Titled(["--licence"], metavar="TEXT", heading=heading,
               help=words.say("help-models-licence", file=file)),
    ]  # fmt: skip


def new(app: App) -> list[click.Parameter]:
    """What a person may say of an adapter when it comes."""
    words, heading = app.words, app.words.say("help-heading-adapter")
    return [
        Titled(["--name", "called"], metavar="NAME", heading=heading,
               help=words.say("help-models-add-name")),
        Titled(["--base"], type=OneOf(words, FAMILIES), metavar="|".join(FAMILIES),
               heading=heading, help=words.say("help-models-add-base")),
        Titled(["--force"], is_flag=True, heading=heading,
               help=words.say("help-models-add-force")),
    ]  # fmt: skip


def demand_readable(file: Path, words: Words) -> None:
    """See that a file can be opened.

    Raises:
        Misused: with the reason.
    """
    try:
        file.open("rb").close()
    except OSError as error:
        said = words.say("usage-file", path=str(file), reason=reason(error, words))
        raise Misused(said) from error
