"""keras-ocr as a detector: asked over pipes, started when it is first needed."""

import importlib.util
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.domain.lettering import Detector
from pipeline.domain.retouch_errors import RetouchError
from pipeline.engines.keras_ocr.frames import FrameError, fragments_in, packed_picture
from pipeline.engines.keras_ocr.life import LateError, Life, LostError
from pipeline.ports.lettering import Fragment, Pixels

EXTRA = "keras-ocr"
LIBRARIES = ("keras_ocr", "tensorflow")
_MODULE = "pipeline.engines.keras_ocr"


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long the process may take to start, which may read a gigabyte, and to answer."""

    start_s: float = 180.0
    answer_s: float = 120.0


def extra_installed() -> bool:
    """Whether the libraries can be found; none of them is imported."""
    return all(importlib.util.find_spec(name) is not None for name in LIBRARIES)


class KerasOcrDetector:
    """Finds words by keras-ocr, with the weights that the other detector has as well.

    What TensorFlow prints, keeps and takes of memory stays in a process of its own. It is started when
    it is first asked, ends with this one, and is started once more when it is lost.
    """

    name = Detector.KERAS_OCR.value

    def __init__(
        self, cache: Path, *, command: Sequence[str] = (), patience: Patience | None = None
    ) -> None:
        """Start nothing yet; its libraries keep their own files in `cache`.

        `command` is what is started in place of the process, for tests.
        """
        self._cache = cache
        self._command = command
        self._patience = patience or Patience()
        self._life: Life | None = None

    def fragments(self, rgb: Pixels) -> Sequence[Fragment]:
        """Words; see `TextDetector`."""
        if not self._command and not extra_installed():
            raise RetouchError("detector-extra", detector=self.name, extra=EXTRA)
        try:
            return self._asked(packed_picture(rgb))
        except LateError as error:
            reason = f"> {error.seconds:.0f} s"
            raise RetouchError("detector-failed", detector=self.name, reason=reason) from error
        except LostError as error:
            raise RetouchError("detector-lost", detector=self.name) from error

    def close(self) -> None:
        """End the process, if there is one; it is started again when it is asked again."""
        if self._life is not None:
            self._life.end()
            self._life = None

    def _asked(self, picture: bytes) -> Sequence[Fragment]:
        try:
            return self._asked_once(picture)
        except LostError:
            return self._asked_once(picture)  # of another process

    def _asked_once(self, picture: bytes) -> Sequence[Fragment]:
        try:
            return fragments_in(self._living().ask(picture, self._patience.answer_s))
        except FrameError as error:
            self.close()
            raise LostError from error
        except (LostError, LateError):
            self.close()
            raise

    def _living(self) -> Life:
        if self._life is None:
            command = self._command or [sys.executable, "-P", "-m", _MODULE]
            self._life = Life(command, _environment(self._cache))
            try:
                self._life.begin(self._patience.start_s)
            except RetouchError:
                self.close()
                raise
        return self._life


def _environment(cache: Path) -> Mapping[str, str]:
    """What the process inherits, and what keeps its libraries quiet, quick and out of the home."""
    ours = {
        # where this process finds its modules, an installation or a checkout
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        "PYTHONUNBUFFERED": "1",
        "CUDA_VISIBLE_DEVICES": "-1",  # the card is the painter's
        "TF_CPP_MIN_LOG_LEVEL": "3",
        # with them a picture takes twice the time
        "TF_ENABLE_ONEDNN_OPTS": "0",
        "KERAS_BACKEND": "tensorflow",
        "KERAS_HOME": str(cache / "keras"),
        "MPLBACKEND": "agg",
        "MPLCONFIGDIR": str(cache / "matplotlib"),
    }
    return {**os.environ, **ours}
