"""Results on Discord: every way there is to a person, tried against a strict server."""

from dataclasses import replace

import pytest

from bot.conversation.act import Verb, act
from bot.conversation.answer import Says
from bot.conversation.caller import Screen, View
from bot.conversation.message import Button, Document, Message, Poll
from pipeline.domain.errors import DeliveryError
from pipeline.domain.job import Fault
from tests.discord.server import open_discord
from tests.discord.stand import Stand, land, says

SHEET = View(screen=Screen.SHEET)
HERE = View(screen=Screen.CARD, here=True)
REFUSALS = {"404 10008", "404 10003", "404 10015", "403 50001", "403 50007", "403 50013",
            "401 50027", "413 40005"}  # fmt: skip
"""What a test lets happen; none of it is the bot's fault."""


@pytest.fixture
async def server():
    async with open_discord() as server:
        yield server
        assert [one for one in server.violations if one.rule not in REFUSALS] == []
        assert server.thinking == []


@pytest.fixture
def stand(server, script):
    stand = Stand(server, script)
    script.commands["cover"] = stand.orders(SHEET)
    return stand


async def ordered(server, stand, who=None, *, where=None):
    """An order whose message says that it is queued."""
    did = await (who or server.person()).runs("cover", title="Small Hours", where=where)
    await server.until(lambda: did.said and not did.said[-1].loading)
    await stand.settled()
    return did, stand.ordered[-1]


async def test_a_result_comes_into_the_orders_message_after_a_restart(server, stand):
    async with stand.running():
        did, job = await ordered(server, stand)
    async with stand.running():
        await stand.bring(job)
    assert did.message.labels == ["Pick 1"]
    assert len(server.home.messages) == 1


async def test_a_result_comes_by_the_bots_own_token_when_the_interactions_has_expired(
    server, stand
):
    async with stand.running():
        did, job = await ordered(server, stand)
        did.expire()
        await stand.bring(job)
    assert did.message.labels == ["Pick 1"]
    assert len(server.home.messages) == 1


async def test_no_expired_token_is_used_at_all(server, stand):
    async with stand.running():
        did, job = await ordered(server, stand)
        did.expire()
        stand.place.clock.pass_(15 * 60)
        await stand.bring(job)
    assert did.message.labels == ["Pick 1"]
    assert server.violations == []


async def test_a_crash_before_the_message_was_noted_leaves_one_all_the_same(server, stand):
    async with stand.running():
        did, job = await ordered(server, stand)
        assert await stand.place.store.notes.drop(job.person, f"message:{job.id}")
    async with stand.running():
        await stand.bring(job)
    assert did.message.labels == ["Pick 1"] and len(server.home.messages) == 1


async def test_a_message_that_was_posted_but_not_recorded_is_not_posted_again(server, stand):
    async with stand.running():
        did, job = await ordered(server, stand)
        server.delete_message(did.message)
        await stand.place.store.notes.drop(job.person, f"message:{job.id}")
        stand.place.clock.pass_(15 * 60)
        await stand.place.made(job, 1)
        first = await stand.front.courier.post(await stand.place.parcel(job))
        await stand.place.store.notes.drop(job.person, f"message:{job.id}")
        assert await stand.front.courier.post(await stand.place.parcel(job)) == first


async def test_a_message_that_was_deleted_is_made_anew_once(server, stand):
    async with stand.running():
        did, job = await ordered(server, stand)
        server.delete_message(did.message)
        await stand.bring(job)
        await stand.deliver(job)
    alive = [one for one in server.home.messages if not one.deleted]
    assert len(alive) == 1 and alive[0].labels == ["Pick 1"]


async def test_a_deleted_channels_result_is_sent_to_the_person(server, stand):
    async with stand.running():
        mina = server.person()
        _, job = await ordered(server, stand, mina)
        server.delete_channel(server.home)
        await stand.bring(job)
    assert mina.direct.last.labels == ["Pick 1"]


async def test_whose_bot_was_kicked_gets_the_result_directly(server, stand):
    async with stand.running():
        mina = server.person()
        did, job = await ordered(server, stand, mina)
        did.expire()
        server.kick()
        await stand.bring(job)
    assert mina.direct.last.labels == ["Pick 1"]


async def test_who_takes_no_messages_finds_the_result_in_the_history(server, stand):
    async with stand.running():
        mina = server.person()
        _, job = await ordered(server, stand, mina)
        server.delete_channel(server.home)
        mina.account.closed = True
        with pytest.raises(DeliveryError, match="delivery-gone"):
            await stand.bring(job)


async def test_a_group_where_the_bot_is_not_gets_the_result_by_the_token(server, stand):
    async with stand.running():
        mina = server.person()
        group = server.new_group(mina, server.person("Jun"))
        did, job = await ordered(server, stand, mina, where=group)
        await stand.bring(job)
    assert did.message.labels == ["Pick 1"]


async def test_a_group_where_the_bot_is_not_gets_a_late_result_directly(server, stand):
    async with stand.running():
        mina = server.person()
        group = server.new_group(mina, server.person("Jun"))
        did, job = await ordered(server, stand, mina, where=group)
        did.expire()
        await stand.bring(job)
    assert mina.direct.last.labels == ["Pick 1"]


async def test_where_the_bot_is_not_it_does_not_even_try_to_speak(server, stand):
    async with stand.running():
        mina = server.person()
        group = server.new_group(mina, server.person("Jun"))
        _, job = await ordered(server, stand, mina, where=group)
        stand.place.clock.pass_(15 * 60)
        await stand.bring(job)
    assert mina.direct.last.labels == ["Pick 1"]
    assert server.violations == []


async def test_a_result_that_is_too_large_comes_in_fewer_bytes(server, stand):
    async with stand.running():
        did, job = await ordered(server, stand)
        fault = server.faults.next(r"PATCH /webhooks/", status=413)
        await stand.bring(job)
    assert fault.hit == 1 and did.message.labels == ["Pick 1"]


@pytest.mark.parametrize("status", [503, 429])
async def test_a_platform_that_is_away_is_tried_again_later(server, stand, status):
    async with stand.running():
        did, job = await ordered(server, stand)
        did.expire()
        stand.place.clock.pass_(15 * 60)
        server.faults.next(r"PATCH /channels/", status=status, times=9, retry_s=0.01)
        with pytest.raises(DeliveryError, match="delivery-unavailable") as told:
            await stand.bring(job)
        assert told.value.retryable
        server.faults.clear()
        stand.place.clock.pass_(1)
        await stand.deliver(job)
    assert did.message.labels == ["Pick 1"]
    assert len(server.home.messages) == 1


async def test_a_lost_connection_is_tried_again_later(server, stand):
    async with stand.running():
        did, job = await ordered(server, stand)
        server.faults.next(r"PATCH /webhooks/", drop=True, times=9)
        with pytest.raises(DeliveryError, match="delivery-unavailable"):
            await stand.bring(job)
        server.faults.clear()
        await stand.deliver(job)
    assert did.message.labels == ["Pick 1"]


async def test_a_pressed_message_stays_until_its_result_takes_its_place(server, script, stand):
    rows = ((Button(label="Move", act=act(Verb.MOVE, "v123456789")),),)
    script.commands["history"] = says(Says(message=Message(lines=("One",), rows=rows)))
    script.presses[Verb.MOVE] = stand.orders(HERE)
    async with stand.running():
        mina = server.person()
        did = await mina.runs("history")
        shown = await server.until(lambda: did.said[-1].labels and did.said[-1])
        await mina.presses(shown, "Move")
        await stand.settled()
        assert shown.content == "One"
        await stand.bring(stand.ordered[0])
    assert shown.labels == ["Pick 1"] and shown.only_for is mina.account
    assert server.home.last is None, "nobody else sees anything"


async def test_what_was_for_one_person_goes_late_to_them_alone(server, script, stand):
    script.commands["export"] = stand.orders(SHEET)
    async with stand.running():
        mina = server.person()
        did = await mina.runs("export")
        await server.until(lambda: not did.said[-1].loading)
        await stand.settled()
        did.expire()
        await stand.bring(stand.ordered[0])
    assert mina.direct.last.labels == ["Pick 1"]
    assert [one for one in server.home.messages if one.only_for is None] == []


async def test_a_failure_is_told_in_the_orders_message(server, stand):
    async with stand.running():
        did, job = await ordered(server, stand)
        await stand.place.failed(job, Fault(code="work-crashed"))
        await stand.deliver(job)
    assert did.message.content == "It failed."


async def test_a_polls_message_comes_once(server, script, stand):
    async def landed(means, words, parcel, view):
        poll = Poll(question="Which?", answers=("1", "2"))
        return replace(await land(means, words, parcel, view), poll=poll)

    script.landings[Screen.SHEET] = landed
    async with stand.running():
        _, job = await ordered(server, stand)
        await stand.bring(job)
        await stand.deliver(job)
    assert [bool(one.poll) for one in server.home.messages] == [False, True]


async def test_a_document_that_is_too_large_comes_smaller(server, script, stand):
    async def landed(_means, _words, _parcel, _view):
        small = Document(source=b"small", name="cover-small.pdf", size=5)
        whole = Document(source=b"x" * 11_000_000, name="cover.pdf", size=11_000_000, smaller=small)
        return Message(lines=("Your files.",), documents=(whole,))

    script.landings[Screen.SHEET] = landed
    async with stand.running():
        did, job = await ordered(server, stand)
        await stand.bring(job)
    assert [one.name for one in did.message.attachments] == ["cover-small.pdf"]
    assert "cover.pdf was too large" in did.message.content
