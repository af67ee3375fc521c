"""Lettering in pictures: what finds, judges and reads it, who erases it, and what is missing."""

from __future__ import annotations

import base64
import hashlib
import shutil
import subprocess
from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from bot.doctor.choosing import extra_installed as diffusion_installed
from bot.doctor.finding import Finding, State
from pipeline.domain.lettering import Detector, Eraser
from pipeline.domain.retouch_errors import RetouchError
from pipeline.engines.craft.weights import load_weights, weights_file
from pipeline.engines.diffste.folder import fault_of
from pipeline.engines.inpainting import PatchInpainter
from pipeline.engines.keras_ocr.detector import EXTRA, extra_installed

if TYPE_CHECKING:
    from bot.retouching import RetouchingSettings

KOREAN = "kor"
"""What tesseract calls its data for Korean."""
TESSERACT = "tesseract"
_ASKED_S = 20.0

Languages = Callable[[], frozenset[str] | None]
"""What tesseract has data for; None where it is not installed, or does not run."""


def findings(
    settings: RetouchingSettings, *, paints: bool, languages: Languages | None = None
) -> list[Finding]:
    """What works on lettering here; `paints` says that a model paints, which can erase as well."""
    return [
        _finds(settings.detector),
        _weights(),
        _reads(languages or tesseract_languages),
        _erases(settings.eraser, paints=paints),
        _writes(settings.writer),
        _extra(settings.detector),
    ]


def tesseract_languages() -> frozenset[str] | None:
    """The languages that tesseract lists."""
    program = shutil.which(TESSERACT)
    if program is None:
        return None
    try:
        told = subprocess.run([program, "--list-langs"], capture_output=True, text=True,  # noqa: S603
                              timeout=_ASKED_S, check=True)  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return None
    return frozenset(told.stdout.split())


def _finds(chosen: Detector) -> Finding:
    judge = Detector.CRAFT if chosen is Detector.RAPIDOCR else Detector.RAPIDOCR
    facts = {"detector": chosen.value, "judge": judge.value}
    return Finding(subject="engine-lettering", state=State.OK, key="lettering-finds", facts=facts)


def _weights() -> Finding:
    """Whether the files of all detectors are there, and that of CRAFT is the published one."""
    subject = "lettering-weights"
    try:
        load_weights(weights_file())
        _demand_models(Detector.RAPIDOCR)
    except RetouchError as error:
        return Finding(subject=subject, state=State.WARNING, key="lettering-damaged",
                       facts=error.facts, remedy="library")  # fmt: skip
    return Finding(subject=subject, state=State.OK, key="lettering-weights")


def _demand_models(package: str) -> None:
    """Demand that the models of a package are as they were when it was installed."""
    try:
        files = metadata.files(package) or []
    except metadata.PackageNotFoundError as error:
        raise RetouchError("detector-damaged", file=package) from error
    for file in files:
        if file.suffix == ".onnx" and not _as_installed(file):
            raise RetouchError("detector-damaged", file=file.name)


def _as_installed(file: metadata.PackagePath) -> bool:
    """Whether a file has the hash that its wheel lists (PEP 427: base64 for addresses, unpadded)."""
    try:
        content = Path(str(file.locate())).read_bytes()
    except OSError:
        return False
    if file.hash is None:
        return True
    digest = base64.urlsafe_b64encode(hashlib.new(file.hash.mode, content).digest())
    return digest.rstrip(b"=").decode() == file.hash.value


def _reads(languages: Languages) -> Finding:
    """Whether Korean in pictures is read; what is Latin always is."""
    subject, found = "lettering-reader", languages()
    if found is None:
        return Finding(subject=subject, state=State.WARNING, key="lettering-no-tesseract",
                       remedy="tesseract")  # fmt: skip
    if KOREAN not in found:
        return Finding(subject=subject, state=State.WARNING, key="lettering-no-korean",
                       remedy="tesseract")  # fmt: skip
    return Finding(subject=subject, state=State.OK, key="lettering-reads")


def _erases(asked: str, *, paints: bool) -> Finding:
    subject = "lettering-eraser"
    if asked == Eraser.PAINTER and not paints:
        return Finding(subject=subject, state=State.WARNING, key="lettering-no-painter",
                       remedy="lettering-eraser")  # fmt: skip
    if not PatchInpainter().keeps_texture:
        # the model begins from what the built-in eraser has filled
        return Finding(subject=subject, state=State.WARNING, key="lettering-smooth",
                       remedy="library")  # fmt: skip
    by_model = paints and asked != Eraser.BUILTIN
    return Finding(subject=subject, state=State.OK,
                   key="lettering-erased-painting" if by_model else "lettering-erased")  # fmt: skip


def _writes(folder: Path) -> Finding:
    """Who letters other words: the model that was converted, where it can be loaded."""
    subject = "lettering-writer"
    if not folder.is_dir():
        return Finding(subject=subject, state=State.OK, key="lettering-no-writer")
    if not diffusion_installed():
        return Finding(subject=subject, state=State.WARNING, key="lettering-writer-extra",
                       remedy="lettering-writer-extra")  # fmt: skip
    if fault_of(folder) is not None:
        return Finding(subject=subject, state=State.WARNING, key="lettering-writer-damaged",
                       facts={"path": str(folder)}, remedy="lettering-writer")  # fmt: skip
    return Finding(subject=subject, state=State.OK, key="lettering-writes",
                   facts={"path": str(folder)})  # fmt: skip


def _extra(chosen: Detector) -> Finding:
    """keras-ocr, which nobody misses who did not choose it."""
    subject, wanted = "lettering-extra", chosen is Detector.KERAS_OCR
    if extra_installed():
        return Finding(
            subject=subject, state=State.OK, facts={"version": metadata.version(EXTRA)},
            key="lettering-extra-chosen" if wanted else "lettering-extra",
        )  # fmt: skip
    if wanted:
        return Finding(subject=subject, state=State.WARNING, key="lettering-extra-wanted",
                       remedy="lettering-extra")  # fmt: skip
    return Finding(subject=subject, state=State.OK, key="lettering-no-extra",
                   facts={"detector": chosen.value})  # fmt: skip
