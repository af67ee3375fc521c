"""Who is painted when: people take turns, sizes take turns, and nobody waits for ever."""

import io

import pytest
from PIL import Image

from pipeline.domain.painting import Sampler
from pipeline.ports.painter import Advanced, Ready
from tests.diffusion import loras
from tests.diffusion.painting import engine, painted, wish


def order(by, wishes):
    """The tickets in the order in which they are finished."""
    for ticket, request in wishes.items():
        by.admit(ticket, request)
    finished = []
    while by.busy:
        finished += [event.ticket for event in by.step() if isinstance(event, Ready)]
    return finished


def test_one_picture_is_in_the_first_pass_though_eight_of_another_person_came_before(models):
    by = engine(models / "sd1", rows=4)
    eight = {f"a{n}": wish(n, steps=2, person="a") for n in range(8)}
    finished = order(by, {**eight, "b": wish(9, steps=2, person="b")})
    assert finished.index("b") < 2
    assert [ticket for ticket in finished if ticket != "b"] == list(eight)


def test_who_comes_later_joins_at_once_and_a_later_round_rests(models):
    by = engine(models / "sd1", rows=4)
    painted(by, {f"a{n}": wish(n, steps=4, person="a") for n in range(3)},
            until=lambda events: events)  # fmt: skip
    by.admit("b", wish(9, steps=4, person="b"))
    advanced = {event.ticket for event in by.step() if isinstance(event, Advanced)}
    assert advanced == {"a0", "b"}


def test_a_single_picture_of_another_size_is_done_while_many_share_their_passes(models):
    by = engine(models / "sd1", rows=4)
    many = {f"a{n}": wish(n, steps=4, person=f"{n}") for n in range(6)}
    finished = order(by, {**many, "wide": wish(9, steps=4, width=96, height=64, person="w")})
    assert finished.index("wide") <= 2


def test_many_sizes_give_a_person_no_more_turns_than_one(models):
    by = engine(models / "sd1", rows=4)
    sizes = {f"a{n}": wish(n, steps=2, width=64 + 8 * n, person="a") for n in range(4)}
    finished = order(by, {**sizes, "b": wish(9, steps=2, height=64, person="b")})
    assert finished.index("b") <= 1


def test_nobody_is_overtaken_for_ever_by_those_who_come_after(models):
    by = engine(models / "sd1", rows=2)
    by.admit("first", wish(1, steps=2, person="a"))
    by.admit("second", wish(2, steps=2, person="a"))
    finished = []
    for number in range(40):
        if number % 2 == 0:
            by.admit(f"new{number}", wish(3, steps=2, person=f"p{number}"))
        finished += [event.ticket for event in by.step() if isinstance(event, Ready)]
    assert finished.index("second") <= 3


def test_who_finds_the_bank_full_waits_until_another_is_done(models, tmp_path):
    shelf = loras.Shelf(tmp_path)
    by = engine(models / "sd1", rows=8, adapter_slots=1, adapter=shelf.path)
    red, blue = (shelf.put(name, loras.kohya(loras.lora(by.parts.unet, seed=seed)))
                 for seed, name in enumerate(("red", "blue")))  # fmt: skip
    wishes = {"red": wish(1, steps=3, adapters=(red,)), "blue": wish(2, adapters=(blue,)),
              "plain": wish(3, steps=2), "red too": wish(4, steps=1, adapters=(red,))}  # fmt: skip
    assert order(by, wishes) == ["plain", "red", "blue", "red too"]


def test_who_waits_for_the_bank_keeps_nobody_waiting_for_ever(models, tmp_path):
    shelf = loras.Shelf(tmp_path)
    by = engine(models / "sd1", adapter_slots=1, adapter=shelf.path)
    red, blue = (shelf.put(name, loras.kohya(loras.lora(by.parts.unet, seed=seed)))
                 for seed, name in enumerate(("red", "blue")))  # fmt: skip
    wide = {"width": 96, "height": 64}
    by.admit("red", wish(1, steps=4, adapters=(red,), person="a"))
    by.step()
    by.admit("plain", wish(2, steps=5, person="b", **wide))
    by.step()
    # the second one's size has the next turn; it finds the bank full before the first one looks
    blues = {"wide": wish(3, adapters=(blue,), **wide), "high": wish(4, adapters=(blue,))}
    assert order(by, blues) == ["red", "plain", "high", "wide"]


def test_every_step_is_told_and_previews_from_the_first(models):
    by = engine(models / "sd1", preview_every=2)
    events = painted(by, {"one": wish(1, steps=5)})["one"]
    steps = [event.step for event in events[:-1]]
    assert [step.done for step in steps if step.preview is None] == [1, 2, 3, 4, 5]
    assert [step.done for step in steps if step.preview is not None] == [1, 2, 4]
    shown = Image.open(io.BytesIO(next(step.preview for step in steps if step.preview)))
    assert (shown.format, shown.size) == ("JPEG", (64, 96))


@pytest.mark.parametrize("sampler", [Sampler.DPM, Sampler.EULER, Sampler.LMS])
def test_the_preview_of_the_last_step_but_one_is_nearly_the_picture(models, sampler):
    by = engine(models / "sd1", preview_every=1)
    by.admit("one", wish(1, steps=12, sampler=sampler, guidance=1.0))
    shown = []
    original = by._developing._decoder.preview
    by._developing._decoder.preview = lambda latents: shown.append(latents) or original(latents)
    while by.busy:
        by.step()
    errors = [(latents - by.latents["one"]).abs().mean().item() for latents in shown]
    assert errors[-1] < 0.2 * errors[0]
