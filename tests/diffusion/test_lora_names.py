"""The catalogue of layers agrees with the models that diffusers builds."""

import pytest
import torch
from diffusers import UNet2DConditionModel
from diffusers.loaders.single_file_utils import convert_ldm_unet_checkpoint
from torch import nn
from transformers import CLIPTextModel

from pipeline.engines.lora.modules import SD, SDXL, text_names, unet_names
from tests.diffusion import tiny

XL = {
    "block_out_channels": (320, 640, 1280),
    "down_block_types": ("DownBlock2D", "CrossAttnDownBlock2D", "CrossAttnDownBlock2D"),
    "up_block_types": ("CrossAttnUpBlock2D", "CrossAttnUpBlock2D", "UpBlock2D"),
    "transformer_layers_per_block": (1, 2, 10), "attention_head_dim": (5, 10, 20),
    "use_linear_projection": True, "addition_embed_type": "text_time",
    "addition_time_embed_dim": 256, "projection_class_embeddings_input_dim": 2816,
    "cross_attention_dim": 2048,
}  # fmt: skip
MODELS = [
    pytest.param(SD, {"cross_attention_dim": 768}, id="sd-1"),
    pytest.param(SD, {"cross_attention_dim": 1024, "use_linear_projection": True}, id="sd-2"),
    pytest.param(SDXL, XL, id="sdxl"),
]


def layers(model):
    return {
        name for name, layer in model.named_modules() if isinstance(layer, nn.Linear | nn.Conv2d)
    }


def built(config):
    """A model of full size that takes no memory."""
    with torch.device("meta"):
        return UNet2DConditionModel(**config)


@pytest.mark.parametrize(("levels", "config"), MODELS)
def test_every_layer_of_a_full_size_unet_is_in_the_catalogue(levels, config):
    assert {name for name, _ in unet_names(levels)} == layers(built(config))


@pytest.mark.parametrize(("levels", "config"), MODELS)
def test_the_original_names_are_those_that_diffusers_converts(levels, config):
    checkpoint = {
        f"model.diffusion_model.{original}.{kind}": torch.tensor(place)
        for place, (_, original) in enumerate(unet_names(levels))
        for kind in ("weight", "bias")
    }
    converted = convert_ldm_unet_checkpoint(checkpoint, dict(built(config).config))
    expected = {f"{ours}.weight": place for place, (ours, _) in enumerate(unet_names(levels))}
    found = {name: int(place) for name, place in converted.items() if name.endswith(".weight")}
    assert found == expected


def test_every_layer_of_a_text_encoder_is_in_the_catalogue():
    config = tiny.text_config()
    config.num_hidden_layers = 32
    with torch.device("meta"):
        assert layers(CLIPTextModel(config)) == set(text_names())
