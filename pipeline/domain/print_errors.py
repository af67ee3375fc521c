"""Errors of enlarging, of print files and of their preflight; `errors` draws the tree of all."""

from collections.abc import Mapping
from typing import ClassVar

from pipeline.domain.error import ArtiCoverError


class UpscaleError(ArtiCoverError):
    """A picture cannot be enlarged."""

    known: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "upscale-drawn": (),
        "upscale-done": (),
        "upscale-before": ("number",),
        "upscale-enough": ("width", "height"),
        "upscale-disk": ("needed_mb",),
        "upscaler-extra": ("engine", "extra"),
        "upscaler-damaged": ("file",),
        "upscaler-file": ("file",),
        "upscaler-unkept": ("file", "reason"),
        "upscaler-memory": (),
        "upscaler-failed": ("engine",),
    }


class PrintError(ArtiCoverError):
    """A cover cannot be made, or a file not be checked, for a printer."""

    known: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "print-target-needed": (),
        "print-pages-needed": ("target",),
        "print-pages-unclear": ("asked",),
        "print-shape": ("target", "format"),
        "print-text-long": ("length", "most"),
        "print-room": ("length", "fits"),
        "print-letters": ("letters",),
        "print-target": ("asked", "near"),
        "print-trim": ("printer", "asked", "trims"),
        "print-pages": ("printer", "pages", "fewest", "most"),
        "print-paper": ("printer", "asked", "papers"),
        "print-paper-pages": ("printer", "paper", "pages", "fewest", "most"),
        "isbn-length": ("asked", "digits"),
        "isbn-prefix": ("asked",),
        "isbn-check": ("asked", "digit"),
        "addon-digits": ("asked",),
        "unchecked-missing": ("path",),
        "unchecked-folder": ("path",),
        "unchecked-closed": ("path", "reason"),
        "unchecked-kind": (),
        "unchecked-busy": (),
        "unchecked-away": (),
        "unchecked-brought": ("limit_mb",),
        "unchecked-large": ("limit_mb",),
        "unchecked-password": (),
        "unchecked-damaged": (),
        "unchecked-complex": (),
        "unchecked-page": ("width_mm", "height_mm"),
    }
