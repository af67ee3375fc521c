"""LoRAs that teach the text encoder are heard in it, as with diffusers."""

import copy

import pytest
import torch
from diffusers import StableDiffusionPipeline

from pipeline.engines.diffusion.bank import Bank
from pipeline.engines.lora.modules import Part
from tests.diffusion import loras
from tests.diffusion.loras import Shelf


@pytest.fixture(scope="module")
def pipe(models):
    return StableDiffusionPipeline.from_pretrained(models / "sd1", local_files_only=True)


@pytest.fixture
def shelf(tmp_path):
    return Shelf(tmp_path)


@torch.no_grad()
def read(text_encoder, pipe):
    ids = pipe.tokenizer(["a dark castle", "the sea"], padding="max_length", return_tensors="pt")
    return text_encoder(ids.input_ids)[0]


def lora(pipe, seed=1):
    made = loras.lora(pipe.text_encoder, 4, loras.TEXT, seed, part="text_encoder")
    return made, loras.lora(pipe.unet, 4, seed=seed)


def stock(pipe, shelf, use):
    own = StableDiffusionPipeline(
        **{**pipe.components, "unet": copy.deepcopy(pipe.unet),
           "text_encoder": copy.deepcopy(pipe.text_encoder)}, requires_safety_checker=False,
    )  # fmt: skip
    own.load_lora_weights(shelf.folder, weight_name=f"{use.name}.safetensors", adapter_name="a")
    return read(own.text_encoder, pipe)


@pytest.mark.parametrize("named", [loras.diffusers, loras.peft, loras.kohya])
def test_the_text_encoder_reads_as_it_does_with_diffusers(pipe, shelf, named):
    use = shelf.put("a", *map(named, lora(pipe)))
    mine = copy.deepcopy(pipe.text_encoder)
    bank = Bank(mine, slots=1, part=Part.TEXT)
    bank.rows([bank.take([use], shelf.path), ()])
    ours, theirs, own = read(mine, pipe), stock(pipe, shelf, use), read(pipe.text_encoder, pipe)
    assert (ours[0] - theirs[0]).abs().max() <= 1e-4 * theirs.abs().max()
    assert (own[0] - theirs[0]).abs().max() > 1e-2
    assert torch.equal(ours[1], own[1])


def test_names_of_attention_processors_are_understood(pipe, shelf):
    made = loras.lora(pipe.text_encoder, 4, loras.TEXT[:4], part="text_encoder")
    mine = copy.deepcopy(pipe.text_encoder)
    bank = Bank(mine, slots=2, part=Part.TEXT)
    old, new = (
        bank.take([shelf.put(name, named(made))], shelf.path)
        for name, named in (("a", loras.processors), ("b", loras.peft))
    )
    bank.rows([old, old])
    heard = read(mine, pipe)
    bank.rows([new, new])
    assert torch.equal(heard, read(mine, pipe))


def test_every_part_takes_its_own_layers_of_a_file(pipe, shelf):
    both = shelf.put("a", *map(loras.kohya, lora(pipe)))
    unet_only = shelf.put("b", loras.kohya(loras.lora(pipe.unet, seed=2)))
    text = Bank(copy.deepcopy(pipe.text_encoder), slots=1, part=Part.TEXT)
    assert text.take([unet_only, both], shelf.path) == ((0, 1.0),)
    assert text.take([unet_only], shelf.path) == ()
    unet = Bank(copy.deepcopy(pipe.unet), slots=2)
    assert len(unet.take([unet_only, both], shelf.path)) == 2
