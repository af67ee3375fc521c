"""`articover cover`: the options, and what happens with them."""

from functools import partial
from pathlib import Path
from typing import Any

import click

from bot.app import App
from bot.commands.brief_source import gather
from bot.commands.making import Order, make
from bot.conversation.words import Words
from bot.terminal.grammar import SpokenCommand, Suggested, Titled, Whole
from pipeline.domain.brief import OPTIONS, SEEDS
from pipeline.domain.brief_keys import BriefKey

FOLDER = Path("covers")
LOOK = (BriefKey.FORMAT, BriefKey.STYLE, BriefKey.REQUIREMENTS)
BOOK = tuple(key for key in BriefKey if key not in {*LOOK, BriefKey.OPTIONS, BriefKey.SEED})
FLAGS = {"print": "for_print", "force": "force", "json": "as_json"}


def cover(app: App) -> click.Command:
    """The command."""

    def run(*, folder: Path, file: Path | None, force: bool, as_json: bool, for_print: bool,
            **given: Any) -> None:  # fmt: skip
        order = Order(folder=folder, force=force, as_json=as_json, for_print=for_print)
        make(app, gather(app, given, file, ask=not as_json), order)

    words = app.words
    return SpokenCommand(
        "cover",
        callback=run,
        params=[*_texts(app), *_numbers(words), *_files(words)],
        help=words.say("help-cover"),
        short_help=words.say("help-cover-short"),
        epilog=words.say("help-cover-epilog"),
    )


def _texts(app: App) -> list[click.Parameter]:
    """One option for each text of a brief: what the book is first, then how it shall look."""
    say = app.words.say
    headings = {key: say("help-heading-look") for key in LOOK}
    return [
        Titled([f"--{key}"], metavar="TEXT", help=say(f"help-{key}"),
               heading=headings.get(key, say("help-heading-book")),
               type=Suggested(partial(app.suggest, key)))
        for key in (*BOOK, *LOOK)
    ]  # fmt: skip


def _numbers(words: Words) -> list[click.Parameter]:
    limits = {BriefKey.OPTIONS: OPTIONS, BriefKey.SEED: SEEDS}
    return [
        Titled([f"--{key}"], metavar="N", type=Whole(words, *limit),
               heading=words.say("help-heading-look"), help=words.say(f"help-{key}"))
        for key, limit in limits.items()
    ]  # fmt: skip


def _files(words: Words) -> list[click.Parameter]:
    heading = words.say("help-heading-files")
    path = click.Path(path_type=Path)
    return [
        Titled(["--brief", "file"], type=path, metavar="FILE", heading=heading,
               help=words.say("help-brief")),
        Titled(["--out", "folder"], type=path, metavar="DIR", default=FOLDER, heading=heading,
               help=words.say("help-out", folder=str(FOLDER))),
        *(
            Titled([f"--{name}", parameter], is_flag=True, heading=heading,
                   help=words.say(f"help-{name}"))
            for name, parameter in FLAGS.items()
        ),
    ]  # fmt: skip
