"""What updates say to us, and what is none of our business."""

import pytest
from telegram import Update

from bot.telegram.hearing import (
    Commanded,
    Joined,
    Me,
    Moved,
    Pictured,
    Pressed,
    Said,
    art_reference,
    hear,
)

ME = Me(id=7, username="cover_bot", commands={"cover", "help", "start"})
ADA = {"id": 1, "is_bot": False, "first_name": "Ada", "language_code": "ko-KR"}
BOT = {"id": 7, "is_bot": True, "first_name": "Covers", "username": "cover_bot"}
PRIVATE = {"id": 1, "type": "private"}
GROUP = {"id": -5, "type": "supergroup", "title": "Writers"}
PHOTO = [{"file_id": "s", "file_unique_id": "s", "width": 9, "height": 9, "file_size": 5},
         {"file_id": "big", "file_unique_id": "b", "width": 90, "height": 90, "file_size": 500}]  # fmt: skip
PAPER = {"file_id": "doc", "file_unique_id": "d", "mime_type": "application/pdf", "file_size": 9}


def message(text="", **more):
    body = {"message_id": 3, "date": 1, "chat": PRIVATE, "from": ADA, **more}
    return {"message": body | ({"text": text} if text else {})}


def heard(update):
    return hear(Update.de_json({"update_id": 42, **update}, None), ME)


def test_a_command_brings_the_words_behind_it():
    found = heard(message("/Cover Title: Small Hours\nGenre: noir"))
    assert (found.name, found.options) == ("cover", {"text": "Title: Small Hours\nGenre: noir"})


@pytest.mark.parametrize(("text", "ours"), [
    ("/cover@cover_bot", True), ("/cover@COVER_BOT x", True), ("/cover@other_bot", False),
    ("/cover", True), ("/roll 3", False), ("/roll@cover_bot", True), ("cover", False),
    ("/coverage", False), ("say /cover", False), ("/cover@", False),
])  # fmt: skip
def test_in_a_group_commands_of_other_bots_are_theirs(text, ours):
    assert isinstance(heard(message(text, chat=GROUP)), Commanded) is ours


def test_in_a_private_chat_an_unknown_command_is_heard():
    assert heard(message("/roll 3")).name == "roll"


def test_free_text_is_for_us_in_private_and_as_an_answer_to_us():
    assert heard(message("Hello")).text == "Hello"
    assert heard(message("Hello", chat=GROUP)) is None
    ours = {"message_id": 2, "date": 1, "chat": GROUP, "from": BOT, "text": "Title?"}
    assert heard(message("Hello", chat=GROUP, reply_to_message=ours)).text == "Hello"
    theirs = ours | {"from": ADA}
    assert heard(message("Hello", chat=GROUP, reply_to_message=theirs)) is None


@pytest.mark.parametrize(
    "picture", [{"photo": PHOTO}, {"document": PAPER | {"mime_type": "image/png"}}]
)
def test_a_picture_with_a_command_is_its_art(picture):
    art = heard(message(caption="/cover Small Hours", **picture)).options["art"]
    assert art_reference(art) in {(500, "big"), (9, "doc")}


def test_a_command_that_answers_a_picture_takes_it_as_art():
    replied = {"message_id": 2, "date": 1, "chat": GROUP, "from": ADA, "photo": PHOTO}
    found = heard(message("/cover x", chat=GROUP, reply_to_message=replied))
    assert art_reference(found.options["art"]) == (500, "big")
    replied = {"message_id": 2, "date": 1, "chat": GROUP, "from": ADA, "document": PAPER}
    assert "art" not in heard(message("/cover x", chat=GROUP, reply_to_message=replied)).options


def test_a_file_sent_as_art_is_art_even_when_it_is_no_picture():
    assert "art" in heard(message(caption="/cover x", document=PAPER)).options


def test_only_a_cover_has_art():
    assert "art" not in heard(message(caption="/help", photo=PHOTO)).options


def test_a_picture_alone_is_heard_in_private_only():
    assert isinstance(heard(message(photo=PHOTO)), Pictured)
    assert heard(message(photo=PHOTO, chat=GROUP)) is None
    assert heard(message(photo=PHOTO, media_group_id="1")) is None
    assert heard(message(document=PAPER | {"mime_type": "text/plain"})) is None


def test_a_pdf_alone_is_heard_in_private_as_something_for_print():
    assert heard(message(document=PAPER)).print
    assert heard(message(document=PAPER, chat=GROUP)) is None


def test_what_is_checked_for_print_is_a_document_and_no_photo():
    assert heard(message(caption="/preflight a5", document=PAPER)).options == {
        "text": "a5", "file": "9:doc"}  # fmt: skip
    replied = {"message_id": 2, "date": 1, "chat": PRIVATE, "from": ADA}
    answered = message("/preflight a5", reply_to_message=replied | {"document": PAPER})
    assert heard(answered).options["file"] == "9:doc"
    for photo in (message(caption="/preflight a5", photo=PHOTO),
                  message("/preflight a5", reply_to_message=replied | {"photo": PHOTO})):  # fmt: skip
        assert "file" not in heard(photo).options


def test_a_topic_is_kept():
    there = message("/help", chat=GROUP, message_thread_id=9, is_topic_message=True)
    assert heard(there).source.thread == 9
    # an answer in a group without topics has a thread as well, which is no place
    assert heard(message("/help", chat=GROUP, message_thread_id=9)).source.thread is None


def test_who_writes_for_a_group_or_channel_is_that_group_or_channel():
    anonymous = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
    found = heard(message("/help", chat=GROUP, sender_chat=GROUP, **{"from": anonymous}))
    assert (found.source.account, found.source.user) == ("-5", 0)
    channel = {"id": -77, "type": "channel", "title": "News"}
    assert heard(message("/help", chat=GROUP, sender_chat=channel)).source.account == "-77"


def test_bots_and_posts_that_come_by_themselves_are_not_heard():
    assert heard(message("/help", chat=GROUP, **{"from": BOT | {"id": 8}})) is None
    channel = {"id": -77, "type": "channel", "title": "News"}
    forwarded = {"sender_chat": channel, "is_automatic_forward": True}
    assert heard(message("/help", chat=GROUP, **forwarded)) is None


def pressed(**more):
    ours = {"message_id": 2, "date": 1, "chat": GROUP, "from": BOT, "text": "Pick"}
    query = {"id": "q1", "from": ADA, "chat_instance": "i", "data": "a:st", "message": ours, **more}
    return heard({"callback_query": query})


def test_a_press_brings_its_message():
    found = pressed()
    assert isinstance(found, Pressed)
    assert (found.wire, found.query, found.on.message_id) == ("a:st", "q1", 2)
    assert (found.source.chat, found.source.private, found.source.language) == (-5, False, "ko-KR")


def test_a_message_that_is_out_of_reach_or_a_copy_is_not_changed():
    gone = {"message_id": 2, "date": 0, "chat": GROUP}
    copy = {"message_id": 2, "date": 1, "chat": GROUP, "from": ADA, "text": "Pick"}
    assert pressed(message=gone).on is None
    assert pressed(message=gone).source.chat == -5
    assert pressed(message=copy).on is None


def test_a_press_without_any_message_is_answered_in_private():
    found = pressed(message=None, inline_message_id="x")
    assert (found.source.chat, found.source.private, found.on) == (1, True, None)


@pytest.mark.parametrize(("status", "here"), [
    ("member", True), ("administrator", True), ("left", False), ("kicked", False),
])  # fmt: skip
def test_coming_and_going_is_heard(status, here):
    rights = dict.fromkeys((
        "can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages",
        "can_manage_video_chats", "can_restrict_members", "can_promote_members", "can_change_info",
        "can_invite_users", "can_post_stories", "can_edit_stories", "can_delete_stories",
    ), False)  # fmt: skip
    news = {"chat": GROUP, "from": ADA, "date": 1, "old_chat_member": {"status": "left", "user": BOT},
            "new_chat_member": {"status": status, "user": BOT, "until_date": 0, **rights}}  # fmt: skip
    found = heard({"my_chat_member": news})
    assert isinstance(found, Joined)
    assert found.here is here


def test_a_group_that_moves_is_followed():
    found = heard(message(chat=GROUP, migrate_to_chat_id=-1009))
    assert isinstance(found, Moved)
    assert found.to == -1009


def test_keys_tell_messages_of_different_bots_apart():
    other = Me(id=8, username="other", commands=())
    update = Update.de_json({"update_id": 42, **message("Hello")}, None)
    assert (
        hear(update, ME).source.key == hear(update, ME).source.key != hear(update, other).source.key
    )
    assert isinstance(hear(update, ME), Said)


def test_what_else_there_is_is_passed_over():
    assert heard({"edited_message": message("Hello")["message"]}) is None
    assert heard(message(sticker={"file_id": "x", "file_unique_id": "y", "width": 1, "height": 1,
                                  "is_animated": False, "is_video": False, "type": "regular"})) is None  # fmt: skip
