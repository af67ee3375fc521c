"""`articover upscale`: a picture enlarged by a model, in a file or of a version."""

from __future__ import annotations

import contextlib
import json
import re
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.commands.carrying import carried
from bot.commands.ordering import file_options, report_result
from bot.conversation.times import span
from bot.terminal.grammar import Misused, OneOf, SpokenCommand, Suggested, Titled
from bot.terminal.progress import Bar
from bot.terminal.running import run_to_end
from pipeline.domain.errors import PictureError, StorageError
from pipeline.domain.format import PRINT_DPI, find_format
from pipeline.domain.operation import Upscale
from pipeline.domain.picture import LARGEST_MP
from pipeline.domain.print_choices import WEIGHTS
from storage.files import demand_free, publish_all
from storage.pictures import read_picture
from storage.place import demand_place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.app import App
    from bot.conversation.words import Words
    from pipeline.domain.foreseeing import Enlarging
    from pipeline.domain.step import Step
    from pipeline.domain.upscaling import Weights
    from pipeline.workshop.enlarging import Enlarged

_PIXELS = re.compile(r"(\d{1,5})[x×](\d{1,5})px", re.IGNORECASE)
Size = tuple[int, int]


def upscale(app: App) -> click.Command:
    """The click command, for a picture's file or for the picture of a version."""
    words = app.words

    def run(
        *, picture: str, weights: str, to: str, folder: Path | None, force: bool, as_json: bool
    ) -> None:
        chosen = WEIGHTS[weights]
        if not Path(picture).is_file() and picture.isalnum():
            if to:
                raise Misused(words.say("upscale-to-version"))
            order = carried(app, (picture,), Upscale(weights=chosen), folder, force=force)
            report_result(app, run_to_end(order), as_json=as_json)
            return
        size = _size(app, to) if to else None
        target = _target(Path(picture), folder or Path(), size)
        made = _in_file(app, Path(picture), target, chosen, size, force=force)
        if as_json:
            click.echo(json.dumps(_object(picture, target, made), ensure_ascii=False))
        else:
            _tell(made, target, words)

    look = words.say("help-heading-look")
    return SpokenCommand(
        "upscale",
        callback=run,
        params=[
            click.Argument(["picture"], metavar="PICTURE|VERSION"),
            Titled(["--weights"], type=OneOf(words, list(WEIGHTS)), metavar="|".join(WEIGHTS),
                   default="auto", heading=look,
                   help=words.say("help-upscale-weights")),
            Titled(["--to"], default="", metavar="FORMAT|WxHpx", help=words.say("help-upscale-to"),
                   heading=look,
                   type=Suggested(lambda: [form.name for form in app.formats()])),
            *file_options(words, "help-upscale-out"),
        ],
        help=words.say("help-upscale"),
        short_help=words.say("help-upscale-short"),
        epilog=words.say("help-upscale-epilog"),
    )  # fmt: skip


def _tell(made: Enlarged, target: Path, words: Words) -> None:
    weights = str(made.upscaled.weights)
    click.echo(words.say("upscaled-file", width=str(made.width_px), height=str(made.height_px),
                         weights=weights))  # fmt: skip
    click.echo(f"  {target}")


def _size(app: App, to: str) -> Size:
    """Width and height in pixels of what a person asked for.

    Raises:
        FormatError: for neither pixels nor a format.
        PictureError: `picture-too-many-pixels`.
    """
    asked = _PIXELS.fullmatch("".join(to.split()))
    size = (int(asked[1]), int(asked[2])) if asked else find_format(to, app.formats()).print_px()
    if size[0] * size[1] > LARGEST_MP * 1_000_000:
        raise PictureError("picture-too-many-pixels", limit_mp=LARGEST_MP)
    return max(1, size[0]), max(1, size[1])


def _target(picture: Path, folder: Path, size: Size | None) -> Path:
    return folder / f"{picture.stem}-{'x4' if size is None else f'{size[0]}x{size[1]}px'}.png"


def _in_file(
    app: App, picture: Path, target: Path, weights: Weights | None, size: Size | None, *, force: bool
) -> Enlarged:  # fmt: skip
    content = read_picture(picture)
    demand_place(target.parent)
    demand_free([target], force=force)
    made = run_to_end(_enlarged(app, content, weights, size))
    publish_all({target: made.content}, force=force)
    return made


async def _enlarged(
    app: App, content: bytes, weights: Weights | None, size: Size | None
) -> Enlarged:  # fmt: skip
    # help enlarges nothing
    from pipeline.workshop.enlarging import WHOLE, Wanted, enlarged  # noqa: PLC0415
    from pipeline.workshop.enlarging_tiles import part_of_ratio  # noqa: PLC0415

    shown = await _shown_before(app)
    with Bar() as bar:
        async with app.bench(_shown_on(bar, app)) as bench:
            part = WHOLE if size is None else await bench.do(part_of_ratio, content, size)
            wanted = Wanted(part=part, size=size, exactly=size is not None, weights=weights,
                            alpha=True, dpi=float(PRINT_DPI))  # fmt: skip
            return await enlarged(content, wanted, bench, shown=shown)


async def _shown_before(app: App) -> Sequence[Enlarging]:
    """How long orders took that enlarged something here, where any was ever made."""
    from storage.opening import DATABASE  # noqa: PLC0415 - a database, for this alone

    settings = app.settings()
    with contextlib.suppress(StorageError):  # it is but about how long it takes
        if settings.database_url or (settings.data / DATABASE).is_file():
            async with app.house() as house:
                return await house.store.receipts.enlargings()
    return ()


def _shown_on(bar: Bar, app: App) -> Any:
    """Shows steps on a bar; where none can be seen, how long it will take is said once."""
    words, told = app.words, False

    def show(step: Step) -> None:
        nonlocal told
        left = (
            "" if step.left_s is None else words.say("upscale-left", time=span(step.left_s, words))
        )
        bar.show(step.done, step.total, f"{words.say(f'progress-{step.doing}')} {left}".rstrip())
        if left and not (told or bar.shown):
            told = True
            click.echo(left, err=True)

    return show


def _object(picture: str, target: Path, made: Enlarged) -> dict[str, Any]:
    return {"picture": picture, "width_px": made.width_px, "height_px": made.height_px,
            "upscaled": asdict(made.upscaled), "files": [str(target.absolute())]}  # fmt: skip
