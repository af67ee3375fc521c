"""`articover models convert-diffste`: where the model goes, whose vocabulary it gets, what is said."""

import os
import shutil

import pytest
import torch

from pipeline.engines.diffste.folder import fault_of
from tests.bot.installation import Terminal, settle
from tests.diffusion.diffste import CHECKPOINT, TOKENIZER

GIVEN = ("models", "convert-diffste", CHECKPOINT)


@pytest.fixture
def articover(tmp_path, monkeypatch, capsys):
    settle(monkeypatch, tmp_path)
    monkeypatch.setenv("ARTICOVER_MODELS", str(tmp_path / "weights"))
    return Terminal(tmp_path, capsys)


def test_the_model_goes_where_it_is_looked_for(articover, tmp_path):
    made = articover.json(*GIVEN, "--tokenizer", TOKENIZER, "--half")
    assert made["folder"] == str(tmp_path / "weights" / "diffste") and made["used"]
    assert fault_of(tmp_path / "weights" / "diffste") is None
    assert 6_000_000 < made["bytes"] < 6_200_000


def test_another_place_is_told_with_the_setting_that_names_it(articover, tmp_path):
    code, out, _ = articover(*GIVEN, "--tokenizer", TOKENIZER, "--out", tmp_path / "here")
    assert code == 0 and f"ARTICOVER_WRITER={tmp_path / 'here'}" in out
    assert "OpenRAIL" in out and fault_of(tmp_path / "here") is None


def test_the_vocabulary_of_a_model_that_is_here_is_taken(articover, tmp_path, models):
    there = shutil.copytree(models / "sd1", tmp_path / "weights" / "my-model")
    shutil.rmtree(there / "tokenizer")
    shutil.copytree(TOKENIZER, there / "tokenizer")
    assert articover.json(*GIVEN)["used"]


def test_without_a_vocabulary_it_says_where_one_is_to_be_had(articover, tmp_path):
    code, _, err = articover(*GIVEN)
    assert code == 2 and "articover models pull" in err and "--tokenizer" in err
    assert not (tmp_path / "weights" / "diffste").exists()


def test_what_is_there_is_written_over_by_force_only(articover):
    articover.json(*GIVEN, "--tokenizer", TOKENIZER)
    assert articover(*GIVEN, "--tokenizer", TOKENIZER)[0] == 3
    assert articover(*GIVEN, "--tokenizer", TOKENIZER, "--force")[0] == 0


class Hostile:
    def __reduce__(self):
        return os.system, ("touch it-ran",)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_hostile_file_is_refused_and_nothing_of_it_run(articover, tmp_path, language):
    torch.save({"state_dict": {"x": Hostile()}}, tmp_path / "evil.ckpt")
    command = ("models", "convert-diffste", tmp_path / "evil.ckpt", "--tokenizer", TOKENIZER)
    code, _, err = articover("--lang", language, *command)
    assert code == 2 and "evil.ckpt" in err
    assert not (tmp_path / "it-ran").exists()
    assert not list((tmp_path / "weights").glob("*"))
