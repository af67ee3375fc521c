"""RapidOCR's detector as a `TextDetector`: the fast one, and the judge of what others erased.

Its network is PP-OCRv6's differentiable binarisation, which finds whole lines.
"""

import numpy as np

from pipeline.domain.lettering import Detector
from pipeline.engines.framing import framed
from pipeline.engines.rapid.models import Rapid
from pipeline.engines.reading_order import upright
from pipeline.ports.lettering import Corners, Fragment, Pixels

STEP_PX = 32
SHORT_PX = 736
"""Smaller pictures are enlarged to it, as RapidOCR does by itself."""
MOST_PX = 736 * 1104
"""At most so many pixels are looked at, which bounds time and memory."""

MOST_OF_AREA = 0.2
MOST_OF_LENGTH = 0.2
"""Of the picture and of its long side; what is larger, in area or by its short side, is no lettering.
Without this guard a quarter of the area of text-free pictures is taken for it, and with it less than
a hundredth."""


class RapidDetector:
    """Finds lines; its network is loaded when it is first asked."""

    def __init__(self) -> None:
        self._rapid = Rapid()

    @property
    def name(self) -> str:
        """As in the settings: rapidocr."""
        return Detector.RAPIDOCR

    def fragments(self, rgb: Pixels) -> list[Fragment]:
        """Lines of a picture of any size.

        Raises:
            RetouchError: `detector-damaged`, `detector-failed`.
        """
        frame = framed(rgb, step_px=STEP_PX, short_px=SHORT_PX, most_px=MOST_PX)
        return [
            Fragment(corners=frame.back(upright(corners)), confidence=confidence)
            for corners, confidence in self._lines(frame.pixels)
            if not frame.outside(corners) and plausible(frame.back(corners), rgb.shape)
        ]

    def _lines(self, rgb: Pixels) -> list[tuple[Corners, float]]:
        found = self._rapid.detect(rgb)
        if found.boxes is None:
            return []
        lines = zip(found.boxes, found.scores, strict=True)
        return [(np.asarray(box, np.float32), min(1.0, float(score))) for box, score in lines]


def plausible(corners: Corners, shape: tuple[int, ...]) -> bool:
    """Whether corners may hold a line of lettering in a picture of `shape`: they are not too large."""
    along, down = (float(np.linalg.norm(corners[k + 1] - corners[k])) for k in (0, 1))
    small = along * down <= MOST_OF_AREA * shape[0] * shape[1]
    return small and min(along, down) <= MOST_OF_LENGTH * max(shape[:2])
