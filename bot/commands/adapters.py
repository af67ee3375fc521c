"""`articover models add`, `set` and `convert`: adapters into the catalogue, and what is said of them."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.commands.ordering import json_option
from bot.commands.shelves import adapter_name, adapters_of
from bot.conversation.apology import reason
from bot.terminal.grammar import Misused, OneOf, SpokenCommand, Suggested
from bot.terminal.values import fraction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.app import App
    from bot.conversation.words import Words
    from pipeline.domain.adapter import Adapter, Base

# what commands need when they run; `--help` needs none of it
# ruff: noqa: PLC0415

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


def _demand_readable(file: Path, words: Words) -> None:
    """See that a file can be opened.

    Raises:
        Misused: with the reason.
    """
    try:
        file.open("rb").close()
    except OSError as error:
        said = words.say("usage-file", path=str(file), reason=reason(error, words))
        raise Misused(said) from error


def add(app: App) -> click.Command:
    """The click command `add`."""
    words = app.words

    def run(*, file: Path, as_json: bool, **given: Any) -> None:
        _demand_readable(file, words)
        adapter = _added(app, file, **given)
        if as_json:
            click.echo(json.dumps(asdict(adapter), ensure_ascii=False))
            return
        _tell(app, "models-added", adapter)
        if other := _of_another_family(app, adapter):
            click.echo(words.say("models-other-family", name=adapter.name, model=other), err=True)

    return SpokenCommand(
        "add",
        callback=run,
        params=[
            click.Argument(["file"], type=click.Path(path_type=Path), metavar="FILE"),
            *_about(app),
            click.Option(["--name"], metavar="NAME", help=words.say("help-models-add-name")),
            click.Option(["--base"], type=OneOf(words, FAMILIES), metavar="|".join(FAMILIES),
                         help=words.say("help-models-add-base")),
            click.Option(["--source"], metavar="TEXT", help=words.say("help-models-add-source")),
            click.Option(["--force"], is_flag=True, help=words.say("help-models-add-force")),
            json_option(words),
        ],
        help=words.say("help-models-add"),
        short_help=words.say("help-models-add-short"),
        epilog=words.say("help-models-add-epilog"),
    )  # fmt: skip


def _about(app: App) -> list[click.Parameter]:
    """What a person may say of an adapter, when adding it or later."""
    words = app.words
    return [
        click.Option(["--genre", "genres"], multiple=True, metavar="GENRE",
                     type=Suggested(lambda: [one.name for one in app.genres()]),
                     help=words.say("help-models-genre")),
        click.Option(["--weight"], type=Weight(words), metavar="0–2",
                     help=words.say("help-models-weight", weight=f"{WEIGHT:g}")),
        click.Option(["--trigger"], metavar="TEXT", help=words.say("help-models-trigger")),
        click.Option(["--licence"], metavar="TEXT", help=words.say("help-models-licence")),
    ]  # fmt: skip


def _added(
    app: App, file: Path, *, genres: Sequence[str], weight: float | None, trigger: str | None,
    licence: str | None, name: str | None, base: str | None, source: str | None, force: bool,
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

    of = _keys(app, genres)
    found = read_lora(file)
    header, called = found.header, name or slug(file.stem)
    if not force and called in {one.name for one in adapters_of(app).all()}:
        raise ModelError("adapter-exists", name=called)
    adapter = Adapter(
        name=called, genres=of, weight=WEIGHT if weight is None else weight,
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


def _keys(app: App, genres: Sequence[str]) -> tuple[str, ...]:
    from pipeline.domain.genre import find_genre

    return tuple(dict.fromkeys(find_genre(one, app.genres()).name for one in genres))


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


def change(app: App) -> click.Command:
    """The click command `set`."""
    words = app.words

    def run(*, name: str, as_json: bool, **given: Any) -> None:
        adapter = _changed(app, name, **given)
        if as_json:
            click.echo(json.dumps(asdict(adapter), ensure_ascii=False))
        else:
            _tell(app, "models-changed", adapter)

    return SpokenCommand(
        "set",
        callback=run,
        params=[
            click.Argument(["name"], type=adapter_name(app), metavar="NAME"),
            *_about(app),
            click.Option(["--no-genre", "nowhere"], is_flag=True,
                         help=words.say("help-models-no-genre")),
            json_option(words),
        ],
        help=words.say("help-models-set"),
        short_help=words.say("help-models-set-short"),
    )  # fmt: skip


def _changed(
    app: App, name: str, *, genres: Sequence[str], nowhere: bool, weight: float | None,
    trigger: str | None, licence: str | None,
) -> Adapter:  # fmt: skip
    changes: dict[str, Any] = {"weight": weight, "trigger": trigger, "licence": licence}
    if genres or nowhere:
        changes["genres"] = _keys(app, genres)
    given = {key: value for key, value in changes.items() if value is not None}
    return adapters_of(app).change(name, lambda one: replace(one, **given))


def _tell(app: App, key: str, adapter: Adapter) -> None:
    words = app.words
    genres = [one.label(words.language) for one in app.genres() if one.name in adapter.genres]
    click.echo(words.say(key, name=adapter.name, genres=", ".join(genres),
                         weight=f"{adapter.weight:g}", trigger=adapter.trigger,
                         base=str(adapter.base), rank=str(adapter.rank)))  # fmt: skip


def convert(app: App) -> click.Command:
    """The click command `convert`: a pickled file into safetensors, read without running it."""
    words = app.words

    def run(*, file: Path, out: Path | None, force: bool, as_json: bool) -> None:
        _demand_readable(file, words)
        made = _converted(file, out or file.with_suffix(".safetensors"), force=force)
        if as_json:
            body = {"file": str(made.absolute()), "bytes": made.stat().st_size}
            click.echo(json.dumps(body, ensure_ascii=False))
        else:
            click.echo(words.say("models-converted", path=str(made)))

    return SpokenCommand(
        "convert",
        callback=run,
        params=[
            click.Argument(["file"], type=click.Path(path_type=Path), metavar="FILE"),
            click.Option(["--out"], type=click.Path(path_type=Path), metavar="FILE",
                         help=words.say("help-models-convert-out")),
            click.Option(["--force"], is_flag=True, help=words.say("help-force")),
            json_option(words),
        ],
        help=words.say("help-models-convert"),
        short_help=words.say("help-models-convert-short"),
    )  # fmt: skip


def _converted(file: Path, out: Path, *, force: bool) -> Path:
    """The safetensors file.

    Raises:
        ModelError: `model-extra` without torch; what is wrong with the file.
        OutputError: `output-exists`, unless `force`.
    """
    from importlib.util import find_spec

    from pipeline.domain.errors import ModelError
    from storage.files import demand_free

    demand_free([out], force=force)
    if find_spec("torch") is None or find_spec("safetensors") is None:
        raise ModelError("model-extra", extra="diffusion")
    from pipeline.engines.diffusion.inert import convert as inertly

    inertly(file, out)
    return out
