"""Which methods there are, and which parameters each of them takes."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from tests.telegram.loopback.asking import Asking
from tests.telegram.loopback.editing import Editing
from tests.telegram.loopback.profile import ABOUT, Profile
from tests.telegram.loopback.sending import Sending
from tests.telegram.loopback.texts import Blame
from tests.telegram.loopback.updates import Updates
from tests.telegram.loopback.wire import Call

Handler = Callable[[Call, Blame], Awaitable[Any]]

_SENT = ("chat_id message_thread_id direct_messages_topic_id business_connection_id "
         "disable_notification protect_content allow_paid_broadcast message_effect_id "
         "suggested_post_parameters reply_parameters")  # fmt: skip
_EDITED = "business_connection_id chat_id message_id inline_message_id reply_markup"
_CAPTION = "caption parse_mode caption_entities show_caption_above_media"
_HOOK = ("url certificate ip_address max_connections allowed_updates drop_pending_updates "
         "secret_token")  # fmt: skip
_POLL = ("question question_parse_mode question_entities options is_anonymous type "
         "allows_multiple_answers correct_option_id explanation explanation_parse_mode "
         "explanation_entities open_period close_date is_closed reply_markup")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Method:
    """A handler, the parameters that it takes, and those that it cannot do without."""

    handle: Handler
    takes: frozenset[str]
    needs: frozenset[str]


def methods(
    sending: Sending, editing: Editing, asking: Asking, profile: Profile, updates: Updates
) -> Mapping[str, Method]:
    """All methods by their names in small letters, as Telegram does not mind."""
    made = _of_messages(sending, editing) | _of_the_rest(asking, profile, updates)
    for what, (name, _) in ABOUT.items():
        made[f"setMy{what}"] = _method(profile.set_about, f"{name} language_code")
        made[f"getMy{what}"] = _method(profile.get_about, "language_code")
    return {name.lower(): method for name, method in made.items()}


def _method(handle: Handler, takes: str, needs: str = "") -> Method:
    names = frozenset(needs.split())
    return Method(handle, frozenset(takes.split()) | names, names)


def _of_messages(sending: Sending, editing: Editing) -> dict[str, Method]:
    text = "text parse_mode entities link_preview_options"
    return {
        "sendMessage": _method(sending.message, f"{_SENT} {text} reply_markup", "chat_id text"),
        "sendPhoto": _method(sending.photo, f"{_SENT} {_CAPTION} has_spoiler reply_markup",
                             "chat_id photo"),
        "sendDocument": _method(
            sending.document,
            f"{_SENT} {_CAPTION} thumbnail disable_content_type_detection reply_markup",
            "chat_id document"),
        "sendMediaGroup": _method(sending.album, _SENT, "chat_id media"),
        "sendPoll": _method(sending.poll, f"{_SENT} {_POLL}", "chat_id question options"),
        "editMessageText": _method(editing.text, f"{_EDITED} {text}", "chat_id message_id text"),
        "editMessageCaption": _method(editing.caption, f"{_EDITED} {_CAPTION}",
                                      "chat_id message_id"),
        "editMessageMedia": _method(editing.media, _EDITED, "chat_id message_id media"),
        "editMessageReplyMarkup": _method(editing.markup, _EDITED, "chat_id message_id"),
        "stopPoll": _method(editing.stop_poll, _EDITED, "chat_id message_id"),
        "deleteMessage": _method(editing.delete, "", "chat_id message_id"),
        "deleteMessages": _method(editing.delete_many, "", "chat_id message_ids"),
    }  # fmt: skip


def _of_the_rest(asking: Asking, profile: Profile, updates: Updates) -> dict[str, Method]:
    where = "scope language_code"
    return {
        "answerCallbackQuery": _method(asking.answer, "text show_alert url cache_time",
                                       "callback_query_id"),
        "getMe": _method(asking.me, ""),
        "sendChatAction": _method(asking.action, "message_thread_id business_connection_id",
                                  "chat_id action"),
        "getChat": _method(asking.chat, "", "chat_id"),
        "getChatMember": _method(asking.member, "", "chat_id user_id"),
        "getFile": _method(asking.file, "", "file_id"),
        "setMyCommands": _method(profile.set_commands, where, "commands"),
        "getMyCommands": _method(profile.get_commands, where),
        "deleteMyCommands": _method(profile.drop_commands, where),
        "setChatMenuButton": _method(profile.set_menu, "chat_id menu_button"),
        "getChatMenuButton": _method(profile.get_menu, "chat_id"),
        "getUpdates": _method(updates.get, "offset limit timeout allowed_updates"),
        "setWebhook": _method(_soon(updates.set_hook), _HOOK),
        "deleteWebhook": _method(_soon(lambda call, _: updates.drop_hook(call)),
                                 "drop_pending_updates"),
        "getWebhookInfo": _method(_soon(lambda *_: updates.hook_info()), ""),
        "logOut": _method(_soon(lambda *_: True), ""),
        "close": _method(_soon(lambda *_: True), ""),
    }  # fmt: skip


def _soon(handle: Callable[[Call, Blame], Any]) -> Handler:
    async def handled(call: Call, blame: Blame) -> Any:
        return handle(call, blame)

    return handled
