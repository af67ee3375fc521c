"""Palettes turned towards the colours that an author asked for."""

from dataclasses import replace

from pipeline.domain.palette import Palette
from pipeline.drawing.colour import from_oklab, hue_distance, oklch, to_oklab, to_oklch

NEUTRAL = 0.035
"""OKLCH chroma below which a colour reads as grey, black, white or cream."""
LIGHT = 0.8
"""OKLCH lightness of what can pass for paper."""
PAPER = 0.62
"""Wanted colours that are all darker than this do not make a light ground colourful."""


def distance(palette: Palette, wanted: tuple[str, ...]) -> float:
    """How far a palette is from the wanted colours: 0 (has them all) to about 1.

    Every wanted colour is compared with the palette's nearest one; the first wanted colour
    counts double, since it is what people mean to see at first glance.
    """
    weights = [2.0, *([1.0] * (len(wanted) - 1))]
    total = 0.0
    for colour, weight in zip(wanted, weights, strict=True):
        total += weight * min(_difference(colour, own) for own in palette.colours)
    return min(1.0, total / sum(weights) / 0.35)


def _difference(first: str, second: str) -> float:
    """OKLab distance with lightness counted half: a dark and a light blue are both blue."""
    (l1, a1, b1), (l2, a2, b2) = to_oklab(first), to_oklab(second)
    return float((0.25 * (l1 - l2) ** 2 + (a1 - a2) ** 2 + (b1 - b2) ** 2) ** 0.5)


def towards(palette: Palette, wanted: tuple[str, ...]) -> Palette:
    """The palette in the wanted hues: lightness is kept, so that depth and contrast are.

    The palette's colours fall into the hue of their first chromatic colour and all others; the
    first group takes the first wanted colour, the other the second (or stays near neutral).
    A wanted grey, black or white takes the chroma away instead.
    """
    if not wanted:
        return palette
    lead = next((to_oklch(c)[2] for c in palette.colours if to_oklch(c)[1] > NEUTRAL), None)
    # a light ground stays paper when only dark colours are asked for: red is not pink
    deep = max(to_oklch(colour)[0] for colour in wanted) < PAPER
    colours = tuple(
        _paper(colour, wanted[0]) if deep and to_oklch(colour)[0] > LIGHT
        else _turned(colour, lead, wanted)
        for colour in palette.colours
    )  # fmt: skip
    inks = tuple(_turned(ink, lead, wanted, keep_neutral=True) for ink in palette.inks)
    return replace(palette, name=f"{palette.name}-as-asked", colours=colours, inks=inks)


def _paper(colour: str, wanted: str) -> str:
    """A light colour with no more than a breath of the wanted hue."""
    lightness, chroma, _ = to_oklch(colour)
    return oklch(lightness, min(chroma, 0.015), to_oklch(wanted)[2])


def _turned(
    colour: str, lead: float | None, wanted: tuple[str, ...], *, keep_neutral: bool = False
) -> str:
    lightness, chroma, hue = to_oklch(colour)
    if keep_neutral and chroma <= NEUTRAL:
        return colour
    first = lead is None or chroma <= NEUTRAL or hue_distance(hue, lead) < 50
    target = wanted[0] if first or len(wanted) == 1 else wanted[1]
    _, target_chroma, target_hue = to_oklch(target)
    if target_chroma <= NEUTRAL:
        return from_oklab(lightness, 0.0, 0.0)
    if chroma <= NEUTRAL:
        return oklch(lightness, min(0.03, chroma + 0.012), target_hue)
    return oklch(lightness, 0.35 * chroma + 0.65 * min(chroma * 1.3, target_chroma), target_hue)
