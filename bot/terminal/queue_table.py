"""The queue as a table that fits the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from bot.conversation.times import span

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from bot.conversation.words import Words
    from pipeline.domain.standing import Line, Overview, Standing

_COLUMNS = ("position", "job", "kind", "person", "state", "attempts", "age", "eta")
_RIGHT = {"position", "attempts", "age", "eta"}
_PERSON = 4
"""Letters of a person's id: enough to tell people apart, too few to look anybody up."""
_PIPED_COLUMNS = 120


def console() -> Console:
    """Where the table goes; a pipe has no width, so it gets room for every column."""
    screen = Console(highlight=False, markup=False, emoji=False)
    if screen.is_terminal:
        return screen
    return Console(highlight=False, markup=False, emoji=False, width=_PIPED_COLUMNS)


def queue_table(
    overview: Overview, standings: Mapping[str, Standing], now: datetime, words: Words
) -> Group:  # fmt: skip
    """What runs and waits, in the order in which it will start, and a line about the whole."""
    table = Table(box=None, pad_edge=False)
    for name in _COLUMNS:
        table.add_column(words.say(f"queue-{name}"), no_wrap=True,
                         justify="right" if name in _RIGHT else "left")  # fmt: skip
    lines = sorted(overview.lines, key=lambda line: standings[line.job].position)
    for line in lines:
        table.add_row(*_cells(line, standings[line.job], now, words),
                      style="bold" if line.running else None)  # fmt: skip
    parts: list[Table | Text] = [table] if lines else [Text(words.say("queue-empty"))]
    parts.append(Text(_summary(overview, words), style="dim"))
    if overview.paused:
        parts.append(Text(words.say("queue-is-paused"), style="yellow"))
    return Group(*parts)


def _cells(line: Line, standing: Standing, now: datetime, words: Words) -> list[str]:
    return [
        "▶" if line.running else str(standing.position),
        line.job,
        words.say(f"kind-of-{line.kind}"),
        line.person[:_PERSON],
        words.say("job-state-running" if line.running else "job-state-queued"),
        str(line.attempts),
        span((now - line.ordered_at).total_seconds(), words),
        "–" if standing.eta_s is None else span(standing.eta_s, words),
    ]


def _summary(overview: Overview, words: Words) -> str:
    running = sum(line.running for line in overview.lines)
    return words.say("queue-summary", running=running, waiting=len(overview.lines) - running,
                     undelivered=overview.undelivered)  # fmt: skip
