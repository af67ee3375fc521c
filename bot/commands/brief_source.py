"""Where a brief comes from: options, a file, or questions at the terminal."""

import sys
from collections.abc import Mapping
from pathlib import Path

import click

from bot.app import App
from bot.conversation.apology import reason
from bot.conversation.words import Words
from bot.terminal.asking import interview
from bot.terminal.running import run_to_end
from pipeline.domain.brief import Brief
from pipeline.domain.brief_file import parse_brief
from pipeline.domain.brief_keys import BriefKey, spelled_out
from pipeline.domain.genre import find_genre
from pipeline.domain.person import Person

_GENRES_SHOWN = 8
LARGEST_BYTES = 1_000_000
"""A brief at all its limits takes a tenth of this; anything larger is the wrong file."""


def gather(app: App, given: Mapping[str, object], file: Path | None, *, ask: bool) -> Brief:
    """The brief from `given` options over what `file` says; asks when there is neither.

    What neither says is as the person prefers it (`articover settings`).

    Raises:
        ArtiCoverError: when the brief cannot be made into a cover as it stands.
        click.BadParameter: when the file cannot be read.
    """
    options = {key: value for key, value in given.items() if value is not None}
    if not options and file is None and ask and sys.stdin.isatty():
        options, file = _ask(app), None
    written = spelled_out(read_file(file, app.words)) if file else {}
    asked = {**written, **options}
    return app.read_brief({**preferred(app, asked), **asked})


def preferred(app: App, asked: Mapping[str, object]) -> Mapping[str, object]:
    """The format and the genre that the person prefers, where `asked` has none."""
    if asked.get(BriefKey.FORMAT) and asked.get(BriefKey.GENRE):
        return {}
    person = run_to_end(_person(app))
    named = {BriefKey.FORMAT: person.preferences.format, BriefKey.GENRE: person.preferences.genre}
    return {key: name for key, name in named.items() if name and not asked.get(key)}


async def _person(app: App) -> Person:
    async with app.house() as house:
        return house.person


def read_file(path: Path, words: Words) -> Mapping[str, object]:
    """What a TOML or JSON file says."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_BYTES + 1)
        text = content.decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        message = words.say("brief-file-unreadable", path=str(path), reason=reason(error, words))
        raise click.BadParameter(message, param_hint="--brief") from error
    if len(content) > LARGEST_BYTES:
        message = words.say("brief-file-large", path=str(path), limit_mb=LARGEST_BYTES // 1_000_000)
        raise click.BadParameter(message, param_hint="--brief")
    return parse_brief(text, path.suffix)


def _ask(app: App) -> Mapping[str, object]:
    def check(key: BriefKey, answer: str) -> None:
        brief = app.read_brief({BriefKey.TITLE: "A", key: answer})
        if brief.genre:
            find_genre(brief.genre, app.genres())

    genres = [genre.label(app.words.language) for genre in app.genres()]
    return interview(app.words, check, ", ".join(genres[:_GENRES_SHOWN]))
