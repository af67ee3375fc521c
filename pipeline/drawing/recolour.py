"""Palettes turned towards the colours that an author asked for."""

from dataclasses import replace

from pipeline.domain.palette import Palette
from pipeline.drawing.colour import hue_distance, oklch, to_oklab, to_oklch

NEUTRAL = 0.035
"""OKLCH chroma below which a colour reads as grey, black, white or cream."""
AS_ASKED = "-as-asked"
"""What the name of a turned palette ends with."""
COLOURFUL = 0.06
"""OKLCH chroma from which a colour is asked for its hue: gold is, cream is not."""
ALIKE = 0.3
"""A wanted grey goes to what differs from it by less in lightness: black to the dark colours."""
VIVID = 0.25
"""The chroma of a colour that never turns into a wanted grey; duller ones do so the sooner."""
LIGHT = 0.8
"""OKLCH lightness of what can pass for paper."""
PAPER = 0.62
"""Wanted colours that are all darker than this do not make a light ground colourful."""


def distance(palette: Palette, wanted: tuple[str, ...]) -> float:
    """How far a palette is from the wanted colours: 0 (has them, and no others) to about 1.

    It adds how far each wanted colour is missing, the first counting double and none making up
    for another; how much else there is that nobody asked for; and how little the ground, the
    first of the palette's colours, has of the colour that was wanted first.
    """
    gaps = [min(_difference(colour, own) for own in palette.colours) for colour in wanted]
    missing = (gaps[0] + sum(gaps)) / (1 + len(gaps)) / 2 + max(gaps) / 2
    vivid = [own for own in palette.colours if to_oklch(own)[1] > COLOURFUL]
    strange = [min(_difference(own, colour) for colour in wanted) for own in vivid]
    foreign = sum(strange) / len(strange) if strange else 0.0
    ground = _difference(wanted[0], palette.colours[0])
    return min(1.0, (0.4 * missing + 0.4 * foreign + 0.2 * ground) / 0.35)


def _difference(first: str, second: str) -> float:
    """OKLab distance with lightness counted half: a dark and a light blue are both blue."""
    (l1, a1, b1), (l2, a2, b2) = to_oklab(first), to_oklab(second)
    return float((0.25 * (l1 - l2) ** 2 + (a1 - a2) ** 2 + (b1 - b2) ** 2) ** 0.5)


def towards(palette: Palette, wanted: tuple[str, ...]) -> Palette:
    """The palette in the wanted colours: lightness is kept, so that depth and contrast are.

    Wanted black and white, cream and grey go to what is as dark or as light; wanted hues to the
    rest: the palette's own first hue turns into the first of them, all others into the second.
    """
    if not wanted:
        return palette
    hues = tuple(colour for colour in wanted if to_oklch(colour)[1] > COLOURFUL)
    greys = tuple(colour for colour in wanted if colour not in hues)
    lead = next((to_oklch(c)[2] for c in palette.colours if to_oklch(c)[1] > NEUTRAL), 0.0)
    # a light ground stays paper when only dark colours are asked for: red is not pink
    deep = max(to_oklch(colour)[0] for colour in wanted) < PAPER
    colours = tuple(_turned(own, lead, hues, greys, paper=deep) for own in palette.colours)
    inks = tuple(
        ink if to_oklch(ink)[1] <= NEUTRAL else _turned(ink, lead, hues, greys, paper=deep)
        for ink in palette.inks
    )
    return replace(palette, name=palette.name + AS_ASKED, colours=colours, inks=inks)


def _turned(
    own: str, lead: float, hues: tuple[str, ...], greys: tuple[str, ...], *, paper: bool
) -> str:  # fmt: skip
    lightness, chroma, hue = to_oklch(own)
    reach = ALIKE * max(0.0, 1 - chroma / VIVID)
    like = [grey for grey in greys if abs(to_oklch(grey)[0] - lightness) < reach]
    if like:
        _, tint, tint_hue = to_oklch(like[0])
        return oklch(lightness, min(tint, 0.03), tint_hue)
    if not hues:
        return oklch(lightness, min(chroma, 0.012), hue)
    if lightness > LIGHT and (paper or chroma <= NEUTRAL):
        return oklch(lightness, min(chroma, 0.015), to_oklch(hues[0])[2])
    _, target_chroma, target_hue = to_oklch(hues[0] if _first(chroma, hue, lead) else hues[-1])
    if chroma <= NEUTRAL:
        return oklch(lightness, min(0.03, chroma + 0.012), target_hue)
    return oklch(lightness, 0.35 * chroma + 0.65 * min(chroma * 1.3, target_chroma), target_hue)


def _first(chroma: float, hue: float, lead: float) -> bool:
    """Whether a colour is of the palette's first hue, or of none."""
    return chroma <= NEUTRAL or hue_distance(hue, lead) < 50
