"""Moments and spans of time in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from bot.conversation.words import Words

_MINUTE_S = 60
_HOUR_S = 3600
_DAY_S = 86_400


def span(seconds: float, words: Words) -> str:
    """A span of time, to one or two digits: `8 s`, `3 min`, `2 h`, `5 d`."""
    whole = max(0, round(seconds))
    if whole < 2 * _MINUTE_S:
        return words.say("span-seconds", count=whole)
    if whole < 2 * _HOUR_S:
        return words.say("span-minutes", count=round(whole / _MINUTE_S))
    if whole < 2 * _DAY_S:
        return words.say("span-hours", count=round(whole / _HOUR_S))
    return words.say("span-days", count=round(whole / _DAY_S))


def moment(at: datetime) -> str:
    """A moment in the time zone of this machine, as `2026-11-22 14:05`."""
    return f"{at.astimezone():%Y-%m-%d %H:%M}"


def day(at: datetime) -> str:
    """The day of a moment in the time zone of this machine, as `2026-11-22`."""
    return f"{at.astimezone():%Y-%m-%d}"
