"""Enlarging pictures for print: what does it, and whether its weights are the published ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.doctor.finding import Finding, State
from bot.upscaling import chosen
from pipeline.domain.print_errors import UpscaleError
from pipeline.domain.upscaling import Enlarger, Weights
from pipeline.engines.realesrgan import by_torch, package
from pipeline.engines.realesrgan.weights import model_files

if TYPE_CHECKING:
    from bot.app import UpscalingSettings


def findings(settings: UpscalingSettings, device: str) -> list[Finding]:
    """What enlarges pictures here, and whether it can; `device` is that of ARTICOVER_DEVICE."""
    return [_weights(), _enlarges(chosen(settings.upscaler, device))]


def _weights() -> Finding:
    """Whether the files of all weights are the published ones; other engines' are made of them."""
    subject = "upscaling-weights"
    try:
        for weights in Weights:
            model_files(weights)
    except UpscaleError as error:
        return Finding(subject=subject, state=State.WARNING, key="upscaling-damaged",
                       facts=error.facts, remedy="library")  # fmt: skip
    return Finding(subject=subject, state=State.OK, key="upscaling-weights")


def _enlarges(engine: Enlarger) -> Finding:
    subject = "engine-upscaling"
    facts: dict[str, str | int | float] = {"engine": engine.value}
    if engine is Enlarger.TORCH and not by_torch.libraries_installed():
        return Finding(subject=subject, state=State.WARNING, key="upscaling-extra-wanted",
                       facts=facts | {"extra": by_torch.EXTRA}, remedy="upscaling-diffusion")  # fmt: skip
    if engine is Enlarger.REALESRGAN and not package.extra_installed():
        return Finding(subject=subject, state=State.WARNING, key="upscaling-extra-wanted",
                       facts=facts | {"extra": package.EXTRA}, remedy="upscaling-realesrgan")  # fmt: skip
    return Finding(subject=subject, state=State.OK, key="upscaling-engine", facts=facts)
