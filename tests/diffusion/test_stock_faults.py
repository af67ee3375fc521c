"""What goes wrong in a stock pipeline ends the picture it is wrong with, and no other."""

import pytest
import torch
from diffusers import StableDiffusionXLPipeline

from pipeline.domain.errors import ModelError
from pipeline.engines.diffusion.stock import stock_of
from pipeline.ports.painter import Failed
from tests.diffusion.painting import HEIGHT, WIDTH, ends, painted, settings_of, wish
from tests.diffusion.test_latents import file_of, photograph
from tests.diffusion.test_stock import xl


def test_what_is_wrong_with_one_picture_fails_alone(models):
    wishes = {"good": wish(1, source=file_of(photograph())),
              "bad": wish(2, source=b""),
              "mask": wish(3, source=file_of(photograph()), mask=b"no picture"),
              "odd": wish(4, buckets="three")}  # fmt: skip
    made = ends(painted(xl(models), wishes))
    codes = {ticket: getattr(end, "code", None) for ticket, end in made.items()}
    assert codes == {"good": None, "bad": "paint-source", "mask": "paint-source",
                     "odd": "paint-buckets"}  # fmt: skip


def test_a_call_that_breaks_is_tried_picture_by_picture(models, monkeypatch):
    by, sizes, secret = xl(models), [], "a person's words"
    call = StableDiffusionXLPipeline.__call__

    def breaking(pipe, *, generator, **more):
        sizes.append(len(generator))
        if any(one.initial_seed() == 2 for one in generator):
            raise ZeroDivisionError(secret)
        return call(pipe, generator=generator, **more)

    monkeypatch.setattr(StableDiffusionXLPipeline, "__call__", taking_all(breaking, call))
    by_ticket = painted(by, {"a": wish(1), "b": wish(2), "c": wish(3)})
    made = ends(by_ticket)
    assert sizes == [3, 1, 1, 1]
    assert made["b"].code == "painter-failed" and made["b"].facts == {"kind": "ZeroDivisionError"}
    assert made["a"].content and made["c"].content
    stack = next(event.stack for event in by_ticket["b"] if isinstance(event, Failed))
    assert "in breaking" in stack and secret not in stack


def taking_all(wrapper, wrapped):
    """A wrapper that names the parameters of what it wraps, as callers look at them."""
    wrapper.__wrapped__ = wrapped
    return wrapper


@pytest.mark.parametrize(("most", "sizes"), [(1, [4, 2, 1, 1, 1, 1]), (2, [4, 2, 2])])
def test_too_little_memory_halves_the_batch_and_goes_on(models, monkeypatch, most, sizes):
    by, tried = xl(models), []
    call = StableDiffusionXLPipeline.__call__

    def short_of_memory(pipe, *, generator, **more):
        tried.append(len(generator))
        if len(generator) > most:
            raise torch.OutOfMemoryError
        return call(pipe, generator=generator, **more)

    monkeypatch.setattr(StableDiffusionXLPipeline, "__call__", taking_all(short_of_memory, call))
    made = ends(painted(by, {f"t{seed}": wish(seed) for seed in range(4)}))
    assert tried == sizes and all(picture.content for picture in made.values())


def test_too_little_memory_for_one_is_said(models, monkeypatch):
    def never(pipe, **_):
        raise torch.OutOfMemoryError

    call = StableDiffusionXLPipeline.__call__
    monkeypatch.setattr(StableDiffusionXLPipeline, "__call__", taking_all(never, call))
    (error,) = ends(painted(xl(models), {"a": wish()})).values()
    assert error.code == "painter-memory" and error.facts == {"width": WIDTH, "height": HEIGHT}


def test_a_model_that_is_not_there_is_said_at_once(models, tmp_path):
    with pytest.raises(ModelError, match="model-missing"):
        stock_of(settings_of(tmp_path))


def test_what_is_no_picture_any_more_is_an_error_not_a_black_one(models):
    by = xl(models)

    def spoilt(_, given, made):
        made[0][:1] = float("nan")
        return made

    by._pipelines.first.unet.register_forward_hook(spoilt)
    (error,) = ends(painted(by, {"a": wish()})).values()
    assert error.code == "painter-failed" and error.facts == {"kind": "FloatingPointError"}


@pytest.mark.parametrize("size", [{"height": 0}, {"width": -8}])
def test_a_size_that_cannot_be_painted_ends_its_picture_only(models, size):
    wishes = {"odd": wish(1, source=file_of(photograph()), **size), "good": wish(2)}
    made = ends(painted(xl(models), wishes))
    assert made["odd"].code == "painter-failed" and made["good"].content


def test_a_size_that_is_no_multiple_of_eight_is_painted_larger_and_cropped(models):
    made = ends(painted(xl(models), {"a": wish(width=60, height=91)}))["a"]
    assert (made.width, made.height) == (60, 91)
