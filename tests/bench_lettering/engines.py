"""The engines that are measured, and what wraps them to be measured."""

import time
from collections.abc import Sequence
from pathlib import Path

from pipeline.domain.lettering import Script
from pipeline.domain.retouch_errors import RetouchError
from pipeline.ports.lettering import Fragment, Pixels, TextDetector, TextReader


def detector(name: str, cache: Path) -> TextDetector:
    """A detector by its name; nothing is loaded yet."""
    match name:
        case "craft":
            from pipeline.engines.craft.detector import CraftDetector  # noqa: PLC0415

            return CraftDetector(cache)
        case "rapidocr":
            from pipeline.engines.rapid.detector import RapidDetector  # noqa: PLC0415

            return RapidDetector()
        case _:
            from pipeline.engines.keras_ocr.detector import KerasOcrDetector  # noqa: PLC0415

            return KerasOcrDetector(cache)


def readers() -> dict[str, TextReader]:
    """By their names in the table; the first is what ArtiCover reads with."""
    from pipeline.engines.rapid.reader import RapidReader  # noqa: PLC0415
    from pipeline.engines.readers import Readers  # noqa: PLC0415
    from pipeline.engines.tesseract import TesseractReader  # noqa: PLC0415

    latin, hangul = RapidReader(), TesseractReader()
    return {
        "both, by script": Readers(latin=latin, hangul=hangul),
        "RapidOCR": latin,
        "tesseract": hangul,
    }


SCRIPTS = {"english": Script.LATIN, "korean": Script.HANGUL}


class Recalled:
    """A detector that found `fragments` before: what is measured next does not pay for it again."""

    def __init__(self, name: str, fragments: Sequence[Fragment]) -> None:
        self.name = name
        self._fragments = fragments

    def fragments(self, rgb: Pixels) -> Sequence[Fragment]:
        """What it found."""
        return self._fragments


class Stopwatch:
    """Seconds on the wall and on the processors, between two looks."""

    def __init__(self) -> None:
        self._wall, self._cpu = time.perf_counter(), time.process_time()

    def read(self) -> tuple[float, float]:
        """Since it was made."""
        return time.perf_counter() - self._wall, time.process_time() - self._cpu


def missing(error: RetouchError) -> str:
    """Why an engine has no row."""
    return f"{error.code}: {', '.join(map(str, error.facts.values()))}"
