"""The whole conversation on Telegram: real rooms, a real bot, a strict server.

Only the drawing is left out: orders are done with tiny pictures.
"""

import pytest

from pipeline.domain.operation import Letter
from pipeline.domain.step import Doing, Step
from tests.conversation.place import picture
from tests.storage.orders import TOKEN
from tests.telegram.labour import BRIEF, card, settled
from tests.telegram.stand import stand


@pytest.fixture
async def at():
    async with stand(None) as found:
        yield found


@pytest.fixture
async def minji(at):
    return at.server.people.user("민지", "ko")


async def test_a_guided_talk_ends_with_an_order(at, ada):
    await ada.says("/cover")
    await ada.chat.said("What is the title?")
    await ada.says("Small Hours")
    genre = await ada.chat.said("Which genre?")
    await ada.presses(genre, "mystery")
    await ada.chat.said("What is the book about?")
    await ada.presses(ada.chat.last, "That is all")
    summing_up = await ada.chat.said("Small Hours")
    await ada.presses(summing_up, summing_up.labels[0])
    await ada.chat.shows("Cancel")
    await settled(at)
    assert ada.chat.last.labels[:4] == ["1", "2", "3", "4"]
    assert ada.chat.last.media is not None


async def test_a_guided_talk_goes_on_after_a_restart(at, minji):
    await minji.says("/cover")
    await minji.chat.said("제목")
    await at.die()
    await at.restart()
    await minji.says("작은 시간들")
    genre = await minji.chat.said("장르")
    await at.die()
    await at.restart()
    await minji.presses(genre, "이만하면 됐어요")
    summing_up = await minji.chat.said("작은 시간들")
    await minji.presses(summing_up, summing_up.labels[0])
    await settled(at)
    assert "1" in minji.chat.last.labels


async def test_an_order_outlives_a_restart_and_every_button_works_for_ever(at, ada):
    await ada.says(BRIEF)
    await ada.chat.shows("Cancel")
    await at.die()
    await at.restart()
    await settled(at)
    sheet = ada.chat.last
    await at.die()
    await at.restart()
    await ada.presses(sheet, "3")
    await settled(at)
    assert "Edit text" in ada.chat.last.labels


async def test_progress_is_told_live_until_the_result_takes_its_place(at, ada):
    await ada.says(BRIEF)
    post = await ada.chat.shows("Cancel")
    await at.front._in_order.rest(20)
    await at.following.look()
    job = await at.open_job()
    assert await at.place.store.work.claim(job.id, TOKEN)
    async with at.place.store.blobs.writing():
        preview = await at.place.store.blobs.put(picture())
    was = post.media
    step = Step(done=3, total=8, doing=Doing.DRAWING, preview=preview)
    assert await at.place.store.work.progress(job.id, TOKEN, step)
    await at.clock.sleep(4)
    await at.following.look()
    await at.following.rest()
    assert "▰▰▰▱" in post.caption
    assert post.media is not was
    assert post.labels == ["Cancel"]
    assert len(ada.chat.posts) == 1


async def test_a_brief_in_one_message_is_understood_in_korean(at, minji):
    await minji.says("/cover 제목: 작은 시간들\n장르: 미스터리\n지은이: 한밤")
    await settled(at)
    await minji.presses(minji.chat.last, "1")
    await settled(at)
    assert "글자 고치기" in "".join(minji.chat.last.labels) or "글" in "".join(
        minji.chat.last.labels
    )
    assert all("a:" not in label for label in minji.chat.last.labels)


async def test_editing_words_is_a_talk_and_the_result_takes_the_cards_place(at, ada):
    post = await card(at, ada)
    was = post.media
    await ada.presses(post, "Edit text")
    await settled(at)
    await ada.says("Night Train")
    await settled(at)
    await ada.presses(ada.chat.last, "That is all")
    await settled(at)
    last = ada.chat.last
    await ada.presses(last, last.labels[0])
    await settled(at)
    assert any(one.media is not was and "Edit text" in one.labels for one in ada.chat.posts)


async def test_moving_the_title_edits_one_message_again_and_again(at, ada):
    post = await card(at, ada)
    await ada.presses(post, "Move text")
    await settled(at)
    posts = len(ada.chat.posts)
    for label in ("↑", "▾", "A+"):
        before = post.media
        await ada.presses(post, label)
        await settled(at)
        assert post.media is not before
    assert len(ada.chat.posts) == posts


async def test_print_files_come_as_documents_behind_the_message(at, ada):
    post = await card(at, ada)
    await ada.presses(post, "Print file")
    await settled(at)
    await ada.presses(ada.chat.last, "Front only")
    await settled(at)
    await ada.presses(ada.chat.last, "6 × 9 in")
    await settled(at)
    names = [one.media.name for one in ada.chat.posts if one.media and one.media.kind == "document"]
    assert names == ["cover-2-print.pdf", "cover-2-print.png"]


async def test_a_vote_is_a_poll_of_telegrams_own(at, ada):
    post = await card(at, ada)
    await ada.presses(post, "Vote")
    await settled(at)
    poll = next(one.poll for one in ada.chat.posts if one.poll)
    assert len(poll["options"]) == 4


async def test_what_one_does_with_somebody_elses_cover_only_they_are_told(at, ada):
    club = at.server.people.group()
    post = await card(at, ada, club)
    bo = at.server.people.user("Bo", "ko", started=False)
    posts = len(club.posts)
    press = await bo.presses(post, "Delete")
    assert await press.answered() != ""
    assert len(club.posts) == posts
    assert bo.chat.posts == []


async def test_in_a_groups_topic_a_talk_is_answered_by_replies(at, ada):
    forum = at.server.people.group(forum=True, privacy=True)
    topic = at.server.people.topic(forum)
    await ada.says("/cover", forum, topic=topic)
    title = await forum.said("What is the title?")
    await ada.says("Small Hours", forum, topic=topic, reply_to=title)
    await forum.said("Which genre?")
    assert {post.topic for post in forum.posts} == {topic}


async def test_an_authors_own_picture_is_lettered(at, ada):
    content = picture()
    await ada.sends_photo(content, caption=BRIEF)
    await ada.chat.shows("Cancel")
    operation = (await at.open_job()).operation
    assert isinstance(operation, Letter)
    assert await at.place.store.blobs.get(operation.picture) == content


async def test_everything_goes_when_somebody_wants_it_to(at, ada):
    post = await card(at, ada)
    await ada.says("/forget")
    question = await ada.chat.shows("Yes")
    await ada.presses(question, "Yes")
    await settled(at)
    person = await at.place.studio.meet("telegram", str(ada.id))
    assert (await at.place.studio.history(person)).entries == ()
    assert await (await ada.presses(post, "Vote")).answered() != ""
