"""`articover models convert`: a pickled file into safetensors, read without running it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.commands.adapter_options import demand_readable
from bot.commands.ordering import json_option
from bot.terminal.grammar import SpokenCommand

if TYPE_CHECKING:
    from bot.app import App

# what the command needs when it runs; `--help` needs none of it
# ruff: noqa: PLC0415


def convert(app: App) -> click.Command:
    """The click command `convert`: a pickled file into safetensors, read without running it."""
    words = app.words

    def run(*, file: Path, out: Path | None, force: bool, as_json: bool) -> None:
        demand_readable(file, words)
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
