"""Updates that Telegram sends by itself."""

import asyncio

import aiohttp
import pytest

from bot.telegram.webhook import HEADER
from pipeline.domain.errors import ServiceError
from tests.telegram.stand import button, says, stand

SECRET = "a-made-up-secret"
GO = ((button("Go"),),)


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


async def test_an_update_that_cannot_be_read_is_not_sent_again(script):
    async with stand(script, **hooked()) as at:
        await listening(at)
        assert await post(at, {"update_id": 5, "message": {"message_id": "no number"}}) == 200


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
