"""What the server lets the bot hear, asked by the real library."""

import asyncio

import pytest
from aiohttp import web
from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
)
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
)

from tests.telegram.loopback.clients import bot_at
from tests.telegram.loopback.wire import Violation
from tests.telegram.pictures import picture
from tests.telegram.server import bot_server

KEYS = InlineKeyboardMarkup([[InlineKeyboardButton("Pick", callback_data="a:pk:v1")]])


async def test_who_writes_is_heard_and_answered_until_it_is_confirmed(server, bot, ada):
    await ada.says("/start now")
    [update] = await bot.get_updates()
    assert (update.message.text, update.effective_user.language_code) == ("/start now", "ko")
    assert update.message.entities[0].type == "bot_command"
    assert await bot.get_updates(timeout=0) == (update,)
    assert await bot.get_updates(offset=update.update_id + 1) == ()
    sent = await bot.send_message(ada.id, "안녕하세요", reply_markup=KEYS)
    assert (ada.chat.last.id, ada.chat.last.labels) == (sent.message_id, ["Pick"])
    assert server.broken() == []


async def test_who_asks_for_updates_waits_until_there_is_one(bot, ada):
    waiting = asyncio.create_task(bot.get_updates(timeout=20))
    await asyncio.sleep(0)
    await ada.says("hello")
    [update] = await waiting
    assert update.message.text == "hello"


async def test_two_who_ask_for_updates_are_in_conflict(server, bot):
    first = asyncio.create_task(bot.get_updates(timeout=20))
    await server.until(lambda: server.called("getUpdates"))
    async with bot_at(server) as other:
        await other.get_updates(timeout=0)
    with pytest.raises(Conflict):
        await first
    assert server.violations == [
        Violation(method="getUpdates", rule="getUpdates", detail="two ask at the same time")
    ]


async def test_a_press_is_answered_once(server, bot, ada):
    await bot.send_message(ada.id, "Which?", reply_markup=KEYS)
    press = await ada.presses(ada.chat.last, "Pick")
    [update] = await bot.get_updates()
    assert update.callback_query.data == "a:pk:v1"
    assert update.callback_query.message.text == "Which?"
    assert [one.rule for one in server.broken()] == ["unanswered"]
    await update.callback_query.answer("Only for you", show_alert=True)
    assert (await press.answered(), press.alert, server.broken()) == ("Only for you", True, [])
    with pytest.raises(BadRequest, match=r"(?i)too old"):
        await update.callback_query.answer("again")
    assert [one.rule for one in server.broken()] == ["callback answer"]


async def test_a_press_that_is_too_old_cannot_be_answered(bot, ada):
    await bot.send_message(ada.id, "Which?", reply_markup=KEYS)
    press = await ada.presses(ada.chat.last, "Pick")
    press.expired = True
    [update] = await bot.get_updates()
    with pytest.raises(BadRequest, match=r"(?i)query is too old"):
        await update.callback_query.answer()


async def test_what_a_person_sends_can_be_fetched(bot, ada):
    await ada.sends_photo(picture(30, 30), "/cover")
    await ada.sends_document(b"large" * 4_100_000, "art.png")
    photo, document = [update.message for update in await bot.get_updates()]
    assert photo.caption_entities[0].type == "bot_command"
    file = await bot.get_file(photo.photo[-1].file_id)
    assert bytes(await file.download_as_bytearray()) == picture(30, 30)
    with pytest.raises(BadRequest, match=r"(?i)file is too big"):
        await bot.get_file(document.document.file_id)


async def test_people_vote_in_polls(server, bot, ada):
    sent = await bot.send_poll(ada.id, "Which cover?", ["One", "Two"], open_period=86_400)
    await ada.votes(ada.chat.last, 1)
    [update] = await bot.get_updates()
    assert [option.voter_count for option in update.poll.options] == [0, 1]
    stopped = await bot.stop_poll(ada.id, sent.message_id)
    assert (stopped.is_closed, server.broken()) == (True, [])


async def test_places_that_are_closed_say_why(server, bot, ada):
    group, stranger = server.people.group(), server.people.user("Bo", started=False)
    await ada.blocks()
    server.people.kicks(group, by=ada)
    for chat, words in [
        (ada.id, "blocked by the user"), (stranger.id, "can't initiate"),
        (group.id, "kicked from the supergroup"),
    ]:  # fmt: skip
        with pytest.raises(Forbidden, match=f"(?i){words}"):
            await bot.send_message(chat, "x")
    with pytest.raises(BadRequest, match=r"[Cc]hat not found"):
        await bot.send_message(424242, "x")
    statuses = [u.my_chat_member.new_chat_member.status for u in await bot.get_updates()]
    assert (statuses, server.broken()) == (["kicked", "kicked"], [])


async def test_a_group_that_moved_says_where_to(server, bot):
    group = server.people.group(kind="group")
    new = server.people.migrates(group)
    with pytest.raises(ChatMigrated) as caught:
        await bot.send_message(group.id, "x")
    assert caught.value.new_chat_id == new.id
    [update] = await bot.get_updates()
    assert update.message.migrate_to_chat_id == new.id


async def test_topics_are_kept_apart_and_can_be_closed(server, bot, ada):
    forum = server.people.group(forum=True)
    topic = server.people.topic(forum)
    await ada.says("/cover", forum, topic=topic)
    [update] = await bot.get_updates()
    assert (update.message.message_thread_id, update.message.is_topic_message) == (topic, True)
    sent = await bot.send_message(forum.id, "x", message_thread_id=topic)
    assert sent.message_thread_id == topic
    forum.topics[topic] = False
    with pytest.raises(BadRequest, match=r"(?i)topic_closed"):
        await bot.send_message(forum.id, "x", message_thread_id=topic)
    with pytest.raises(BadRequest, match=r"(?i)thread not found"):
        await bot.send_message(forum.id, "x", message_thread_id=5)


async def test_with_privacy_the_bot_hears_only_what_is_meant_for_it(server, bot, ada):
    group = server.people.group(privacy=True)
    sent = await bot.send_message(group.id, "A cover")
    await ada.says("just talking", group)
    await ada.says("/help@somebody_else", group)
    await ada.says("/help@articover_test_bot", group)
    await ada.says("nice", group, reply_to=group.find(sent.message_id))
    texts = [update.message.text for update in await bot.get_updates()]
    assert texts == ["/help@articover_test_bot", "nice"]


async def test_a_forwarded_message_says_where_it_is_from(server, bot, ada):
    await bot.send_message(ada.id, "A cover")
    await ada.forwards(ada.chat.last, server.people.group())
    [update] = await bot.get_updates()
    assert update.message.forward_origin.sender_user.username == "articover_test_bot"


async def test_updates_that_are_not_wanted_are_not_sent(server, bot, ada):
    await bot.get_updates(allowed_updates=["callback_query"])
    await bot.send_message(ada.id, "x", reply_markup=KEYS)
    await ada.says("hello")
    press = await ada.presses(ada.chat.last, "Pick")
    assert [u.callback_query.id for u in await bot.get_updates()] == [press.id]


async def test_a_wrong_token_is_refused(server):
    with pytest.raises(InvalidToken):
        async with bot_at(server, "7000000001:another"):
            pass


async def test_updates_are_posted_to_a_webhook_until_they_are_taken(time):
    heard, answers = [], iter([500, 200])

    async def hear(request):
        heard.append((request.headers["X-Telegram-Bot-Api-Secret-Token"], await request.json()))
        return web.Response(status=next(answers))

    app = web.Application()
    app.router.add_post("/hook", hear)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    door = f"http://127.0.0.1:{site._server.sockets[0].getsockname()[1]}/hook"
    async with bot_server(clock=time, hook_door=door) as server, bot_at(server) as bot:
        await bot.set_webhook("https://bot.example/hook", secret_token="hush")
        with pytest.raises(Conflict, match=r"(?i)webhook is active"):
            await bot.get_updates()
        ada = server.people.user()
        await ada.says("hello")
        await server.until(lambda: server.updates.confirmed)
        assert (await bot.get_webhook_info()).url == "https://bot.example/hook"
        await bot.delete_webhook()
    await runner.cleanup()
    assert [(secret, body["message"]["text"]) for secret, body in heard] == [("hush", "hello")] * 2


async def test_a_webhook_needs_https(server, bot):
    with pytest.raises(BadRequest, match=r"(?i)HTTPS"):
        await bot.set_webhook("http://bot.example/hook")
    with pytest.raises(BadRequest, match=r"(?i)unallowed"):
        await bot.set_webhook("https://bot.example/hook", secret_token="no spaces")


async def test_what_never_comes_is_told_with_what_did(bot, ada):
    await bot.send_message(ada.id, "Queued", reply_markup=KEYS)
    with pytest.raises(AssertionError, match=r"'Queued' \['Pick'\]"):
        await ada.chat.said("Done", timeout_s=0.01)
