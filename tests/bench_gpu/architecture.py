"""Models with random weights, in the layout of diffusers: speed does not depend on weights."""

from pathlib import Path
from typing import Any

import torch
from diffusers import (
    AutoencoderKL,
    AutoencoderTiny,
    DPMSolverMultistepScheduler,
    StableDiffusionPipeline,
    UNet2DConditionModel,
)
from transformers import CLIPTextConfig, CLIPTextModel

from tests.diffusion import tiny

UNETS: dict[str, dict[str, Any]] = {
    "full": {"block_out_channels": (320, 640, 1280, 1280), "cross_attention_dim": 768},
    "quarter": {"block_out_channels": (80, 160, 320, 320), "cross_attention_dim": 192},
}
"""The UNet of SD 1.4 (its published `config.json`), and the same a quarter as wide."""
AUTOENCODERS: dict[str, tuple[int, ...]] = {
    "full": (128, 256, 512, 512),
    "quarter": (32, 64, 128, 128),
}
WORDS_WIDTH = {"full": 768, "quarter": 192}


def unet_of(size: str) -> UNet2DConditionModel:
    """A UNet of random weights on the device and in the numbers that are the default now."""
    if size == "tiny":
        return tiny.unet()
    return UNet2DConditionModel(
        sample_size=64, layers_per_block=2, attention_head_dim=8, norm_num_groups=16 if size == "quarter" else 32,
        **UNETS[size],
    ).eval()  # fmt: skip


def autoencoder_of(size: str) -> AutoencoderKL:
    """The VAE beside it."""
    if size == "tiny":
        return tiny.vae()
    return AutoencoderKL(
        block_out_channels=AUTOENCODERS[size], layers_per_block=2, latent_channels=4, sample_size=512,
        down_block_types=("DownEncoderBlock2D",) * 4, up_block_types=("UpDecoderBlock2D",) * 4,
    ).eval()  # fmt: skip


def words_of(size: str) -> CLIPTextModel:
    """The text encoder: CLIP ViT-L/14's, with a vocabulary of the tests' own."""
    if size == "tiny":
        return CLIPTextModel(tiny.text_config()).eval()
    width = WORDS_WIDTH[size]
    own = tiny.text_config()
    config = CLIPTextConfig(
        vocab_size=49408, hidden_size=width, intermediate_size=4 * width, num_hidden_layers=12,
        num_attention_heads=12, max_position_embeddings=77, projection_dim=width,
        bos_token_id=own.bos_token_id, eos_token_id=own.eos_token_id, pad_token_id=own.pad_token_id,
    )  # fmt: skip
    return CLIPTextModel(config).eval()


def write_model(folder: Path, size: str, device: torch.device, dtype: torch.dtype) -> None:
    """A whole model in `folder / "model"`, and the small decoder of previews in `folder / "taesd"`."""
    torch.manual_seed(0)
    with torch.device(device):  # a card draws 860 million random numbers in no time
        unet, vae, words = unet_of(size), autoencoder_of(size), words_of(size)
        small = tiny.taesd() if size == "tiny" else AutoencoderTiny().eval()
    pipe = StableDiffusionPipeline(
        vae=vae, text_encoder=words, tokenizer=tiny.tokenizer(), unet=unet,
        scheduler=DPMSolverMultistepScheduler(**tiny.NOISE, steps_offset=1),
        safety_checker=None, feature_extractor=None, requires_safety_checker=False,
    )  # fmt: skip
    pipe.to(dtype=dtype).save_pretrained(folder / "model")
    small.to(dtype=dtype).save_pretrained(folder / "taesd")
