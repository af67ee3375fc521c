"""`articover erase` and `replace`: lettering that is part of a version's picture."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.commands.carrying import Result, carried
from bot.commands.find_text import found_of
from bot.commands.found_lines import tell_found
from bot.commands.ordering import file_options, result_object, tell, version_argument
from bot.conversation.apology import sentence
from bot.conversation.retouches import retouch_lines
from bot.terminal.grammar import Misused, OneOf, SpokenCommand, Suggested, Titled
from bot.terminal.running import run_to_end
from bot.terminal.values import Numbers
from pipeline.domain.errors import RetouchError
from pipeline.domain.found_json import PICTURE_NAME
from pipeline.domain.lettering import FoundText, Hand
from pipeline.domain.operation import EraseText, FindText, ReplaceText

if TYPE_CHECKING:
    from bot.app import App
    from bot.conversation.words import Words
    from pipeline.domain.lettering import Polygon
    from pipeline.domain.operation import Operation

ALL = "all"


def erase(app: App) -> click.Command:
    """The click command: lettering taken out of the picture."""
    words = app.words

    def run(*, versions: tuple[str, ...], boxes: tuple[int, ...] | None, everything: bool,
            **files: Any) -> None:  # fmt: skip
        if boxes and everything:
            raise Misused(words.say("erase-one-of-both"))
        picked = (
            () if everything else _picked(app, versions, boxes, "erase-which", files["as_json"])
        )
        _carry(app, versions, EraseText(areas=tuple(picked)), files)

    heading = words.say("help-heading-lettering")
    return _command(app, "erase", run, [
        Titled(["--boxes"], type=Numbers(words), metavar="N,…", heading=heading,
               help=words.say("help-erase-boxes")),
        Titled(["--all", "everything"], is_flag=True, heading=heading,
               help=words.say("help-erase-all")),
    ])  # fmt: skip


def replace(app: App) -> click.Command:
    """The click command: other words in the place of lettering."""
    words = app.words

    def run(*, versions: tuple[str, ...], box: tuple[int, ...] | None, said: str, hand: str | None,
            font: str, colour: str, **files: Any) -> None:  # fmt: skip
        if box is not None and len(box) != 1:
            raise Misused(words.say("replace-one-box"))
        picked = _picked(app, versions, box, "replace-which", files["as_json"])
        if len(picked) != 1:
            raise Misused(words.say("replace-one-box"))
        _carry(app, versions, ReplaceText(
            area=picked[0], words=said, hand=Hand(hand) if hand else None, font=font, colour=colour,
        ), files)  # fmt: skip

    heading = words.say("help-heading-lettering")
    return _command(app, "replace", run, [
        Titled(["--box"], type=Numbers(words), metavar="N", heading=heading,
               help=words.say("help-replace-box")),
        Titled(["--words", "said"], metavar="WORDS", required=True, heading=heading,
               help=words.say("help-replace-words")),
        Titled(["--by", "hand"], type=OneOf(words, [str(hand) for hand in Hand]),
               metavar="|".join(Hand), heading=heading, help=words.say("help-replace-by")),
        Titled(["--font"], metavar="NAME", default="", heading=heading,
               help=words.say("help-replace-font")),
        Titled(["--colour", "--color", "colour"], metavar="COLOUR", default="", heading=heading,
               help=words.say("help-replace-colour"), type=Suggested(_colours)),
    ])  # fmt: skip


def _colours() -> list[str]:
    from bot.commands.suggesting import colour_names  # noqa: PLC0415 - only a shell asks

    return list(colour_names())


def _command(app: App, name: str, run: Any, options: list[click.Parameter]) -> click.Command:
    words = app.words
    return SpokenCommand(
        name, callback=run,
        params=[version_argument(app), *options, *file_options(words)],
        help=words.say(f"help-{name}"), short_help=words.say(f"help-{name}-short"),
        epilog=words.say(f"help-{name}-epilog"),
    )  # fmt: skip


def _picked(
    app: App, versions: tuple[str, ...], numbers: tuple[int, ...] | None, question: str,
    as_json: bool,
) -> tuple[Polygon, ...]:  # fmt: skip
    """The polygons of the numbers that were given, or are answered to a list of what was found.

    There are none for all lines, of which there may be more than can be picked.

    Raises:
        RetouchError: `retouch-nothing`, `retouch-numbers`.
        Misused: when none were given and there is nobody to ask.
    """
    asking = numbers is None
    if asking and (as_json or not sys.stdin.isatty()):
        raise Misused(app.words.say(f"{question}-needed"))
    found = _found(app, versions, shown=asking)
    numbers = _asked(found, app.words, question) if numbers is None else numbers
    if (fault := _fault(found, numbers)) is not None:
        raise fault
    return found.polygons(numbers)


def _fault(found: FoundText, numbers: tuple[int, ...]) -> RetouchError | None:
    """What is wrong with the numbers that somebody gave, if anything is."""
    count = len(found.lines)
    wrong = ", ".join(str(one) for one in numbers if not 1 <= one <= count)
    return RetouchError("retouch-numbers", numbers=wrong, count=count) if wrong else None


def _found(app: App, versions: tuple[str, ...], *, shown: bool) -> FoundText:
    """What is found in the version's picture; `shown` with its numbers, in a file and as a list."""
    with tempfile.TemporaryDirectory(prefix="articover-") as folder:
        place = None if shown else Path(folder)
        result = run_to_end(carried(app, versions, FindText(), place, force=True))
        if result.fault is not None:
            raise result.fault
        found = found_of(result)
    if not found.lines:
        raise RetouchError("retouch-nothing")
    if shown:
        tell_found(found, app.words)
        for path in (one for one in result.files if one.name == PICTURE_NAME):
            click.echo(f"  {path}")
    return found


def _asked(found: FoundText, words: Words, question: str) -> tuple[int, ...]:
    """The numbers that a person types, who is asked until they are there; none for all lines."""
    kind = Numbers(words, also=words.say("erase-all-word"))
    asked = words.say(question, count=len(found.lines))
    while True:
        numbers = tuple(click.prompt(asked, type=kind, err=True))
        if (fault := _fault(found, numbers)) is None:
            return numbers
        click.echo(words.say("error-line", message=sentence(fault, words)), err=True)


def _carry(
    app: App, versions: tuple[str, ...], operation: Operation, files: dict[str, Any]
) -> None:  # fmt: skip
    result = run_to_end(carried(app, versions, operation, files["folder"], force=files["force"]))
    if files["as_json"]:
        body = result_object(result, app.words)
        click.echo(json.dumps(body, ensure_ascii=False))
    else:
        _tell(result, app.words)
    if result.fault is not None:
        raise result.fault


def _tell(result: Result, words: Words) -> None:
    tell(result, words)
    for version in result.versions:
        for line in retouch_lines(version.document.art, words, last=True):
            click.echo(line)
