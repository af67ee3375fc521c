"""A compiled model is compiled once for all adapters that it has room for."""

import copy

import pytest
import torch
from torch import nn

from pipeline.engines.diffusion.bank import Bank
from tests.diffusion import loras
from tests.diffusion.loras import Shelf

NAME = "mid_block.attentions.0.transformer_blocks.0.attn1"


class Two(nn.Module):
    """Two layers with names of the UNet's."""

    def __init__(self):
        super().__init__()
        here = self
        for name in NAME.split("."):
            here.add_module(name, nn.Module())
            here = here.get_submodule(name)
        here.to_q, here.to_k = nn.Linear(8, 16), nn.Linear(16, 8)

    def forward(self, x):
        attention = self.get_submodule(NAME)
        return attention.to_k(attention.to_q(x))


class Compiled:
    """A model compiled to nothing but itself; `graphs` counts how often it had to be."""

    def __init__(self, model):
        self.graphs = 0
        torch.compiler.reset()
        self.run = torch.compile(model, backend=self._counted, fullgraph=True)

    def _counted(self, graph, inputs):
        self.graphs += 1
        return graph.forward


@pytest.fixture
def model():
    torch.manual_seed(1)
    return Two().eval()


@pytest.fixture
def shelf(tmp_path):
    return Shelf(tmp_path)


def test_adapters_come_and_go_without_compiling_anew(model, shelf):
    uses = [
        shelf.put(n, loras.kohya(loras.lora(model, rank=rank, seed=rank)))
        for n, rank in (("a", 4), ("b", 6), ("c", 8))
    ]
    plain, compiled = copy.deepcopy(model), Compiled(model)
    ours, theirs = Bank(model, slots=2), Bank(plain, slots=2)
    ours.reserve(8)
    x = torch.randn(3, 5, 8)

    def passed(bank, run, wanted):
        held = bank.take(wanted, shelf.path)
        bank.rows([held, (), held])
        bank.release(held)
        with torch.inference_mode():
            return run(x)

    for place, wanted in enumerate(([], uses[:1], uses[1:2], uses[2:], uses[:1], [])):
        made = passed(ours, compiled.run, wanted)
        assert (made - passed(theirs, plain, wanted)).abs().max() < 1e-5
        assert compiled.graphs == min(place + 1, 2)


def test_an_adapter_beyond_what_is_reserved_leaves_the_others_their_way(model, shelf):
    small, large, wide = (
        shelf.put(n, loras.kohya(loras.lora(model, rank=rank, endings=endings)))
        for n, rank, endings in (("a", 4, "to_q"), ("b", 9, "to_q"), ("c", 4, ("to_q", "to_k")))
    )
    compiled, bank = Compiled(model), Bank(model, slots=3)
    bank.reserve(8, ["to_q"])
    x, graphs = torch.randn(2, 5, 8), []
    for wanted in ([], [small], [large], [wide], [small], [], [small, large], [small]):
        held = bank.take(wanted, shelf.path)
        bank.rows([held, ()])
        with torch.inference_mode():
            assert torch.equal(compiled.run(x), model(x))
        graphs.append(compiled.graphs)
    assert graphs == [1, 2, 3, 4, 4, 4, 5, 5]


def test_layers_that_an_adapter_is_the_first_to_need_are_found_by_a_compiled_model(model, shelf):
    use = shelf.put("a", loras.kohya(loras.lora(model)))
    compiled, bank = Compiled(model), Bank(model, slots=2)
    x = torch.randn(2, 5, 8)
    with torch.inference_mode():
        before = compiled.run(x)
        bank.rows([bank.take([use], shelf.path), ()])
        after = compiled.run(x)
    assert not torch.equal(after[0], before[0])
    assert torch.equal(after[1], before[1])
