"""The loopback gateway, and what an interaction's token allows: with discord.py, and by hand."""

import asyncio
import time

import aiohttp
import discord
import pytest
from discord import app_commands

from tests.discord.clients import Client, pointed, running
from tests.discord.server import open_discord


@pytest.fixture
async def server():
    async with open_discord() as server:
        yield server


@pytest.fixture
async def socket(server):
    async with aiohttp.ClientSession() as session, session.ws_connect(server.gateway_url) as socket:
        hello = await socket.receive_json()
        assert hello["op"] == 10
        yield socket


def identify(server, **changes):
    return {"op": 2, "d": {"token": server.token, "intents": 1, "properties": {}} | changes}


async def closed_with(socket):
    async for _ in socket:
        pass
    return socket.close_code


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("nonsense", 4002),
        ('{"op": 99}', 4001),
        ('{"op": 3, "d": {}}', 4003),
        ('{"op": 2, "d": {"token": "wrong", "intents": 1}}', 4004),
        ('{"op": 6, "d": {"token": "wrong", "session_id": "x", "seq": 1}}', 4004),
        ("x" * 5000, 4002),
    ],
)
async def test_a_client_that_says_what_it_must_not_is_put_out(server, socket, said, code):
    await socket.send_str(said)
    assert await closed_with(socket) == code and len(server.violations) == 1


async def test_nobody_identifies_twice_or_with_unknown_intents(server, socket):
    await socket.send_json(identify(server))
    await socket.send_json(identify(server))
    assert await closed_with(socket) == 4005


async def test_unknown_intents_are_refused(server, socket):
    await socket.send_json(identify(server, intents=1 << 40))
    assert await closed_with(socket) == 4013


async def test_more_than_120_words_a_minute_are_too_many(server, socket):
    for _ in range(121):
        await socket.send_json({"op": 1, "d": None})
    assert await closed_with(socket) == 4008


async def test_who_does_not_beat_is_put_out():
    async with (
        open_discord(heartbeat_s=0.05) as server,
        aiohttp.ClientSession() as session,
        session.ws_connect(server.gateway_url) as socket,
    ):
        assert await closed_with(socket) == 4009
        assert [one.rule for one in server.violations] == ["heartbeat"]


async def test_discord_py_beats_in_time():
    async with open_discord(heartbeat_s=0.05) as server, running(server, Client()):
        beat = next(iter(server.gateway.sockets)).beat_at
        await server.until(lambda: _beaten_since(server, beat + 0.3))
        assert server.violations == []


async def test_what_holds_up_everybody_on_this_machine_is_no_clients_silence():
    async with open_discord(heartbeat_s=0.05) as server, running(server, Client()):
        time.sleep(0.3)  # noqa: ASYNC251 - the loop is stuck, and with it both sides
        after = time.monotonic()
        await server.until(lambda: _beaten_since(server, after))
        assert server.violations == []


def _beaten_since(server, moment):
    return any(socket.beat_at > moment for socket in server.gateway.sockets)


async def test_a_session_that_cannot_be_resumed_begins_anew(server):
    server.gateway.refuse_resumes = True
    async with running(server, Client()):
        await server.gateway.drop()
        await server.until(lambda: server.gateway.identified == 2)
    assert server.violations == []


async def test_what_happened_meanwhile_is_told_after_a_resume(server):
    client, heard = Client(), asyncio.Queue()

    @client.event
    async def on_guild_channel_create(channel):
        heard.put_nowait(channel.name)

    async with running(server, client):
        await server.gateway.drop()
        await server.until(lambda: not server.gateway.connected)
        server.new_channel("meanwhile")
        assert await asyncio.wait_for(heard.get(), 10) == "meanwhile"
    assert server.gateway.identified == 1 and server.violations == []


async def test_where_only_a_person_brought_the_bot_its_token_is_no_way_in(server):
    client, codes = Client(), []

    @client.tree.command(description="Speaks")
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def speak(interaction):
        await interaction.response.send_message("Hello")
        await _refused(codes, client.get_partial_messageable(interaction.channel_id).send("Hello"))
        for number in range(5):
            await interaction.followup.send(f"{number}")
        await _refused(codes, interaction.followup.send("5"))
        server.world.ring()

    async with running(server, client):
        await client.tree.sync()
        mina, jun = server.person(), server.person("Jun")
        await mina.runs("speak", where=server.new_group(mina, jun))
        await server.until(lambda: len(codes) == 2)
    assert codes == [50001, 40094]


async def _refused(codes, deed):
    with pytest.raises(discord.HTTPException) as refused:
        await deed
    codes.append(refused.value.code)


async def test_a_command_is_offered_only_where_it_was_registered_for(server):
    client = Client()

    @client.tree.command(description="Speaks")
    @app_commands.guild_only()
    async def speak(interaction):
        await interaction.response.send_message("Hello")

    async with running(server, client):
        await client.tree.sync()
        mina = server.person()
        with pytest.raises(AssertionError, match="not offered"):
            await mina.runs("speak", where=mina.direct)


async def test_the_first_followup_takes_the_place_of_thinking(server):
    client = Client()

    @client.tree.command(description="Speaks")
    async def speak(interaction):
        await interaction.response.defer(ephemeral=True)
        await interaction.followup.send("one")
        await interaction.followup.send("two", ephemeral=True)

    async with running(server, client):
        await client.tree.sync()
        did = await server.person().runs("speak")
        await server.until(lambda: len(did.said) == 2)
    assert did.text == "one\ntwo" and server.home.messages == [] and not server.thinking
    assert server.violations == []


async def test_suggestions_reach_who_types(server):
    client = Client()

    @client.tree.command(description="Makes a cover")
    async def cover(interaction, genre: str):
        await interaction.response.send_message(genre)

    @cover.autocomplete("genre")
    async def genres(interaction, typed):
        return [app_commands.Choice(name=typed + "ror", value="horror")]

    async with running(server, client):
        await client.tree.sync()
        choices = await server.person().types("cover", "genre", "hor")
    assert choices == [{"name": "horror", "value": "horror"}] and server.violations == []


async def test_a_message_command_sees_its_message(server):
    client = Client()

    @client.tree.context_menu(name="Make a cover from this")
    async def cover(interaction, message: discord.Message):
        await interaction.response.send_message(message.content, ephemeral=True)

    async with running(server, client):
        await client.tree.sync()
        mina = server.person()
        did = await mina.uses("Make a cover from this", mina.writes(server.home, "A brief"))
    assert did.text == "A brief" and server.violations == []


async def test_an_error_of_the_server_is_tried_again_by_the_library(server):
    fault = server.faults.next("POST /channels/", status=502)
    async with running(server, Client()) as client:
        await client.get_channel(server.home.id).send("Hello")
    assert fault.hit == 1 and server.home.last.content == "Hello" and server.violations == []


async def test_a_request_to_reconnect_is_followed(server):
    async with running(server, Client()):
        server.gateway.ask_to_reconnect()
        await server.until(lambda: server.gateway.resumed == 1)
    assert server.violations == []


async def test_intents_that_were_not_granted_close_the_gateway(server):
    client = Client()
    client._connection._intents = discord.Intents.all()
    with pointed(server):
        await client.login(server.token)
        with pytest.raises(discord.PrivilegedIntentsRequired):
            await client.connect()
        await client.close()
    assert {one.rule for one in server.violations} == {"intents", "gateway 4014"}
