"""Lettering that was found in a picture, as a terminal lists it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bot.terminal.tables import table

if TYPE_CHECKING:
    from bot.conversation.words import Words
    from pipeline.domain.lettering import FoundText, TextLine


def tell_found(found: FoundText, words: Words) -> None:
    """One line for each line of lettering: its number, its words, and what is known of it."""
    click.secho(words.say("found-count", count=len(found.lines)), bold=True)
    rows = [(f"{number:>3}", *_cells(line, words)) for number, line in enumerate(found.lines, 1)]
    for row in table(rows):
        click.echo(row)


def _cells(line: TextLine, words: Words) -> tuple[str, ...]:
    said = f"“{line.words}”" if line.words else words.say("found-unread")
    about = words.say("found-turned") if line.turned else ""
    return said, words.say(f"script-{line.script}"), f"{line.confidence:.0%}", about
