"""`articover vary`, `reroll` and `recolour`: other pictures for the same words."""

import click

from bot.app import App
from bot.commands.ordering import ordering
from bot.commands.suggesting import colour_names, palette_names
from bot.conversation.words import Words
from bot.terminal.grammar import Misused, Suggested, Titled, Whole
from pipeline.domain.brief import SEEDS
from pipeline.domain.limits import StudioLimits
from pipeline.domain.operation import Recolour, Reroll, Vary


def vary(app: App) -> click.Command:
    """The click command: versions near a version."""

    def operation(*, count: int, seed: int | None) -> Vary:
        return Vary(seed=seed, count=count)

    return ordering(app, "vary", _numbers(app.words, default=Vary().count), operation)


def reroll(app: App) -> click.Command:
    """The click command: another idea for the same brief."""

    def operation(*, count: int, seed: int | None) -> Reroll:
        return Reroll(seed=seed, count=count)

    return ordering(app, "reroll", _numbers(app.words, default=Reroll().count), operation)


def _numbers(words: Words, *, default: int) -> list[click.Parameter]:
    heading = words.say("help-heading-look")
    return [
        Titled(["--count"], type=Whole(words, *StudioLimits().varied), metavar="N",
               default=default, heading=heading, help=words.say("help-count", default=default)),
        Titled(["--seed"], type=Whole(words, *SEEDS), metavar="N", heading=heading,
               help=words.say("help-seed-version")),
    ]  # fmt: skip


def recolour(app: App) -> click.Command:
    """The click command: the same drawing in other colours."""
    words = app.words

    def operation(*, palette: str, colours: str) -> Recolour:
        if palette and colours:
            raise Misused(words.say("recolour-one-of-both"))
        wanted = tuple(part.strip() for part in colours.split(",") if part.strip())
        return Recolour(palette=" ".join(palette.split()), colours=wanted)

    heading = words.say("help-heading-look")
    return ordering(app, "recolour", [
        Titled(["--palette"], metavar="NAME", default="", heading=heading,
               help=words.say("help-palette"), type=Suggested(palette_names)),
        Titled(["--colours", "--colors", "colours"], metavar="COLOUR,…", default="",
               heading=heading, help=words.say("help-colours"), type=Suggested(colour_names)),
    ], operation)  # fmt: skip
