"""The platform's world: users, chats with their topics, and messages that can be looked at."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from tests.telegram.loopback.media import Media

BOT_ID = 7_000_000_001
BOT = {"id": BOT_ID, "is_bot": True, "first_name": "ArtiCover", "username": "articover_test_bot"}
T = TypeVar("T")


@dataclass(slots=True, kw_only=True, eq=False)
class Post:
    """A message as it stands; `history` holds what it was before each edit."""

    chat: "Chat"
    id: int
    sender: dict[str, Any]
    at: float
    text: str = ""
    caption: str = ""
    entities: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    media: Media | None = None
    poll: dict[str, Any] | None = None
    markup: dict[str, Any] | None = None
    reply_to: "Post | None" = None
    topic: int | None = None
    album: str | None = None
    forward: dict[str, Any] | None = None
    deleted: bool = False
    edited: bool = False
    history: list[tuple[Any, ...]] = field(default_factory=list[tuple[Any, ...]])

    @property
    def is_bots(self) -> bool:
        """Whether the bot sent it."""
        return self.sender["id"] == BOT_ID

    @property
    def said(self) -> str:
        """Its text, or its caption."""
        return self.text or self.caption

    @property
    def rows(self) -> list[list[dict[str, Any]]]:
        """Its inline buttons."""
        return (self.markup or {}).get("inline_keyboard", [])

    @property
    def labels(self) -> list[str]:
        """What stands on its buttons."""
        return [button["text"] for row in self.rows for button in row]

    @property
    def state(self) -> tuple[Any, ...]:
        """All that an edit can change."""
        return (self.text, self.caption, str(self.entities), self.media and self.media.id,
                str(self.markup or {}))  # fmt: skip

    def as_json(self, depth: int = 1) -> dict[str, Any]:
        """As the bot sees it."""
        where = {"message_id": self.id, "chat": self.chat.as_json()}
        if self.deleted:
            return where | {"date": 0}
        body = where | {
            "date": int(self.at), "from": self.sender, "text": self.text,
            "caption": self.caption, "poll": self.poll, "media_group_id": self.album,
            "message_thread_id": self.topic, "is_topic_message": self.topic is not None,
            "forward_origin": self.forward, "reply_markup": self.markup if self.rows else None,
            "edit_date": int(self.at) + 1 if self.edited else None,
            "caption_entities" if self.media else "entities": self.entities,
            "reply_to_message": self.reply_to.as_json(depth - 1)
            if self.reply_to is not None and depth else None,
        }  # fmt: skip
        if self.media is not None:
            body[self.media.kind] = self.media.as_json()
        return {key: value for key, value in body.items() if value}


@dataclass(slots=True, kw_only=True, eq=False)
class Chat:
    """A chat; `topics` says of each whether it is open. `mute` are kinds that may not be sent."""

    world: "World" = field(repr=False)
    id: int
    type: str
    title: str = ""
    about: dict[str, Any] = field(default_factory=dict[str, Any])
    started: bool = True
    blocked: bool = False
    kicked: bool = False
    gone: bool = False
    forum: bool = False
    privacy: bool = False
    migrated_to: int | None = None
    topics: dict[int, bool] = field(default_factory=dict[int, bool])
    mute: set[str] = field(default_factory=set[str])
    admins: set[int] = field(default_factory=set[int])
    everything: list[Post] = field(default_factory=list[Post], repr=False)

    @property
    def posts(self) -> list[Post]:
        """The bot's messages that are there."""
        return [post for post in self.everything if post.is_bots and not post.deleted]

    @property
    def last(self) -> Post:
        """The bot's newest message."""
        return self.posts[-1]

    def find(self, message: int) -> Post | None:
        """A message that is there."""
        found = (post for post in self.everything if post.id == message and not post.deleted)
        return next(found, None)

    def add(self, sender: dict[str, Any], **content: Any) -> Post:
        """A new message."""
        post = Post(
            chat=self, id=len(self.everything) + 1, sender=sender, at=time.time(), **content
        )
        self.everything.append(post)
        self.world.touch()
        return post

    async def until(self, true: Callable[[], T], timeout_s: float = 20.0) -> T:
        """Wait until something is true, looking whenever something has changed; what it is."""
        return await self.world.until(true, timeout_s)

    async def said(self, words: str, timeout_s: float = 20.0) -> Post:
        """Wait for a message of the bot that has these words, the newest of them."""

        def there() -> Post | None:
            found = (post for post in reversed(self.posts) if words in post.said)
            return next(found, None)

        return await self.world.until(there, timeout_s, f"a message with {words!r}")

    async def shows(self, label: str, timeout_s: float = 20.0) -> Post:
        """Wait for a message of the bot with a button that has this label, the newest of them."""

        def there() -> Post | None:
            found = (post for post in reversed(self.posts) if any(label in x for x in post.labels))
            return next(found, None)

        return await self.world.until(there, timeout_s, f"a button {label!r}")

    def as_json(self) -> dict[str, Any]:
        """As the bot sees it."""
        body = {"id": self.id, "type": self.type, **self.about}
        if self.title:
            body["title"] = self.title
        if self.forum:
            body["is_forum"] = True
        return body


class World:
    """All chats and users, and a way to wait for something to happen."""

    def __init__(self) -> None:
        self.chats: dict[int, Chat] = {}
        self.users: dict[int, dict[str, Any]] = {}
        self._change = asyncio.Event()

    def touch(self) -> None:
        """Let everybody who waits look again."""
        self._change.set()
        self._change = asyncio.Event()

    async def changed(self) -> None:
        """Wait for the next change."""
        await self._change.wait()

    async def until(self, true: Callable[[], T | None], timeout_s: float, what: str = "") -> T:
        """Wait until `true` says something.

        Raises:
            AssertionError: when it does not in time, with what the bot has said last.
        """
        try:
            async with asyncio.timeout(timeout_s):
                while not (found := true()):
                    await self.changed()
                return found
        except TimeoutError:
            raise AssertionError(f"nothing like that came: {what}\n{self._heard()}") from None

    def _heard(self) -> str:
        last = [post for chat in self.chats.values() for post in chat.posts][-6:]
        return "\n".join(f"{post.chat.id}/{post.id}: {post.said!r} {post.labels}" for post in last)
