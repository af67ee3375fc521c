"""How much may be sent when, and what goes wrong on demand."""

import asyncio

import pytest
from telegram import (
    BotCommandScopeAllPrivateChats,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
)
from telegram.error import (
    NetworkError,
    TelegramError,
    TimedOut,
)

from tests.telegram.loopback.clients import asked, bot_at
from tests.telegram.server import bot_server

KEYS = InlineKeyboardMarkup([[InlineKeyboardButton("Pick", callback_data="a:pk:v1")]])


def _scoped(given):
    return given | {"scope": BotCommandScopeAllPrivateChats()}


async def test_more_than_one_message_a_second_in_a_chat_is_noted(server, bot, ada, time):
    bob = server.people.user("Bob")
    await bot.send_message(ada.id, "1")
    await bot.send_message(bob.id, "another chat")
    time.now += 1
    await bot.send_message(ada.id, "2")
    assert server.violations == []
    time.now += 0.9
    await bot.send_message(ada.id, "3")
    assert [one.rule for one in server.violations] == ["rate in a chat"]


async def test_edits_count_like_messages_and_answers_do_not(server, bot, ada, time):
    sent = await bot.send_message(ada.id, "1")
    await bot.send_chat_action(ada.id, "upload_photo")
    await bot.delete_message(ada.id, sent.message_id)
    time.now += 1
    sent = await bot.send_message(ada.id, "1")
    assert server.violations == []
    await bot.edit_message_text("2", ada.id, sent.message_id)
    assert [one.rule for one in server.violations] == ["rate in a chat"]


async def test_twenty_messages_a_minute_in_a_group_are_the_most(server, bot, time):
    group = server.people.group()
    for n in range(21):
        assert server.violations == [], n
        await bot.send_message(group.id, "x")
        time.now += 2
    assert [one.rule for one in server.violations] == ["rate in a group"]


async def test_thirty_messages_a_second_are_the_most(server, bot):
    people = [server.people.user() for _ in range(31)]
    for person in people[:30]:
        await bot.send_message(person.id, "x")
    assert server.violations == []
    await bot.send_message(people[30].id, "x")
    assert [one.rule for one in server.violations] == ["rate in all"]


async def test_a_burst_can_be_allowed(time):
    async with bot_server(clock=time, burst=3) as server, bot_at(server) as bot:
        ada = server.people.user()
        for _ in range(3):
            await bot.send_message(ada.id, "x")
        assert server.violations == []
        await bot.send_message(ada.id, "x")
        assert [one.rule for one in server.violations] == ["rate in a chat"]


async def test_who_was_asked_to_wait_and_does_not_is_noted(server, ada, time):
    server.fails("sendMessage", retry_after=5, chat=ada.id)
    about = {"chat_id": ada.id, "text": "x"}
    first = await asked(server, "sendMessage", **about)
    assert (first["error_code"], first["parameters"]) == (429, {"retry_after": 5})
    time.now += 3
    again = await asked(server, "sendMessage", **about)
    assert again["description"] == "Too Many Requests: retry after 2"
    assert [one.rule for one in server.violations] == ["retry_after"]
    time.now += 2
    assert (await asked(server, "sendMessage", **about))["ok"]
    assert len(server.violations) == 1


@pytest.mark.parametrize("code", [401, 403, 413, 500, 502])
async def test_what_is_asked_to_fail_fails_so_often(server, bot, ada, code):
    server.fails("sendMessage", code=code, times=2)
    for _ in range(2):
        with pytest.raises(TelegramError):
            await bot.send_message(ada.id, "x")
    await bot.send_message(ada.id, "x")
    assert [call.status for call in server.called("sendMessage")] == [code, code, 200]
    assert server.broken() == []


async def test_an_answer_can_be_lost_before_and_after_it_was_done(server, bot, ada, time):
    for fault in ({"drop": True}, {"lose_answer": True}):
        server.fails("sendMessage", **fault)
        with pytest.raises(NetworkError):
            await bot.send_message(ada.id, "x")
    assert len(ada.chat.posts) == 1


async def test_an_answer_can_come_too_late(server, bot, ada):
    answer = asyncio.Event()
    server.fails("sendMessage", hold=answer)
    with pytest.raises(TimedOut):
        await bot.send_message(ada.id, "x", read_timeout=0.5)
    assert [post.text for post in ada.chat.posts] == ["x"]
    answer.set()
