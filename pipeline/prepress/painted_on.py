"""What a model painted left of a picture, joined to it without a step.

A model sees the picture beside what it paints, and still misses its tones by a little, and its lines by
some pixels. So its tones are moved by what they miss, row by row, less and less with the distance, as
gradient-domain stitching does (Levin et al., 2004); of the lines only the last millimetres are given up.
"""

import numpy as np
from numpy.typing import NDArray

from pipeline.domain.geometry import Box
from pipeline.prepress.composed import Pixels
from pipeline.prepress.sheet_plan import SheetPlan
from pipeline.prepress.tones import eased
from pipeline.stages.crop import cut
from pipeline.stages.widening import edge_tones

Floats = NDArray[np.float32]
TONES_MM, LINES_MM = 25.0, 2.5
"""Over so much tones are moved, and the mirrored edge of the picture gives way."""


def on_from(near: Pixels, aside: Pixels, wide: int, plan: SheetPlan) -> Pixels:
    """`wide` pixels left of `near`, (height, width, 3): `aside`, as high, and its mirror beyond that."""
    if wide <= 0:
        return near[:, :0]
    height = near.shape[0]
    there = max(1, min(wide, int(aside.shape[1] / aside.shape[0] * height)))
    share = min(1.0, there / height * aside.shape[0] / aside.shape[1])
    piece = cut(aside, Box(x=1 - share, y=0.0, w=share, h=1.0), (there, height))
    met = _met(piece, near, plan)
    return np.pad(met, ((0, 0), (wide - there, 0), (0, 0)), "symmetric")


def _met(piece: Pixels, near: Pixels, plan: SheetPlan) -> Pixels:
    """`piece` with the tones of `near` at its right edge, and going over into it."""
    made = piece.astype(np.float32)
    lines = min(piece.shape[1], near.shape[1], max(1, plan.px(LINES_MM)))
    missed = edge_tones(near[:, :lines]) - edge_tones(piece[:, -lines:])
    reach = min(piece.shape[1], max(1, plan.px(TONES_MM)))
    made[:, -reach:] += missed[:, None] * _nearness(reach)[None, :, None]
    mirrored = near[:, :lines][:, ::-1].astype(np.float32)
    made[:, -lines:] += (mirrored - made[:, -lines:]) * _nearness(lines)[None, :, None]
    return np.clip(np.round(made), 0, 255).astype(np.uint8)


def _nearness(reach: int) -> Floats:
    """From 0 to 1 over so many pixels."""
    away = np.arange(reach, dtype=np.float32) + 0.5
    return eased((away / reach).astype(np.float32))
