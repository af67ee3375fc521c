"""Pauses that Discord wants, and refusals that must not add up, against a strict server."""

import asyncio

import pytest

from bot.conversation.answer import Says
from bot.conversation.caller import Screen, View
from bot.conversation.message import Message
from pipeline.domain.errors import DeliveryError, ServiceError
from tests.discord.clients import pointed
from tests.discord.server import open_discord
from tests.discord.stand import Script, Stand, says

LATE_S = 15 * 60
LINES = [Says(message=Message(lines=(line,))) for line in ("One.", "Two.")]


@pytest.fixture
async def server():
    async with open_discord() as server:
        yield server


@pytest.fixture
def stand(server):
    script = Script(commands={"status": says(*LINES)})
    stand = Stand(server, script)
    script.commands["cover"] = stand.orders(View(screen=Screen.SHEET))
    return stand


def asked(server, line):
    return [one for one in server.requests if line in str(one)]


async def late_order(server, stand):
    """An order whose message only the bot's own token reaches."""
    did = await server.person().runs("cover", title="Small Hours")
    await server.until(lambda: did.said and not did.said[-1].loading)
    await stand.settled()
    stand.place.clock.pass_(LATE_S)
    return stand.ordered[-1], stand.following._boards["discord"]


@pytest.mark.parametrize("request_line", ["PATCH /webhooks", "POST /webhooks"])
async def test_a_pause_is_kept_whoever_tells_of_it(server, stand, request_line):
    server.faults.next(request_line, status=429, retry_s=0.1, via=False)
    async with stand.running():
        did = await server.person().runs("status")
        await stand.settled()
    assert [one.content for one in did.said] == ["One.", "Two."]
    assert server.thinking == []


async def test_a_pause_for_all_ends_even_when_who_was_told_of_it_has_gone(
    server, stand, monkeypatch
):
    monkeypatch.setattr("bot.discord.board.SHOW_S", 0.1)
    monkeypatch.setattr("bot.discord.client.LONGEST_WAIT_S", 0.3)
    async with stand.running():
        job, board = await late_order(server, stand)
        server.faults.next("PATCH /channels", status=429, retry_s=0.3, scope="global")
        await board.show(job, Message(lines=("Half done.",)))
        async with asyncio.timeout(10):
            await stand.bring(job)
    assert server.home.last.labels == ["Pick 1"]


async def test_progress_lets_a_message_be_that_is_out_of_reach(server, stand):
    async with stand.running():
        job, board = await late_order(server, stand)
        server.faults.next("PATCH /channels", status=403, times=99)
        for percent in ("10 %", "20 %", "30 %"):
            await board.show(job, Message(lines=(percent,)))
    assert len(asked(server, "PATCH /channels")) == 1


async def test_a_result_waits_while_the_bots_own_token_is_not_taken(server, stand):
    async with stand.running():
        job, _ = await late_order(server, stand)
        refused = server.faults.next("(PATCH|POST) /(channels|users)", status=401, times=99)
        with pytest.raises(DeliveryError, match="delivery-unavailable"):
            await stand.bring(job)
        assert refused.hit == 1, "no other way is tried with a token that is refused"
        server.faults.clear()
        await stand.deliver(job)
    assert server.home.last.labels == ["Pick 1"]


async def test_commands_are_told_after_an_outage_at_the_start(server, stand, monkeypatch):
    monkeypatch.setattr("bot.discord.connection.AGAIN_S", (0.01, 0.1))
    server.faults.next("GET /users/@me", status=503)
    with pointed(server):
        stand._build()
        with pytest.raises(ServiceError, match="platform-unreachable"):
            await stand.front.open()
        hearing = asyncio.create_task(stand.front.run())
        await server.until(lambda: asked(server, "PUT /applications"))
        await stand.front.hush()
        await hearing
        await stand.front.close()


async def test_nothing_is_asked_before_a_long_pause_is_over(server, stand, monkeypatch):
    monkeypatch.setattr("bot.discord.insisting.LONGEST_PAUSE_S", 0.2)
    async with stand.running():
        job, _ = await late_order(server, stand)
        fault = server.faults.next(
            r"PATCH /channels/", status=429, retry_s=300, via=False, times=99
        )
        with pytest.raises(DeliveryError, match="delivery-unavailable"):
            await stand.bring(job)
        with pytest.raises(DeliveryError, match="delivery-unavailable"):
            await stand.deliver(job)
        assert fault.hit == 1
        server.faults.clear()
        stand.place.clock.pass_(301)
        await stand.deliver(job)
    assert server.violations == []
