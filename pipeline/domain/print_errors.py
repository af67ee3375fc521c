"""Errors of enlarging, of print files and of their preflight; `errors` draws the tree of all."""

from collections.abc import Mapping
from typing import ClassVar

from pipeline.domain.error import ArtiCoverError


class UpscaleError(ArtiCoverError):
    """A picture cannot be enlarged."""

    known: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "upscale-drawn": (),
        "upscale-done": (),
    }


class PrintError(ArtiCoverError):
    """A cover cannot be made, or a file not be checked, for a printer."""

    known: ClassVar[Mapping[str, tuple[str, ...]]] = {}
