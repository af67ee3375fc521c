"""Lines of lettering in colours, made black print on white paper, as readers were trained on.

No one way suits all: each here fails on some grounds, and they fail on different ones.
"""

from collections.abc import Callable, Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.ports.lettering import Pixels

Print = NDArray[np.uint8]
"""(height, width), black letters on white."""

HEIGHT_PX = 64
MARGIN = 0.25
"""White all round, in heights of the line."""
SEED = 1
MORE_OFTEN = 1.6
"""Colours so much more frequent within a line than along its edge are ink."""
STROKE = 0.3
"""Strokes are thinner than this, in heights of the line."""
FAINTEST = 8
"""Of 255: what differs less from its surroundings is noise."""


def by_colours(rgb: Pixels) -> Print:
    """Three colours; those that the edge of the line lacks are ink."""
    labels, centres = _clusters(rgb := _sized(rgb), 3)
    edge = np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]])
    along = np.bincount(edge, minlength=len(centres)) / edge.size
    within = np.bincount(labels.ravel(), minlength=len(centres)) / labels.size
    return _framed(np.where((within > MORE_OFTEN * along)[labels], 0, 255).astype(np.uint8))


def by_two_colours(rgb: Pixels) -> Print:
    """From the colour of the edge to the other one, with the steps between them."""
    labels, centres = _clusters(rgb := _sized(rgb), 2)
    edge = np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]])
    paper, ink = (centres[::-1] if edge.mean() > 0.5 else centres).astype(np.float32)
    way = paper - ink
    share = (_lab(rgb) - ink) @ way / max(1e-3, float(way @ way))
    return _framed((np.clip(share, 0, 1) * 255).astype(np.uint8))


def dark_strokes(rgb: Pixels) -> Print:
    """What is darker than its surroundings and as thin as strokes."""
    return _strokes(rgb, cv2.MORPH_BLACKHAT)


def light_strokes(rgb: Pixels) -> Print:
    """What is lighter than its surroundings and as thin as strokes."""
    return _strokes(rgb, cv2.MORPH_TOPHAT)


WAYS: Sequence[Callable[[Pixels], Print]] = (
    by_colours,
    by_two_colours,
    dark_strokes,
    light_strokes,
)
"""The best one first."""


def _strokes(rgb: Pixels, kind: int) -> Print:
    margin = int(HEIGHT_PX * MARGIN)
    light = np.pad(_lab(_sized(rgb))[..., 0].astype(np.uint8), margin, mode="edge")
    side = int(HEIGHT_PX * STROKE) | 1
    hat = cv2.morphologyEx(light, kind, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side)))
    most = max(FAINTEST, float(np.percentile(hat, 98)))
    return (255 - np.clip(hat / most, 0, 1) * 255).astype(np.uint8)


def _sized(rgb: Pixels) -> Pixels:
    height, width = rgb.shape[:2]
    wide = max(1, round(width * HEIGHT_PX / height))
    way = cv2.INTER_CUBIC if height < HEIGHT_PX else cv2.INTER_AREA
    return np.asarray(cv2.resize(rgb, (wide, HEIGHT_PX), interpolation=way), np.uint8)


def _lab(rgb: Pixels) -> NDArray[np.float32]:
    return np.asarray(cv2.cvtColor(rgb, cv2.COLOR_RGB2LAB), np.float32)


def _clusters(rgb: Pixels, count: int) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
    """(height, width) numbers of colours, and (count, 3) those colours in Lab; the same each time."""
    cv2.setRNGSeed(SEED)
    lab = _lab(rgb)
    _, labels, centres = cv2.kmeans(
        lab.reshape(-1, 3), count, np.empty(0, np.int32),
        (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 20, 1.0), 2, cv2.KMEANS_PP_CENTERS,
    )  # fmt: skip
    return labels.reshape(lab.shape[:2]).astype(np.int32), np.asarray(centres, np.float32)


def _framed(drawn: Print) -> Print:
    return np.pad(drawn, int(HEIGHT_PX * MARGIN), constant_values=255)
