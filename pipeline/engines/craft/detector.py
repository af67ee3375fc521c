"""CRAFT on onnxruntime as a `TextDetector`: the most reliable one on any processor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from pipeline.domain.lettering import Detector
from pipeline.domain.retouch_errors import RetouchError
from pipeline.engines.craft.exported import exported
from pipeline.engines.framing import framed
from pipeline.engines.sessions import opened
from pipeline.ports.lettering import Fragment, Pixels

if TYPE_CHECKING:
    from pathlib import Path

    from pipeline.engines.craft.boxes import Heat, Thresholds

STEP_PX = 32
MOST_PX = 640 * 960
"""At most so many pixels are looked at, which bounds time and memory."""
SHORT_PX = 384
MOST_TIMES = 3.0
"""Smaller pictures are enlarged, whose letters would be too small for the network."""

MEAN = np.array((0.485, 0.456, 0.406), np.float32) * 255
DEVIATION = np.array((0.229, 0.224, 0.225), np.float32) * 255


class CraftDetector:
    """Finds words; its network is made in the folder `cache` and loaded when it is first asked."""

    def __init__(self, cache: Path, thresholds: Thresholds | None = None) -> None:
        self._cache = cache
        self._thresholds = thresholds
        self._session: Any = None

    @property
    def name(self) -> str:
        """As in the settings: craft."""
        return Detector.CRAFT

    def fragments(self, rgb: Pixels) -> list[Fragment]:
        """Words of a picture of any size; they may reach a little beyond its edges.

        Raises:
            RetouchError: `detector-damaged`, `detector-failed`.
        """
        # cv2 is heavy
        from pipeline.engines.craft.boxes import Thresholds, words_in  # noqa: PLC0415
        from pipeline.engines.craft.closer import looked_closer  # noqa: PLC0415

        frame = framed(
            rgb, step_px=STEP_PX, short_px=SHORT_PX, most_px=MOST_PX, most_times=MOST_TIMES
        )
        heat = self.heat(frame.pixels)
        first = list(words_in(*heat, self._thresholds or Thresholds()))
        return [
            Fragment(corners=frame.back(word.corners), confidence=word.confidence)
            for word in looked_closer(frame.pixels, heat, first, self.heat)
            if not frame.outside(word.corners)
        ]

    def heat(self, rgb: Pixels) -> tuple[Heat, Heat]:
        """Where letters are and where they are linked, both half as large as the picture.

        Its sides are multiples of 16.

        Raises:
            RetouchError: `detector-damaged`, `detector-failed`.
        """
        model = exported(self._cache) if self._session is None else b""
        try:
            self._session = self._session or opened(model)
            picture = ((rgb.astype(np.float32) - MEAN) / DEVIATION).transpose(2, 0, 1)[None]
            (heat,) = self._session.run(None, {"picture": np.ascontiguousarray(picture)})
        except (ImportError, MemoryError):  # whoever runs the worker tells these
            raise
        except Exception as error:  # onnxruntime has no class that all of its errors share
            raise RetouchError(
                "detector-failed", detector=self.name, reason=type(error).__name__
            ) from error
        return heat[0, 0], heat[0, 1]
