"""What a bank of LoRAs refuses, and that nothing is touched then."""

from dataclasses import replace

import pytest
import torch

from pipeline.domain.errors import ModelError
from pipeline.engines.diffusion.bank import Bank
from tests.diffusion import loras


def wrapped(unet):
    return [name for name, _ in unet.named_modules() if name.endswith(".base")]


def refusal(bank, shelf, *uses):
    with pytest.raises(ModelError) as raised:
        bank.take(uses, shelf.path)
    return raised.value.code


def test_more_adapters_in_one_picture_than_there_are_slots_are_refused(unet, shelf):
    uses = [shelf.put(n, loras.peft(loras.lora(unet, seed=ord(n)))) for n in "abc"]
    assert refusal(Bank(unet, slots=2), shelf, *uses) == "adapter-many"


def test_a_file_that_was_exchanged_is_refused(unet, shelf):
    use = shelf.put("a", loras.peft(loras.lora(unet, seed=1)))
    shelf.put("a", loras.peft(loras.lora(unet, seed=2)))
    assert refusal(Bank(unet, slots=2), shelf, use) == "adapter-changed"


def test_a_file_that_is_gone_is_missing(unet, shelf):
    use = shelf.put("a", loras.peft(loras.lora(unet)))
    shelf.path("a").unlink()
    assert refusal(Bank(unet, slots=2), shelf, use) == "adapter-missing"


def broken(unet, name, change):
    made = loras.lora(unet, endings=loras.LAYERS)
    return replace(made, layers={**made.layers, name: change(*made.layers[name])})


LAST = "up_blocks.1.resnets.1.conv2"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda down, up: (down[:, :-1], up), "adapter-base"),
        (lambda down, up: (down, up[:-1]), "adapter-base"),
        (lambda down, up: (down[:, :, 1:2, 1:2], up), "adapter-base"),
        (lambda down, up: (down[:-1], up), "adapter-shape"),
        (lambda down, up: (down * torch.inf, up), "adapter-damaged"),
        (lambda down, up: (down.index_fill(0, torch.tensor(1), torch.nan), up), "adapter-damaged"),
    ],
    ids=["inputs", "outputs", "kernel", "rank", "infinite", "nan"],
)
def test_a_file_of_which_one_layer_is_wrong_touches_none(unet, shelf, change, code):
    use = shelf.put("a", loras.kohya(broken(unet, LAST, change)))
    bank = Bank(unet, slots=1)
    assert refusal(bank, shelf, use) == code
    assert not wrapped(unet)
    assert bank.take([shelf.put("b", loras.kohya(loras.lora(unet)))], shelf.path)


def test_layers_that_only_other_models_have_are_refused(unet, shelf):
    made = loras.lora(unet)
    layer = tuple(matrix.clone() for matrix in next(iter(made.layers.values())))
    made.layers["down_blocks.2.attentions.1.transformer_blocks.9.attn1.to_q"] = layer
    assert refusal(Bank(unet, slots=1), shelf, shelf.put("a", loras.kohya(made))) == "adapter-base"


def test_a_rank_above_the_most_is_refused(unet, shelf):
    use = shelf.put("a", loras.kohya(loras.lora(unet, rank=17)))
    assert refusal(Bank(unet, slots=1, most_rank=16), shelf, use) == "adapter-rank"
