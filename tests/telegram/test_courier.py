"""Results on their way to people on Telegram, and how far they are."""

import asyncio
from dataclasses import replace

import pytest

from bot.conversation.answer import Says
from bot.conversation.message import Document, Message, Poll
from bot.telegram.orders import Told
from bot.telegram.pace import SPACING_S
from bot.telegram.pictures import File
from pipeline.domain.errors import DeliveryError
from pipeline.domain.job import Cancelled
from tests.telegram.stand import Script, button, photo

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


async def test_an_order_and_its_result_are_one_photo(at, script, ada):
    parcel = await ordered(at, script, ada)
    waiting = ada.chat.last
    assert (waiting.media.kind, waiting.labels) == ("photo", ["Cancel"])
    assert waiting.caption.endswith("no picture yet")
    await at.deliver(parcel)
    assert (waiting.caption, waiting.labels) == ("Done\nA lighthouse", ["Next"])
    assert len(ada.chat.posts) == 1
    assert at.following.jobs == [parcel.job.id]


async def test_files_without_a_picture_leave_no_blank_cover_standing(at, script, ada):
    files = (Document(source=b"%PDF", name="cover.pdf", size=4),)
    script.result = replace(DONE, pictures=(), documents=files)
    parcel = await ordered(at, script, ada)
    waiting = ada.chat.last
    message = await at.deliver(parcel)
    await at.front.courier.fill(message, parcel)
    assert waiting.deleted
    told, file = ada.chat.posts
    assert (told.text, told.media, file.media.name) == ("Done", None, "cover.pdf")


async def test_filling_twice_changes_nothing(at, script, ada):
    parcel = await ordered(at, script, ada)
    message = await at.deliver(parcel)
    edits = len(at.server.called("editMessageMedia"))
    await at.front.courier.fill(message, parcel)
    await at.close()
    await at.restart()
    await at.front.courier.fill(message, parcel)
    assert len(at.server.called("editMessageMedia")) == edits == 1
    assert len(ada.chat.posts) == 1


async def test_a_pressed_message_stays_as_it_is_until_the_result_takes_its_place(at, script, ada):
    post, parcel = await pressed(at, script, ada, pictures=(photo(),))
    assert post.said.startswith("Card")
    await at.deliver(parcel)
    assert post.caption == "Done\nA lighthouse"
    assert len(ada.chat.posts) == 1


async def test_a_pressed_text_gives_way_to_a_photo(at, script, ada):
    post, parcel = await pressed(at, script, ada)
    message = await at.deliver(parcel)
    assert post.deleted
    await at.front.courier.fill(message, parcel)
    assert [one.caption for one in ada.chat.posts] == ["Done\nA lighthouse"]


async def test_a_result_that_is_there_before_its_order_was_shown_is_shown_once(at, script, ada):
    orders, parcels = at.orders(), []

    async def quick(caller, *more):
        answers = await orders(caller, *more)
        parcels.append(await at.made())
        await at.deliver(parcels[0])
        return answers

    script.answer = quick
    await ada.says("/cover x")
    await ada.chat.said("Done")
    await at.close()
    assert [one.caption for one in ada.chat.posts] == ["Done\nA lighthouse"]
    await at.restart()


async def test_an_order_whose_message_was_never_shown_gets_one(at, script, ada):
    parcel = await ordered(at, script, ada)
    await at.place.store.notes.drop(parcel.job.person, f"message:{parcel.job.id}")
    ada.chat.last.deleted = True
    await at.deliver(parcel)
    assert ada.chat.last.caption == "Done\nA lighthouse"
    assert len(ada.chat.posts) == 1


async def test_a_deleted_message_is_sent_anew(at, script, ada):
    parcel = await ordered(at, script, ada)
    ada.chat.last.deleted = True
    message = await at.deliver(parcel)
    await at.front.courier.fill(message, parcel)
    assert [one.caption for one in ada.chat.posts] == ["Done\nA lighthouse"]


async def test_in_a_group_the_order_quotes_who_asked_and_keeps_its_topic(at, script, ada):
    forum = at.server.people.group(forum=True)
    topic = at.server.people.topic(forum)
    script.answer = at.orders()
    asked = await ada.says("/cover x", forum, topic=topic)
    waiting = await forum.said("You are next.")
    assert (waiting.reply_to, waiting.topic) == (asked, topic)
    forum.find(waiting.id).deleted = True
    asked.deleted = True  # what it answers is gone as well
    await at.deliver(await at.made())
    assert (forum.last.caption, forum.last.topic) == ("Done\nA lighthouse", topic)


async def test_a_failure_is_told_in_the_same_message(at, script, ada):
    parcel = await ordered(at, script, ada)
    script.result = Message(lines=("It did not work.",), rows=((button("Again"),),))
    await at.deliver(parcel)
    assert ada.chat.last.caption.startswith("It did not work.")
    assert len(ada.chat.posts) == 1


@pytest.mark.parametrize("ends", ["failed", "cancelled"])
async def test_what_was_seen_of_a_picture_that_never_came_is_not_left(at, script, ada, ends):
    parcel = await ordered(at, script, ada)
    blank = ada.chat.last.media.content
    await at.clock.sleep(SPACING_S)
    await at.front.board.show(parcel.job, Message(title="Drawing", pictures=(photo("So far"),)))
    assert ada.chat.last.media.content != blank
    if ends == "failed":
        script.result = Message(lines=("It did not work.",))
        await at.deliver(parcel)
    else:
        over = replace(parcel.job, state=Cancelled())
        await at.clock.sleep(SPACING_S)
        await at.front.board.show(over, Message(title="Taken back"))
    assert ada.chat.last.media.content == blank


async def test_files_follow_the_message_as_one_group(at, script, ada):
    files = (
        Document(source=b"%PDF", name="cover.pdf", size=4),
        Document(source=b"x", name="c.png", size=1),
    )
    script.result = replace(DONE, documents=files)
    parcel = await ordered(at, script, ada)
    message = await at.deliver(parcel)
    await at.front.courier.fill(message, parcel)
    first, *rest = ada.chat.posts
    assert [one.media.name for one in rest] == ["cover.pdf", "c.png"]
    assert {one.reply_to for one in rest} == {first}
    assert rest[0].album == rest[1].album is not None


@pytest.mark.parametrize("count", [1, 2])
async def test_a_file_whose_sending_failed_is_sent_again_whole(at, script, ada, count):
    content = bytes(range(256)) * 1_000
    files = [Document(source=content, name=f"{n}.pdf", size=len(content)) for n in range(count)]
    script.result = replace(DONE, documents=tuple(files))
    parcel = await ordered(at, script, ada)
    at.server.fails("sendDocument" if count == 1 else "sendMediaGroup", code=502, times=2)
    await at.deliver(parcel)
    assert [one.media.content for one in ada.chat.posts[1:]] == [content] * count


def test_a_file_is_read_piece_by_piece():
    upload = File(content=b"%PDF" * 100_000, name="cover.pdf").upload()
    assert len(upload.input_file_content.read(65_536)) == 65_536, "whole it holds up the event loop"


async def test_files_that_were_sent_are_not_sent_again(at, script, ada):
    files = (Document(source=b"%PDF", name="cover.pdf", size=44_000_000),
             Document(source=b"x", name="c.png", size=2_000_000))  # fmt: skip
    script.result = replace(DONE, documents=files)
    parcel = await ordered(at, script, ada)
    message = await at.front.courier.post(parcel)
    fault = at.server.fails("sendDocument", code=400, description="Bad Request: odd")
    fault.times = 0
    sent = at.place.store.notes

    async def second_fails():
        await at.server.until(lambda: at.server.called("sendDocument"))
        fault.times = 1

    task = asyncio.create_task(second_fails())
    with pytest.raises(DeliveryError, match="refused"):
        await at.front.courier.fill(message, parcel)
    await task
    assert '"files": 1' in await sent.note(parcel.job.person, f"told:{parcel.job.id}")
    await at.front.courier.fill(message, parcel)
    assert [one.media.name for one in ada.chat.posts[1:]] == ["cover.pdf", "c.png"]


async def test_a_file_too_large_for_telegram_comes_smaller_and_that_is_said(at, script, ada):
    small = Document(source=b"small", name="cover-150dpi.png", size=5, note="It has fewer pixels.")
    large = Document(source=b"", name="cover.png", size=50_000_001, smaller=small)
    script.result = replace(DONE, documents=(large,))
    await at.deliver(await ordered(at, script, ada))
    assert ada.chat.last.media.name == small.name
    assert "cover.png" in ada.chat.last.caption
    assert small.note in ada.chat.last.caption


async def test_a_file_that_cannot_be_sent_at_all_is_told_of_once(at, script, ada):
    script.result = replace(DONE, documents=(Document(source=b"", name="a.pdf", size=60_000_000),))
    parcel = await ordered(at, script, ada)
    message = await at.deliver(parcel)
    told = Told(shown=True, files=1_000)
    await at.front._orders.tell(parcel.job.person, parcel.job.id, told)
    await at.front.courier.fill(message, parcel)
    assert "a.pdf" in ada.chat.last.text
    assert len(ada.chat.posts) == 2


async def test_a_file_that_the_server_finds_too_large_comes_smaller(at, script, ada):
    small = Document(source=b"small", name="small.png", size=5)
    large = Document(source=b"large", name="cover.png", size=30_000_000, smaller=small)
    script.result = replace(DONE, documents=(large,))
    parcel = await ordered(at, script, ada)
    at.server.fails("sendDocument", code=413)
    await at.deliver(parcel)
    assert ada.chat.last.media.name == "small.png"


async def test_a_poll_follows(at, script, ada):
    script.result = replace(DONE, poll=Poll(question="Which?", answers=("1", "2")))
    parcel = await ordered(at, script, ada)
    message = await at.deliver(parcel)
    await at.front.courier.fill(message, parcel)
    assert [bool(one.poll) for one in ada.chat.posts] == [False, True]


async def test_progress_is_edited_into_the_orders_message(at, script, ada):
    parcel = await ordered(at, script, ada)
    await at.clock.sleep(SPACING_S)
    await at.front.board.show(parcel.job, Message(title="Drawing", pictures=(photo("So far"),)))
    assert ada.chat.last.caption == "Drawing\nSo far"
    await at.clock.sleep(SPACING_S)
    await at.front.board.show(parcel.job, Message(title="Drawing"))
    assert len(ada.chat.last.history) == 1


async def test_progress_gives_way_where_there_is_no_room(at, script, ada):
    parcel = await ordered(at, script, ada)
    for number in range(5):
        await at.front.board.show(parcel.job, Message(title=f"Step {number}"))
    assert len(at.server.called("editMessageCaption")) <= 1


async def test_progress_of_a_deleted_message_is_given_up(at, script, ada):
    parcel = await ordered(at, script, ada)
    ada.chat.last.deleted = True
    for number in range(3):
        await at.clock.sleep(SPACING_S)
        await at.front.board.show(parcel.job, Message(title=f"Step {number}"))
    assert len(at.server.called("editMessageCaption")) == 1


async def test_progress_of_an_order_on_a_pressed_message_leaves_it_alone(at, script, ada):
    post, parcel = await pressed(at, script, ada)
    await at.front.board.show(parcel.job, Message(title="Drawing"))
    assert post.text == "Card"
