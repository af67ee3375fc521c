"""`articover models pull` by hand: licences, LoRAs, Ctrl-C, at a hub on this machine."""

import json
import os
import pty
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.engines.hub import fetching
from pipeline.engines.hub.shelf import is_complete, model_folder, shelved
from storage.adapters import FolderAdapters
from tests.diffusion.loopback_hub import COMMIT, NAME, UNET
from tests.lora.files import attention_layers, kohya, write

ROOT = Path(__file__).parents[2]


def articover(*given, **more):
    environment = os.environ | {"PYTHONPATH": str(ROOT), "ARTICOVER_LANG": "en"} | more
    return subprocess.run([sys.executable, "-m", "bot", *given], env=environment, text=True,
                          capture_output=True, check=False, stdin=subprocess.DEVNULL)  # fmt: skip


def test_the_command_pulls_by_the_mirror_that_is_set_and_shows_the_licence(hub, tmp_path):
    how = {"HF_ENDPOINT": hub.address, "ARTICOVER_MODELS": str(tmp_path), "ARTICOVER_DATA": str(tmp_path)}  # fmt: skip
    refused = articover("models", "pull", **how)
    assert refused.returncode == 2
    assert "Licence: creativeml-openrail-m" in refused.stderr
    assert "--accept-licence" in refused.stderr
    assert hub.fetched(UNET) == []
    # previews are another repository, which this hub has not
    ended = articover("models", "pull", "--accept-licence", **how)
    assert "madebyollin/taesd" in ended.stderr
    assert is_complete(model_folder(tmp_path, NAME))
    told = json.loads(articover("models", "list", "--json", **how).stdout)
    assert told["set"]["complete"] is True


def lora_of(tmp_path, **metadata):
    path = write(tmp_path / "lora.tmp", kohya(attention_layers()), metadata)
    return path.read_bytes()


@pytest.fixture
def told_to(hub, tmp_path):
    """Types `articover models pull` at a hub that is not the library's own; JSON comes back."""

    def run(*given):
        how = {"HF_ENDPOINT": hub.address, "ARTICOVER_DATA": str(tmp_path / "data")}
        ended = articover("models", "pull", *given, "--accept-licence", "--json", **how)
        return json.loads(ended.stdout)

    return run


def test_a_lora_is_pulled_into_the_catalogue_with_where_it_is_from(hub, told_to, tmp_path):
    hub.repository, hub.licence = "someone/Ink-LoRA", "cc-by-4.0"
    hub.files = {"README.md": b"#", "ink_v2.safetensors": lora_of(tmp_path)}
    (one,) = told_to("someone/Ink-LoRA", "--genre", "fantasy", "--weight", "0.6")["pulled"]
    adapter = one["adapter"]
    assert (adapter["name"], adapter["genres"], adapter["weight"]) == ("ink-lora", ["fantasy"], 0.6)
    assert adapter["source"] == f"someone/Ink-LoRA@{COMMIT[:12]}"
    assert adapter["licence"] == "cc-by-4.0"
    kept = FolderAdapters(tmp_path / "data" / "models" / "adapters")
    assert kept.path("ink-lora").read_bytes() == hub.files["ink_v2.safetensors"]
    assert list(shelved(tmp_path / "data" / "models")) == []


def test_of_several_loras_one_must_be_named(hub, told_to, tmp_path):
    hub.repository = "someone/loras"
    hub.files = {"a.safetensors": lora_of(tmp_path), "b.safetensors": lora_of(tmp_path, v="2")}
    assert told_to("someone/loras")["error"]["code"] == "hub-file"
    (one,) = told_to("someone/loras", "--file", "b.safetensors")["pulled"]
    assert one["size"] == len(hub.files["b.safetensors"])


def test_what_pretends_to_be_a_lora_is_not_taken_in(hub, told_to, tmp_path):
    hub.repository, hub.files = "someone/evil", {"x.safetensors": b"\x80\x04\x95pickled things"}
    assert told_to("someone/evil")["error"]["code"] == "adapter-pickle"
    assert not (tmp_path / "data" / "models" / "adapters" / "adapters.json").exists()


def typed(hub, tmp_path, answer, *given):
    """A pull at a terminal, where `answer` is typed; its exit code and all that was shown."""
    ours, theirs = pty.openpty()
    environment = os.environ | {"PYTHONPATH": str(ROOT), "ARTICOVER_LANG": "en",
                                "HF_ENDPOINT": hub.address, "ARTICOVER_DATA": str(tmp_path)}  # fmt: skip
    run = [sys.executable, "-m", "bot", "models", "pull", *given]
    with subprocess.Popen(run, stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          env=environment, text=True) as process:  # fmt: skip
        os.write(ours, answer)
        said = process.stdout.read()
    os.close(ours)
    os.close(theirs)
    return process.returncode, said


def test_who_does_not_accept_the_licence_gets_nothing(hub, tmp_path):
    code, said = typed(hub, tmp_path, b"n\n")
    assert code == 130
    assert "It forbids uses that harm" in said
    assert "Nothing was fetched" in said
    assert hub.fetched(UNET) == []


def test_who_accepts_it_gets_the_model(hub, tmp_path):
    typed(hub, tmp_path, b"y\n")
    assert is_complete(model_folder(tmp_path / "models", NAME))


def test_ctrl_c_ends_a_pull_with_a_word_and_keeps_what_came(hub, tmp_path):
    hub.files[UNET] = random.Random(1).randbytes(4 * fetching.PIECE)
    hub.how.hold = UNET
    environment = os.environ | {"PYTHONPATH": str(ROOT), "ARTICOVER_LANG": "en",
                                "HF_ENDPOINT": hub.address, "ARTICOVER_DATA": str(tmp_path)}  # fmt: skip
    run = [sys.executable, "-c", PATIENT]
    with subprocess.Popen(run, stderr=subprocess.PIPE, env=environment, text=True) as process:
        assert hub.held.wait(60)
        process.send_signal(signal.SIGINT)
        said = process.stderr.read()
    assert process.returncode == 130
    assert "What was fetched is kept" in said


# A shell that starts the tests in the background has them ignore the signal.
PATIENT = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from bot.__main__ import main
sys.exit(main(["models", "pull", "--accept-licence"]))
"""
