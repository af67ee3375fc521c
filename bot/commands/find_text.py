"""`articover find-text`: where lettering is in a picture, and what it says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.commands.carrying import carried
from bot.commands.found_lines import tell_found
from bot.commands.ordering import file_options
from bot.terminal.grammar import SpokenCommand
from bot.terminal.progress import Bar
from bot.terminal.running import run_to_end
from pipeline.domain.found_json import LIST_NAME, PICTURE_NAME, found_in, found_values
from pipeline.domain.operation import FindText
from pipeline.domain.step import Doing, Step
from storage.files import demand_free, publish_all
from storage.pictures import read_picture
from storage.place import demand_place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.app import App
    from bot.commands.carrying import Result
    from pipeline.domain.lettering import FoundText


def find_text(app: App) -> click.Command:
    """The click command, for a picture's file or for the picture of a version."""
    words = app.words

    def run(*, picture: str, folder: Path | None, force: bool, as_json: bool) -> None:
        if Path(picture).is_file() or not _looks_like_version(picture):
            found, files = _in_file(app, Path(picture), folder or Path(), force=force)
        else:
            found, files = _in_version(app, picture, folder, force=force)
        if as_json:
            click.echo(json.dumps(_object(picture, found, files), ensure_ascii=False))
            return
        tell_found(found, words)
        for path in files:
            click.echo(f"  {path}")

    return SpokenCommand(
        "find-text",
        callback=run,
        params=[
            click.Argument(["picture"], metavar="PICTURE|VERSION"),
            *file_options(words, "help-find-text-out"),
        ],
        help=words.say("help-find-text"),
        short_help=words.say("help-find-text-short"),
        epilog=words.say("help-find-text-epilog"),
    )  # fmt: skip


def _looks_like_version(text: str) -> bool:
    """An id, or `last`: what has a folder or a suffix is a file, also where none is there."""
    return text.isalnum()


def _in_file(
    app: App, picture: Path, folder: Path, *, force: bool
) -> tuple[FoundText, Sequence[Path]]:  # fmt: skip
    content = read_picture(picture)
    target = folder / f"{picture.stem}-{PICTURE_NAME}"
    demand_place(folder)
    demand_free([target], force=force)
    found, numbered = run_to_end(_looked_through(app, content))
    publish_all({target: numbered}, force=force)
    return found, [target]


async def _looked_through(app: App, content: bytes) -> tuple[FoundText, bytes]:
    from pipeline.workshop.find_text import looked_through  # noqa: PLC0415 - help draws nothing

    with Bar() as bar:
        async with app.bench(lambda _step: None) as bench:
            step = Step(done=0, total=1, doing=Doing.FINDING)
            bar.show(step.done, step.total, app.words.say(f"progress-{step.doing}"))
            return await bench.do(looked_through, content)


def _in_version(
    app: App, version: str, folder: Path | None, *, force: bool
) -> tuple[FoundText, Sequence[Path]]:  # fmt: skip
    result = run_to_end(carried(app, (version,), FindText(), folder, force=force))
    if result.fault is not None:
        raise result.fault
    return found_of(result), result.files


def found_of(result: Result) -> FoundText:
    """What an order that looked for lettering found.

    Raises:
        LookupError: when its list is not there any more.
    """
    listed = next((path for path in result.files if path.name == LIST_NAME), None)
    found = None if listed is None else found_in(listed.read_bytes())
    if found is None:
        raise LookupError(LIST_NAME)
    return found


def _object(picture: str, found: FoundText, files: Sequence[Path]) -> dict[str, Any]:
    return {"picture": picture, **found_values(found),
            "files": [str(path.absolute()) for path in files]}  # fmt: skip
