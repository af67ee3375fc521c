"""Turns for people and for sizes, as numbers: nothing here needs a model."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.engines.diffusion.fairness import Turns

SMALL, WIDE = (512, 768), (768, 512)


@pytest.fixture
def turns():
    return Turns()


def come(turns, *tickets, size=SMALL):
    """Tickets are a person's letter and a number."""
    for ticket in tickets:
        turns.join(ticket, person=ticket[0], size=size, rows=2)


def order(turns, size=SMALL):
    return [turn.ticket for turn in turns.of(size)]


def test_people_alternate_however_many_pictures_each_has(turns):
    come(turns, "a1", "a2", "a3", "b1", "b2")
    assert order(turns) == ["a1", "b1", "a2", "b2", "a3"]


def test_a_newcomer_joins_the_round_that_is_being_painted(turns):
    come(turns, "a1", "a2", "a3")
    come(turns, "b1")
    assert order(turns) == ["a1", "b1", "a2", "a3"]


def test_rounds_move_on_so_that_newcomers_do_not_overtake_for_ever(turns):
    come(turns, "a1", "a2", "a3")
    turns.leave("a1", painted=True)
    come(turns, "b1")
    assert order(turns) == ["a2", "b1", "a3"]


def test_what_was_cancelled_costs_nobody_a_turn(turns):
    come(turns, "a1", "a2", "a3")
    for ticket in ("a1", "a2", "a3"):
        turns.leave(ticket, painted=False)
    come(turns, "b1", "a4")
    assert order(turns) == ["b1", "a4"]
    assert turns.of(SMALL)[1].round == 0


def test_sizes_alternate_and_a_new_one_comes_first(turns):
    come(turns, "a1")
    come(turns, "b1", size=WIDE)
    assert turns.sizes() == [SMALL, WIDE]
    turns.passed(SMALL)
    assert turns.sizes() == [WIDE, SMALL]
    turns.passed(WIDE)
    assert turns.sizes() == [SMALL, WIDE]


def test_only_a_persons_first_picture_gives_its_size_a_turn(turns):
    come(turns, "a1")
    come(turns, "a2", size=WIDE)
    assert turns.sizes() == [SMALL]
    turns.leave("a1", painted=True)
    assert turns.sizes() == [WIDE]


def test_a_picture_that_was_started_keeps_its_sizes_turn_behind_its_persons_first(turns):
    come(turns, "a1")
    come(turns, "a2", size=WIDE)
    turns.start("a2")
    assert turns.sizes() == [SMALL, WIDE]
    turns.leave("a2", painted=False)
    assert turns.sizes() == [SMALL]


def test_pictures_that_come_soon_are_the_first_of_each_size(turns):
    come(turns, "a1", "b1", "c1")
    come(turns, "d1", size=WIDE)
    assert turns.soon(2) == ["a1", "b1", "d1"]


@given(st.lists(st.sampled_from("abc"), max_size=30), st.integers(1, 4))
def test_nobody_waits_longer_than_everybody_who_came_before_and_a_turn_of_each(people, room):
    turns = Turns()
    for number, person in enumerate(people):
        come(turns, f"{person}{number}")
    painted = []
    while first := order(turns)[:room]:
        painted += first
        for ticket in first:
            turns.leave(ticket, painted=True)
    assert sorted(painted) == sorted(f"{p}{n}" for n, p in enumerate(people))
    for place, ticket in enumerate(painted):
        mine = [t for t in painted if t[0] == ticket[0]]
        assert place < 3 * (mine.index(ticket) + 1) + room
