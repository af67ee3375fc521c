"""The loopback Discord itself, with the real discord.py: it serves, refuses, and writes it down."""

import asyncio
import io

import discord
import pytest
from PIL import Image

from tests.discord.clients import Client, running
from tests.discord.server import open_discord


@pytest.fixture
async def server():
    async with open_discord() as server:
        yield server


def picture(name="cover.png", alt="A lighthouse"):
    out = io.BytesIO()
    Image.new("RGB", (40, 60), "navy").save(out, "PNG")
    return discord.File(io.BytesIO(out.getvalue()), name, description=alt)


async def test_a_wrong_token_is_refused(server):
    with pytest.raises(discord.LoginFailure):
        async with running(server, Client(), "wrong"):
            pass
    assert [one.rule for one in server.violations] == ["401 0"]


async def test_a_client_hears_of_its_guilds_and_channels(server):
    async with running(server, Client()) as client:
        assert client.get_channel(server.home.id).name == "covers"
    assert server.violations == []


async def test_commands_are_synced_and_come_back_with_their_options(server):
    client = Client()
    seen = []

    @client.tree.command(name="cover", description="Makes a cover")
    async def cover(interaction, title: str, seed: int = 0):
        seen.append((title, seed))
        await interaction.response.send_message(title, file=picture())

    async with running(server, client):
        await client.tree.sync()
        did = await server.person().runs("cover", title="Salt", seed=3)
    assert seen == [("Salt", 3)]
    assert did.text == "Salt" and did.message.attachments[0].alt == "A lighthouse"
    assert did.message.attachments[0].picture.size == (40, 60)
    assert server.violations == [] and server.slowest_ack_s < 3


async def test_a_deferred_answer_shows_thinking_until_it_is_edited(server):
    client = Client()

    @client.tree.command(description="Waits")
    async def wait(interaction):
        await interaction.response.defer()
        await server.until(lambda: server.thinking)
        await interaction.edit_original_response(content="done")

    async with running(server, client):
        await client.tree.sync()
        did = await server.person().runs("wait")
        await server.until(lambda: did.text == "done")
    assert not server.thinking and server.violations == []


class Form(discord.ui.Modal, title="Other words"):
    words = discord.ui.TextInput(label="Title", default="Salt", max_length=20)

    async def on_submit(self, interaction):
        await interaction.response.edit_message(content=f"Now {self.words.value}")


class Buttons(discord.ui.View):
    @discord.ui.button(label="Edit text", custom_id="edit")
    async def edit(self, interaction, button):
        await interaction.response.send_modal(Form())

    @discord.ui.select(
        placeholder="Font",
        custom_id="font",
        options=[discord.SelectOption(label=one) for one in "AB"],
    )
    async def font(self, interaction, select):
        await interaction.response.send_message(select.values[0], ephemeral=True)


async def test_buttons_pickers_and_modals_go_to_and_fro(server):
    mina = server.person()
    async with running(server, Client()) as client:
        await client.get_channel(server.home.id).send("A card", view=Buttons())
        card = server.home.last
        asked = await mina.presses(card, "Edit text")
        assert asked.modal.title == "Other words" and asked.modal.input("Title")["value"] == "Salt"
        await mina.fills(asked, Title="Pepper")
        chosen = await mina.chooses(card, "Font", "B")
    assert card.content == "Now Pepper" and len(card.states) == 2
    assert chosen.message.only_for is mina.account and chosen.message not in server.home.messages
    assert server.violations == []


async def test_what_is_too_late_is_refused_and_written_down(server):
    client, late = Client(), asyncio.Event()

    @client.tree.command(description="Sleeps")
    async def sleep(interaction):
        await late.wait()
        with pytest.raises(discord.NotFound):
            await interaction.response.send_message("Hello")

    async with running(server, client):
        await client.tree.sync()
        asking = asyncio.create_task(server.person().runs("sleep"))
        await server.until(lambda: any(one.rule == "late" for one in server.violations))
        late.set()
        await server.until(lambda: any(one.rule == "404 10062" for one in server.violations))
        asking.cancel()
    assert [one.rule for one in server.violations] == ["late", "404 10062"]


async def test_an_interaction_is_answered_once(server):
    client = Client()

    @client.tree.command(description="Twice")
    async def twice(interaction):
        await interaction.response.send_message("one")
        interaction.response._response_type = None
        with pytest.raises(discord.HTTPException) as refused:
            await interaction.response.send_message("two")
        assert refused.value.code == 40060
        await interaction.followup.send("three")

    async with running(server, client):
        await client.tree.sync()
        did = await server.person().runs("twice")
        await server.until(lambda: len(did.said) == 2)
    assert did.text == "one\nthree"
    assert [one.rule for one in server.violations] == ["400 40060"]


async def test_an_expired_token_is_told_as_discord_does(server):
    client, expired, codes = Client(), asyncio.Event(), []

    @client.tree.command(description="Late")
    async def late(interaction):
        await interaction.response.defer()
        await expired.wait()
        with pytest.raises(discord.HTTPException) as refused:
            await interaction.edit_original_response(content="done")
        codes.append((refused.value.status, refused.value.code))
        server.world.ring()

    async with running(server, client):
        await client.tree.sync()
        did = await server.person().runs("late")
        did.expire()
        expired.set()
        await server.until(lambda: codes)
    assert codes == [(401, 50027)] and server.violations == []


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"content": "x" * 2001}, 50035),
        ({"content": ""}, 50006),
        ({"embed": discord.Embed(title="x" * 257)}, 50035),
        ({"embed": discord.Embed(description="x" * 4097)}, 50035),
        ({"content": "x", "nonce": "n" * 26}, 50035),
        ({"file": picture(alt="x" * 1025)}, 50035),
    ],
)
async def test_messages_beyond_the_limits_are_refused(server, said, code):
    async with running(server, Client()) as client:
        with pytest.raises(discord.HTTPException) as refused:
            await client.get_channel(server.home.id).send(**said)
    assert refused.value.code == code and len(server.violations) == 1
    assert server.home.messages == []


async def test_a_file_over_the_limit_is_too_large(server):
    server.world.filesize_limit = 100
    async with running(server, Client()) as client:
        with pytest.raises(discord.HTTPException) as refused:
            await client.get_channel(server.home.id).send(file=picture())
    assert (refused.value.status, refused.value.code) == (413, 40005)
    assert [one.rule for one in server.violations] == ["size"]


async def test_words_that_could_ping_are_written_down(server):
    async with running(server, Client()) as client:
        channel = client.get_channel(server.home.id)
        await channel.send("@everyone", allowed_mentions=discord.AllowedMentions.all())
    assert [one.rule for one in server.violations] == ["mentions"]


async def test_the_same_nonce_is_one_message(server):
    async with running(server, Client()) as client:
        channel = client.get_channel(server.home.id)
        first = await channel.send("Once", nonce="job-1")
        again = await channel.send("Once", nonce="job-1")
    assert first.id == again.id and len(server.home.messages) == 1


async def test_a_lost_answer_and_a_broken_line_leave_what_was_done(server):
    server.faults.next("POST /channels/", drop=True, after=True)
    async with running(server, Client()) as client:
        with pytest.raises((discord.DiscordException, OSError, Exception)):
            await client.get_channel(server.home.id).send("Hello")
    assert server.home.last.content == "Hello" and server.violations == []


async def test_a_429_on_demand_is_waited_out_by_the_library(server):
    fault = server.faults.next("POST /channels/", status=429, retry_s=0.05)
    async with running(server, Client()) as client:
        await client.get_channel(server.home.id).send("Hello")
    assert fault.hit == 1 and server.rates.invalid[429] == 1
    assert server.home.last.content == "Hello" and server.violations == []


async def test_a_bucket_that_is_used_up_is_refused(server):
    async with running(server, Client()) as client:
        route = discord.http.Route("GET", "/channels/{channel_id}", channel_id=server.home.id)
        headers = {"Authorization": f"Bot {server.token}"}
        session = client.http._HTTPClient__session
        answers = [await session.get(route.url, headers=headers) for _ in range(31)]
        assert answers[0].headers["X-RateLimit-Remaining"] == "29"
        assert answers[-1].status == 429 and (await answers[-1].json())["retry_after"] > 0
    assert [one.rule for one in server.violations] == ["rate"]


async def test_channels_messages_and_people_can_be_out_of_reach(server):
    mina = server.person()
    mina.account.closed = True
    codes = []
    async with running(server, Client()) as client:
        channel = client.get_channel(server.home.id)
        message = await channel.send("Hello")
        server.delete_message(server.home.last)
        await _refused(codes, message.edit(content="Bye"))
        user = await client.fetch_user(mina.id)
        await _refused(codes, user.send("Hello"))
        server.home.refused.add("send")
        await _refused(codes, channel.send("Hello"))
        server.kick()
        await _refused(codes, channel.send("Hello"))
        server.delete_channel(server.home)
        await _refused(codes, channel.send("Hello"))
    assert codes == [10008, 50007, 50013, 50001, 10003] and server.violations == []


async def _refused(codes, deed):
    with pytest.raises(discord.HTTPException) as refused:
        await deed
    codes.append(refused.value.code)


async def test_files_of_people_are_fetched_while_their_link_is_good(server):
    client, got = Client(), asyncio.Queue()

    @client.tree.command(description="Takes a picture")
    async def art(interaction, picture: discord.Attachment):
        await interaction.response.defer()
        got.put_nowait(await picture.read())
        server.world.ahead_s = 7200
        with pytest.raises(discord.NotFound):
            await picture.read()
        got.put_nowait(b"")

    async with running(server, client):
        await client.tree.sync()
        await server.person().runs("art", picture=("a.png", b"bytes"))
        assert await got.get() == b"bytes" and await got.get() == b""
    assert [one.rule for one in server.violations] == ["link"]
