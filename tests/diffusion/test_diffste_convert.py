"""DiffSTE's checkpoint becomes a folder: checked to the last tensor, whole or not at all."""

import fcntl
import json
import os
import shutil

import pytest
import torch
from safetensors.torch import load_file

from pipeline.domain.errors import ModelError, OutputError
from pipeline.engines.diffste import converting
from pipeline.engines.diffste.checkpoint import read_checkpoint
from pipeline.engines.diffste.converting import convert
from pipeline.engines.diffste.folder import fault_of
from pipeline.engines.diffste.loading import open_writer_pipeline
from tests.diffusion.diffste import CHECKPOINT, TOKENIZER, told

HEADS = {"text": 8, "char": 2}
CONFIG = {"unet": {"attention_head_dim": HEADS, "cross_attention_dim": {"text": 96, "char": 32},
                   "block_out_channels": [32, 32, 32, 64]},
          "char_embedder": {"vocab_size": 95, "max_length": 20},
          "tokenizer": {"model_max_length": 20}}  # fmt: skip


@pytest.fixture(scope="module")
def held():
    """All tensors of the checkpoint, under their names here, which a checkpoint may have as well."""
    found = read_checkpoint(CHECKPOINT).tensors
    return {name: tensor.clone() for name, tensor in found.items()}


@pytest.fixture
def source(tmp_path):
    return tmp_path / "diffste.ckpt"


@pytest.fixture
def target(tmp_path):
    return tmp_path / "models" / "diffste"


def saved(source, tensors, config=CONFIG):
    torch.save({"state_dict": tensors, "hyper_parameters": {"config": config}}, source)
    return source


def refused(source, target, **more):
    with pytest.raises(ModelError) as caught:
        convert(source, target, TOKENIZER, **more)
    assert not list(target.parent.glob("*")) and not list(target.parent.glob(".*"))
    facts = caught.value.facts
    return caught.value.code, facts.get("fault"), facts.get("tensor"), facts.get("count")


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_the_settings_in_the_file_say_how_large_the_model_is():
    sizes, config = read_checkpoint(CHECKPOINT).sizes, told("config.json")
    assert list(sizes.unet) == config["unet"]["block_out_channels"]
    assert list(sizes.vae) == config["vae"]["block_out_channels"]
    assert (sizes.text_heads, sizes.char_heads) == (8, 2)
    assert sizes.clip_inner == config["text_encoder"]["intermediate_size"]
    assert sizes.clip_layers == config["text_encoder"]["num_hidden_layers"]


def test_the_folder_holds_the_same_numbers_and_a_notice(diffste, held):
    there = load_file(diffste / "model.safetensors")
    assert len(there) == 1378 and there.keys() == held.keys()
    assert all(torch.equal(there[name], held[name]) for name in held)
    assert names(diffste) == ["NOTICE.txt", "config.json", "model.safetensors", "tokenizer"]
    assert "OpenRAIL" in (diffste / "NOTICE.txt").read_text()
    assert fault_of(diffste) is None


def test_half_precision_takes_half_the_room(diffste, target):
    told_of = []
    convert(CHECKPOINT, target, TOKENIZER, half=True, watch=lambda *now: told_of.append(now))
    sizes = [(folder / "model.safetensors").stat().st_size for folder in (diffste, target)]
    assert 0.49 < sizes[1] / sizes[0] < 0.51
    assert {one.dtype for one in load_file(target / "model.safetensors").values()} == {torch.half}
    assert told_of == sorted(told_of) and told_of[-1][0] == told_of[-1][1]


def test_a_converted_model_is_opened_with_every_tensor_real(diffste):
    pipe, characters, _ = open_writer_pipeline(diffste, torch.bfloat16)
    for part in (pipe.unet, pipe.vae, pipe.text_encoder, characters):
        assert not any(one.is_meta for one in (*part.parameters(), *part.buffers()))
        assert {one.dtype for one in part.parameters()} == {torch.bfloat16}


class Program:
    def __init__(self, mark):
        self.mark = mark

    def __reduce__(self):
        return os.system, (f"touch {self.mark}",)


@pytest.mark.parametrize("where", ["state_dict", "hyper_parameters", "callbacks"])
def test_a_checkpoint_that_would_run_something_is_refused(tmp_path, source, target, held, where):
    given = {"state_dict": held, "hyper_parameters": {"config": CONFIG}, "callbacks": {}}
    given[where] = {**given[where], "x": Program(tmp_path / "ran")}
    torch.save(given, source)
    (tmp_path / "models").mkdir()
    assert refused(source, target)[:2] == ("pickle-refused", "hostile")
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize(("change", "expected"), [
    (lambda held: held.pop("unet.conv_in.bias"), ("missing", "unet.conv_in.bias", 1)),
    (lambda held: held.update({"ema.x": torch.ones(1)}), ("left-over", "ema.x", 1)),
    (lambda held: held.update({"unet.conv_in.bias": torch.ones(31)}),
     ("shape", "unet.conv_in.bias", 1)),
    (lambda held: held.update({"unet.conv_in.bias": torch.ones(32, dtype=torch.int64)}),
     ("shape", "unet.conv_in.bias", 1)),
    (lambda held: held["unet.conv_in.bias"].fill_(float("nan")),
     ("numbers", "unet.conv_in.bias", 1)),
    (lambda held: held.pop("text_encoder.embeddings.token_embedding.weight"), ("settings", "", 0)),
])  # fmt: skip
def test_every_tensor_has_to_be_there_in_its_shape_and_no_other(
    source, target, held, change, expected
):
    tensors = {name: one.clone() for name, one in held.items()}
    change(tensors)
    target.parent.mkdir()
    assert refused(saved(source, tensors), target) == ("writer-checkpoint", *expected)


@pytest.mark.parametrize("config", [
    None, {}, {**CONFIG, "unet": {**CONFIG["unet"], "block_out_channels": [32, 32]}},
    {**CONFIG, "unet": {**CONFIG["unet"], "block_out_channels": [33, 33, 33, 33]}},
    {**CONFIG, "unet": {**CONFIG["unet"], "attention_head_dim": {"text": -8}}},
    {**CONFIG, "unet": {**CONFIG["unet"], "cross_attention_dim": {"text": 10**9}}},
    {**CONFIG, "char_embedder": "thirty-two"},
])  # fmt: skip
def test_settings_that_make_no_model_are_told_as_such(source, target, held, config):
    target.parent.mkdir()
    assert refused(saved(source, held, config), target)[:2] == ("writer-checkpoint", "settings")


def test_settings_of_another_model_than_the_tensors_are_told(source, target, held):
    wide = {**CONFIG, "unet": {**CONFIG["unet"], "cross_attention_dim": {"text": 96, "char": 64}}}
    target.parent.mkdir()
    assert refused(saved(source, held, wide), target)[:2] == ("writer-checkpoint", "shape")


def test_numbers_beyond_half_precision_are_told_before_they_are_lost(source, target, held):
    tensors = held | {"unet.conv_in.bias": torch.full((32,), 1e6)}
    target.parent.mkdir()
    assert refused(saved(source, tensors), target, half=True)[1] == "numbers"
    convert(source, target, TOKENIZER)
    assert fault_of(target) is None


@pytest.mark.parametrize("held_by", [[1], {"state_dict": {}}, {"state_dict": [1]}, {}])
def test_a_file_without_weights_is_refused(source, target, held_by):
    torch.save(held_by, source)
    target.parent.mkdir()
    assert refused(source, target)[:2] == ("pickle-refused", "empty")


def test_what_is_there_is_replaced_by_force_only_and_only_by_its_like(
    target, diffste, held, source
):
    shutil.copytree(diffste, target)
    with pytest.raises(OutputError, match="output-exists"):
        convert(CHECKPOINT, target, TOKENIZER)
    saved(source, held | {"unet.conv_in.bias": torch.ones(32)})
    convert(source, target, TOKENIZER, force=True)
    assert load_file(target / "model.safetensors")["unet.conv_in.bias"][0] == 1
    (mine := target.parent / "mine").mkdir()
    (mine / "novel.txt").write_text("years of work")
    with pytest.raises(OutputError, match="output-is-a-folder"):
        convert(CHECKPOINT, mine, TOKENIZER, force=True)
    assert names(target.parent) == ["diffste", "mine"] and names(mine) == ["novel.txt"]


def test_an_old_model_stays_when_the_new_one_fails(target, diffste, source, held):
    shutil.copytree(diffste, target)
    spoilt = held | {"vae.quant_conv.bias": torch.full((8,), float("inf"))}
    with pytest.raises(ModelError):
        convert(saved(source, spoilt), target, TOKENIZER, force=True)
    assert fault_of(target) is None and names(target.parent) == ["diffste"]


def test_what_a_killed_conversion_left_is_taken_away_by_the_next(target):
    left = target.parent / ".new-diffste"
    left.mkdir(parents=True)
    (left / "model.safetensors").write_bytes(b"half of it")
    convert(CHECKPOINT, target, TOKENIZER)
    assert fault_of(target) is None and names(target.parent) == ["diffste"]


def test_two_conversions_do_not_write_into_one_folder(target):
    (other := target.parent / ".new-diffste").mkdir(parents=True)
    with (other / "model.safetensors").open("wb"):
        holder = os.open(other, os.O_RDONLY)
        fcntl.flock(holder, fcntl.LOCK_EX)
        with pytest.raises(ModelError, match="writer-busy"):
            convert(CHECKPOINT, target, TOKENIZER)
        os.close(holder)
    assert names(other) == ["model.safetensors"]


def test_too_little_room_is_said_before_the_first_byte(target, monkeypatch):
    usage = shutil.disk_usage("/")._replace(free=1_000_000)
    monkeypatch.setattr(converting.shutil, "disk_usage", lambda _place: usage)
    target.parent.mkdir()
    code, *_ = refused(CHECKPOINT, target)
    assert code == "model-no-space"


@pytest.mark.parametrize(("change", "fault"), [
    (lambda folder: (folder / "vocab.json").unlink(), "missing"),
    (lambda folder: (folder / "merges.txt").unlink(), "missing"),
    (lambda folder: (folder / "vocab.json").write_text("[1]"), "damaged"),
    (lambda folder: (folder / "merges.txt").write_text("#version: 0.2\na b c\n"), "damaged"),
    (lambda folder: (folder / "merges.txt").write_text("#version: 0.2\nno thing\n"), "damaged"),
    (lambda folder: (folder / "vocab.json").write_text('{"a": 0}'), "damaged"),
])  # fmt: skip
def test_a_vocabulary_that_is_no_use_is_told(tmp_path, target, change, fault):
    folder = shutil.copytree(TOKENIZER, tmp_path / "tokenizer")
    change(folder)
    with pytest.raises(ModelError, match="writer-tokenizer") as caught:
        convert(CHECKPOINT, target, folder)
    assert caught.value.facts["fault"] == fault and not target.exists()


def test_a_vocabulary_as_newer_tools_write_it_is_read_and_one_of_another_size_refused(
    tmp_path, target, models
):
    vocabulary = json.loads((TOKENIZER / "vocab.json").read_text())
    merges = (TOKENIZER / "merges.txt").read_text().splitlines()[1:]
    whole = {"model": {"type": "BPE", "vocab": vocabulary, "merges": [m.split() for m in merges]}}
    (tmp_path / "tokenizer.json").write_text(json.dumps(whole))
    convert(CHECKPOINT, target, tmp_path)
    assert fault_of(target) is None
    with pytest.raises(ModelError, match="writer-tokenizer") as caught:
        convert(CHECKPOINT, tmp_path / "other", models / "sd1" / "tokenizer")
    assert caught.value.facts["fault"] == "misfit"


@pytest.mark.parametrize(("change", "code"), [
    (shutil.rmtree, "writer-missing"),
    (lambda folder: (folder / "config.json").write_text("{}"), "writer-damaged"),
    (lambda folder: os.truncate(folder / "model.safetensors", 10_000_000), "writer-damaged"),
    (lambda folder: (folder / "model.safetensors").unlink(), "writer-damaged"),
    (lambda folder: (folder / "tokenizer" / "vocab.json").unlink(), "writer-damaged"),
])  # fmt: skip
def test_a_folder_that_is_no_model_any_more_is_told_without_loading_it(
    target, diffste, change, code
):
    shutil.copytree(diffste, target)
    change(target)
    assert fault_of(target).code == code
    with pytest.raises(ModelError, match=code):
        open_writer_pipeline(target, torch.float32)
