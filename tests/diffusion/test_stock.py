"""Any other model paints by diffusers' own pipelines, alike ones together, halted at every step."""

import io
from inspect import signature

import numpy as np
import pytest
import torch
from diffusers import (
    AutoPipelineForImage2Image,
    AutoPipelineForInpainting,
    AutoPipelineForText2Image,
    DPMSolverMultistepScheduler,
)
from PIL import Image

from pipeline.domain.painting import Sampler
from pipeline.engines.diffusion.fairness import Turns
from pipeline.engines.diffusion.imagining import Imagining
from pipeline.engines.diffusion.samplers import scheduler_of
from pipeline.engines.diffusion.stock import stock_of
from pipeline.ports.painter import Advanced, Ready
from tests.diffusion import tiny
from tests.diffusion.painting import HEIGHT, WIDTH, ends, painted, settings_of, told, wish
from tests.diffusion.test_latents import file_of, half_mask, photograph

LONG = "a dark castle of the sea and the lighthouse in the night sky, " * 8


def xl(models, **more):
    return stock_of(settings_of(models / "xl", **more))


def pixels(content):
    return np.asarray(Image.open(io.BytesIO(content)), int)


def alone(models, kind, auto, request, **more):
    """The picture that a pipeline makes when it is called as its documentation says."""
    pipe = auto.from_pretrained(models / kind, local_files_only=True)
    pipe.set_progress_bar_config(disable=True)
    pipe.scheduler = DPMSolverMultistepScheduler.from_config(pipe.scheduler.config)
    made = pipe(
        request.prompt, negative_prompt=request.negative or None, guidance_scale=7.5,
        num_inference_steps=request.manner.steps,
        generator=torch.Generator().manual_seed(request.seed), **more,
    )  # fmt: skip
    return np.asarray(made.images[0], int)


def close(made, expected):
    """Two pictures that differ by rounding: no pixel by more than 1, and hardly any."""
    apart = np.abs(made - expected)
    return apart.max() <= 1 and (apart > 0).mean() < 0.01


@pytest.mark.parametrize("negative", ["letters", ""])
def test_pictures_painted_together_are_what_each_is_alone(models, negative):
    wishes = {f"t{seed}": wish(seed, negative=negative) for seed in range(3)}
    made = ends(painted(xl(models), wishes))
    for ticket, request in wishes.items():
        size = {"width": WIDTH, "height": HEIGHT}
        expected = alone(models, "xl", AutoPipelineForText2Image, request, **size)
        assert close(pixels(made[ticket].content), expected)
    assert made["t0"].record.buckets == "6*3" and made["t0"].record.model == "xl"


def test_a_prompt_of_many_words_is_read_to_its_end(models):
    wishes = {"whole": wish(prompt=LONG), "cut": wish(prompt=LONG[: len(LONG) * 2 // 3])}
    made = ends(painted(xl(models), wishes))
    assert not close(*(pixels(made[ticket].content) for ticket in wishes))
    (error,) = ends(painted(xl(models), {"a": wish(prompt=LONG * 3)})).values()
    assert error.code == "paint-long" and error.facts["room"] == 150


def test_it_begins_from_a_picture_as_the_stock_pipeline_does(models):
    source = photograph()
    request = wish(steps=4, source=file_of(source), strength=0.5)
    by_ticket = painted(xl(models), {"a": request})
    expected = alone(models, "xl", AutoPipelineForImage2Image, request, image=source, strength=0.5)
    assert close(pixels(ends(by_ticket)["a"].content), expected)
    steps = [event.step for event in by_ticket["a"][:-1]]
    assert [(step.done, step.total) for step in steps] == [(1, 2), (2, 2)]


def test_however_few_steps_and_little_strength_one_step_is_done(models):
    request = wish(steps=1, source=file_of(photograph()), strength=0.1)
    assert ends(painted(xl(models), {"a": request}))["a"].record.buckets == "2*1"


@pytest.mark.parametrize("kind", ["inpainting", "xl"])
def test_a_part_is_painted_and_the_rest_stays_to_the_pixel(models, kind):
    source, mask = photograph(), half_mask()
    request = wish(source=file_of(source), mask=file_of(mask))
    by = stock_of(settings_of(models / "sd1"), models / kind)
    made = ends(painted(by, {"a": request}))["a"]
    kept = np.asarray(mask) == 0
    assert np.array_equal(pixels(made.content)[kept], np.asarray(source, int)[kept])
    expected = alone(models, kind, AutoPipelineForInpainting, request, image=source,
                     mask_image=mask, width=WIDTH, height=HEIGHT, strength=1.0)  # fmt: skip
    deep = np.zeros_like(kept)
    deep[:, WIDTH // 2 + 14 :] = True
    assert close(pixels(made.content)[deep], expected[deep])
    assert made.record.model == kind


def test_a_model_that_sees_a_mask_paints_whole_pictures_too(models):
    by = stock_of(settings_of(models / "inpainting"))
    assert pixels(ends(painted(by, {"a": wish()}))["a"].content).shape == (HEIGHT, WIDTH, 3)


def test_only_what_is_alike_shares_a_call(models):
    by = xl(models)
    wishes = {"a": wish(1), "b": wish(2, steps=4), "c": wish(3), "d": wish(4, guidance=1.0)}
    made = ends(painted(by, wishes))
    assert {ticket: made[ticket].record.buckets for ticket in wishes} == {
        "a": "4*3", "b": "2*4", "c": "4*3", "d": "1*3",
    }  # fmt: skip


def test_every_step_comes_back_so_that_others_can_be_admitted_and_ended(models):
    by = xl(models)
    by.admit("a", wish(steps=6))
    assert [event.step.done for event in by.step()] == [1]
    by.admit("b", wish(2))
    assert [event.ticket for event in by.step()] == ["a"]
    by.cancel("a")
    events = told(painted(by).get("b", []))
    assert isinstance(events["b"][-1], Ready) and not by.busy


def test_one_that_is_cancelled_leaves_its_batch_and_the_others_as_they_were(models):
    by = xl(models)
    for ticket, request in {"a": wish(1), "b": wish(2)}.items():
        by.admit(ticket, request)
    by.step()
    by.cancel("a")
    by.cancel("nobody")
    made = painted(by)
    assert set(made) == {"b"}
    expected = ends(painted(xl(models), {"a": wish(1), "b": wish(2)}))["b"]
    assert made["b"][-1].picture.content == expected.content


def test_a_ticket_that_comes_again_does_not_get_the_picture_it_was_cancelled_for(models):
    by = xl(models)
    for ticket, request in {"a": wish(1), "b": wish(2)}.items():
        by.admit(ticket, request)
    by.step()
    by.cancel("a")
    by.admit("a", wish(9))
    made = ends(painted(by))
    alike = ends(painted(xl(models), {"a": wish(9)}))["a"]
    assert made["a"].content == alike.content


def test_a_picture_comes_back_to_the_bit_from_the_size_it_was_painted_in(models):
    first = ends(painted(xl(models), {f"t{seed}": wish(seed) for seed in range(3)}))["t1"]
    again = wish(1, buckets=first.record.buckets)
    alone_again = ends(painted(xl(models), {"a": again}))["a"]
    company = ends(painted(xl(models), {"x": wish(7, buckets="6*3"), "a": again}))["a"]
    assert alone_again.content == company.content == first.content
    assert alone_again.record == first.record


def test_previews_show_the_latents_of_the_family(models):
    by_ticket = painted(xl(models, preview_every=2), {"a": wish(steps=4), "b": wish(2, steps=4)})
    shown = {t: [e.step.preview for e in events[:-1]] for t, events in by_ticket.items()}
    assert [bool(preview) for preview in shown["a"]] == [True, True, False, False]
    assert len({*shown["a"], *shown["b"]} - {None}) == 4
    assert Image.open(io.BytesIO(shown["a"][0])).size == (WIDTH, HEIGHT)


@pytest.mark.parametrize("sampler", list(Sampler))
def test_every_sampler_paints(models, sampler):
    picture = ends(painted(xl(models), {"a": wish(sampler=sampler)}))["a"]
    assert np.ptp(pixels(picture.content)) > 0


def test_people_take_turns(models):
    by = xl(models, rows=2)
    for ticket in ("a1", "a2", "a3"):
        by.admit(ticket, wish(person="a", steps=1))
    by.admit("b1", wish(2, person="b", steps=1))
    done = [event.ticket for events in iter(by.step, []) for event in events
            if not isinstance(event, Advanced)]  # fmt: skip
    assert done.index("b1") <= 1
    assert Turns().sizes() == []


@pytest.mark.parametrize("prediction", ["epsilon", "v_prediction"])
@pytest.mark.parametrize("sampler", [Sampler.EULER, Sampler.EULER_A, Sampler.DDIM])
def test_a_preview_shows_what_the_model_has_in_mind_not_the_noise(sampler, prediction):
    """These three samplers tell the guess themselves, so that it can be compared."""
    scheduler = scheduler_of(sampler, {**tiny.NOISE, "prediction_type": prediction})
    before = signature(scheduler.step)
    imagining = Imagining(scheduler)
    assert signature(scheduler.step) == before
    scheduler.set_timesteps(6)
    for timestep in scheduler.timesteps:
        sample = torch.randn(2, 4, 12, 8) * scheduler.init_noise_sigma
        scheduler.scale_model_input(sample, timestep)
        made = scheduler.step(torch.randn(2, 4, 12, 8), timestep, sample)
        found = imagining.latents(sample)
        assert torch.allclose(found, made.pred_original_sample, rtol=1e-3, atol=1e-3)
