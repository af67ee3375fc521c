"""`articover cover`: the options, and what happens with them."""

from functools import partial
from pathlib import Path
from typing import Any

import click

from bot.app import App
from bot.commands.brief_source import gather
from bot.commands.finding import FOLDER, folder_name
from bot.commands.making import Errand, make
from bot.conversation.words import Words
from bot.terminal.grammar import OneOf, SpokenCommand, Suggested, Titled, Whole
from pipeline.domain.brief import OPTIONS, SEEDS
from pipeline.domain.brief_keys import BriefKey
from pipeline.domain.painting import Engine

LOOK = (BriefKey.FORMAT, BriefKey.STYLE, BriefKey.REQUIREMENTS)
BOOK = tuple(key for key in BriefKey if key not in {*LOOK, BriefKey.OPTIONS, BriefKey.SEED})
FLAGS = {"force": "force", "json": "as_json"}


def cover(app: App) -> click.Command:
    """The click command, with an option for every key of a brief."""

    def run(*, folder: Path | None, file: Path | None, art: Path | None, source: Path | None,
            engine: str | None, force: bool, as_json: bool, for_print: bool,
            **given: Any) -> None:  # fmt: skip
        if art and given.get(BriefKey.STYLE):
            raise click.BadParameter(app.words.say("art-with-style"), param_hint="--style")
        maker = _maker(app.words, engine, art, source)
        brief = gather(app, given, file, ask=not as_json)
        place = folder or FOLDER / folder_name(brief.title)
        make(app, brief, Errand(folder=place, force=force, as_json=as_json, for_print=for_print,
                                art=source or art, engine=maker))  # fmt: skip

    words = app.words
    return SpokenCommand(
        "cover",
        callback=run,
        params=[*_texts(app), *_numbers(words), *_art(words), *_files(words)],
        help=words.say("help-cover"),
        short_help=words.say("help-cover-short"),
        epilog=words.say("help-cover-epilog"),
    )


def _maker(
    words: Words, engine: str | None, art: Path | None, source: Path | None
) -> Engine | None:  # fmt: skip
    """What shall make the art, as far as the options say; they must not contradict each other."""
    asked = Engine(engine) if engine else None
    if source and art:
        raise click.BadParameter(words.say("art-and-from"), param_hint="--from")
    if source and asked is Engine.ILLUSTRATOR:
        raise click.BadParameter(words.say("from-needs-painter"), param_hint="--from")
    if art and asked:
        raise click.BadParameter(words.say("art-with-engine"), param_hint="--engine")
    return Engine.PAINTER if source else asked


def _texts(app: App) -> list[click.Parameter]:
    """One option for each text of a brief: what the book is first, then how it shall look."""
    say = app.words.say
    headings = {key: say("help-heading-look") for key in LOOK}
    return [
        Titled([f"--{key}"], metavar="TEXT", help=say(f"help-{key}"),
               heading=headings.get(key, say("help-heading-book")),
               type=Suggested(partial(_suggestions, app, key)))
        for key in (*BOOK, *LOOK)
    ]  # fmt: skip


def _numbers(words: Words) -> list[click.Parameter]:
    limits = {BriefKey.OPTIONS: OPTIONS, BriefKey.SEED: SEEDS}
    return [
        Titled([f"--{key}"], metavar="N", type=Whole(words, *limit),
               heading=words.say("help-heading-look"), help=words.say(f"help-{key}"))
        for key, limit in limits.items()
    ]  # fmt: skip


def _art(words: Words) -> list[click.Parameter]:
    """What makes the picture, and what of the author's it is made of."""
    heading, path = words.say("help-heading-look"), click.Path(path_type=Path)
    engines = [str(engine) for engine in Engine]
    return [
        Titled(["--engine"], type=OneOf(words, engines), metavar="|".join(engines),
               heading=heading, help=words.say("help-engine")),
        Titled(["--art"], type=path, metavar="PICTURE", heading=heading,
               help=words.say("help-art")),
        Titled(["--from", "source"], type=path, metavar="PICTURE", heading=heading,
               help=words.say("help-from")),
    ]  # fmt: skip


def _files(words: Words) -> list[click.Parameter]:
    heading = words.say("help-heading-files")
    path = click.Path(path_type=Path)
    return [
        Titled(["--brief", "file"], type=path, metavar="FILE", heading=heading,
               help=words.say("help-brief")),
        Titled(["--out", "folder"], type=path, metavar="DIR", heading=heading,
               help=words.say("help-out", folder=str(FOLDER))),
        Titled(["--print/--preview", "for_print"], default=True, heading=heading,
               help=words.say("help-print")),
        *(
            Titled([f"--{name}", parameter], is_flag=True, heading=heading,
                   help=words.say(f"help-{name}"))
            for name, parameter in FLAGS.items()
        ),
    ]  # fmt: skip


def _suggestions(app: App, key: BriefKey) -> list[str]:
    """What a shell may complete; nothing where any words will do."""
    match key:
        case BriefKey.FORMAT:
            return [entry.name for entry in app.formats()]
        case BriefKey.GENRE:
            return [_one_word(genre.label(app.words.language)) for genre in app.genres()]
        case BriefKey.STYLE:
            return [style.name for style in app.styles()]
        case BriefKey.LANGUAGE:
            return ["en", "ko", "ja", "zh"]
        case _:
            return []


def _one_word(name: str) -> str:
    """A genre's name that a shell need not quote; `find_genre` reads it all the same."""
    return name.replace(" ", "-").replace("'", "")
