"""The options of `articover print`, and what they answer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.conversation.apology import reason
from bot.terminal.grammar import OneOf, Suggested, Titled, Whole
from pipeline.domain.print_choices import SPINES, STANDARDS, WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.app import App
    from bot.conversation.words import Words
    from pipeline.domain.print_wishes import Answer

LARGEST_BYTES = 100_000
"""What is larger is not the text for the back of a book."""
MOST_PAGES = 10_000
"""More than any printer binds; what each of them does is its own."""
_CHOICES: Mapping[str, Mapping[str, Answer]] = {
    "weights": WEIGHTS, "standard": STANDARDS, "reading": SPINES,
}  # fmt: skip


def answer_options(app: App) -> Sequence[click.Parameter]:
    """Options for the book, its back, and the file; None is no answer."""
    words = app.words
    return [
        *book_options(app),
        _option(words, ["--addon"], "book", "addon", metavar="DIGITS"),
        *back_options(words),
        _option(words, ["--outpaint/--no-outpaint"], "back", "outpaint", default=None),
        _option(words, ["--marks/--no-marks"], "file", "marks", default=None),
        _option(words, ["--guides/--no-guides"], "file", "guides", default=None),
        _option(words, ["--standard"], "file", "standard", type=OneOf(words, list(STANDARDS)),
                metavar="|".join(STANDARDS)),
        _option(words, ["--weights"], "file", "weights", type=OneOf(words, list(WEIGHTS)),
                metavar="|".join(WEIGHTS)),
    ]  # fmt: skip


def book_options(app: App) -> Sequence[click.Parameter]:
    """Options for the printer and the book."""
    words = app.words

    def names() -> list[str]:
        # only a shell that completes a word asks, and help needs no catalogue
        from pipeline.domain.printing import targets  # noqa: PLC0415

        return [one.name for one in targets(app.printers(), app.formats())]

    def papers() -> list[str]:
        return list(dict.fromkeys(one.name for each in app.printers() for one in each.papers))

    return [
        _option(words, ["--for", "target"], "book", "for", metavar="TARGET", type=Suggested(names)),
        _option(words, ["--pages"], "book", "pages", metavar="N", type=Whole(words, 1, MOST_PAGES)),
        _option(words, ["--paper"], "book", "paper", metavar="PAPER", type=Suggested(papers)),
        _option(words, ["--isbn"], "book", "isbn", metavar="ISBN"),
    ]


def back_options(words: Words) -> Sequence[click.Parameter]:
    """Options for the words on back and spine."""
    return [
        *(_option(words, [f"--{name}"], "back", name, metavar="TEXT|@FILE")
          for name in ("blurb", "about")),
        _option(words, ["--spine", "reading"], "back", "spine", type=OneOf(words, list(SPINES)),
                metavar="|".join(SPINES)),
    ]  # fmt: skip


def _option(
    words: Words, declarations: Sequence[str], heading: str, name: str, **attributes: Any
) -> Titled:
    return Titled(declarations, heading=words.say(f"help-heading-print-{heading}"),
                  help=words.say(f"help-print-{name}"), **attributes)  # fmt: skip


def answers_in(given: Mapping[str, Any], words: Words) -> Mapping[str, Answer]:
    """What was told: options that were not given are no answers.

    Raises:
        click.BadParameter: for a file that cannot be read.
    """
    told = {name: value for name, value in given.items() if value is not None}
    for name, meant in _CHOICES.items():
        if name in told:
            told[name] = meant[told[name]]
    for name in ("blurb", "about"):
        if name in told:
            told[name] = _text(told[name], f"--{name}", words)
    return told


def _text(given: str, option: str, words: Words) -> str:
    """The text itself, or what is in the file after an `@`."""
    if not given.startswith("@"):
        return given
    path = Path(given[1:])
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_BYTES + 1)
        text = content.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        message = words.say("print-file-unreadable", path=str(path), reason=reason(error, words))
        raise click.BadParameter(message, param_hint=option) from error
    if len(content) > LARGEST_BYTES:
        message = words.say("print-file-large", path=str(path), limit_kb=LARGEST_BYTES // 1000)
        raise click.BadParameter(message, param_hint=option)
    return text
