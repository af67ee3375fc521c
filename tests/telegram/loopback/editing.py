"""Methods that change messages, and take them away."""

import time
from collections.abc import Callable
from typing import Any

from tests.telegram.loopback.markups import markup_of
from tests.telegram.loopback.media import Shelf, demand_thumbnail
from tests.telegram.loopback.pace import Pace
from tests.telegram.loopback.sending import Sending, media_item
from tests.telegram.loopback.texts import CAPTION, TEXT, Blame, words_of
from tests.telegram.loopback.wire import Call, bad
from tests.telegram.loopback.world import Chat, Post, World

DELETED = 100
_DELETABLE_S = 48 * 3600
_SAME = ("message is not modified: specified new message content and reply markup are exactly the "
         "same as a current content and reply markup of the message")  # fmt: skip


class Editing:
    """Changes messages that `Sending` made."""

    def __init__(self, world: World, shelf: Shelf, pace: Pace, sending: Sending) -> None:
        self._world = world
        self._shelf = shelf
        self._pace = pace
        self._sending = sending

    async def text(self, call: Call, blame: Blame) -> Any:
        """`editMessageText`."""
        post = self._mine(call, blame)
        if post.media or post.poll:
            blame("edit", "the text of a message that has none")
            raise bad("there is no text in the message to edit")
        text, entities = words_of(call, "text", blame, limit=TEXT, entities="entities")
        if not text:
            blame("text", "empty")
            raise bad("message text is empty")
        return self._changed(call, blame, post, lambda: _set(post, text=text, entities=entities))

    async def caption(self, call: Call, blame: Blame) -> Any:
        """`editMessageCaption`."""
        post = self._mine(call, blame)
        if post.media is None:
            blame("edit", "the caption of a message without media")
            raise bad("there is no caption in the message to edit")
        caption, entities = words_of(
            call, "caption", blame, limit=CAPTION, entities="caption_entities"
        )
        return self._changed(
            call, blame, post, lambda: _set(post, caption=caption, entities=entities)
        )

    async def media(self, call: Call, blame: Blame) -> Any:
        """`editMessageMedia`: other media, or media for a text, which goes."""
        post = self._mine(call, blame)
        if post.poll:
            blame("edit", "the media of a poll")
            raise bad("message can't be edited")
        item = call.value("media", {})
        if post.album and post.media and post.media.kind != item.get("type"):
            blame("edit", "another kind of media in an album")
            raise bad("message can't be edited")
        demand_thumbnail(call, blame)
        content = media_item(item, call, self._shelf, blame)
        return self._changed(call, blame, post, lambda: _set(post, **content, text=""))

    async def markup(self, call: Call, blame: Blame) -> Any:
        """`editMessageReplyMarkup`."""
        post = self._mine(call, blame)
        return self._changed(call, blame, post, lambda: None)

    async def stop_poll(self, call: Call, blame: Blame) -> Any:
        """`stopPoll`."""
        post = self._mine(call, blame)
        if post.poll is None or post.poll["is_closed"]:
            raise bad("message with poll to stop not found")
        post.poll = post.poll | {"is_closed": True}
        post.markup = markup_of(call, blame, editing=True)
        self._world.touch()
        return post.poll

    async def delete(self, call: Call, blame: Blame) -> Any:
        """`deleteMessage`."""
        chat = self._sending.chat(call)
        self._gone(chat, call.integer("message_id"))
        return True

    async def delete_many(self, call: Call, blame: Blame) -> Any:
        """`deleteMessages`: those that are not there are passed over."""
        chat, ids = self._sending.chat(call), call.value("message_ids", [])
        if not 1 <= len(ids) <= DELETED:
            blame("deleteMessages", f"{len(ids)} messages")
            raise bad("too many message identifiers specified")
        for message in ids:
            if chat.find(message) is not None:
                self._gone(chat, message)
        return True

    def _gone(self, chat: Chat, message: int) -> None:
        post = chat.find(message)
        if post is None:
            raise bad("message to delete not found")
        if (not post.is_bots and chat.id < 0) or time.time() - post.at > _DELETABLE_S:
            raise bad("message can't be deleted")
        post.deleted = True
        self._world.touch()

    def _mine(self, call: Call, blame: Blame) -> Post:
        self._pace.demand_quiet_kept(call.chat, blame)
        chat = self._sending.chat(call)
        post = chat.find(call.integer("message_id"))
        if post is None:
            raise bad("message to edit not found")
        if not post.is_bots:
            blame("edit", "somebody else's message")
            raise bad("message can't be edited")
        if post.markup and post.markup.keys() & {"keyboard", "force_reply"}:
            blame("edit", "a message with a reply keyboard")
            raise bad("message can't be edited")
        return post

    def _changed(self, call: Call, blame: Blame, post: Post, change: Callable[[], None]) -> Any:
        """Change a message and its keyboard, which goes when none is given."""
        markup = markup_of(call, blame, editing=True)
        self._pace.sent(post.chat.id, 1, blame)
        was = post.state
        change()
        post.markup = markup
        if post.state == was:
            blame("edit", f"{post.chat.id}/{post.id} is not modified")
            raise bad(_SAME)
        post.history.append(was)
        post.edited = True
        self._world.touch()
        return post.as_json()


def _set(post: Post, **content: Any) -> None:
    for name, value in content.items():
        setattr(post, name, value)
