"""`articover models convert-diffste`: DiffSTE's checkpoint into a folder that can be loaded."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.commands.adapter_options import demand_readable
from bot.commands.ordering import json_option
from bot.terminal.grammar import SpokenCommand
from bot.terminal.meter import size
from bot.terminal.progress import Bar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.app import App
    from bot.conversation.words import Words

# what the command needs when it runs; `--help` needs none of it
# ruff: noqa: PLC0415


def convert_diffste(app: App) -> click.Command:
    """The click command `convert-diffste`: a checkpoint into a model that letters words."""
    words = app.words

    def run(
        *, file: Path, out: Path | None, tokenizer: Path | None, half: bool, force: bool,
        as_json: bool,
    ) -> None:  # fmt: skip
        demand_readable(file, words)
        used = app.settings().lettering.writer
        made = out or used
        _convert(file, made, tokenizer or _vocabulary(app), words, half=half, force=force)
        if as_json:
            body = {"folder": str(made.absolute()), "bytes": _size(made), "used": made == used}
            click.echo(json.dumps(body, ensure_ascii=False))
        else:
            _tell(made, words, used=made == used)

    return SpokenCommand(
        "convert-diffste",
        callback=run,
        params=[
            click.Argument(["file"], type=click.Path(path_type=Path), metavar="FILE"),
            click.Option(["--out"], type=click.Path(path_type=Path), metavar="FOLDER",
                         help=words.say("help-models-convert-diffste-out")),
            click.Option(["--tokenizer"], type=click.Path(path_type=Path), metavar="FOLDER",
                         help=words.say("help-models-convert-diffste-tokenizer")),
            click.Option(["--half"], is_flag=True,
                         help=words.say("help-models-convert-diffste-half")),
            click.Option(["--force"], is_flag=True,
                         help=words.say("help-models-convert-diffste-force")),
            json_option(words),
        ],
        help=words.say("help-models-convert-diffste"),
        short_help=words.say("help-models-convert-diffste-short"),
        epilog=words.say("help-models-convert-diffste-epilog"),
    )  # fmt: skip


def _convert(
    file: Path, out: Path, tokenizer: Path, words: Words, *, half: bool, force: bool
) -> None:
    """Convert before somebody's eyes.

    Raises:
        ModelError: `model-extra` without torch; what is wrong with the file.
        OutputError: when the folder may not be written.
    """
    from bot.doctor.choosing import EXTRA, extra_installed
    from pipeline.domain.errors import ModelError

    if not extra_installed():
        raise ModelError("model-extra", extra=EXTRA)
    from pipeline.engines.diffste.converting import convert

    with Bar() as bar:
        convert(file, out, tokenizer, half=half, force=force, watch=_shown(bar, words))


def _shown(bar: Bar, words: Words) -> Callable[[int, int], None]:
    def show(done: int, total: int) -> None:
        bar.show(done, total, words.say("models-writing", done=size(done), total=size(total)))

    return show


def _vocabulary(app: App) -> Path:
    """The folder of the first model's vocabulary that is sound: the one that is set, then others.

    Where there is none, where it would be, which whoever reads there says.
    """
    from pipeline.domain.errors import ModelError
    from pipeline.engines.diffste.vocabulary import read_vocabulary

    for place in _tokenizers(app):
        try:
            read_vocabulary(place)
        except ModelError:
            continue
        return place
    return app.settings().painting.models


def _tokenizers(app: App) -> Iterator[Path]:
    from pipeline.engines.diffste.folder import TOKENIZER
    from pipeline.engines.hub.shelf import model_folder, shelved

    painting = app.settings().painting
    chosen = model_folder(painting.models, painting.model)
    for folder in (chosen, *(one.folder for one in shelved(painting.models))):
        if folder is not None and (folder / TOKENIZER).is_dir():
            yield folder / TOKENIZER


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def _tell(made: Path, words: Words, *, used: bool) -> None:
    click.echo(words.say("models-writer-made", path=str(made), size=size(_size(made))))
    click.echo(words.say("models-writer-licence"))
    if used:
        click.echo(words.say("models-writer-used"))
    else:
        click.echo(words.say("models-writer-elsewhere", path=str(made.absolute())))
