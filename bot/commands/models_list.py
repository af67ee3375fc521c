"""`articover models list`: what paints, what was pulled, which adapters there are, what one may pull."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from bot.commands.ordering import json_option
from bot.commands.shelves import adapters_of
from bot.conversation.apology import sentence
from bot.terminal.grammar import SpokenCommand
from bot.terminal.meter import size
from bot.terminal.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.app import App
    from bot.conversation.words import Words
    from pipeline.domain.adapter import Adapter
    from pipeline.domain.known_model import KnownModel
    from pipeline.engines.hub.shelf import Shelved

_ADAPTER = ("name", "genres", "weight", "trigger", "base", "rank", "size", "licence")
_MODEL = ("name", "revision", "size", "licence", "state")
_KNOWN = ("name", "size", "licence", "about")
_NONE = "–"


def listing(app: App) -> click.Command:
    """The click command `list`."""
    words = app.words

    def run(*, as_json: bool) -> None:
        if as_json:
            click.echo(json.dumps(as_object(app), ensure_ascii=False))
            return
        for line in _lines(app):
            click.echo(line)

    return SpokenCommand(
        "list",
        callback=run,
        params=[json_option(words)],
        help=words.say("help-models-list"),
        short_help=words.say("help-models-list-short"),
    )


def as_object(app: App) -> dict[str, Any]:
    """Everything for a program."""
    from pipeline.engines.hub.shelf import is_complete, model_folder, shelved  # noqa: PLC0415

    painting, adapters = app.settings().painting, adapters_of(app)
    folder = model_folder(painting.models, painting.model)
    return {
        "folder": str(painting.models.absolute()),
        "set": {
            "model": painting.model,
            "folder": str(folder) if folder else None,
            "complete": is_complete(folder),
        },
        "models": [asdict(one) | {"folder": str(one.folder)} for one in shelved(painting.models)],
        "adapters": [asdict(one) | {"file": _file(app, one)} for one in adapters.all()],
        "strangers": [str(path) for path in adapters.strangers()],
        "known": [asdict(one) for one in app.settings().known_models],
    }


def _file(app: App, adapter: Adapter) -> str | None:
    from pipeline.domain.errors import ModelError  # noqa: PLC0415

    try:
        return str(adapters_of(app).path(adapter.name))
    except ModelError:
        return None


def _lines(app: App) -> Iterator[str]:
    from pipeline.engines.hub.shelf import shelved  # noqa: PLC0415

    words, settings = app.words, app.settings()
    here = shelved(settings.painting.models)
    yield from _set(app)
    yield click.style(words.say("models-here", folder=str(settings.painting.models)), bold=True)
    yield from _table("model", _MODEL, [_model(one, settings.known_models, words) for one in here],
                      words)  # fmt: skip
    yield from _adapters(app)
    names = {one.name for one in here}
    others = [one for one in settings.known_models if one.repository not in names]
    if others:
        yield click.style(words.say("models-known"), bold=True)
        yield from _table("model", _KNOWN, [_known(one, words) for one in others], words)


def _set(app: App) -> Iterator[str]:
    """Which model the settings name, and whether it is there."""
    from pipeline.engines.hub.shelf import fault_of, model_folder  # noqa: PLC0415

    painting, words = app.settings().painting, app.words
    folder = model_folder(painting.models, painting.model)
    if folder is None:
        yield words.say("models-set-missing", model=painting.model)
    elif fault := fault_of(folder):
        yield words.say("models-set-broken", model=painting.model, reason=sentence(fault, words))
    else:
        yield words.say("models-set", model=painting.model, folder=str(folder))


def _adapters(app: App) -> Iterator[str]:
    words, adapters = app.words, adapters_of(app)
    yield click.style(words.say("models-adapters"), bold=True)
    found = sorted(adapters.all(), key=lambda one: (not one.genres, one.genres, one.name))
    yield from _table("adapter", _ADAPTER, [_adapter(one, app) for one in found], words)
    for one in found:
        if _file(app, one) is None:
            yield "  " + words.say("models-adapter-gone", name=one.name)
    for path in adapters.strangers():
        yield "  " + words.say("models-stranger", path=str(path))


def _table(
    kind: str, columns: Sequence[str], rows: Sequence[Sequence[str]], words: Words
) -> Iterator[str]:
    if not rows:
        yield "  " + words.say(f"models-no-{kind}")
        return
    heads = [words.say(f"models-column-{column}") for column in columns]
    first, *rest = table([heads, *rows])
    yield click.style(first, dim=True)
    yield from rest


def _adapter(one: Adapter, app: App) -> list[str]:
    genres = [genre.label(app.words.language) for genre in app.genres() if genre.name in one.genres]
    return [one.name, ", ".join(genres) or app.words.say("models-by-name"), f"{one.weight:g}",
            one.trigger or _NONE, str(one.base), str(one.rank), size(one.size),
            one.licence or _NONE]  # fmt: skip


def _model(one: Shelved, known: Sequence[KnownModel], words: Words) -> list[str]:
    told = next((entry.licence for entry in known if entry.repository == one.name), "")
    return [one.name, one.revision[:12] or _NONE, size(one.size), one.licence or told or _NONE,
            words.say("models-complete" if one.complete else "models-incomplete")]  # fmt: skip


def _known(one: KnownModel, words: Words) -> list[str]:
    about = one.label(words.language)
    return [one.name, size(one.size_mb * 1_000_000), one.licence, about]
