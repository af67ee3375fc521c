"""Taking along all that is kept about a person, in parts that a chat carries."""

import io
import json
import os
import zipfile

import pytest
from PIL import Image

from bot.conversation.act import Verb, act
from bot.conversation.answer import Says
from bot.conversation.rooms import taking_out
from tests.conversation import place as staged
from tests.conversation.measures import fits
from tests.conversation.place import Place, button, buttons, hint

PART = 300_000


@pytest.fixture
def place(monkeypatch):
    """A place whose pictures are noise, of 40 to 90 kB each as JPEG, and whose parts are small."""
    made = Place(open_per_person=100)
    made.part_bytes = PART
    monkeypatch.setattr(staged, "picture", _noise)
    return made


def _noise():
    file = io.BytesIO()
    Image.frombytes("RGB", (160, 240), os.urandom(160 * 240 * 3)).save(file, "PNG")
    return file.getvalue()


@pytest.fixture
async def ada(place):
    return await place.somebody()


def messages(answers):
    assert all(isinstance(one, Says) and one.alone for one in answers)
    return [fits(one.message) for one in answers]


def unpacked(shown):
    """All files of the messages' parts by name, each in one part only."""
    files = {}
    for message in shown:
        (document,) = message.documents
        assert document.size == len(document.source) <= PART
        with zipfile.ZipFile(io.BytesIO(document.source)) as zipped:
            assert zipped.testzip() is None
            fresh = {name: zipped.read(name) for name in zipped.namelist()}
        assert not files.keys() & fresh.keys()
        files |= fresh
    return files


async def everything(ada):
    """All messages: of the command, and of each button for more."""
    shown = messages(await ada.command("export"))
    while buttons(shown[-1]):
        shown += messages(await ada.press(button(shown[-1], Verb.TAKE)))
    return shown


async def test_little_comes_as_one_zip_with_pictures_for_the_person_alone(place, ada):
    await place.cover(ada)
    [message] = messages(await ada.command("export"))
    files = unpacked([message])
    assert message.documents[0].name == "articover-my-data.zip"
    assert {"profile.json", "notes.json", "jobs.json", "README-1.txt"} <= files.keys()
    assert sum(name.endswith(".jpg") for name in files) == 1
    assert "one cover with one version" in message.text
    assert "One picture" in message.text
    assert not message.rows


async def test_much_comes_in_parts_of_which_a_button_brings_the_next(place, ada):
    made = [version for _ in range(6) for version in await place.options(ada, 6)]
    shown = await everything(ada)
    files = unpacked(shown)
    pictures = [name for name in files if name.endswith(".jpg")]
    assert len(pictures) == len({version.preview for version in made}) == 36
    assert all(files[name].startswith(b"\xff\xd8\xff") for name in pictures)
    told = [json.loads(files[name])["id"] for name in files if name.endswith(("1.json", "2.json"))]
    assert {made[0].id, made[1].id} <= set(told)
    names = [message.documents[0].name for message in shown]
    assert names == [f"articover-my-data-{number + 1}.zip" for number in range(len(shown))]
    assert len(shown) > taking_out.PARTS


async def test_an_answer_says_exactly_what_is_not_in_it_yet(place, ada):
    for _ in range(6):
        await place.options(ada, 6)
    shown = messages(await ada.command("export"))
    assert len(shown) == taking_out.PARTS
    assert not any(message.rows for message in shown[:-1])
    left = 36 - sum(name.endswith(".jpg") for name in unpacked(shown))
    assert f"the pictures of {left} versions of" in shown[-1].text


async def test_newest_covers_come_first_and_all_data_before_any_picture(place, ada):
    for title in ("Old", "New"):
        await place.options(ada, 6, title=title)
    names = list(unpacked(await everything(ada)))
    data = [at for at, name in enumerate(names) if name.endswith(".json")]
    pictures = [at for at, name in enumerate(names) if name.endswith(".jpg")]
    assert max(data) < min(pictures)
    assert [" New " in names[at] for at in pictures] == [True] * 6 + [False] * 6


async def test_nothing_goes_on_where_a_cover_was_removed_meanwhile(place, ada):
    for _ in range(6):
        await place.options(ada, 6)
    shown = messages(await ada.command("export"))
    pressed = button(shown[-1], Verb.TAKE)
    await place.studio.remove(ada.person, pressed.arg(2))
    assert "/export" in hint(await ada.press(pressed))


async def test_nobody_takes_what_is_of_another(place, ada):
    bo = await place.somebody("bo")
    cover = (await place.cover(bo, title="Of Bo")).cover
    assert not any("Of Bo" in name for name in unpacked(messages(await ada.command("export"))))
    theirs = act(Verb.TAKE, bo.person.id, "p", cover, "0", "1")
    assert "somebody else" in hint(await ada.press(theirs))
    mine = act(Verb.TAKE, ada.person.id, "p", cover, "0", "1")
    assert "/export" in hint(await ada.press(mine))


async def test_a_button_that_nobody_knows_begins_anew(place, ada):
    await place.cover(ada)
    for args in ((), (ada.person.id,), (ada.person.id, "x", "y", "z", "w")):
        assert len(messages(await ada.press(act(Verb.TAKE, *args)))) == 1


async def test_more_covers_than_a_page_holds_are_counted(place, ada, monkeypatch):
    monkeypatch.setattr(taking_out, "_PAGE", 2)
    for _ in range(5):
        await place.cover(ada)
    assert "5 covers with 5 versions" in messages(await ada.command("export"))[0].text


async def test_it_speaks_korean(place):
    hana = await place.somebody("hana", language="ko")
    for _ in range(6):
        await place.options(hana, 6)
    shown = messages(await hana.command("export"))
    assert "표지 6개와 판 36개" in shown[0].text
    assert "아직 보내지 않은 것: 표지" in shown[-1].text
