"""The shade of a spine: every height only as much lighter or darker as its words need.

A veil that is as strong from head to foot is seen as a band wherever the picture beside it changes its
tone. So a lightness is asked for that no height may fall below, or exceed, and what has it is left.
"""

import numpy as np
from numpy.typing import NDArray

from pipeline.drawing.colour import to_oklab
from pipeline.drawing.light import luminances
from pipeline.prepress.calming import OTHERWISE, Group, Way, ground_of
from pipeline.prepress.composed import Pixels
from pipeline.prepress.sheet_plan import SheetPlan
from pipeline.prepress.tones import Veil

Floats = NDArray[np.float32]
AT_LEAST = (0.0, 0.5, 0.54, 0.58, 0.62, 0.66, 0.7, 0.74, 0.78, 0.82, 0.86, 0.9)
"""The lightness (OKLab) that each height is to have under dark words, in turn."""
AT_MOST = (1.0, 0.7, 0.66, 0.62, 0.58, 0.54, 0.5, 0.46, 0.42, 0.38, 0.34, 0.3)
"""The most that it is to have under light ones."""
STRONGEST = 0.95
PALE = 1.5
"""So much more a light shade in dark land is seen than a dark one in the sky."""
SOFT_MM = 7.0
"""Over so much a shade begins and ends down the spine."""
WORST = 12
"""What is lighter or darker than all but so many per cent of a height counts."""


def shades(
    small: Pixels, group: Group, seen: SheetPlan, dark_before: bool | None = None
) -> list[Way]:  # fmt: skip
    """What to try for words of a spine, first what is seen least on `small`, a picture of the sheet."""
    ground = ground_of(small, group, seen)
    behind, reached = _lightness(small, group, seen), _reach(group, seen)
    usual = behind.mean(axis=1)
    ways: list[Way] = []
    for dark, limits in ((True, AT_LEAST), (False, AT_MOST)):
        colour = ground.tint if dark else ground.shade
        goal = to_oklab(colour)[0]
        light = np.percentile(behind, WORST if dark else 100 - WORST, axis=1).astype(np.float32)
        apart = np.maximum(np.abs(goal - light), 0.02)
        dislike = OTHERWISE if dark_before is not None and dark is not dark_before else 0.0
        for limit in limits:
            lacking = (limit - light) if dark else (light - limit)
            rows = _softened(np.asarray(np.clip(lacking / apart, 0, STRONGEST), np.float32), seen)
            if limit not in (0, 1) and not rows[reached].any():
                continue
            veil = Veil(colour=colour, strength=float(rows.any()), rows=rows)
            moved = (rows * np.abs(goal - usual))[reached]
            visible = (PALE if dark else 1.0) * float(moved.max() + moved.sum() / len(rows)) / 2
            ways.append(Way(dark=dark, veil=veil, seen=visible + dislike))
    return sorted(ways, key=lambda way: way.seen)


def _lightness(small: Pixels, group: Group, seen: SheetPlan) -> Floats:
    """How light `small` is behind a spine's words, (rows, columns) from 0 to 1."""
    left, right = seen.px(group.patch.left or 0.0), seen.px(group.patch.right or 0.0)
    behind = small[:, left : max(left + 1, right)]
    # the cube root of luminance is OKLab's L of a grey
    light = np.cbrt(luminances(behind.reshape(-1, 3))).reshape(behind.shape[:2])
    return np.asarray(light, np.float32)


def _reach(group: Group, seen: SheetPlan) -> slice:
    """The rows that a group's shade reaches."""
    top, bottom = group.patch.top, group.patch.bottom
    return slice(0 if top is None else seen.px(top), None if bottom is None else seen.px(bottom))


def _softened(rows: Floats, seen: SheetPlan) -> Floats:
    """As strong as `rows` everywhere and a little stronger beside them, without an edge."""
    reach = max(1, seen.px(SOFT_MM))
    around = np.lib.stride_tricks.sliding_window_view(np.pad(rows, reach, "edge"), 2 * reach + 1)
    bell = np.hanning(2 * reach + 3)[1:-1]
    soft = np.convolve(np.pad(around.max(axis=1), reach, "edge"), bell / bell.sum(), "valid")
    return np.asarray(soft, np.float32)
