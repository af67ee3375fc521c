"""What is learnt from losses: when to start again, when to rest, and whom to suspect."""

from dataclasses import replace

import pytest

from pipeline.domain.limits import PaintingLimits
from pipeline.domain.painting import AdapterUse, Manner
from pipeline.queue.painting.losses import MOST_SUSPECTS, Losses, Suspects
from tests.queue.painting.easel import asked

LIMITS = PaintingLimits(losses=3, losses_within_s=100.0, rest_s=50.0, backoff_s=1.0,
                        longest_backoff_s=3.0)  # fmt: skip


@pytest.fixture
def losses():
    return Losses(limits=LIMITS)


def test_as_many_losses_as_are_allowed_in_their_time_make_a_rest(losses):
    assert [losses.lost(at) for at in (0.0, 50.0, 100.0)] == [False, False, True]
    assert [losses.rests_s(at) for at in (100.0, 130.0, 150.0)] == [50.0, 20.0, 0.0]


def test_losses_long_ago_count_no_more(losses):
    assert not any(losses.lost(60.0 * n) for n in range(20))


def test_a_picture_between_losses_forgives_them(losses):
    for at in range(10):
        assert not losses.lost(float(at))
        losses.painted()


def test_a_loss_right_after_a_rest_makes_the_next(losses):
    assert [losses.lost(at) for at in (0.0, 1.0, 2.0, 60.0)] == [False, False, True, True]
    assert losses.rests_s(60.0) == 50.0


def test_each_loss_doubles_the_wait_up_to_the_longest(losses):
    assert losses.backoff_s(0.0) == 0.0
    waits = []
    for at in (0.0, 10.0, 20.0, 30.0):
        losses.lost(at)
        waits.append(losses.backoff_s(at))
    assert waits == [1.0, 2.0, 3.0, 3.0]
    assert [losses.backoff_s(at) for at in (31.0, 40.0)] == [2.0, 0.0]


@pytest.mark.parametrize("change", [
    {"prompt": "another"}, {"seed": 2}, {"width": 128}, {"manner": Manner(steps=9)},
    {"source": b"a picture"}, {"person": "bob"},
    {"adapters": (AdapterUse(name="a", sha256="0" * 64),)},
])  # fmt: skip
def test_only_the_same_request_is_suspected(change):
    suspects = Suspects()
    suspects.add(asked("a castle"))
    assert asked("a castle") in suspects
    assert replace(asked("a castle"), **change) not in suspects


def test_who_is_cleared_is_suspected_no_more():
    suspects = Suspects()
    suspects.add(asked("a castle"))
    suspects.clear(asked("a castle"))
    suspects.clear(asked("somebody else's"))
    assert asked("a castle") not in suspects


def test_only_so_many_are_remembered():
    suspects = Suspects()
    for seed in range(MOST_SUSPECTS + 1):
        suspects.add(asked("a castle", seed=seed))
    assert asked("a castle", seed=0) not in suspects
    assert asked("a castle", seed=1) in suspects
