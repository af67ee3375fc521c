"""What happens to a finished adapter: its files are judged, it is registered, and all is told."""

from __future__ import annotations

import json
from dataclasses import asdict
from shlex import quote
from typing import TYPE_CHECKING, Any

import click

from bot.commands.shelves import adapters_of
from bot.commands.train_watching import LOSS
from bot.conversation.apology import sentence
from bot.conversation.times import span
from bot.terminal.meter import size

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.app import App
    from bot.conversation.words import Words
    from pipeline.domain.adapter import Adapter
    from pipeline.domain.errors import ArtiCoverError
    from pipeline.training.run import Trained
    from pipeline.training.settings import Training

# what the command needs when it runs; `--help` needs none of it
# ruff: noqa: PLC0415

SOURCE = "articover train"
WEIGHT = 0.8


def registered(
    app: App, training: Training, trained: Trained, *, register: bool
) -> Adapter | ArtiCoverError | None:
    """Judge both files as any file is judged, and take the first in; why not, or None: not asked.

    Raises:
        TrainingError: `training-adapter` when a file that was just written is not sound.
    """
    from pipeline.domain.adapter import Adapter
    from pipeline.domain.errors import ArtiCoverError, ModelError, TrainingError
    from pipeline.engines.lora.file import read_lora

    try:
        judged = [read_lora(path, training.name) for path in trained.files]
    except ModelError as error:
        raise TrainingError("training-adapter", reason=sentence(error, app.words)) from error
    found = judged[0]
    adapter = Adapter(
        name=training.name, genres=(training.genre,), weight=WEIGHT, trigger=training.trigger,
        sha256=found.sha256, size=found.header.size, layout=found.header.layout,
        base=found.header.base or trained.base, rank=found.header.rank, licence=training.licence,
        source=f"{SOURCE} · {training.base}",
    )  # fmt: skip
    if not register:
        return None
    try:
        adapters_of(app).add(adapter, trained.files[0])
    except ArtiCoverError as error:
        return error
    return adapter


def tell(
    app: App, training: Training, trained: Trained, outcome: Adapter | ArtiCoverError | None, *,
    quiet: bool,
) -> None:  # fmt: skip
    """Say what came of a training; with `quiet` as one JSON object."""
    from pipeline.domain.errors import ArtiCoverError

    if quiet:
        click.echo(json.dumps(_object(training, trained, outcome), ensure_ascii=False))
    else:
        for line in _lines(app, training, trained, outcome):
            click.echo(line)
    if isinstance(outcome, ArtiCoverError):
        from bot.terminal.failures import explain

        click.get_current_context().exit(explain(outcome, app.words, app.log).exit)


def _lines(
    app: App, training: Training, trained: Trained, outcome: Adapter | ArtiCoverError | None
) -> Iterator[str]:
    from pipeline.domain.errors import ArtiCoverError

    say, out = app.words.say, training.out
    yield click.style(
        say("train-done", name=training.name, steps=str(trained.step),
            time=span(trained.seconds, app.words)), bold=True,
    )  # fmt: skip
    if trained.losses:
        yield "  " + _change(trained, app.words)
    yield "  " + say("train-files")
    yield from (f"    {path}  {size(path.stat().st_size)}" for path in trained.files)
    yield "  " + say("train-reports", plot=str(out / "loss.png"), folder=str(out / "validation"))
    yield "  " + say("train-board", folder=str(out / "tensorboard"))
    if isinstance(outcome, ArtiCoverError):
        yield say("train-unregistered", reason=sentence(outcome, app.words))
    if outcome is None or isinstance(outcome, ArtiCoverError):
        command = f"articover models add {quote(str(trained.files[0]))} --genre {training.genre}"
        yield say("train-register-by", command=command)
        return
    genre = next(one for one in app.genres() if one.name == training.genre)
    yield say("train-registered", genre=genre.label(app.words.language))


def _change(trained: Trained, words: Words) -> str:
    """From which loss on held-out pictures to which."""
    first, last = trained.losses[0][1], trained.losses[-1][1]
    facts = {"first": LOSS.format(first), "last": LOSS.format(last)}
    if last > first:
        return words.say("train-held-worse", **facts)
    return words.say("train-held", change=f"−{(first - last) / first:.0%}", **facts)


def _object(
    training: Training, trained: Trained, outcome: Adapter | ArtiCoverError | None
) -> dict[str, Any]:
    from pipeline.domain.adapter import Adapter

    return {
        "name": training.name,
        "steps": trained.step,
        "resumed": trained.resumed,
        "parameters": trained.size,
        "seconds": round(trained.seconds, 1),
        "held_out": [list(pair) for pair in trained.losses],
        "files": [str(path.absolute()) for path in trained.files],
        "adapter": asdict(outcome) if isinstance(outcome, Adapter) else None,
        "fault": getattr(outcome, "code", None),
    }
