"""What a person prefers, to look at and to change."""

import pytest

from bot.conversation.act import Verb, act
from bot.conversation.answer import Says, Turns
from bot.conversation.rooms.preferring import Key, format_value
from config.formats import load_formats
from pipeline.domain.format import find_format
from pipeline.domain.person import Preferences
from tests.conversation.place import button, buttons, hint, only, pickers, said


@pytest.fixture
async def ada(place):
    return await place.somebody()


async def preferences(place, name="ada"):
    """As they are kept, for who comes back."""
    return (await place.studio.meet("discord", name)).preferences


async def chosen(who, key, value):
    """Press through the screens to a value of a setting."""
    door = button(said(await who.command("settings")), Verb.SETTINGS, who.person.id, key)
    screen = said(await who.press(door))
    acts = [
        one.act.adding(c.value) for one in pickers(screen) for c in one.choices if c.value == value
    ]
    return only(await who.press(acts[0]))


async def test_everything_that_can_be_set_is_told_and_has_a_door(ada):
    answer = only(await ada.command("settings"))
    assert isinstance(answer, Says)
    assert answer.alone
    assert len(answer.message.lines) == len(Key) == len(buttons(answer.message))
    assert "Language: as your app is set" in answer.message.lines
    assert "Who else may use your covers: others may look and fork" in answer.message.lines


@pytest.mark.parametrize(
    ("key", "value", "kept"),
    [
        ("language", "ko", Preferences(language="ko")),
        ("format", "a5", Preferences(format="a5")),
        ("format", "singukpan", Preferences(format="신국판")),
        ("genre", "mystery", Preferences(genre="mystery")),
        ("privacy", "closed", Preferences(forkable=False, shared=False)),
        ("privacy", "open", Preferences(forkable=True, shared=False)),
        ("privacy", "shared", Preferences(forkable=True, shared=True)),
    ],
)
async def test_what_is_chosen_is_kept_and_shown_at_once(place, ada, key, value, kept):
    answer = await chosen(ada, key, value)
    assert isinstance(answer, Turns)
    assert answer.message.lines[0] in {"Kept.", "저장했습니다."}
    assert await preferences(place) == kept


@pytest.mark.parametrize("key", ["language", "format", "genre"])
async def test_a_setting_is_taken_back_and_the_others_stay(place, ada, key):
    before = Preferences(language="en", format="a5", genre="mystery", forkable=False)
    await place.studio.prefer(ada.person, before)
    ada.person = await place.studio.meet("discord", "ada")
    await chosen(ada, key, "default")
    after = await preferences(place)
    assert getattr(after, key) == ""
    assert not after.forkable
    assert sum(bool(one) for one in (after.language, after.format, after.genre)) == 2


async def test_another_language_is_spoken_at_once(ada):
    answer = await chosen(ada, "language", "ko")
    assert answer.message.title == "내 설정"
    assert "언어: 한국어" in answer.message.lines


async def test_choices_fit_a_picker_of_every_platform(place, ada):
    for key in Key:
        screen = said(await ada.press(act(Verb.SETTINGS, ada.person.id, key)))
        assert len(screen.rows) <= 5
        assert all(1 <= len(one.choices) <= 25 for one in pickers(screen))
        assert button(screen, Verb.SETTINGS, ada.person.id, "all")
        for one in pickers(screen):
            assert all(len(one.act.adding(c.value).wire) <= 64 for c in one.choices)
            assert all(len(c.label) <= 60 and len(c.note) <= 100 for c in one.choices)


async def test_every_genre_and_format_can_be_chosen(place, ada):
    for key, all_of_them in (("genre", place.means.genres), ("format", place.means.formats)):
        screen = said(await ada.press(act(Verb.SETTINGS, ada.person.id, key)))
        assert sum(len(one.choices) for one in pickers(screen)) == len(all_of_them) + 1


def test_a_button_can_carry_every_format():
    formats = load_formats()
    assert [find_format(format_value(one), formats) for one in formats] == list(formats)


async def test_back_leads_to_all_settings_in_place(ada):
    screen = said(await ada.press(act(Verb.SETTINGS, ada.person.id, "genre")))
    answer = only(await ada.press(button(screen, Verb.SETTINGS, ada.person.id, "all")))
    assert isinstance(answer, Turns)
    assert answer.message.title == "Your settings"


async def test_what_is_set_stands_on_the_screen_of_its_choices(place, ada):
    await chosen(ada, "format", "a5")
    ada.person = await place.studio.meet("discord", "ada")
    screen = said(await ada.press(act(Verb.SETTINGS, ada.person.id, "format")))
    assert "Now: A5, 148 × 210 mm" in screen.lines


@pytest.mark.parametrize("args", [("language", "tlh"), ("privacy", "odd")])
async def test_a_value_of_another_release_changes_nothing_and_is_told(place, ada, args):
    assert "do not know that" in hint(await ada.press(act(Verb.SETTINGS, ada.person.id, *args)))
    assert await preferences(place) == Preferences()


async def test_a_genre_that_is_gone_is_told_and_shown_as_it_was_kept(place, ada):
    assert "zzgrx" in hint(await ada.press(act(Verb.SETTINGS, ada.person.id, "genre", "zzgrx")))
    await place.store.people.prefer(ada.person.id, Preferences(genre="zzgrx", format="zzgrx"))
    ada.person = await place.studio.meet("discord", "ada")
    assert said(await ada.command("settings")).text.count("zzgrx") == 2


async def test_nobody_sets_anything_on_the_screen_of_another(place, ada):
    bo = await place.somebody("bo")
    told = hint(await bo.press(act(Verb.SETTINGS, ada.person.id, "privacy", "shared")))
    assert "somebody else's" in told
    assert await preferences(place, "bo") == await preferences(place) == Preferences()


async def test_the_screen_speaks_korean_throughout(place):
    hana = await place.somebody("hana", language="ko")
    for key in Key:
        screen = said(await hana.press(act(Verb.SETTINGS, hana.person.id, key)))
        assert any("가" <= char <= "힣" for char in screen.title + "".join(screen.lines))
        assert button(screen, Verb.SETTINGS, hana.person.id, "all")
