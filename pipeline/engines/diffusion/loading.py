"""Loads a model from its folder: offline, from safetensors only, and onto the right device."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import torch

from pipeline.domain.errors import ModelError
from pipeline.engines.diffusion.card import describe
from pipeline.engines.diffusion.devices import CPU, device_of, dtype_of
from pipeline.engines.diffusion.parts import Parts
from pipeline.engines.diffusion.settings import EngineSettings
from pipeline.engines.diffusion.weights import (
    demand_part,
    demand_whole,
    parts_of,
    revision,
    variant,
)

EXTRA = "diffusion"
CHECKER = frozenset({"safety_checker", "feature_extractor"})


def is_continuous(model: Path) -> bool:
    """Whether a model's pictures can share every forward pass: SD 1.x and 2.x, four channels.

    Raises:
        ModelError: `model-missing`, `model-damaged`.
    """
    return describe(model).continuous


def load(settings: EngineSettings) -> Parts:
    """The parts of a Stable Diffusion model of the first or second family.

    The published layouts of all years are read: keys with `text_model.` and `position_ids`, a VAE
    with `query/key/value/proj_attn`, a tokenizer of `vocab.json` and `merges.txt`, old schedulers.

    Raises:
        ModelError: `model-missing`, `model-damaged`, `model-pickled`, `model-device`, or
            `model-extra` without the libraries.
    """
    device = device_of(settings.device)
    dtype = dtype_of(settings.dtype, device)
    pipe = open_pipeline("AutoPipelineForText2Image", settings, dtype)
    parts = taken_apart(pipe, settings, device, dtype)
    parts.small_decoder = small_decoder(settings, dtype)
    parts.revision = revision(settings.model)
    _settle(parts)
    return parts


def taken_apart(
    pipe: Any, settings: EngineSettings, device: torch.device, dtype: torch.dtype
) -> Parts:
    """The parts of a pipeline of the first two families, where and as they are."""
    return Parts(
        settings=settings,
        unet=pipe.unet,
        vae=pipe.vae,
        text_encoder=pipe.text_encoder,
        tokenizer=pipe.tokenizer,
        scheduler_config=dict(pipe.scheduler.config),
        checker=pipe.safety_checker,
        eyes=pipe.feature_extractor if pipe.safety_checker is not None else None,
        device=device,
        dtype=dtype,
    )


def open_pipeline(auto: str, settings: EngineSettings, dtype: torch.dtype) -> Any:
    """A pipeline of diffusers by one of its Auto classes, on the processor, quiet.

    With `settings.safety` false its safety checker is left on the disk.

    Raises:
        ModelError: as `load`.
    """
    folder, name = settings.model, settings.name
    parts = parts_of(folder, name)
    left_out = frozenset[str]() if settings.safety else CHECKER & parts.keys()
    demand_whole(folder, name, left_out)
    # What a model goes without has to be said for some; SD3 often comes without its third reader.
    spare: dict[str, Any] = dict.fromkeys({part for part in parts if not parts[part]} | left_out)
    if left_out:
        spare["requires_safety_checker"] = False
    with translated(name):
        import diffusers  # noqa: PLC0415  (seconds, and only where a model is opened)

        _quiet()
        pipe = getattr(diffusers, auto).from_pretrained(
            folder, local_files_only=True, use_safetensors=True, dtype=dtype,
            variant=variant(folder), **spare,
        )  # fmt: skip
    pipe.set_progress_bar_config(disable=True)
    return pipe


@contextmanager
def translated(name: str) -> Generator[None]:
    """What the libraries raise about a model's files, in our words.

    Raises:
        ModelError: `model-extra` when a library is missing, else `model-damaged`.
    """
    try:
        yield
    except ModelError:
        raise
    except ImportError as error:
        raise ModelError("model-extra", extra=EXTRA) from error
    except torch.OutOfMemoryError:
        raise
    except Exception as error:
        first = (str(error).strip() or type(error).__name__).splitlines()[0]
        raise ModelError("model-damaged", model=name, reason=first[:200]) from error


def _quiet() -> None:
    """Bars and hints on standard error are for notebooks; here nobody would read them."""
    from diffusers.utils import logging as diffusers_logging  # noqa: PLC0415  (as above)
    from transformers.utils import logging as transformers_logging  # noqa: PLC0415  (as above)

    for logging in (diffusers_logging, transformers_logging):
        logging.disable_progress_bar()
        logging.set_verbosity_error()


def small_decoder(settings: EngineSettings, dtype: torch.dtype) -> Any:
    """TAESD from `settings.preview`, on the processor; None where there is none.

    Raises:
        ModelError: `model-damaged`, `model-pickled`, `model-extra`.
    """
    if settings.preview is None:
        return None
    demand_part(settings.preview, settings.preview.name)
    with translated(settings.preview.name):
        from diffusers.models.autoencoders.autoencoder_tiny import (  # noqa: PLC0415  (as above)
            AutoencoderTiny,
        )

        return AutoencoderTiny.from_pretrained(
            settings.preview, local_files_only=True, use_safetensors=True, dtype=dtype
        )


def _settle(parts: Parts) -> None:
    """Put every part where it lives, for painting only.

    To spare a small card, what a picture needs once (the text encoder, the VAE, the checker) lives
    in the processor's memory and visits; the UNet, which it needs at every step, stays.
    """
    visitors = [parts.vae, parts.text_encoder, *([parts.checker] if parts.checker else [])]
    residents = [parts.unet, *([parts.small_decoder] if parts.small_decoder else [])]
    for part in (*visitors, *residents):
        part.eval().requires_grad_(False)
    for part in visitors:
        part.to(CPU if parts.settings.offload else parts.device)
    for part in residents:
        part.to(parts.device)
    if parts.device.type == "cuda":
        for part in (parts.unet, parts.vae):
            part.to(memory_format=torch.channels_last)  # pyright: ignore[reportCallIssue]
