"""Which plants a book's motifs ask for: a book about a sunflower gets sunflowers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.domain.concept import Concept
from pipeline.drawing.canvas import Point
from pipeline.drawing.colour import lighter
from pipeline.illustrator.flora.blossoms import anemone, cup, daisy, lotus, peony, rose, sunflower
from pipeline.illustrator.flora.fruit import (
    apples,
    clock,
    ginkgo,
    persimmons,
    tangerines,
    vine,
)
from pipeline.illustrator.flora.leaves import fern, pine_twig, seed_head
from pipeline.illustrator.flora.pen import Hues, Pen
from pipeline.illustrator.flora.seasons import (
    SEASONS,
    Bloom,
    Grower,
    Season,
    bamboo_spray,
    berried,
    cherry,
    fungus,
    lavender,
    plum,
    round_sprig,
    sheaf,
    stalked,
    tuft,
    willow,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One plant: its flower, its leaves, what stands in a meadow, its bough; absent is as usual.

    `colour` is the flower's own where only one would be believed.
    """

    bloom: Bloom | None = None
    foliage: tuple[Grower, ...] = ()
    meadow: tuple[Grower, ...] = ()
    branch: str | None = None
    upright: str | None = None
    colour: str | None = None


def upright_lotus(pen: Pen, centre: Point, size: float, _heading: float, colour: str) -> None:
    """A lotus that floats: it never leans."""
    lotus(pen, centre, size, 0.0, colour)


ROSE = Subject(bloom=rose, meadow=(stalked(rose, 62),))
WILD = Subject(bloom=daisy, meadow=(stalked(daisy, 58), stalked(anemone, 54)))
WHEAT = Subject(foliage=(sheaf,), meadow=(sheaf, sheaf, stalked(cup, 54)))
GRAPES = Subject(foliage=(vine,), meadow=(vine,))
LOTUS = Subject(bloom=upright_lotus, meadow=(stalked(lotus, 82), tuft))
POPPY = Subject(bloom=anemone, meadow=(stalked(cup, 66), stalked(anemone, 58)), colour="#d3412e")
PLUM = Subject(bloom=plum, branch="plum")
BAMBOO = Subject(foliage=(bamboo_spray,), meadow=(bamboo_spray, tuft), upright="bamboo")

SUBJECTS: Mapping[str, Subject] = {
    "rose": ROSE, "love": ROSE, "wedding": ROSE, "heartbreak": ROSE,
    "sunflower": Subject(bloom=sunflower, meadow=(stalked(sunflower, 92),), colour="#eba922"),
    "lotus": LOTUS, "buddhist-temple": LOTUS, "meditation": LOTUS,
    "poppy": POPPY, "war": POPPY,
    "wildflower": WILD, "garden": Subject(bloom=peony, meadow=(stalked(rose, 56), stalked(daisy, 54))),
    "bee": Subject(bloom=daisy, foliage=(lavender,), meadow=(lavender, stalked(daisy, 54))),
    "dandelion": Subject(bloom=clock, meadow=(stalked(clock, 76), stalked(clock, 62), tuft)),
    "cherry-blossom": Subject(bloom=cherry, branch="cherry"),
    "plum-blossom": PLUM, "hanok": PLUM, "palace": PLUM, "hanbok": PLUM,
    "bamboo": BAMBOO, "taoism": BAMBOO,
    "pine": Subject(foliage=(pine_twig,), meadow=(pine_twig,), branch="pine"),
    "wheat": WHEAT, "farm": WHEAT, "bakery": WHEAT,
    "vineyard": GRAPES, "wine": GRAPES,
    "apple": Subject(foliage=(apples,), meadow=(apples,), branch="apple"),
    "tangerine": Subject(foliage=(tangerines,), meadow=(tangerines,), branch="tangerine"),
    "persimmon": Subject(foliage=(persimmons,), meadow=(persimmons,), branch="persimmon"),
    "mushroom": Subject(foliage=(fern,), meadow=(fungus, fern, fern, tuft)),
    "forest": Subject(foliage=(fern,), meadow=(fern, fungus, berried, tuft)),
    "ginkgo": Subject(foliage=(ginkgo,), meadow=(ginkgo,)),
    "willow": Subject(foliage=(willow,), meadow=(willow, tuft)),
    "snow": Subject(foliage=(pine_twig, round_sprig, berried), meadow=(pine_twig, berried),
                    branch="pine"),
    "autumn": Subject(foliage=(berried, ginkgo), meadow=(seed_head, berried, fern)),
}  # fmt: skip
"""By the names of concepts; moods and places have the plant that stands for them."""

SEASON_OF: Mapping[str, str] = {
    "snow": "winter", "polar": "winter", "autumn": "autumn", "ginkgo": "autumn",
    "pumpkin": "autumn", "persimmon": "autumn", "squirrel": "autumn",
}  # fmt: skip
"""Leads that belong to one season, whatever the palette's."""

PLANTS = frozenset(
    """apple bamboo cherry-blossom dandelion forest garden ginkgo lotus mushroom persimmon pine plum-blossom poppy
    rose sunflower tangerine vineyard wheat wildflower willow""".split()  # noqa: SIM905 (a word list)
)
"""The concepts that are plants themselves; the others only suggest some."""


def subject_of(concepts: Sequence[Concept]) -> Subject | None:
    """The plant of the best concept that has one."""
    return next((SUBJECTS[one.name] for one in concepts if one.name in SUBJECTS), None)


def planted(season: str, concepts: Sequence[Concept]) -> Season:
    """The season's plants, led by what the book is about."""
    lead = concepts[0].name if concepts else ""
    grown = SEASONS[SEASON_OF.get(lead, season)]
    subject = subject_of(concepts)
    if subject is None:
        return grown
    flowers = (subject.bloom, subject.bloom) if subject.bloom else ()
    return replace(
        grown,
        blooms=(*flowers, *grown.blooms[: 1 if flowers else None]),
        foliage=(*subject.foliage * 2, *grown.foliage),
        lead=subject.foliage[0] if subject.foliage else None,
        meadow=(*subject.meadow * 3, *grown.meadow[:2]) if subject.meadow else grown.meadow,
        branch=subject.branch or grown.branch,
        upright=subject.upright or grown.upright,
    )


def coloured(hues: Hues, concepts: Sequence[Concept]) -> Hues:
    """The hues, with the plant's own colour first where it has one."""
    subject = subject_of(concepts)
    if subject is None or subject.colour is None:
        return hues
    own = subject.colour
    return replace(hues, blooms=(own, lighter(own, 0.04), lighter(own, -0.05)))
