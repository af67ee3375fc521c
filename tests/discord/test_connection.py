"""Logging in, outages, the commands' sync, and hanging up, against a strict server."""

import asyncio
import logging

import pytest
import yarl
from discord.gateway import DiscordWebSocket

from bot.conversation.answer import Says
from bot.conversation.commands import COMMANDS
from bot.conversation.message import Message
from pipeline.domain.errors import ServiceError
from tests.discord.clients import pointed
from tests.discord.server import open_discord
from tests.discord.stand import Script, says


@pytest.fixture
async def server():
    async with open_discord() as server:
        yield server


@pytest.fixture
def script():
    return Script(commands={"help": says(Says(message=Message(lines=("Hello.",))))})


def syncs(server):
    return [one for one in server.requests if "/commands" in str(one)]


async def answered(server, who):
    did = await who.runs("help")
    await server.until(lambda: did.said and did.said[-1].content == "Hello.")


async def test_commands_are_sent_when_they_have_changed_and_only_then(server, stand):
    key = f"discord-commands:{server.world.application}"
    await stand.place.store.register.write(key, "those of an earlier release")
    async with stand.running():
        pass
    async with stand.running():
        pass
    assert len(syncs(server)) == 1
    assert server.violations == []


async def test_every_command_is_there_with_its_korean_name(server, stand):
    async with stand.running():
        pass
    known = {one["name"]: one for one in server.world.commands}
    assert {spec.name for spec in COMMANDS} < set(known)
    assert known["cover"]["name_localizations"] == {"ko": "표지"}
    assert known["cover"]["contexts"] == [0, 1, 2] and known["cover"]["integration_types"] == [0, 1]
    assert str(known["admin"]["default_member_permissions"]) == "0"
    assert known["Make a cover from this"]["type"] == 3


async def test_commands_stay_within_discords_eight_thousand_characters(server, stand):
    def length(one):
        fixed = sum(len(str(one.get(key) or "")) for key in ("name", "description"))
        longest = sum(max(map(len, (one.get(f"{key}_localizations") or {"": ""}).values()), default=0)
                      for key in ("name", "description"))  # fmt: skip
        inner = sum(length(part) for key in ("options", "choices") for part in one.get(key) or ())
        return fixed + longest + inner + len(str(one.get("value", "")))

    async with stand.running():
        pass
    assert max(length(one) for one in server.world.commands) < 8000


async def test_commands_that_discord_does_not_take_just_now_do_not_stop_the_bot(server, stand):
    server.faults.next("PUT .*/commands", status=503)
    async with stand.running():
        assert server.gateway.connected


async def test_a_refused_token_is_said_to_be_refused(server, stand):
    stand._build(token="not-a-token.of-discord.at-all")
    with pytest.raises(ServiceError, match="token-refused"):
        await stand.front.open()
    await stand.front.close()


async def test_a_server_that_nobody_answers_at_is_waited_for(server, stand, caplog):
    stand._build(api_base="http://127.0.0.1:9/api/v10")
    with pointed(server):
        with pytest.raises(ServiceError, match="platform-unreachable"):
            await stand.front.open()
        hearing = asyncio.create_task(stand.front.run())
        await asyncio.sleep(0)
        await stand.front.hush()
        await hearing
        await stand.front.close()
    assert caplog.text.count("cannot be reached") == 1


class Lines(logging.Handler):
    """Rings when a line is logged that says something."""

    def __init__(self, said):
        super().__init__()
        self.said, self.heard = said, asyncio.Event()

    def emit(self, record):
        if self.said in record.getMessage():
            self.heard.set()


async def test_a_gateway_that_is_not_there_yet_is_waited_for_and_told_once(server, stand, caplog):
    lines = Lines("cannot be reached")
    logging.getLogger("bot.discord.connection").addHandler(lines)
    with pointed(server):
        stand._build(gateway_url="ws://127.0.0.1:9/gateway")
        await stand.front.open()
        hearing = asyncio.create_task(stand.front.run())
        await asyncio.wait_for(lines.heard.wait(), 10)
        DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(server.gateway_url)
        await server.online()
        await answered(server, server.person())
        await stand.front.hush()
        await stand.front.close()
        await hearing
    logging.getLogger("bot.discord.connection").removeHandler(lines)
    assert caplog.text.count("cannot be reached") == 1
    assert caplog.text.count("there again") == 1
    assert "Attempting" not in caplog.text


@pytest.mark.parametrize("how", ["drop", "ask_to_reconnect"])
async def test_people_are_heard_again_after_the_gateway_went_away(server, stand, how):
    async with stand.running():
        mina = server.person()
        await answered(server, mina)
        done = getattr(server.gateway, how)()
        if done is not None:
            await done
        await server.offline() if how == "drop" else None
        await server.online()
        await answered(server, mina)


async def test_a_gateway_that_hangs_up_for_good_is_called_again(server, stand):
    async with stand.running():
        mina = server.person()
        await server.gateway.drop(4012)
        await server.offline()
        await server.online()
        await answered(server, mina)


async def test_a_token_that_is_taken_back_is_said_to_be_refused(server, stand):
    with pointed(server):
        await stand.front.open()
        hearing = asyncio.create_task(stand.front.run())
        await server.online()
        await server.gateway.drop(4004)
        with pytest.raises(ServiceError, match="token-refused"):
            await hearing
        await stand.front.close()


async def test_what_was_heard_is_answered_before_the_front_end_is_quiet(server, script, stand):
    go = asyncio.Event()

    async def slow(_means, _caller, _options):
        await go.wait()
        return (Says(message=Message(lines=("At last.",))),)

    script.commands["status"] = slow
    async with stand.running():
        did = await server.person().runs("status")
        hushing = asyncio.create_task(stand.front.hush())
        await server.offline()
        go.set()
        await hushing
        assert did.said[-1].content == "At last."


async def test_no_token_is_ever_logged(server, script, stand, caplog):
    caplog.set_level(logging.INFO)
    server.faults.next("PATCH /webhooks", status=429, retry_s=0.01)
    server.faults.next("DELETE /webhooks", status=500, times=1)
    async with stand.running():
        mina = server.person()
        await answered(server, mina)
        server.faults.next("POST /interactions", status=404, code=10062)
        did = None
        try:
            async with asyncio.timeout(0.3):
                did = await mina.runs("help")
        except TimeoutError:
            pass
    tokens = [one.token for one in server.world.interactions.values()]
    assert did is None and len(tokens) == 2
    assert not any(token in caplog.text for token in [*tokens, server.token])
    assert server.token not in repr(stand.front.client) + repr(stand.front.__dict__)
