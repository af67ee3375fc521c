"""A picture while it is painted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import torch
from torch import Tensor

from pipeline.domain.painting import PaintRequest
from pipeline.engines.diffusion.latents import Canvas
from pipeline.engines.diffusion.unrolling import Move

Held = tuple[tuple[int, float], ...]
"""Slots of the adapters' bank, with weights."""


def is_guided(request: PaintRequest) -> bool:
    """Whether a picture is led away from its negative prompt, which takes a row of its own."""
    return request.manner.guidance > 1


def rows_of(request: PaintRequest) -> int:
    """The rows of a pass that a picture takes."""
    return 2 if is_guided(request) else 1


def size_of(request: PaintRequest) -> tuple[int, int]:
    """Pictures of one size can share a pass."""
    return request.width, request.height


@dataclass(slots=True, kw_only=True, eq=False)
class Sample:
    """A picture between two denoising steps; between them it can rest for any time.

    `latents` (4, height / 8, width / 8) and the tensors that its sampler remembers are float32 on
    the model's device, whatever the model computes in; they are never changed in place, so that
    others may still read them. `prompt` and `negative` (None: unguided) are embeddings. `asked` are
    the sizes of passes that a picture shall be repeated in (empty: any). `buckets` are those that
    it went through. `noise` is drawn for the coming step and kept until that is done, so that a step
    that failed can be repeated with the same. `seen` are the latents that the last step began with
    and the model's output there.
    """

    ticket: str
    request: PaintRequest
    moves: Sequence[Move]
    canvas: Canvas
    generator: torch.Generator
    prompt: Tensor
    negative: Tensor | None
    latents: Tensor
    asked: tuple[int, ...] = ()
    held: Held | None = None
    memories: tuple[Tensor, ...] = ()
    noise: Tensor | None = None
    seen: tuple[Tensor, Tensor] | None = None
    buckets: list[int] = field(default_factory=list[int])

    @property
    def tensors(self) -> Iterator[Tensor]:
        """All that its first pass reads."""
        canvas = self.canvas
        found = (self.prompt, self.negative, self.latents, canvas.source, canvas.noise, canvas.mask)
        return (tensor for tensor in found if tensor is not None)

    @property
    def done(self) -> int:
        """Steps that are done."""
        return len(self.buckets)

    @property
    def total(self) -> int:
        """All steps."""
        return len(self.moves)

    @property
    def finished(self) -> bool:
        """Whether every step is done."""
        return self.done == self.total

    @property
    def move(self) -> Move:
        """The coming step."""
        return self.moves[self.done]

    @property
    def demanded(self) -> int:
        """The size that the coming pass must have; 0: any."""
        return self.asked[self.done] if self.asked else 0
