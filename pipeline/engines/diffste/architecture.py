"""DiffSTE's networks: those of Stable Diffusion 1.5 for inpainting, with an eye for characters.

Every spatial transformer of the UNet is there twice. One sees the instruction, the other the
characters; both take the same input, and what goes on is their mean (section 3.1 of the paper).
Both conditions travel through the UNet as one tensor: the tokens of the instruction, then the
characters, whose features are padded with zeros to the width of the tokens.
"""

from typing import Any

import torch
from diffusers.models.autoencoders.autoencoder_kl import AutoencoderKL
from diffusers.models.transformers.transformer_2d import Transformer2DModel
from diffusers.models.unets.unet_2d_condition import UNet2DConditionModel
from torch import Tensor, nn
from transformers import CLIPTextConfig, CLIPTextModel

from pipeline.engines.diffste.sizes import Sizes

GROUPS = 32
CLIP_HEADS = 12
SCALE = 0.18215
SIDE_PX = 256


class Characters(nn.Module):
    """Embeds the numbers of characters by what they are and where they stand."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.char_embedding = nn.Embedding(sizes.characters, sizes.char_width, padding_idx=0)
        self.position_embedding = nn.Embedding(sizes.length, sizes.char_width)

    def forward(self, ids: Tensor) -> Tensor:
        """(rows, length, char_width) of numbers (rows, length)."""
        places = torch.arange(ids.shape[1], device=ids.device)
        return self.char_embedding(ids) + self.position_embedding(places)


def packed(text: Tensor, characters: Tensor) -> Tensor:
    """Both conditions, (rows, tokens, width) and (rows, as many, narrower), one behind the other."""
    missing = text.shape[-1] - characters.shape[-1]
    return torch.cat([text, nn.functional.pad(characters, (0, missing))], dim=1)


class Doubled(nn.Module):
    """Two spatial transformers in the place of one."""

    def __init__(self, text: Transformer2DModel, char: Transformer2DModel, char_width: int) -> None:
        super().__init__()
        self.text = text
        self.char = char
        self._char_width = char_width

    def forward(
        self, hidden_states: Tensor, encoder_hidden_states: Tensor, **_others: Any
    ) -> tuple[Tensor]:
        """The mean of both, as the UNet asks a transformer (without `return_dict`)."""
        text, char = encoder_hidden_states.chunk(2, dim=1)
        char = char[..., : self._char_width]
        seen = self.text(hidden_states, text, return_dict=False)[0]
        spelt = self.char(hidden_states, char, return_dict=False)[0]
        return ((seen + spelt) / 2,)


class Network(nn.Module):
    """All four networks under the names of the checkpoint, for looking at names and shapes."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.unet = _unet(sizes)
        self.vae = _vae(sizes)
        self.text_encoder = _text_encoder(sizes)
        self.char_embedder = Characters(sizes)


def skeleton(sizes: Sizes) -> Network:
    """The networks without any numbers: their tensors have shapes and no memory."""
    with torch.device("meta"):
        return Network(sizes)


def _unet(sizes: Sizes) -> UNet2DConditionModel:
    unet = UNet2DConditionModel(
        sample_size=SIDE_PX // 8, in_channels=9, out_channels=4, layers_per_block=2,
        block_out_channels=sizes.unet, norm_num_groups=GROUPS, norm_eps=1e-5, act_fn="silu",
        # the library's name for the number of heads
        attention_head_dim=sizes.text_heads, cross_attention_dim=sizes.text_width,
        flip_sin_to_cos=True, freq_shift=0,
    )  # fmt: skip
    blocks: list[Any] = [*unet.down_blocks, unet.mid_block, *unet.up_blocks]
    for block in blocks:
        texts: Any = getattr(block, "attentions", ())
        for place, text in enumerate(texts):
            texts[place] = Doubled(text, _spelling(text, sizes), sizes.char_width)
    return unet


def _spelling(beside: Transformer2DModel, sizes: Sizes) -> Transformer2DModel:
    """The transformer for characters beside one for the instruction."""
    channels = int(beside.config["in_channels"])
    return Transformer2DModel(
        num_attention_heads=sizes.char_heads, attention_head_dim=channels // sizes.char_heads,
        in_channels=channels, num_layers=1, cross_attention_dim=sizes.char_width,
        norm_num_groups=GROUPS,
    )  # fmt: skip


def _vae(sizes: Sizes) -> AutoencoderKL:
    levels = len(sizes.vae)
    # the library says of all three that they are tuples of one
    per_level: dict[str, Any] = {
        "block_out_channels": sizes.vae,
        "down_block_types": ("DownEncoderBlock2D",) * levels,
        "up_block_types": ("UpDecoderBlock2D",) * levels,
    }
    return AutoencoderKL(
        in_channels=3, out_channels=3, latent_channels=4, layers_per_block=2,
        norm_num_groups=GROUPS, sample_size=SIDE_PX, scaling_factor=SCALE, **per_level,
    )  # fmt: skip


def _text_encoder(sizes: Sizes) -> CLIPTextModel:
    end = sizes.clip_vocabulary - 1
    return CLIPTextModel(CLIPTextConfig(
        vocab_size=sizes.clip_vocabulary, hidden_size=sizes.clip_width,
        intermediate_size=sizes.clip_inner, num_hidden_layers=sizes.clip_layers,
        num_attention_heads=CLIP_HEADS, max_position_embeddings=sizes.clip_positions,
        hidden_act="quick_gelu", projection_dim=sizes.clip_width,
        bos_token_id=end - 1, eos_token_id=end, pad_token_id=end,
    ))  # fmt: skip
