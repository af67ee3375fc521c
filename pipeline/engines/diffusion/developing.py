"""Pictures made visible: previews on the way, and the finished picture in its file."""

from dataclasses import dataclass, replace

import torch
from PIL import Image
from torch import Tensor

from pipeline.domain.painting import PaintRecord
from pipeline.engines.diffusion import latents as canvases
from pipeline.engines.diffusion import outcome
from pipeline.engines.diffusion.buckets import written
from pipeline.engines.diffusion.decoding import Decoder
from pipeline.engines.diffusion.parts import Parts
from pipeline.engines.diffusion.sample import Sample
from pipeline.engines.diffusion.unrolling import Move
from pipeline.ports.painter import Failed, Ready

COMPILED = ("torch.compile", "on")
"""Compiled passes round otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Developed:
    """A finished picture that may be shown, and what it depends on."""

    ticket: str
    picture: Image.Image
    depends_on: PaintRecord

    def filed(self) -> Ready:
        """It in its file, for which the model is not needed."""
        return outcome.ready(self.ticket, self.picture, self.depends_on)


class Developing:
    """Decodes. Previews and pictures belong to one thread each, which may be others than the passes'."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._decoder = Decoder(parts)

    @torch.inference_mode()
    def preview(self, move: Move, before: Tensor, output: Tensor) -> bytes | None:
        """A small JPEG of what the model has in mind at a step: shapes are there from the first.

        None of what must not be shown.

        `before` are the latents that the step began with, both (4, h, w).

        Raises:
            FloatingPointError: when they are no numbers any more.
        """
        of_latents, of_output = move.clean
        return self._decoder.preview(_numbers(before * of_latents + output * of_output))

    @torch.inference_mode()
    def picture(self, sample: Sample) -> Developed | Failed:
        """The end of a sample whose steps are all done; nothing unsafe leaves this.

        Raises:
            FloatingPointError: when its latents are no numbers.
            torch.OutOfMemoryError: when there is too little memory.
        """
        decoded = self._decoder.pictures(_numbers(sample.latents)[None])[0]
        picture = canvases.pasted(sample.canvas, decoded)
        if self._decoder.unsafe([picture])[0]:
            return outcome.held_back(sample.ticket)
        parts = self._parts
        depends_on = outcome.record(
            parts.settings, parts.revision, parts.device, parts.dtype, written(sample.buckets)
        )
        if parts.settings.compile:
            depends_on = replace(depends_on, versions=(*depends_on.versions, COMPILED))
        return Developed(ticket=sample.ticket, picture=picture, depends_on=depends_on)


def _numbers(latents: Tensor) -> Tensor:
    if not bool(latents.isfinite().all()):
        raise FloatingPointError
    return latents
