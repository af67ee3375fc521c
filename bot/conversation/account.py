"""What was made, as sentences: each option with its idea, and only the checks that need a word.

Palettes and compositions have names for programs only (`--json`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from bot.conversation.inspection import sentence
from pipeline.domain.art import Brought, Drawn, Painted

if TYPE_CHECKING:
    from bot.conversation.words import Words
    from pipeline.domain.style import Style
    from pipeline.domain.version import Document, Version
    from pipeline.typography.library import FaceLibrary


def idea(
    number: int, document: Document, styles: Mapping[str, Style], library: FaceLibrary,
    words: Words,
) -> str:  # fmt: skip
    """One line that tells an option from the others."""
    match document.art:
        case Drawn(choice=choice):
            return words.say(
                "report-option", number=str(number),
                style=styles[choice.recipe].label(words.language),
                motifs=", ".join(document.motifs) or words.say("report-no-motifs"),
            )  # fmt: skip
        case Brought() | Painted() as art:
            from pipeline.stages.own_art import place_of  # noqa: PLC0415 - loaded by then

            faces = library.catalogue.faces
            face = faces[library.catalogue.pairing(document.pairing).title.face].family
            line = words.say("report-lettered", number=str(number), face=face,
                             place=place_of(document.layout))  # fmt: skip
            if isinstance(art, Brought):
                return line
            seed = str(art.painting.seed)
            return words.say("report-painted", lettered=line, seed=seed)


def heard(options: Sequence[Version], words: Words) -> Iterator[str]:
    """What of a brief was asked of the model for its covers, and what found no room."""
    first = next((one.document.art for one in options), None)
    if not isinstance(first, Painted):
        return
    if things := ", ".join(first.painting.understood):
        yield words.say("report-understood", things=things)
    if left := first.painting.left_out:
        quoted = " ".join(words.say("report-quoted", text=" ".join(one.split())) for one in left)
        yield words.say("report-left-out", sentences=quoted)


def remarks(option: Version, words: Words, *, plainly: bool = False) -> Iterator[str]:
    """The checks that did not pass, each with its mark; chats have them `plainly`."""
    painted = isinstance(option.document.art, Painted)
    for check in option.report.checks:
        if check.verdict != "pass":
            mark = words.say(f"preflight-mark-{check.verdict}")
            yield f"{mark}: {sentence(check, words, plainly=plainly, painted=painted)}"


def remarks_on_all(options: Sequence[Version], words: Words) -> list[str]:
    """The remarks that every one of several options gets, to be said once."""
    first, *others = (list(remarks(option, words)) for option in options)
    return [remark for remark in first if others and all(remark in said for said in others)]


def verdict(options: Sequence[Version], words: Words) -> str:
    """The preflight of all options in one sentence: the worst of them speaks."""
    found = {str(option.report.verdict) for option in options}
    worst = next((name for name in ("fail", "warn") if name in found), "pass")
    return words.say("preflight-summary", verdict=worst)
