"""Updates: confirmed when they cannot be lost any more, and dealt with once."""

import asyncio

from bot.conversation.answer import Hints, Turns
from bot.conversation.message import Message
from pipeline.domain.errors import StorageError
from tests.telegram.stand import button, says

SECRET = "a-made-up-secret"
GO = ((button("Go"),),)


def confirmed(at):
    return at.server.updates.confirmed


async def test_what_is_dealt_with_is_confirmed(at, ada):
    await ada.says("/start")
    await ada.chat.said("Hello.")
    await at.server.until(lambda: len(confirmed(at)) == 1)


async def test_what_is_still_in_hand_is_not_confirmed_and_comes_again_after_a_crash(
    at, script, ada
):
    held = asyncio.Event()

    async def never(*_):
        held.set()
        await asyncio.Event().wait()

    script.answer = never
    await ada.says("/start")
    await held.wait()
    await at.die()
    assert confirmed(at) == []
    script.answer = says("Hello again.")
    await at.restart()
    await ada.chat.said("Hello again.")


async def test_a_slow_chat_holds_up_no_other(at, script, ada):
    go, bo = asyncio.Event(), at.server.people.user("Bo")

    async def slow(caller, *_):
        if caller.person.name == str(ada.id):
            await go.wait()
        return (says("Hello."),)

    script.answer = slow
    await ada.says("/start")
    await bo.says("/start")
    await bo.chat.said("Hello.")
    assert confirmed(at) == []
    go.set()
    await ada.chat.said("Hello.")
    await at.server.until(lambda: len(confirmed(at)) == 2)


async def test_in_one_chat_everything_goes_in_order(at, script, ada):
    async def slower_and_faster(_caller, text):
        await asyncio.sleep(0.05 if text == "1" else 0)
        return (says(f"<{text}>"),)

    script.answer = slower_and_faster
    for number in range(1, 5):
        await ada.says(str(number))
    await ada.chat.said("<4>")
    assert [post.text for post in ada.chat.posts] == ["<1>", "<2>", "<3>", "<4>"]


async def test_what_was_dealt_with_before_a_crash_is_not_dealt_with_again(at, script, ada):
    updates = at.server.updates
    await ada.says("One")
    update = dict(updates.waiting[0])
    await ada.chat.said("Hello.")
    await at.server.until(lambda: not updates.waiting)
    await at.die()
    updates.again(update)
    await at.restart()
    await at.server.until(lambda: not updates.waiting)
    assert script.heard == [("said", "One")]


async def test_what_was_kept_but_not_shown_before_a_crash_is_shown_after_it(at, script, ada):
    fault = at.server.fails("sendMessage", retry_after=100, chat=ada.id)
    await ada.says("One")
    await at.server.until(lambda: at.server.called("sendMessage"))
    await at.die()
    assert confirmed(at) == []
    at.server._pace.quiet(ada.id, 0)
    assert fault.times == 0
    await at.restart()
    await ada.chat.said("Hello.")
    assert script.heard == [("said", "One")] * 2
    assert script.callers[0].key == script.callers[1].key


async def test_a_press_that_comes_again_is_answered_once(at, script, ada):
    script.answer = says("Card", rows=GO)
    await ada.says("/cover")
    post = await ada.chat.said("Card")
    at.server.fails("editMessageText", retry_after=100, chat=ada.id)
    script.answer = (Hints(text="Yes."), Turns(message=Message(title="Turned")))
    press = await ada.presses(post, "Go")
    assert await press.answered() == "Yes."
    await at.server.until(lambda: at.server.called("editMessageText"))
    await at.die()
    at.server._pace.quiet(ada.id, 0)
    await at.restart()
    await ada.chat.said("Turned")
    assert len(at.server.called("answerCallbackQuery")) == 1


async def test_what_cannot_be_shown_for_long_is_confirmed_all_the_same(at, script, ada):
    at.server.fails("sendMessage", retry_after=100, chat=ada.id)
    await ada.says("One")
    await at.server.until(lambda: confirmed(at))


async def test_an_order_that_comes_again_is_one_order(at, script, ada):
    script.answer = at.orders()
    await ada.says("/cover x")
    update = dict(at.server.updates.waiting[0])
    await ada.chat.said("You are next.")
    job = await at.open_job()
    await at.place.store.notes.drop(job.person, f"telegram:heard:{ada.id}")  # as if killed before
    await at.die()
    at.server.updates.again(update)
    await at.restart()
    await at.server.until(lambda: not at.server.updates.waiting)
    assert len((await at.place.studio.overview()).lines) == 1
    assert len(ada.chat.posts) == 1


async def test_a_store_that_fails_is_told_and_the_update_is_confirmed(at, script, ada):
    script.answer = StorageError("storage-full")
    await ada.says("/cover x")
    await at.server.until(lambda: ada.chat.posts and confirmed(at))


async def test_the_end_of_the_process_loses_nothing(at, script, ada):
    heard, go = asyncio.Event(), asyncio.Event()

    async def slow(*_):
        heard.set()
        await go.wait()
        return (says("Hello."),)

    script.answer = slow
    await ada.says("/start")
    await heard.wait()
    ending = asyncio.create_task(at.close())
    await asyncio.sleep(0.1)
    go.set()
    await ending
    assert [post.text for post in ada.chat.posts] == ["Hello."]
    assert len(confirmed(at)) == 1
    assert at.server.updates.waiting == []
    await at.restart()


async def test_an_outage_is_told_once_and_waited_out(at, ada, caplog):
    at.server.fails("getUpdates", code=502, times=4)
    await ada.says("/start")
    await ada.chat.said("Hello.")
    await ada.says("/start")
    await at.server.until(lambda: len(ada.chat.posts) == 2)
    told = [one.getMessage() for one in caplog.records if "Telegram" in one.getMessage()]
    assert len(told) <= 2


async def test_another_process_with_the_token_is_told_of_once(at, ada, caplog):
    at.server.fails("getUpdates", code=409, times=5)
    await ada.says("/start")
    await ada.chat.said("Hello.")
    await ada.says("/help")
    await at.server.until(lambda: len(ada.chat.posts) == 2)
    await at.server.until(lambda: len(at.server.called("getUpdates")) > 6)
    told = [one.getMessage() for one in caplog.records if "same token" in one.getMessage()]
    assert len(told) == 1


async def test_what_people_say_reaches_the_desk_with_who_they_are(at, script):
    minji = at.server.people.user("민지", "ko")
    script.answer = says("x", title="y")
    await minji.says("/cover Title: 밤")
    await minji.chat.said("y")
    (caller,) = script.callers
    assert script.heard == [("command", {"text": "Title: 밤"})]
    assert (caller.words.language, caller.private, caller.forms) == ("ko", True, False)
    assert caller.place == f"telegram:{minji.id}"
    assert isinstance(at.front.board.every_s, float)
    assert Message() != caller


async def test_an_update_that_cannot_be_read_is_passed_over_and_told(at, ada, caplog):
    at.server.updates.add("message", {"message_id": "no number", "surely": "no message"})
    await ada.says("/start")
    await ada.chat.said("Hello.")
    await at.server.until(lambda: len(confirmed(at)) == 2)
    assert "cannot be read" in caplog.text
    assert "surely" not in "".join(
        r.getMessage() for r in caplog.records if r.name.startswith("bot")
    )
