"""The registry of drawn props: the names that `Concept.scene` holds."""

import functools
from collections.abc import Callable
from dataclasses import replace

import numpy as np

from pipeline.illustrator.scenery import (
    ancient,
    animals,
    castles,
    city,
    eastern,
    houses,
    people,
    still_life,
    trees,
    vessels,
)
from pipeline.illustrator.scenery.prop import Prop

PROPS: dict[str, Callable[[np.random.Generator], Prop]] = {
    "castle": castles.castle,
    "tower": castles.keep,
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
    "whale": animals.whale,
    "fish": still_life.fish,
    "vase": still_life.vase,
    "ship": vessels.ship,
    "boat": vessels.boat,
    "train": vessels.train,
    "balloon": vessels.balloon,
    "rocket": vessels.rocket,
    "bicycle": vessels.bicycle,
}
"""Each takes a random stream (which varies trees and towers) and returns its drawing."""

VARIANTS = 8
"""How many different drawings of one prop there are; each is made once and kept."""


def drawn(name: str, rng: np.random.Generator) -> Prop:
    """One of the drawings of the prop `name`, chosen by `rng`.

    Raises:
        KeyError: when no prop has that name.
    """
    return specimen(name, int(rng.integers(VARIANTS)))


@functools.lru_cache(maxsize=128)
def specimen(name: str, variant: int) -> Prop:
    """Drawing number `variant` (0 to VARIANTS - 1) of a prop: growing a tree takes longer than painting it."""
    return replace(PROPS[name](np.random.default_rng((variant, 11))), name=name)
