"""Methods that answer presses, and that ask about chats and files."""

import time
from dataclasses import dataclass, field
from typing import Any

from tests.telegram.loopback.media import DOWNLOAD_BYTES, Shelf
from tests.telegram.loopback.sending import Sending
from tests.telegram.loopback.texts import Blame, units
from tests.telegram.loopback.wire import Call, bad
from tests.telegram.loopback.world import BOT, BOT_ID, Post, World

ANSWER = 200
_ACTIONS = {"typing", "upload_photo", "upload_document", "choose_sticker", "find_location",
            "record_video", "upload_video", "record_voice", "upload_voice", "record_video_note",
            "upload_video_note"}  # fmt: skip


@dataclass(slots=True, kw_only=True, eq=False)
class Press:
    """A pressed button; `answer` is what only the presser was told, None before that."""

    id: str
    user: dict[str, Any]
    post: Post
    data: str
    world: World = field(repr=False)
    expired: bool = False
    answer: str | None = None
    alert: bool = False
    at: float = field(default_factory=time.monotonic)
    took_s: float = 0.0

    async def answered(self, timeout_s: float = 20.0) -> str:
        """Wait for the answer; its text, which may be empty."""
        await self.world.until(lambda: self.answer is not None, timeout_s, f"answer to {self.data}")
        return self.answer or ""


class Asking:
    """Presses and what was answered; chats and members; files."""

    def __init__(self, world: World, shelf: Shelf, sending: Sending) -> None:
        self.presses: dict[str, Press] = {}
        self._world = world
        self._shelf = shelf
        self._sending = sending

    async def answer(self, call: Call, blame: Blame) -> Any:
        """`answerCallbackQuery`."""
        press = self.presses.get(call.text("callback_query_id"))
        if press is None or press.expired:
            raise bad("query is too old and response timeout expired or query ID is invalid")
        if units(call.text("text")) > ANSWER:
            blame("callback answer", f"{units(call.text('text'))} > {ANSWER} characters")
            raise bad("MESSAGE_TOO_LONG")
        if press.answer is not None:
            blame("callback answer", f"twice to {press.data}")
            raise bad("query is too old and response timeout expired or query ID is invalid")
        press.answer, press.alert = call.text("text"), call.flag("show_alert")
        press.took_s = time.monotonic() - press.at
        self._world.touch()
        return True

    async def me(self, call: Call, blame: Blame) -> Any:
        """`getMe`."""
        return BOT | {"can_join_groups": True, "can_read_all_group_messages": False,
                      "supports_inline_queries": False, "has_main_web_app": False,
                      "can_connect_to_business": False}  # fmt: skip

    async def action(self, call: Call, blame: Blame) -> Any:
        """`sendChatAction`."""
        if call.text("action") not in _ACTIONS:
            blame("chat action", call.text("action"))
            raise bad("wrong parameter action in request")
        self._sending.chat(call)
        return True

    async def chat(self, call: Call, blame: Blame) -> Any:
        """`getChat`."""
        chat = self._sending.chat(call)
        return chat.as_json() | {"accent_color_id": 0, "max_reaction_count": 11,
                                 "accepted_gift_types": _NO_GIFTS}  # fmt: skip

    async def member(self, call: Call, blame: Blame) -> Any:
        """`getChatMember`."""
        chat, user = self._sending.chat(call), call.integer("user_id")
        if user == BOT_ID:
            return {"status": "member", "user": BOT}
        if user not in self._world.users:
            raise bad("user not found")
        if user in chat.admins:
            return _ADMIN | {"user": self._world.users[user]}
        return {"status": "member", "user": self._world.users[user]}

    async def file(self, call: Call, blame: Blame) -> Any:
        """`getFile`."""
        media = self._shelf.find(call.text("file_id"))
        if media is None:
            raise bad("wrong file_id or the file is temporarily unavailable")
        if len(media.content) > DOWNLOAD_BYTES:
            raise bad("file is too big")
        return {"file_id": media.id, "file_unique_id": f"u{media.id}", "file_path": media.path,
                "file_size": len(media.content)}  # fmt: skip


_NO_GIFTS = dict.fromkeys(
    ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription",
     "gifts_from_channels"), False
)  # fmt: skip
_ADMIN = {"status": "administrator", **dict.fromkeys(
    ("can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages",
     "can_manage_video_chats", "can_restrict_members", "can_promote_members", "can_change_info",
     "can_invite_users", "can_post_stories", "can_edit_stories", "can_delete_stories"), False
)}  # fmt: skip
