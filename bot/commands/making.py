"""From a brief to files: the one place where the command line meets the workshop."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from bot.commands.result import as_object, brief_text
from bot.conversation.account import idea, remarks, remarks_on_all, verdict
from bot.terminal.progress import Bar
from pipeline.domain.step import Doing, Progress, Step
from storage.files import demand_free, publish_all
from storage.pictures import read_picture
from storage.place import demand_place

if TYPE_CHECKING:
    from pathlib import Path

    from bot.app import App
    from bot.conversation.words import Words
    from pipeline.domain.brief import Brief
    from pipeline.workshop.workshop import CoverSet

BRIEF_NAME = "brief.json"
"""The brief with its seed, beside the covers: what makes the same ones again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """What is to be done with a brief's covers: where they go, and how the result is told.

    `art` is a picture of the author's to be lettered; without one covers are drawn.
    """

    folder: Path
    force: bool
    as_json: bool
    for_print: bool
    art: Path | None = None


def make(app: App, brief: Brief, errand: Errand) -> None:
    """Make the covers of a brief, write them, and tell what was made.

    Raises:
        ArtiCoverError: when the brief cannot be made, the picture cannot be used, or the files
            cannot be written.
    """
    demand_place(errand.folder)
    demand_free([errand.folder / BRIEF_NAME], force=errand.force)
    with Bar() as bar:

        def show(step: Step) -> None:
            bar.show(step.done, step.total, app.words.say(f"progress-{step.doing}"))

        made = _made(app, brief, errand, show)
        show(Step(done=1, total=1, doing=Doing.SAVING))
        _write(made, brief, errand)
    if errand.as_json:
        body = as_object(made, brief, errand.folder, app.words)
        click.echo(json.dumps(body, ensure_ascii=False))
    else:
        _tell(app, made, brief, errand)


def _made(app: App, brief: Brief, errand: Errand, progress: Progress) -> CoverSet:
    if errand.art is None:
        return app.workshop().covers(brief, for_print=errand.for_print, progress=progress)
    picture = read_picture(errand.art)
    return app.workshop().letter(brief, picture, for_print=errand.for_print, progress=progress)


def _write(made: CoverSet, brief: Brief, errand: Errand) -> None:
    contents = {errand.folder / file.name: file.content for file in made.files}
    contents[errand.folder / BRIEF_NAME] = brief_text(brief, made.seed).encode()
    publish_all(contents, force=errand.force)


def _tell(app: App, made: CoverSet, brief: Brief, errand: Errand) -> None:
    words = app.words
    styles = {style.name: style for style in app.styles()}
    click.secho(
        words.say("report-made", title=brief.title, count=len(made.options),
                  folder=str(errand.folder)),
        bold=True,
    )  # fmt: skip
    shared = remarks_on_all(made.options, words)
    for option in made.options:
        click.echo(f"  {idea(option, styles, words)}")
        for remark in remarks(option, words):
            if remark not in shared:
                click.echo(f"     {remark}")
    click.echo(verdict(made.options, words))
    for remark in shared:
        click.echo(f"  {remark}")
    click.echo(words.say("report-sheet", file=str(errand.folder / made.sheet.name)))
    click.echo(_again(made, errand, words))


def _again(made: CoverSet, errand: Errand, words: Words) -> str:
    """How to get the same covers again, or the print files that were left out."""
    if errand.for_print:
        return words.say("report-seed", seed=str(made.seed))
    again = ["articover", "cover", "--brief", str(errand.folder / BRIEF_NAME), "--force"]
    if errand.art:
        again += ["--art", str(errand.art)]
    return words.say("report-next", command=_shell([*again, "--out", str(errand.folder)]))


def _shell(parts: list[str]) -> str:
    return " ".join(f'"{part}"' if " " in part else part for part in parts)
