"""Answers as people on Telegram get them, from a real bot on a strict server."""

import asyncio

import pytest

from bot.conversation.act import Verb
from bot.conversation.answer import Hints, Removes, Says, Spreads, Turns
from bot.conversation.caller import Screen, View
from bot.conversation.message import Choice, Document, Message, Picker, Poll
from pipeline.domain.errors import StorageError
from tests.telegram.stand import Script, button, photo, says, stand

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


@pytest.fixture
async def club(at):
    return at.server.people.group()


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


class TestInGroups:
    async def test_answers_quote_what_they_answer(self, at, script, ada, club):
        asked = await ada.says("/cover", club)
        assert (await club.said("Hello.")).reply_to is asked

    async def test_a_topic_is_kept(self, at, script, ada):
        forum = at.server.people.group(forum=True)
        topic = at.server.people.topic(forum)
        await ada.says("/cover", forum, topic=topic)
        assert (await forum.said("Hello.")).topic == topic

    async def test_a_closed_topic_is_left_for_the_whole_group(self, at, script, ada):
        forum = at.server.people.group(forum=True)
        topic = at.server.people.topic(forum)
        await ada.says("/cover", forum, topic=topic)
        await forum.said("Hello.")
        forum.topics[topic] = False
        at.script.answer = says("Still here.")
        await ada.says("/cover", forum, topic=topic)
        assert (await forum.said("Still here.")).topic is None

    async def test_what_is_for_one_alone_goes_to_their_private_chat(self, at, script, ada, club):
        await ada.says("/start")
        await ada.chat.said("Hello.")
        script.answer = says("A secret.", rows=GO, alone=True)
        await ada.says("/status", club)
        await ada.chat.said("A secret.")
        assert "private" in (await club.said("private")).text

    async def test_who_has_not_begun_a_private_chat_is_told_how(self, at, script, club):
        bo = at.server.people.user("Bo", started=False)
        script.answer = says("A secret.", rows=GO, alone=True)
        await bo.says("/status", club)
        assert "@articover_test_bot" in (await club.said("Start")).text.replace("\u2060", "")
        assert bo.chat.posts == []

    async def test_a_short_word_for_the_presser_alone_is_the_answer_to_the_press(
        self, at, script, ada, club
    ):
        post = await shown(at, script, ada, Message(title="One", rows=GO), club)
        bo = at.server.people.user("Bo", started=False)
        assert await pressed(script, bo, post, says("Not yours.", alone=True)) == "Not yours."
        assert await pressed(script, bo, post, says("x" * 300, alone=True)) != ""
        assert len(club.posts) == 1
        assert bo.chat.posts == []

    async def test_nobody_is_called(self, at, script, ada, club):
        script.answer = says("Hi @bo_wren")
        await ada.says("/cover", club)
        assert "@bo" not in (await club.said("bo_wren")).text

    async def test_a_bot_that_was_thrown_out_writes_no_more_until_it_is_back(
        self, at, script, ada, club
    ):
        await ada.says("/cover", club)
        await club.said("Hello.")
        at.server.people.kicks(club, ada)
        await at.server.until(lambda: not at.server.updates.waiting)
        address = script.callers[-1].address(View(screen=Screen.CARD))
        script.answer = (
            Spreads(message=Message(title="News"), addresses=(address,)),
            says("Told."),
        )
        await ada.says("/admin")
        await ada.chat.said("Told.")
        at.server.people.brings_back(club, ada)
        await ada.says("/admin", club)
        await club.said("News")
        assert [call.status for call in at.server.called("sendMessage") if call.chat == club.id] == [
            200, 200, 200,
        ]  # fmt: skip

    async def test_a_group_that_became_a_supergroup_is_followed(self, at, script, ada):
        old = at.server.people.group()
        await ada.says("/cover", old)
        await old.said("Hello.")
        address = script.callers[-1].address(View(screen=Screen.CARD))
        new = at.server.people.migrates(old)
        script.answer = Spreads(message=Message(title="News"), addresses=(address,))
        await ada.says("/admin")
        await new.said("News")

    async def test_a_hundred_words_at_once_stay_under_the_groups_rate(self, at, script, ada, club):
        post = await shown(at, script, ada, Message(title="One", rows=GO), club)
        script.answer = says("Hi")
        presses = [await ada.presses(post, "Go") for _ in range(25)]
        for press in presses:
            await press.answered()
        await at.server.until(lambda: len(club.posts) == 26)


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
