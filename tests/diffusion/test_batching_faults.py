"""What goes wrong with one picture ends it alone; too little memory ends none that fits."""

import threading
import weakref
from concurrent.futures import ThreadPoolExecutor

import pytest
import torch

from pipeline.domain.errors import ModelError, PaintError
from pipeline.domain.painting import AdapterUse, Sampler
from pipeline.engines.diffusion import ceilings
from pipeline.engines.diffusion.aside import Lanes
from pipeline.ports.painter import Failed
from tests.diffusion.painting import ends, engine, failures, painted, photograph, threads, wish

MISSING = AdapterUse(name="nowhere", sha256="0" * 64)


@pytest.fixture
def by(models):
    return engine(models / "sd1")


@pytest.fixture(scope="module")
def alone(models):
    """What `wish(1)` is when nothing goes wrong, in passes of four rows."""
    by = engine(models / "sd1")
    painted(by, {"good": wish(1, buckets="4*3")})
    return by.latents["good"]


def unet_that(by, spoil):
    """Have `spoil(latents, result)` look at every pass of an engine's UNet."""
    forward = by.parts.unet.forward
    passes = []

    def spoilt(latents, *given, **more):
        passes.append(len(latents))
        return (spoil(latents, forward(latents, *given, **more)[0]),)

    by.parts.unet.forward = spoilt
    return passes


def short_above(rows):
    def spoil(latents, made):
        if len(latents) > rows:
            raise torch.OutOfMemoryError
        return made

    return spoil


def test_a_missing_adapter_and_a_broken_source_leave_the_others_as_they_were(by, alone):
    wishes = {"good": wish(1, buckets="4*3"), "adapter": wish(2, adapters=(MISSING,)),
              "source": wish(3, source=photograph()[:200]), "beside": wish(4)}  # fmt: skip
    found = ends(painted(by, wishes))
    assert isinstance(found["adapter"], ModelError)
    assert found["adapter"].code == "adapter-missing"
    assert isinstance(found["source"], PaintError)
    assert found["source"].code == "paint-source"
    assert torch.equal(by.latents["good"], alone)


def test_latents_that_are_no_numbers_any_more_end_their_own_picture(by, alone):
    marked = torch.zeros(0)

    def spoil(latents, made):
        made = made.clone()
        for row in range(len(latents)):
            if len(marked) and torch.equal(latents[row], marked):
                made[row] = float("nan")
        return made

    unet_that(by, spoil)
    wishes = {"good": wish(1, buckets="4*3"), "bad": wish(2, buckets="4*3")}
    marked = torch.randn((1, 4, 12, 8), generator=torch.Generator().manual_seed(2))[0]
    found = painted(by, wishes)
    assert torch.equal(by.latents["good"], alone)
    (failed,) = failures(found)
    assert (failed.ticket, failed.error.code) == ("bad", "painter-failed")
    assert failed.error.facts == {"kind": "FloatingPointError"}
    assert failed.stack.endswith("FloatingPointError")


def test_an_error_in_a_pass_is_found_to_be_of_one_picture(by, alone):
    first = torch.randn((1, 4, 12, 8), generator=torch.Generator().manual_seed(2))[0]

    def spoil(latents, made):
        if any(torch.equal(row, first) for row in latents):
            raise ZeroDivisionError(" ".join(("words", "of", "a", "person")))
        return made

    unet_that(by, spoil)
    found = painted(by, {"good": wish(1, buckets="4*3"), "bad": wish(2)})
    (failed,) = failures(found)
    assert (failed.ticket, failed.error.facts) == ("bad", {"kind": "ZeroDivisionError"})
    assert "words of a person" not in failed.stack
    assert torch.equal(by.latents["good"], alone)


def test_too_little_memory_halves_the_pass_and_goes_on_with_the_same_state(models):
    wishes = {f"{n}": wish(n, sampler=Sampler.EULER_A, person=f"{n}") for n in range(4)}
    calm, short = engine(models / "sd1"), engine(models / "sd1")
    passes = unet_that(short, short_above(4))
    assert not failures(painted(calm, wishes)) and not failures(painted(short, wishes))
    assert passes[:3] == [8, 4, 4] and max(passes[1:]) == 4
    for ticket in wishes:
        assert torch.allclose(short.latents[ticket], calm.latents[ticket], atol=1e-4)


def test_more_is_tried_again_when_it_went_well_for_long(by, monkeypatch):
    monkeypatch.setattr(ceilings, "PATIENCE", 3)
    passes = unet_that(by, short_above(4))
    painted(by, {f"{n}": wish(n, steps=4) for n in range(8)})
    assert passes.count(8) == 3, "at first, after 3 passes that went well, after 6 more"


def test_a_picture_that_does_not_fit_even_alone_ends_without_the_others(by):
    def spoil(latents, made):
        if latents.shape[-1] > 8:
            raise torch.OutOfMemoryError
        return made

    unet_that(by, spoil)
    large = {f"large{n}": wish(n, width=96) for n in range(2)}
    found = painted(by, {"small": wish(1), **large})
    assert [f.error.code for f in failures(found)] == ["painter-memory"] * 2
    assert failures(found)[0].error.facts == {"width": 96, "height": 96}
    assert ends(found)["small"].width == 64


def test_a_pass_that_is_asked_for_again_but_does_not_fit_is_that_pictures_error(by):
    unet_that(by, short_above(4))
    found = painted(by, {"large": wish(1, buckets="8*3"), "small": wish(2)})
    assert [(f.ticket, f.error.code) for f in failures(found)] == [("large", "painter-memory")]
    assert ends(found)["small"].width == 64


def test_a_decoding_without_memory_is_tried_again_when_nothing_else_runs(by):
    decoder, calls = by.parts.vae.decoder, []
    forward = decoder.forward

    def once_short(*given):
        calls.append(1)
        if len(calls) <= 2:  # in one piece, and in tiles
            raise torch.OutOfMemoryError
        return forward(*given)

    decoder.forward = once_short
    assert ends(painted(by, {"one": wish(1)}))["one"].width == 64


def test_what_lacked_memory_beside_a_pass_is_tried_again_by_the_same_thread(models):
    with threads() as beside:
        by = engine(models / "sd1", beside=beside)
        sample, calls, large = by._preparing.sample, [], weakref.WeakSet()

        def once_short(*given):
            calls.append(threading.current_thread().name)
            assert not large, "what was too much is given back before"
            if len(calls) == 1:
                too_much = torch.zeros(9)
                large.add(too_much)
                raise torch.OutOfMemoryError
            return sample(*given)

        by._preparing.sample = once_short
        assert ends(painted(by, {"one": wish(1)}))["one"].width == 64
    assert len(calls) == 2 and set(calls) == {"preparing_0"}


@pytest.mark.parametrize(
    "error",
    [
        torch.AcceleratorError("CUDA error: an illegal memory access was encountered"),
        RuntimeError("CUDA error: CUBLAS_STATUS_EXECUTION_FAILED when calling `cublasGemmEx(...)`"),
        RuntimeError("cuDNN error: CUDNN_STATUS_EXECUTION_FAILED"),
    ],
)
def test_a_card_that_failed_ends_the_engine_whoever_tells_of_it(by, error):
    def spoil(latents, made):
        raise error

    unet_that(by, spoil)
    with pytest.raises(type(error)):
        painted(by, {"one": wish(1)})


def test_a_cancelled_picture_frees_its_rows_and_nothing_more_is_said_of_it(by):
    passes = unet_that(by, lambda latents, made: made)
    painted(by, {"stays": wish(1), "goes": wish(2, steps=9)}, until=lambda events: events)
    by.cancel("goes")
    by.cancel("never came")
    found = painted(by)
    assert found.keys() == {"stays"}
    assert passes == [4, 2, 2]
    assert not by.busy


def test_pictures_cancelled_while_they_are_prepared_or_decoded_are_gone(models):
    with ThreadPoolExecutor(max_workers=1) as aside:
        by = engine(models / "sd1", beside=Lanes.one(aside))
        by.admit("early", wish(1))
        by.step()
        by.cancel("early")
        painted(by, {"late": wish(2)}, until=lambda events: events and events[-1].step.done == 3)
        by.cancel("late")
        assert not by.busy and not by.step()


def test_passes_go_on_while_threads_beside_them_prepare_decode_and_write(models):
    with threads() as beside:
        by = engine(models / "sd1", beside=beside, preview_every=2)
        found = painted(by, {f"{n}": wish(n, steps=4, buckets="8*4") for n in range(6)})
    calm = ends(painted(engine(models / "sd1"), {"3": wish(3, steps=4, buckets="8*4")}))
    assert not failures(found)
    assert ends(found)["3"].content == calm["3"].content
    assert any(event.step.preview for event in found["0"][:-1])


def test_an_unsafe_picture_is_held_back(models):
    found = painted(engine(models / "strict"), {"one": wish(1)})["one"][-1]
    assert isinstance(found, Failed)
    assert found.error.code == "paint-unsafe"
