"""Answers as people on Telegram get them, from a real bot on a strict server."""

import asyncio

from bot.conversation.act import Verb
from bot.conversation.answer import Ordered, Removes, Says, Turns, Works
from bot.conversation.message import Choice, Document, Message, Picker, Poll
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


async def test_text_photo_and_buttons_come_in_one_message(at, script, ada):
    post = await shown(at, script, ada, Message(title="Small Hours", pictures=(photo(),), rows=GO))
    assert post.caption == "Small Hours\nA lighthouse at night"
    assert post.media.kind == "photo"
    assert post.labels == ["Go"]
    assert len(ada.chat.posts) == 1


async def test_how_an_order_stands_that_is_done_in_place_passes_without_a_tap(at, script, ada):
    post = await shown(at, script, ada, Message(title="Small Hours", rows=GO))
    message = Message(title="Small Hours", lines=("To do: A+", "You are next. " * 6))

    async def order(caller, *_):
        return (Ordered(ticket=await at.order(caller, here=True), message=message),)

    script.answer = order
    press = await ada.presses(post, "Go")
    assert await press.answered() == message.lines[-1].strip() and not press.alert


async def test_user_words_are_shown_as_they_are(at, script, ada):
    post = await shown(at, script, ada, Message(title="<b>_*x*_</b> & [a](b)", lines=("`y`",)))
    assert post.text == "<b>_*x*_</b> & [a](b)\n`y`"
    assert [entity["type"] for entity in post.entities] == ["bold"]


async def test_several_pictures_are_an_album_with_the_words_behind_it(at, script, ada):
    message = Message(title="Choose", pictures=(photo("One"), photo("Two")), rows=GO)
    post = await shown(at, script, ada, message)
    assert [one.caption for one in ada.chat.posts] == ["One", "Two", ""]
    assert (post.text, post.labels) == ("Choose", ["Go"])


async def test_a_text_too_long_for_a_caption_follows_its_picture_whole(at, script, ada):
    message = Message(title="Small Hours", lines=("word " * 300,), pictures=(photo(),), rows=GO)
    await shown(at, script, ada, message)
    post = await ada.chat.shows("Go")
    assert len(post.text) > 1024
    assert post.labels == ["Go"]
    assert [one.media is not None for one in ada.chat.posts] == [True, False]


async def test_documents_and_polls_come_behind(at, script, ada):
    document = Document(source=b"%PDF-1.7", name="표지.pdf", size=8)
    poll = Poll(question="Which one?" * 40, answers=("A" * 120, "B"))
    await shown(at, script, ada, Message(title="Here", documents=(document, document), poll=poll))
    await at.server.until(lambda: ada.chat.last.poll)
    assert [one.media and one.media.name for one in ada.chat.posts] == [
        None, "표지.pdf", "표지.pdf", None,
    ]  # fmt: skip
    assert len(ada.chat.last.poll["question"]) == 300


async def test_a_pressed_message_becomes_another(at, script, ada):
    post = await shown(at, script, ada, Message(title="One", rows=GO))
    assert await pressed(script, ada, post, Turns(message=Message(title="Two", rows=GO))) == ""
    await ada.chat.said("Two")
    assert [one.text for one in ada.chat.posts] == ["Two"]


async def test_a_turn_to_the_same_asks_for_nothing(at, script, ada):
    post = await shown(at, script, ada, Message(title="One", pictures=(photo(),), rows=GO))
    await pressed(script, ada, post, Turns(message=Message(title="One", rows=GO)), says("Done"))
    await ada.chat.said("Done")
    assert at.server.called("editMessageCaption") == []


async def test_a_turn_to_the_same_asks_for_nothing_after_a_restart_either(at, script, ada):
    post = await shown(at, script, ada, Message(title="One", pictures=(photo(),), rows=GO))
    await at.close()
    await at.restart()
    await pressed(script, ada, post, Turns(message=Message(title="One", rows=GO)), says("Done"))
    await ada.chat.said("Done")
    assert at.server.called("editMessageCaption") == []


async def test_without_pictures_those_that_are_there_stay_and_are_still_described(at, script, ada):
    post = await shown(at, script, ada, Message(title="One", pictures=(photo(),), rows=GO))
    await pressed(script, ada, post, Turns(message=Message(title="Two")))
    await ada.chat.said("Two")
    assert (post.caption, post.labels) == ("Two\nA lighthouse at night", [])
    assert post.media is not None


async def test_another_picture_takes_the_place_of_the_old_one(at, script, ada):
    post = await shown(at, script, ada, Message(title="One", pictures=(photo(),), rows=GO))
    was = post.media
    await pressed(script, ada, post, Turns(message=Message(title="Two", pictures=(photo("B"),))))
    await ada.chat.said("Two\nB")
    assert post.media is not was
    assert len(ada.chat.posts) == 1


async def test_a_text_that_gets_a_picture_is_a_new_message_and_the_old_one_goes(at, script, ada):
    post = await shown(at, script, ada, Message(title="One", rows=GO))
    await pressed(script, ada, post, Turns(message=Message(title="Two", pictures=(photo(),))))
    await ada.chat.said("Two")
    await at.server.until(lambda: post.deleted)
    assert len(ada.chat.posts) == 1


async def test_a_deleted_message_that_should_turn_is_sent_anew(at, script, ada):
    post = await shown(at, script, ada, Message(title="One", rows=GO))
    press = ada.presses_data(post, "a:st")
    post.deleted = True
    script.answer = Turns(message=Message(title="Two"))
    await press
    await ada.chat.said("Two")


async def test_a_forwarded_copys_buttons_answer_with_a_new_message(at, script, ada, club):
    post = await shown(at, script, ada, Message(title="One", rows=GO))
    bo = at.server.people.user("Bo")
    copy = await ada.forwards(post, club)
    script.answer = Turns(message=Message(title="Two"))
    await (await bo.presses_data(copy, "a:st")).answered()
    assert (await club.said("Two")).reply_to is None
    assert copy.text == "One"


async def test_a_removed_message_goes_and_the_presser_is_told(at, script, ada):
    post = await shown(at, script, ada, Message(title="One", rows=GO))
    assert await pressed(script, ada, post, Removes(text="It is gone.")) == "It is gone."
    await at.server.until(lambda: post.deleted)


async def test_a_message_too_old_to_be_removed_is_emptied(at, script, ada):
    post = await shown(at, script, ada, Message(title="One", pictures=(photo(),), rows=GO))
    was = post.media
    at.server.fails("deleteMessage", code=400,
                    description="Bad Request: message can't be deleted for everyone")  # fmt: skip
    await pressed(script, ada, post, Removes(text="It is gone."))
    await ada.chat.said("It is gone.")
    assert (post.labels, post.media is was) == ([], False)


async def test_a_choice_is_pressed_like_a_button(at, script, ada):
    picker = Picker(act=button("x", Verb.LOOK, "k3f8a2b4cd").act, prompt="Which face?",
                    choices=(Choice(label="Anton", value="anton"),))  # fmt: skip
    post = await shown(at, script, ada, Message(title="Faces", rows=(picker,)))
    assert post.text == "Faces\nWhich face?"
    await pressed(script, ada, post, says("Fine"), label="Anton")
    assert script.heard[-1] == ("press", "a:lk:k3f8a2b4cd:anton")


async def test_an_unknown_button_is_answered_politely(at, script, ada):
    post = await shown(at, script, ada, Message(title="One", rows=GO))
    press = await ada.presses_data(post, "old:thing")
    assert await press.answered() != ""
    assert len(script.heard) == 1


async def test_a_picture_alone_is_told_what_to_do_with(at, ada):
    await ada.sends_photo(photo().source)
    assert "/cover" in (await ada.chat.said("picture")).text


async def test_art_is_fetched_by_its_reference(at, script, ada):
    picture = photo().source

    async def fetched(caller, options):
        return (says(f"{await caller.fetch(options['art']) == picture}"),)

    script.answer = fetched
    await ada.sends_document(picture, caption="/cover Small Hours")
    await ada.chat.said("True")


async def test_art_that_is_too_large_to_fetch_is_told(at, script, ada):
    async def fetched(caller, options):
        await caller.fetch(options["art"])

    script.answer = fetched
    await ada.sends_document(bytes(20_000_001), caption="/cover Small Hours")
    await ada.chat.said("20")
    assert at.server.called("getFile") == []


def works(work):
    return Works(message=Message(lines=("I am checking it.",)), work=work,
                 cut_off=Message(lines=("Ask me again.",), rows=GO))  # fmt: skip


async def test_what_takes_its_time_says_so_and_then_what_came_of_it_in_the_same_message(
    at, script, ada
):
    done = asyncio.get_running_loop().create_future()

    async def work():
        return await done

    script.answer = works(work)
    await ada.says("/preflight a5")
    post = await ada.chat.said("I am checking it.")
    script.answer = Says(message=Message(lines=("Meanwhile.",)))
    await ada.says("/help")
    await ada.chat.said("Meanwhile.")
    done.set_result(Message(lines=("It is good.",), rows=GO))
    await ada.chat.until(lambda: post.text == "It is good." and post.labels == ["Go"])


async def test_who_waited_when_the_process_ended_is_told_by_the_next_one(at, script, ada):
    async def forever():
        await asyncio.Event().wait()

    script.answer = works(forever)
    await ada.says("/preflight a5")
    post = await ada.chat.said("I am checking it.")
    for _ in range(2):
        await at.die()
        await at.restart()
        await ada.chat.until(lambda: post.text == "Ask me again." and post.labels == ["Go"])
        await at.front._in_order.rest(5)
    assert len(ada.chat.posts) == 1
    assert await at.place.store.register.read("telegram:working") is None


async def test_a_bug_in_what_takes_its_time_leaves_nobody_waiting(at, script, ada):
    async def work():
        raise RuntimeError("a bug")

    script.answer = works(work)
    await ada.says("/preflight a5")
    await ada.chat.said("Something went wrong on our side")
    assert len(ada.chat.posts) == 1
