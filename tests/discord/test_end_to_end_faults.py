"""What goes wrong on Discord, end to end: every order is brought once, or told about."""

import asyncio

import pytest
import pytest_asyncio

from bot.conversation.words import Words
from tests.chats.bot_process import BotProcess, discord_settings
from tests.chats.quick_bot import HELD
from tests.discord.server import open_discord
from tests.discord.visit import BRIEF, card, comes, ordered

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.bots]
SAYS = Words("en").say


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def discord():
    async with open_discord() as server:
        yield server


@pytest_asyncio.fixture(scope="module", loop_scope="module", autouse=True)
async def bot(discord, tmp_path_factory):
    admins = {"ARTICOVER_ADMINS": f"discord:{discord.host.id}"}
    bot = BotProcess(
        tmp_path_factory.mktemp("bot"), quick=True, **discord_settings(discord), **admins
    )
    await bot.start()
    try:
        await discord.online()
        yield bot
    finally:
        await bot.close()
    assert discord.token not in bot.output and "Traceback" not in bot.output, bot.output
    assert discord.world.synced == 1, "commands are synced when they changed, not at every start"


@pytest_asyncio.fixture(loop_scope="module", autouse=True)
async def rules(discord, bot):
    yield
    discord.faults.clear()
    broken, discord.world.violations = discord.violations, []
    assert broken == []


class Paused:
    """While it lasts, orders wait."""

    def __init__(self, discord):
        self._discord = discord

    async def __aenter__(self):
        await self._say("pause")

    async def __aexit__(self, *_):
        await self._say("resume")

    async def _say(self, action):
        await comes(self._discord, await self._discord.host.runs("admin", action=action))


def results(channel):
    """Every message of a channel with a sheet or a card."""
    return [m for m in channel.everything if (m.has("a:pk:") or m.has("a:et:")) and not m.deleted]


async def brought_once(discord, channel):
    """Wait until a result is in a channel; and there stays one."""
    await discord.until(lambda: results(channel), 60)
    await discord.online()
    said = await discord.host.runs("status")  # whatever was still to come was ordered before it
    await comes(discord, said)
    assert len(results(channel)) == 1 and len([m for m in channel.messages if m.attachments]) == 1
    return results(channel)[0]


async def begun(discord, person, **brief):
    """An order that was accepted, and the message that says so."""
    did = await person.runs("cover", **(BRIEF | {"options": 1} | brief))
    return did, await comes(discord, did)


@pytest.fixture
def held(bot):
    """A brief whose order runs until the bot lets it go."""
    (bot.folder / "go").unlink(missing_ok=True)
    return {"title": HELD}


async def running(discord, person, held):
    """An order that is being worked on."""
    did, _ = await begun(discord, person, **held)
    await discord.until(lambda: did.original.has("a:ca:"))
    return did


async def test_an_end_in_order_loses_nothing_and_buttons_work_on(discord, bot, held):
    place, mina = discord.new_channel(), discord.person()
    earlier, sheet = await ordered(discord, mina)
    did = await running(discord, discord.person(home=place), held)
    ending = asyncio.create_task(bot.terminate())
    await discord.offline()
    bot.lets_go()
    code, seconds = await ending
    assert code == 0 and seconds < 20, bot.output
    earlier.expire()
    await bot.start()
    assert await brought_once(discord, place) is did.original
    assert await comes(discord, await mina.presses(sheet, "a:pk:"), "a:et:")


async def test_a_kill_loses_nothing_even_where_tokens_expire_meanwhile(discord, bot, held):
    places = discord.new_channel(), discord.new_channel()
    first, second = [await running(discord, discord.person(home=at), held) for at in places]
    await bot.kill()
    second.expire()
    bot.lets_go()
    await bot.start()
    assert await brought_once(discord, places[0]) is first.original
    assert await brought_once(discord, places[1])


async def test_an_expired_token_lets_the_result_come_by_the_bot_itself(discord):
    place = discord.new_channel()
    async with Paused(discord):
        did, _ = await begun(discord, discord.person(home=place))
        did.expire()
    assert await brought_once(discord, place)


async def test_a_message_that_was_deleted_is_made_anew_once(discord):
    place = discord.new_channel()
    async with Paused(discord):
        _, waiting = await begun(discord, discord.person(home=place))
        discord.delete_message(waiting)
    assert await brought_once(discord, place)


async def test_a_deleted_channel_sends_the_result_to_the_person(discord):
    mina, place = discord.person(), discord.new_channel()
    async with Paused(discord):
        await begun_in(discord, mina, place)
        discord.delete_channel(place)
    assert await brought_once(discord, mina.direct)


async def test_a_bot_that_was_put_out_sends_the_result_to_the_person(discord):
    mina, guild = discord.person(), discord.new_guild("Another")
    place = discord.new_channel(guild=guild)
    async with Paused(discord):
        did = await begun_in(discord, mina, place)
        discord.kick(guild)
        did.expire()
    assert await brought_once(discord, mina.direct)


async def test_who_cannot_be_reached_at_all_is_told_in_status_and_keeps_the_cover(discord):
    mina, place = discord.person(), discord.new_channel()
    mina.account.closed = True
    async with Paused(discord):
        await begun_in(discord, mina, place)
        discord.delete_channel(place)
    kept = SAYS("chat-order-kept", why="delivery-gone")
    said = await comes(discord, await mina.runs("status"))
    while kept not in said.text:
        said = await comes(discord, await mina.presses(said, "a:st:"))
    assert said.has("a:pk:"), "it can be opened from there"
    history = await comes(discord, await mina.runs("history"))
    assert BRIEF["title"] in history.text


async def begun_in(discord, person, place):
    did = await person.runs("cover", where=place, **BRIEF, options=1)
    await comes(discord, did)
    return did


async def test_what_is_too_large_comes_smaller(discord):
    mina = discord.person()
    discord.world.refused_above = 200_000
    try:
        shown = await card(discord, mina)
    finally:
        discord.world.refused_above = None
    assert shown.attachments and all(len(one.content) <= 200_000 for one in shown.attachments)


async def test_where_little_is_allowed_nothing_larger_is_sent(discord):
    mina, limit = discord.person(), discord.world.filesize_limit
    discord.world.filesize_limit, before = 300_000, len(discord.requests)
    try:
        shown = await card(discord, mina)
    finally:
        discord.world.filesize_limit = limit
    assert shown.attachments and 413 not in [one.status for one in discord.requests[before:]]


@pytest.mark.parametrize(
    "fault",
    [
        {"status": 429, "retry_s": 0.2, "times": 2},
        {"status": 429, "retry_s": 0.2, "scope": "global"},
        {"status": 502},
        {"status": 503, "times": 2},
        {"drop": True},
        {"drop": True, "after": True},
        {"status": 500, "after": True},
    ],
    ids=str,
)
async def test_errors_of_discord_are_outlasted_and_nothing_comes_twice(discord, fault):
    place = discord.new_channel()
    async with Paused(discord):
        did, _ = await begun(discord, discord.person(home=place))
        met = discord.faults.next(f"^PATCH /webhooks/.*{did.token}", **fault)
    await discord.until(lambda: met.hit == met.times, 30)
    assert await brought_once(discord, place)


@pytest.mark.parametrize("path", ["^PATCH /webhooks/", "^POST /interactions/"])
@pytest.mark.parametrize(
    "fault", [{"drop": True}, {"drop": True, "after": True}, {"status": 502}], ids=str
)
async def test_an_answer_whose_line_breaks_comes_all_the_same(discord, path, fault):
    discord.faults.next(path, **fault)
    assert (await comes(discord, await discord.person().runs("status"))).content


async def test_a_form_opens_although_the_line_breaks(discord):
    discord.faults.next("^POST /interactions/", drop=True)
    asked = await discord.person().runs("cover", title="Salt")
    assert asked.modal.input("format")["value"] == "6x9"


async def test_a_lost_answer_to_a_new_message_leaves_one(discord):
    place = discord.new_channel()
    async with Paused(discord):
        did, waiting = await begun(discord, discord.person(home=place))
        did.expire()
        discord.delete_message(waiting)
        lost = discord.faults.next("^POST /channels/", drop=True, after=True)
    assert await brought_once(discord, place) and lost.hit == 1


async def test_a_forbidden_channel_is_no_end(discord):
    mina, place = discord.person(), discord.new_channel()
    async with Paused(discord):
        did = await begun_in(discord, mina, place)
        did.expire()
        place.refused.update({"view", "send"})
    assert await brought_once(discord, mina.direct)


async def test_a_broken_gateway_is_mended_and_buttons_work_on(discord):
    mina = discord.person()
    shown = await card(discord, mina)
    before = discord.gateway.resumed
    await discord.gateway.drop()
    await discord.until(lambda: discord.gateway.resumed > before)
    asked = await mina.presses(shown, "a:et:")
    assert asked.modal is not None


async def test_a_restart_of_the_gateway_is_followed(discord):
    discord.gateway.ask_to_reconnect()
    before = discord.gateway.resumed
    await discord.until(lambda: discord.gateway.resumed > before)
    assert await comes(discord, await discord.person().runs("help"))


async def test_a_wrong_token_ends_the_process_with_one_plain_line(discord, tmp_path):
    wrong = "wrong-token-of-nobody"
    bot = BotProcess(tmp_path, **discord_settings(discord) | {"DISCORD_TOKEN": wrong})
    await bot.start()
    assert await bot.ended() not in (0, -9)
    assert wrong not in bot.output and "Traceback" not in bot.output and "Discord" in bot.output
    assert {one.rule for one in discord.violations} == {"401 0"}
    discord.world.violations.clear()


async def test_a_discord_that_is_away_at_first_is_waited_for(tmp_path):
    async with open_discord() as discord:
        away = discord.faults.next("^GET /users/@me", status=503, times=2)
        bot = BotProcess(tmp_path, **discord_settings(discord))
        await bot.start()
        try:
            await discord.online()
        finally:
            await bot.close()
        assert away.hit == 2 and discord.violations == []
