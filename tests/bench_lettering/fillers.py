"""What fills holes, side by side with ArtiCover's own."""

import cv2
import numpy as np

from pipeline.ports.lettering import Inpainter, Mask, Pixels

RADIUS_PX = 3


class Nothing:
    """Leaves the lettering where it is: how much the measures see at all."""

    def fill(self, rgb: Pixels, mask: Mask, *, seed: int) -> Pixels:
        """The picture as it is."""
        return rgb


class OpenCv:
    """Telea's fast marching (2004) or Navier-Stokes (Bertalmio 2001)."""

    def __init__(self, way: int) -> None:
        self._way = way

    def fill(self, rgb: Pixels, mask: Mask, *, seed: int) -> Pixels:
        """By the whole mask at once."""
        return cv2.inpaint(np.ascontiguousarray(rgb), mask.astype(np.uint8), RADIUS_PX, self._way)


def fillers() -> dict[str, Inpainter]:
    """By their names in the table; the last is ours."""
    from pipeline.engines.inpainting import PatchInpainter  # noqa: PLC0415

    return {"none": Nothing(), "Telea": OpenCv(cv2.INPAINT_TELEA), "Navier-Stokes": OpenCv(cv2.INPAINT_NS),
            "built-in": PatchInpainter()}  # fmt: skip
