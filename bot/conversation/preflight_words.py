"""A file's preflight in words: each check with its rule, where it is, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.conversation.inspection import sentence
from pipeline.domain.printing import find_paper, told_spine
from pipeline.domain.report import Verdict
from pipeline.domain.shop import Shop

if TYPE_CHECKING:
    from bot.conversation.words import Words
    from pipeline.domain.printer import PrintTarget
    from pipeline.domain.report import Check, Report

SHORTEST = 5
LONGEST = 650
"""So many objections, in so many characters, a card in a chat has room for; the first one always."""
_ORDER = (Verdict.FAIL, Verdict.WARN)


class Mending(StrEnum):
    """By what a file can be mended, as its remedies say it, where they do not say it for all."""

    TYPED = ""
    """Commands of a terminal."""
    PRESSED = "chat-"
    """The buttons below a cover that was made here."""
    OWN = "own-"
    """The program that somebody made the file with."""


def verdict_line(report: Report, target: PrintTarget | Shop, words: Words) -> str:
    """What the printer, or the shop, will say to all of it, or to what could be checked."""
    asked = target if isinstance(target, Shop) else target.printer
    name = asked.korean if words.language == "ko" else asked.english
    key = {
        Verdict.PASS: "preflight-all-in-order", Verdict.WARN: "preflight-only-notes",
        Verdict.FAIL: "preflight-not-yet",
    }[report.verdict]  # fmt: skip
    return words.say(key, target=name, part="some" if report.unmeasured else "all")


def objections(report: Report) -> Sequence[Check]:
    """The checks that did not pass, the worst first."""
    return [check for verdict in _ORDER for check in report.checks if check.verdict is verdict]


def told(check: Check, words: Words) -> str:
    """A check with its mark, its rule and where it is."""
    mark = words.say(f"preflight-mark-{check.verdict}")
    return f"{mark}: {sentence(check, words)}{_at(check, words)}"


def mend(check: Check, words: Words, mending: Mending = Mending.TYPED) -> str:
    """How to mend what a check found; empty where its rule says so already."""
    key = f"preflight-{check.code}-mend"
    if words.has(f"{mending}{key}"):
        key = f"{mending}{key}"
    if not words.has(key):
        return ""
    return words.say(key, measured=check.measured, limit=check.limit)


def _at(check: Check, words: Words) -> str:
    if check.place is None:
        return ""
    # what goes beyond the sheet begins at its edge
    across, down = (f"{max(0.0, at):.0f}" for at in (check.place.x, check.place.y))
    return f" ({words.say('preflight-place', x=across, y=down)})"


def paper_hint(target: PrintTarget, paper: str, words: Words) -> str:
    """That the thickness of a paper is taken for granted; empty where the printer publishes it."""
    if paper and told_spine(target.printer, paper) is not None:
        return ""
    found = find_paper(target.printer, paper)
    if not found.assumed:
        return ""
    name = found.korean if words.language == "ko" else found.english
    return words.say("preflight-paper-assumed", paper=name)


def unmeasured(report: Report, words: Words) -> str:
    """What could not be checked, as a sentence; empty for nothing."""
    names = [words.say(f"preflight-name-{code}") for code in report.unmeasured]
    return words.say("preflight-unmeasured", checks=", ".join(names)) if names else ""


def preflight_card(
    report: Report, target: PrintTarget | Shop, words: Words, mending: Mending = Mending.TYPED
) -> Iterator[str]:  # fmt: skip
    """The lines of a short card: the verdict, the worst objections and their remedies."""
    yield verdict_line(report, target, words)
    found = [f"{told(check, words)} {mend(check, words, mending)}".rstrip()
             for check in objections(report)]  # fmt: skip
    shown = next((count for count in range(SHORTEST, 1, -1)
                  if sum(map(len, found[:count])) <= LONGEST), 1)  # fmt: skip
    yield from found[:shown]
    if len(found) > shown:
        yield words.say("preflight-more", count=len(found) - shown)
    if left := unmeasured(report, words):
        yield left
