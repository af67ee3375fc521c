"""A request made ready for its first pass: words encoded, noise drawn, steps known."""

from functools import lru_cache

import torch

from pipeline.domain.painting import Manner, PaintRequest, Sampler
from pipeline.engines.diffusion import buckets
from pipeline.engines.diffusion.devices import lent_to_passes
from pipeline.engines.diffusion.encoding import Encoder
from pipeline.engines.diffusion.latents import begin
from pipeline.engines.diffusion.parts import Parts
from pipeline.engines.diffusion.sample import Sample, is_guided, rows_of
from pipeline.engines.diffusion.samplers import scheduler_of
from pipeline.engines.diffusion.unrolling import Move, unrolled

_COURSES = 128
"""Ways through the steps that are remembered; they take milliseconds and some kilobytes each."""


class Preparing:
    """Makes samples of requests. It belongs to one thread, which may be another than the passes'."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._encoder = Encoder(parts)
        self._moves = lru_cache(_COURSES)(self._unrolled)

    @torch.inference_mode()
    def sample(self, ticket: str, request: PaintRequest) -> Sample:
        """The sample of a request, before its first step.

        Raises:
            PaintError: when its words, its source or its buckets cannot be used.
            ModelError: when an adapter cannot.
        """
        manner = request.manner
        scheduler = self._scheduler(manner.sampler, manner.steps)
        # Drawn on the processor, so that a seed means the same on every device.
        generator = torch.Generator().manual_seed(request.seed)
        prompt = self._encoder.encode(request.prompt, request.adapters)
        negative = None
        if is_guided(request):
            negative = self._encoder.encode(request.negative, request.adapters)
        canvas = begin(self._parts, request, scheduler, scheduler.timesteps, generator)
        moves = self._moves(manner.sampler, manner.steps, canvas.first_step)
        made = Sample(
            ticket=ticket, request=request, moves=moves, canvas=canvas, generator=generator,
            prompt=prompt, negative=negative, latents=canvas.latents[0].float(),
            asked=self._asked(request, len(moves)),
        )  # fmt: skip
        lent_to_passes(made.tensors)
        return made

    def moves(self, manner: Manner) -> tuple[Move, ...]:
        """The steps of a picture that begins from noise."""
        return self._moves(manner.sampler, manner.steps, 0)

    def _asked(self, request: PaintRequest, passes: int) -> tuple[int, ...]:
        if not request.buckets:
            return ()
        most = self._parts.settings.rows
        return buckets.read(request.buckets, passes=passes, rows=rows_of(request), most=most)

    def _unrolled(self, sampler: Sampler, steps: int, first: int) -> tuple[Move, ...]:
        return unrolled(self._scheduler(sampler, steps), first)

    def _scheduler(self, sampler: Sampler, steps: int):  # noqa: ANN202 - diffusers has no type for all
        scheduler = scheduler_of(sampler, self._parts.scheduler_config)
        scheduler.set_timesteps(steps)
        return scheduler
