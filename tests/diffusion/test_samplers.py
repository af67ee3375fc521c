"""Every sampler as weighted sums moves latents as the scheduler of diffusers itself does."""

import itertools

import pytest
import torch

from pipeline.domain.painting import Sampler
from pipeline.engines.diffusion.samplers import scheduler_of, step_arguments
from pipeline.engines.diffusion.unrolling import unrolled
from tests.diffusion.painting import apart
from tests.diffusion.tiny import pndm

STEPS = 20
SHAPE = (1, 4, 8, 12)


def config(prediction="epsilon"):
    return dict(pndm(prediction_type=prediction).config)


def scheduler(sampler, prediction="epsilon", steps=STEPS):
    made = scheduler_of(sampler, config(prediction))
    made.set_timesteps(steps)
    return made


def model(latents, timestep):
    """Something that is neither linear nor the same at every step."""
    return torch.tanh(0.7 * latents + float(timestep) / 1000)


def by_scheduler(sampler, prediction, first):
    own, draw = scheduler(sampler, prediction), torch.Generator().manual_seed(3)
    latents = torch.randn(SHAPE, generator=draw) * own.init_noise_sigma
    if hasattr(own, "set_begin_index"):
        own.set_begin_index(first)
    for timestep in own.timesteps[first:]:
        output = model(own.scale_model_input(latents, timestep), timestep)
        more = step_arguments(own, draw)
        latents = own.step(output, timestep, latents, **more, return_dict=False)[0]
    return latents


def by_sums(sampler, prediction, first):
    own, draw = scheduler(sampler, prediction), torch.Generator().manual_seed(3)
    latents, memories = torch.randn(SHAPE, generator=draw) * own.init_noise_sigma, ()
    for move in unrolled(own, first):
        output = model(latents * move.scale, move.timestep)
        noise = torch.randn(SHAPE, generator=draw) if move.draws else torch.zeros(SHAPE)
        columns = [latents, output, noise, *memories]
        sums = [
            sum(float(weight) * column for weight, column in zip(weights, columns, strict=True))
            for weights in move.weights
        ]
        memories = tuple(columns[n] if n >= 0 else sums[-n] for n in move.memories)
        latents = sums[0]
    return latents


@pytest.mark.parametrize("first", [0, 5])
@pytest.mark.parametrize("prediction", ["epsilon", "v_prediction"])
@pytest.mark.parametrize("sampler", Sampler)
def test_the_sums_of_a_sampler_are_its_steps(sampler, prediction, first):
    skipped = first * scheduler(sampler).order
    made = by_sums(sampler, prediction, skipped)
    assert apart(made, by_scheduler(sampler, prediction, skipped)) < 1e-5


@pytest.mark.parametrize(
    ("sampler", "passes"),
    [(Sampler.DPM, 20), (Sampler.PNDM, 21), (Sampler.HEUN, 39), (Sampler.LCM, 20)],
)
def test_a_sampler_takes_the_passes_that_it_needs(sampler, passes):
    assert len(unrolled(scheduler(sampler))) == passes


@pytest.mark.parametrize("sampler", Sampler)
def test_what_a_sampler_adds_of_a_kept_picture_is_as_noisy_as_the_next_step(sampler):
    own = scheduler(sampler)
    moves = unrolled(own)
    shares = scheduler(sampler).alphas_cumprod
    for move, following in itertools.pairwise(moves):
        signal = move.source * following.scale
        noise = move.source_noise * following.scale
        assert signal**2 + noise**2 == pytest.approx(1.0, abs=1e-3)
        assert signal**2 == pytest.approx(float(shares[int(following.timestep)]), abs=5e-3)
    assert (moves[-1].source, moves[-1].source_noise) == (1.0, 0.0)


@pytest.mark.parametrize("sampler", [Sampler.DDIM, Sampler.DDPM, Sampler.LCM, Sampler.HEUN])
def test_latents_are_never_clipped_whatever_the_models_configuration_says(sampler):
    silent = {key: value for key, value in config().items() if key != "clip_sample"}
    for given in (silent, {**silent, "clip_sample": True, "thresholding": True}):
        own = scheduler_of(sampler, given).config
        assert not own.clip_sample and not own.get("thresholding", False)
