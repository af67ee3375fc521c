"""Finds an EAN-13 in a picture, as a scanner does: along lines, by the widths of bars and spaces.

GS1 General Specifications, 5.2: 59 bars and spaces of 1 to 4 modules each, 95 in all, between quiet
zones of 11 modules at the left and 7 at the right. Contrast as ISO/IEC 15416 has it: the difference
of the reflectances of spaces and bars.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Grey = NDArray[np.uint8]
Edges = tuple[float, float, float, float]
RUNS, MODULES = 59, 95
LEAST_MODULE_PX, MOST_MODULE_PX = 1.4, 40.0
EVERY = 6
"""Lines are read so many pixels apart; bars are two hundred high."""
AGREE = 3
"""So many lines have to say the same."""
CONTRAST_LEAST = 24.0
"""Grey levels that bars have to be darker than spaces, to be looked at."""
QUIET_MOST = 20.0
_LEFT = ("3211", "2221", "2122", "1411", "1132", "1231", "1114", "1312", "1213", "3112")
_PARITY = ("LLLLLL", "LLGLGG", "LLGGLG", "LLGGGL", "LGLLGG", "LGGLLG", "LGGGLL", "LGLGLG",
           "LGLGGL", "LGGLGL")  # fmt: skip
_WIDTHS = np.asarray([[int(width) for width in digit] for digit in _LEFT], np.float32)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """What the lines over a barcode say; its `box` is (left, top, right, bottom) in pixels."""

    digits: str
    box: Edges
    module_px: float
    quiet: tuple[float, float]
    contrast: float


def find_ean(grey: Grey) -> Scan | None:
    """The EAN-13 of a picture, (height, width), any way up; None without one."""
    for turns in (0, 1):
        picture = np.ascontiguousarray(np.rot90(grey, turns))
        busy = _busy(picture)
        for flips, lines in ((0, busy), (2, [len(picture) - 1 - y for y in busy])):
            seen = _agreed(np.rot90(picture, flips), lines, turns + flips)
            if seen is not None:
                return seen
    return None


def _agreed(picture: Grey, lines: Sequence[int], turns: int) -> Scan | None:
    """What enough of the lines say alike."""
    readings = [reading for y in lines for reading in _line(picture[y], y)]
    if not readings:
        return None
    digits, count = Counter(reading.digits for reading in readings).most_common(1)[0]
    same = [reading for reading in readings if reading.digits == digits]
    return _together(picture, same, turns) if count >= AGREE else None


def _busy(picture: Grey) -> list[int]:
    """The lines that cross from light to dark often enough to have a barcode on them."""
    lines = picture[::EVERY]
    low, high = lines.min(axis=1), lines.max(axis=1)
    middle = (low.astype(np.uint16) + high) // 2
    dark = lines < middle[:, None].astype(np.uint8)
    crossings = np.count_nonzero(dark[:, 1:] != dark[:, :-1], axis=1)
    found = (crossings > RUNS) & (high - low >= CONTRAST_LEAST)
    return [int(place) * EVERY for place in np.flatnonzero(found)]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """One line's digits: the columns where bars begin and end, and the free space beside them."""

    digits: str
    y: int
    left: float
    right: float
    quiet: tuple[float, float]


def _line(row: Grey, y: int) -> Iterator[_Reading]:
    """What can be read along one line."""
    low, high = float(row.min()), float(row.max())
    if high - low < CONTRAST_LEAST:
        return
    for threshold in {(low + high) / 2, float(np.mean([row.mean(), (low + high) / 2]))}:
        edges = np.flatnonzero(np.diff((row < threshold).astype(np.int8))) + 1
        if len(edges) < RUNS + 1:
            continue
        found = list(_readings(row, edges, threshold, y))
        yield from found
        if found:
            return


def _readings(
    row: Grey, edges: NDArray[np.int64], threshold: float, y: int
) -> Iterator[_Reading]:  # fmt: skip
    places = _between(row, edges, threshold)
    starts = np.arange(len(edges) - RUNS)
    dark = row[edges[starts]] < threshold
    spans = places[starts + RUNS] - places[starts]
    module = spans / MODULES
    runs = np.diff(places)
    sized = (module >= LEAST_MODULE_PX) & (module <= MOST_MODULE_PX)
    guards = np.ones(len(starts), bool)
    for offset in (0, 1, 2, 27, 28, 29, 30, 31, 56, 57, 58):
        guards &= np.abs(runs[starts + offset] / np.maximum(module, 1e-6) - 1) < 0.6
    for start in starts[dark & sized & guards]:
        digits = _digits(runs[start : start + RUNS] / module[start])
        if digits:
            before = runs[start - 1] if start else places[start]
            after = (
                runs[start + RUNS] if start + RUNS < len(runs) else len(row) - places[start + RUNS]
            )
            size = float(module[start])
            quiet = (_quiet(float(before), size), _quiet(float(after), size))
            yield _Reading(digits=digits, y=y, left=float(places[start]),
                           right=float(places[start + RUNS]), quiet=quiet)  # fmt: skip


def _between(row: Grey, edges: NDArray[np.int64], threshold: float) -> NDArray[np.float64]:
    """Where the line really crosses the threshold, in fractions of a pixel."""
    before, after = row[edges - 1].astype(np.float64), row[edges].astype(np.float64)
    return edges - 1 + 0.5 + (threshold - before) / (after - before)


def _quiet(run: float, module: float) -> float:
    return min(QUIET_MOST, run / module)


def _digits(widths: NDArray[np.float64]) -> str:
    """The thirteen digits of 59 widths in modules; empty when they are none, or do not add up."""
    left = [_digit(widths[3 + 4 * i : 7 + 4 * i]) for i in range(6)]
    right = [_digit(widths[32 + 4 * i : 36 + 4 * i]) for i in range(6)]
    if None in left or None in right or any(parity == "G" for _, parity in filter(None, right)):
        return ""
    signs = "".join(parity for _, parity in filter(None, left))
    if signs not in _PARITY:
        return ""
    digits = [_PARITY.index(signs), *(d for d, _ in filter(None, (*left, *right)))]
    weighted = sum(digit * (3 if i % 2 else 1) for i, digit in enumerate(digits))
    return "".join(map(str, digits)) if weighted % 10 == 0 else ""


def _digit(widths: NDArray[np.float64]) -> tuple[int, str] | None:
    """A digit and its set of bars (L, or G, which is the other way round); None when it is neither."""
    measured = widths * (7 / widths.sum())
    plain = np.abs(_WIDTHS - measured).max(axis=1)
    mirrored = np.abs(_WIDTHS[:, ::-1] - measured).max(axis=1)
    best = (plain, "L") if plain.min() <= mirrored.min() else (mirrored, "G")
    return (int(best[0].argmin()), best[1]) if best[0].min() < 0.5 else None


def _together(picture: Grey, readings: Sequence[_Reading], turns: int) -> Scan:
    left = float(np.median([r.left for r in readings]))
    right = float(np.median([r.right for r in readings]))
    near = [r for r in readings if abs(r.left - left) < (right - left) / 10]
    top, bottom = min(r.y for r in near), max(r.y for r in near)
    bars = picture[top : bottom + 1, int(left) : int(right) + 1]
    dark, light = np.percentile(bars, 5), np.percentile(bars, 95)
    quiet = tuple(float(np.median([r.quiet[side] for r in near])) for side in (0, 1))
    box = _turned_back((left, float(top), right, float(bottom + 1)), picture.shape, turns)
    return Scan(
        digits=near[0].digits, box=box, module_px=(right - left) / MODULES,
        quiet=(quiet[0], quiet[1]), contrast=_reflectance(light) - _reflectance(dark),
    )  # fmt: skip


def _turned_back(box: Edges, shape: tuple[int, ...], turns: int) -> Edges:
    """A box of a picture that was turned counter-clockwise so often, in the picture as it was."""
    left, top, right, bottom = box
    height, width = shape[:2]
    for _ in range(turns):
        left, top, right, bottom = height - bottom, left, height - top, right
        height, width = width, height
    return left, top, right, bottom


def _reflectance(level: float) -> float:
    """The share of light that a grey of sRGB sends back (IEC 61966-2-1)."""
    value = float(level) / 255
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
