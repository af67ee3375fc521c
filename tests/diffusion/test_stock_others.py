"""Models of other kinds: consistency models, and those that are no UNet at all."""

import diffusers
import numpy as np
import pytest
import torch
from transformers import CLIPTextModelWithProjection

from pipeline.domain.painting import Sampler
from pipeline.engines.diffusion.stock import stock_of
from tests.diffusion import tiny
from tests.diffusion.painting import ends, painted, settings_of, wish
from tests.diffusion.test_latents import SIZE, file_of, half_mask, photograph
from tests.diffusion.test_stock import pixels


def test_a_consistency_model_paints_in_four_steps_whole_and_in_part(models, tmp_path):
    """LCM: its UNet is told the guidance, and diffusers has no inpainting pipeline of that name."""
    torch.manual_seed(0)
    base = diffusers.StableDiffusionPipeline.from_pretrained(models / "sd1", local_files_only=True)
    config = {**base.unet.config, "time_cond_proj_dim": 16}
    parts = {**base.components, "unet": diffusers.UNet2DConditionModel.from_config(config).eval(),
             "scheduler": diffusers.LCMScheduler.from_config(base.scheduler.config)}  # fmt: skip
    parts.pop("image_encoder")
    diffusers.LatentConsistencyModelPipeline(
        **parts, requires_safety_checker=False
    ).save_pretrained(tmp_path / "lcm")
    source = photograph()
    wishes = {"whole": wish(sampler=Sampler.LCM, steps=4, guidance=8.0),
              "from": wish(sampler=Sampler.LCM, steps=4, guidance=8.0, source=file_of(source),
                           strength=0.6),
              "part": wish(sampler=Sampler.LCM, steps=4, guidance=8.0, source=file_of(source),
                           mask=file_of(half_mask()))}  # fmt: skip
    made = ends(painted(stock_of(settings_of(tmp_path / "lcm")), wishes))
    assert made["whole"].record.buckets == "1*4" and made["from"].content
    kept = np.asarray(half_mask(SIZE)) == 0
    assert np.array_equal(pixels(made["part"].content)[kept], np.asarray(source, int)[kept])


@pytest.fixture(scope="module")
def flowing(tmp_path_factory):
    """Stable Diffusion 3 in small, without its third text encoder: a transformer that flows."""
    torch.manual_seed(0)
    vae = diffusers.AutoencoderKL(
        block_out_channels=(8, 8, 16, 16), norm_num_groups=4, layers_per_block=1,
        latent_channels=16, sample_size=64, down_block_types=("DownEncoderBlock2D",) * 4,
        up_block_types=("UpDecoderBlock2D",) * 4, use_quant_conv=False, use_post_quant_conv=False,
        shift_factor=0.06, scaling_factor=1.5,
    )  # fmt: skip
    body = diffusers.SD3Transformer2DModel(
        sample_size=8, patch_size=2, in_channels=16, out_channels=16, num_layers=2,
        attention_head_dim=8, num_attention_heads=4, joint_attention_dim=64,
        caption_projection_dim=32, pooled_projection_dim=64, pos_embed_max_size=32,
    )  # fmt: skip
    readers = [CLIPTextModelWithProjection(tiny.text_config()).eval() for _ in range(2)]
    folder = tmp_path_factory.mktemp("flowing") / "sd3"
    diffusers.StableDiffusion3Pipeline(
        vae=vae.eval(), transformer=body.eval(), text_encoder=readers[0],
        text_encoder_2=readers[1], text_encoder_3=None, tokenizer=tiny.tokenizer(),
        tokenizer_2=tiny.tokenizer(), tokenizer_3=None,
        scheduler=diffusers.FlowMatchEulerDiscreteScheduler(),
    ).save_pretrained(folder)  # fmt: skip
    return folder


def test_a_model_that_flows_keeps_its_own_sampler_and_paints_at_coarse_sizes(flowing):
    wishes = {"words": wish(width=72, height=104), "from": wish(
        source=file_of(photograph()), strength=0.7), "part": wish(
        source=file_of(photograph()), mask=file_of(half_mask()))}  # fmt: skip
    by_ticket = painted(stock_of(settings_of(flowing, preview_every=1)), wishes)
    made = ends(by_ticket)
    assert (made["words"].width, made["words"].height) == (72, 104)
    assert [event.step.preview for event in by_ticket["words"][:-1]] == [None] * 3
    kept = np.asarray(half_mask()) == 0
    assert np.array_equal(pixels(made["part"].content)[kept], np.asarray(photograph())[kept])


def test_words_that_no_reader_of_a_model_reads_to_their_end_are_said(flowing):
    (error,) = ends(
        painted(stock_of(settings_of(flowing)), {"a": wish(prompt="red " * 76)})
    ).values()
    assert error.code == "paint-long" and error.facts == {"tokens": 76, "room": 75}
