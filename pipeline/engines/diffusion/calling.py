"""One call of a stock pipeline for several pictures, and its arguments."""

import inspect
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from PIL import Image

from pipeline.domain.errors import PaintError
from pipeline.domain.painting import AdapterUse, Manner, PaintRequest
from pipeline.engines.diffusion import sources
from pipeline.engines.diffusion.attaching import Attaching
from pipeline.engines.diffusion.card import ModelCard
from pipeline.engines.diffusion.halting import Halting, Passed
from pipeline.engines.diffusion.imagining import Imagining
from pipeline.engines.diffusion.latents import overlaid
from pipeline.engines.diffusion.pipelines import Kind, Pipelines
from pipeline.engines.diffusion.prompts import Prompts

COARSE = 64
"""Models of other families want sizes of 16, 32 or 64: they paint at the next, and it is cropped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What pictures must have in common to be painted by one call.

    `rows` are asked for by the picture's record (0: whatever suits), padding included.
    """

    kind: Kind
    width: int
    height: int
    manner: Manner
    adapters: tuple[AdapterUse, ...]
    strength: float
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A picture of a batch; what it begins from is fitted to the size that is painted."""

    ticket: str
    request: PaintRequest
    source: Image.Image | None = None
    stencil: Image.Image | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Painted:
    """What a call made: pictures in the order of its members, and which of them are unsafe."""

    pictures: Sequence[Image.Image]
    unsafe: Sequence[bool]


def shared_of(request: PaintRequest, card: ModelCard, most: int) -> Shared:
    """What a request has in common with others, on a model whose passes take `most` rows.

    Raises:
        PaintError: `paint-buckets` when it asks for another size than one call has.
    """
    kind = _kind(request, card)
    return Shared(
        kind=kind,
        width=request.width,
        height=request.height,
        manner=request.manner,
        adapters=request.adapters,
        strength=1.0 if kind is Kind.WORDS else request.strength,
        rows=_asked_rows(request.buckets, card.rows(request.manner), most),
    )


def opened(ticket: str, request: PaintRequest, card: ModelCard) -> Member:
    """A picture with its source and mask opened.

    A model that sees a mask paints whole pictures too: all of a grey one is painted over.

    Raises:
        PaintError: `paint-source`.
    """
    kind, size = _kind(request, card), painted_size(request, card)
    asked = (request.width, request.height)
    source = stencil = None
    if request.source is not None:
        source = _padded(sources.source(request.source, *asked), size)
    if request.mask is not None:
        stencil = _padded(sources.mask(request.mask, *asked), size)
    if kind is Kind.PART:
        source = source or Image.new("RGB", size, "grey")
        stencil = stencil or Image.new("L", size, 255)
    return Member(ticket=ticket, request=request, source=source, stencil=stencil)


def painted_size(request: PaintRequest, card: ModelCard) -> tuple[int, int]:
    """Width and height in pixels that the model paints a request at."""
    unit = 8 if card.base else COARSE
    return (-(-request.width // unit) * unit, -(-request.height // unit) * unit)


def start(
    pipelines: Pipelines, attaching: Attaching, prompts: Prompts, shared: Shared,
    members: Sequence[Member],
) -> Halting[Painted]:  # fmt: skip
    """A call that halts after every step; all tensors are made in its own thread."""

    def call(halt: Callable[[Passed], None]) -> Painted:
        size = painted_size(members[0].request, pipelines.card)
        pipe = pipelines.ready(shared.kind, shared.manner.sampler, *size)
        attaching.use(pipe, shared.adapters)
        guided = pipelines.card.rows(shared.manner) > 1 or pipelines.card.told_guidance
        told = prompts.told([member.request for member in members], guided=guided)
        arguments = told | _arguments(shared, members, size)
        arguments["callback_on_step_end"] = _halting(
            halt, Imagining(pipe.scheduler), shared.manner.steps
        )
        taken = inspect.signature(pipe.__call__).parameters
        made = pipe(**{name: value for name, value in arguments.items() if name in taken})
        return _painted(made, members)

    return Halting(call)


def _kind(request: PaintRequest, card: ModelCard) -> Kind:
    if card.sees_mask or (request.source is not None and request.mask is not None):
        return Kind.PART
    return Kind.WORDS if request.source is None else Kind.PICTURE


def _asked_rows(text: str, each: int, most: int) -> int:
    """The rows that a record tells, as `buckets.written` has them: one size from first to last."""
    if not text:
        return 0
    run = re.fullmatch(r"([1-9][0-9]{0,3})\*[1-9][0-9]{0,4}", text)
    if run is None or int(run[1]) % each or int(run[1]) > max(most, each):
        raise PaintError("paint-buckets", buckets=text[:80], most=most)
    return int(run[1])


def _arguments(shared: Shared, members: Sequence[Member], size: tuple[int, int]) -> dict[str, Any]:
    """What any of the pipelines may be told; each takes what it knows."""
    steps = shared.manner.steps
    return {
        "width": size[0],
        "height": size[1],
        "num_inference_steps": steps,
        "guidance_scale": shared.manner.guidance,
        # One generator a picture, so that none depends on its company.
        "generator": [torch.Generator().manual_seed(member.request.seed) for member in members],
        "image": [member.source for member in members],
        "mask_image": [member.stencil for member in members],
        # At least one step: diffusers does int(steps * strength) of them, and fails at none.
        "strength": min(max(shared.strength, (1 + 1e-6) / steps), 1.0),
        "output_type": "pil",
    }


def _halting(
    halt: Callable[[Passed], None], imagining: Imagining, steps: int
) -> Callable[..., dict[str, Any]]:
    def after(pipe: Any, step: int, _timestep: Any, held: dict[str, Any]) -> dict[str, Any]:
        total = getattr(pipe, "num_timesteps", steps)
        if step + 1 == total and not bool(held["latents"].isfinite().all()):
            raise FloatingPointError
        latents = imagining.latents(held["latents"])
        halt(Passed(done=step + 1, total=total, latents=latents))
        return {}

    return after


def _painted(made: Any, members: Sequence[Member]) -> Painted:
    unsafe = getattr(made, "nsfw_content_detected", None) or [False] * len(members)
    pictures = [_finished(*pair) for pair in zip(made.images, members, strict=True)]
    return Painted(pictures=pictures, unsafe=unsafe)


def _finished(picture: Image.Image, member: Member) -> Image.Image:
    """A picture at the size that was asked for, with what the mask keeps put back.

    A scene-text model letters up to the edges of the mask, where the old letters would shine
    through; what it made is given as it is.
    """
    lettered = bool(member.request.words)
    if not lettered and member.source is not None and member.stencil is not None:
        picture = overlaid(member.source, member.stencil, picture)
    width, height = member.request.width, member.request.height
    left, top = _margins(picture.size, (width, height))
    return picture.crop((left, top, left + width, top + height))


def _padded(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    """A picture in the middle of a canvas of `size`, its edges drawn out; `_finished` crops it."""
    left, top = _margins(size, picture.size)
    right, bottom = size[0] - picture.width - left, size[1] - picture.height - top
    sides = [(top, bottom), (left, right), *[(0, 0)] * (picture.mode == "RGB")]
    return Image.fromarray(np.pad(np.asarray(picture), sides, mode="edge"))


def _margins(outer: tuple[int, int], inner: tuple[int, int]) -> tuple[int, int]:
    return (outer[0] - inner[0]) // 2, (outer[1] - inner[1]) // 2
