"""`articover jobs` and `cancel`: what the person ordered, and taking an order back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from bot.commands.ordering import json_option
from bot.commands.suggesting import open_jobs
from bot.commands.version_json import job_object
from bot.conversation.deeds import deed
from bot.conversation.queueing import place_in_line, state_in_words
from bot.conversation.times import moment
from bot.terminal.grammar import SpokenCommand, Whole
from bot.terminal.running import run_to_end
from bot.terminal.tables import table
from bot.terminal.values import KnownId
from pipeline.domain.job import is_open

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.app import App
    from bot.conversation.words import Words
    from pipeline.domain.job import Job
    from pipeline.domain.standing import Standing

    Placed = tuple[Job, Standing | None]

SHOWN = 20
MOST = 100


def jobs(app: App) -> click.Command:
    """The click command: the person's orders, newest first."""
    words = app.words

    async def asked(limit: int) -> list[Placed]:
        async with app.house() as house:
            found = await house.studio.jobs(house.person, limit=limit)
            if not any(is_open(job) for job in found):
                return [(job, None) for job in found]
            standings = house.studio.standings(await house.studio.overview())
            return [(job, standings.get(job.id)) for job in found]

    def run(*, limit: int, as_json: bool) -> None:
        found = run_to_end(asked(limit))
        if as_json:
            body = {"jobs": [job_object(job, words, place) for job, place in found]}
            click.echo(json.dumps(body, ensure_ascii=False))
        else:
            _tell(found, words)

    return SpokenCommand(
        "jobs",
        callback=run,
        params=[
            click.Option(["--limit"], type=Whole(words, 1, MOST), metavar="N", default=SHOWN,
                         help=words.say("help-jobs-limit", default=SHOWN)),
            json_option(words),
        ],
        help=words.say("help-jobs"),
        short_help=words.say("help-jobs-short"),
    )  # fmt: skip


def _tell(found: Sequence[Placed], words: Words) -> None:
    if not found:
        click.echo(words.say("jobs-empty"))
        return
    headings = [words.say(f"jobs-{name}") for name in ("job", "ordered", "what", "state")]
    rows = [
        [job.id, moment(job.ordered_at), deed(job.operation, words),
         place_in_line(place, words) if place else state_in_words(job, words)]
        for job, place in found
    ]  # fmt: skip
    for index, line in enumerate(table([headings, *rows])):
        click.secho(line, bold=index == 0)


def cancel(app: App) -> click.Command:
    """The click command: an order that shall not be carried out any more."""
    words = app.words

    async def asked(job: str) -> Job:
        async with app.house() as house:
            return await house.studio.cancel(house.person, job.strip().lower())

    def run(*, job: str, as_json: bool) -> None:
        ended = run_to_end(asked(job))
        if as_json:
            click.echo(json.dumps(job_object(ended, words), ensure_ascii=False))
        else:
            click.echo(words.say("order-cancelled", job=ended.id))

    return SpokenCommand(
        "cancel",
        callback=run,
        params=[
            click.Argument(["job"], type=KnownId(lambda: open_jobs(app)), metavar="JOB"),
            json_option(words),
        ],
        help=words.say("help-cancel"),
        short_help=words.say("help-cancel-short"),
    )
