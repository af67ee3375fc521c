"""The token: it opens the door, and nobody gets to see it."""

import logging

import pytest

from bot.conversation.answer import Hints
from pipeline.domain.errors import ServiceError
from tests.telegram.stand import button, stand

SECRET = "a-made-up-secret"
GO = ((button("Go"),),)


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
