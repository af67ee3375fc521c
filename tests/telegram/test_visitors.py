"""Visitors who press and say anything at all, and crowds of them."""

import asyncio
import random

import pytest

from tests.telegram.labour import BRIEF, card, settled
from tests.telegram.stand import stand


@pytest.fixture
async def at():
    async with stand(None) as found:
        yield found


@pytest.mark.parametrize(("language", "in_group", "presses"), [
    ("en", False, 50), ("ko", False, 50), ("en", True, 20),
])  # fmt: skip
async def test_whoever_presses_and_says_anything_at_all_breaks_no_rule(language, in_group, presses):
    lot = random.Random(presses)
    async with stand(None, admins=frozenset({1001})) as at:
        ada = at.server.people.user("Ada", language)
        chat = at.server.people.group() if in_group else ada.chat
        for text in ("/start", "/history", "/status", "/settings", "/styles", "/admin queue"):
            await ada.says(text, chat)
        await card(at, ada, chat)
        pressed: set[str] = set()
        for _ in range(presses):
            press = await ada.presses_data(*_fresh(chat, pressed, lot))
            await press.answered()
            if lot.random() < 0.15:
                await ada.says(lot.choice(["Night", "#fff", "가나다"]), chat, reply_to=chat.last)
            await settled(at)
        assert len(pressed) > presses / 2
        assert at.server.broken() == []


def _fresh(chat, pressed, lot):
    """A button of one of the last messages, one of a kind that was not pressed yet if there is."""
    all_of_them = [
        (post, button) for post in chat.posts[-8:] for row in post.rows for button in row
    ]
    new = [one for one in all_of_them if _kind(one[1]) not in pressed]
    post, button = lot.choice(new or all_of_them)
    pressed.add(_kind(button))
    return post, button["callback_data"]


def _kind(button):
    verb, *args = button["callback_data"].split(":")[1:]
    return f"{verb}{len(args)}{button['text']}"


@pytest.mark.bots
async def test_fifty_people_order_at_once(at):
    crowd = [at.server.people.user(f"P{n}", "ko" if n % 2 else "en") for n in range(50)]
    await asyncio.gather(*(who.says(BRIEF) for who in crowd))
    for who in crowd:
        await who.chat.said("Small Hours")
    await settled(at)
    presses = [await who.presses(who.chat.last, "1") for who in crowd]
    for press in presses:
        await press.answered()
    await settled(at)
    assert all(len(who.chat.last.labels) > 4 for who in crowd)
    assert max(press.took_s for press in presses) < 3
