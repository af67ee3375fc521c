"""Where a brief comes from: options, a file, or questions at the terminal."""

import sys
from collections.abc import Mapping
from pathlib import Path

import click

from bot.app import App
from bot.conversation.apology import reason
from bot.conversation.words import Words
from bot.terminal.asking import interview
from pipeline.domain.brief import Brief
from pipeline.domain.brief_file import parse_brief
from pipeline.domain.brief_keys import BriefKey, spelled_out
from pipeline.domain.genre import find_genre

_GENRES_SHOWN = 8
LARGEST_BYTES = 1_000_000
"""A brief at all its limits takes a tenth of this; anything larger is the wrong file."""


def gather(app: App, given: Mapping[str, object], file: Path | None, *, ask: bool) -> Brief:
    """The brief from `given` options over what `file` says; asks when there is neither.

    Raises:
        ArtiCoverError: when the brief cannot be made into a cover as it stands.
        click.BadParameter: when the file cannot be read.
    """
    options = {key: value for key, value in given.items() if value is not None}
    if not options and file is None and ask and sys.stdin.isatty():
        return app.read_brief(_ask(app))
    written = spelled_out(read_file(file, app.words)) if file else {}
    return app.read_brief({**written, **options})


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
