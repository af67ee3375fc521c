"""`articover train` from a folder of covers to an adapter in the catalogue."""

import json
import signal
import subprocess
import sys

import pytest
from PIL import Image

from bot.commands.shelves import adapters_of
from bot.commands.train_ending import SOURCE
from bot.terminal.exits import ExitCode
from pipeline.training import learning
from pipeline.training.history import History
from pipeline.training.plotting import PlotWords, loss_plot, ticks
from storage.adapters import FolderAdapters
from tests.bot.installation import Terminal, settle
from tests.real import library
from tests.training.covers import write_covers

ASKED = ("--resolution", "64", "--steps", "4", "--rate", "0.01", "--accumulate", "1",
         "--checkpoint-every", "2", "--measure-every", "2", "--paint-every", "0", "--keep", "9",
         "--device", "cpu", "--prompt", "dark sea")  # fmt: skip


@pytest.fixture
def articover(tmp_path, monkeypatch, capsys, models):
    settle(monkeypatch, tmp_path)
    monkeypatch.setenv("ARTICOVER_MODELS", str(tmp_path / "models"))
    monkeypatch.setenv("ARTICOVER_MODEL", str(models / "sd1"))
    monkeypatch.setattr("pipeline.training.examining.reader", lambda: ("none", lambda _: False))
    return Terminal(tmp_path, capsys)


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return write_covers(tmp_path_factory.mktemp("covers"), 8, size=(72, 80))


def catalogue(tmp_path):
    return FolderAdapters(tmp_path / "models" / "adapters")


def test_one_command_trains_writes_and_registers(articover, data, tmp_path):
    code, out, err = articover("train", "--data", data, "--genre", "판타지", *ASKED,
                               "--name", "Dark Tales", "--licence", "CC0-1.0")  # fmt: skip
    made = tmp_path / "trained" / "dark-tales"

    assert code == ExitCode.OK, err
    (adapter,) = catalogue(tmp_path).all()
    assert (adapter.name, adapter.genres, adapter.rank) == ("dark-tales", ("fantasy",), 4)
    assert (adapter.trigger, adapter.licence) == ("fantasy cover art", "CC0-1.0")
    assert adapter.source == f"{SOURCE} · sd1"
    kept = catalogue(tmp_path).path("dark-tales")
    assert kept.read_bytes() == (made / "dark-tales.safetensors").read_bytes()
    for name in ("loss.png", "validation/step-000000.png", "validation/step-000004.png"):
        with Image.open(made / name) as picture:
            assert picture.width > 400
    assert "Step 4 of 4" in out and "in the catalogue" in out


def test_for_a_program_everything_is_one_object_and_training_again_replaces(
    articover, data, tmp_path
):
    first = articover.json("train", "--data", data, "--genre", "horror", *ASKED)
    again = articover.json("train", "--data", data, "--genre", "horror", *ASKED, "--restart",
                           "--seed", "5")  # fmt: skip
    (adapter,) = catalogue(tmp_path).all()
    assert (first["steps"], first["resumed"], first["parameters"]) == (4, 0, 9984)
    assert first["adapter"]["sha256"] != again["adapter"]["sha256"] == adapter.sha256


def test_an_adapter_of_another_origin_is_not_replaced_unasked(articover, data, tmp_path):
    made = articover.json("train", "--data", data, "--genre", "horror", *ASKED)
    articover("models", "add", made["files"][1], "--name", "taken", "--genre", "horror")
    asked = ("train", "--data", data, "--genre", "horror", *ASKED, "--name", "taken")

    refused, _, err = articover(*asked)

    assert refused == ExitCode.BRIEF and "taken" in err
    assert not (tmp_path / "trained" / "taken").exists()
    assert articover(*asked, "--force")[0] == ExitCode.OK


@pytest.mark.parametrize("language", ["en", "ko"])
def test_other_settings_are_told_by_the_options_that_they_have(articover, data, language):
    asked = ("train", "--data", data, "--genre", "horror", *ASKED, "--lang", language)
    articover(*asked, "--no-register")

    code, _, err = articover(*asked, "--min-snr", "3", "--flip", "--noise-offset", "0.1")

    assert code == ExitCode.BRIEF
    assert "(--min-snr, --noise-offset, --flip)" in err


def test_a_name_without_a_letter_is_refused(articover, data, tmp_path):
    code, _, err = articover("train", "--data", data, "--genre", "horror", *ASKED, "--name", "!!")

    assert code == ExitCode.BRIEF and "--name" in err
    assert not (tmp_path / "trained").exists()


def test_nothing_is_written_among_the_pictures(articover, data):
    code, _, err = articover("train", "--data", data, "--genre", "horror", *ASKED,
                             "--out", data / "made")  # fmt: skip

    assert code == ExitCode.BRIEF and "--out" in err
    assert not (data / "made").exists()


def test_a_catalogue_that_cannot_be_used_costs_no_training(articover, data, tmp_path, monkeypatch):
    def broken(app):
        adapters = adapters_of(app)
        (tmp_path / "models" / "adapters").mkdir(parents=True, exist_ok=True)
        (tmp_path / "models" / "adapters" / "adapters.json").write_text("{")
        return adapters

    monkeypatch.setattr("bot.commands.train_ending.adapters_of", broken)
    code, out, _ = articover("train", "--data", data, "--genre", "horror", *ASKED)

    assert code != ExitCode.OK
    assert "articover models add" in out and (tmp_path / "trained/horror").is_dir()
    assert (tmp_path / "trained" / "horror" / "horror.kohya.safetensors").is_file()


def test_ctrl_c_keeps_what_was_learnt_and_says_how_to_go_on(articover, data, monkeypatch):
    learn = learning.Learning.advance

    def interrupted(self):
        loss = learn(self)
        if self.step == 3:
            signal.raise_signal(signal.SIGINT)
        return loss

    with monkeypatch.context() as patch:
        patch.setattr(learning.Learning, "advance", interrupted)
        code, _, err = articover("train", "--data", data, "--genre", "horror", *ASKED)
    assert code == ExitCode.INTERRUPTED and "step 3 of 4" in err

    gone_on = articover.json("train", "--data", data, "--genre", "horror", *ASKED)
    assert (gone_on["resumed"], gone_on["steps"]) == (3, 4)


def test_the_plot_has_room_for_every_loss(tmp_path):
    words = PlotWords(title="sea", line="", step="step", loss="loss", each="each", smooth="mean",
                      held_out="held out")  # fmt: skip
    history = History([0.5, 0.4, 0.3], [(0, 0.6), (3, 0.35)])

    for one in (History(), History([0.2]), history, History([0.1] * 2000)):
        (tmp_path / "plot.png").write_bytes(loss_plot(one, words, library()))
        with Image.open(tmp_path / "plot.png") as picture:
            assert picture.size == (1280, 760)
            assert len(set(picture.convert("L").tobytes())) > 10
    assert history.as_table() == "step,loss,held_out\n0,,0.6\n1,0.5,\n2,0.4,\n3,0.3,0.35\n"
    assert ticks(0.1, 0.7) == pytest.approx([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7])


def test_nothing_heavy_is_imported_for_the_help_page():
    said = "import sys; from bot.__main__ import main; main(['train', '--help']);"
    said += "print(sorted({'torch', 'numpy', 'diffusers', 'PIL', 'skia'} & sys.modules.keys()))"
    done = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout.splitlines()[-1].replace("'", '"')) == []
