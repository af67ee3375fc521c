"""`articover train`, as it is typed, as far as no model is needed."""

import json

import pytest

from bot.commands.train_options import PRECISIONS, SCHEDULES
from bot.terminal.exits import ExitCode
from pipeline.training.memory import memory_gb
from pipeline.training.settings import Precision, Recipe, Schedule, default_steps
from tests.bot.installation import Terminal, settle
from tests.training_data.pictures import write_folder


@pytest.fixture
def articover(tmp_path, monkeypatch, capsys):
    settle(monkeypatch, tmp_path)
    monkeypatch.setenv("ARTICOVER_MODELS", str(tmp_path / "models"))
    monkeypatch.setattr("pipeline.training.examining.reader", lambda: ("none", lambda _: False))
    return Terminal(tmp_path, capsys)


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return write_folder(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def flawed(tmp_path_factory):
    return write_folder(tmp_path_factory.mktemp("flawed"), **{"gone.png": {"text": "x"}})


def test_a_check_tells_what_was_found_and_trains_nothing(articover, data):
    code, out, _ = articover("train", "--data", data, "--genre", "sci-fi", "--check")
    assert code == ExitCode.OK
    assert "16 pictures, 2 of them held out" in out
    assert "448 × 640 (16)" in out
    assert "science-fiction cover art, a lighthouse, number 0" in out


def test_a_program_gets_the_findings_as_an_object(articover, flawed):
    code, out, _ = articover("train", "--data", flawed, "--genre", "scifi", "--check", "--json")
    found = json.loads(out)
    assert code == ExitCode.BRIEF
    assert (found["pictures"], found["held_out"], found["ready"]) == (16, 2, False)
    assert [(f["flaw"], f["files"]) for f in found["findings"]] == [("missing", ["gone.png"])]


@pytest.mark.parametrize(("language", "word"), [("en", "mend"), ("ko", "고친")])
def test_data_with_a_mistake_is_not_trained_on(articover, flawed, language, word):
    code, out, err = articover("train", "--data", flawed, "--genre", "scifi", "--check",
                               "--lang", language)  # fmt: skip
    assert code == ExitCode.BRIEF
    assert "gone.png" in out and word in err


def test_warnings_stop_only_who_asks_for_that(articover, tmp_path):
    few = write_folder(tmp_path / "few", 6)
    asked = ("train", "--data", few, "--genre", "scifi", "--check")
    assert articover(*asked)[0] == ExitCode.OK
    code, _, err = articover(*asked, "--strict")
    assert code == ExitCode.BRIEF and "--strict" in err


def test_without_weights_nothing_is_looked_at(articover, data):
    code, out, err = articover("train", "--data", data, "--genre", "scifi")
    assert code == ExitCode.MACHINE
    assert out == "" and "articover models pull" in err


@pytest.mark.parametrize(("option", "value"), [
    ("--resolution", "500"), ("--rate", "2"), ("--rate", "fast"), ("--rank", "0"),
    ("--schedule", "steep"), ("--ema", "1"),
])  # fmt: skip
def test_numbers_that_make_no_sense_are_told_by_their_option(articover, data, option, value):
    code, _, err = articover("train", "--data", data, "--genre", "scifi", option, value)
    assert code == ExitCode.BRIEF and option in err


def test_a_genre_and_data_must_be_given(articover, data):
    assert "--genre" in articover("train", "--data", data)[2]
    assert "--data" in articover("train", "--genre", "scifi")[2]


def test_options_choose_among_what_training_knows():
    assert tuple(Precision) == PRECISIONS
    assert tuple(Schedule) == SCHEDULES


def test_steps_follow_the_number_of_pictures():
    assert [default_steps(n) for n in (3, 15, 50, 100, 400)] == [645, 825, 1350, 2000, 2000]


def test_at_full_size_a_card_of_8_gb_is_thought_to_be_enough_and_savings_count():
    recipe, unet = Recipe(steps=1, precision=Precision.FP16), 860_000_000
    bare = memory_gb(Recipe(steps=1, checkpointing=False, batch=4), unet)
    assert 2.0 < memory_gb(recipe, unet) < 8.0
    assert bare > 11.0
