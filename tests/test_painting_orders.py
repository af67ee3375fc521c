"""Orders that are painted: who may have them, from which words, and what those who run it are told."""

from dataclasses import replace

import pytest

from bot.__main__ import _menu
from config.concepts import load_sights
from config.policy import load_forbidden
from pipeline.domain.errors import ModelError, PaintError
from pipeline.domain.event import PromptFlagged
from pipeline.domain.operation import Illustrate, Paint
from pipeline.domain.painting import Engine
from pipeline.domain.policy import PolicyRule
from pipeline.stages.policy import Policy, WordList
from pipeline.stages.prompt_parts import CITIES
from tests.place import HERE, Place
from tests.real import brief

BAD = {"title": "Small Hours", "summary": "A porn star comes home."}


def place_with(rule, *, paints=True):
    place = Place()
    menu = replace(_menu(), paints=paints, policy=Policy(rule, WordList(load_forbidden())))
    place.studio._menu = menu
    return place


async def ordered(place, engine=None, key="k", **asked):
    person = await place.person()
    return await place.studio.order_cover(person, brief(**asked), HERE, key, engine=engine)


def flags(place):
    return [event for event in place.events if isinstance(event, PromptFlagged)]


async def test_where_there_is_a_model_a_cover_is_painted_unless_a_style_is_asked_for():
    place = place_with(PolicyRule.REFUSE)

    assert isinstance((await ordered(place, title="The Sea")).job.operation, Paint)
    assert isinstance((await ordered(place, key="2", title="The Sea", style="foil")).job.operation,
                      Illustrate)  # fmt: skip


async def test_where_painting_is_demanded_and_cannot_be_nothing_is_drawn_in_its_stead():
    place = place_with(PolicyRule.REFUSE, paints=False)
    place.studio._menu = replace(place.studio._menu, fault=ModelError("model-missing", model="x"))

    for engine in (None, Engine.PAINTER):
        with pytest.raises(ModelError, match="model-missing"):
            await ordered(place, engine, title="The Sea")
    drawn = await ordered(place, Engine.ILLUSTRATOR, title="The Sea")

    assert isinstance(drawn.job.operation, Illustrate)


async def test_forbidden_words_are_refused_before_anything_is_ordered():
    place = place_with(PolicyRule.REFUSE)

    with pytest.raises(PaintError) as refused:
        await ordered(place, **BAD)

    assert (refused.value.code, refused.value.facts) == ("paint-words", {"words": "porn"})
    assert not place.events


async def test_a_drawn_cover_of_the_same_brief_is_nobodys_concern():
    place = place_with(PolicyRule.REFUSE)

    ticket = await ordered(place, Engine.ILLUSTRATOR, **BAD)

    assert isinstance(ticket.job.operation, Illustrate)


async def test_a_flag_is_told_once_and_never_in_the_persons_words():
    place = place_with(PolicyRule.FLAG)

    first = await ordered(place, **BAD)
    await ordered(place, **BAD)

    assert flags(place) == [PromptFlagged(cover=first.job.cover, groups="explicit")]


async def test_who_looks_away_is_told_nothing():
    place = place_with(PolicyRule.OFF)

    await ordered(place, **BAD)

    assert not flags(place)


async def test_without_a_model_nobody_gets_one():
    place = place_with(PolicyRule.REFUSE, paints=False)

    with pytest.raises(PaintError) as refused:
        await ordered(place, Engine.PAINTER, title="The Sea")

    assert refused.value.code == "painter-missing"


def test_cities_are_sights_that_exist():
    assert {sight.name for sight in load_sights()} >= CITIES
