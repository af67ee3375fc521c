"""What finds, reads and erases lettering in pictures here, and whether a model letters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from pipeline.domain.lettering import Detector, Eraser
from pipeline.engines.craft.detector import CraftDetector
from pipeline.engines.inpainting import PatchInpainter
from pipeline.engines.keras_ocr.detector import KerasOcrDetector
from pipeline.engines.rapid.detector import RapidDetector
from pipeline.engines.rapid.reader import RapidReader
from pipeline.engines.readers import Readers
from pipeline.engines.tesseract import TesseractReader
from pipeline.workshop.retoucher import Retoucher

if TYPE_CHECKING:
    from pathlib import Path

    from pipeline.ports.lettering import TextDetector


class RetouchingSettings(Protocol):
    """What decides which engines work; see config/lettering.py."""

    @property
    def detector(self) -> Detector: ...  # noqa: D102

    @property
    def eraser(self) -> str: ...  # noqa: D102

    @property
    def erase_painted(self) -> bool: ...  # noqa: D102

    @property
    def writer(self) -> Path: ...  # noqa: D102


WEIGHTS = "lettering"
"""The folder among the models for what detectors make of their weights."""


def retoucher(
    settings: RetouchingSettings, models: Path, *, paints: bool, writes: bool
) -> Retoucher:
    """Engines that load nothing before they are asked; what they keep lies in `models`.

    `paints` says that there is a model that can fill places, `writes` that one letters.
    """
    cache = models / WEIGHTS
    return Retoucher(
        detector=_detector(settings.detector, cache),
        # the judge must not share the faults of what it judges
        judge=CraftDetector(cache) if settings.detector is Detector.RAPIDOCR else RapidDetector(),
        reader=Readers(RapidReader(), TesseractReader()), inpainter=PatchInpainter(),
        eraser=_eraser(settings.eraser, paints=paints), by_itself=settings.erase_painted,
        writes=writes,
    )  # fmt: skip


def _detector(asked: Detector, cache: Path) -> TextDetector:
    match asked:
        case Detector.CRAFT:
            return CraftDetector(cache)
        case Detector.RAPIDOCR:
            return RapidDetector()
        case Detector.KERAS_OCR:
            return KerasOcrDetector(cache)


def _eraser(asked: str, *, paints: bool) -> Eraser:
    """What was asked for; the model only where there is one."""
    return Eraser.PAINTER if paints and asked != Eraser.BUILTIN else Eraser.BUILTIN
