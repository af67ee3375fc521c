"""What only a card has: streams beside the passes, parts that visit it, half precision. Where one is."""

import pytest
import torch

from pipeline.domain.painting import Sampler
from tests.diffusion.painting import (
    apart,
    ends,
    engine,
    failures,
    half_mask,
    painted,
    photograph,
    replayed,
    wish,
)

pytestmark = pytest.mark.skipif(not torch.cuda.is_available(), reason="there is no CUDA card here")


def crowd():
    """Pictures of all kinds, more than share a pass."""
    kinds = ({}, {"source": photograph(), "strength": 0.6},
             {"source": photograph(), "mask": half_mask(), "strength": 0.8})  # fmt: skip
    return {
        f"{n}": wish(n, sampler=sampler, steps=3 + n % 3, person=f"{n % 3}", **kinds[n % 3])
        for n, sampler in enumerate(Sampler)
    }


def test_a_crowd_on_a_card_is_repeated_alone_to_the_bit(models):
    given = {"device": "cuda", "dtype": "float16", "preview_every": 1, "preview": models / "taesd"}
    by, wishes = engine(models / "safe", **given), crowd()
    found = painted(by, wishes)
    assert not failures(found)
    assert all(any(event.step.preview for event in events[:-1]) for events in found.values())
    for ticket, picture in ends(found).items():
        again = ends(painted(by, {ticket: replayed(wishes[ticket], picture)}))[ticket]
        assert again == picture, ticket


def test_a_card_paints_what_the_processor_paints(models):
    here, there = engine(models / "sd1"), engine(models / "sd1", device="cuda")
    painted(here, crowd())
    painted(there, crowd())
    for ticket, latents in here.latents.items():
        assert apart(there.latents[ticket].cpu(), latents) < 0.05, ticket


def test_parts_that_visit_the_card_paint_the_same(models):
    given = {"device": "cuda", "dtype": "float16"}
    stay, visit = engine(models / "safe", **given), engine(models / "safe", **given, offload=True)
    wishes = crowd()
    first, second = ends(painted(stay, wishes)), ends(painted(visit, wishes))
    for ticket, picture in first.items():
        again = ends(painted(visit, {ticket: replayed(wishes[ticket], picture)}))[ticket]
        assert again.content == picture.content and second[ticket].width == picture.width


def test_passes_are_never_more_than_one_ahead_of_the_card(models):
    by = engine(models / "sd1", device="cuda", dtype="float16")
    painted(by, {"one": wish(1, steps=9)}, until=lambda events: len(events) > 4)
    assert len(by._passes._pace._going) == 1
    by.cancel("one")
