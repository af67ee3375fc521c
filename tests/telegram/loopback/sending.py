"""Methods that make messages: texts, photos, documents, albums, polls."""

import json
from collections.abc import Callable
from typing import Any

from tests.telegram.loopback.markups import markup_of
from tests.telegram.loopback.media import Media, Shelf, demand_thumbnail
from tests.telegram.loopback.pace import Pace
from tests.telegram.loopback.texts import CAPTION, TEXT, Blame, units, words_of
from tests.telegram.loopback.wire import Call, bad, forbidden
from tests.telegram.loopback.world import BOT, Chat, Post, World

ALBUM = (2, 10)
QUESTION, OPTIONS, OPTION = 300, (2, 12), 100
OPEN_S = (5, 2_628_000)
_RIGHT = {"photo": "photos", "document": "documents", "poll": "polls", "text": "text messages"}


class Sending:
    """Makes messages in the world, as far as each chat lets the bot."""

    def __init__(self, world: World, shelf: Shelf, pace: Pace) -> None:
        self._world = world
        self._shelf = shelf
        self._pace = pace
        self._albums = 0
        self._polls = 0

    def chat(self, call: Call) -> Chat:
        """The chat that a call is about, if the bot is there.

        Raises:
            RefusalError: as Telegram does.
        """
        found = self._world.chats.get(call.integer("chat_id")) if call.chat is not None else None
        if found is None:
            raise bad("chat not found")
        if found.migrated_to is not None:
            raise bad("group chat was upgraded to a supergroup chat",
                      migrate_to_chat_id=found.migrated_to)  # fmt: skip
        if found.gone:
            raise forbidden("user is deactivated") if found.id > 0 else bad("chat not found")
        if found.blocked:
            raise forbidden("bot was blocked by the user")
        if found.kicked:
            kind = "supergroup" if found.type == "supergroup" else "group"
            raise forbidden(f"bot was kicked from the {kind} chat")
        if not found.started:
            raise forbidden("bot can't initiate conversation with a user")
        return found

    async def message(self, call: Call, blame: Blame) -> Any:
        """`sendMessage`."""
        text, entities = words_of(call, "text", blame, limit=TEXT, entities="entities")
        if not text:
            blame("text", "empty")
            raise bad("message text is empty")
        return self._one(call, blame, "text", lambda: {"text": text, "entities": entities})

    async def photo(self, call: Call, blame: Blame) -> Any:
        """`sendPhoto`."""
        return self._file(call, blame, "photo")

    async def document(self, call: Call, blame: Blame) -> Any:
        """`sendDocument`."""
        demand_thumbnail(call, blame)
        return self._file(call, blame, "document")

    def _file(self, call: Call, blame: Blame, kind: str) -> Any:
        caption, entities = words_of(
            call, "caption", blame, limit=CAPTION, entities="caption_entities"
        )
        media = self._shelf.taken(call, kind, call.text(kind), blame)
        content = {"caption": caption, "entities": entities, "media": media}
        return self._one(call, blame, kind, lambda: content)

    async def album(self, call: Call, blame: Blame) -> Any:
        """`sendMediaGroup`."""
        items = call.value("media", [])
        low, high = ALBUM
        if not low <= len(items) <= high:
            blame("album", f"{len(items)} items")
            few = "too few messages to send as an album"
            raise bad(few if len(items) < low else "too many messages to send as an album")
        kinds = {item.get("type") for item in items}
        if len(kinds) > 1 or not kinds <= {"photo", "document"}:
            blame("album", f"kinds {kinds}")
            raise bad("can't mix these kinds of media in one album")
        contents = [self._item(item, call, blame) for item in items]
        chat, reply, topic = self._place(call, blame, kinds.pop())
        self._pace.sent(chat.id, len(items), blame)
        self._albums += 1
        album = f"album{self._albums}"
        posts = [chat.add(BOT, **content, reply_to=reply, topic=topic, album=album)
                 for content in contents]  # fmt: skip
        return [post.as_json() for post in posts]

    def _item(self, item: dict[str, Any], call: Call, blame: Blame) -> dict[str, Any]:
        return media_item(item, call, self._shelf, blame)

    async def poll(self, call: Call, blame: Blame) -> Any:
        """`sendPoll`."""
        question, options = call.text("question").strip(), call.value("options", [])
        _demand_question(question, options, blame)
        closes = call.integer("open_period")
        if closes and not OPEN_S[0] <= closes <= OPEN_S[1]:
            blame("poll", f"open for {closes} s")
            raise bad("poll auto-close period is out of range")
        self._polls += 1
        texts = [option if isinstance(option, str) else option["text"] for option in options]
        poll = {
            "id": f"poll{self._polls}", "question": question, "total_voter_count": 0,
            "options": [{"text": text, "voter_count": 0, "persistent_id": str(n)}
                        for n, text in enumerate(texts)],
            "is_closed": False, "is_anonymous": call.text("is_anonymous", "true") == "true",
            "type": call.text("type", "regular"), "allows_revoting": True,
            "allows_multiple_answers": call.flag("allows_multiple_answers"),
            "members_only": False,
        } | ({"open_period": closes} if closes else {})  # fmt: skip
        return self._one(call, blame, "poll", lambda: {"poll": poll})

    def _one(
        self, call: Call, blame: Blame, kind: str, content: Callable[[], dict[str, Any]]
    ) -> Any:
        markup = markup_of(call, blame)
        chat, reply, topic = self._place(call, blame, kind)
        self._pace.sent(chat.id, 1, blame)
        post = chat.add(BOT, **content(), markup=markup, reply_to=reply, topic=topic)
        return post.as_json()

    def _place(self, call: Call, blame: Blame, kind: str) -> tuple[Chat, Post | None, int | None]:
        """The chat, what is replied to, and the topic."""
        self._pace.demand_quiet_kept(call.chat, blame)
        chat = self.chat(call)
        if kind in chat.mute:
            raise bad(f"not enough rights to send {_RIGHT[kind]} to the chat")
        topic = call.integer("message_thread_id") or None
        if topic is not None and not (chat.forum and topic in chat.topics):
            raise bad("message thread not found")
        if topic is not None and not chat.topics[topic]:
            raise bad("TOPIC_CLOSED")
        reply = _replied(call, chat)
        if reply is not None and topic is None:
            topic = reply.topic
        return chat, reply, topic


def media_item(item: dict[str, Any], call: Call, shelf: Shelf, blame: Blame) -> dict[str, Any]:
    """What an `InputMedia` shows: the media, its caption and entities.

    Raises:
        RefusalError: as Telegram does.
    """
    known = {"type", "media", "caption", "parse_mode", "caption_entities", "thumbnail",
             "has_spoiler", "show_caption_above_media", "disable_content_type_detection"}  # fmt: skip
    if extra := set(item) - known:
        blame("parameter", f"an InputMedia has no {sorted(extra)}")
    own = Call(method=call.method, params={
        "caption": item.get("caption", ""), "parse_mode": item.get("parse_mode", ""),
        "caption_entities": _dumped(item.get("caption_entities")),
    })  # fmt: skip
    caption, entities = words_of(own, "caption", blame, limit=CAPTION, entities="caption_entities")
    media: Media = shelf.taken(call, item["type"], item.get("media", ""), blame)
    return {"caption": caption, "entities": entities, "media": media}


def _dumped(value: Any) -> str:
    return json.dumps(value) if value else ""


def _replied(call: Call, chat: Chat) -> Post | None:
    asked = call.value("reply_parameters")
    if not asked:
        return None
    found = chat.find(int(asked["message_id"]))
    if found is None and not asked.get("allow_sending_without_reply"):
        raise bad("message to be replied not found")
    return found


def _demand_question(question: str, options: list[Any], blame: Blame) -> None:
    if not 1 <= units(question) <= QUESTION:
        blame("poll question", f"{units(question)} characters")
        raise bad("poll question length must not exceed 300" if question
                  else "poll question must be non-empty")  # fmt: skip
    low, high = OPTIONS
    if not low <= len(options) <= high:
        blame("poll options", f"{len(options)}")
        raise bad("poll must have at least 2 option" if len(options) < low
                  else f"poll can't have more than {high} options")  # fmt: skip
    for option in options:
        text = option if isinstance(option, str) else option.get("text", "")
        if not 1 <= units(text.strip()) <= OPTION:
            blame("poll option", f"{units(text)} characters")
            raise bad("poll options length must not exceed 100" if text.strip()
                      else "poll option must be non-empty")  # fmt: skip
