"""Loads a converted DiffSTE model: offline, from safetensors only, into the stock pipeline."""

from pathlib import Path
from typing import Any, cast

import torch
from diffusers.pipelines.stable_diffusion.pipeline_stable_diffusion_inpaint import (
    StableDiffusionInpaintPipeline,
)
from diffusers.schedulers.scheduling_ddim import DDIMScheduler
from safetensors import safe_open
from torch import Tensor, nn
from transformers import CLIPTokenizer

from pipeline.engines.diffste.architecture import Network, skeleton
from pipeline.engines.diffste.folder import WEIGHTS, damaged, sizes_of, vocabulary_of
from pipeline.engines.diffste.sizes import Sizes
from pipeline.engines.diffste.vocabulary import END

_NOISE: dict[str, Any] = {
    "beta_start": 0.00085, "beta_end": 0.012, "beta_schedule": "scaled_linear",
    "num_train_timesteps": 1000, "set_alpha_to_one": False, "steps_offset": 1,
    "clip_sample": False, "prediction_type": "epsilon", "timestep_spacing": "leading",
}  # fmt: skip


class WriterPipeline(StableDiffusionInpaintPipeline):
    """The stock pipeline, drawing as DiffSTE's own code: a seed gives the same picture as there.

    That draws the noise from a seed's generator, and what the VAE leaves to chance from another of
    the same seed; the stock pipeline draws both from one. Besides, pictures come from there with
    their channels last in memory, in which convolutions round otherwise, a hundred times coarser.
    """

    def _encode_vae_image(self, image: Tensor, generator: Any) -> Tensor:
        if isinstance(generator, list):
            own: Any = [_anew(one) for one in cast("list[torch.Generator]", generator)]
        else:
            own = _anew(generator)
        return super()._encode_vae_image(image.contiguous(), own)


def _anew(generator: torch.Generator) -> torch.Generator:
    return torch.Generator().manual_seed(generator.initial_seed())


def open_writer_pipeline(
    folder: Path, dtype: torch.dtype
) -> tuple[WriterPipeline, nn.Module, Sizes]:
    """The pipeline of the model in a folder, what embeds its characters, and its sizes.

    All is on the processor, in evaluation mode.

    Raises:
        ModelError: `writer-missing`, `writer-damaged`.
    """
    sizes = sizes_of(folder)
    network = _filled(folder, sizes, dtype)
    # the library does not say of the last two that they may be missing
    parts: dict[str, Any] = {
        "vae": network.vae, "text_encoder": network.text_encoder, "unet": network.unet,
        "tokenizer": _tokenizer(folder, sizes), "scheduler": DDIMScheduler(**_NOISE),
        "safety_checker": None, "feature_extractor": None,
    }  # fmt: skip
    pipe = WriterPipeline(**parts, requires_safety_checker=False)
    pipe.set_progress_bar_config(disable=True)
    return pipe, network.char_embedder, sizes


def _filled(folder: Path, sizes: Sizes, dtype: torch.dtype) -> Network:
    """The networks with their numbers, of which each is in memory once."""
    try:
        network = skeleton(sizes)
        with safe_open(folder / WEIGHTS, framework="pt") as file:
            tensors = {name: file.get_tensor(name).to(dtype) for name in file.keys()}  # noqa: SIM118 - no dict
        network.load_state_dict(tensors, assign=True)
    except torch.OutOfMemoryError:
        raise
    except Exception as error:  # a file of a stranger makes the libraries raise whatever there is
        raise damaged(folder, f"{folder.name}/{WEIGHTS}") from error
    _number_positions(network)
    return network.eval().requires_grad_(False)


def _number_positions(network: Network) -> None:
    """Fill the one buffer that no checkpoint has: the places of CLIP's tokens."""
    embeddings: Any = network.text_encoder.embeddings
    count = embeddings.position_ids.shape[-1]
    embeddings.position_ids = torch.arange(count).expand(1, -1)


def _tokenizer(folder: Path, sizes: Sizes) -> CLIPTokenizer:
    vocabulary = vocabulary_of(folder, sizes)
    merges: Any = list(vocabulary.merges)
    return CLIPTokenizer(
        vocab=dict(vocabulary.tokens), merges=merges, pad_token=END,
        model_max_length=sizes.tokens,
    )  # fmt: skip
