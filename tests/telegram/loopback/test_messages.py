"""What the server does with messages: as Telegram, it refuses and it shows."""

import json

import pytest
from aiohttp import ClientSession
from telegram import (
    BotCommandScopeAllPrivateChats,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    MessageEntity,
    ReplyParameters,
)
from telegram.error import (
    BadRequest,
    NetworkError,
)

from tests.telegram.loopback.clients import asked
from tests.telegram.pictures import picture

KEYS = InlineKeyboardMarkup([[InlineKeyboardButton("Pick", callback_data="a:pk:v1")]])


def keys(data):
    return json.dumps({"inline_keyboard": [[{"text": "한", "callback_data": data}]]})


REFUSED = {
    "text": ({"text": "x" * 4097}, "message is too long", "text length"),
    "astral text": ({"text": "\N{ROCKET}" * 2049}, "message is too long", "text length"),
    "no text": ({"text": " \n "}, "message text is empty", "text"),
    "callback data": ({"text": "x", "reply_markup": keys("한" * 22)}, "BUTTON_DATA_INVALID",
                      "callback_data"),
    "no data": ({"text": "x", "reply_markup": keys("")}, "BUTTON_DATA_INVALID", "callback_data"),
    "HTML": ({"text": "<b>x", "parse_mode": "HTML"}, "Can't find end tag", "HTML"),
    "tag": ({"text": "a < b <3", "parse_mode": "HTML"}, "Unclosed start tag", "HTML"),
    "unknown tag": ({"text": "<h1>x</h1>", "parse_mode": "HTML"}, "Unsupported start tag", "HTML"),
    "crossed": ({"text": "<b><i>x</b></i>", "parse_mode": "HTML"}, "Unmatched end tag", "HTML"),
    "entity": ({"text": "x", "entities": json.dumps([{"type": "bold", "offset": 0, "length": 2}])},
               "ENTITY_BOUNDS_INVALID", "entities"),
    "cut entity": (
        {"text": "\N{ROCKET}!", "entities": json.dumps([{"type": "bold", "offset": 1, "length": 1}])},
        "ENTITY_BOUNDS_INVALID", "entities"),
}  # fmt: skip


@pytest.mark.parametrize(("given", "words", "rule"), REFUSED.values(), ids=REFUSED)
async def test_a_message_that_telegram_refuses_is_refused_and_noted(
    server, ada, given, words, rule
):
    answer = await asked(server, "sendMessage", chat_id=ada.id, **given)
    assert (answer["ok"], answer["error_code"]) == (False, 400)
    assert answer["description"].startswith("Bad Request: ")
    assert words in answer["description"]
    assert [one.rule for one in server.violations] == [rule]
    assert ada.chat.posts == []


async def test_lengths_are_counted_when_the_markup_is_read(bot, ada):
    await bot.send_message(ada.id, f"<b>{'x' * 4000}</b>{'&amp;' * 96}", parse_mode="HTML")
    assert ada.chat.last.text == "x" * 4000 + "&" * 96
    assert ada.chat.last.entities == [{"type": "bold", "offset": 0, "length": 4000}]


async def test_entities_keep_their_place_when_blanks_go(bot, ada):
    bold = [MessageEntity("bold", 2, 3)]
    await bot.send_message(ada.id, "\n\nYes ", entities=bold)
    assert (ada.chat.last.text, ada.chat.last.entities[0]["offset"]) == ("Yes", 0)


async def test_a_parameter_that_there_is_not_is_noted(server, ada):
    assert (await asked(server, "sendMessage", chat_id=ada.id, text="x", alt="y"))["ok"]
    assert [one.detail for one in server.violations] == ["there is no ['alt']"]


async def test_a_method_that_there_is_not_is_not_found(server):
    answer = await asked(server, "sendCover")
    assert answer == {"ok": False, "error_code": 404, "description": "Not Found"}
    assert [one.rule for one in server.violations] == ["method"]


async def test_what_a_method_cannot_do_without_is_demanded(server, ada):
    for method, given in [("sendMessage", {"text": "x"}), ("sendPhoto", {"chat_id": ada.id})]:
        assert (await asked(server, method, **given))["error_code"] == 400
    assert [one.rule for one in server.violations] == ["parameter"] * 2


KEYBOARDS = {
    "two kinds": {"inline_keyboard": [], "keyboard": []},
    "no deed": {"inline_keyboard": [[{"text": "x"}]]},
    "two deeds": {"inline_keyboard": [[{"text": "x", "callback_data": "a", "url": "https://x.y"}]]},
    "no label": {"inline_keyboard": [[{"text": " ", "callback_data": "a"}]]},
    "wide": {"inline_keyboard": [[{"text": "x", "callback_data": "a"}] * 9]},
    "many": {"inline_keyboard": [[{"text": "x", "callback_data": "a"}] * 8] * 13},
    "no address": {"inline_keyboard": [[{"text": "x", "url": "articover"}]]},
    "empty reply button": {"keyboard": [[{"text": ""}]]},
}


@pytest.mark.parametrize("given", KEYBOARDS.values(), ids=KEYBOARDS)
async def test_a_keyboard_that_telegram_refuses_is_refused_and_noted(server, ada, given):
    answer = await asked(server, "sendMessage", chat_id=ada.id, text="x", reply_markup=given)
    assert answer["error_code"] == 400
    assert len(server.violations) == 1


async def test_a_message_is_not_edited_to_or_from_a_reply_keyboard(server, ada, time):
    reply = {"keyboard": [[{"text": "Skip"}]]}
    sent = await asked(server, "sendMessage", chat_id=ada.id, text="x", reply_markup=reply)
    time.now += 1
    about = {"chat_id": ada.id, "message_id": sent["result"]["message_id"], "text": "y"}
    assert "can't be edited" in (await asked(server, "editMessageText", **about))["description"]
    plain = await asked(server, "sendMessage", chat_id=ada.id, text="x")
    about = about | {"message_id": plain["result"]["message_id"], "reply_markup": reply}
    assert "inline keyboard" in (await asked(server, "editMessageText", **about))["description"]
    assert [one.rule for one in server.violations] == ["edit", "keyboard"]


PHOTOS = {
    "not a picture": (b"no picture at all", "IMAGE_PROCESS_FAILED", "photo"),
    "empty": (b"", "non-empty", "file"),
    "half a picture": (picture(300, 300)[:400], "IMAGE_PROCESS_FAILED", "photo"),
    "edges": (picture(6_000, 4_001), "PHOTO_INVALID_DIMENSIONS", "photo dimensions"),
    "ratio": (picture(2_100, 100), "PHOTO_INVALID_DIMENSIONS", "photo dimensions"),
    "size": (picture(10, 10) + bytes(10_000_000), "too big for a photo", "photo size"),
}


@pytest.mark.parametrize(("content", "words", "rule"), PHOTOS.values(), ids=PHOTOS)
async def test_a_photo_that_telegram_refuses_is_refused_and_noted(
    server, bot, ada, content, words, rule
):
    with pytest.raises(BadRequest, match=f"(?i){words}"):
        await bot.send_photo(ada.id, content)
    assert [one.rule for one in server.violations] == [rule]


async def test_a_photo_is_shown_and_can_be_fetched_and_sent_again(server, bot, ada, time):
    sent = await bot.send_photo(ada.id, picture(4_000, 2_000), caption="A castle")
    assert (sent.photo[-1].width, sent.photo[-1].height) == (1280, 640)
    file = await bot.get_file(sent.photo[-1].file_id)
    assert bytes(await file.download_as_bytearray()) == ada.chat.last.media.content
    time.now += 1
    await bot.send_photo(ada.id, sent.photo[-1].file_id)
    assert server.broken() == []


async def test_a_document_is_kept_byte_for_byte_up_to_fifty_megabytes(server, bot, ada):
    await bot.send_document(ada.id, b"%PDF" + bytes(1000), filename="표지.pdf")
    assert (ada.chat.last.media.name, ada.chat.last.media.content[:4]) == ("표지.pdf", b"%PDF")
    with pytest.raises(NetworkError, match=r"(?i)Too Large"):
        await bot.send_document(ada.id, bytes(50_000_001), filename="large.bin")
    assert [one.rule for one in server.violations] == ["document size"]


async def test_an_album_has_two_to_ten_items_and_no_keyboard(server, bot, ada, time):
    items = [InputMediaPhoto(picture(20 + n, 20), caption=f"{n}") for n in range(3)]
    sent = await bot.send_media_group(ada.id, items)
    assert len({message.media_group_id for message in sent}) == 1
    assert [post.caption for post in ada.chat.posts] == ["0", "1", "2"]
    time.now += 1
    with pytest.raises(BadRequest, match=r"(?i)too few"):
        await bot.send_media_group(ada.id, items[:1])
    with pytest.raises(BadRequest, match=r"(?i)too many"):
        await bot.send_media_group(ada.id, items * 4)
    await bot.send_media_group(ada.id, items, api_kwargs={"reply_markup": KEYS.to_json()})
    assert [one.rule for one in server.violations] == ["album", "album", "parameter"]


@pytest.mark.parametrize(
    ("question", "options", "rule"),
    [
        ("x" * 301, ["a", "b"], "poll question"),
        ("x", ["a"], "poll options"),
        ("x", [str(n) for n in range(13)], "poll options"),
        ("x", ["a", "b" * 101], "poll option"),
    ],
    ids=["question", "one", "thirteen", "long"],
)
async def test_a_poll_that_telegram_refuses_is_refused_and_noted(
    server, bot, ada, question, options, rule
):
    with pytest.raises(BadRequest):
        await bot.send_poll(ada.id, question, options)
    assert [one.rule for one in server.violations] == [rule]


async def test_texts_and_captions_are_edited_each_in_its_way(server, bot, ada, time):
    text = await bot.send_message(ada.id, "Queued")
    time.now += 1
    photo = await bot.send_photo(ada.id, picture(20, 20), caption="Sheet", reply_markup=KEYS)
    time.now += 1
    await bot.edit_message_text("Drawing", ada.id, text.message_id, reply_markup=KEYS)
    time.now += 1
    await bot.edit_message_caption(ada.id, photo.message_id, caption="Card")
    time.now += 1
    await bot.edit_message_media(InputMediaPhoto(picture(30, 30)), ada.id, text.message_id)
    first, second = ada.chat.posts
    assert (first.media.size, first.text, second.caption, second.labels) == (
        (30, 30),
        "",
        "Card",
        [],
    )
    assert (len(first.history), server.broken()) == (2, [])


async def test_edits_of_the_wrong_kind_are_refused_and_noted(server, bot, ada, time):
    text = await bot.send_message(ada.id, "Queued")
    time.now += 1
    photo = await bot.send_photo(ada.id, picture(20, 20))
    time.now += 1
    with pytest.raises(BadRequest, match=r"(?i)no text in the message"):
        await bot.edit_message_text("x", ada.id, photo.message_id)
    with pytest.raises(BadRequest, match=r"(?i)no caption in the message"):
        await bot.edit_message_caption(ada.id, text.message_id, caption="x")
    with pytest.raises(BadRequest, match=r"(?i)not found"):
        await bot.edit_message_text("x", ada.id, 99)
    with pytest.raises(BadRequest, match=r"(?i)message is not modified"):
        await bot.edit_message_text("Queued", ada.id, text.message_id)
    assert [one.rule for one in server.violations] == ["edit"] * 3


async def test_the_message_of_somebody_else_is_not_edited(server, bot, ada):
    post = await ada.says("mine")
    with pytest.raises(BadRequest, match=r"(?i)can't be edited"):
        await bot.edit_message_text("yours", ada.id, post.id)
    assert [one.rule for one in server.violations] == ["edit"]


async def test_messages_go_and_are_gone(bot, ada, time):
    sent = await bot.send_message(ada.id, "x")
    time.now += 1
    await bot.delete_message(ada.id, sent.message_id)
    assert ada.chat.posts == []
    with pytest.raises(BadRequest, match=r"(?i)message to delete not found"):
        await bot.delete_message(ada.id, sent.message_id)
    with pytest.raises(BadRequest, match=r"(?i)message to edit not found"):
        await bot.edit_message_text("y", ada.id, sent.message_id)
    with pytest.raises(BadRequest, match=r"(?i)message to be replied not found"):
        await bot.send_message(ada.id, "y", reply_parameters=ReplyParameters(sent.message_id))
    lenient = ReplyParameters(sent.message_id, allow_sending_without_reply=True)
    assert (await bot.send_message(ada.id, "y", reply_parameters=lenient)).reply_to_message is None


async def test_a_message_is_deleted_within_two_days(bot, ada):
    sent = await bot.send_message(ada.id, "x")
    ada.chat.last.at -= 49 * 3600
    with pytest.raises(BadRequest, match=r"(?i)can't be deleted"):
        await bot.delete_message(ada.id, sent.message_id)


async def test_the_bot_says_what_it_is_in_each_language(server, bot):
    await bot.set_my_short_description("표지를 만드는 봇", language_code="ko")
    assert (await bot.get_my_short_description("ko")).short_description == "표지를 만드는 봇"
    assert (await bot.get_my_short_description()).short_description == ""
    with pytest.raises(BadRequest):
        await bot.set_my_description("x" * 513)
    with pytest.raises(BadRequest):
        await bot.set_my_commands([("cover", "x")], language_code="kor")
    assert [one.rule for one in server.violations] == ["Description", "language_code"]


async def test_who_looks_after_a_group_is_told(server, bot, ada):
    group, bo = server.people.group(), server.people.user("Bo")
    group.admins.add(ada.id)
    statuses = [(await bot.get_chat_member(group.id, one.id)).status for one in (ada, bo)]
    assert statuses == ["administrator", "member"]
    assert (await bot.get_chat(group.id)).title == "Writers"


async def test_commands_are_kept_by_scope_and_language(server, bot):
    korean = {"language_code": "ko", "scope": BotCommandScopeAllPrivateChats()}
    await bot.set_my_commands([("cover", "Make a cover")])
    await bot.set_my_commands([("cover", "표지 만들기")], **korean)
    assert (await bot.get_my_commands())[0].description == "Make a cover"
    assert (await bot.get_my_commands(**korean))[0].description == "표지 만들기"
    await bot.delete_my_commands(**korean)
    assert await bot.get_my_commands(**korean) == ()
    for commands in ([("Cover", "x")], [("x", "")], [(f"c{n}", "x") for n in range(101)]):
        with pytest.raises(BadRequest):
            await bot.set_my_commands(commands)
    rules = [one.rule for one in server.violations]
    assert rules == ["command name", "command description", "commands"]


async def test_requests_may_be_json_as_well(server, ada):
    async with ClientSession() as session:
        body = {"chat_id": ada.id, "text": "x", "reply_markup": {"inline_keyboard": []}}
        url = f"{server.base}/bot{server.token}/sendMessage"
        async with session.post(url, json=body) as answer:
            assert (await answer.json())["result"]["text"] == "x"
    assert server.broken() == []
