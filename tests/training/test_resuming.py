"""A training goes on to the bit from any checkpoint, however it ended."""

import json
import random
import shutil
import signal
import subprocess
import sys
from dataclasses import replace

import pytest

from pipeline.domain.errors import TrainingError
from pipeline.training.checkpoints import Checkpoints
from pipeline.training.events import Learnt, Resumed
from tests.training.course import RHYTHM, go, same, training, weights

STEPS = 40


def test_killed_at_a_random_moment_it_goes_on_to_the_same_bits(models, folder, data, tmp_path):
    settings = {"steps": STEPS, "ema": 0.9, "dropout": 0.3}
    whole = training(models, tmp_path / "whole", **settings)
    killed = training(models, tmp_path / "killed", **settings)
    fatal = random.SystemRandom().randrange(3, STEPS - 3)
    command = [sys.executable, "-m", "tests.training.trainee",
               str(models), str(folder), str(killed.out), str(STEPS)]  # fmt: skip
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as trainee:
        for line in trainee.stdout:
            if int(line) == fatal:
                trainee.send_signal(signal.SIGKILL)
                break

    go(whole, data)
    resumed = go(killed, data)

    assert trainee.returncode == -signal.SIGKILL
    assert 0 < resumed.resumed < STEPS
    assert same(weights(whole), weights(killed)), f"killed after step {fatal}"
    assert (whole.out / "losses.csv").read_text() == (killed.out / "losses.csv").read_text()


def test_stopped_in_order_it_goes_on_to_the_same_bits(models, data, tmp_path):
    whole = training(models, tmp_path / "whole", batch=2, flip=True)
    stopped = training(models, tmp_path / "stopped", batch=2, flip=True)
    told = []

    go(whole, data)
    half = go(stopped, data, tell=told.append,
              stop=lambda: sum(isinstance(one, Learnt) for one in told) == 3)  # fmt: skip
    rest = go(stopped, data)

    assert (half.finished, half.step, half.files) == (False, 3, ())
    assert (rest.finished, rest.resumed) == (True, 3)
    assert same(weights(whole), weights(stopped))


def test_from_every_checkpoint_the_same_end_is_reached(models, data, tmp_path):
    plan = training(models, tmp_path / "all", rhythm=replace(RHYTHM, checkpoint_every=1, keep=9))
    go(plan, data)
    end = weights(plan)

    for step in range(1, 6):
        one = training(models, tmp_path / str(step))
        name = f"step-{step:08}"
        shutil.copytree(plan.out / "checkpoints" / name, one.out / "checkpoints" / name)
        assert go(one, data).resumed == step
        assert same(weights(one), end)


def test_a_damaged_checkpoint_is_passed_over(models, data, tmp_path):
    plan = training(models, tmp_path)
    go(plan, data)
    end = weights(plan)
    newest = plan.out / "checkpoints" / "step-00000006" / "tensors.safetensors"
    content = bytearray(newest.read_bytes())
    content[-1] ^= 1
    newest.write_bytes(content)
    told = []

    go(plan, data, tell=told.append)

    assert Resumed(step=4, damaged=1) in told
    assert same(weights(plan), end)


def test_what_was_half_written_when_it_was_killed_is_no_checkpoint(models, data, tmp_path):
    plan = training(models, tmp_path)
    draft = plan.out / "checkpoints" / ".new-77-step-00000004"
    draft.mkdir(parents=True)
    (draft / "state.json").write_text("{")

    trained = go(plan, data)

    assert trained.resumed == 0
    assert not draft.exists()


def test_a_finished_training_is_not_trained_again(models, data, tmp_path):
    plan = training(models, tmp_path)
    first = go(plan, data)

    again = go(plan, data)

    assert first.finished and again.finished
    assert again.resumed == again.step == 6
    assert again.losses == first.losses


def test_other_settings_or_other_data_are_another_training(models, folder, data, tmp_path):
    go(training(models, tmp_path), data)
    other = replace(data, specimens=data.specimens[1:])

    with pytest.raises(TrainingError) as rank:
        go(training(models, tmp_path, rank=2, alpha=2.0), data)
    with pytest.raises(TrainingError) as changed:
        go(training(models, tmp_path), other)

    assert rank.value.facts["names"] == "rank, alpha"
    assert changed.value.facts["names"] == "data"


def test_beginning_anew_throws_the_old_one_away(models, data, tmp_path):
    go(training(models, tmp_path), data)

    anew = go(training(models, tmp_path, rank=2, alpha=2.0), data, restart=True)

    assert anew.finished
    assert anew.resumed == 0


def test_two_at_once_in_one_folder_are_refused(models, data, tmp_path):
    plan = training(models, tmp_path)

    def another(_event):
        go(plan, data)

    with pytest.raises(TrainingError, match="training-busy"):
        go(plan, data, tell=another)


def test_checkpoints_hold_no_pickle_and_only_the_last_stay(models, data, tmp_path):
    plan = training(models, tmp_path, rhythm=replace(RHYTHM, checkpoint_every=1, keep=2), ema=0.9)
    go(plan, data)
    folder = plan.out / "checkpoints"

    assert sorted(path.name for path in folder.iterdir()) == ["step-00000005", "step-00000006"]
    for path in folder.rglob("*.*"):
        assert path.suffix in {".json", ".safetensors"}
    state = json.loads((folder / "step-00000006" / "state.json").read_text())
    assert state["identity"]["rank"] == 4
    kept, damaged = Checkpoints(folder, 2).newest()
    assert damaged == 0
    assert {name.partition("/")[0] for name in kept.tensors} == {
        "weights", "optimiser", "mean", "chance", "history"
    }  # fmt: skip
    assert {"chance/torch", "chance/numpy", "chance/python"} <= kept.tensors.keys()
