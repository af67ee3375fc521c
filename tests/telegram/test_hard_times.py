"""Answers when Telegram, the store or the rooms do not do as they should."""

import asyncio

import pytest

from bot.conversation.answer import Hints, Says, Turns
from bot.conversation.message import Message
from bot.telegram.failures import FloodedError
from pipeline.domain.errors import StorageError
from tests.telegram.stand import button, photo, says

GO = ((button("Go"),),)


async def shown(at, script, who, message, chat=None):
    """The post of a message that is said."""
    script.answer = Says(message=message)
    await who.says("/cover", chat)
    return await (chat or who.chat).said(message.title or message.lines[0])


async def pressed(script, who, post, *answers, label="Go"):
    script.answer = answers
    press = await who.presses(post, label)
    return await press.answered()


async def test_a_bug_is_told_and_the_press_is_answered(at, script, ada):
    post = await shown(at, script, ada, Message(title="One", rows=GO))
    script.answer = KeyError("x")
    assert "our side" in await (await ada.presses(post, "Go")).answered()


async def test_a_store_that_fails_is_told(at, script, ada):
    script.answer = StorageError("storage-busy")
    await ada.says("/cover")
    await at.server.until(lambda: ada.chat.posts)
    assert at.server.updates.waiting == [] or await at.server.until(
        lambda: not at.server.updates.waiting
    )


async def test_a_slow_answer_does_not_keep_the_press_waiting(at, script, ada):
    post = await shown(at, script, ada, Message(title="One", rows=GO))
    go = asyncio.Event()

    async def slow(*_):
        await go.wait()
        return (Hints(text="At last."),)

    script.answer = slow
    press = await ada.presses(post, "Go")
    assert await press.answered() == ""
    go.set()
    await ada.chat.said("At last.")


async def test_korean_is_spoken_to_who_has_telegram_in_korean(at, script):
    minji = at.server.people.user("민지", "ko")
    script.answer = KeyError("x")
    await minji.says("안녕")
    await minji.chat.said("다시 한번")


async def test_fifty_people_at_once_are_all_answered(at, script):
    everybody = [at.server.people.user(f"P{n}") for n in range(50)]
    script.answer = says("Hello.", rows=GO)
    await asyncio.gather(*(who.says("/start") for who in everybody))
    posts = [await who.chat.said("Hello.") for who in everybody]
    script.answer = (Hints(text="Yes."), Turns(message=Message(title="Turned")))
    presses = [await who.presses(post, "Go") for who, post in zip(everybody, posts, strict=True)]
    assert {await press.answered() for press in presses} == {"Yes."}
    for who in everybody:
        await who.chat.said("Turned")


async def test_a_flood_is_waited_out_and_the_answer_still_comes(at, script, ada):
    at.server.fails("sendMessage", retry_after=3, times=2)
    await ada.says("/start")
    await ada.chat.said("Hello.")
    assert len(ada.chat.posts) == 1


async def test_a_short_flood_is_waited_out_in_every_chat_and_a_long_one_where_it_is(at, ada):
    bo = at.server.people.user("Bo")
    at.server.fails("sendMessage", retry_after=5)  # for all chats, as this server means it
    await ada.says("/start")
    await at.server.until(lambda: at.server.called("sendMessage"))
    await bo.says("/start")
    await bo.chat.said("Hello.")
    await ada.chat.said("Hello.")
    at.server.fails("sendMessage", retry_after=90, chat=ada.id)
    await ada.says("/start")
    await at.server.until(lambda: len(at.server.called("sendMessage")) == 4)
    await bo.says("/start")
    await at.server.until(lambda: len(bo.chat.posts) == 2)
    assert len(ada.chat.posts) == 1
    await at.server.until(lambda: len(ada.chat.posts) == 2)


async def test_a_long_pause_for_what_says_nothing_is_no_pause_for_people(at, ada):
    async def for_hours():
        raise FloodedError(3600)

    with pytest.raises(FloodedError):
        await at.front._requests.at_once(for_hours)
    await ada.says("/start")
    await ada.chat.said("Hello.")


@pytest.mark.parametrize("code", [500, 502])
async def test_a_server_that_fails_once_is_asked_again(at, script, ada, code):
    at.server.fails("sendMessage", code=code, times=2)
    await ada.says("/start")
    await ada.chat.said("Hello.")


async def test_an_answer_that_may_have_arrived_is_not_sent_twice(at, script, ada):
    at.server.fails("sendMessage", lose_answer=True)
    await ada.says("/start")
    await ada.chat.said("Hello.")
    script.answer = says("More.")
    await ada.says("/help")
    await ada.chat.said("More.")
    assert len(ada.chat.posts) == 2


async def test_a_photo_that_is_too_large_for_the_server_is_sent_smaller(at, script, ada):
    at.server.fails("sendPhoto", code=413)
    await shown(at, script, ada, Message(title="One", pictures=(photo(),)))


async def test_a_press_that_is_too_old_to_be_answered_is_dealt_with_all_the_same(at, script, ada):
    post = await shown(at, script, ada, Message(title="One", rows=GO))
    script.answer = Turns(message=Message(title="Two"))
    press = await ada.presses(post, "Go")
    press.expired = True
    await ada.chat.said("Two")
