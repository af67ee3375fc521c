"""Who may press what on somebody's cover, whatever its owner lets others do."""

import pytest

from bot.conversation.act import Verb, act
from bot.conversation.answer import Hints
from bot.conversation.language import LANGUAGES
from bot.conversation.words import Words
from tests.conversation.covers import prefers
from tests.conversation.place import Place, hint, only

PRESSED = {
    Verb.CARD: (), Verb.EDIT: (), Verb.MOVE: ("title", "top"), Verb.LOOK: ("fonts",),
    Verb.RESTYLE: ("material", "title", "foil"), Verb.RECOLOUR: ("next",), Verb.TINT: (),
    Verb.PRINT: ("own",), Verb.VERSIONS: (), Verb.COMPARE: ("1.2", "go"), Verb.FORK: (),
    Verb.VOTE: (), Verb.DELETE: ("sure",), Verb.VARY: (), Verb.IDEA: (), Verb.CHANGE: (),
    Verb.MORE: (),
}  # fmt: skip
LOOKING = {Verb.FORK, Verb.VOTE}
"""What is everybody's who may look at a cover."""
OWNERS = {Verb.DELETE}
SUBMITTED = {Verb.EDIT: {"title": "Other"}, Verb.TINT: {"1": "gold"}}


def allowed(*, forkable, shared):
    """The table of rights, as settings describe it."""
    pressing = set(PRESSED) - LOOKING - OWNERS if shared else set()
    forking = {Verb.FORK} if forkable else set()
    return pressing | forking | ({Verb.VOTE} if forkable or shared else set())


@pytest.mark.parametrize("shared", [True, False])
@pytest.mark.parametrize("forkable", [True, False])
async def test_a_guest_may_do_what_the_settings_say_and_nothing_else(forkable, shared):
    place = Place(open_per_person=100)
    ada, guest = await place.somebody("ada"), await place.somebody("bo")
    version = (await place.options(ada, 2))[0]
    await prefers(place, ada, forkable=forkable, shared=shared)
    done = set()
    for verb, args in PRESSED.items():
        answers = await guest.press(act(verb, version.id, *args))
        if not any(isinstance(one, Hints) for one in answers):
            done.add(verb)
    assert done == allowed(forkable=forkable, shared=shared)


@pytest.mark.parametrize("shared", [True, False])
async def test_a_form_is_refused_like_its_button(shared):
    place = Place()
    ada, guest = await place.somebody("ada"), await place.somebody("bo")
    version = await place.cover(ada)
    await prefers(place, ada, shared=shared)
    for verb, values in SUBMITTED.items():
        answer = only(await guest.submit(act(verb, version.id), **values))
        assert isinstance(answer, Hints) is not shared


@pytest.mark.parametrize("language", LANGUAGES)
async def test_no_button_of_a_cover_that_is_gone_does_anything_but_say_so(language):
    place = Place()
    ada = await place.somebody(language=language)
    version = await place.cover(ada)
    await place.studio.remove(ada.person, version.cover)
    for stale in (version.id, "k3f8a2b4cd", ""):
        told = Words(language).say("chat-version-missing", version=stale)
        for verb, args in PRESSED.items():
            assert hint(await ada.press(act(verb, stale, *args))) == told, verb
        for verb, values in SUBMITTED.items():
            assert hint(await ada.submit(act(verb, stale), **values)) == told, verb
