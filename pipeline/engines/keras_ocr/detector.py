"""keras-ocr as a detector: the libraries of an extra, in a process that is started when it is needed."""

import importlib.util
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from pipeline.domain.lettering import Detector
from pipeline.domain.retouch_errors import RetouchError
from pipeline.engines.craft.detector import MOST_PX, MOST_TIMES, SHORT_PX, STEP_PX
from pipeline.engines.framing import framed
from pipeline.engines.keras_ocr.served import Served
from pipeline.engines.reading_order import upright
from pipeline.ports.lettering import Fragment, Pixels

EXTRA = "keras-ocr"
LIBRARIES = ("keras_ocr", "tensorflow")
_COMMAND = (sys.executable, "-P", "-m", "pipeline.engines.keras_ocr")


def extra_installed() -> bool:
    """Whether the libraries can be found; none of them is imported."""
    return all(importlib.util.find_spec(name) is not None for name in LIBRARIES)


class KerasOcrDetector:
    """Finds words by keras-ocr, with the weights and at the sizes and thresholds of the other CRAFT.

    What TensorFlow prints, keeps and takes of memory stays in a process of its own. It is started when
    it is first asked, is started once more when it is lost, and ends with this one.
    """

    def __init__(self, cache: Path) -> None:
        """Start nothing yet; what its libraries keep for themselves lies in `cache`."""
        self._process = Served(_COMMAND, environment_for(cache))

    @property
    def name(self) -> str:
        """What it is called in settings and results."""
        return Detector.KERAS_OCR

    def fragments(self, rgb: Pixels) -> Sequence[Fragment]:
        """Words of a picture of any size; they may reach a little beyond its edges.

        Raises:
            RetouchError: `detector-extra`, `detector-damaged`, `detector-lost`, `detector-failed`.
        """
        if not extra_installed():
            raise RetouchError("detector-extra", detector=self.name, extra=EXTRA)
        frame = framed(
            rgb, step_px=STEP_PX, short_px=SHORT_PX, most_px=MOST_PX, most_times=MOST_TIMES
        )
        return [
            Fragment(corners=frame.back(upright(word.corners)), confidence=word.confidence)
            for word in self._process.found(frame.pixels)
            if not frame.outside(word.corners)
        ]

    def close(self) -> None:
        """End the process, if there is one; it is started again when it is asked again."""
        self._process.close()


def environment_for(cache: Path) -> Mapping[str, str]:
    """What the process inherits, and what keeps its libraries quiet, quick and out of the home."""
    ours = {
        # where this process finds its modules, in an installation or a checkout
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        "CUDA_VISIBLE_DEVICES": "-1",  # a card is the painter's
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "TF_ENABLE_ONEDNN_OPTS": "0",  # with them a picture takes more time, not less
        "KERAS_BACKEND": "tensorflow",
        "KERAS_HOME": str(cache / "keras"),
        "MPLBACKEND": "agg",
        "MPLCONFIGDIR": str(cache / "matplotlib"),
    }
    return {**os.environ, **ours}
