"""A model's card is read from its configuration alone, as the published ones have it."""

import json

import pytest

from pipeline.domain.adapter import Base
from pipeline.domain.errors import ModelError
from pipeline.domain.painting import Manner, Sampler
from pipeline.engines.diffusion.card import describe

NAMES = {"unet": "UNet2DConditionModel", "transformer": "FluxTransformer2DModel"}
PNDM = {"_class_name": "PNDMScheduler", "beta_schedule": "scaled_linear", "steps_offset": 1}
EULER = {"_class_name": "EulerDiscreteScheduler", "prediction_type": "epsilon"}
SD14 = {"cross_attention_dim": 768, "in_channels": 4, "sample_size": 64}
SD21 = {"cross_attention_dim": 1024, "in_channels": 4, "sample_size": 96}
XL = {"cross_attention_dim": 2048, "in_channels": 4, "sample_size": 128,
      "addition_embed_type": "text_time"}  # fmt: skip
V = {"_class_name": "DDIMScheduler", "prediction_type": "v_prediction"}
TURBO = {**EULER, "timestep_spacing": "trailing"}
TURBO_XL = {**TURBO, "_class_name": "EulerAncestralDiscreteScheduler"}
ZERO_SNR = {**TURBO, "prediction_type": "v_prediction", "rescale_betas_zero_snr": True}


@pytest.fixture
def written(tmp_path):
    """Write a model's configuration; the weights are not needed."""

    def write(pipeline, body, scheduler, part="unet"):
        index = {"_class_name": pipeline, part: ["diffusers", NAMES[part]],
                 "scheduler": ["diffusers", scheduler["_class_name"]],
                 "safety_checker": [None, None]}  # fmt: skip
        (tmp_path / "model_index.json").write_text(json.dumps(index))
        for name, held in ((f"{part}/config.json", body),
                           ("scheduler/scheduler_config.json", scheduler)):  # fmt: skip
            (tmp_path / name).parent.mkdir()
            (tmp_path / name).write_text(json.dumps({"_class_name": NAMES[part], **held}))
        return tmp_path

    return write


@pytest.mark.parametrize(
    ("pipeline", "body", "scheduler", "base", "side", "continuous"),
    [
        ("StableDiffusionPipeline", SD14, PNDM, Base.SD1, 512, True),
        ("StableDiffusionPipeline", SD21, V, Base.SD2, 768, True),
        ("StableDiffusionPipeline", {**SD21, "sample_size": 64}, TURBO, Base.SD2, 512, True),
        ("StableDiffusionInpaintPipeline", {**SD14, "in_channels": 9}, PNDM, Base.SD1, 512, False),
        ("LatentConsistencyModelPipeline", {**SD14, "time_cond_proj_dim": 256}, PNDM,
         Base.SD1, 512, False),
        ("StableDiffusionXLPipeline", XL, EULER, Base.SDXL, 1024, False),
    ],
)  # fmt: skip
def test_the_family_the_size_and_the_way_are_known(
    written, pipeline, body, scheduler, base, side, continuous
):
    card = describe(written(pipeline, body, scheduler))
    assert (card.base, card.area_px, card.continuous) == (base, side * side, continuous)


@pytest.mark.parametrize(
    ("pipeline", "body", "scheduler", "manner"),
    [
        ("StableDiffusionPipeline", SD14, PNDM, Manner(sampler=Sampler.DPM, steps=20)),
        ("StableDiffusionPipeline", SD21, ZERO_SNR, Manner(sampler=Sampler.DPM, steps=20)),
        ("StableDiffusionPipeline", SD21, TURBO,
         Manner(sampler=Sampler.EULER, steps=4, guidance=0.0)),
        ("StableDiffusionXLPipeline", XL, TURBO_XL,
         Manner(sampler=Sampler.EULER_A, steps=4, guidance=0.0)),
        ("StableDiffusionXLPipeline", XL, {"_class_name": "LCMScheduler"},
         Manner(sampler=Sampler.LCM, steps=6, guidance=1.5)),
        ("LatentConsistencyModelPipeline", {**SD14, "time_cond_proj_dim": 256},
         {"_class_name": "LCMScheduler"}, Manner(sampler=Sampler.LCM, steps=6, guidance=8.0)),
    ],
)  # fmt: skip
def test_a_model_of_few_steps_is_painted_with_few(written, pipeline, body, scheduler, manner):
    assert describe(written(pipeline, body, scheduler)).manner == manner


def test_a_model_of_another_kind_has_no_family_and_one_chunk_of_words(written):
    flow = {"_class_name": "FlowMatchEulerDiscreteScheduler"}
    card = describe(written("FluxPipeline", {"in_channels": 64}, flow, "transformer"))
    assert (card.base, card.area_px, card.continuous) == (None, 1024 * 1024, False)
    assert card.words_room(2) == 75


def test_a_guided_picture_takes_two_rows_but_of_a_model_that_is_told_the_guidance(written):
    card = describe(written("StableDiffusionPipeline", SD14, PNDM))
    assert [card.rows(Manner(guidance=g)) for g in (0.0, 1.0, 7.5)] == [1, 1, 2]
    assert card.words_room(2) == 150


def test_a_consistency_model_takes_one_row_however_it_is_guided(written):
    student = {**SD14, "time_cond_proj_dim": 256}
    card = describe(written("LatentConsistencyModelPipeline", student, PNDM))
    assert card.rows(Manner(guidance=8.0)) == 1


def test_a_folder_without_a_pipeline_is_missing_not_damaged(tmp_path):
    with pytest.raises(ModelError, match="model-missing") as caught:
        describe(tmp_path, "CompVis/stable-diffusion-v1-4")
    assert caught.value.facts == {"model": "CompVis/stable-diffusion-v1-4"}


@pytest.mark.parametrize("content", ["{", "[1]", '{"a": ' * 100_000])
def test_an_index_that_is_no_object_is_damaged(tmp_path, content):
    (tmp_path / "model_index.json").write_text(content)
    with pytest.raises(ModelError, match="model-damaged") as caught:
        describe(tmp_path)
    assert str(caught.value.facts["reason"]).endswith("model_index.json")
