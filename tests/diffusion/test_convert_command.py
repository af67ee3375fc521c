"""`articover models convert`: a pickle becomes safetensors, and what is none of a model is refused."""

import os

import pytest
import torch

from pipeline.engines.lora.file import read_lora
from tests.bot.installation import Terminal, settle
from tests.lora.files import attention_layers, kohya


@pytest.fixture
def articover(tmp_path, monkeypatch, capsys):
    settle(monkeypatch, tmp_path)
    return Terminal(tmp_path, capsys)


@pytest.fixture
def pickled(tmp_path):
    """A LoRA as torch.save writes it."""
    path = tmp_path / "ink.pt"
    torch.save(
        {name: torch.zeros(shape) for name, shape in kohya(attention_layers()).items()}, path
    )
    return path


class Hostile:
    def __reduce__(self):
        return os.system, ("touch it-ran",)


def test_a_converted_lora_can_be_taken_in(articover, pickled, tmp_path):
    refused = articover("models", "add", pickled, "--json")
    assert refused[0] == 2
    made = articover.json("models", "convert", pickled)
    assert made["file"] == str(tmp_path / "ink.safetensors")
    assert read_lora(tmp_path / "ink.safetensors").header.rank == 4
    assert articover.json("models", "add", made["file"])["name"] == "ink"


def test_what_is_there_is_written_over_by_force_only(articover, pickled, tmp_path):
    (tmp_path / "out.safetensors").write_bytes(b"mine")
    given = ("models", "convert", pickled, "--out", tmp_path / "out.safetensors")
    assert articover(*given)[0] == 3
    assert (tmp_path / "out.safetensors").read_bytes() == b"mine"
    assert articover(*given, "--force")[0] == 0


def test_a_hostile_file_is_refused_and_nothing_of_it_run(articover, tmp_path):
    torch.save({"x": Hostile()}, tmp_path / "evil.pt")
    code, _, err = articover("models", "convert", tmp_path / "evil.pt")
    assert code == 2
    assert "evil.pt" in err
    assert not (tmp_path / "it-ran").exists()
    assert not (tmp_path / "evil.safetensors").exists()
