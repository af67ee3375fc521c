"""`articover history`: the person's covers, newest first."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from bot.commands.ordering import json_option
from bot.conversation.deeds import shortened
from bot.conversation.times import moment
from bot.terminal.grammar import SpokenCommand, Whole
from bot.terminal.running import run_to_end
from bot.terminal.tables import table

if TYPE_CHECKING:
    from bot.app import App
    from bot.conversation.words import Words
    from pipeline.ports.covers import Entry, Page

SHOWN = 10
MOST = 100


def history(app: App) -> click.Command:
    """The click command: one line a cover, and how to see the ones before."""
    words = app.words

    async def asked(after: str | None, limit: int) -> Page:
        async with app.house() as house:
            return await house.studio.history(house.person, after=after, limit=limit)

    def run(*, after: str | None, limit: int, as_json: bool) -> None:
        page = run_to_end(asked(after, limit))
        if as_json:
            click.echo(json.dumps(_object(page), ensure_ascii=False))
        else:
            _tell(page, after, limit, words)

    return SpokenCommand(
        "history",
        callback=run,
        params=[
            click.Option(["--limit"], type=Whole(words, 1, MOST), metavar="N", default=SHOWN,
                         help=words.say("help-history-limit", default=SHOWN)),
            click.Option(["--after"], metavar="PLACE", help=words.say("help-history-after")),
            json_option(words),
        ],
        help=words.say("help-history"),
        short_help=words.say("help-history-short"),
    )  # fmt: skip


def _tell(page: Page, after: str | None, limit: int, words: Words) -> None:
    if not page.entries:
        click.echo(words.say("history-empty" if after is None else "history-no-more"))
        return
    headings = [words.say(f"history-{name}") for name in ("version", "title", "versions", "made")]
    for index, line in enumerate(
        table([headings, *(_row(entry, words) for entry in page.entries)])
    ):
        click.secho(line, bold=index == 0)
    if page.after is not None:
        more = f"articover history --limit {limit} --after {page.after}"
        click.echo(words.say("history-more", command=more))


def _row(entry: Entry, words: Words) -> list[str]:
    current = entry.current or words.say("history-none-yet")
    return [current, shortened(entry.title), str(entry.versions), moment(entry.made_at)]


def _object(page: Page) -> dict[str, Any]:
    covers = [
        {
            "cover": entry.cover,
            "title": entry.title,
            "current": entry.current,
            "versions": entry.versions,
            "made_at": entry.made_at.isoformat(),
        }
        for entry in page.entries
    ]
    return {"covers": covers, "after": page.after}
