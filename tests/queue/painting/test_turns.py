"""Whose picture is next: people in turn, suspects alone."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.domain.errors import PaintError
from pipeline.queue.painting.ticket import Ticket
from pipeline.queue.painting.turns import Turns
from tests.queue.painting.easel import asked

LOST = PaintError("painter-lost")


def ticket(person="ann", prompt="a castle", seed=0):
    return Ticket(request=asked(prompt, person=person, seed=seed), asked_at=0.0)


def joined(turns, *people):
    tickets = [ticket(person, seed=n) for n, person in enumerate(people)]
    for one in tickets:
        turns.join(one)
    return tickets


def called(turns):
    """Everybody whose turn it is now, by name."""
    found = []
    while (one := turns.called()) is not None:
        found.append(one.request.person)
    return found


def test_people_take_turns_and_each_ones_come_in_their_order():
    turns = Turns(9)
    tickets = joined(turns, "ann", "ann", "ann", "bob", "eve", "bob")
    order = [turns.called() for _ in tickets]
    assert [one.request.person for one in order] == ["ann", "bob", "eve", "ann", "bob", "ann"]
    assert [one for one in order if one.request.person == "ann"] == tickets[:3]


def test_no_more_are_called_than_there_is_room_for():
    turns = Turns(2)
    first, *_ = joined(turns, "ann", "bob", "eve")
    assert called(turns) == ["ann", "bob"]
    turns.ended(first.name, LOST)
    assert called(turns) == ["eve"]


def test_whoever_leaves_the_line_is_not_called():
    turns = Turns(9)
    first, _, third = joined(turns, "ann", "ann", "bob")
    assert not turns.leave(first)
    assert not turns.leave(third)
    assert called(turns) == ["ann"]
    assert not turns.waited_for


def test_what_is_in_hand_makes_room_when_it_is_given_up():
    turns = Turns(1)
    first, _ = joined(turns, "ann", "bob")
    assert called(turns) == ["ann"]
    assert turns.leave(first)
    assert not turns.leave(first)
    assert called(turns) == ["bob"]


def test_what_was_in_hand_at_a_loss_is_called_alone():
    turns = Turns(9)
    joined(turns, "ann", "bob")
    called(turns)
    turns.lost(LOST)
    again = joined(turns, "ann", "bob", "eve")
    order = []
    for _ in again:
        (one,) = called(turns)
        order.append((one, turns.guilty))
        turns.ended(next(t for t in again if t.request.person == one).name, LOST)
    assert order == [("ann", True), ("bob", True), ("eve", False)]


def test_a_suspect_waits_until_the_hand_is_empty_and_is_not_passed():
    turns = Turns(9)
    (suspect,) = joined(turns, "ann")
    called(turns)
    turns.lost(LOST)
    other = ticket("bob", seed=5)
    turns.join(other)
    assert called(turns) == ["bob"]
    turns.join(ticket(seed=0))
    turns.join(ticket("eve", seed=7))
    assert called(turns) == []
    turns.ended(other.name, LOST)
    assert called(turns) == ["ann"]
    assert suspect.request.person == "ann"


async def test_everybody_who_waits_is_turned_away_at_once():
    async def unwatched(_step):
        pass

    turns = Turns(1)
    tickets = joined(turns, "ann", "bob")
    following = [asyncio.create_task(one.followed(unwatched, 60.0)) for one in tickets]
    turns.turned_away(LOST)
    assert await asyncio.gather(*following, return_exceptions=True) == [LOST, LOST]
    assert not turns.waited_for


@given(st.lists(st.sampled_from("abcd"), min_size=1, max_size=30))
def test_while_somebody_waits_everybody_else_is_called_at_most_once(people):
    turns = Turns(99)
    joined(turns, *people)
    order = called(turns)
    assert sorted(order) == sorted(people)
    for place, person in enumerate(order):
        waits = order[place + 1 :]
        if person in waits:
            between = waits[: waits.index(person)]
            assert len(between) == len(set(between))


@pytest.mark.parametrize("name", ["unknown", ""])
def test_news_of_what_was_given_up_is_ignored(name):
    turns = Turns(1)
    assert turns.ended(name, LOST) is None
