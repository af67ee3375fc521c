"""A LoRA file into the catalogue: judged by its header, described, copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bot.commands.adapter_options import WEIGHT
from bot.commands.shelves import adapters_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bot.app import App
    from pipeline.domain.adapter import Adapter, Base

# what commands need when they run; `--help` needs none of it
# ruff: noqa: PLC0415


def take_in(
    app: App, file: Path, *, genres: Sequence[str], weight: float | None, trigger: str | None,
    licence: str | None, called: str | None, base: str | None, source: str | None, force: bool,
) -> Adapter:  # fmt: skip
    """Judge a file by its header, and take it in.

    Raises:
        ModelError: when it is no LoRA that can be used, or the name is taken.
        GenreError: for a genre that does not exist.
    """
    from pipeline.domain.adapter import Adapter
    from pipeline.domain.errors import ModelError
    from pipeline.engines.lora.file import read_lora
    from storage.adapters import slug

    of = genre_keys(app, genres)
    found = read_lora(file)
    header, name = found.header, called or slug(file.stem)
    if not force and name in {one.name for one in adapters_of(app).all()}:
        raise ModelError("adapter-exists", name=name)
    adapter = Adapter(
        name=name, genres=of, weight=WEIGHT if weight is None else weight,
        trigger=header.trigger if trigger is None else trigger.strip(), sha256=found.sha256,
        size=header.size, layout=header.layout, base=_family(base, header.base, file),
        rank=header.rank, licence=licence or header.licence, source=source or header.title,
    )  # fmt: skip
    adapters_of(app).add(adapter, file)
    return adapter


def _family(said: str | None, found: Base | None, file: Path) -> Base:
    """The family of models that an adapter fits: as its layers tell, else as the person says.

    Raises:
        ModelError: `adapter-family` when nobody tells, `adapter-base` when both tell otherwise.
    """
    from pipeline.domain.adapter import Base
    from pipeline.domain.errors import ModelError

    if said is None and found is None:
        raise ModelError("adapter-family", name=file.name)
    if said is not None and found is not None and found != said:
        raise ModelError("adapter-base", name=file.name, base=str(found))
    return found or Base(str(said))


def genre_keys(app: App, genres: Sequence[str]) -> tuple[str, ...]:
    """The keys of genres by any of their names.

    Raises:
        GenreError: `genre-unknown`.
    """
    from pipeline.domain.genre import find_genre

    return tuple(dict.fromkeys(find_genre(one, app.genres()).name for one in genres))


def tell_adapter(app: App, key: str, adapter: Adapter) -> None:
    """Say what an adapter is now."""
    words = app.words
    genres = [one.label(words.language) for one in app.genres() if one.name in adapter.genres]
    click.echo(words.say(key, name=adapter.name, genres=", ".join(genres),
                         weight=f"{adapter.weight:g}", trigger=adapter.trigger,
                         base=str(adapter.base), rank=str(adapter.rank)))  # fmt: skip
    if other := _of_another_family(app, adapter):
        click.echo(words.say("models-other-family", name=adapter.name, model=other), err=True)


def _of_another_family(app: App, adapter: Adapter) -> str:
    """The model of the settings, when the adapter does not fit it."""
    from pipeline.domain.errors import ModelError
    from pipeline.engines.diffusion.card import describe
    from pipeline.engines.hub.shelf import model_folder

    painting = app.settings().painting
    folder = model_folder(painting.models, painting.model)
    try:
        fits = folder is None or describe(folder).base is adapter.base
    except ModelError:
        return ""  # `models list` tells of it
    return "" if fits else painting.model
