"""Telegram's rates, kept by a clock that the test sets."""

import asyncio
import itertools

import pytest

from bot.telegram.failures import BusyError
from bot.telegram.pace import GROUP, MINUTE_S, OVERALL, PROGRESS, SPACING_S, Pace
from tests.storage.orders import HandClock

ADA, BO, CLUB = 11, 12, -1001


class Times:
    """A pace, and when what went where."""

    def __init__(self):
        self.clock = HandClock()
        self.pace = Pace(self.clock, self._sleep)
        self.clock.pass_(SPACING_S)
        self.went = []

    async def _sleep(self, seconds):
        self.clock.pass_(seconds)

    async def say(self, chat, cost=1, patience_s=1e9):
        async with self.pace.turn(chat, cost, patience_s=patience_s):
            self.went.append((chat, round(self.clock.monotonic() - SPACING_S, 6)))

    async def progress(self, chat):
        async with self.pace.turn_for_progress(chat) as room:
            return room

    def gaps(self):
        at = [time for _, time in self.went]
        return [round(b - a, 3) for a, b in itertools.pairwise(at)]


@pytest.fixture
def times():
    return Times()


async def test_in_one_chat_a_message_goes_a_second_after_the_last(times):
    for _ in range(3):
        await times.say(ADA)
    assert times.gaps() == [SPACING_S, SPACING_S]


async def test_the_second_counts_from_when_the_last_was_answered(times):
    async with times.pace.turn(ADA, patience_s=9):
        times.clock.pass_(7.0)  # a slow upload
    await times.say(ADA)
    assert times.went == [(ADA, 7.0 + SPACING_S)]


async def test_a_process_that_begins_leaves_a_second_to_the_one_before_it():
    clock = HandClock()

    async def sleep(seconds):
        clock.pass_(seconds)

    async with Pace(clock, sleep).turn(ADA, patience_s=9):
        assert clock.monotonic() == SPACING_S


async def test_chats_do_not_wait_for_each_other(times):
    await times.say(ADA)
    await times.say(BO)
    assert times.gaps() == [0]


async def test_a_group_gets_twenty_messages_a_minute(times):
    for _ in range(GROUP + 1):
        await times.say(CLUB)
    assert times.went[GROUP][1] - times.went[0][1] >= MINUTE_S
    assert times.went[GROUP - 1][1] - times.went[0][1] < MINUTE_S


async def test_an_album_counts_as_all_of_its_pictures(times):
    await times.say(CLUB, cost=10)
    await times.say(CLUB, cost=10)
    await times.say(CLUB)
    assert times.went[2][1] - times.went[0][1] >= MINUTE_S


async def test_a_private_chat_has_no_limit_a_minute(times):
    for _ in range(GROUP + 1):
        await times.say(ADA)
    assert times.went[-1][1] < MINUTE_S


async def test_all_chats_together_get_less_than_thirty_messages_a_second(times):
    for chat in range(1, 2 * OVERALL + 2):
        await times.say(chat)
    at = [time for _, time in times.went]
    assert all(later - first > 1.0 for first, later in zip(at, at[OVERALL:], strict=False))


async def test_who_has_no_patience_is_told_how_long_it_takes(times):
    times.pace.hold(ADA, 30)
    with pytest.raises(BusyError) as told:
        await times.say(ADA, patience_s=29)
    assert told.value.seconds == 30
    assert times.went == []


async def test_a_pause_for_one_chat_is_kept_exactly_and_holds_up_nobody_else(times):
    times.pace.hold(ADA, 17)
    await times.say(BO)
    await times.say(ADA)
    assert times.went == [(BO, 0), (ADA, 17)]


async def test_a_pause_without_a_chat_is_for_everybody(times):
    times.pace.hold(None, 5)
    await times.say(BO)
    assert times.went == [(BO, 5)]


async def test_a_shorter_pause_does_not_end_a_longer_one(times):
    times.pace.hold(ADA, 17)
    times.pace.hold(ADA, 3)
    await times.say(ADA)
    assert times.went == [(ADA, 17)]


async def test_progress_is_left_out_where_there_is_no_room(times):
    await times.say(ADA)
    assert await times.progress(ADA) is False
    times.clock.pass_(SPACING_S)
    assert await times.progress(ADA) is True


async def test_progress_leaves_half_of_a_groups_minute_to_results(times):
    for _ in range(PROGRESS):
        await times.say(CLUB)
    times.clock.pass_(SPACING_S)
    assert await times.progress(CLUB) is False
    await times.say(CLUB)
    assert times.gaps()[-1] == SPACING_S


async def test_progress_gives_way_to_who_waits(times):
    going = asyncio.Event()

    async def slow():
        async with times.pace.turn(ADA, patience_s=9):
            await going.wait()

    task = asyncio.create_task(slow())
    await asyncio.sleep(0)
    assert await times.progress(ADA) is False
    going.set()
    await task


async def test_what_fails_has_taken_its_turn_all_the_same(times):
    with pytest.raises(ValueError, match="lost"):
        async with times.pace.turn(ADA, patience_s=9):
            raise ValueError("lost")
    await times.say(ADA)
    assert times.went == [(ADA, SPACING_S)]


async def test_chats_that_rest_are_forgotten(times):
    for chat in range(1, 600):
        await times.say(chat)
        times.clock.pass_(1)
    assert len(times.pace._chats) <= 501
