"""Small pictures of latents that are still being denoised."""

import io
from typing import Any

import torch
from PIL import Image
from torch import Tensor, nn

LONGEST_PX = 512
QUALITY = 80
SD = (
    (0.298, 0.207, 0.208),
    (0.187, 0.286, 0.173),
    (-0.158, 0.189, 0.264),
    (-0.184, -0.271, -0.473),
)
"""Red, green and blue of each latent channel of the first two families, measured by keturn
("Decoding latents to RGB without upscaling", Hugging Face forum, 2022); from -1 to 1."""
SDXL = ((0.3816, 0.4930, 0.5320), (-0.3753, 0.1631, 0.1739), (0.1770, 0.3588, -0.2048),
        (-0.4350, -0.2644, -0.4289))  # fmt: skip
"""The same of SDXL, whose latents are others, by StAlKeR7779 for InvokeAI (2023)."""
Factors = tuple[tuple[float, float, float], ...]


@torch.inference_mode()
def small_picture(
    latents: Tensor, small_decoder: nn.Module | None, factors: Factors = SD
) -> Image.Image:  # fmt: skip
    """One sample, (4, h, w) or (1, 4, h, w), as the VAE scales them; 8h x 8w pixels or fewer.

    By TAESD where there is a `small_decoder` (madebyollin, "Tiny AutoEncoder for Stable
    Diffusion"), else by the linear projection of `factors`, at an eighth of the size and enlarged.
    """
    sample = latents.reshape(1, *latents.shape[-3:])
    height, width = sample.shape[-2] * 8, sample.shape[-1] * 8
    colours = (
        _projected(sample, factors) if small_decoder is None else _decoded(sample, small_decoder)
    )
    scale = min(1.0, LONGEST_PX / max(height, width))
    return picture(colours).resize(
        (max(1, round(width * scale)), max(1, round(height * scale))), Image.Resampling.BICUBIC
    )


def as_jpeg(small: Image.Image) -> bytes:
    """A picture in a file that travels light."""
    held = io.BytesIO()
    small.save(held, "JPEG", quality=QUALITY)
    return held.getvalue()


def picture(colours: Tensor) -> Image.Image:
    """An RGB picture of (3, h, w) colours from -1 to 1; what is no number is black."""
    levels = (colours.float() / 2 + 0.5).nan_to_num(0.0).clamp(0, 1).permute(1, 2, 0)
    # rounded where they are: a quarter as much has to come from a card
    bytes_ = (levels * 255).round().to(torch.uint8)
    return Image.fromarray(bytes_.contiguous().cpu().numpy())


def _projected(sample: Tensor, factors: Factors) -> Tensor:
    by_channel = torch.tensor(factors, device=sample.device)
    return torch.einsum("chw,cr->rhw", sample[0].float(), by_channel)


def _decoded(sample: Tensor, small_decoder: Any) -> Tensor:
    home = next(small_decoder.parameters())
    return small_decoder.decode(sample.to(home.device, home.dtype)).sample[0]
