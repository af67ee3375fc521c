"""A compiled model is compiled before the first picture, and never while anybody waits for one."""

import torch

from pipeline.engines.diffusion.bank import Bank
from pipeline.engines.diffusion.loading import load
from pipeline.engines.diffusion.model import Compiled, Plain
from tests.diffusion import loras
from tests.diffusion.painting import settings_of

WORDS = torch.zeros(1, 154, 32)


@torch.inference_mode()
def passed(run, bank, rows, held, height=12):
    """A pass of random latents, as `Passes` makes one."""
    bank.rows([held] * rows)
    draw = torch.Generator().manual_seed(1)
    latents, words = (torch.randn(shape, generator=draw)
                      for shape in ((rows, 4, height, 8), (rows, 154, 32)))  # fmt: skip
    return run(latents, torch.full((rows,), 500.0), words)


def test_only_passes_that_it_was_warmed_for_are_compiled(models, tmp_path):
    torch.compiler.reset()
    unet = load(settings_of(models / "sd1")).unet
    graphs, calls = [], []

    def counted(graph, inputs):
        graphs.append(graph)
        return lambda *given: calls.append(1) or graph.forward(*given)

    shelf = loras.Shelf(tmp_path)
    use = shelf.put("red", loras.kohya(loras.lora(unet)))
    bank = Bank(unet, slots=2)
    bank.reserve(4)
    compiled, plain = Compiled(unet, bank, backend=counted), Plain(unet)
    compiled.warm([(64, 96)], [2], WORDS)
    assert len(graphs) == 2, "with adapters and without"
    calls.clear()
    held = bank.take([use], shelf.path)
    for rows, height in ((2, 12), (4, 12), (2, 16)):
        for worn in ((), held):
            made = passed(compiled, bank, rows, worn, height)
            assert torch.equal(made, passed(plain, bank, rows, worn, height))
    assert (len(graphs), len(calls)) == (2, 2), "one pass of each kind that is known"
    torch.compiler.reset()


def test_what_there_is_too_little_memory_for_is_left_uncompiled(models, caplog, monkeypatch):
    unet = load(settings_of(models / "sd1")).unet
    seen = []

    def short(latents, *given, **more):
        seen.append(len(latents))
        if len(latents) == 4:
            raise torch.OutOfMemoryError
        return (latents,)

    monkeypatch.setattr(
        torch, "compile", lambda unet, **how: short
    )  # it takes minutes, and is not it
    with caplog.at_level("INFO"):
        Compiled(unet, Bank(unet, slots=2)).warm([(64, 96)], [2, 4, 8], WORDS)
    assert set(seen) == {2, 4, 8}
    assert "compiled for 4 of 6 passes" in caplog.text
