"""Results that Telegram does not take as they are, and where they go instead."""

import pytest

from bot.conversation.answer import Says
from bot.conversation.message import Message
from pipeline.domain.errors import DeliveryError
from tests.telegram.stand import Script, button, photo, says

DONE = Message(title="Done", pictures=(photo("A lighthouse"),), rows=((button("Next"),),))


@pytest.fixture
async def script():
    return Script(result=DONE)


async def ordered(at, script, who, chat=None):
    """The result of an order, whose message stands there."""
    script.answer = at.orders()
    await who.says("/cover x", chat)
    await (chat or who.chat).said("You are next.")
    return await at.made()


async def pressed(at, script, who, chat=None, **looks):
    """The result of an order that was pressed on a message, and takes its place."""
    script.answer = Says(message=Message(title="Card", rows=((button("Go"),),), **looks))
    await who.says("/help", chat)
    post = await (chat or who.chat).said("Card")
    script.answer = at.orders(here=True)
    press = await who.presses(post, "Go")
    assert "You are next." in await press.answered()
    await at.server.until(lambda: not at.server.updates.waiting)
    return post, await at.made()


@pytest.mark.parametrize(("fault", "told"), [
    ({"code": 403}, "delivery-gone"),
    ({"code": 400, "description": "Bad Request: chat not found"}, "delivery-gone"),
    ({"code": 403, "description": "Forbidden: user is deactivated"}, "delivery-gone"),
    ({"code": 400, "description": "Bad Request: something odd"}, "delivery-refused"),
    ({"code": 401}, "delivery-unavailable"),
    ({"code": 500, "times": 9}, "delivery-unavailable"),
    ({"code": 504, "times": 9}, "delivery-unavailable"),
    ({"drop": True, "times": 9}, "delivery-unavailable"),
    ({"retry_after": 600}, "delivery-unavailable"),
])  # fmt: skip
async def test_every_refusal_has_its_word(at, script, ada, fault, told):
    parcel = await ordered(at, script, ada)
    at.server.fails("editMessageMedia", **fault)
    with pytest.raises(DeliveryError, match=told):
        await at.deliver(parcel)


async def test_a_long_flood_is_not_run_into_again(at, script, ada):
    parcel = await ordered(at, script, ada)
    at.server.fails("editMessageMedia", retry_after=100, chat=ada.id)
    for _ in range(3):
        with pytest.raises(DeliveryError, match="delivery-unavailable"):
            await at.deliver(parcel)
    assert len(at.server.called("editMessageMedia")) == 1


async def test_a_short_flood_is_waited_out(at, script, ada):
    parcel = await ordered(at, script, ada)
    at.server.fails("editMessageMedia", retry_after=4, times=2)
    await at.deliver(parcel)
    assert ada.chat.last.caption.startswith("Done")


async def test_an_edit_whose_answer_was_lost_is_asked_for_again_and_seen_to_be_done(
    at, script, ada
):
    parcel = await ordered(at, script, ada)
    at.server.fails("editMessageMedia", lose_answer=True)
    await at.deliver(parcel)
    assert ada.chat.last.caption.startswith("Done")
    assert len(ada.chat.posts) == 1


async def test_words_whose_answer_was_lost_are_not_asked_for_in_the_same_way(at, script, ada):
    _, parcel = await pressed(at, script, ada, pictures=(photo("Card"),))
    script.result = Message(title="It failed.")
    at.server.fails("editMessageCaption", lose_answer=True, times=3)
    with pytest.raises(DeliveryError, match="unavailable"):
        await at.deliver(parcel)
    await at.deliver(parcel)
    assert ada.chat.last.caption.startswith("It failed.")
    assert len(at.server.called("editMessageCaption")) == 4


async def test_who_blocks_the_bot_gets_nothing_and_is_not_written_to(at, script, ada):
    parcel = await ordered(at, script, ada)
    await ada.blocks()
    await at.server.until(lambda: not at.server.updates.waiting)
    before = len(at.server.calls)
    with pytest.raises(DeliveryError, match="delivery-gone"):
        await at.deliver(parcel)
    assert [call.method for call in at.server.calls[before:] if call.method != "getUpdates"] == []


async def test_who_unblocks_the_bot_is_written_to_again(at, script, ada):
    parcel = await ordered(at, script, ada)
    await ada.blocks()
    await ada.unblocks()
    await at.server.until(lambda: not at.server.updates.waiting)
    await at.deliver(parcel)
    assert ada.chat.last.caption.startswith("Done")


async def test_where_the_group_is_gone_the_person_gets_the_result_alone(at, script, ada, club):
    script.answer = says("Hello.")
    await ada.says("/start")
    await ada.chat.said("Hello.")
    parcel = await ordered(at, script, ada, club)
    at.server.people.kicks(club, ada)
    await at.server.until(lambda: not at.server.updates.waiting)
    message = await at.deliver(parcel)
    await at.front.courier.fill(message, parcel)
    assert [one.said for one in ada.chat.posts] == ["Hello.", "Done\nA lighthouse"]


async def test_where_the_group_is_gone_a_stranger_gets_nothing(at, script, club):
    bo = at.server.people.user("Bo", started=False)
    parcel = await ordered(at, script, bo, club)
    at.server.people.kicks(club, bo)
    with pytest.raises(DeliveryError, match="delivery-gone"):
        await at.deliver(parcel)
    assert bo.chat.posts == []


async def test_a_group_that_became_a_supergroup_gets_the_result(at, script, ada, club):
    parcel = await ordered(at, script, ada, club)
    new = at.server.people.migrates(club)
    message = await at.deliver(parcel)
    await at.front.courier.fill(message, parcel)
    assert [one.caption for one in new.posts] == ["Done\nA lighthouse"]


async def test_a_group_where_photos_are_forbidden_sends_the_result_to_the_person(
    at, script, ada, club
):
    script.answer = says("Hello.")
    await ada.says("/start")
    await ada.chat.said("Hello.")
    post, parcel = await pressed(at, script, ada, club)
    club.mute.add("photo")
    await at.deliver(parcel)
    assert ada.chat.last.caption == "Done\nA lighthouse"
    assert not post.deleted


async def test_a_result_is_delivered_after_a_restart(at, script, ada):
    parcel = await ordered(at, script, ada)
    await at.die()
    await at.restart()
    await at.deliver(parcel)
    assert [one.caption for one in ada.chat.posts] == ["Done\nA lighthouse"]
