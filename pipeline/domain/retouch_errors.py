"""Errors of finding, erasing and replacing lettering in pictures; `errors` draws the tree of all."""

from collections.abc import Mapping
from typing import ClassVar

from pipeline.domain.error import ArtiCoverError


class RetouchError(ArtiCoverError):
    """Lettering in a picture cannot be found, erased or replaced."""

    known: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "retouch-drawn": (),
        "retouch-nothing": (),
        "retouch-numbers": ("numbers", "count"),
        "retouch-area": (),
        "retouch-many": ("count", "most"),
        "replace-empty": (),
        "replace-long": ("length", "limit"),
        "replace-undrawable": ("characters", "family"),
        "replace-typeface": ("value", "near"),
        "replace-small": ("least_px",),
        "replace-model": (),
        "replace-script": ("characters",),
        "detector-extra": ("detector", "extra"),
        "detector-damaged": ("file",),
        "detector-lost": ("detector",),
        "detector-failed": ("detector", "reason"),
    }

    @property
    def retryable(self) -> bool:
        """A detector whose process was lost is started again; the rest would end the same way."""
        return self.code == "detector-lost"
