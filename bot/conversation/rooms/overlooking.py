"""The whole queue in short lines, for whoever runs the place."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.conversation.means import Means
from bot.conversation.queueing import place_in_line
from bot.conversation.times import span
from bot.conversation.words import Words
from pipeline.domain.standing import Line, Overview

SHOWN = 15
"""Orders that are shown; the others are counted."""
_FORGOTTEN = "—"


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """The queue in words, and whether it is paused."""

    lines: tuple[str, ...]
    paused: bool


async def lines(means: Means, words: Words) -> Queue:
    """What runs and waits, what is undelivered, and how long things take."""
    overview = await means.steward.overview()
    running = sum(line.running for line in overview.lines)
    told = [
        words.say("chat-admin-numbers", running=running, waiting=len(overview.lines) - running,
                  undelivered=overview.undelivered)
    ]  # fmt: skip
    if overview.paused:
        told.append(words.say("chat-admin-paused"))
    if line := await means.steward.line():
        told.append(words.say("chat-line", line=line))
    told += await _orders(means, overview, words)
    if overview.seconds:
        told.append(words.say("chat-admin-means", means=_means(overview, words)))
    return Queue(lines=tuple(told), paused=overview.paused)


async def _orders(means: Means, overview: Overview, words: Words) -> Sequence[str]:
    standings = means.studio.standings(overview)
    inline = sorted(overview.lines, key=lambda line: standings[line.job].position)
    told = [
        words.say("chat-admin-line", what=words.say(f"kind-of-{line.kind}"),
                  who=await means.steward.account(line.person) or _FORGOTTEN,
                  stands=place_in_line(standings[line.job], words), age=_age(means, line, words))
        for line in inline[:SHOWN]
    ]  # fmt: skip
    if len(inline) > SHOWN:
        told.append(words.say("chat-admin-more", count=len(inline) - SHOWN))
    return told


def _age(means: Means, line: Line, words: Words) -> str:
    return span((means.clock.now() - line.ordered_at).total_seconds(), words)


def _mean(seconds: float, words: Words) -> str:
    return span(seconds, words) if round(seconds) else words.say("chat-admin-instant")


def _means(overview: Overview, words: Words) -> str:
    return ", ".join(
        words.say("chat-admin-mean", what=words.say(f"kind-of-{kind}"), time=_mean(seconds, words))
        for kind, seconds in sorted(overview.seconds.items())
    )
