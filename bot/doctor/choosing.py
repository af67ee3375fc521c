"""Whether a model paints here, decided without importing anything heavy; and with which weights."""

import importlib.util
import platform
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from bot.app import PainterSettings
from pipeline.domain.errors import ModelError
from pipeline.domain.known_model import KnownModel, inpainting_for, preview_for
from pipeline.engines.diffusion.card import describe
from pipeline.engines.hub.shelf import fault_of, is_complete, model_folder

LIBRARIES = ("torch", "diffusers", "transformers", "safetensors")
EXTRA = "diffusion"
_DEV = Path("/dev")
_GPUS = ("nvidia[0-9]*", "kfd", "dxg")
"""NVIDIA's cards, AMD's (ROCm), and either of them below Windows (WSL)."""


class Why(StrEnum):
    """What decides: the first thing that stands in the way, or nothing."""

    OFF = "off"
    EXTRA = "extra"
    WEIGHTS = "weights"
    BROKEN = "broken"
    GPU = "gpu"
    READY = "ready"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Whether a model paints, and why; `model` is its folder as far as there is one.

    `error` is what to tell where painting was demanded (`ARTICOVER_PAINTER=on`) and cannot be.
    """

    why: Why
    model: Path | None = None
    error: ModelError | None = None

    @property
    def paints(self) -> bool:
        """Whether a model paints."""
        return self.why is Why.READY


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The folders of a model, and of what goes with it as far as that is complete."""

    model: Path
    preview: Path | None
    inpainting: Path | None


def would_paint(
    settings: PainterSettings, *, has_extra: Callable[[], bool] | None = None,
    has_gpu: Callable[[], bool] | None = None,
) -> Choice:  # fmt: skip
    """What `ARTICOVER_PAINTER` comes to on this machine.

    `auto` wants libraries, complete weights and a GPU that may be used; `on` does without a GPU.
    """
    folder = model_folder(settings.models, settings.model)
    fault = fault_of(folder) if folder else ModelError("model-missing", model=settings.model)
    on_gpu = has_gpu or gpu_seen
    if settings.use == "off":
        return Choice(why=Why.OFF, model=folder)
    if not (has_extra or extra_installed)():
        return Choice(why=Why.EXTRA, model=folder, error=ModelError("model-extra", extra=EXTRA))
    if fault is not None:
        why = Why.BROKEN if folder else Why.WEIGHTS
        return Choice(why=why, model=folder, error=fault)
    if settings.use == "auto" and (settings.device.startswith("cpu") or not on_gpu()):
        return Choice(why=Why.GPU, model=folder)
    return Choice(why=Why.READY, model=folder)


def weights_of(model: Path, models: Path, known: Sequence[KnownModel]) -> Weights:
    """A model with its small decoder, and the model that repaints parts, where they are here.

    Raises:
        ModelError: `model-damaged` for a model whose configuration cannot be read.
    """
    base = describe(model).base
    return Weights(
        model=model,
        preview=_complete(models, preview_for(base, known)),
        inpainting=_complete(models, inpainting_for(base, known)),
    )


def _complete(models: Path, repository: str) -> Path | None:
    folder = model_folder(models, repository)
    return folder if is_complete(folder) else None


def extra_installed() -> bool:
    """Whether the libraries that paint can be found; none of them is imported."""
    return all(importlib.util.find_spec(name) is not None for name in LIBRARIES)


def gpu_seen(dev: Path = _DEV, system: str = "", machine: str = "") -> bool:
    """Whether the system shows a GPU that torch may use, by its device files or its kind."""
    apple = (system or platform.system(), machine or platform.machine()) == ("Darwin", "arm64")
    return apple or any(any(dev.glob(pattern)) for pattern in _GPUS)
