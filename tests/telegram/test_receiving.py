"""Updates: confirmed when they cannot be lost any more, and dealt with once."""

import asyncio
import logging

import aiohttp
import pytest

from bot.conversation.answer import Hints, Turns
from bot.conversation.message import Message
from bot.telegram.webhook import HEADER
from pipeline.domain.errors import ServiceError, StorageError
from tests.telegram.stand import Script, button, says, stand

SECRET = "a-made-up-secret"
GO = ((button("Go"),),)


@pytest.fixture
async def script():
    return Script(answer=says("Hello."))


@pytest.fixture
async def at(script):
    async with stand(script) as found:
        yield found


@pytest.fixture
async def ada(at):
    return at.server.people.user()


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


async def test_a_token_that_is_not_accepted_is_told_at_the_start(script):
    async with stand(script, opened=False) as at:
        at.server.token = "7000000001:another-made-up-one"
        with pytest.raises(ServiceError, match="token-refused") as told:
            await at.front.open()
        assert told.value.__cause__ is told.value.__context__ is None


async def test_a_server_that_is_not_there_is_told_at_the_start(script):
    async with stand(script, opened=False) as at:
        at.server.fails("getMe", code=502, times=99)
        with pytest.raises(ServiceError, match="platform-unreachable"):
            await at.front.open()


async def test_a_token_that_is_withdrawn_ends_the_hearing(script):
    async with stand(script, opened=False) as at:
        await at.front.open()
        at.server.fails("getUpdates", code=401)
        with pytest.raises(ServiceError, match="token-refused"):
            await at.front.run()


def hooked(**more):
    return {"webhook_url": "https://covers.example/telegram", "webhook_secret": SECRET,
            "webhook_port": 0, **more}  # fmt: skip


async def post(at, update, secret=SECRET, path="/telegram"):
    address = f"http://127.0.0.1:{at.front.webhook_port}{path}"
    async with (
        aiohttp.ClientSession() as session,
        session.post(address, json=update, headers={HEADER: secret}) as answer,
    ):
        return answer.status


async def listening(at):
    await at.server.until(lambda: at.server.called("setWebhook"))


def update_of(at, who, text, number=1):
    body = {
        "message_id": number,
        "date": 1,
        "chat": who.chat.as_json(),
        "from": who.who,
        "text": text,
    }
    return {"update_id": number, "message": body}


async def test_a_webhook_is_set_and_hears(script):
    async with stand(script, **hooked()) as at:
        await listening(at)
        call = at.server.called("setWebhook")[0]
        assert call.text("secret_token") == SECRET
        assert call.value("allowed_updates") == ["message", "callback_query", "my_chat_member"]
        ada = at.server.people.user()
        assert await post(at, update_of(at, ada, "/start")) == 200
        await ada.chat.said("Hello.")
        assert at.server.called("getUpdates") == []


async def test_a_webhook_answers_when_nothing_can_be_lost_any_more(script):
    async with stand(script, **hooked()) as at:
        await listening(at)
        ada, go = at.server.people.user(), asyncio.Event()

        async def slow(*_):
            await go.wait()
            return (says("Hello."),)

        script.answer = slow
        sent = asyncio.create_task(post(at, update_of(at, ada, "/start")))
        await at.server.until(lambda: script.heard or not at.server.world.touch())
        assert not sent.done()
        go.set()
        assert await sent == 200


async def test_a_webhook_lets_telegram_come_again_with_what_is_dropped_at_the_end(script):
    async with stand(script, **hooked()) as at:
        await listening(at)
        ada, heard = at.server.people.user(), asyncio.Event()

        async def never(*_):
            heard.set()
            await asyncio.Event().wait()

        script.answer = never
        sent = asyncio.create_task(post(at, update_of(at, ada, "/start")))
        await heard.wait()
        await at.front.hush()
        assert await sent == 503


@pytest.mark.parametrize("secret", ["", "wrong", SECRET + "x", "ä"])
async def test_a_webhook_hears_nobody_without_the_secret(script, secret):
    async with stand(script, **hooked()) as at:
        await listening(at)
        assert await post(at, update_of(at, at.server.people.user(), "/start"), secret) == 401
        assert script.heard == []


async def test_a_webhook_without_a_secret_of_its_own_has_one_all_the_same(script):
    async with stand(script, **hooked(webhook_secret="")) as at:
        await listening(at)
        secret = at.server.called("setWebhook")[0].text("secret_token")
        assert len(secret) == 64
        assert at.server.token not in secret
        ada = at.server.people.user()
        assert await post(at, update_of(at, ada, "/start"), "") == 401
        assert await post(at, update_of(at, ada, "/start"), secret) == 200
        await ada.chat.said("Hello.")


@pytest.mark.parametrize("update", [[], "x", 7, {"no": 1}])
async def test_a_webhook_refuses_what_is_no_update(script, update):
    async with stand(script, **hooked()) as at:
        await listening(at)
        assert await post(at, update) == 400


async def test_an_update_that_is_posted_twice_is_dealt_with_once(script):
    async with stand(script, **hooked()) as at:
        await listening(at)
        ada = at.server.people.user()
        assert [await post(at, update_of(at, ada, "Hi")) for _ in range(2)] == [200, 200]
        assert script.heard == [("said", "Hi")]


async def test_the_port_of_a_webhook_may_be_taken(script):
    async with stand(script, **hooked()) as at:
        await listening(at)
        taken = {"webhook_port": at.front.webhook_port}
        async with stand(script, opened=False, **hooked(**taken)) as other:
            with pytest.raises(ServiceError, match="service-port"):
                await other.front.run()


async def test_polling_ends_a_webhook(script):
    async with stand(script) as at:
        ada = at.server.people.user()
        await ada.says("/start")
        await ada.chat.said("Hello.")
        assert len(at.server.called("deleteWebhook")) == 1
        assert not at.server.called("deleteWebhook")[0].flag("drop_pending_updates")


async def test_the_token_is_never_told(script, caplog, capsys):
    caplog.set_level(logging.DEBUG)
    async with stand(script) as at:
        for name in ("httpx", "httpcore", "telegram", "telegram.Bot", "httpcore.connection"):
            caplog.set_level(logging.DEBUG, name)  # somebody wants to know everything
        ada = at.server.people.user()
        script.answer = Hints(text="Hello.")
        for fault in ({"drop": True}, {"code": 500}, {"code": 400}, {"lose_answer": True}):
            at.server.fails("sendMessage", **fault)
            await ada.says("/start")
            await at.server.until(lambda: not at.server.updates.waiting)
        at.server.fails("sendPhoto", code=401)
        script.answer = KeyError("x")
        await ada.says("/help")
        await ada.chat.said("our side")
        said = [repr(at.front._bot), str(at.front._bot), repr(at.settings), repr(at.front)]
    secret = at.server.token.partition(":")[2]
    ours = [one for one in caplog.records if one.name != "aiohttp.access"]  # that is the server's
    told = "".join(f"{one.getMessage()} {one.__dict__!r} {one.exc_text}" for one in ours)
    assert "/bot***/sendMessage" in told
    assert secret not in told + "".join(said) + "".join(capsys.readouterr())


async def test_no_error_repeats_the_address(script):
    async with stand(script) as at:
        bot, secret = at.front._bot, at.server.token.partition(":")[2]
        for fault in ({"drop": True}, {"code": 500}, {"code": 401}, {"code": 413},
                      {"retry_after": 1}, {"code": 400}, {"code": 403}):  # fmt: skip
            at.server.fails("sendMessage", **fault)
            error = await _error(bot.send_message(1, "x"))
            while error is not None:
                assert secret not in f"{error!r} {error} {error.args}"
                error = error.__cause__ or error.__context__


async def _error(doing):
    try:
        await doing
    except Exception as error:
        return error
    raise AssertionError("it did not fail")


async def test_an_address_that_is_none_is_not_repeated(script):
    async with stand(script, opened=False) as at:
        object.__setattr__(at.settings, "api_base", "http://[oops")
        front = at.new_front()
        with pytest.raises(ServiceError, match="platform-unreachable") as told:
            await front.open()
        assert told.value.__context__ is None
        await front.close()


def menu(at, scope, language=""):
    return [one["command"] for one in at.server.profile.commands[scope, language]]


async def test_the_commands_are_told_by_language_and_scope(at):
    assert "settings" in menu(at, "all_private_chats")
    assert menu(at, "all_private_chats", "ko") == menu(at, "all_private_chats")
    assert menu(at, "all_group_chats") == ["cover", "status", "cancel", "styles", "help"]
    commands = at.server.profile.commands
    assert commands["all_private_chats", "ko"] != commands["all_private_chats", ""]
    assert not any("admin" in menu(at, *where) for where in commands)


async def test_the_commands_are_told_again_only_when_they_have_changed(at):
    assert len(at.server.called("setMyCommands")) == 4
    await at.close()
    await at.restart()
    assert len(at.server.called("setMyCommands")) == 4
    await at.place.store.register.write("telegram:commands:7000000001:groups", "old")
    await at.close()
    await at.restart()
    assert len(at.server.called("setMyCommands")) == 6


async def test_an_admin_finds_the_admins_command_in_their_own_chat(script):
    async with stand(script, admins=frozenset({1001})) as at:
        ada, bo = at.server.people.user(), at.server.people.user("Bo")
        assert ada.id == 1001
        await bo.says("/start")
        await ada.says("/start")
        await at.server.until(lambda: ("chat:1001", "ko") in at.server.profile.commands)
        assert "admin" in menu(at, "chat:1001")
        await at.server.until(lambda: len(script.callers) == 2)
        assert sorted(caller.admin for caller in script.callers) == [False, True]
        await at.close()
        object.__setattr__(at.settings, "admins", frozenset())
        await at.restart()
        assert ("chat:1001", "") not in at.server.profile.commands


async def test_commands_that_cannot_be_told_keep_nobody_waiting(script):
    async with stand(script, opened=False) as at:
        at.server.fails("setMyCommands", code=400)
        await at.open()
        ada = at.server.people.user()
        await ada.says("/start")
        await ada.chat.said("Hello.")


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
