"""`articover models`, as it is typed."""

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bot.commands.models import ACTIONS
from bot.terminal.exits import ExitCode
from bot.terminal.meter import Meter, size
from tests.bot.installation import Terminal, settle
from tests.lora.files import attention_layers, diffusers, kohya, write
from tests.models.folders import decoder, pulled

ROOT = Path(__file__).parents[2]
NAME = "CompVis/stable-diffusion-v1-4"


@pytest.fixture
def articover(tmp_path, monkeypatch, capsys):
    settle(monkeypatch, tmp_path)
    monkeypatch.setenv("ARTICOVER_MODELS", str(tmp_path / "models"))
    return Terminal(tmp_path, capsys)


@pytest.fixture
def ink(tmp_path):
    """A LoRA of the first family as kohya's tools write it, which tells a trigger and a licence."""
    said = {"modelspec.trigger_phrase": "ink wash", "modelspec.license": "mit"}
    return write(tmp_path / "Ink Wash.safetensors", kohya(attention_layers()), said)


def error_of(ran):
    code, out, err = ran
    return code, json.loads(out)["error"]["code"], err


def test_a_lora_is_taken_in_with_what_its_file_tells(articover, ink):
    added = articover.json("models", "add", ink, "--genre", "scifi", "--genre", "판타지")
    assert (added["name"], added["genres"]) == ("ink-wash", ["science-fiction", "fantasy"])
    assert (added["trigger"], added["licence"]) == ("ink wash", "mit")
    assert (added["base"], added["rank"], added["layout"]) == ("sd-1", 4, "kohya")
    assert added["weight"] == 0.8


def test_both_layouts_are_taken_and_what_a_person_says_counts(articover, tmp_path):
    file = write(tmp_path / "x.safetensors", diffusers(attention_layers(1024), rank=8))
    added = articover.json("models", "add", file, "--name", "수채화", "--weight", "60%",
                           "--trigger", "wash", "--licence", "cc0-1.0", "--source", "me")  # fmt: skip
    assert (added["name"], added["weight"], added["trigger"]) == ("수채화", 0.6, "wash")
    assert (added["base"], added["rank"], added["layout"]) == ("sd-2", 8, "diffusers")
    assert (added["licence"], added["source"], added["genres"]) == ("cc0-1.0", "me", [])


def test_what_was_taken_in_is_listed_by_genre_with_its_facts(articover, ink):
    articover("models", "add", ink, "--genre", "scifi", "--weight", "0.65")
    _, out, _ = articover("models", "list")
    (line,) = [line for line in out.splitlines() if "ink-wash" in line]
    assert all(fact in line for fact in ("science fiction", "0.65", "ink wash", "sd-1", "4", "mit"))
    (one,) = articover.json("models", "list")["adapters"]
    assert Path(one["file"]).read_bytes() == ink.read_bytes()


def test_the_same_name_again_needs_force(articover, ink):
    articover("models", "add", ink)
    code, told, _ = error_of(articover("models", "add", ink, "--json"))
    assert (code, told) == (ExitCode.BRIEF, "adapter-exists")
    assert articover("models", "add", ink, "--force", "--weight", "0.1")[0] == 0
    assert [one["weight"] for one in articover.json("models", "list")["adapters"]] == [0.1]


def test_a_pickle_is_refused_with_the_command_that_converts_it(articover, tmp_path):
    file = tmp_path / "evil.safetensors"
    file.write_bytes(b"\x80\x04\x95pickled things")
    code, out, _ = articover("models", "add", file, "--json")
    error = json.loads(out)["error"]
    assert (code, error["code"]) == (ExitCode.BRIEF, "adapter-pickle")
    assert "articover models convert" in error["message"]
    assert articover.json("models", "list")["adapters"] == []


@pytest.mark.parametrize(("given", "code"), [
    (("--genre", "qwxzt"), "genre-unknown"), (("--weight", "3"), "usage"),
    (("--weight", "much"), "usage"), (("--name", "A/B"), "adapter-name"),
    (("--base", "sdxl"), "adapter-base"), (("--base", "sd-9"), "usage"),
])  # fmt: skip
def test_what_cannot_be_is_told_and_nothing_is_taken_in(articover, ink, given, code):
    assert error_of(articover("models", "add", ink, *given, "--json"))[:2] == (2, code)
    assert articover.json("models", "list")["adapters"] == []


def test_a_file_that_is_not_there_is_told_by_its_name(articover):
    for action in ("add", "convert"):
        code, out, _ = articover("models", action, "nowhere.safetensors", "--json")
        assert code == ExitCode.BRIEF
        assert "nowhere.safetensors" in json.loads(out)["error"]["message"]


def test_what_is_said_of_an_adapter_can_be_changed_bit_by_bit(articover, ink):
    articover("models", "add", ink, "--genre", "scifi")
    changed = articover.json("models", "set", "ink-wash", "--weight", "0.3")
    assert (changed["weight"], changed["genres"]) == (0.3, ["science-fiction"])
    changed = articover.json("models", "set", "ink-wash", "--no-genre", "--trigger", "")
    assert (changed["weight"], changed["genres"], changed["trigger"]) == (0.3, [], "")
    assert error_of(articover("models", "set", "nobody", "--json"))[1] == "adapter-missing"


def test_removing_asks_first_where_somebody_can_be_asked(articover, ink):
    articover("models", "add", ink)
    code, told, _ = error_of(articover("models", "remove", "ink-wash", "--json"))
    assert (code, told) == (ExitCode.BRIEF, "usage")
    removed = articover.json("models", "remove", "ink-wash", "--yes")
    assert (removed["kind"], removed["bytes"]) == ("adapter", ink.stat().st_size)
    assert articover.json("models", "list")["adapters"] == []


def test_a_model_is_removed_by_its_short_name(articover, tmp_path):
    pulled(tmp_path / "models", NAME)
    assert articover.json("models", "remove", "sd-1.4", "--yes")["name"] == NAME
    assert articover.json("models", "list")["models"] == []
    assert error_of(articover("models", "remove", "sd-1.4", "--yes", "--json"))[1] == "adapter-missing"  # fmt: skip


def test_a_pulled_model_is_listed_with_whether_it_is_whole(articover, tmp_path):
    folder = pulled(tmp_path / "models", NAME)
    told = articover.json("models", "list")
    assert told["set"] == {"model": NAME, "folder": str(folder), "complete": True}
    (folder / "unet" / "config.json").unlink()
    _, out, _ = articover("models", "list")
    assert "not whole" in out
    assert "not complete" in out


def test_a_file_that_nobody_added_and_one_that_is_gone_are_told(articover, ink, tmp_path):
    articover("models", "add", ink)
    (one,) = articover.json("models", "list")["adapters"]
    Path(one["file"]).rename(tmp_path / "models" / "adapters" / "stray.safetensors")
    _, out, _ = articover("models", "list")
    assert "The file of “ink-wash” is gone" in out
    assert "stray.safetensors" in out


def test_a_damaged_catalogue_is_one_sentence_with_its_file(articover, tmp_path):
    (tmp_path / "models" / "adapters").mkdir(parents=True)
    (tmp_path / "models" / "adapters" / "adapters.json").write_text("{}")
    code, _, err = articover("models", "list")
    assert code == ExitCode.BRIEF
    assert str(tmp_path / "models" / "adapters" / "adapters.json") in err


def test_an_adapter_of_another_family_than_the_model_is_pointed_out(articover, ink, tmp_path):
    pulled(tmp_path / "models", NAME, features=1024)
    _, _, err = articover("models", "add", ink)
    assert "another family" in err


def test_offline_says_what_is_here_and_opens_nothing(articover, tmp_path, monkeypatch):
    monkeypatch.setenv("ARTICOVER_OFFLINE", "yes")
    code, told, _ = error_of(articover("models", "pull", "--json"))
    assert (code, told) == (ExitCode.MACHINE, "hub-offline")
    pulled(tmp_path / "models", NAME)
    decoder(tmp_path / "models")
    here = articover.json("models", "pull")["pulled"]
    assert [(one["repository"], one["fetched"]) for one in here] == [
        (NAME, 0), ("madebyollin/taesd", 0)]  # fmt: skip


def test_a_folder_of_ones_own_need_not_be_pulled(articover, tmp_path, monkeypatch):
    folder = pulled(tmp_path / "models", NAME)
    decoder(tmp_path / "models")
    monkeypatch.setenv("ARTICOVER_MODEL", str(folder.rename(tmp_path / "mine")))
    (one, _) = articover.json("models", "pull", "--offline")["pulled"]
    assert one["folder"] == str(tmp_path / "mine")


@pytest.mark.parametrize("given", [("convert", "x.pt"), ("pull", "--accept-licence")])
def test_without_the_extra_one_sentence_says_how_to_install_it(
    articover, tmp_path, monkeypatch, given
):
    (tmp_path / "x.pt").write_bytes(b"PK")
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    monkeypatch.setitem(sys.modules, "huggingface_hub", None)
    code, out, _ = articover("models", *given, "--json")
    error = json.loads(out)["error"]
    assert (code, error["code"]) == (ExitCode.MACHINE, "model-extra")
    assert 'pip install ".[diffusion]"' in error["message"]


@pytest.mark.parametrize("name", ["nonsense", "a/b/c", "../x"])
def test_what_is_no_repository_is_told_without_asking_a_hub(articover, name):
    assert error_of(articover("models", "pull", name, "--json"))[1] == "hub-unknown"


@pytest.mark.parametrize("action", ACTIONS)
def test_every_action_explains_itself_in_both_languages(articover, action):
    pages = [articover("--lang", language, "models", action, "--help") for language in ("en", "ko")]
    assert {code for code, _, _ in pages} == {0}
    assert re.search("[가-힣]", pages[1][1])
    assert not re.search("[가-힣]", pages[0][1])
    assert all("--json" in out and "--lang" in out for _, out, _ in pages)


def test_without_an_action_it_says_what_it_can_do(articover):
    code, out, _ = articover("models")
    assert code == 0
    assert all(f"  {action} " in out for action in ACTIONS)


def completed(words, tmp_path):
    environment = os.environ | {
        "_ARTICOVER_COMPLETE": "bash_complete", "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split()) - 1), "PYTHONPATH": str(ROOT)}  # fmt: skip
    run = [sys.executable, "-m", "bot"]
    return subprocess.run(run, env=environment, capture_output=True, text=True, check=False).stdout


def test_names_are_completed(articover, ink, tmp_path):
    articover("models", "add", ink)
    assert "ink-wash" in completed("articover models set in", tmp_path)
    assert "sdxl-turbo" in completed("articover models pull sdxl", tmp_path)


def test_a_person_at_a_terminal_is_asked_and_may_say_no(articover, ink, tmp_path):
    articover("models", "add", ink)
    ours, theirs = pty.openpty()
    run = [sys.executable, "-m", "bot", "models", "remove", "ink-wash"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(run, stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          env=environment, text=True) as process:  # fmt: skip
        os.write(ours, b"n\n")
        said = process.stdout.read()
    os.close(ours)
    os.close(theirs)
    assert "Orders that wait for it" in said
    assert "Nothing was removed" in said
    assert process.returncode == ExitCode.INTERRUPTED
    assert len(articover.json("models", "list")["adapters"]) == 1


def test_the_rate_is_that_of_the_last_seconds():
    times = iter([0.0, 5.0, 10.0, 20.0, 30.0])
    meter = Meter(lambda: next(times))
    assert meter.rate is None
    for done in (0, 500, 1000, 1100, 1200):
        meter.note(done)
    assert meter.rate == pytest.approx(10)
    assert meter.left_s(2200) == pytest.approx(100)


@pytest.mark.parametrize(("count", "said"), [
    (0, "0 B"), (999, "999 B"), (1000, "1.0 kB"), (99_940, "99.9 kB"), (123_456, "123 kB"),
    (999_600, "1.0 MB"), (2_741_000_000, "2.7 GB"),
])  # fmt: skip
def test_sizes_are_said_as_people_read_them(count, said):
    assert size(count) == said
