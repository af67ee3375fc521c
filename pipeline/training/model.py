"""The model that an adapter is trained on: a Stable Diffusion of the first or second family."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from diffusers.models.autoencoders.autoencoder_kl import AutoencoderKL
from diffusers.models.unets.unet_2d_condition import UNet2DConditionModel
from diffusers.utils import logging as diffusers_logging
from transformers.models.clip.modeling_clip import CLIPTextModel
from transformers.models.clip.tokenization_clip import CLIPTokenizer
from transformers.utils import logging as transformers_logging

from pipeline.domain.adapter import Base
from pipeline.domain.errors import ModelError, TrainingError
from pipeline.training.fingerprints import digest

_PIPELINES = {"StableDiffusionPipeline", "StableDiffusionImg2ImgPipeline"}
_FAMILIES = {768: Base.SD1, 1024: Base.SD2}
"""By the features of a text's tokens."""


@dataclass(slots=True, kw_only=True)
class Model:
    """Frozen parts on the CPU; the VAE in 32 bits, since its 16 overflow, the others in `dtype`.

    `noise` is the configuration of its scheduler, `vae_revision` identifies the VAE's weights.
    """

    unet: Any
    vae: Any
    text_encoder: Any
    tokenizer: Any
    noise: Mapping[str, Any]
    base: Base
    vae_revision: str


def load_model(folder: Path, dtype: torch.dtype, name: str) -> Model:
    """Load a model from a folder in the layout of diffusers, from nowhere else.

    Raises:
        ModelError: `model-missing` without a model there, `model-damaged`.
        TrainingError: `training-model` for one of another family.
    """
    if not (folder / "model_index.json").is_file():
        raise ModelError("model-missing", model=name)
    _quiet()
    try:
        _demand_family(folder, name)
        return _loaded(folder, dtype)
    except TrainingError:
        raise
    except (OSError, ValueError, KeyError, RuntimeError, TypeError) as error:
        reason = str(error).partition("\n")[0][:200]
        raise ModelError("model-damaged", model=name, reason=reason) from error


def _quiet() -> None:
    """The libraries' own bars and hints would write over the command's."""
    for logging in (diffusers_logging, transformers_logging):
        logging.disable_progress_bar()
        logging.set_verbosity_error()


def _demand_family(folder: Path, name: str) -> None:
    kind = _read(folder / "model_index.json").get("_class_name")
    unet = _read(folder / "unet" / "config.json")
    if kind not in _PIPELINES or unet.get("in_channels") != 4 or unet.get("addition_embed_type"):
        raise TrainingError("training-model", model=name)


def _read(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text(encoding="utf-8"))


def _loaded(folder: Path, dtype: torch.dtype) -> Model:
    variant = _variant(folder)
    own: dict[str, Any] = {"local_files_only": True, "use_safetensors": True, "variant": variant}
    unet = UNet2DConditionModel.from_pretrained(folder, subfolder="unet", torch_dtype=dtype, **own)
    vae = AutoencoderKL.from_pretrained(folder, subfolder="vae", torch_dtype=torch.float32, **own)
    text = CLIPTextModel.from_pretrained(folder, subfolder="text_encoder", dtype=dtype, **own)
    tokenizer = CLIPTokenizer.from_pretrained(folder, subfolder="tokenizer", local_files_only=True)
    for part in (unet, vae, text):
        part.requires_grad_(False).eval()
    noise = _read(folder / "scheduler" / "scheduler_config.json")
    return Model(
        unet=unet, vae=vae, text_encoder=text, tokenizer=tokenizer,
        noise=noise,
        base=family(unet.config["cross_attention_dim"], noise),
        vae_revision=_revision(folder / "vae", variant),
    )  # fmt: skip


def family(features: int, noise: Mapping[str, Any]) -> Base:
    """The family; where the features tell nothing, that of models which predict as it does."""
    velocity = noise.get("prediction_type") == "v_prediction"
    return _FAMILIES.get(features, Base.SD2 if velocity else Base.SD1)


def _variant(folder: Path) -> str | None:
    """Full weights where they are, else those in 16 bits that many models come with."""
    whole = [path for path in (folder / "unet").glob("*.safetensors") if ".fp16." not in path.name]
    return None if whole else "fp16"


def _revision(part: Path, variant: str | None) -> str:
    """The first 16 digits of a SHA-256 over the files of weights that are read."""
    found = hashlib.sha256()
    for path in sorted(part.glob("*.safetensors")):
        if (".fp16." in path.name) == (variant == "fp16"):
            found.update(digest(path).encode())
    return found.hexdigest()[:16]
