"""The tiny models are whole: the stock pipelines load them and paint."""

import pytest
import torch
from diffusers import AutoPipelineForText2Image, StableDiffusionPipeline


def painted(pipe, **more):
    pipe.set_progress_bar_config(disable=True)
    made = pipe("a dark castle", height=64, width=64, num_inference_steps=2,
                generator=torch.Generator().manual_seed(1), output_type="pt", **more)  # fmt: skip
    return made.images


@pytest.mark.parametrize("kind", ["sd1", "sd2", "xl"])
def test_a_tiny_model_paints(models, kind):
    pipe = AutoPipelineForText2Image.from_pretrained(models / kind, local_files_only=True)
    assert painted(pipe).shape == (1, 3, 64, 64)


@pytest.mark.parametrize(("kind", "unsafe"), [("safe", [False]), ("strict", [True])])
def test_a_tiny_checker_says_what_it_was_made_to(models, kind, unsafe):
    pipe = StableDiffusionPipeline.from_pretrained(models / kind, local_files_only=True)
    pipe.set_progress_bar_config(disable=True)
    made = pipe("a castle", height=64, width=64, num_inference_steps=2,
                generator=torch.Generator().manual_seed(1))  # fmt: skip
    assert made.nsfw_content_detected == unsafe
