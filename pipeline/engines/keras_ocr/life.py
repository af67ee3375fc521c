"""One life of keras-ocr's process, as the worker that started it sees it."""

import logging
import os
import subprocess
import threading
import weakref
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager, suppress

from pipeline.engines.keras_ocr.frames import FrameError, Kind, error_in, receive, send

_NOISE_BYTES = 4096
"""Of what the process wrote on its standard error, the end is kept for the log."""
_log = logging.getLogger(__name__)


class LostError(Exception):
    """The process ended, or said what makes no sense: another one may do better."""


class LateError(Exception):
    """The process took longer than `seconds`, and was ended."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class Life:
    """A process from its start to its end; it belongs to one thread.

    It ends with this one, however that ends: the process leaves when its standard input closes.
    """

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        """Start it, which takes no time; it is ready only when `begin` returns.

        Raises:
            LostError: where the machine allows no further process.
        """
        pipe = subprocess.PIPE
        try:
            # a session of its own: what a terminal sends to this group is for us to heed
            self._process = subprocess.Popen(  # noqa: S603 - our own module
                command, stdin=pipe, stdout=pipe, stderr=pipe, env=environment,
                start_new_session=True,
            )  # fmt: skip
        except OSError as error:
            raise LostError from error
        self._noise = _Noise(self._process)
        # at the end of the interpreter at the latest, and nothing of it is left then
        self.end = weakref.finalize(self, _end, self._process, self._noise)

    def begin(self, within_s: float) -> None:
        """Wait until the process can be asked.

        Raises:
            LostError, LateError: as `ask`.
            RetouchError: when it says why it cannot be.
        """
        with self._watched(within_s):
            self._heard(Kind.READY)

    def ask(self, picture: bytes, within_s: float) -> bytes:
        """What it found in a picture, both as bodies of frames.

        Raises:
            LostError: when the process ended.
            LateError: when it took too long, and was ended for that.
            RetouchError: when it says why it failed; it may be asked again.
        """
        with self._watched(within_s):
            if self._process.stdin is None:
                raise LostError
            send(self._process.stdin, Kind.PICTURE, picture)
            return self._heard(Kind.FOUND)

    def _heard(self, awaited: Kind) -> bytes:
        said = receive(self._process.stdout) if self._process.stdout else None
        match said:
            case (kind, body) if kind is awaited:
                return body
            case (Kind.FAILED, body):
                raise error_in(body)
            case _:
                raise LostError

    @contextmanager
    def _watched(self, within_s: float) -> Generator[None]:
        """Kill the process when something takes too long: whoever reads its pipe then sees the end."""
        late = threading.Event()
        # it must not hold this life, which shall end when nobody else does
        timer = threading.Timer(within_s, _kill, (self._process, late))
        timer.daemon = True
        timer.start()
        try:
            yield
        except (LostError, FrameError, OSError) as error:
            self._report()
            raise (LateError(within_s) if late.is_set() else LostError()) from error
        finally:
            timer.cancel()

    def _report(self) -> None:
        self.end()
        _log.warning("keras-ocr's process ended with %s: %s", self._process.returncode,
                     self._noise.end_of_it())  # fmt: skip


class _Noise:
    """Reads what a process writes on its standard error, so that it never waits for that."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self._kept = b""
        self._thread = threading.Thread(target=self._read, args=(process,), daemon=True,
                                        name="keras-ocr-noise")  # fmt: skip
        self._thread.start()

    def end_of_it(self) -> str:
        return self._kept.decode(errors="replace").strip()

    def join(self) -> None:
        self._thread.join(1.0)

    def _read(self, process: "subprocess.Popen[bytes]") -> None:
        if process.stderr is None:
            return
        with suppress(OSError, ValueError):
            while part := os.read(process.stderr.fileno(), _NOISE_BYTES):
                self._kept = (self._kept + part)[-_NOISE_BYTES:]


def _kill(process: "subprocess.Popen[bytes]", late: threading.Event) -> None:
    late.set()
    process.kill()


def _end(process: "subprocess.Popen[bytes]", noise: _Noise) -> None:
    """End a process, and wait until nothing of it is left."""
    process.kill()
    process.wait()
    noise.join()
    for pipe in (process.stdin, process.stdout, process.stderr):
        if pipe is not None:
            with suppress(OSError):  # what could not be written any more
                pipe.close()
