"""What was made, as sentences: each option with its idea, and only the checks that need a word.

Palettes and compositions have names for programs only (`--json`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from bot.conversation.inspection import sentence
from pipeline.domain.picture import Lettered

if TYPE_CHECKING:
    from bot.conversation.words import Words
    from pipeline.domain.style import Style
    from pipeline.stages.export import Option


def idea(option: Option, styles: Mapping[str, Style], words: Words) -> str:
    """One line that tells an option from the others."""
    choice = option.choice
    if isinstance(choice, Lettered):
        return words.say("report-lettered", number=str(option.number), face=choice.face,
                         place=option.composition)  # fmt: skip
    return words.say(
        "report-option",
        number=str(option.number),
        style=styles[choice.recipe].label(words.language),
        motifs=", ".join(option.motifs) or words.say("report-no-motifs"),
    )


def remarks(option: Option, words: Words) -> Iterator[str]:
    """The checks that did not pass, each with its mark."""
    for check in option.report.checks:
        if check.verdict != "pass":
            mark = words.say(f"preflight-mark-{check.verdict}")
            yield f"{mark}: {sentence(check, words)}"


def remarks_on_all(options: Sequence[Option], words: Words) -> list[str]:
    """The remarks that every one of several options gets, to be said once."""
    first, *others = (list(remarks(option, words)) for option in options)
    return [remark for remark in first if others and all(remark in said for said in others)]


def verdict(options: Sequence[Option], words: Words) -> str:
    """The preflight of all options in one sentence: the worst of them speaks."""
    found = {str(option.report.verdict) for option in options}
    worst = next((name for name in ("fail", "warn") if name in found), "pass")
    return words.say("preflight-summary", verdict=worst)
