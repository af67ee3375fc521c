"""`articover settings`: what a person prefers, to look at and to change."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

import click

from bot.commands.ordering import json_option
from bot.conversation.language import LANGUAGES
from bot.terminal.grammar import OneOf, SpokenCommand, Suggested, Titled
from bot.terminal.running import run_to_end
from bot.terminal.tables import table
from pipeline.domain.format import find_format
from pipeline.domain.genre import find_genre

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.app import App
    from bot.conversation.words import Words
    from pipeline.domain.person import Person, Preferences

DEFAULT = "default"
"""The word that takes a setting back."""


def settings(app: App) -> click.Command:
    """The click command: without options it shows what is set."""
    words = app.words

    async def asked(changes: dict[str, Any]) -> Person:
        async with app.house() as house:
            if not changes:
                return house.person
            wanted = replace(house.person.preferences, **changes)
            return await house.studio.prefer(house.person, wanted)

    def run(
        *, as_json: bool, forkable: bool | None, shared: bool | None, **named: str | None
    ) -> None:  # fmt: skip
        changes: dict[str, Any] = {
            key: _meant(app, key, value) for key, value in named.items() if value is not None
        }
        leave = {"forkable": forkable, "shared": shared}
        changes |= {key: given for key, given in leave.items() if given is not None}
        preferences = run_to_end(asked(changes)).preferences
        if as_json:
            click.echo(json.dumps(asdict(preferences), ensure_ascii=False))
        else:
            _tell(preferences, words)

    return SpokenCommand(
        "settings", callback=run, params=[*_options(app), json_option(words)],
        help=words.say("help-settings"), short_help=words.say("help-settings-short"),
        epilog=words.say("help-settings-epilog"),
    )  # fmt: skip


def _options(app: App) -> Sequence[click.Parameter]:
    words = app.words
    heading = words.say("help-heading-preferences")
    return [
        Titled(["--language"], type=OneOf(words, (*LANGUAGES, DEFAULT)), heading=heading,
               metavar="|".join((*LANGUAGES, DEFAULT)), help=words.say("help-settings-language")),
        Titled(["--format"], metavar="FORMAT", heading=heading,
               help=words.say("help-settings-format"),
               type=Suggested(lambda: [entry.name for entry in app.formats()])),
        Titled(["--genre"], metavar="GENRE", heading=heading,
               help=words.say("help-settings-genre"),
               type=Suggested(lambda: [entry.name for entry in app.genres()])),
        Titled(["--forkable/--not-forkable", "forkable"], default=None, heading=heading,
               help=words.say("help-settings-forkable")),
        Titled(["--shared/--not-shared", "shared"], default=None, heading=heading,
               help=words.say("help-settings-shared")),
    ]  # fmt: skip


def _meant(app: App, key: str, value: str) -> str:
    """What is kept of a setting; empty for the default.

    Raises:
        FormatError, GenreError: for what does not exist.
    """
    if value == DEFAULT or not value.strip():
        return ""
    match key:
        case "format":
            return find_format(value, app.formats()).name
        case "genre":
            return find_genre(value, app.genres()).name
        case _:
            return value


def _tell(preferences: Preferences, words: Words) -> None:
    default = words.say("settings-default")
    rows = [
        ("--language", preferences.language or default, words.say("settings-language")),
        ("--format", preferences.format or default, words.say("settings-format")),
        ("--genre", preferences.genre or default, words.say("settings-genre")),
        ("--forkable" if preferences.forkable else "--not-forkable", "",
         words.say("settings-forkable" if preferences.forkable else "settings-not-forkable")),
        ("--shared" if preferences.shared else "--not-shared", "",
         words.say("settings-shared" if preferences.shared else "settings-not-shared")),
    ]  # fmt: skip
    for line in table([(name, value, meaning) for name, value, meaning in rows]):
        click.echo(line)
