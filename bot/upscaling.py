"""What enlarges pictures for print here."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from bot.doctor.choosing import gpu_seen
from pipeline.domain.upscaling import Enlarger
from pipeline.engines.processor import multiplies_bfloat16
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
    has_gpu: Callable[[], bool] = gpu_seen, has_units: Callable[[], bool] = multiplies_bfloat16,
) -> Enlarger:  # fmt: skip
    """The engine for what ARTICOVER_UPSCALER asks.

    `auto` is torch where it is and where something makes it quick: a GPU, or a processor's units for
    matrices of bfloat16; else ncnn.
    """
    if asked != "auto":
        return Enlarger(asked)
    is_quick = (not device.startswith(CPU) and has_gpu()) or has_units()
    return Enlarger.TORCH if is_quick and has_torch() else Enlarger.NCNN
