"""Diffusers' own pipelines of one model: from words, from a picture, and of a part of a picture."""

from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Any

import torch
from torch import nn

from pipeline.domain.errors import PaintError
from pipeline.domain.painting import Sampler
from pipeline.engines.diffusion.card import ModelCard, describe
from pipeline.engines.diffusion.decoding import WHOLE_PX, WHOLE_PX_SMALL_CARD
from pipeline.engines.diffusion.devices import device_of, dtype_of
from pipeline.engines.diffusion.loading import open_pipeline
from pipeline.engines.diffusion.samplers import scheduler_of
from pipeline.engines.diffusion.settings import EngineSettings
from pipeline.engines.diffusion.weights import revision


class Kind(StrEnum):
    """What a picture is painted from."""

    WORDS = "words"
    PICTURE = "picture"
    PART = "part"


_AUTO = {
    Kind.WORDS: "AutoPipelineForText2Image",
    Kind.PICTURE: "AutoPipelineForImage2Image",
    Kind.PART: "AutoPipelineForInpainting",
}


class Pipelines:
    """The pipelines of one model; they share its weights, and one works at a time.

    `first` is one of them, on the processor in the dtype of the settings; where the card says that
    the model sees a mask, the one that paints parts. `revision` identifies the weights.
    """

    def __init__(
        self, *, settings: EngineSettings, card: ModelCard, first: Any, revision: str
    ) -> None:
        """Have the parts of `first` where they live.

        Raises:
            ModelError: `model-device`.
        """
        self.settings = settings
        self.card = card
        self.device = device_of(settings.device)
        self.dtype = dtype_of(settings.dtype, self.device)
        self.revision = revision
        self.first = first
        self._by_kind: dict[Kind, Any] = {_first_kind(card): first}
        self._own: Any = first.scheduler
        self._settled: Any = None
        self._settle(first)

    def ready(self, kind: Kind, sampler: Sampler, width: int, height: int) -> Any:
        """The pipeline for a kind of work, with a scheduler that has not seen any step.

        Raises:
            PaintError: `paint-from` when this model has none for it.
        """
        pipe = self._by_kind.get(kind) or self._made(kind)
        self._by_kind[kind] = pipe
        if pipe is not self._settled:
            self._settle(pipe)
        pipe.scheduler = self._scheduler(sampler)
        self._decode_whole(pipe, width * height)
        return pipe

    def _made(self, kind: Kind) -> Any:
        import diffusers  # noqa: PLC0415  (seconds; imported by now)

        try:
            made = getattr(diffusers, _AUTO[kind]).from_pipe(self.first)
        except ValueError as error:
            if kind is not Kind.PART or not self.card.pipeline.startswith("LatentConsistency"):
                raise PaintError("paint-from") from error
            # Only the sampling differs from Stable Diffusion; its parts fit.
            made = diffusers.StableDiffusionInpaintPipeline(  # pyright: ignore[reportPrivateImportUsage]
                **self.first.components, requires_safety_checker=False
            )
        made.set_progress_bar_config(disable=True)
        return made

    def _scheduler(self, sampler: Sampler) -> Any:
        """One of the sampler's family; models that flow (SD3, Flux, Sana) have none but their own."""
        config = self._own.config
        if "beta_start" not in config or config.get("use_flow_sigmas"):
            return type(self._own).from_config(config)
        return scheduler_of(sampler, config)

    def _settle(self, pipe: Any) -> None:
        """Have a pipeline's parts on the device, or let them visit it in turn."""
        for part in pipe.components.values():
            if isinstance(part, nn.Module):
                part.eval().requires_grad_(False)
        if self.settings.offload and self.device.type == "cuda":
            pipe.enable_model_cpu_offload(device=self.device)
        else:
            pipe.to(self.device)
        if self.device.type == "cuda" and hasattr(pipe, "unet"):
            pipe.unet.to(memory_format=torch.channels_last)
        self._settled = pipe

    def _decode_whole(self, pipe: Any, area_px: int) -> None:
        """Decode pictures one by one, very large ones in tiles, as `Decoder` does."""
        vae = getattr(pipe, "vae", None)
        if vae is None or not hasattr(vae, "enable_tiling"):
            return
        vae.enable_slicing()
        if area_px > (WHOLE_PX_SMALL_CARD if self.settings.offload else WHOLE_PX):
            vae.enable_tiling()
        else:
            vae.disable_tiling()


def pipelines_of(settings: EngineSettings, folder: Path) -> Pipelines:
    """The pipelines of the model in `folder`, which is in the layout of diffusers.

    Raises:
        ModelError: as `loading.load`.
    """
    name = settings.name if folder == settings.model else folder.name
    settings = replace(settings, model=folder, name=name)
    card = describe(folder, name)
    dtype = dtype_of(settings.dtype, device_of(settings.device))
    first = open_pipeline(_AUTO[_first_kind(card)], settings, dtype)
    return Pipelines(settings=settings, card=card, first=first, revision=revision(folder))


def _first_kind(card: ModelCard) -> Kind:
    return Kind.PART if card.sees_mask else Kind.WORDS
