"""What a ticket ends in: a picture and what it depends on, or what went wrong in our words."""

import io
import traceback
from importlib.metadata import PackageNotFoundError, version

import torch
from PIL import Image

from pipeline.domain.errors import ArtiCoverError, PaintError
from pipeline.domain.painting import PaintedPicture, PaintRecord, PaintRequest
from pipeline.engines.diffusion.settings import EngineSettings
from pipeline.ports.painter import Failed, Ready

_LIBRARIES = ("torch", "diffusers", "transformers", "peft")


def record(
    settings: EngineSettings, revision: str, device: torch.device, dtype: torch.dtype, buckets: str
) -> PaintRecord:
    """What a picture that went through `buckets` depends on besides its request."""
    return PaintRecord(
        model=settings.name,
        revision=revision,
        device=_called(device),
        dtype=str(dtype).removeprefix("torch."),
        buckets=buckets,
        versions=_versions(),
    )


def ready(ticket: str, picture: Image.Image, depends_on: PaintRecord) -> Ready:
    """A finished picture as a PNG."""
    held = io.BytesIO()
    picture.save(held, "PNG", compress_level=4)
    return Ready(
        ticket=ticket,
        picture=PaintedPicture(
            content=held.getvalue(),
            width=picture.width,
            height=picture.height,
            record=depends_on,
        ),
    )


def failed(ticket: str, request: PaintRequest, error: Exception) -> Failed:
    """An error of one ticket: ours as it is, too little memory by its name, the rest with its stack.

    The message of a foreign error is left out: it may hold a person's words.
    """
    match error:
        case ArtiCoverError():
            return Failed(ticket=ticket, error=error)
        case torch.OutOfMemoryError():
            told = PaintError("painter-memory", width=request.width, height=request.height)
            return Failed(ticket=ticket, error=told)
        case _:
            told = PaintError("painter-failed", kind=type(error).__name__)
            # without the error's own message, which may hold a person's words
            stack = "".join(traceback.format_tb(error.__traceback__)) + type(error).__name__
            return Failed(ticket=ticket, error=told, stack=stack)


def held_back(ticket: str) -> Failed:
    """What is said of a picture that the safety checker found unsafe; the picture itself is dropped."""
    return Failed(ticket=ticket, error=PaintError("paint-unsafe"))


def _called(device: torch.device) -> str:
    """A card by its model, processors by their threads: others round otherwise."""
    match device.type:
        case "cuda":
            return torch.cuda.get_device_name(device)
        case "cpu":
            return f"cpu, threads: {torch.get_num_threads()}"
        case other:
            return other


def _versions() -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    for name in _LIBRARIES:
        try:
            found.append((name, version(name)))
        except PackageNotFoundError:
            continue
    return tuple(found)
