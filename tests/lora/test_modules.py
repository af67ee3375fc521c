"""The names of layers are those of the real models."""

from pipeline.engines.lora.modules import SD, SDXL, Part, flat, flat_names, text_names, unet_names


def test_the_unet_of_stable_diffusion_has_282_layers_and_sdxl_794():
    assert len(dict(unet_names(SD))) == 282
    assert len(dict(unet_names(SDXL))) == 794


def test_no_two_layers_have_the_same_name_once_dots_are_underscores():
    for levels in (SD, SDXL):
        names = [name for pair in unet_names(levels) for name in pair]
        assert len({flat(name) for name in names}) == len(names)
    assert len({flat(name) for name in text_names()}) == len(list(text_names()))


def test_both_families_mean_the_same_layer_by_an_original_name():
    sd, xl = ({original: ours for ours, original in unet_names(levels)} for levels in (SD, SDXL))
    assert all(sd[name] == xl[name] for name in sd.keys() & xl)


def test_well_known_names_are_found():
    unet = flat_names(Part.UNET)
    assert unet["input_blocks_1_1_proj_in"] == "down_blocks.0.attentions.0.proj_in"
    assert unet["input_blocks_3_0_op"] == "down_blocks.0.downsamplers.0.conv"
    assert unet["middle_block_2_in_layers_2"] == "mid_block.resnets.1.conv1"
    assert unet["output_blocks_2_1_conv"] == "up_blocks.0.upsamplers.0.conv"
    assert unet["output_blocks_11_1_transformer_blocks_0_attn2_to_out_0"] == (
        "up_blocks.3.attentions.2.transformer_blocks.0.attn2.to_out.0"
    )
    text = flat_names(Part.TEXT)
    assert text["text_model_encoder_layers_11_mlp_fc2"] == "encoder.layers.11.mlp.fc2"
