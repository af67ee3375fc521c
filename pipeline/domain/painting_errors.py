"""Errors of models: painting, weights and adapters, training; `errors` draws the tree of all."""

from collections.abc import Mapping
from typing import ClassVar

from pipeline.domain.error import ArtiCoverError


class PaintError(ArtiCoverError):
    """A picture cannot be painted, or must not be shown."""

    known: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "painter-missing": (),
        "painter-lost": (),
        "painter-late": ("seconds",),
        "painter-resting": ("minutes",),
        "painter-memory": ("width", "height"),
        "painter-failed": ("kind",),
        "paint-source": (),
        "paint-long": ("tokens", "room"),
        "paint-from": (),
        "paint-buckets": ("buckets", "most"),
        "paint-unsafe": (),
        "paint-words": ("words",),
        "paint-style": ("style",),
        "engine-unknown": ("engine", "engines"),
    }

    @property
    def retryable(self) -> bool:
        """A model whose process was lost is started again; the rest would end the same way."""
        return self.code in {"painter-lost", "painter-late", "painter-resting"}

    @property
    def wait_s(self) -> float:
        """While the model rests, trying again is of no use."""
        return 60.0 * float(self.facts["minutes"]) if self.code == "painter-resting" else 0.0


class ModelError(ArtiCoverError):
    """Weights cannot be used: they are missing, damaged, of the wrong kind, or not to be trusted."""

    known: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "model-missing": ("model",),
        "model-damaged": ("model", "reason"),
        "model-pickled": ("model",),
        "model-device": ("device",),
        "model-memory": ("model",),
        "model-extra": ("extra",),
        "model-no-space": ("path", "needed_mb", "free_mb"),
        "hub-offline": ("repository",),
        "hub-unreachable": ("repository", "reason"),
        "hub-unknown": ("repository",),
        "hub-revision": ("repository", "revision"),
        "hub-gated": ("repository",),
        "hub-layout": ("repository",),
        "hub-file": ("repository", "asked", "files"),
        "hub-pickles": ("repository", "file"),
        "hub-broken": ("repository", "file"),
        "hub-busy": ("repository",),
        "adapters-damaged": ("path", "reason"),
        "adapters-newer": ("path",),
        "adapters-busy": ("path",),
        "adapter-name": ("name",),
        "adapter-exists": ("name",),
        "adapter-family": ("name",),
        "adapter-gone": ("name", "path"),
        "adapter-missing": ("name",),
        "adapter-pickle": ("name",),
        "adapter-damaged": ("name", "fault"),
        "adapter-kind": ("name", "kind"),
        "adapter-layers": ("name", "layer"),
        "adapter-shape": ("name", "layer"),
        "adapter-base": ("name", "base"),
        "adapter-changed": ("name",),
        "adapter-rank": ("name", "rank", "most"),
        "adapter-many": ("count", "most"),
        "pickle-refused": ("file", "fault"),
        "writer-missing": ("path",),
        "writer-damaged": ("path", "reason"),
        "writer-checkpoint": ("file", "fault", "tensor", "count"),
        "writer-tokenizer": ("path", "fault"),
        "writer-busy": ("path",),
    }


class TrainingError(ArtiCoverError):
    """A training cannot begin or go on."""

    known: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "training-data": ("path",),
        "training-metadata": ("file", "line"),
        "training-encoding": ("file", "line"),
        "training-outside": ("file", "name"),
        "training-inside": ("path",),
        "training-flawed": ("count",),
        "training-strict": ("count",),
        "training-model": ("model",),
        "training-device": ("device",),
        "training-precision": ("precision", "device"),
        "training-other": ("path", "names"),
        "training-busy": ("path",),
        "training-memory": (),
        "training-diverged": ("step",),
        "training-adapter": ("reason",),
    }
