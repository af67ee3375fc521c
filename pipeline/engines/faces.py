"""Faces of people and cats by OpenCV's Haar cascades (Viola & Jones 2001), which its 4.x wheels carry.

Where it does not load, `LightSubjects` protects faces by their skin.
"""

import importlib
import importlib.util
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.domain.geometry import Box
from pipeline.domain.subject import Subject, SubjectKind

LONG_SIDE = 480
"""Pictures are searched at this size: a face that matters on a cover is larger than 40 pixels."""
CASCADES = (
    ("haarcascade_frontalface_alt2.xml", 1.0, 3),
    ("haarcascade_profileface.xml", 0.8, 5),
    ("haarcascade_frontalcatface_extended.xml", 0.9, 3),
)
"""File, weight of what it finds, and how many neighbouring hits a face needs."""


def cascades_available() -> bool:
    """Whether OpenCV and its cascades are installed; looks for files only."""
    spec = importlib.util.find_spec("cv2")
    if spec is None or spec.origin is None:
        return False
    data = Path(spec.origin).parent / "data"
    return all((data / name).is_file() for name, _, _ in CASCADES)


def face_finder() -> "tuple[CascadeFaces, ...]":
    """The finder of faces, or none where OpenCV is not installed or does not load.

    Wheels of OpenCV with windows need libGL; nobody's cover fails for want of that.
    """
    if not cascades_available():
        return ()
    try:
        importlib.import_module("cv2")
    except ImportError:
        return ()
    return (CascadeFaces(),)


@dataclass(slots=True)
class CascadeFaces:
    """Serves the port `SubjectFinder`; the cascades are loaded when first asked.

    Raises:
        ImportError: on the first search, when OpenCV does not load.
    """

    _loaded: list[tuple[Any, float, int]] = field(default_factory=list[tuple[Any, float, int]])

    def subjects(self, rgb: NDArray[np.uint8]) -> tuple[Subject, ...]:
        """Faces in a (height, width, 3) RGB picture, heaviest first; the box holds hair and chin."""
        import cv2  # noqa: PLC0415  (heavy)

        scale = min(1.0, LONG_SIDE / max(rgb.shape[:2]))
        size = (max(1, round(rgb.shape[1] * scale)), max(1, round(rgb.shape[0] * scale)))
        grey = cv2.equalizeHist(
            cv2.cvtColor(cv2.resize(rgb, size, interpolation=cv2.INTER_AREA), cv2.COLOR_RGB2GRAY)
        )
        found: list[Subject] = []
        for cascade, weight, neighbours in self._cascades():
            hits = cascade.detectMultiScale(grey, 1.1, neighbours, minSize=(24, 24))
            found += [_subject(hit, size, weight) for hit in hits]
        return tuple(sorted(found, key=lambda subject: -subject.weight))

    def _cascades(self) -> list[tuple[Any, float, int]]:
        if not self._loaded:
            import cv2  # noqa: PLC0415  (heavy)

            data = Path(cv2.__file__).parent / "data"
            self._loaded = [
                (cv2.CascadeClassifier(str(data / name)), weight, neighbours)
                for name, weight, neighbours in CASCADES
            ]
        return self._loaded


def _subject(hit: Any, size: tuple[int, int], weight: float) -> Subject:
    x, y, w, h = (float(v) for v in hit)
    # cascades frame brow to mouth: hair and chin belong to a face as well
    left, top, right, bottom = x - 0.06 * w, y - 0.22 * h, x + 1.06 * w, y + 1.14 * h
    box = Box.edges(
        max(0.0, left / size[0]), max(0.0, top / size[1]),
        min(1.0, right / size[0]), min(1.0, bottom / size[1]),
    )  # fmt: skip
    return Subject(box=box, weight=weight, kind=SubjectKind.FACE)
