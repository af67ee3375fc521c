"""keras-ocr's process over all its lives: started when it is needed, and once more when it is lost."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.domain.lettering import Detector
from pipeline.domain.retouch_errors import RetouchError
from pipeline.engines.keras_ocr.frames import FrameError, fragments_in, packed_picture
from pipeline.engines.keras_ocr.life import LateError, Life, LostError
from pipeline.ports.lettering import Fragment, Pixels


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long the process may take to start, which may read a gigabyte, and to answer."""

    start_s: float = 180.0
    answer_s: float = 120.0


class Served:
    """Asks a process for what is in pictures; it belongs to one thread.

    The process is started by `command` in its `environment`, and speaks as `serving` does.
    """

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        patience: Patience | None = None,
    ) -> None:
        """Start nothing yet."""
        self._command = command
        self._environment = environment
        self._patience = patience or Patience()
        self._life: Life | None = None

    def found(self, rgb: Pixels) -> Sequence[Fragment]:
        """What the process finds in a picture, in its pixels.

        Raises:
            RetouchError: `detector-lost` when it was lost twice; `detector-failed` when it took too
                long; what it says itself.
        """
        picture = packed_picture(rgb)
        try:
            return self._twice(picture)
        except LateError as error:
            reason = f"> {error.seconds:.0f} s"
            raise RetouchError(
                "detector-failed", detector=Detector.KERAS_OCR, reason=reason
            ) from error
        except LostError as error:
            raise RetouchError("detector-lost", detector=Detector.KERAS_OCR) from error

    def close(self) -> None:
        """End the process, if there is one; it is started again when it is asked again."""
        if self._life is not None:
            self._life.end()
            self._life = None

    def _twice(self, picture: bytes) -> Sequence[Fragment]:
        try:
            return self._once(picture)
        except LostError:
            return self._once(picture)  # of another process

    def _once(self, picture: bytes) -> Sequence[Fragment]:
        try:
            return fragments_in(self._living().ask(picture, self._patience.answer_s))
        except FrameError as error:
            self.close()
            raise LostError from error
        except (LostError, LateError):
            self.close()
            raise

    def _living(self) -> Life:
        """The process that is there, or a new one.

        One that says why it cannot be asked has ended.
        """
        if self._life is None:
            self._life = Life(self._command, self._environment)
            try:
                self._life.begin(self._patience.start_s)
            except RetouchError:
                self.close()
                raise
        return self._life
