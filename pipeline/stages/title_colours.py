"""Colours to offer for a title, from what is known about its cover without looking at pixels."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.domain.art import Brought, Drawn, Painted
from pipeline.domain.layout import Role
from pipeline.domain.report import Report
from pipeline.domain.version import Document
from pipeline.drawing.colour import luminance, to_oklab

COUNT = 8
OF_PALETTE = 4
"""So many at most come from the cover itself; the rest are those that people ask for."""
READ = 3.0
"""WCAG 2.2 AA for large text, which titles are."""
APART, HARDLY = 0.08, 0.06
"""OKLab distance from which two colours are two choices; and where there are too few others."""
USUAL = ("#ffffff", "#16161a")
ASKED = (
    "#d9ab4a", "#a3122e", "#182a4e", "#f2d24b", "#8ec1e4", "#23492f", "#f59a86", "#6d3058",
    "#a5dcc0", "#1d6f74", "#f0a8c0", "#9c4523", "#c9b6ee", "#4e3023", "#f3e9d2", "#35357c",
    "#b3b8bf", "#6d1430", "#f3b08c", "#6d4930", "#a5c936", "#484b14", "#dccbac", "#35383d",
)  # fmt: skip
"""Gold, crimson, navy, yellow, sky blue, forest green, salmon, plum, mint, teal, pink, rust, ...

There are eight light ones and eight dark ones, so that enough can be read on any ground."""
MIDDLE = 0.18
"""The luminance that has the same contrast with black and with white."""


@dataclass(frozen=True, slots=True)
class _Ground:
    """What the title stands on, as a luminance."""

    light: float

    def contrast(self, colour: str) -> float:
        low, high = sorted((self.light, luminance(colour)))
        return (high + 0.05) / (low + 0.05)


def title_colours(document: Document, report: Report) -> tuple[str, ...]:
    """Eight colours (`#rrggbb`) that can be read where the title is, its own first.

    They are the cover's own, then those that people ask for. Where too few can be read by
    themselves, the strongest of the others follow: lettering is helped to be legible in any colour.
    """
    own = _own(document)
    ground = _ground(document, report)
    chosen: list[str] = own[:1]
    _add(chosen, (colour for colour in own if ground.contrast(colour) >= READ), OF_PALETTE)
    _add(chosen, (colour for colour in USUAL if ground.contrast(colour) >= READ), COUNT)
    _add(chosen, (colour for colour in ASKED if ground.contrast(colour) >= READ), COUNT)
    _add(chosen, sorted((*own, *ASKED), key=ground.contrast, reverse=True), COUNT, HARDLY)
    return tuple(chosen)


def _own(document: Document) -> list[str]:
    """The title's colour, the inks of its composition, and what its drawing is made of."""
    title = document.layout.block(Role.TITLE)
    zones = document.zones
    match document.art:
        case Drawn(choice=choice):
            drawn: Sequence[str] = (*choice.palette.inks, *choice.palette.colours)
        case Brought() | Painted():
            drawn = ()
    return [*([title.colour] if title else []), *zones.inks, *zones.small_inks, *drawn]


def _ground(document: Document, report: Report) -> _Ground:
    """By how well the title was found to be legible; the less favourable part of the ground."""
    title = document.layout.block(Role.TITLE)
    measured = next((c.measured for c in report.checks if c.code == "contrast-title"), None)
    if title is None or not isinstance(measured, float):
        return _likely(document)
    light = luminance(title.colour)
    darker = (light + 0.05) / measured - 0.05
    brighter = (light + 0.05) * measured - 0.05
    if _on_dark(document, light) and darker >= 0:
        return _Ground(darker)
    return _Ground(min(1.0, brighter))


def _on_dark(document: Document, light: float) -> bool:
    """Whether the lettering is lighter than what it stands on."""
    match document.art:
        case Drawn(choice=choice):
            return light > luminance(choice.palette.colours[0])
        case Brought() | Painted():
            return light > MIDDLE


def _likely(document: Document) -> _Ground:
    """The ground that a drawing begins with, or what the inks of a composition are made for."""
    match document.art:
        case Drawn(choice=choice):
            return _Ground(luminance(choice.palette.colours[0]))
        case Brought() | Painted():
            inks = document.zones.inks
            return _Ground(0.05 if inks and luminance(inks[0]) > MIDDLE else 0.7)


def _add(chosen: list[str], more: Iterable[str], most: int, apart: float = APART) -> None:
    """Further colours that can be told from those that are there."""
    for colour in more:
        if len(chosen) >= most:
            return
        if all(_apart(colour, other) >= apart for other in chosen):
            chosen.append(colour)


def _apart(first: str, second: str) -> float:
    pairs = zip(to_oklab(first), to_oklab(second), strict=True)
    return sum((a - b) ** 2 for a, b in pairs) ** 0.5
