"""Stable Diffusion 1.4 as it was published: old names everywhere, and the same picture to the bit."""

import json
import shutil

import pytest
import torch
from safetensors.torch import load_file, save_file

from pipeline.domain.painting import Sampler
from pipeline.engines.diffusion.loading import load
from pipeline.engines.diffusion.samplers import scheduler_of
from tests.diffusion.painting import ends, engine, painted, settings_of, wish

OLD_ATTENTION = {"to_q": "query", "to_k": "key", "to_v": "value", "to_out.0": "proj_attn"}
SCHEDULER = {
    "_class_name": "PNDMScheduler", "_diffusers_version": "0.7.0.dev0", "beta_end": 0.012,
    "beta_schedule": "scaled_linear", "beta_start": 0.00085, "num_train_timesteps": 1000,
    "set_alpha_to_one": False, "skip_prk_steps": True, "steps_offset": 1, "trained_betas": None,
    "clip_sample": False,
}  # fmt: skip
TOKENIZER = {
    "add_prefix_space": False, "bos_token": "<|startoftext|>", "do_lower_case": True,
    "eos_token": "<|endoftext|>", "errors": "replace", "model_max_length": 77,
    "name_or_path": "openai/clip-vit-large-patch14", "pad_token": "<|endoftext|>",
    "tokenizer_class": "CLIPTokenizer", "unk_token": "<|endoftext|>",
}  # fmt: skip


def old_text_encoder(folder):
    file = folder / "model.safetensors"
    held = load_file(file)
    named = {f"text_model.{name.removeprefix('text_model.')}": held[name] for name in held}
    named["text_model.embeddings.position_ids"] = torch.arange(77)[None]
    save_file(named, file, {"format": "pt"})


def old_vae(folder):
    def old(name):
        for new, was in OLD_ATTENTION.items():
            name = name.replace(new, was) if "mid_block.attentions" in name else name
        return name

    file = folder / "diffusion_pytorch_model.safetensors"
    save_file({old(name): held for name, held in load_file(file).items()}, file, {"format": "pt"})


def old_tokenizer(folder):
    model = json.loads((folder / "tokenizer.json").read_text())["model"]
    shutil.rmtree(folder)
    folder.mkdir()
    (folder / "vocab.json").write_text(json.dumps(model["vocab"]))
    merges = [pair if isinstance(pair, str) else " ".join(pair) for pair in model["merges"]]
    (folder / "merges.txt").write_text("\n".join(["#version: 0.2", *merges, ""]))
    (folder / "tokenizer_config.json").write_text(json.dumps(TOKENIZER))


@pytest.fixture(scope="module")
def published(models, tmp_path_factory):
    """The tiny model with every name as it is in CompVis/stable-diffusion-v1-4."""
    folder = shutil.copytree(models / "sd1", tmp_path_factory.mktemp("published") / "sd1")
    old_text_encoder(folder / "text_encoder")
    old_vae(folder / "vae")
    old_tokenizer(folder / "tokenizer")
    (folder / "scheduler" / "scheduler_config.json").write_text(json.dumps(SCHEDULER))
    index = json.loads((folder / "model_index.json").read_text())
    index["_diffusers_version"] = "0.2.2"
    (folder / "model_index.json").write_text(json.dumps(index))
    return folder


def test_the_published_layout_is_the_same_model(published, models):
    old, new = load(settings_of(published)), load(settings_of(models / "sd1"))
    for part in ("unet", "vae", "text_encoder"):
        states = [getattr(parts, part).state_dict() for parts in (old, new)]
        assert states[0].keys() == states[1].keys()
        assert all(torch.equal(states[0][name], states[1][name]) for name in states[0])


@pytest.mark.parametrize("sampler", [Sampler.PNDM, Sampler.DDIM])
def test_the_published_layout_paints_the_same_picture_to_the_bit(published, models, sampler):
    request = wish(sampler=sampler, prompt="a dark castle in the sea, " * 12)
    made = [ends(painted(engine(folder), {"a": request}))["a"].content
            for folder in (published, models / "sd1")]  # fmt: skip
    assert made[0] == made[1]


def test_an_old_scheduler_that_does_not_mention_clipping_does_not_clip():
    config = {name: value for name, value in SCHEDULER.items() if name != "clip_sample"}
    assert scheduler_of(Sampler.DDIM, config).config.clip_sample is False
