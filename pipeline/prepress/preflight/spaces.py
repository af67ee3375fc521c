"""Colour spaces of a PDF (ISO 32000-1, 8.6): which family, and how much ink a colour in it is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import numpy as np
import pikepdf
from numpy.typing import NDArray

from pipeline.prepress.preflight.names import plain_name

Floats = NDArray[np.float32]
DEEPEST = 6
"""Spaces that stand on spaces: more than this many, and the file is out to trick somebody."""
LIGHT = 2
"""Full plates that may lie on one another everywhere."""
ALL_INKS = 4.0
"""What the colorant `All`, of crop marks, is on a press with four inks."""


class Family(StrEnum):
    """What a colour is given in."""

    GRAY = "gray"
    RGB = "rgb"
    CMYK = "cmyk"
    LAB = "lab"
    SPOT = "spot"
    PATTERN = "pattern"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Space:
    """A colour space with so many `components`; `managed` when a profile says what it means.

    `spots` are its colorants. An indexed space has a `table`, (entries, components) from 0 to 1 in
    the family's components. `ranges` are (lowest, highest) where they are not 0 and 1.
    """

    family: Family
    components: int
    managed: bool = False
    spots: tuple[str, ...] = ()
    table: Floats | None = field(default=None, repr=False)

    @property
    def indexed(self) -> bool:
        """Whether a sample is a place in the table."""
        return self.table is not None

    @property
    def is_separated(self) -> bool:
        """Whether it is given in inks, rather than left to the printer."""
        return self.family in {Family.GRAY, Family.CMYK, Family.SPOT}

    @property
    def is_light(self) -> bool:
        """Whether nothing in it has more ink than any press lays down."""
        totals = None if self.table is None else self.inks(self.table)
        return (
            not self.is_separated
            or (totals is not None and float(totals.max()) <= LIGHT)
            or (
                self.family is not Family.CMYK
                and self.components <= LIGHT
                and "All" not in self.spots
            )
        )

    def inks(self, colours: Floats) -> Floats | None:
        """Total ink, 0 to 4, of `colours`, (..., components) from 0 to 1; None where the printer separates."""
        match self.family:
            case Family.GRAY:
                return 1.0 - colours[..., 0]
            case Family.CMYK:
                return colours.sum(axis=-1)
            case Family.SPOT:
                weights = [_weight(name) for name in self.spots]
                return colours @ np.asarray(weights, np.float32)
            case Family.RGB | Family.LAB | Family.PATTERN:
                return None


GRAY = Space(family=Family.GRAY, components=1)
RGB = Space(family=Family.RGB, components=3)
CMYK = Space(family=Family.CMYK, components=4)
PATTERN = Space(family=Family.PATTERN, components=0)
_DEVICE = {
    "/DeviceGray": GRAY, "/G": GRAY, "/DeviceRGB": RGB, "/RGB": RGB, "/DeviceCMYK": CMYK,
    "/CMYK": CMYK, "/Pattern": PATTERN,
}  # fmt: skip
_BY_COUNT = {1: Family.GRAY, 3: Family.RGB, 4: Family.CMYK}
_PROCESS = {"Cyan", "Magenta", "Yellow", "Black"}


def _weight(name: str) -> float:
    return {"None": 0.0, "All": ALL_INKS}.get(name, 1.0)


def true_spots(space: Space) -> tuple[str, ...]:
    """Colorants that need a plate of their own."""
    return tuple(name for name in space.spots if name not in _PROCESS | {"None", "All"})


def space_of(thing: Any, named: Callable[[str], Any | None], depth: int = 0) -> Space:
    """The space that a name or an array tells; `named` looks a name up in the resources.

    What is no colour space counts as DeviceGray, as readers have it.
    """
    if depth > DEEPEST or thing is None:
        return GRAY
    if isinstance(thing, pikepdf.Name):
        name = str(thing)
        if name in _DEVICE:
            return _DEVICE[name]
        found = named(name)
        return GRAY if found is None else space_of(found, lambda _name: None, depth + 1)
    if not isinstance(thing, pikepdf.Array) or not len(thing):
        return GRAY
    return _of_array(thing, depth)


def _of_array(parts: pikepdf.Array, depth: int) -> Space:
    made = _MADE.get(str(parts[0]))
    return _DEVICE.get(str(parts[0]), GRAY) if made is None else made(parts, depth)


def _profiled(parts: pikepdf.Array, _depth: int) -> Space:
    count = int(parts[1].get("/N", 3))
    return Space(family=_BY_COUNT.get(count, Family.RGB), components=count, managed=True)


def _separation(parts: pikepdf.Array, _depth: int) -> Space:
    """One colorant, or as many as DeviceN names."""
    names = parts[1] if isinstance(parts[1], pikepdf.Array) else [parts[1]]
    spots = tuple(plain_name(name) for name in names)
    return Space(family=Family.SPOT, components=len(spots), spots=spots)


def _indexed(parts: pikepdf.Array, depth: int) -> Space:
    ground = space_of(parts[1], lambda _name: None, depth + 1)
    lookup = parts[3]
    content = lookup.read_bytes() if isinstance(lookup, pikepdf.Stream) else bytes(lookup)
    count = max(1, ground.components)
    whole = len(content) // count * count
    values = np.frombuffer(content[:whole], np.uint8).reshape(-1, count)
    if not len(values):
        values = np.zeros((1, count), np.uint8)
    return Space(family=ground.family, components=count, managed=ground.managed, spots=ground.spots,
                 table=(values / np.float32(255)).astype(np.float32))  # fmt: skip


_Make = Callable[[pikepdf.Array, int], Space]
_MADE: Mapping[str, _Make] = {
    "/ICCBased": _profiled,
    "/CalGray": lambda _parts, _depth: Space(family=Family.GRAY, components=1, managed=True),
    "/CalRGB": lambda _parts, _depth: Space(family=Family.RGB, components=3, managed=True),
    "/Lab": lambda _parts, _depth: Space(family=Family.LAB, components=3, managed=True),
    "/Separation": _separation,
    "/DeviceN": _separation,
    "/Indexed": _indexed,
    "/I": _indexed,
}
