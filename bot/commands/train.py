"""`articover train`: a genre adapter from a folder of covers, checked, trained and registered."""

from __future__ import annotations

import json
from dataclasses import fields
from importlib import metadata
from typing import TYPE_CHECKING, Any

import click

from bot.commands.shelves import adapters_of, repository_of
from bot.commands.train_check import as_object, looked_at, report
from bot.commands.train_ending import registered, tell
from bot.commands.train_options import FOLDER, options
from bot.commands.train_watching import Watching, showing
from bot.terminal.exits import ExitCode
from bot.terminal.grammar import SpokenCommand
from bot.terminal.progress import Bar
from bot.terminal.running import Halted, noting_the_end

if TYPE_CHECKING:
    from pathlib import Path

    from bot.app import App
    from pipeline.domain.errors import TrainingError
    from pipeline.domain.genre import Genre
    from pipeline.training.flaws import Examination
    from pipeline.training.run import Trained
    from pipeline.training.settings import Recipe, Rhythm, Training

# what the command needs when it runs; `--help` needs none of it
# ruff: noqa: PLC0415

RESOLUTION = 512
UNUSED = frozenset({"safety_checker", "feature_extractor"})
"""Parts of a model that no training needs, and that may be missing or pickled."""
PROMPTS = ("a lighthouse at night", "a woman in a doorway")


def train(app: App) -> click.Command:
    """The click command."""
    words = app.words

    def run(*, data: Path, genre: str, only_check: bool, strict: bool, as_json: bool,
            **given: Any) -> None:  # fmt: skip
        kind = _genre(app, genre)
        base = None if only_check else _base(app, given["model"])
        trigger = (given["trigger"] or f"{kind.name} cover art").strip()
        found = _looked_at(app, data, kind, trigger, given["resolution"] or RESOLUTION,
                           quiet=as_json)  # fmt: skip
        if only_check and as_json:
            click.echo(json.dumps(as_object(found, words), ensure_ascii=False))
            click.get_current_context().exit(_verdict(found, strict=strict))
        _demand_fit(found, strict=strict)
        if base is None:
            click.echo(words.say("train-checked"))
            return
        training = _training(app, found, kind, base, {**given, "trigger": trigger, "data": data})
        _train(app, found, training, given, quiet=as_json)

    return SpokenCommand(
        "train",
        callback=run,
        params=options(app),
        help=words.say("help-train"),
        short_help=words.say("help-train-short"),
        epilog=words.say("help-train-epilog"),
    )


def _genre(app: App, asked: str) -> Genre:
    from pipeline.domain.genre import find_genre

    return find_genre(asked, app.genres())


def _looked_at(
    app: App, data: Path, genre: Genre, trigger: str, resolution: int, *, quiet: bool
) -> Examination:  # fmt: skip
    """What a look at the data showed; it is told unless it shall be `quiet`."""
    from pipeline.training.captions import caption

    found = looked_at(app, data, lambda row: caption(row, genre=genre.english[0], trigger=trigger),
                      resolution)  # fmt: skip
    if not quiet:
        for line in report(found, data, app.words):
            click.echo(line)
    return found


def _verdict(found: Examination, *, strict: bool) -> ExitCode:
    """How a check for a program ends."""
    return ExitCode.BRIEF if found.errors or (strict and found.warnings) else ExitCode.OK


def _demand_fit(found: Examination, *, strict: bool) -> None:
    """See to it that the data can be trained on.

    Raises:
        TrainingError: `training-flawed`, `training-strict`.
    """
    from pipeline.domain.errors import TrainingError

    if found.errors:
        raise TrainingError("training-flawed", count=len(found.errors))
    if strict and found.warnings:
        raise TrainingError("training-strict", count=len(found.warnings))


def _train(
    app: App, found: Examination, training: Training, given: dict[str, Any], *, quiet: bool
) -> None:  # fmt: skip
    words = app.words
    if given["register"]:
        _demand_ours(app, training.name, force=given["force"])
    if not quiet:
        _begin(app, training)
    trained = _carried_out(app, training, found, restart=not given["resume"], quiet=quiet)
    if not trained.finished:
        early = words.say("train-stopped-early")
        raise Halted(words.say("train-stopped", step=str(trained.step),
                               total=str(training.recipe.steps)) if trained.step else early)  # fmt: skip
    adapter = registered(app, training, trained, register=given["register"])
    tell(app, training, trained, adapter, quiet=quiet)


def _base(app: App, asked: str | None) -> tuple[str, Path]:
    """The model to train on, by name and place.

    Raises:
        ModelError: when it is not there, not whole, or pickled.
    """
    from pipeline.domain.errors import ModelError
    from pipeline.engines.diffusion.weights import demand_whole
    from pipeline.engines.hub.shelf import is_repository, model_folder

    painting = app.settings().painting
    name = repository_of(app, asked) if asked else painting.model
    folder = model_folder(painting.models, name)
    if folder is None:
        raise ModelError("model-missing", model=name)
    demand_whole(folder, name, UNUSED)
    # the way to a folder of one's own is nobody's business, and names go into files
    return name if is_repository(name) else folder.name, folder


def _training(
    app: App, found: Examination, genre: Genre, base: tuple[str, Path], given: dict[str, Any]
) -> Training:  # fmt: skip
    """What is to be done.

    Raises:
        ModelError: `adapter-name` for a name of which nothing is left.
        TrainingError: `training-inside`.
    """
    from pipeline.domain.errors import ModelError
    from pipeline.engines.diffusion.weights import revision
    from pipeline.training.settings import Recipe, Rhythm, Training, default_steps
    from storage.adapters import slug

    name = slug(given["name"] or genre.name)
    if not name:
        raise ModelError("adapter-name", name=given["name"])
    given["steps"] = given["steps"] or default_steps(len(found.learnt))
    given["alpha"] = given["alpha"] or float(given["rank"] or Recipe(steps=1).rank)
    given["prompts"] = given["prompts"] or _prompts(given["trigger"], found)
    return Training(
        name=name, genre=genre.name, trigger=given["trigger"], model=base[1], base=base[0],
        revision=revision(base[1]), out=_beside(given["data"], given["out"] or FOLDER / name),
        recipe=_filled(Recipe, given), rhythm=_filled(Rhythm, given),
        device=given["device"] or app.settings().painting.device, half=not given["full"],
        release=metadata.version("articover"), licence=given["licence"],
    )  # fmt: skip


def _beside(data: Path, out: Path) -> Path:
    """The folder `out`: never in the data, where what is written would be taken for pictures.

    Raises:
        TrainingError: `training-inside`.
    """
    from pipeline.domain.errors import TrainingError

    if out.resolve().is_relative_to(data.resolve()):
        raise TrainingError("training-inside", path=str(out))
    return out


def _prompts(trigger: str, found: Examination) -> tuple[str, ...]:
    """Things that the data need not know, and a caption of the data itself."""
    known = (found.held_out or found.learnt)[0].example.caption
    return (known, *(f"{trigger}, {thing}" for thing in PROMPTS))


def _filled(kind: type[Recipe | Rhythm], given: dict[str, Any]) -> Any:
    """Settings of a kind out of the options of the same names that were given."""
    names = {field.name for field in fields(kind)}
    return kind(**{name: v for name, v in given.items() if name in names and v is not None})


def _demand_ours(app: App, name: str, *, force: bool) -> None:
    """See to it that no adapter of another origin is replaced without being asked.

    Raises:
        ModelError: `adapter-exists`.
    """
    from bot.commands.train_ending import SOURCE
    from pipeline.domain.errors import ModelError

    for adapter in adapters_of(app).all():
        if adapter.name == name and not adapter.source.startswith(SOURCE) and not force:
            raise ModelError("adapter-exists", name=name)


def _begin(app: App, training: Training) -> None:
    from pipeline.training.memory import memory_gb

    words, recipe = app.words, training.recipe
    click.echo()
    click.secho(
        words.say("train-begins", name=training.name, model=training.base,
                  steps=str(recipe.steps), batch=recipe.batch * recipe.accumulate,
                  rank=recipe.rank), bold=True,
    )  # fmt: skip
    click.echo("  " + words.say("train-trigger", trigger=training.trigger))
    memory = memory_gb(recipe, _parameters(training.model))
    click.echo("  " + words.say("train-memory", memory=f"{memory:.1f}"))


def _parameters(model: Path) -> int:
    """How many numbers the UNet of a model has, by the headers of its files."""
    from pipeline.engines.diffusion.weights import variant
    from pipeline.engines.lora.header import read_header

    half = variant(model) is not None
    files = [file for file in (model / "unet").glob("*.safetensors")
             if (".fp16" in file.name) == half]  # fmt: skip
    return sum(one.count for file in files for one in read_header(file).tensors.values())


def _carried_out(
    app: App, training: Training, found: Examination, *, restart: bool, quiet: bool
) -> Trained:
    """Train; Ctrl-C and its kin let it stop between two steps, with a checkpoint.

    Raises:
        ModelError: `model-extra` without the libraries.
    """
    from pipeline.domain.errors import ModelError, TrainingError

    with Bar() as bar, noting_the_end() as stop:
        bar.show(0, 1, app.words.say("train-doing-loading"))
        try:
            from pipeline.training.run import train as run_training
        except ImportError as error:
            raise ModelError("model-extra", extra="diffusion") from error
        watching = Watching(app.words, bar, stop, quiet=quiet)
        pictures = showing(app, training, len(found.learnt))
        try:
            return run_training(training, found, pictures, tell=watching, stop=stop,
                                restart=restart)  # fmt: skip
        except TrainingError as error:
            raise _by_options(error) from error


def _by_options(error: TrainingError) -> TrainingError:
    """An error that names settings, with the options that they are given by instead."""
    from pipeline.domain.errors import TrainingError

    if error.code != "training-other":
        return error
    by_setting = {one.name: max(one.opts, key=len)
                  for one in click.get_current_context().command.params}  # fmt: skip
    names = str(error.facts["names"]).split(", ")
    shown = dict.fromkeys(by_setting.get(name, f"--{name}") for name in names)
    return TrainingError(error.code, **{**error.facts, "names": ", ".join(shown)})
