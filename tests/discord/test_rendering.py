"""Messages in Discord's manner: nothing of a person's words becomes more than words."""

import io
import os
import re
from dataclasses import replace

import discord
import pytest
from PIL import Image

from bot.conversation.act import Verb, act
from bot.conversation.caller import Screen, View
from bot.conversation.message import (
    Button,
    Choice,
    Document,
    Link,
    Message,
    Picker,
    Picture,
    Poll,
)
from bot.conversation.words import Words
from bot.discord.attachments import Attaching, safe_name
from bot.discord.components import act_pressed, view_of
from bot.discord.escaping import content, escaped, length
from bot.discord.failures import Trouble, trouble_of
from bot.discord.places import By, Place, Spot
from bot.discord.rendering import Rendering, poll_of
from bot.discord.settings import DiscordSettings
from tests.conversation.place import picture

ESCAPED = re.compile(r"\\([^A-Za-z0-9\s])")


@pytest.mark.parametrize("text", [
    "plain words, 3 of them!", "*bold* _lines_ ~~gone~~ ||hidden||", "`code` ```block```",
    "<@123> <#4> <t:0> <:smile:5> @everyone @here", "[a link](https://example.org)",
    "https://example.org and discord.gg/abc", "# title\n-# small\n> quote\n- list\n1. one",
    ":smile: :flag_kr:", "\\already\\", "한국어 제목 — 「책」", "a*b*c_d_e",
])  # fmt: skip
def test_what_is_escaped_is_read_as_it_was_written(text):
    assert ESCAPED.sub(r"\1", escaped(text)) == text


@pytest.mark.parametrize(("text", "seen"), [
    ("*a*", r"\*a\*"), ("<@1>", r"\<@1>"), ("@everyone", r"\@everyone"), ("# a", r"\# a"),
    ("https://a.b", r"https\://a.b"), ("1. a", r"1\. a"), ("[a](b)", r"\[a](b)"),
    (":smile:", r"\:smile:"), ("|| a", r"\|\| a"), ("> a", r"\> a"),
])  # fmt: skip
def test_marks_mentions_links_and_emoji_are_escaped(text, seen):
    assert escaped(text) == seen


def test_plain_prose_stays_as_it_is():
    text = "Small Hours: a novel (2nd ed.), 12:30 — it's a-ok."
    assert escaped(text) == text


def test_characters_that_hide_or_turn_others_go():
    assert escaped("a\u202eb\u200bc\u2066d\ufeffe\x00f") == "abcdef"


def test_where_several_can_be_chosen_those_that_are_stay_ticked_and_none_can_be():
    choices = (Choice(label="1", value="a", chosen=True), Choice(label="2", value="b"))
    several = Picker(act=act(Verb.ERASE, "v"), prompt="Which?", choices=choices, several=True)
    (menu,) = (one.item for one in view_of((several,)).children)
    assert (menu.min_values, menu.max_values) == (0, 2)
    assert [one.default for one in menu.options] == [True, False]
    assert act_pressed(menu.custom_id, ("a", "b")) == act(Verb.ERASE, "v", "ab")
    assert act_pressed(menu.custom_id, ()) == act(Verb.ERASE, "v")


def test_half_a_character_does_no_harm():
    assert escaped("Half \ud83d done") == "Half \ufffd done"
    assert length(content("\ud83d" * 3000, ("\udc00" * 3000,), 2000)) <= 2000


def test_the_title_is_bold_and_on_one_line():
    assert content("The *Salt*\nArchive", ("By Ada",), 2000) == "**The \\*Salt\\* Archive**\nBy Ada"


@pytest.mark.parametrize("line", ["*" * 3000, "word " * 900, "가나다라 " * 700, "😀" * 1500])
def test_no_message_is_longer_than_discord_takes(line):
    said = content("Title", (line, "never seen"), 2000)
    assert 1500 < length(said) <= 2000 and said.endswith("…")


async def shown(message, limit=10_000_000):
    async def blobs(sha):
        return {"a" * 64: picture()}[sha]

    async def keep(one):
        return one

    return await Rendering(Attaching(blobs)).sent(message, Words("en"), limit, keep)


async def test_pictures_carry_what_they_show():
    found = await shown(
        Message(pictures=(Picture(source="a" * 64, name="c.png", alt="한" * 2000),))
    )
    (file,) = found.uploads
    assert file.filename == "c.png" and file.description == "한" * 1023 + "…"


async def test_a_picture_is_named_by_what_it_is():
    Image.open(io.BytesIO(picture())).save(photo := io.BytesIO(), "JPEG")
    for file_, name in ((photo.getvalue(), "preview.jpg"), (picture(), "preview.png")):
        preview = Picture(source=file_, name="preview.png", alt="A cover so far")
        (file,) = (await shown(Message(pictures=(preview,)))).uploads
        assert file.filename == name


async def test_an_edit_without_pictures_leaves_those_that_are_there():
    assert (await shown(Message(lines=("One",)))).files is None


async def test_more_files_than_ten_are_said_to_be_missing():
    many = tuple(Picture(source="a" * 64, name=f"{n}.png", alt="") for n in range(12))
    found = await shown(Message(pictures=many))
    assert len(found.files) == 10 and "10.png, 11.png are too large" in found.content


async def test_a_picture_that_is_too_large_is_made_smaller_and_said_to_be():
    noise = io.BytesIO()
    Image.frombytes("RGB", (300, 300), os.urandom(270_000)).save(noise, "PNG")
    art = Picture(source=noise.getvalue(), name="cover.png", alt="Noise")
    found = await shown(Message(pictures=(art,)), 60_000)
    assert found.files[0].name == "cover.jpg" and len(found.files[0].content) <= 60_000
    assert "cover.png was too large" in found.content


async def test_a_document_that_nothing_makes_smaller_is_said_to_be_kept():
    whole = Document(source=b"x" * 100, name="cover.pdf", size=100)
    found = await shown(Message(documents=(whole,)), 50)
    assert found.files == () and "cover.pdf is too large" in found.content


async def test_what_stands_in_for_a_document_says_how_it_differs_where_it_is_sent():
    handy = Document(source=b"x", name="handy.pdf", size=1, note="It is packed more tightly.")
    whole = Document(source=b"x" * 100, name="cover.pdf", size=100, smaller=handy)
    found = await shown(Message(documents=(whole,)), 50)
    assert [one.name for one in found.files] == ["handy.pdf"]
    assert "cover.pdf was too large" in found.content
    assert handy.note in found.content
    assert handy.note not in (await shown(Message(documents=(whole,)), 100)).content


async def test_a_picture_among_the_documents_says_what_it_shows():
    print_file = Document(source=b"x", name="cover.png", size=1, alt="A lighthouse")
    (found,) = (await shown(Message(documents=(print_file,)), 50)).files
    assert found.file().description == "A lighthouse"


@pytest.mark.parametrize(("name", "safe"), [
    ("cover.png", "cover.png"), ("표지 하나.png", "표지-하나.png"), ("../../etc/passwd", "etc-passwd"),
    ('a"\r\nX: y.png', "a-X-y.png"), ("SPOILER_a.png", "a.png"), ("…", "file"), ("x" * 300, "x" * 100),
])  # fmt: skip
def test_a_files_name_is_no_path_and_no_header(name, safe):
    assert safe_name(name) == safe


def button(label, verb=Verb.STATUS, *args):
    return Button(label=label, act=act(verb, *args))


async def test_buttons_and_menus_stay_within_discords_limits():
    choices = tuple(Choice(label="x" * 200, value=f"{n}", note="y" * 200) for n in range(40))
    picker = Picker(act=act(Verb.SETTINGS, "genre"), prompt="z" * 300, choices=choices)
    rows = (
        picker,
        *(tuple(button(f"{n}" * 99, Verb.PICK, f"v{n}") for n in range(8)) for _ in range(7)),
    )
    sent = view_of(rows).to_components()
    assert [len(row["components"]) for row in sent] == [1, 5, 5, 5, 5]
    menu, (first, *_) = sent[0]["components"][0], sent[1]["components"]
    assert len(menu["options"]) == 25 and len(menu["placeholder"]) == 150
    assert len(menu["options"][0]["label"]) == len(menu["options"][0]["description"]) == 100
    assert len(first["label"]) == 80
    ids = [one["custom_id"] for row in sent for one in row["components"]]
    assert len(set(ids)) == len(ids) and max(map(len, ids)) <= 100


async def test_the_same_act_twice_is_the_same_press():
    (row,) = view_of(((button("One"), button("Two")),)).to_components()
    assert [act_pressed(one["custom_id"], ()) for one in row["components"]] == [
        act(Verb.STATUS)
    ] * 2


def test_a_choice_is_the_act_with_its_value_and_a_forged_one_is_none():
    assert act_pressed("a:se:language", ("ko",)) == act(Verb.SETTINGS, "language", "ko")
    assert act_pressed("a:se:language", ("한국어",)) is None
    assert act_pressed("a:zz:gone", ()) is None
    assert act_pressed("somebody else's", ()) is None


def test_a_poll_is_cut_to_what_discord_takes():
    asked = Poll(question="q" * 400, answers=tuple(f"{n}" * 90 for n in range(12)), hours=9999)
    sent = poll_of(asked)._to_dict()
    assert len(sent["question"]["text"]) == 300 and sent["duration"] == 768
    assert [len(one["poll_media"]["text"]) for one in sent["answers"]] == [55] * 10
    assert isinstance(sent["duration"], int)


PLACE = Place(user=1, channel=2, guild=3, message=4, application=5, interaction=6, token="key",
              token_until=7.5, limit=8, alone=True, first=False)  # fmt: skip


def test_a_place_outlives_the_process_and_shows_its_key_nowhere():
    address = PLACE.address(View(screen=Screen.MOVE, about="title", here=True), "ko")
    assert Place.of(address) == PLACE
    assert "key" not in repr(PLACE) + repr(address)


@pytest.mark.parametrize("spot", [
    Spot(channel=1, message=2), Spot(channel=1, message=2, by=By.RESPONSE, alone=True),
])  # fmt: skip
def test_a_spot_outlives_the_process(spot):
    assert Spot.of(spot.text) == spot


@pytest.mark.parametrize(("view", "first", "hidden"), [
    (View(screen=Screen.SHEET), True, True), (View(screen=Screen.SHEET), False, False),
    (View(screen=Screen.CARD, here=True), False, True), (View(screen=Screen.FILES), False, True),
])  # fmt: skip
def test_results_for_one_person_are_told_from_those_for_the_group(view, first, hidden):
    assert replace(PLACE, first=first).hides(view) is hidden
    assert not replace(PLACE, first=first, alone=False).hides(view)


def test_the_token_is_in_no_repr_of_the_settings():
    assert "secret" not in repr(DiscordSettings(token="secret"))


class Answer:
    """As much of an HTTP response as the library's errors look at."""

    def __init__(self, status):
        self.status, self.reason = status, "reason"


@pytest.mark.parametrize(("status", "code", "trouble"), [
    (401, 50027, Trouble.TOKEN), (404, 10015, Trouble.TOKEN), (404, 10062, Trouble.TOKEN),
    (404, 10008, Trouble.MESSAGE), (404, 10003, Trouble.CHANNEL), (403, 50001, Trouble.CHANNEL),
    (403, 50013, Trouble.CHANNEL), (403, 50007, Trouble.CLOSED), (413, 40005, Trouble.LARGE),
    (413, 0, Trouble.LARGE), (400, 40005, Trouble.LARGE), (429, 0, Trouble.AWAY),
    (500, 0, Trouble.AWAY), (503, 0, Trouble.AWAY), (400, 50035, Trouble.REFUSED),
])  # fmt: skip
def test_every_refusal_has_its_meaning(status, code, trouble):
    told = {"code": code, "message": "refused"}
    assert trouble_of(discord.HTTPException(Answer(status), told)) is trouble


def test_a_bug_is_no_trouble_of_discords():
    assert trouble_of(KeyError("x")) is None
    assert trouble_of(ConnectionResetError()) is Trouble.AWAY


def test_a_link_is_a_button_that_opens_its_address():
    link = Link(label="Download PDF (12 MB)", address="https://covers.example/d/x_y")
    back = Button(label="Back", act=act(Verb.STATUS))
    (row,) = view_of(((link, back),)).to_components()
    assert [one.get("url") for one in row["components"]] == [link.address, None]
    assert "custom_id" not in row["components"][0]


def test_links_alone_are_buttons_too():
    link = Link(label="Download", address="https://covers.example/d/x")
    assert view_of(((link,),)) is not None
