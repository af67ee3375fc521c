"""How much ink a gradient lays down where it lays most (ISO 32000-1, 7.10 and 8.7.4.5)."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pikepdf
from numpy.typing import NDArray

from pipeline.prepress.preflight.calculator import FAULTS, parsed, results
from pipeline.prepress.preflight.spaces import Space

Floats = NDArray[np.float32]
BLENDED = {2, 3}
"""Axial and radial: what lies between two colours of theirs has no more ink than both."""
DEEPEST = 4
MOST_PARTS = 100
"""Functions that a gradient is made of; real ones have some ten."""
MOST_GRADIENTS = 5_000
"""So many of a page are looked into; of those beyond it nothing is told."""
MOST_SAMPLES = 1_000_000
STEPS = 257
"""So many colours of a calculated gradient are looked at."""


def most_ink(shading: Any, space: Space) -> float | None:
    """The most ink, 0 to 4, of a gradient given in inks; None where that cannot be told."""
    if int(shading.get("/ShadingType", 0)) not in BLENDED:
        return None
    given = shading.get("/Function")
    if isinstance(given, pikepdf.Array):
        parts = [_colours(one, 1, 0, iter(range(MOST_PARTS))) for one in given]
        if any(part is None for part in parts):
            return None
        colours = np.asarray([[part.max() for part in parts if part is not None]], np.float32)
    else:
        found = _colours(given, space.components, 0, iter(range(MOST_PARTS)))
        if found is None:
            return None
        colours = found
    if colours.shape[1] != space.components:
        return None
    totals = space.inks(np.clip(colours, 0, 1))
    return None if totals is None else float(totals.max())


def _colours(function: Any, count: int, depth: int, left: Iterator[int]) -> Floats | None:
    """Colours of a function, (any, count), between which all others lie, as long as some are `left`."""
    if depth > DEEPEST or function is None or next(left, None) is None:
        return None
    match int(function.get("/FunctionType", -1)):
        case 0:
            return _sampled(function, count)
        case 2:
            ends = (function.get("/C0", [0.0]), function.get("/C1", [1.0]))
            return np.asarray([[float(value) for value in end] for end in ends], np.float32)
        case 3:
            parts = [_colours(one, count, depth + 1, left) for one in function["/Functions"]]
            known = [part for part in parts if part is not None]
            return np.concatenate(known) if known and len(known) == len(parts) else None
        case 4:
            return _calculated(function, count)
        case _:
            return None


def _calculated(function: Any, count: int) -> Floats | None:
    """What a program says at even steps of its domain; None where it is faulty or asks for more."""
    domain, ranges = ([float(value) for value in function[key]] for key in ("/Domain", "/Range"))
    if len(domain) != 2 or len(ranges) != 2 * count:
        return None
    try:
        program = parsed(function.read_bytes())
        rows = [
            results(program, float(value)) for value in np.linspace(domain[0], domain[1], STEPS)
        ]
    except (*FAULTS, pikepdf.PikepdfError):
        return None
    if any(len(row) != count or not np.isfinite(row).all() for row in rows):
        return None
    return np.clip(np.asarray(rows, np.float32), ranges[::2], ranges[1::2])


def _sampled(function: Any, count: int) -> Floats | None:
    """The samples of a table of bytes; of finer ones nothing is told."""
    if int(function.get("/BitsPerSample", 8)) != 8 or "/Decode" in function:
        return None
    content = function.read_bytes()[:MOST_SAMPLES]
    whole = len(content) // count * count
    if not whole:
        return None
    samples = np.frombuffer(content[:whole], np.uint8).reshape(-1, count)
    return (samples / np.float32(255)).astype(np.float32)
