"""`articover queue`: everybody's orders in a table that stays up to date, and a switch for them."""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from bot.commands.ordering import json_option
from bot.terminal.grammar import OneOf, SpokenCommand
from bot.terminal.progress import Bar
from bot.terminal.running import run_to_end

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.app import App
    from bot.conversation.words import Words
    from bot.house import House
    from pipeline.domain.standing import Line, Overview, Standing

ACTIONS = ("pause", "resume", "drain")
SWITCHED = {"pause": "queue-paused", "resume": "queue-resumed", "drain": "queue-drained"}
"""What is said when it was done."""
EVERY_S = 1.0


def queue(app: App) -> click.Command:
    """The click command: the table, once or until Ctrl-C, or one of `ACTIONS`."""
    words = app.words

    def run(*, action: str | None, once: bool, as_json: bool) -> None:
        if action is not None:
            click.echo(run_to_end(_switched(app, action, as_json=as_json)))
        elif as_json:
            click.echo(run_to_end(_as_json(app)))
        elif once or not sys.stdout.isatty():
            run_to_end(_shown(app, once=True))
        else:
            # Ctrl-C is how one leaves it
            with contextlib.suppress(KeyboardInterrupt):
                run_to_end(_shown(app, once=False))

    return SpokenCommand(
        "queue",
        callback=run,
        params=[
            click.Argument(["action"], type=OneOf(words, ACTIONS), required=False,
                           metavar=f"[{'|'.join(ACTIONS)}]"),
            click.Option(["--once"], is_flag=True, help=words.say("help-queue-once")),
            json_option(words),
        ],
        help=words.say("help-queue"),
        short_help=words.say("help-queue-short"),
        epilog=words.say("help-queue-epilog"),
    )  # fmt: skip


async def _shown(app: App, *, once: bool) -> None:
    from rich.live import Live  # noqa: PLC0415 - 40 ms, for this command alone

    from bot.terminal.queue_table import console, queue_table  # noqa: PLC0415 - rich as well

    screen = console()
    async with app.house() as house:
        if once:
            screen.print(queue_table(*await _seen(house), app.words))
            return
        with Live(console=screen, auto_refresh=False, transient=False) as live:
            while True:
                live.update(queue_table(*await _seen(house), app.words), refresh=True)
                await asyncio.sleep(EVERY_S)


async def _seen(house: House) -> tuple[Overview, Mapping[str, Standing], datetime]:
    overview = await house.steward.overview()
    return overview, house.studio.standings(overview), datetime.now(UTC)


async def _as_json(app: App) -> str:
    async with app.house() as house:
        return json.dumps(as_object(*await _seen(house)), ensure_ascii=False)


def as_object(
    overview: Overview, standings: Mapping[str, Standing], now: datetime
) -> dict[str, Any]:  # fmt: skip
    """The queue for a program; who ordered is an id that says nothing about them."""
    return {
        "paused": overview.paused,
        "waiting": sum(not line.running for line in overview.lines),
        "running": sum(line.running for line in overview.lines),
        "undelivered": overview.undelivered,
        "mean_s": dict(overview.seconds),
        "jobs": [_line(line, standings[line.job], now) for line in overview.lines],
    }


def _line(line: Line, standing: Standing, now: datetime) -> dict[str, Any]:
    return {
        "job": line.job,
        "cover": line.cover,
        "person": line.person,
        "kind": line.kind,
        "lane": str(line.lane),
        "state": "running" if line.running else "queued",
        "attempts": line.attempts,
        "ordered_at": line.ordered_at.isoformat(),
        "age_s": round((now - line.ordered_at).total_seconds(), 1),
        "position": standing.position,
        "eta_s": standing.eta_s,
    }


async def _switched(app: App, action: str, *, as_json: bool) -> str:
    """Do what `action` says; what to print."""
    async with app.house() as house:
        match action:
            case "resume":
                await house.steward.resume()
            case "drain":
                await house.steward.pause()
                # what a killed process left running is at rest only once somebody has the queue
                async with house.running():
                    await _quiet(house, app.words)
            case _:
                await house.steward.pause()
        if as_json:
            return json.dumps(as_object(*await _seen(house)), ensure_ascii=False)
        return app.words.say(SWITCHED[action], count=(await house.steward.overview()).undelivered)


async def _quiet(house: House, words: Words) -> None:
    """Wait until nothing runs any more."""
    with Bar() as bar:
        at_first = 0
        while running := sum(line.running for line in (await house.steward.overview()).lines):
            at_first = max(at_first, running)
            bar.show(at_first - running, at_first, words.say("queue-draining", count=running))
            await asyncio.sleep(EVERY_S / 4)
