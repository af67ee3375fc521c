"""LoRAs on stock pipelines: at their weights, never fused, and none left behind."""

from dataclasses import replace

import numpy as np
import pytest
import torch
from diffusers import DPMSolverMultistepScheduler, StableDiffusionXLPipeline

from pipeline.domain.painting import AdapterUse
from tests.diffusion import loras
from tests.diffusion.painting import HEIGHT, WIDTH, ends, painted, wish
from tests.diffusion.test_stock import close, pixels, xl


@pytest.fixture
def shelf(tmp_path):
    return loras.Shelf(tmp_path)


def test_adapters_work_at_their_weights_and_leave_nothing_behind(models, shelf):
    pipe = StableDiffusionXLPipeline.from_pretrained(models / "xl", local_files_only=True)
    pipe.set_progress_bar_config(disable=True)
    red = shelf.put("red", loras.kohya(loras.lora(pipe.unet, seed=1)))
    blue = shelf.put("blue", loras.diffusers(loras.lora(pipe.unet, seed=2)))
    by = xl(models, adapter=shelf.path, adapter_slots=1)
    plain = ends(painted(by, {"a": wish()}))["a"]
    uses = (red, replace(blue, weight=0.5))
    both = ends(painted(by, {"a": wish(adapters=uses)}))["a"]
    one = ends(painted(by, {"a": wish(adapters=(blue,))}))["a"]
    assert ends(painted(by, {"a": wish()}))["a"].content == plain.content
    for use, name in ((red, "red"), (blue, "blue")):
        pipe.load_lora_weights(shelf.folder, weight_name=f"{use.name}.safetensors",
                               adapter_name=name)  # fmt: skip
    pipe.scheduler = DPMSolverMultistepScheduler.from_config(pipe.scheduler.config)
    for picture, names, weights in ((both, ["red", "blue"], [1.0, 0.5]), (one, ["blue"], [1.0])):
        pipe.set_adapters(names, weights)
        made = pipe("a dark castle", negative_prompt="letters", width=WIDTH, height=HEIGHT,
                    guidance_scale=7.5, num_inference_steps=3,
                    generator=torch.Generator().manual_seed(1))  # fmt: skip
        assert close(pixels(picture.content), np.asarray(made.images[0], int))
        assert not close(pixels(picture.content), pixels(plain.content))


def test_an_adapter_that_does_not_fit_is_refused_and_spoils_nothing(models, shelf):
    small = StableDiffusionXLPipeline.from_pretrained(models / "xl", local_files_only=True).unet
    wrong = loras.lora(small)
    wrong.layers.update({n: (d[:, :3], u) for n, (d, u) in wrong.layers.items() if "mid" in n})
    nan = loras.lora(small, strength=float("nan"))
    wide, broken = shelf.put("wide", loras.diffusers(wrong)), shelf.put("nan", loras.kohya(nan))
    by = xl(models, adapter=shelf.path)
    before = ends(painted(by, {"a": wish()}))["a"].content
    for use, code in ((wide, "adapter-base"), (broken, "adapter-damaged"),
                      (AdapterUse(name="wide", sha256="0" * 64), "adapter-changed")):  # fmt: skip
        assert ends(painted(by, {"a": wish(adapters=(use,))}))["a"].code == code
    assert ends(painted(by, {"a": wish()}))["a"].content == before
