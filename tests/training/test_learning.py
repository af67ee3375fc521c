"""What is learnt: losses fall, and the parts of the arithmetic are what their papers say."""

from dataclasses import replace

import numpy as np
import pytest
import torch
from diffusers import DDPMScheduler
from safetensors.torch import load_file

from pipeline.domain.errors import TrainingError
from pipeline.training.averaging import Averages
from pipeline.training.checkpoints import Checkpoints
from pipeline.training.noising import Noising
from pipeline.training.run import train
from pipeline.training.schedule import rate_at
from pipeline.training.settings import Schedule
from tests.diffusion.tiny import NOISE
from tests.training.course import BLANK, RECIPE, RHYTHM, go, looked_at, training
from tests.training.covers import write_covers


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """Twelve covers in two families of colours."""
    return looked_at(write_covers(tmp_path_factory.mktemp("covers")))


@pytest.mark.parametrize("model", ["sd1", "sd2"])
def test_the_loss_on_covers_that_were_never_seen_falls(models, data, tmp_path, model):
    plan = training(models, tmp_path, model=model, steps=40, batch=2)

    trained = go(plan, data)

    first, last = trained.losses[0][1], trained.losses[-1][1]
    assert trained.finished
    assert last < 0.85 * first


def test_gradients_that_are_gathered_are_those_of_a_larger_batch(models, data, tmp_path):
    """Each sample has noise of its own, however the samples share passes."""
    even = replace(data, specimens=data.learnt[:8])
    results = []
    for batch, accumulate in ((4, 1), (1, 4)):
        plan = training(models, tmp_path / str(batch), steps=1, batch=batch, accumulate=accumulate)
        go(plan, even)
        results.append(gradients(plan))

    largest = max(float(one.abs().max()) for one in results[0].values())
    assert largest > 0
    for name, one in results[0].items():
        torch.testing.assert_close(one, results[1][name], rtol=1e-3, atol=1e-5 * largest)


def gradients(plan):
    """The first moments after one step: the gradient times a constant."""
    kept, _ = Checkpoints(plan.out / "checkpoints", 1).newest()
    return {name: one for name, one in kept.tensors.items() if name.endswith("exp_avg")}


def weights(plan):
    return load_file(plan.out / "sea.safetensors")


def test_what_is_told_of_a_step_can_be_compared_with_what_is_measured(models, data, tmp_path):
    """Weights of timesteps are for gradients: told with them, a loss would seem overlearnt."""
    told = []
    for place, gamma in (("weighed", 1e-3), ("plain", 0.0)):
        plan = training(models, tmp_path / place, steps=1, gamma=gamma)
        go(plan, data)
        told.append((plan.out / "losses.csv").read_text())

    assert told[0].splitlines()[2].split(",")[1] == told[1].splitlines()[2].split(",")[1]


def test_computing_twice_to_save_memory_changes_nothing(models, data, tmp_path):
    kept = training(models, tmp_path / "kept", steps=3, checkpointing=False)
    saved = training(models, tmp_path / "saved", steps=3, checkpointing=True)

    go(kept, data)
    go(saved, data)

    one, other = weights(kept), weights(saved)
    assert all(torch.allclose(one[name], other[name], atol=1e-6) for name in one)


def test_the_same_seed_gives_the_same_bits_and_another_seed_does_not(models, data, tmp_path):
    results = []
    for place, seed in (("a", 5), ("b", 5), ("c", 6)):
        plan = training(models, tmp_path / place, steps=3, seed=seed, flip=True, offset=0.05)
        go(plan, data)
        results.append(weights(plan))

    assert all(torch.equal(results[0][name], results[1][name]) for name in results[0])
    assert not all(torch.equal(results[0][name], results[2][name]) for name in results[0])


def test_half_of_the_bits_are_enough_to_learn(models, data, tmp_path):
    plan = training(models, tmp_path, steps=8, precision="bf16")

    trained = go(plan, data)

    assert trained.losses[-1][1] < trained.losses[0][1]


def test_the_text_encoder_learns_when_it_shall(models, data, tmp_path):
    plan = training(models, tmp_path, steps=3, text_encoder=True)

    go(plan, data)

    learnt = [name for name in weights(plan) if name.startswith("text_encoder.")]
    assert len(learnt) == 2 * 2 * 4, "two layers, four projections, two matrices"
    assert any(weights(plan)[name].abs().max() > 0 for name in learnt if "lora_B" in name)


@pytest.mark.parametrize("kind", ["epsilon", "v_prediction", "sample"])
def test_the_weights_of_timesteps_are_those_of_min_snr(kind):
    noising = Noising({**NOISE, "prediction_type": kind}, gamma=5.0)
    kept = DDPMScheduler(**NOISE).alphas_cumprod.double()
    ratio = kept / (1 - kept)
    capped = ratio.clamp(max=5.0)
    expected = {"epsilon": capped / ratio, "v_prediction": capped / (ratio + 1), "sample": capped}

    found = noising.weights(torch.arange(1000))

    torch.testing.assert_close(found.double(), expected[kind], rtol=1e-5, atol=1e-8)
    assert Noising(NOISE, gamma=0.0).weights(torch.arange(9)).tolist() == [1.0] * 9


def test_pure_noise_has_a_finite_weight():
    ends_in_noise = {**NOISE, "rescale_betas_zero_snr": True, "prediction_type": "epsilon"}

    weights_there = Noising(ends_in_noise, gamma=5.0).weights(torch.tensor([999]))

    assert weights_there.tolist() == [1.0]


def test_averaged_weights_follow_slowly():
    weights_now = {"a": torch.zeros(3)}
    averages = Averages(weights_now, decay=0.9)

    for step in range(1000, 1003):
        weights_now["a"] += 1.0
        averages.follow(weights_now, step)

    expected = 0.0
    for value in (1.0, 2.0, 3.0):
        expected = 0.9 * expected + 0.1 * value
    torch.testing.assert_close(averages.kept["a"], torch.full((3,), expected))


def test_what_is_written_is_the_average_when_one_is_kept(models, data, tmp_path):
    plain = training(models, tmp_path / "plain", steps=12)
    averaged = training(models, tmp_path / "averaged", steps=12, ema=0.9)

    go(plain, data)
    go(averaged, data)

    size = [sum(float(w.norm()) for name, w in weights(one).items() if "lora_B" in name)
            for one in (averaged, plain)]  # fmt: skip
    assert 0 < size[0] < size[1], "the mean lies behind what it follows"


def test_the_rate_rises_then_falls():
    recipe = replace(RECIPE, steps=100, warmup=0.1, rate=1.0)

    rates = [rate_at(step, recipe) for step in range(100)]

    assert rates[0] == pytest.approx(0.1)
    assert rates[9] == pytest.approx(1.0)
    assert rates[55] == pytest.approx(0.5)
    assert np.all(np.diff(rates[10:]) < 0)
    assert rate_at(99, replace(recipe, schedule=Schedule.CONSTANT)) == 1.0


def test_a_loss_that_is_no_number_ends_the_training_with_a_sentence(models, data, tmp_path):
    plan = training(models, tmp_path, steps=30, rate=1e30, clip=1e30)

    with pytest.raises(TrainingError, match="training-diverged"):
        train(plan, data, BLANK, tell=lambda _event: None, stop=lambda: False)


def test_every_measurement_is_of_the_same_noise(models, data, tmp_path):
    still = training(models, tmp_path, steps=3, rate=1e-12, rhythm=replace(RHYTHM, measure_every=1))

    trained = go(still, data)

    assert {round(loss, 6) for _, loss in trained.losses} == {round(trained.losses[0][1], 6)}
