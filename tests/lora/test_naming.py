"""A tensor's layer is known by every name that files use for it."""

import pytest

from pipeline.domain.adapter import LoraLayout
from pipeline.engines.lora.modules import Part
from pipeline.engines.lora.naming import NoLayerError, Place, Role, layout_of, place_of

TO_OUT = "down_blocks.1.attentions.0.transformer_blocks.0.attn2.to_out.0"
BLOCK = "down_blocks.1.attentions.0.transformer_blocks.0"
FLAT = "down_blocks_1_attentions_0_transformer_blocks_0"
LDM = "input_blocks_4_1_transformer_blocks_0"


@pytest.mark.parametrize(
    "name",
    [
        f"unet.{BLOCK}.attn2.to_out.0.lora.down.weight",
        f"unet.{BLOCK}.attn2.to_out.0.lora_A.weight",
        f"unet.{BLOCK}.attn2.to_out.0.lora_A.default.weight",
        f"{BLOCK}.attn2.to_out.0.lora_A.weight",
        f"base_model.model.{BLOCK}.attn2.to_out.0.lora_A.weight",
        f"unet.{BLOCK}.attn2.processor.to_out_lora.down.weight",
        f"{BLOCK}.attn2.processor.to_out_lora.down.weight",
        f"lora_unet_{FLAT}_attn2_to_out_0.lora_down.weight",
        f"lora_unet_{LDM}_attn2_to_out_0.lora_down.weight",
    ],
)
def test_a_layer_of_the_unet_has_many_names(name):
    expected = Place(part=Part.UNET, module=TO_OUT, role=Role.DOWN)
    assert place_of(name, layout_of([name])) == expected


@pytest.mark.parametrize(
    "name",
    [
        "text_encoder.text_model.encoder.layers.3.self_attn.q_proj.lora_linear_layer.up.weight",
        "text_encoder.text_model.encoder.layers.3.self_attn.to_q_lora.up.weight",
        "text_encoder.encoder.layers.3.self_attn.q_proj.lora_B.weight",
        "text_encoder.encoder.layers.3.self_attn.q_proj.lora.up.weight",
        "lora_te_text_model_encoder_layers_3_self_attn_q_proj.lora_up.weight",
        "lora_te1_text_model_encoder_layers_3_self_attn_q_proj.lora_up.weight",
    ],
)
def test_a_layer_of_the_text_encoder_has_many_names(name):
    expected = Place(part=Part.TEXT, module="encoder.layers.3.self_attn.q_proj", role=Role.UP)
    assert place_of(name, layout_of([name])) == expected


def test_convolutions_and_alphas_have_their_places():
    found = place_of("lora_unet_mid_block_resnets_0_conv1.alpha", LoraLayout.KOHYA)
    assert found == Place(part=Part.UNET, module="mid_block.resnets.0.conv1", role=Role.ALPHA)
    second = "lora_te2_text_model_encoder_layers_31_mlp_fc1.alpha"
    assert place_of(second, LoraLayout.KOHYA).part is Part.TEXT_2


@pytest.mark.parametrize(
    "name",
    [
        "lora_unet_double_blocks_0_img_attn_qkv.lora_down.weight",
        "transformer.single_transformer_blocks.0.attn.to_q.lora_A.weight",
        "unet.down_blocks.7.attentions.0.proj_in.lora.down.weight",
        "unet.conv_in.weight",
        "lora_unet_.lora_down.weight",
        ".lora_A.weight",
        "",
    ],
)
def test_tensors_of_other_models_have_no_place(name):
    with pytest.raises(NoLayerError):
        place_of(name, layout_of([name]))


def test_kohya_is_recognised_by_every_name():
    assert layout_of(["lora_unet_a.alpha", "lora_te_b.alpha"]) is LoraLayout.KOHYA
    assert layout_of(["lora_unet_a.alpha", "unet.b.alpha"]) is LoraLayout.DIFFUSERS
