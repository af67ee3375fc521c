"""LoRAs side by side in a bank give what diffusers gives with each, to the last bit beside others."""

import copy
import json
from dataclasses import replace

import pytest
import torch
from diffusers import StableDiffusionPipeline

from pipeline.engines.diffusion.bank import Bank, BankFull
from tests.diffusion import loras

ROWS = 4
ALLOWED = 1e-4


@pytest.fixture(scope="module")
def inputs():
    generator = torch.Generator().manual_seed(5)
    return (
        torch.randn(ROWS, 4, 12, 8, generator=generator),
        torch.tensor([900, 500, 100, 20]),
        torch.randn(ROWS, 77, 32, generator=generator),
    )


@torch.no_grad()
def passed(unet, inputs):
    return unet(*inputs, return_dict=False)[0]


def with_adapters(unet, bank, inputs, *held):
    bank.rows([*held, *[()] * (ROWS - len(held))])
    return passed(unet, inputs)


def stock(pipe, inputs, shelf, *uses):
    """What diffusers' own loader makes of the files, in a pipeline of its own."""
    own = StableDiffusionPipeline(**{**pipe.components, "unet": copy.deepcopy(pipe.unet)},
                                  requires_safety_checker=False)  # fmt: skip
    for use in uses:
        own.load_lora_weights(shelf.folder, weight_name=f"{use.name}.safetensors",
                              adapter_name=use.name)  # fmt: skip
    own.set_adapters([use.name for use in uses], [use.weight for use in uses])
    return passed(own.unet, inputs)


def away(ours, theirs):
    return float((ours - theirs).abs().max() / theirs.abs().max())


def wrapped(unet):
    return [name for name, _ in unet.named_modules() if name.endswith(".base")]


@pytest.mark.parametrize(
    ("named", "endings"),
    [(loras.diffusers, loras.ATTENTION), (loras.peft, loras.LAYERS), (loras.kohya, loras.ATTENTION),
     (loras.kohya, loras.LAYERS), (loras.processors, loras.ATTENTION)],
    ids=["diffusers", "peft", "kohya", "kohya-convolutions", "old"],
)  # fmt: skip
def test_a_file_of_every_layout_gives_what_diffusers_gives(
    pipe, unet, shelf, inputs, named, endings
):
    use = shelf.put("a", named(loras.lora(unet, rank=6, endings=endings, alpha=3)))
    bank = Bank(unet, slots=2)
    held = bank.take([use], shelf.path)
    ours = with_adapters(unet, bank, inputs, *[held] * ROWS)
    theirs = stock(pipe, inputs, shelf, use)
    assert away(ours, theirs) <= ALLOWED
    assert away(theirs, passed(pipe.unet, inputs)) > 100 * ALLOWED


def test_scales_that_peft_wrote_into_the_header_are_kept(pipe, unet, shelf, inputs):
    said = {"unet.r": 4, "unet.lora_alpha": 2, "unet.alpha_pattern": {"attn2.to_k": 8},
            "unet.target_modules": list(loras.ATTENTION)}  # fmt: skip
    metadata = {"format": "pt", "lora_adapter_metadata": json.dumps(said)}
    made = loras.lora(unet)
    use = shelf.put("a", loras.peft(made), metadata=metadata)
    plain = shelf.put("b", loras.peft(made))
    bank = Bank(unet, slots=2)
    ours = with_adapters(unet, bank, inputs, *[bank.take([use], shelf.path)] * ROWS)
    assert away(ours, stock(pipe, inputs, shelf, use)) <= ALLOWED
    assert away(ours, stock(pipe, inputs, shelf, plain)) > 100 * ALLOWED


def test_both_layouts_of_the_same_numbers_give_the_same_bits(unet, shelf, inputs):
    made = loras.lora(unet, rank=8, alpha=4)
    bank = Bank(unet, slots=2)
    one, other = (
        bank.take([shelf.put(name, named(made))], shelf.path)
        for name, named in (("a", loras.diffusers), ("b", loras.kohya))
    )
    ours = [with_adapters(unet, bank, inputs, *[held] * ROWS) for held in (one, other)]
    assert torch.equal(*ours)


def test_adapters_of_all_ranks_and_weights_share_one_pass(pipe, unet, shelf, inputs):
    uses = [
        shelf.put("a", loras.diffusers(loras.lora(unet, rank=4, seed=1))),
        replace(shelf.put("b", loras.kohya(loras.lora(unet, rank=9, seed=2, alpha=3))), weight=0.5),
        replace(shelf.put("c", loras.kohya(loras.lora(unet, 5, loras.LAYERS, seed=3))), weight=-0.7),
    ]  # fmt: skip
    bank = Bank(unet, slots=3)
    ours = with_adapters(unet, bank, inputs, *(bank.take([use], shelf.path) for use in uses))
    for row, use in enumerate(uses):
        theirs = stock(pipe, inputs, shelf, use)
        assert away(ours[row], theirs[row]) <= ALLOWED
    assert away(ours[3], passed(pipe.unet, inputs)[3]) == 0


def test_two_adapters_of_one_row_are_added_with_their_weights(pipe, unet, shelf, inputs):
    uses = [
        replace(shelf.put("a", loras.diffusers(loras.lora(unet, rank=4, seed=1))), weight=0.7),
        replace(shelf.put("b", loras.kohya(loras.lora(unet, 12, loras.LAYERS, 2, 6))), weight=0.4),
    ]
    bank = Bank(unet, slots=2)
    ours = with_adapters(unet, bank, inputs, *[bank.take(uses, shelf.path)] * ROWS)
    assert away(ours, stock(pipe, inputs, shelf, *uses)) <= ALLOWED


def test_an_adapter_that_is_asked_for_twice_has_the_sum_of_its_weights(unet, shelf, inputs):
    use = shelf.put("a", loras.diffusers(loras.lora(unet)))
    bank = Bank(unet, slots=1)
    twice = bank.take([replace(use, weight=0.25), replace(use, weight=0.5)], shelf.path)
    assert twice == ((0, 0.75),)


def test_without_adapters_the_model_gives_its_own_bits(pipe, unet, shelf, inputs):
    own = passed(pipe.unet, inputs)
    use = shelf.put("a", loras.kohya(loras.lora(unet, endings=loras.LAYERS)))
    bank = Bank(unet, slots=1)
    assert bank.take([replace(use, weight=0.0)], shelf.path) == ()
    assert not wrapped(unet)
    held = bank.take([use], shelf.path)
    assert torch.equal(with_adapters(unet, bank, inputs), own)
    beside = with_adapters(unet, bank, inputs, (), held)
    assert torch.equal(beside[[0, 2, 3]], own[[0, 2, 3]])
    assert not torch.equal(beside[1], own[1])
    bank.release(held)
    assert torch.equal(with_adapters(unet, bank, inputs), own)


def test_a_row_has_the_same_bits_whoever_is_in_the_pass_and_in_the_bank(pipe, unet, shelf, inputs):
    a = shelf.put("a", loras.diffusers(loras.lora(unet, rank=4, seed=1)))
    b = shelf.put("b", loras.kohya(loras.lora(unet, rank=6, endings=loras.LAYERS, seed=2)))
    c = shelf.put("c", loras.kohya(loras.lora(unet, rank=20, seed=3)))
    bank = Bank(unet, slots=3)
    held = bank.take([a, c], shelf.path)
    alone = with_adapters(unet, bank, inputs, (), held)[1]
    other = Bank(again := copy.deepcopy(pipe.unet), slots=3)
    company = [other.take(uses, shelf.path) for uses in ([c, b], [a, c], [b, a, c])]
    assert torch.equal(with_adapters(again, other, inputs, *company)[1], alone)


def test_in_memory_order_of_channels_last_the_same_holds(pipe, shelf, inputs):
    unet = copy.deepcopy(pipe.unet).to(memory_format=torch.channels_last)
    last = (inputs[0].contiguous(memory_format=torch.channels_last), *inputs[1:])
    own = passed(unet, last)
    use = shelf.put("a", loras.kohya(loras.lora(unet, endings=loras.LAYERS)))
    bank = Bank(unet, slots=1)
    ours = with_adapters(unet, bank, last, bank.take([use], shelf.path))
    assert away(ours[0], stock(pipe, inputs, shelf, use)[0]) <= ALLOWED
    assert torch.equal(ours[1:], own[1:])


@pytest.mark.parametrize("dtype", [torch.float16, torch.bfloat16])
def test_in_half_precision_the_same_holds(pipe, shelf, inputs, dtype):
    unet = copy.deepcopy(pipe.unet).to(dtype)
    half = (inputs[0].to(dtype), inputs[1], inputs[2].to(dtype))
    use = shelf.put("a", loras.kohya(loras.lora(unet, endings=loras.LAYERS, alpha=2)))
    bank = Bank(unet, slots=1)
    ours = with_adapters(unet, bank, half, bank.take([use], shelf.path)).float()
    whole = stock(pipe, inputs, shelf, use)
    assert away(ours[0], whole[0]) < 0.05
    assert torch.equal(ours[1:], passed(copy.deepcopy(pipe.unet).to(dtype), half)[1:].float())


def test_an_adapter_that_nobody_holds_makes_room_the_oldest_first(unet, shelf, inputs):
    uses = [shelf.put(n, loras.peft(loras.lora(unet, seed=ord(n)))) for n in "abc"]
    bank = Bank(unet, slots=2)
    a, b = (bank.take([use], shelf.path) for use in uses[:2])
    before = with_adapters(unet, bank, inputs, b)
    bank.release(a)
    bank.release(b)
    bank.release(bank.take(uses[:1], shelf.path))
    assert bank.take(uses[2:], shelf.path) == ((b[0][0], 1.0),)
    assert bank.take(uses[:1], shelf.path) == a
    bank.release(a)
    again = bank.take(uses[1:2], shelf.path)
    assert again[0][0] == a[0][0]
    assert torch.equal(with_adapters(unet, bank, inputs, again), before)


def test_while_all_slots_are_held_a_picture_waits(unet, shelf, inputs):
    a, b = (shelf.put(n, loras.peft(loras.lora(unet, seed=ord(n)))) for n in "ab")
    bank = Bank(unet, slots=1)
    held = bank.take([a], shelf.path)
    alone = with_adapters(unet, bank, inputs, held)
    with pytest.raises(BankFull):
        bank.take([b], shelf.path)
    assert torch.equal(with_adapters(unet, bank, inputs, held), alone)
    bank.release(held)
    assert bank.take([b], shelf.path) == ((0, 1.0),)


def test_who_waits_for_a_slot_holds_none_meanwhile(unet, shelf):
    a, b, c = (shelf.put(n, loras.peft(loras.lora(unet, seed=ord(n)))) for n in "abc")
    bank = Bank(unet, slots=2)
    held = bank.take([a], shelf.path)
    with pytest.raises(BankFull):
        bank.take([b, c], shelf.path)
    bank.release(held)
    assert len(bank.take([b, c], shelf.path)) == 2


def test_an_adapter_whose_numbers_overflow_spoils_no_row_but_its_own(pipe, unet, shelf, inputs):
    mad = shelf.put("a", loras.kohya(loras.lora(unet, strength=1e30)))
    good = shelf.put("b", loras.kohya(loras.lora(unet)))
    bank = Bank(unet, slots=2)
    rows = [bank.take([use], shelf.path) for use in (mad, good)]
    ours = with_adapters(unet, bank, inputs, *rows)
    assert not torch.isfinite(ours[0]).all()
    assert away(ours[1], stock(pipe, inputs, shelf, good)[1]) <= ALLOWED
    assert torch.equal(ours[2:], passed(pipe.unet, inputs)[2:])


def test_adapters_that_come_in_inference_mode_can_be_exchanged_outside(unet, shelf, inputs):
    a, b = (shelf.put(n, loras.peft(loras.lora(unet, seed=ord(n)))) for n in "ab")
    bank = Bank(unet, slots=1)
    with torch.inference_mode():
        bank.release(bank.take([a], shelf.path))
    held = bank.take([b], shelf.path)
    with torch.inference_mode():
        assert torch.isfinite(with_adapters(unet, bank, inputs, held)).all()


def test_a_choice_that_failed_half_way_is_made_again(unet, shelf, inputs, monkeypatch):
    uses = [shelf.put(f"{seed}", loras.kohya(loras.lora(unet, seed=seed))) for seed in (1, 2)]
    bank = Bank(unet, slots=2)
    red, blue = (bank.take([use], shelf.path) for use in uses)
    before = with_adapters(unet, bank, inputs, red, blue, ())
    with monkeypatch.context() as patch:
        patch.setattr(bank, "_column", lambda *_: torch.empty(1 << 60))
        with pytest.raises(RuntimeError, match="memory"):
            bank.rows([red + blue, (), ()])
    assert torch.equal(with_adapters(unet, bank, inputs, red, blue, ()), before)


def test_a_pass_of_other_rows_than_the_bank_was_told_of_is_a_mistake(unet, shelf, inputs):
    bank = Bank(unet, slots=1)
    bank.rows([bank.take([shelf.put("a", loras.peft(loras.lora(unet)))], shelf.path)])
    with pytest.raises(ValueError, match="told of 1 rows, not 4"):
        passed(unet, inputs)
