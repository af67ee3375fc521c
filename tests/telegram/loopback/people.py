"""People who write to the bot, press its buttons, and leave; and their groups."""

import itertools
from dataclasses import dataclass, field
from typing import Any

from tests.telegram.loopback.asking import Asking, Press
from tests.telegram.loopback.media import Shelf
from tests.telegram.loopback.texts import units
from tests.telegram.loopback.updates import Updates
from tests.telegram.loopback.world import BOT, Chat, Post, World

_LEFT = {"status": "left", "user": BOT}
_KICKED = {"status": "kicked", "user": BOT, "until_date": 0}
_MEMBER = {"status": "member", "user": BOT}


@dataclass(slots=True, kw_only=True)
class People:
    """Makes users and groups."""

    world: World
    shelf: Shelf
    updates: Updates
    asking: Asking
    _ids: Any = field(default_factory=lambda: itertools.count(1))

    def user(self, name: str = "Ada", language: str = "en", *, started: bool = True) -> "User":
        """Somebody new, with a private chat; one who has not `started` cannot be written to."""
        number = 1000 + next(self._ids)
        who = {"id": number, "is_bot": False, "first_name": name, "language_code": language}
        self.world.users[number] = who
        about = {"first_name": name}
        self.world.chats[number] = Chat(world=self.world, id=number, type="private", about=about,
                                        started=started)  # fmt: skip
        return User(people=self, who=who, chat=self.world.chats[number])

    def group(
        self, title: str = "Writers", *, kind: str = "supergroup", forum: bool = False,
        privacy: bool = False,
    ) -> Chat:  # fmt: skip
        """A group with the bot in it; with `privacy` it hears only what is meant for it."""
        number = -1_000_000_000_000 - next(self._ids)
        chat = Chat(world=self.world, id=number, type=kind, title=title, forum=forum,
                    privacy=privacy)  # fmt: skip
        self.world.chats[number] = chat
        return chat

    def topic(self, chat: Chat) -> int:
        """A new topic of a forum."""
        chat.topics[number := 100 + len(chat.topics)] = True
        return number

    def migrates(self, chat: Chat) -> Chat:
        """A group becomes a supergroup, under another id."""
        new = self.group(chat.title)
        chat.migrated_to = new.id
        self.updates.add("message", chat.add(BOT | {"is_bot": True}).as_json()
                         | {"migrate_to_chat_id": new.id})  # fmt: skip
        return new

    def kicks(self, chat: Chat, by: "User") -> None:
        """The bot is thrown out of a group."""
        chat.kicked = True
        self._membership(chat, by, _MEMBER, _KICKED)

    def brings_back(self, chat: Chat, by: "User") -> None:
        """The bot is in a group again."""
        chat.kicked = False
        self._membership(chat, by, _LEFT, _MEMBER)

    def _membership(self, chat: Chat, by: "User", old: Any, new: Any) -> None:
        self.updates.add("my_chat_member", {
            "chat": chat.as_json(), "from": by.who, "date": 1, "old_chat_member": old,
            "new_chat_member": new,
        })  # fmt: skip


@dataclass(slots=True, kw_only=True)
class User:
    """Somebody on the platform; `chat` is theirs with the bot."""

    people: People
    who: dict[str, Any]
    chat: Chat

    @property
    def id(self) -> int:
        """Telegram's id."""
        return self.who["id"]

    async def says(self, text: str, chat: Chat | None = None, **place: Any) -> Post:
        """Write a message; `place` is `reply_to` (a post) and `topic` (a number)."""
        post = self._post(chat, text=text, entities=_entities(text), **place)
        self._heard(post)
        return post

    async def sends_photo(
        self, content: bytes, caption: str = "", chat: Chat | None = None, **place: Any
    ) -> Post:
        """Send a picture as a photo."""
        media = self.people.shelf.keep("photo", "photo.jpg", content)
        return await self._sends(media, caption, chat, place)

    async def sends_document(
        self, content: bytes, name: str = "art.png", mime: str = "image/png", caption: str = "",
        chat: Chat | None = None, **place: Any,
    ) -> Post:  # fmt: skip
        """Send a file."""
        media = self.people.shelf.keep("document", name, content, mime)
        return await self._sends(media, caption, chat, place)

    async def forwards(self, post: Post, to: Chat | None = None) -> Post:
        """Forward a message; buttons that call the bot stay behind, as on Telegram."""
        origin = {"type": "user", "date": int(post.at), "sender_user": post.sender}
        copy = self._post(to, text=post.text, caption=post.caption, media=post.media,
                          entities=post.entities, forward=origin)  # fmt: skip
        self._heard(copy)
        return copy

    async def presses(self, post: Post, label: str) -> Press:
        """Press the button whose label has these words.

        Raises:
            AssertionError: when the message has no such button.
        """
        found = [button for row in post.rows for button in row if label in button["text"]]
        exact = [button for button in found if button["text"] == label]
        assert found, f"no button {label!r} among {post.labels}"
        return await self.presses_data(post, (exact or found)[0]["callback_data"])

    async def presses_data(self, post: Post, data: str) -> Press:
        """Press a button with this data, also one that is not there any more."""
        asking = self.people.asking
        press = Press(id=f"q{len(asking.presses) + 1}", user=self.who, post=post, data=data,
                      world=self.people.world)  # fmt: skip
        asking.presses[press.id] = press
        self.people.updates.add("callback_query", {
            "id": press.id, "from": self.who, "chat_instance": str(post.chat.id), "data": data,
            "message": post.as_json(),
        })  # fmt: skip
        return press

    async def votes(self, post: Post, *options: int) -> None:
        """Vote in a poll; who it is is told only where it is not anonymous."""
        assert post.poll is not None
        for option in options:
            post.poll["options"][option]["voter_count"] += 1
        post.poll["total_voter_count"] += 1
        self.people.updates.add("poll", post.poll)
        if not post.poll["is_anonymous"]:
            self.people.updates.add("poll_answer", {
                "poll_id": post.poll["id"], "user": self.who, "option_ids": list(options),
                "option_persistent_ids": [str(option) for option in options],
            })  # fmt: skip

    async def blocks(self) -> None:
        """Let the bot write no more."""
        self.chat.blocked = True
        self.people._membership(self.chat, self, _MEMBER, _KICKED)

    async def unblocks(self) -> None:
        """Let the bot write again."""
        self.chat.blocked = False
        self.people._membership(self.chat, self, _KICKED, _MEMBER)

    async def deletes(self, post: Post) -> None:
        """Take a message away, also the bot's; bots are not told."""
        post.deleted = True
        self.people.world.touch()

    async def _sends(self, media: Any, caption: str, chat: Chat | None, place: Any) -> Post:
        post = self._post(chat, caption=caption, media=media, entities=_entities(caption), **place)
        self._heard(post)
        return post

    def _post(self, chat: Chat | None, **content: Any) -> Post:
        to = chat or self.chat
        if to.id == self.id:
            to.started = True
        return to.add(self.who, **content)

    def _heard(self, post: Post) -> None:
        if not post.chat.kicked and (not post.chat.privacy or _meant_for_bot(post)):
            self.people.updates.add("message", post.as_json())


def _meant_for_bot(post: Post) -> bool:
    mentioned = f"@{BOT['username']}"
    command = post.said.startswith("/") and ("@" not in post.said.split()[0]
                                             or mentioned in post.said)  # fmt: skip
    replied = post.reply_to is not None and post.reply_to.is_bots
    return command or replied or mentioned in post.said


def _entities(text: str) -> list[dict[str, Any]]:
    """A command at the start, as Telegram marks it."""
    if not text.startswith("/") or not text[1:].strip():
        return []
    return [{"type": "bot_command", "offset": 0, "length": units(text.split(maxsplit=1)[0])}]
