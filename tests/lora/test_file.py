"""A LoRA file is known by its header: what it is for, how large, and whether it can be used."""

import hashlib
import json

import pytest

from pipeline.domain.adapter import Base, LoraLayout
from pipeline.domain.errors import ModelError
from pipeline.engines.lora.file import MOST_BYTES, read_lora
from tests.lora.files import attention_layers, diffusers, kohya, write

ONE = ("mid_block.attentions.0.transformer_blocks.0.attn2.to_k", 768, 1280)
TEXT = ("text_model.encoder.layers.0.mlp.fc1", 768, 3072)
TO_K = "unet.mid_block.attentions.0.transformer_blocks.0.attn2.to_k"


def refused(path):
    with pytest.raises(ModelError) as raised:
        read_lora(path, "noir")
    return raised.value.code, {k: v for k, v in raised.value.facts.items() if k != "name"}


@pytest.mark.parametrize(("layout", "named"), [("diffusers", diffusers), ("kohya", kohya)])
def test_a_lora_on_all_attention_of_sd1_at_rank_4_has_797184_parameters(tmp_path, layout, named):
    path = write(tmp_path / "a.safetensors", named(attention_layers()))
    found = read_lora(path)
    assert found.header.parameters == 797_184
    assert (found.header.layout, found.header.base) == (LoraLayout(layout), Base.SD1)
    assert (found.header.rank, len(found.header.layers)) == (4, 128)
    assert not found.header.has_text_encoder
    assert found.header.size == path.stat().st_size < 3_250_000
    assert found.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize(("width", "base"), [(768, Base.SD1), (1024, Base.SD2)])
def test_the_width_of_the_text_tells_the_family(tmp_path, width, base):
    path = write(tmp_path / "a", kohya(attention_layers(width)))
    assert read_lora(path).header.base is base


def test_sdxl_is_known_by_its_width_and_by_its_second_text_encoder(tmp_path):
    deep = "down_blocks.2.attentions.0.transformer_blocks.9.attn2.to_k"
    assert read_lora(write(tmp_path / "a", kohya([(deep, 2048, 1280)]))).header.base is Base.SDXL
    second = kohya([TEXT], prefix="lora_te2_")
    assert read_lora(write(tmp_path / "b", second)).header.base is Base.SDXL


@pytest.mark.parametrize(
    ("metadata", "base"),
    [({"ss_base_model_version": "sd_v1"}, Base.SD1), ({"ss_base_model_version": "sd_v2_v"}, Base.SD2),
     ({"modelspec.architecture": "stable-diffusion-v1/lora"}, Base.SD1), ({}, None)],
)  # fmt: skip
def test_where_no_layer_tells_the_family_the_author_may(tmp_path, metadata, base):
    path = write(
        tmp_path / "a", kohya([("mid_block.resnets.0.time_emb_proj", 1280, 1280)]), metadata
    )
    assert read_lora(path).header.base is base


def test_layers_of_the_text_encoder_are_told(tmp_path):
    path = write(tmp_path / "a", kohya([ONE]) | kohya([TEXT], prefix="lora_te_"))
    found = read_lora(path).header
    assert found.has_text_encoder
    assert [layer.module for layer in found.layers] == ["encoder.layers.0.mlp.fc1", ONE[0]]


def test_convolutions_keep_their_kernels(tmp_path):
    conv = "lora_unet_mid_block_resnets_0_conv1"
    tensors = {
        f"{conv}.lora_down.weight": (8, 1280, 3, 3),
        f"{conv}.lora_up.weight": (1280, 8, 1, 1),
    }
    (layer,) = read_lora(write(tmp_path / "a", tensors)).header.layers
    assert (layer.rank, layer.inputs, layer.outputs, layer.kernel) == (8, 1280, 1280, 3)


def test_what_the_author_says_of_a_lora_is_told(tmp_path):
    said = {
        "modelspec.title": "Noir",
        "modelspec.license": "CC0-1.0",
        "modelspec.trigger_phrase": "nrx",
    }
    found = read_lora(write(tmp_path / "a", kohya([ONE]), said)).header
    assert (found.title, found.licence, found.trigger) == ("Noir", "CC0-1.0", "nrx")
    assert found.metadata == said


def test_tags_that_every_picture_had_are_trigger_words(tmp_path):
    said = {
        "ss_tag_frequency": json.dumps({"10_x": {"nrx style": 20, "a city": 7, "night": 20}}),
        "ss_dataset_dirs": json.dumps({"10_x": {"n_repeats": 10, "img_count": 20}}),
    }
    assert read_lora(write(tmp_path / "a", kohya([ONE]), said)).header.trigger == "nrx style, night"


@pytest.mark.parametrize("text", ["[]", "{", "[" * 100_000, '{"10_x": 5}', '{"10_x": {"a": null}}'])
def test_tags_that_are_none_are_no_trigger_words(tmp_path, text):
    said = {"ss_tag_frequency": text, "ss_dataset_dirs": text}
    assert read_lora(write(tmp_path / "a", kohya([ONE]), said)).header.trigger == ""


@pytest.mark.parametrize(
    ("written", "scale"),
    [
        ({"unet.lora_alpha": 8, "unet.r": 4}, 2.0),
        ({"lora_alpha": 2, "r": 4}, 0.5),
        ({"unet.lora_alpha": 8, "unet.alpha_pattern": {"attn2.to_k": 1}}, 0.25),
        ({"unet.lora_alpha": 8, "unet.alpha_pattern": {"attn1.to_k": 1}}, 2.0),
        ({"unet.lora_alpha": 8, "unet.use_rslora": True}, 4.0),
        ({"text_encoder.r": 3, "unet.r": 4}, 1.0),
    ],
)
def test_scales_in_the_header_are_those_of_peft(tmp_path, written, scale):
    said = {"lora_adapter_metadata": json.dumps(written)}
    (layer,) = read_lora(write(tmp_path / "a", diffusers([ONE]), said)).header.layers
    assert layer.scale == scale


@pytest.mark.parametrize("text", ["[]", "{", '{"unet.lora_alpha": "8"}', '{"lora_alpha": 1e999}'])
def test_scales_that_cannot_be_read_are_not_passed_over(tmp_path, text):
    path = write(tmp_path / "a", diffusers([ONE]), {"lora_adapter_metadata": text})
    assert refused(path)[0] == "adapter-shape"


@pytest.mark.parametrize(
    ("tensor", "kind"),
    [
        ("lora_unet_x.dora_scale", "DoRA"),
        ("unet.x.lora_magnitude_vector", "DoRA"),
        ("lora_unet_x.hada_w1_a", "LoHa"),
        ("lora_unet_x.lokr_w1", "LoKr"),
        ("lora_unet_x.lora_mid.weight", "LoCon/Tucker"),
        ("lora_unet_x.oft_blocks", "OFT"),
        ("lora_unet_x.a1.weight", "GLoRA"),
        ("lora_unet_x.on_input", "IA3"),
        ("lora_unet_x.diff", "full weights"),
        ("unet.x.lora_B.bias", "LoRA+bias"),
        ("bundle_emb.x.string_to_param.*", "LoRA+embeddings"),
    ],
)
def test_adapters_of_other_kinds_are_refused_by_name(tmp_path, tensor, kind):
    path = write(tmp_path / "a", kohya([ONE]) | {tensor: (1,)})
    assert refused(path) == ("adapter-kind", {"kind": kind})


def test_dora_is_found_in_the_metadata_too(tmp_path):
    said = {"lora_adapter_metadata": json.dumps({"unet.use_dora": True})}
    assert refused(write(tmp_path / "a", diffusers([ONE]), said))[1] == {"kind": "DoRA"}


@pytest.mark.parametrize(
    "tensors",
    [
        {f"{TO_K}.lora.down.weight": (4, 768)},
        {f"{TO_K}.lora.down.weight": (4, 768), f"{TO_K}.lora.up.weight": (1280, 8)},
        {f"{TO_K}.lora.down.weight": (4, 768), f"{TO_K}.lora.up.weight": (1280,)},
        {f"{TO_K}.lora.down.weight": (0, 768), f"{TO_K}.lora.up.weight": (1280, 0)},
        {f"{TO_K}.lora.down.weight": (4, 768, 5, 5), f"{TO_K}.lora.up.weight": (1280, 4)},
        {f"{TO_K}.lora.down.weight": (4, 768, 3, 1), f"{TO_K}.lora.up.weight": (1280, 4)},
        {f"{TO_K}.lora.down.weight": (4, 768), f"{TO_K}.lora.up.weight": (1280, 4), f"{TO_K}.alpha": (2,)},
        {f"{TO_K}.lora.down.weight": (4, 768), f"{TO_K}.lora_A.weight": (4, 768), f"{TO_K}.lora.up.weight": (1280, 4)},
    ],
    ids=["alone", "ranks", "flat", "empty", "kernel", "oblong", "alpha", "twice"],
)  # fmt: skip
def test_a_layer_whose_tensors_do_not_go_together_is_refused(tmp_path, tensors):
    code, facts = refused(write(tmp_path / "a", tensors))
    assert code == "adapter-shape"
    assert facts["layer"] == TO_K.removeprefix("unet.")


def test_numbers_of_eight_bits_are_refused(tmp_path):
    assert refused(write(tmp_path / "a", diffusers([ONE]), dtype="F8_E4M3"))[0] == "adapter-shape"


def test_layers_of_another_model_are_refused_with_one_of_them(tmp_path):
    path = write(tmp_path / "a", kohya([("double_blocks.0.img_attn.qkv", 8, 8)]))
    assert refused(path) == (
        "adapter-layers",
        {"layer": "lora_unet_double_blocks_0_img_attn_qkv.lora_down.weight"},
    )


def test_a_name_out_of_a_strangers_file_is_shortened_and_cleaned(tmp_path):
    code, facts = refused(write(tmp_path / "a", {"\n\x1b[31m" + "x" * 500: (1,)}))
    assert code == "adapter-layers"
    assert facts["layer"].startswith("[31mxxx") and len(facts["layer"]) == 120


def test_a_pickle_is_refused_whatever_it_is_called(tmp_path):
    (tmp_path / "a.safetensors").write_bytes(b"PK\x03\x04" + bytes(60))
    assert refused(tmp_path / "a.safetensors") == ("adapter-pickle", {})


@pytest.mark.parametrize(
    ("content", "fault"),
    [(b"", "short"), (b"not a lora at all", "header"), ((2).to_bytes(8, "little") + b"{}", "empty")],
)  # fmt: skip
def test_a_damaged_file_is_refused_with_what_is_wrong(tmp_path, content, fault):
    (tmp_path / "a").write_bytes(content)
    assert refused(tmp_path / "a") == ("adapter-damaged", {"fault": fault})


def test_a_file_that_is_far_too_large_is_not_read(tmp_path):
    with (tmp_path / "a").open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    assert refused(tmp_path / "a") == ("adapter-damaged", {"fault": "bytes"})


def test_a_file_that_is_not_there_is_missing(tmp_path):
    assert refused(tmp_path / "none") == ("adapter-missing", {})
