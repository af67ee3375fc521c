"""What happens to trainings on real machines: kills at any write, full disks, cards, impatience."""

import errno
import os
import signal
from dataclasses import replace

import pytest
import torch
from safetensors.torch import load_file
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

from pipeline.domain.errors import TrainingError
from pipeline.training import durable, machine, run
from pipeline.training.checkpoints import Checkpoints
from pipeline.training.events import Doing, Learnt, Phase, Resumed
from pipeline.training.learning import Learning
from tests.training.course import RHYTHM, go, same, training, weights


def killed_at_write(number, plan, data):
    """Train in a process of its own that is killed at its `number`-th write; whether it was."""
    child = os.fork()
    if child:
        _, status = os.waitpid(child, 0)
        return os.WIFSIGNALED(status)
    left, sync, replaced = [number], os.fsync, durable.Path.replace

    def counted(call):
        def calling(*given):
            left[0] -= 1
            if not left[0]:
                os.kill(os.getpid(), signal.SIGKILL)
            return call(*given)

        return calling

    os.fsync, durable.Path.replace = counted(sync), counted(replaced)
    try:
        go(plan, data)
    finally:
        os._exit(0)


def test_killed_at_any_write_it_goes_on_to_the_same_bits(models, data, tmp_path):
    """Half of a file, a folder without its name, a checkpoint without its plot, one file of two."""
    rhythm = replace(RHYTHM, checkpoint_every=1, measure_every=0, keep=2)
    whole, killed = (training(models, tmp_path / name, steps=3, rhythm=rhythm, ema=0.9)
                     for name in ("whole", "killed"))  # fmt: skip
    go(whole, data)
    number, spared = 3, False

    while not spared:
        spared = not killed_at_write(number, killed, data)
        number += 9
        assert spared or number < 200

    go(killed, data)
    assert number > 30, "it was killed in every part of its life"
    assert same(weights(whole), weights(killed))
    assert not list(killed.out.rglob(".new-*")), "nothing half written stays"


def test_a_full_disk_spoils_no_checkpoint(models, data, tmp_path, monkeypatch):
    whole, full = (training(models, tmp_path / name) for name in ("whole", "full"))
    go(whole, data)

    def told(event):
        if isinstance(event, Learnt) and event.step == 4:
            monkeypatch.setattr(durable.os, "fsync", no_room)

    def no_room(_file):
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OSError, match="No space") as error:
        go(full, data, tell=told)
    monkeypatch.undo()

    assert str(full.out) in error.value.filename
    assert go(full, data).resumed == 2
    assert same(weights(whole), weights(full))


def test_a_finished_training_gives_the_same_files_again(models, data, tmp_path):
    plan = training(models, tmp_path)
    first = [path.read_bytes() for path in go(plan, data).files]

    assert [path.read_bytes() for path in go(plan, data).files] == first


def test_stopped_while_pictures_are_encoded_it_has_learnt_nothing(models, data, tmp_path):
    seen = []

    trained = go(training(models, tmp_path), data, tell=seen.append, stop=lambda: len(seen) > 4)

    assert (trained.finished, trained.step) == (False, 0)
    assert sum(isinstance(one, Doing) and one.phase is Phase.ENCODING for one in seen) < 8


def test_stopped_while_it_paints_it_keeps_what_was_learnt(models, data, tmp_path):
    rhythm = replace(RHYTHM, paint_every=3, prompts=("sea", "sky"), checkpoint_every=100)
    plan, whole = (training(models, tmp_path / name, rhythm=rhythm) for name in ("a", "b"))
    seen = []

    def painting():
        kinds = [getattr(one, "phase", type(one)) for one in seen]
        return Learnt in kinds and Phase.PAINTING in kinds[kinds.index(Learnt) :]

    trained = go(plan, data, tell=seen.append, stop=painting)
    go(whole, data)

    assert (trained.finished, trained.step) == (False, 3)
    assert [path.name for path in (plan.out / "validation").iterdir()] == ["step-000000.png"]
    assert go(plan, data).resumed == 3
    assert same(weights(plan), weights(whole))


def test_pictures_in_another_order_are_another_training(models, data, tmp_path):
    """Whoever renames pictures changes which of them a step sees."""
    go(training(models, tmp_path), data)
    turned = replace(data, specimens=tuple(reversed(data.specimens)))

    with pytest.raises(TrainingError, match="training-other"):
        go(training(models, tmp_path), turned)


def test_what_others_keep_beside_it_stays_when_it_begins_anew(models, data, tmp_path):
    plan = training(models, tmp_path)
    go(plan, data)
    kept = tmp_path / "validation" / "holiday.png"
    kept.parent.mkdir(exist_ok=True)
    kept.write_bytes(b"mine")

    go(plan, data, restart=True)

    assert kept.read_bytes() == b"mine"


def test_the_numbers_of_a_run_without_checkpoints_are_not_told_twice(models, data, tmp_path):
    plan = training(models, tmp_path, steps=3)

    def broken(event):
        if isinstance(event, Learnt):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        go(plan, data, tell=broken)
    go(plan, data)

    board = EventAccumulator(str(tmp_path / "tensorboard"))
    board.Reload()
    assert [event.step for event in board.Scalars("loss/held_out")] == [0, 3]
    assert [event.step for event in board.Scalars("loss/train")] == [1, 2, 3]


def test_when_every_checkpoint_is_damaged_that_is_told(models, data, tmp_path):
    plan = training(models, tmp_path, steps=3)
    go(plan, data)
    for path in (tmp_path / "checkpoints").rglob("state.json"):
        path.write_text("{")
    told = []

    assert go(plan, data, tell=told.append).resumed == 0
    assert Resumed(step=0, damaged=2) in told


def test_every_picture_counts_the_same_however_full_its_pass_is(models, data, tmp_path):
    four = replace(data, specimens=data.learnt[:4])
    results = []
    for batch, accumulate in ((3, 2), (1, 4)):
        plan = training(models, tmp_path / str(batch), steps=1, batch=batch, accumulate=accumulate)
        go(plan, four)
        kept, _ = Checkpoints(plan.out / "checkpoints", 1).newest()
        results.append({name: one for name, one in kept.tensors.items() if "exp_avg" in name})

    largest = max(float(one.abs().max()) for one in results[0].values())
    for name, one in results[0].items():
        torch.testing.assert_close(one, results[1][name], rtol=1e-3, atol=1e-5 * largest)


def test_gradients_that_are_no_numbers_never_reach_the_weights(models, data, tmp_path, monkeypatch):
    """The loss may still be one: in the last step nobody would look again."""
    gathered = Learning._gathered

    def poisoned(self, batches):
        total = gathered(self, batches)
        if self.step == 5:
            next(iter(self._lora.weights.values())).grad.fill_(float("nan"))
        return total

    monkeypatch.setattr(Learning, "_gathered", poisoned)

    with pytest.raises(TrainingError, match="training-diverged"):
        go(training(models, tmp_path), data)
    assert not list(tmp_path.glob("*.safetensors"))


def test_gradients_are_summed_in_one_order_also_by_attention_on_a_card(
    models, data, tmp_path, monkeypatch
):
    """With `warn_only` attention on a card does not: then no two trainings are the same."""
    seen, errors = [], Learning.errors

    def looked(self, batch):
        seen.append((torch.is_grad_enabled(), torch.are_deterministic_algorithms_enabled(),
                     torch.is_deterministic_algorithms_warn_only_enabled()))  # fmt: skip
        return errors(self, batch)

    monkeypatch.setattr(Learning, "errors", looked)
    go(training(models, tmp_path, steps=2), data)

    assert {one for one in seen if one[0]} == {(True, True, False)}
    assert not torch.are_deterministic_algorithms_enabled(), "only where it is needed"


def test_a_card_that_cannot_repeat_its_sums_learns_all_the_same(
    models, data, tmp_path, monkeypatch
):
    tries, errors = [], Learning.errors

    def refused(self, batch):
        if torch.are_deterministic_algorithms_enabled():
            tries.append(batch)
            raise RuntimeError("some_backward_cuda does not have a deterministic implementation")
        return errors(self, batch)

    go(training(models, tmp_path / "a", steps=3), data)
    monkeypatch.setattr(Learning, "errors", refused)
    go(training(models, tmp_path / "b", steps=3), data)

    assert len(tries) == 1
    assert same(*(load_file(tmp_path / name / "sea.safetensors") for name in "ab"))


def test_memory_that_a_library_could_not_get_is_told_as_that(models, data, tmp_path, monkeypatch):
    def short(*_given, **_more):
        raise RuntimeError("CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling cublasCreate")

    monkeypatch.setattr(run, "assembled", short)

    with pytest.raises(TrainingError, match="training-memory"):
        go(training(models, tmp_path), data)


def test_16_bits_learn_with_scaled_gradients_and_go_on_to_the_bit(
    models, data, tmp_path, monkeypatch
):
    """What is learnt stays in 32 bits; the scale belongs to a checkpoint as the weights do."""
    monkeypatch.setattr(machine, "_dtype", lambda _device, _precision: torch.float16)
    rhythm = replace(RHYTHM, checkpoint_every=3)
    whole, halves = (training(models, tmp_path / name, steps=8, ema=0.9, rhythm=rhythm)
                     for name in ("whole", "halves"))  # fmt: skip
    seen = []

    trained = go(whole, data)
    go(halves, data, tell=seen.append, stop=lambda: seen and getattr(seen[-1], "step", 0) == 4)

    assert trained.losses[-1][1] < trained.losses[0][1]
    kept, _ = Checkpoints(halves.out / "checkpoints", 1).newest()
    assert kept.step == 4 and kept.numbers["scaler"]["scale"] > 1
    assert {one.dtype for name, one in kept.tensors.items() if name.startswith("weights/")} == {
        torch.float32
    }
    assert go(halves, data).resumed == 4
    assert same(weights(whole), weights(halves))
