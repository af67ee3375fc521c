"""What others have of a cover: forks and votes."""

from io import BytesIO

import pytest
from PIL import Image

from bot.conversation.act import Verb, act
from bot.conversation.answer import Says
from bot.conversation.caller import Screen, View
from bot.conversation.places import view_of
from bot.conversation.words import Words
from pipeline.domain.operation import Fork, Restyle, Vary
from tests.conversation.covers import cover_of, lettered, prefers, title
from tests.conversation.place import Place, hint, only, ticket


@pytest.fixture
def place():
    return Place(open_per_person=50)


async def vote(who, version):
    answer = only(await who.press(act(Verb.VOTE, version.id)))
    assert isinstance(answer, Says)
    return answer


async def test_a_fork_is_a_cover_of_the_pressers_own(place, ada):
    version = await place.cover(ada)
    guest = await place.somebody("bo")
    job = ticket(await guest.press(act(Verb.FORK, version.id))).job
    assert job.operation == Fork(source=version.id)
    assert view_of(job.address) == View(screen=Screen.CARD)
    await place.made(job)
    assert (await place.studio.cover(guest.person, job.cover)).forked_from == version.id
    assert (await place.landed(job)).title == "Small Hours · version 1"


@pytest.mark.parametrize("verb", [Verb.FORK, Verb.VOTE])
async def test_who_keeps_a_cover_to_themselves_is_obeyed(place, ada, verb):
    version = (await place.options(ada, 3))[0]
    await prefers(place, ada, forkable=False)
    guest = await place.somebody("bo")
    assert "does not let others" in hint(await guest.press(act(verb, version.id)))


async def test_a_poll_asks_about_all_that_was_made_together(place, ada):
    options = await place.options(ada, 4)
    answer = await vote(ada, options[2])
    message = answer.message
    assert not answer.alone
    assert message.poll.question == "Which cover for “Small Hours”?"
    assert [text.partition(" · ")[0] for text in message.poll.answers] == ["1", "2", "3", "4"]
    assert len(set(message.poll.answers)) == 4


async def test_the_options_of_a_poll_stand_in_one_picture_that_can_be_read(place, ada):
    options = await place.options(ada, 3)
    (picture,) = (await vote(ada, options[0])).message.pictures
    with Image.open(BytesIO(picture.source)) as drawn:
        assert drawn.width > drawn.height
    assert picture.alt.startswith("Covers of “Small Hours” to vote on: 1 · ")


async def test_a_single_version_is_held_against_where_other_ways_have_come(place, ada):
    first, second = await place.options(ada, 2)
    late = await place.child(ada, first, Restyle(size=1.1))
    answers = (await vote(ada, late)).message.poll.answers
    assert len(answers) == 2
    assert [answer.rpartition("version ")[2] for answer in answers] == [
        str(second.number), str(late.number)
    ]  # fmt: skip


async def test_a_poll_has_ten_answers_at_most_and_the_version_itself(place, ada):
    first = await place.cover(ada)
    children = [await place.child(ada, first, Restyle(size=1.1)) for _ in range(12)]
    answers = (await vote(ada, children[0])).message.poll.answers
    assert len(answers) == 10
    assert answers[0].endswith("version 2")


async def test_one_cover_is_nothing_to_vote_on(place, ada):
    answer = await vote(ada, await place.cover(ada))
    assert answer.alone
    assert answer.message.poll is None
    assert "only one cover" in answer.message.text


async def test_a_long_title_fits_into_a_poll(place, ada):
    ticket_ = await place.ordered(ada, options=2)
    document = lettered(title("Long " * 60))
    options = await place.made(ticket_.job, 2, content=document)
    poll = (await vote(ada, options[0])).message.poll
    assert len(poll.question) <= 255
    assert max(map(len, poll.answers)) <= 55


async def test_who_may_look_votes_on_what_was_made_together_and_no_more(place, ada):
    """The other ways of the cover are not theirs to see."""
    options = await place.options(ada, 3)
    alone = await place.child(ada, options[0], Restyle(size=1.1))
    guest = await place.somebody("bo")
    assert len((await vote(guest, options[1])).message.poll.answers) == 3
    assert "somebody else's" in hint(await guest.press(act(Verb.VOTE, alone.id)))


async def test_who_may_change_a_cover_votes_on_all_of_it(place, ada):
    options = await place.options(ada, 2)
    alone = await place.child(ada, options[0], Restyle(size=1.1))
    await prefers(place, ada, shared=True)
    guest = await place.somebody("bo")
    assert len((await vote(guest, alone)).message.poll.answers) == 2


async def test_variations_are_voted_on_together(place, ada):
    first = await place.cover(ada)
    caller = ada.caller()
    here = caller.address(View(screen=Screen.SHEET))
    job = (await place.studio.order(ada.person, first.id, Vary(count=3), here, caller.key)).job
    varied = await place.made(job, 3)
    assert len((await vote(ada, varied[0])).message.poll.answers) == 3


async def test_a_vote_in_korean(place):
    ada = await place.somebody(language="ko")
    options = await place.options(ada, 2)
    message = (await vote(ada, options[0])).message
    assert message.poll.question == "《Small Hours》 표지, 어느 것이 좋을까요?"
    assert message.lines == (Words("ko").say("vote-how"),)


async def test_a_fork_of_what_is_gone_says_so(place, ada):
    version = await cover_of(place, ada, lettered(title()))
    await place.studio.remove(ada.person, version.cover)
    told = Words("en").say("chat-version-missing", version=version.id)
    assert hint(await ada.press(act(Verb.FORK, version.id))) == told
