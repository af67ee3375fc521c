"""Answers in groups: to all, to one alone, in topics, and within the rates."""

from bot.conversation.answer import Says, Spreads
from bot.conversation.caller import Screen, View
from bot.conversation.message import Message
from tests.telegram.stand import button, says

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


async def test_answers_quote_what_they_answer(at, script, ada, club):
    asked = await ada.says("/cover", club)
    assert (await club.said("Hello.")).reply_to is asked


async def test_a_topic_is_kept(at, script, ada):
    forum = at.server.people.group(forum=True)
    topic = at.server.people.topic(forum)
    await ada.says("/cover", forum, topic=topic)
    assert (await forum.said("Hello.")).topic == topic


async def test_a_closed_topic_is_left_for_the_whole_group(at, script, ada):
    forum = at.server.people.group(forum=True)
    topic = at.server.people.topic(forum)
    await ada.says("/cover", forum, topic=topic)
    await forum.said("Hello.")
    forum.topics[topic] = False
    at.script.answer = says("Still here.")
    await ada.says("/cover", forum, topic=topic)
    assert (await forum.said("Still here.")).topic is None


async def test_what_is_for_one_alone_goes_to_their_private_chat(at, script, ada, club):
    await ada.says("/start")
    await ada.chat.said("Hello.")
    script.answer = says("A secret.", rows=GO, alone=True)
    await ada.says("/status", club)
    await ada.chat.said("A secret.")
    assert "private" in (await club.said("private")).text


async def test_who_has_not_begun_a_private_chat_is_told_how(at, script, club):
    bo = at.server.people.user("Bo", started=False)
    script.answer = says("A secret.", rows=GO, alone=True)
    await bo.says("/status", club)
    assert "@articover_test_bot" in (await club.said("Start")).text.replace("\u2060", "")
    assert bo.chat.posts == []


async def test_several_messages_for_one_alone_are_announced_once(at, script, ada, club):
    await ada.says("/start")
    await ada.chat.said("Hello.")
    first, more = (says(text, rows=GO, alone=True) for text in ("A secret.", "More."))
    script.answer = (first, more)
    await ada.says("/status", club)
    await ada.chat.said("A secret.")
    await ada.chat.said("More.")
    script.answer = says("Over.")
    await ada.says("/status", club)
    await club.said("Over.")
    assert len([post for post in club.posts if "private" in post.said]) == 1


async def test_a_short_word_for_the_presser_alone_is_the_answer_to_the_press(at, script, ada, club):
    post = await shown(at, script, ada, Message(title="One", rows=GO), club)
    bo = at.server.people.user("Bo", started=False)
    assert await pressed(script, bo, post, says("Not yours.", alone=True)) == "Not yours."
    assert await pressed(script, bo, post, says("x" * 300, alone=True)) != ""
    assert len(club.posts) == 1
    assert bo.chat.posts == []


async def test_nobody_is_called(at, script, ada, club):
    script.answer = says("Hi @bo_wren")
    await ada.says("/cover", club)
    assert "@bo" not in (await club.said("bo_wren")).text


async def test_a_bot_that_was_thrown_out_writes_no_more_until_it_is_back(at, script, ada, club):
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


async def test_a_group_that_became_a_supergroup_is_followed(at, script, ada):
    old = at.server.people.group()
    await ada.says("/cover", old)
    await old.said("Hello.")
    address = script.callers[-1].address(View(screen=Screen.CARD))
    new = at.server.people.migrates(old)
    script.answer = Spreads(message=Message(title="News"), addresses=(address,))
    await ada.says("/admin")
    await new.said("News")


async def test_a_hundred_words_at_once_stay_under_the_groups_rate(at, script, ada, club):
    post = await shown(at, script, ada, Message(title="One", rows=GO), club)
    script.answer = says("Hi")
    presses = [await ada.presses(post, "Go") for _ in range(25)]
    for press in presses:
        await press.answered()
    await at.server.until(lambda: len(club.posts) == 26)
