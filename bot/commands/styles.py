"""`articover styles`: what it can draw, as a picture or in words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.terminal.columns import padded, width
from bot.terminal.grammar import SpokenCommand
from bot.terminal.progress import Bar
from bot.terminal.running import run_to_end
from storage.files import demand_free, publish
from storage.place import demand_place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.app import App
    from bot.conversation.words import Words
    from pipeline.domain.file import File
    from pipeline.domain.step import Progress, Step
    from pipeline.showcase import Exhibit
    from pipeline.stages.sheet import SheetWords

SHEET = Path("styles.png")
SHOWN_IN = "2:3"
SEED = 3


def styles(app: App) -> click.Command:
    """The click command: a sheet as a picture, or a list in words."""
    words = app.words

    def show(*, file: Path, listed: bool, force: bool) -> None:
        if listed:
            _list(app)
        else:
            _draw(app, file, force=force)

    return SpokenCommand(
        "styles",
        callback=show,
        params=[
            click.Option(["--list", "listed"], is_flag=True, help=words.say("help-styles-list")),
            click.Option(["--out", "file"], type=click.Path(path_type=Path), metavar="FILE",
                         default=SHEET, help=words.say("help-styles-out", file=str(SHEET))),
            click.Option(["--force"], is_flag=True, help=words.say("help-force")),
        ],
        help=words.say("help-styles"),
        short_help=words.say("help-styles-short"),
    )  # fmt: skip


def _list(app: App) -> None:
    """Every style and genre by the name that the options take, with what it is."""
    language = app.words.language
    click.secho(app.words.say("styles-heading"), bold=True)
    _table([(style.name, f"{style.label(language)}: {style.scene(language)}")
            for style in app.styles()])  # fmt: skip
    click.echo()
    click.secho(app.words.say("styles-genres"), bold=True)
    _table([(genre.name, genre.label(language)) for genre in app.genres()])


def _table(rows: Sequence[tuple[str, str]]) -> None:
    column = max(width(name) for name, _ in rows)
    for name, meaning in rows:
        click.echo(f"  {padded(name, column)}  {meaning}")


def _draw(app: App, path: Path, *, force: bool) -> None:
    words = app.words
    demand_place(path.parent)
    demand_free([path], force=force)
    with Bar() as bar:

        def show(step: Step) -> None:
            bar.show(step.done, step.total, words.say(f"progress-{step.doing}"))

        exhibits = _exhibits(app)
        sheet = run_to_end(_shown(app, exhibits, show))
        publish(path, sheet.content, force=force)
    click.echo(words.say("styles-made", count=len(exhibits), file=str(path)))


async def _shown(app: App, exhibits: Sequence[Exhibit], progress: Progress) -> File:
    from pipeline.showcase import showcase  # noqa: PLC0415 - it draws

    async with app.bench(progress) as bench:
        return await showcase(exhibits, _heading(app.words), bench)


def _exhibits(app: App) -> list[Exhibit]:
    """The invented books, one for each style that the illustrator has."""
    from pipeline.showcase import Exhibit  # noqa: PLC0415 - it draws

    language, books = app.words.language, app.showcase()
    shared = {"format": SHOWN_IN, "options": 1, "seed": SEED}
    return [
        Exhibit(
            brief=app.read_brief({**books[style.name], **shared, "style": style.name}),
            name=style.label(language),
            manner=f"--style {style.name}",
        )
        for style in app.styles()
    ]


def _heading(words: Words) -> SheetWords:
    from pipeline.stages.sheet import SheetWords  # noqa: PLC0415 - it draws

    return SheetWords(
        title=words.say("styles-title"), line=words.say("styles-line"), foot="ArtiCover",
        foot_aside="articover cover --style …",
    )  # fmt: skip
