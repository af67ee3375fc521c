"""What enlarges pictures for print here."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from bot.doctor.choosing import gpu_seen
from pipeline.domain.upscaling import Enlarger
from pipeline.engines.realesrgan.by_ncnn import NcnnUpscaler
from pipeline.engines.realesrgan.by_torch import TorchUpscaler, libraries_installed
from pipeline.engines.realesrgan.package import PackageUpscaler

if TYPE_CHECKING:
    from pathlib import Path

    from bot.app import UpscalingSettings
    from pipeline.ports.upscaler import Upscaler


WEIGHTS = "upscaling"
"""The folder among the models for weights in the published layout."""
CPU = "cpu"


def upscaler(settings: UpscalingSettings, models: Path, device: str) -> Upscaler:
    """An engine that loads nothing before it is asked; what it keeps lies in `models`.

    `device` is that of ARTICOVER_DEVICE: empty for the best there is.
    """
    asked = device or ("" if gpu_seen() else CPU)
    match chosen(settings.upscaler, device):
        case Enlarger.NCNN:
            return NcnnUpscaler()
        case Enlarger.TORCH:
            return TorchUpscaler(models / WEIGHTS, asked)
        case Enlarger.REALESRGAN:
            return PackageUpscaler(models / WEIGHTS, asked)


def chosen(
    asked: str, device: str, *, has_torch: Callable[[], bool] = libraries_installed,
    has_gpu: Callable[[], bool] = gpu_seen,
) -> Enlarger:  # fmt: skip
    """The engine for what ARTICOVER_UPSCALER asks: `auto` is torch where it and a GPU are, else ncnn."""
    if asked != "auto":
        return Enlarger(asked)
    on_gpu = not device.startswith(CPU) and has_gpu() and has_torch()
    return Enlarger.TORCH if on_gpu else Enlarger.NCNN
