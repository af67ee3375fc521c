"""Taking a cover away for good."""

import pytest

from bot.conversation.act import Verb, act
from bot.conversation.answer import Removes, Turns
from bot.conversation.print_notes import remember, remembered
from pipeline.domain.errors import VersionError
from pipeline.domain.operation import Print
from tests.conversation.covers import GUEST_SETTINGS, grown, prefers
from tests.conversation.place import button, hint, only


async def test_what_will_go_is_said_before_anything_goes(place, ada):
    last = await grown(place, ada, 3)
    answer = only(await ada.press(act(Verb.DELETE, last.id)))
    assert isinstance(answer, Turns)
    assert "all its 3 versions" in answer.message.text
    assert await place.studio.version(ada.person, last.id)


async def test_keeping_leads_back_to_the_card(place, ada):
    version = await place.cover(ada)
    asked = only(await ada.press(act(Verb.DELETE, version.id))).message
    kept = only(await ada.press(button(asked, Verb.CARD, version.id)))
    assert kept.message.title == "Small Hours · version 1"


async def test_being_sure_removes_the_cover_and_the_message(place, ada):
    last = await grown(place, ada, 3)
    asked = only(await ada.press(act(Verb.DELETE, last.id))).message
    gone = only(await ada.press(button(asked, Verb.DELETE, last.id, "sure")))
    assert gone == Removes(text="“Small Hours” is deleted, with all its versions.")
    with pytest.raises(VersionError, match="version-missing"):
        await place.studio.version(ada.person, last.id)


async def test_what_was_to_be_printed_is_forgotten_with_the_cover(place, ada):
    version = await place.cover(ada)
    await remember(place.store.notes, ada.person.id, version.cover, Print(blurb="A secret."))
    await ada.press(act(Verb.DELETE, version.id, "sure"))
    assert await remembered(place.store.notes, ada.person.id, version.cover) == Print()


async def test_pressing_twice_says_that_it_is_gone(place, ada):
    version = await place.cover(ada)
    sure = act(Verb.DELETE, version.id, "sure")
    await ada.press(sure)
    assert "not there any more" in hint(await ada.press(sure))


@pytest.mark.parametrize(("forkable", "shared", "told"), [
    *GUEST_SETTINGS, (True, True, "only they can do that"), (False, True, "only they can do that"),
])  # fmt: skip
@pytest.mark.parametrize("sure", [(), ("sure",)])
async def test_nobody_else_deletes_a_cover_whatever_its_owner_shares(
    place, ada, forkable, shared, told, sure
):  # fmt: skip
    version = await place.cover(ada)
    await prefers(place, ada, forkable=forkable, shared=shared)
    guest = await place.somebody("bo")
    assert told in hint(await guest.press(act(Verb.DELETE, version.id, *sure)))
    assert await place.studio.version(ada.person, version.id)


async def test_the_question_in_korean(place):
    ada = await place.somebody(language="ko")
    last = await grown(place, ada, 2)
    asked = only(await ada.press(act(Verb.DELETE, last.id))).message
    assert "판은 2개입니다" in asked.text
