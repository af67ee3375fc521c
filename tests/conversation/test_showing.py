"""Help, and the styles and genres that there are."""

import io

import pytest
from PIL import Image

from bot.conversation.act import Verb, act
from bot.conversation.answer import Says, Turns
from bot.conversation.commands import COMMANDS
from bot.conversation.forgiving import understood
from bot.conversation.language import LANGUAGES
from bot.conversation.rooms.showing import TOPICS
from bot.conversation.samples import sample
from config.styles import load_styles
from pipeline.domain.person import Preferences
from tests.conversation.place import button, buttons, form, only, pickers, said, ticket


@pytest.fixture
async def ada(place):
    return await place.somebody()


@pytest.mark.parametrize("name", ["help", "start"])
async def test_help_says_what_this_is_and_how_to_begin(ada, name):
    message = said(await ada.command(name))
    assert "book covers" in message.title
    assert "/cover title: The Quiet Lantern" in message.text
    assert button(message, Verb.BEGIN) == act(Verb.BEGIN)


async def test_the_example_is_as_one_types_it_on_a_platform_without_options(place):
    ada = await place.somebody(platform="telegram", forms=False)
    lines = said(await ada.command("help")).lines
    at = lines.index("/cover")
    assert lines[at + 1 : at + 3] == ("Title: The Quiet Lantern", "Genre: mystery")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_example_on_telegram_is_a_brief_that_can_be_sent_as_it_is(place, language):
    ada = await place.somebody(platform="telegram", forms=False, language=language)
    lines = list(said(await ada.command("help")).lines)
    read = understood("\n".join(lines[lines.index("/cover") + 1 :][:3]))
    assert set(map(str, read)) == {"title", "genre", "summary"}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_help_and_pages_with_a_picture_fit_the_messages_of_every_platform(place, language):
    """Discord shows 2,000 characters, Telegram 1,024 under a picture."""
    root = await place.somebody(language=language, admin=True)
    assert len(said(await root.command("help")).text) < 2000
    for page in ("0", "1", "2", "3", "genres"):
        assert len(said(await root.press(act(Verb.STYLES, page))).text) < 1024


async def test_every_command_is_told_and_that_of_admins_only_to_them(place, ada):
    everybody = said(await ada.command("help")).text
    assert all(f"/{spec.name}: " in everybody for spec in COMMANDS if not spec.admins)
    assert "/admin" not in everybody
    assert "/admin" in said(await (await place.somebody("root", admin=True)).command("help")).text


async def test_korean_names_its_commands_as_discord_shows_them(place):
    hana = await place.somebody("hana", language="ko")
    assert "/표지 제목: 바다의 편지" in said(await hana.command("help")).text


async def test_who_has_chosen_a_language_reads_names_that_every_app_understands(place):
    hana = await place.somebody("hana", language="ko")
    hana.person = await place.studio.prefer(hana.person, Preferences(language="ko"))
    assert "/cover 제목: 바다의 편지" in said(await hana.command("help")).text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("topic", TOPICS)
async def test_a_topic_turns_the_page_and_leads_back(place, language, topic):
    ada = await place.somebody(language=language)
    top = said(await ada.command("help"))
    answer = only(await ada.press(button(top, Verb.HELP, topic)))
    assert isinstance(answer, Turns)
    assert 3 <= len(answer.message.lines) <= 6
    assert len(answer.message.text) < 1500
    back = only(await ada.press(button(answer.message, Verb.HELP)))
    assert back.message == top


@pytest.mark.parametrize(
    ("forms", "way"), [(True, "Make a cover from this"), (False, "answer to it")]
)
async def test_a_picture_of_ones_own_is_brought_as_the_platform_does_it(place, forms, way):
    ada = await place.somebody(forms=forms)
    assert way in said(await ada.press(act(Verb.HELP, "making"))).text


async def test_help_says_whom_to_ask_where_somebody_is_named(place, ada):
    assert "whoever brought it" in said(await ada.command("help")).text
    await place.steward.name_contact("Mara, mara@example.org")
    assert "Run by Mara, mara@example.org." in said(await ada.command("help")).text


async def test_an_outage_stands_on_top_of_help(place, ada):
    await place.steward.announce("Drawing takes longer today.")
    assert said(await ada.command("help")).lines[0] == "⚠ Drawing takes longer today."


@pytest.mark.parametrize("language", LANGUAGES)
async def test_leafing_shows_every_style_once_and_comes_round(place, language):
    ada = await place.somebody(language=language)
    first = message = said(await ada.command("styles"))
    shown = []
    for _ in range(4):
        shown += [choice.value for one in pickers(message) for choice in one.choices]
        after = [one.act for one in buttons(message) if one.act.verb is Verb.STYLES][1]
        message = said(await ada.press(after))
    assert shown == [style.name for style in place.means.styles]
    assert message == first


async def test_a_style_is_told_by_its_name_its_manner_and_its_scene(place, ada):
    style = place.means.styles[0]
    line = said(await ada.command("styles")).lines[0]
    assert all(part in line for part in (style.english, style.english_manner, style.english_scene))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_no_style_says_its_name_twice(place, language):
    somebody = await place.somebody(language=language)
    for page in range(4):
        for line in said(await somebody.press(act(Verb.STYLES, str(page)))).lines:
            name, _, rest = line.partition(". ")[2].partition(": ")
            assert not rest.casefold().startswith(name.casefold())


async def test_who_asks_for_what_there_is_not_is_told_where_to_look(ada):
    assert "/help" in only(await ada.command("grurple")).text


async def test_a_style_begins_a_cover_in_it(place, ada):
    (picker,) = pickers(said(await ada.command("styles")))
    asked = form(await ada.press(picker.act.adding("papercut")))
    ordered = ticket(await ada.submit(asked.act, title="Small Hours"))
    cover = await place.studio.cover(ada.person, ordered.job.cover)
    assert (cover.brief.title, cover.brief.style) == ("Small Hours", "papercut")


async def test_the_genres_are_a_page_of_their_own(place, ada):
    styles = said(await ada.command("styles"))
    genres = said(await ada.press(button(styles, Verb.STYLES, "genres")))
    assert all(genre.label("en") in genres.text for genre in place.means.genres)
    assert said(await ada.press(button(genres, Verb.STYLES, "0"))) == styles


@pytest.mark.parametrize("page", ["99", "x", "-1"])
async def test_a_page_of_another_release_is_one_that_there_is(ada, page):
    assert pickers(said(await ada.press(act(Verb.STYLES, page))))


@pytest.mark.parametrize("verb", [Verb.STYLES, Verb.HELP])
async def test_a_button_from_elsewhere_leaves_its_message_as_it_is(ada, verb):
    answer = only(await ada.press(act(verb)))
    assert isinstance(answer, Says)
    assert answer.alone


async def test_a_page_of_styles_is_one_picture_that_says_what_it_shows(place, ada):
    (picture,) = said(await ada.command("styles")).pictures
    assert picture.source[:2] == b"\xff\xd8"
    assert all(style.english in picture.alt for style in place.means.styles[:4])


@pytest.mark.parametrize("style", load_styles(), ids=lambda style: style.name)
def test_every_style_has_an_example(style):
    with Image.open(io.BytesIO(sample(style.name))) as picture:
        assert picture.size == (360, 540)


async def test_styles_without_examples_are_told_in_words_alone(ada, monkeypatch):
    monkeypatch.setattr("bot.conversation.rooms.showing.sample", lambda _name: None)
    message = said(await ada.command("styles"))
    assert not message.pictures
    assert len(message.lines) == 4
