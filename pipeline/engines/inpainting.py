"""Filling holes in pictures on any processor: patches of the surroundings on texture, smooth on flat.

PatchMatch (Barnes et al., SIGGRAPH 2009) copies what is around a hole and keeps its texture;
Navier-Stokes inpainting (Bertalmio et al., CVPR 2001) carries colours on and leaves no seam, but
letter-shaped smears on texture. Which is right, or the one for colours and the other for grain, is
measured round each hole.
"""

import importlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.ports.lettering import Mask, Pixels

PATCH = 3
"""The radius of compared patches in pixels: 7 x 7. Radius 5 takes twice as long and looks no better."""
GRAIN_PATCH = 2
"""Enough for grain, which has no lines to follow."""
CLUSTER_PX = 12
"""Holes that are nearer to each other, or half as near over each other, are one region: the letters of
a line. Lines that are filled for themselves can be filled side by side."""
RING_PX = 12
FLAT, GRAINY = 1.5, 8.0
"""What a smooth surface leaves of the ring round a hole, in grey levels: less is a flat place, up to
the second a smooth one with grain, as paper and skies have it."""
GRAIN_SIGMA_PX = 8.0
NS_RADIUS_PX = 3
MARGIN_PX, MARGIN = 20, 0.3
"""How much of the surroundings patches come from: in pixels, and in heights of the region. From
farther off come patches that do not belong there, and more of them take longer."""
AT_ONCE = 2
"""So many regions are filled side by side: more want more memory than they save time."""


class PatchInpainter:
    """Serves `Inpainter`. Equal pictures, masks and seeds give equal pictures."""

    @cached_property
    def _patches(self) -> ModuleType | None:
        try:
            library = importlib.import_module("patchmatch")
        except (ImportError, OSError):
            return None
        return library if library.patchmatch_available else None

    @property
    def keeps_texture(self) -> bool:
        """Patches can be used; else everything is filled smoothly, which shows on texture."""
        return self._patches is not None

    def fill(self, rgb: Pixels, mask: Mask, *, seed: int) -> Pixels:
        """`rgb` (height, width, 3) with other pixels under the mask (height, width), and no others.

        A mask of everything leaves the picture as it is: there is nothing to go by.
        """
        out = np.array(rgb, np.uint8, order="C")
        if mask.all():
            return out
        # no region sees what another one was filled with: their order does not matter, and the
        # largest first end soonest
        regions = sorted(_regions(mask), key=lambda region: region.hole.sum(), reverse=True)
        with ThreadPoolExecutor(AT_ONCE) as pool:
            fills = pool.map(lambda region: self._region_filled(rgb, mask, region, seed), regions)
            for region, filled in zip(regions, fills, strict=True):
                out[region.rows, region.columns][region.hole] = filled[region.hole]
        return out

    def _region_filled(self, rgb: Pixels, mask: Mask, region: "_Region", seed: int) -> Pixels:
        window = np.ascontiguousarray(rgb[region.rows, region.columns])
        others = mask[region.rows, region.columns] & ~region.hole
        return self._filled(window, region.hole, others, seed)

    def _filled(self, window: Pixels, hole: Mask, others: Mask, seed: int) -> Pixels:
        rough = roughness(window, hole, others)
        smooth = _smooth(window, hole, others)
        if self._patches is None or rough < FLAT:
            return smooth
        if rough >= GRAINY:
            return self._patched(np.where(others[..., None], smooth, window), hole, others, seed)
        # a smooth place: colours go on without a seam, and patches bring its grain
        cv2 = _cv2()
        low = cv2.GaussianBlur(smooth.astype(np.float32), (0, 0), GRAIN_SIGMA_PX)
        fine = _levels(np.where(others[..., None], smooth, window) - low + 128)
        return _levels(self._patched(fine, hole, others, seed, GRAIN_PATCH) + low - 128)

    def _patched(
        self, window: Pixels, hole: Mask, others: Mask, seed: int, radius: int = PATCH
    ) -> Pixels:
        """From patches of the window; of `others` only what they were filled with is seen."""
        library: Any = self._patches
        library.set_random_seed(seed % 2**32)
        return library.inpaint(
            np.ascontiguousarray(window), hole.astype(np.uint8), patch_size=radius,
            global_mask=others.astype(np.uint8) if others.any() else None,
        )  # fmt: skip


def _levels(values: NDArray[np.float32]) -> Pixels:
    return np.clip(np.rint(values), 0, 255).astype(np.uint8)


@dataclass(frozen=True, slots=True, eq=False)
class _Region:
    """Holes that belong together, in a window of the picture."""

    rows: slice
    columns: slice
    hole: Mask


def _regions(mask: Mask) -> Iterator[_Region]:
    cv2 = _cv2()
    brush = cv2.getStructuringElement(cv2.MORPH_RECT, (CLUSTER_PX + 1, CLUSTER_PX // 2 + 1))
    joined = cv2.dilate(mask.astype(np.uint8), brush)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    height, width = mask.shape
    for index in range(1, count):
        x, y, wide, high, _ = (int(value) for value in stats[index])
        margin = round(MARGIN_PX + MARGIN * min(wide, high))
        rows = slice(max(0, y - margin), min(height, y + high + margin))
        columns = slice(max(0, x - margin), min(width, x + wide + margin))
        hole = mask[rows, columns] & (labels[rows, columns] == index)
        yield _Region(rows, columns, hole)


def roughness(window: Pixels, hole: Mask, others: Mask) -> float:
    """How far the ring round a hole is from a smooth surface, in grey levels (root mean square)."""
    cv2 = _cv2()
    brush = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * RING_PX + 1, 2 * RING_PX + 1))
    ring = (cv2.dilate(hole.astype(np.uint8), brush) > 0) & ~hole & ~others
    if ring.sum() < 50:
        return 0.0
    known = (~(hole | others)).astype(np.float32)
    sigma = RING_PX / 2
    weight = cv2.GaussianBlur(known, (0, 0), sigma)[..., None]
    blurred = cv2.GaussianBlur(window.astype(np.float32) * known[..., None], (0, 0), sigma)
    away: NDArray[np.float32] = window - blurred / np.maximum(weight, 1e-3)
    return float(np.sqrt((away[ring] ** 2).mean()))


def _smooth(window: Pixels, hole: Mask, others: Mask) -> Pixels:
    cv2 = _cv2()
    holes = (hole | others).astype(np.uint8)
    return cv2.inpaint(np.ascontiguousarray(window), holes, NS_RADIUS_PX, cv2.INPAINT_NS)


def _cv2() -> Any:
    return importlib.import_module("cv2")
