"""Small talk in a private chat, where people do not know yet how to begin."""

import pytest

from bot.conversation.act import Verb
from tests.conversation.measures import all_fit
from tests.conversation.place import button, said


@pytest.fixture(params=["en", "ko"])
async def tess(place, request):
    return await place.somebody("tess", platform="telegram", forms=False, private=True,
                                language=request.param)  # fmt: skip


HELLO = {"en": "hi there", "ko": "안녕하세요"}


async def test_small_talk_is_answered_with_how_to_begin(tess):
    message = said(all_fit(await tess.say(HELLO[tess.language])))
    assert "/help" in message.text
    question = said(await tess.press(button(message, Verb.BEGIN)))
    assert button(question, Verb.TALK)


async def test_it_is_answered_once_also_after_a_restart(place, tess):
    assert await tess.say(HELLO[tess.language])
    assert await tess.say("how are you?") == ()
    place.restart()
    assert await tess.say("hello?") == ()


async def test_after_a_command_it_is_answered_again(tess):
    assert await tess.say(HELLO[tess.language])
    await tess.command("styles")
    assert await tess.say(HELLO[tess.language])
    assert await tess.say(HELLO[tess.language]) == ()


async def test_what_a_platform_says_again_is_answered_again(place, tess):
    caller = tess.caller("twice")
    first = await place.desk.said(caller, "hi")
    assert first == await place.desk.said(caller, "hi") != ()


async def test_a_brief_is_offered_as_one_after_it(tess):
    await tess.say(HELLO[tess.language])
    offer = said(await tess.say("Title: Small Hours\nGenre: mystery"))
    assert button(offer, Verb.ORDER)


async def test_an_answer_in_a_talk_is_no_small_talk(tess):
    await tess.command("cover")
    assert "/help" not in said(await tess.say("Small Hours")).text
