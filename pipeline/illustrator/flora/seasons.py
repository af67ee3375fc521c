"""Which plants grow in which season, and how they are put together: stalked flowers, posies."""

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.drawing.canvas import Point
from pipeline.illustrator.flora.blossoms import (
    anemone,
    berries,
    cup,
    daisy,
    five_petals,
    lotus,
    peony,
    spike,
)
from pipeline.illustrator.flora.branches import mushroom
from pipeline.illustrator.flora.curves import grow
from pipeline.illustrator.flora.leaves import fern, grass, leaf, pine_twig, seed_head, sprig, stem
from pipeline.illustrator.flora.pen import Pen

Grower = Callable[[Pen, Point, float, float, float], object]
"""Draws a plant from a foot, with a heading, a length and a bend."""
Bloom = Callable[[Pen, Point, float, float, str], None]
"""Draws a flower at a centre, with a radius, a heading and a colour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Season:
    """What is in leaf and in flower; `branch` is what a woody branch bears.

    `lead` are leaves that must not be missing.
    """

    foliage: tuple[Grower, ...]
    blooms: tuple[Bloom, ...]
    meadow: tuple[Grower, ...]
    branch: str
    upright: str = "stems"
    lead: Grower | None = None


LARGEST = 84.0
"""The largest radius in units of a fruit-tree blossom: these are small flowers."""


def round_sprig(pen: Pen, foot: Point, heading: float, length: float, bend: float) -> None:
    """A branch of round leaves, as eucalyptus has."""
    sprig(pen, foot, heading, length, bend, round_tip=True, slim=0.72, leaf_length=0.2)


def willow(pen: Pen, foot: Point, heading: float, length: float, bend: float) -> None:
    """A branch of narrow leaves, as willow and olive have."""
    sprig(pen, foot, heading, length, bend, slim=0.22, leaf_length=0.24)


def bamboo_spray(pen: Pen, foot: Point, heading: float, length: float, bend: float) -> None:
    """A shoot of long narrow leaves, as bamboo has."""
    sprig(pen, foot, heading, length, bend, slim=0.15, leaf_length=0.36)


def lavender(pen: Pen, foot: Point, heading: float, length: float, bend: float) -> None:
    """A spike in the season's first colour."""
    spike(pen, foot, heading, length, bend, pen.hues.blooms[0])


def berried(pen: Pen, foot: Point, heading: float, length: float, bend: float) -> None:
    """A twig of berries in the season's first colour."""
    berries(pen, foot, heading, length, bend, pen.hues.blooms[0])


def tuft(pen: Pen, foot: Point, heading: float, length: float, bend: float) -> None:
    """A few blades of grass from one root."""
    for i in range(6):
        turn = 0.12 * (i - 2.5)
        grass(pen, (foot[0] + 7 * (i - 2.5), foot[1]), heading + turn,
              length * pen.vary(0.5, 0.85), bend + turn * 1.6, pen.vary(9, 14))  # fmt: skip


def sheaf(pen: Pen, foot: Point, heading: float, length: float, bend: float) -> None:
    """Three ears of wheat from one root."""
    for turn in (-0.09, 0.1, 0.0):
        seed_head(pen, foot, heading + turn, length * pen.vary(0.78, 1.0), bend + turn * 2)


def fungus(pen: Pen, foot: Point, _heading: float, length: float, _bend: float) -> None:
    """A family of mushrooms, much lower than `length`."""
    size = min(190.0, length * 0.34)
    for dx, share in ((-0.75, 0.5), (0.7, 0.62), (0.0, 1.0)):
        mushroom(pen, (foot[0] + dx * size, foot[1]), size * share, pen.any_bloom())


def stalked(flower: Bloom, radius: float) -> Grower:
    """A flower of about `radius` units on a leafy stem."""

    def plant(pen: Pen, foot: Point, heading: float, length: float, bend: float) -> None:
        curve = grow(foot, heading, length, bend).until(pen.free)
        if curve is None:
            return
        size = radius * pen.vary(0.75, 1.15)
        tip, along = curve.at(1.0)
        if not pen.free(*tip, size):
            curve = grow(foot, heading, length * 0.72, bend).until(pen.free) or curve
            tip, along = curve.at(1.0)
        stem(pen, curve, max(4.0, length * 0.012))
        for i, share in enumerate((0.3, 0.48, 0.64)):
            point, way = curve.at(share)
            side = 1 if i % 2 == 0 else -1
            leaf(pen, point, way + side * 0.6, radius * 1.5, radius * 0.42, -side * 0.5)
        flower(pen, tip, size, along, pen.any_bloom())

    return plant


def posy(pen: Pen, season: Season, centre: Point, outward: float, size: float) -> None:
    """Flowers over leaves that fan out round `outward`; `size` is about the reach in units."""
    for depth, count, reach in ((0.45, 7, 1.15), (0.0, 8, 0.95)):
        back = pen.farther(depth)
        for i in range(count):
            turn = outward + 1.9 * (2 * (i + pen.vary(0.2, 0.8)) / count - 1)
            grower = season.foliage[int(pen.rng.integers(len(season.foliage)))]
            grower(back, centre, turn, size * reach * pen.vary(0.75, 1.1), pen.vary(-0.5, 0.5))
    spots = ((0.0, 0.0, 0.3), (0.52, -1.0, 0.2), (0.5, 1.0, 0.22), (0.5, 0.05, 0.15),
             (0.7, -0.5, 0.11), (0.74, 0.5, 0.12))  # fmt: skip
    for i, (out, turn, radius) in enumerate(reversed(spots)):
        angle = outward + turn
        bloom = season.blooms[(i + int(pen.rng.integers(2))) % len(season.blooms)]
        curve = grow(centre, angle - 0.25, size * max(out, 0.01), 0.5)
        tip, along = curve.at(1.0)
        if pen.free(*tip, size * radius):
            stem(pen, curve, size * 0.014)
            bloom(pen, tip, size * radius, along, pen.hues.blooms[(len(spots) - 1 - i) % 3])


def cherry(pen: Pen, centre: Point, size: float, heading: float, colour: str) -> None:
    """A cherry blossom, no larger than one is."""
    five_petals(pen, centre, min(size, LARGEST), heading, colour, notch=0.14)


def plum(pen: Pen, centre: Point, size: float, heading: float, colour: str) -> None:
    """A plum blossom, no larger than one is."""
    five_petals(pen, centre, min(size, LARGEST), heading, colour)


SEASONS = {
    "spring": Season(
        foliage=(sprig, round_sprig, sprig), blooms=(anemone, cherry, peony),
        meadow=(stalked(cup, 62), stalked(anemone, 66), tuft, sprig), branch="cherry"),
    "summer": Season(
        foliage=(sprig, willow, fern), blooms=(peony, daisy, anemone),
        meadow=(stalked(daisy, 64), stalked(cup, 66), tuft, stalked(anemone, 60)),
        branch="cherry"),
    "lavender": Season(
        foliage=(lavender, sprig, willow, lavender), blooms=(peony, daisy, anemone),
        meadow=(lavender, lavender, tuft, stalked(daisy, 52)), branch="cherry"),
    "autumn": Season(
        foliage=(sprig, round_sprig, berried, fern), blooms=(daisy, anemone, peony),
        meadow=(seed_head, berried, fern, fungus, stalked(daisy, 58)), branch="plum"),
    "winter": Season(
        foliage=(pine_twig, round_sprig, berried, willow), blooms=(peony, anemone, plum),
        meadow=(berried, pine_twig, round_sprig, willow), branch="pine"),
    "night": Season(
        foliage=(fern, sprig, willow), blooms=(peony, anemone, daisy),
        meadow=(stalked(anemone, 64), lavender, fern, tuft, stalked(daisy, 54)),
        branch="cherry"),
    "hanji": Season(
        foliage=(willow, sprig), blooms=(plum, anemone, peony),
        meadow=(stalked(lotus, 78), tuft, stalked(plum, 44), tuft), branch="plum",
        upright="bamboo"),
}  # fmt: skip
