"""The registry of drawn props: the names that `Concept.scene` holds."""

import functools
from collections.abc import Callable
from dataclasses import replace

import numpy as np

from pipeline.illustrator.scenery import (
    ancient,
    animals,
    blocks,
    books,
    castles,
    city,
    eastern,
    houses,
    people,
    robots,
    still_life,
    storefronts,
    trees,
    vessels,
)
from pipeline.illustrator.scenery.prop import Place, Prop

PROPS: dict[str, Callable[[np.random.Generator], Prop]] = {
    "castle": castles.castle,
    "tower": castles.keep,
    "kasbah": castles.kasbah,
    "palace": eastern.palace,
    "pagoda": eastern.pagoda,
    "hanok": eastern.hanok,
    "temple": ancient.temple,
    "ruins": ancient.ruins,
    "pyramids": ancient.pyramids,
    "mosque": ancient.mosque,
    "caravan": ancient.caravan,
    "lighthouse": houses.lighthouse,
    "house": houses.house,
    "cottage": houses.cottage,
    "church": houses.church,
    "windmill": houses.windmill,
    "shop": houses.shop,
    "bridge": houses.bridge,
    "lamp": houses.lamp,
    "gravestones": houses.gravestones,
    "skyline": city.skyline,
    "fir": trees.fir,
    "tree": trees.broadleaf,
    "bare-tree": trees.bare,
    "blossom": trees.blossom,
    "pine": trees.pine,
    "palm": trees.palm,
    "figure": people.traveller,
    "man": people.man,
    "woman": people.woman,
    "child": people.child,
    "umbrella": people.sheltered,
    "hiker": people.hiker,
    "couple": people.couple,
    "reader": people.reader,
    "birds": animals.birds,
    "deer": animals.deer,
    "wolf": animals.wolf,
    "fox": animals.fox,
    "cat": animals.cat,
    "horse": animals.horse,
    "crane": animals.crane,
    "whale": animals.whale,
    "fish": still_life.fish,
    "vase": still_life.vase,
    "ship": vessels.ship,
    "boat": vessels.boat,
    "train": vessels.train,
    "balloon": vessels.balloon,
    "rocket": vessels.rocket,
    "bicycle": vessels.bicycle,
    "bookcase": books.bookcase,
    "bakery": storefronts.bakery,
    "cafe": storefronts.cafe,
    "convenience-store": storefronts.convenience_store,
    "market": storefronts.market,
    "apartments": blocks.apartments,
    "rooftop": blocks.rooftop,
    "school": blocks.school,
    "bus-stop": blocks.bus_stop,
    "persimmon": trees.persimmon,
    "robot": robots.robot,
    "automaton": robots.automaton,
}
"""Each takes a random stream (which varies trees and towers) and returns its drawing."""

_ELSEWHERE = {
    "whale": Place.WATER, "ship": Place.WATER, "boat": Place.WATER,
    "birds": Place.AIR, "fish": Place.AIR, "balloon": Place.AIR, "rocket": Place.AIR,
}  # fmt: skip
"""Those that stand on no land; fish float in the water of a paper sea as birds do in the air."""

VARIANTS = 8
"""How many different drawings of one prop there are; each is made once and kept."""


def prop_place(name: str) -> Place:
    """Where the prop `name` belongs, without drawing it."""
    return _ELSEWHERE.get(name, Place.LAND)


def drawn(name: str, rng: np.random.Generator) -> Prop:
    """One of the drawings of the prop `name`, chosen by `rng`.

    Raises:
        KeyError: when no prop has that name.
    """
    return specimen(name, int(rng.integers(VARIANTS)))


@functools.lru_cache(maxsize=128)
def specimen(name: str, variant: int) -> Prop:
    """Drawing number `variant` (0 to VARIANTS - 1) of a prop: growing a tree takes longer than painting it."""
    prop = PROPS[name](np.random.default_rng((variant, 11)))
    return replace(prop, name=name, place=prop_place(name))
