"""What tests of painting are written with: requests, engines of tiny models, the stock pipelines."""

import io
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import replace

import diffusers
import numpy as np
import torch
from diffusers import (
    StableDiffusionImg2ImgPipeline,
    StableDiffusionInpaintPipeline,
    StableDiffusionPipeline,
)
from PIL import Image

from pipeline.domain.painting import Manner, PaintRequest, Sampler
from pipeline.engines.diffusion.aside import Lanes
from pipeline.engines.diffusion.batching import Continuous
from pipeline.engines.diffusion.loading import load
from pipeline.engines.diffusion.settings import EngineSettings
from pipeline.ports.painter import Advanced, Failed, Ready

WIDTH, HEIGHT = 64, 96
STOCK = {
    Sampler.DPM: ("DPMSolverMultistepScheduler", {}),
    Sampler.DPM_KARRAS: ("DPMSolverMultistepScheduler", {"use_karras_sigmas": True}),
    Sampler.DPM_SDE: ("DPMSolverMultistepScheduler", {"algorithm_type": "sde-dpmsolver++"}),
    Sampler.PNDM: ("PNDMScheduler", {}),
    Sampler.EULER: ("EulerDiscreteScheduler", {}),
    Sampler.EULER_A: ("EulerAncestralDiscreteScheduler", {}),
    Sampler.HEUN: ("HeunDiscreteScheduler", {}),
    Sampler.UNIPC: ("UniPCMultistepScheduler", {}),
    Sampler.DDIM: ("DDIMScheduler", {"clip_sample": False}),
    Sampler.DDPM: ("DDPMScheduler", {"clip_sample": False}),
    Sampler.LMS: ("LMSDiscreteScheduler", {}),
    Sampler.LCM: ("LCMScheduler", {}),
    Sampler.TCD: ("TCDScheduler", {}),
}
"""What the documentation of diffusers says to use; written down here again, so that it is a check."""


def wish(seed=1, *, sampler=Sampler.DPM, steps=3, guidance=7.5, **more) -> PaintRequest:
    """A request for a small picture."""
    given = {"prompt": "a dark castle", "negative": "letters", "width": WIDTH, "height": HEIGHT}
    manner = Manner(sampler=sampler, steps=steps, guidance=guidance)
    return PaintRequest(**{**given, "seed": seed, "manner": manner, **more})


def settings_of(folder, **more) -> EngineSettings:
    """Settings of a model of the session, on the processor in float32."""
    given = {"device": "cpu", "dtype": "float32", "preview_every": 0, "rows": 8}
    return EngineSettings(model=folder, name=folder.name, **{**given, **more})


class Latents(Continuous):
    """An engine that keeps the finished latents: what can be compared without rounding to a pixel."""

    def __init__(self, parts, beside=None):
        super().__init__(parts, beside)
        self.parts = parts
        self.latents = {}
        developing = self._developing.picture

        def picture(sample):
            self.latents[sample.ticket] = sample.latents
            return developing(sample)

        self._developing.picture = picture


def engine(folder, *, beside=None, **more) -> Latents:
    """An engine of a model of the session."""
    return Latents(load(settings_of(folder, **more)), beside)


@contextmanager
def threads():
    """Lanes as there are beside a card: a thread for each."""
    with ExitStack() as held:
        names = ("preparing", "previewing", "developing", "filing")
        yield Lanes(**{name: held.enter_context(ThreadPoolExecutor(1, name)) for name in names})


def painted(by, wishes=(), *, until=None) -> dict:
    """The events of an engine until it is idle, or until `until` of them; by ticket."""
    for ticket, request in dict(wishes).items():
        by.admit(ticket, request)
    events = []
    while by.busy and not (until and until(events)):
        events += by.step()
    return told(events)


def told(events) -> dict:
    """Events by ticket."""
    by_ticket = {}
    for event in events:
        by_ticket.setdefault(event.ticket, []).append(event)
    return by_ticket


def ends(by_ticket) -> dict:
    """How each ticket ended: its picture, or its error."""
    last = {ticket: events[-1] for ticket, events in by_ticket.items()}
    assert not any(isinstance(event, Advanced) for event in last.values())
    return {
        ticket: event.picture if isinstance(event, Ready) else event.error
        for ticket, event in last.items()
    }


def failures(by_ticket) -> list:
    """The events of what failed."""
    return [e for events in by_ticket.values() for e in events if isinstance(e, Failed)]


def replayed(request, picture) -> PaintRequest:
    """The same again, in passes of the same sizes."""
    return replace(request, buckets=picture.record.buckets)


class Stock:
    """diffusers' own pipelines for a model of the session, called for one picture at a time."""

    def __init__(self, folder, adapter=None):
        self._pipe = StableDiffusionPipeline.from_pretrained(folder, local_files_only=True)
        self._pipe.set_progress_bar_config(disable=True)
        self._config = self._pipe.scheduler.config
        self._adapter = adapter
        self._loaded = set()

    def latents(self, request: PaintRequest) -> torch.Tensor:
        """The finished latents of a request, (4, h, w)."""
        name, more = STOCK[request.manner.sampler]
        self._pipe.scheduler = getattr(diffusers, name).from_config(self._config, **more)
        self._use(request.adapters)
        given = {"prompt": request.prompt, "negative_prompt": request.negative}
        made = self._call(request)(
            **given, num_inference_steps=request.manner.steps,
            guidance_scale=request.manner.guidance, output_type="latent",
            generator=torch.Generator().manual_seed(request.seed),
        )  # fmt: skip
        return made.images[0]

    def _call(self, request):
        size = {"width": request.width, "height": request.height}
        if request.source is None:
            return lambda **given: self._pipe(**given, **size)
        image = Image.open(io.BytesIO(request.source))
        begun = {"image": image, "strength": request.strength}
        if request.mask is None:
            pipe = StableDiffusionImg2ImgPipeline(**self._pipe.components)
        else:
            pipe = StableDiffusionInpaintPipeline(**self._pipe.components)
            begun |= {"mask_image": Image.open(io.BytesIO(request.mask)), **size}
        pipe.set_progress_bar_config(disable=True)
        return lambda **given: pipe(**given, **begun)

    def _use(self, uses):
        for use in uses:
            if use.name not in self._loaded:
                path = self._adapter(use.name)
                self._pipe.load_lora_weights(
                    path.parent, weight_name=path.name, adapter_name=use.name
                )
                self._loaded.add(use.name)
        if uses:
            self._pipe.enable_lora()
            self._pipe.set_adapters([use.name for use in uses], [use.weight for use in uses])
        elif self._loaded:
            self._pipe.disable_lora()


def apart(one: torch.Tensor, other: torch.Tensor) -> float:
    """The largest difference as a part of the largest number."""
    return ((one - other).abs().max() / other.abs().max()).item()


def photograph(width=WIDTH, height=HEIGHT) -> bytes:
    """A picture to begin from, as PNG."""
    rows, columns = np.mgrid[0:height, 0:width]
    colours = np.stack([columns * 255 // width, rows * 255 // height, (rows ^ columns) & 255], -1)
    return png(Image.fromarray(colours.astype(np.uint8)))


def half_mask(width=WIDTH, height=HEIGHT) -> bytes:
    """White on the right half: only that is painted."""
    mask = Image.new("L", (width, height), 0)
    mask.paste(255, (width // 2, 0, width, height))
    return png(mask)


def png(picture) -> bytes:
    """A picture as a file."""
    held = io.BytesIO()
    picture.save(held, "PNG")
    return held.getvalue()
