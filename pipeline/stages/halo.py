"""What hangs on letters beside their ink: soft edges, outlines, shadows, glows."""

import numpy as np

from pipeline.ports.lettering import Mask
from pipeline.stages.clusters import Colours
from pipeline.stages.morphology import blurred, dilated
from pipeline.stages.strokes import Place, stroke_width_px

REACH = 0.30
"""Glows and shadows are followed so far from the ink, in heights of a line."""
SIGMAS, LEAST = 2.5, 3.0
"""Not the ground: farther off than so many of its spreads, and than this in Lab."""
FULL = 0.15
"""A ring round the ink is still a glow when more than this share of it is not the ground."""


def with_halo(place: Place, ink: Mask) -> Mask:
    """The ink, grown by what its strokes ask for, and with all that hangs on it."""
    edge = max(2.0, min(0.5 * stroke_width_px(ink), 0.12 * place.height))
    mask = dilated(ink, edge)
    away = _away(place, dilated(ink, edge + 0.1 * place.height))
    reach = dilated(mask, max(2.0, REACH * place.height))
    ground = ~reach & (place.area | place.band | place.ring)
    spread = 1.48 * float(np.median(away[ground])) if ground.sum() > 50 else float(away.max())
    odd = (away > max(LEAST, SIGMAS * spread)) & reach
    return dilated(_hanging_on(mask, odd, max(2, int(REACH * place.height))), 1)


def _hanging_on(mask: Mask, odd: Mask, most_px: int) -> Mask:
    """The mask grown pixel by pixel through what is odd, while the front of it is wide enough."""
    for _ in range(most_px):
        shell = dilated(mask, 1) & ~mask
        front = shell & odd
        if front.sum() <= FULL * shell.sum():
            break
        mask = mask | front
    return mask


def _away(place: Place, covered: Mask) -> Colours:
    """How far each pixel is from the ground as it goes on under what is covered, in Lab."""
    known = (~covered).astype(np.float32)[..., None]
    radius = place.height * 0.5
    weight = blurred(known, radius)
    ground = blurred(place.colours * known, radius) / np.maximum(weight, 1e-3)
    return np.sqrt(((place.colours - ground) ** 2).sum(axis=-1))
