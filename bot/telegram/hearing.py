"""What an update says: a command, a press, free text, a picture, or news about a chat.

Pure reading: nobody is asked anything here.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from telegram import (
    CallbackQuery,
    ChatMember,
    ChatMemberUpdated,
    Document,
    Message,
    PhotoSize,
    Update,
)

ALLOWED = (Update.MESSAGE, Update.CALLBACK_QUERY, Update.MY_CHAT_MEMBER)
DOWNLOAD_BYTES = 20_000_000
"""What Telegram hands over to bots."""
_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]+))?(?:\s+|$)", re.ASCII)
_BRINGS = {"cover": "art", "preflight": "file"}
"""Commands about a file, and its option."""
_ABSENT = frozenset({ChatMember.LEFT, ChatMember.BANNED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Me:
    """The bot's own account, and the commands that it has."""

    id: int
    username: str
    commands: Collection[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who speaks where. `account` is their name on Telegram, `user` 0 for who has no account.

    `message` is what they wrote, or None for a press. `key` is the same whenever this is heard.
    """

    update: int
    key: str
    account: str
    user: int
    chat: int
    private: bool
    language: str = ""
    thread: int | None = None
    message: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Commanded:
    """A command of ours with its options."""

    source: Source
    name: str
    options: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressed:
    """A button; `on` is its message as far as it can still be changed."""

    source: Source
    query: str
    wire: str
    on: Message | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Free text that is meant for us."""

    source: Source
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictured:
    """A picture, or a PDF for `print`, without a word what to do with it."""

    source: Source
    print: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """The bot may write in a chat from now on, or not any more."""

    source: Source
    here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A group became a supergroup, which has another id."""

    source: Source
    to: int


Heard = Commanded | Pressed | Said | Pictured | Joined | Moved


def hear(update: Update, me: Me) -> Heard | None:
    """What an update says to us; None for what is none of our business."""
    if update.callback_query is not None:
        return _pressed(update, update.callback_query, me)
    if update.my_chat_member is not None:
        return _joined(update, update.my_chat_member)
    if update.message is not None:
        return _message(update, update.message, me)
    return None


def _pressed(update: Update, query: CallbackQuery, me: Me) -> Pressed:
    message = query.message
    known = message if isinstance(message, Message) else None
    author = known.from_user if known else None
    mine = author is not None and author.id == me.id  # who forwards a message has a copy
    user = query.from_user
    chat = message.chat if message is not None else None
    source = Source(
        update=update.update_id, key=f"telegram:{me.id}:press:{query.id}", account=str(user.id),
        user=user.id, chat=chat.id if chat else user.id,
        private=chat is None or chat.type == chat.PRIVATE, language=user.language_code or "",
        thread=_thread(known) if known else None,
    )  # fmt: skip
    return Pressed(source=source, query=query.id, wire=query.data or "",
                   on=known if mine else None)  # fmt: skip


def _joined(update: Update, news: ChatMemberUpdated) -> Joined:
    member = news.new_chat_member
    muted = member.status == ChatMember.RESTRICTED and not getattr(member, "is_member", True)
    source = Source(
        update=update.update_id, key=f"telegram:member:{update.update_id}",
        account=str(news.from_user.id), user=news.from_user.id, chat=news.chat.id,
        private=news.chat.type == news.chat.PRIVATE, language=news.from_user.language_code or "",
    )  # fmt: skip
    return Joined(source=source, here=member.status not in _ABSENT and not muted)


def _message(update: Update, message: Message, me: Me) -> Heard | None:
    source = _source(update, message, me)
    if source is None:
        return None
    if message.migrate_to_chat_id:
        return Moved(source=source, to=message.migrate_to_chat_id)
    text = message.text or message.caption or ""
    match = _COMMAND.match(text)
    if match:
        return _command(source, message, match, me)
    if source.private and _art_of(message, any_kind=False):
        return None if message.media_group_id else Pictured(source=source)
    if source.private and _is_pdf(message):
        return None if message.media_group_id else Pictured(source=source, print=True)
    addressed = source.private or _answers(message, me)
    return Said(source=source, text=message.text) if addressed and message.text else None


def _is_pdf(message: Message) -> bool:
    return message.document is not None and message.document.mime_type == "application/pdf"


def _source(update: Update, message: Message, me: Me) -> Source | None:
    """Who wrote a message; None for bots, and for channels whose posts come by themselves."""
    user, behalf = message.from_user, message.sender_chat
    if message.is_automatic_forward or (user is None and behalf is None):
        return None
    if behalf is None and user is not None and user.is_bot:
        return None
    person = user if behalf is None else None
    key = f"telegram:{me.id}:{update.update_id}:{message.chat_id}:{message.message_id}"
    return Source(
        update=update.update_id, key=key,
        account=str(person.id) if person else str(behalf.id if behalf else 0),
        user=person.id if person else 0, chat=message.chat_id,
        private=message.chat.type == message.chat.PRIVATE,
        language=(user.language_code or "") if user else "", thread=_thread(message),
        message=message.message_id,
    )  # fmt: skip


def _command(source: Source, message: Message, match: re.Match[str], me: Me) -> Commanded | None:
    name, addressee = match[1].lower(), match[2]
    if addressee and addressee.lower() != me.username.lower():
        return None
    if name not in me.commands and not (source.private or addressee):
        return None  # it may be another bot's
    text = (message.text or message.caption or "")[match.end() :].strip()
    options = {"text": text} if text else {}
    if (option := _BRINGS.get(name)) and (file := _brought(name, message)):
        options[option] = file
    return Commanded(source=source, name=name, options=options)


def _brought(name: str, message: Message) -> str:
    """The file that a command is about: with it, or with the message that it answers.

    What is to be printed comes as a document: of photos Telegram hands over smaller copies.
    """
    answered = message.reply_to_message
    if name == "preflight":
        return _document_of(message) or _document_of(answered)
    return _art_of(message, any_kind=True) or _art_of(answered, any_kind=False)


def _document_of(message: Message | None) -> str:
    document = message.document if message else None
    return "" if document is None else _reference(document)


def _art_of(message: Message | None, *, any_kind: bool) -> str:
    """The reference of a message's picture; of a file that is none only for `any_kind`."""
    if message is None:
        return ""
    found: PhotoSize | Document | None = None
    if message.photo:
        found = max(message.photo, key=lambda size: size.width * size.height)
    elif message.document and (any_kind or (message.document.mime_type or "").startswith("image/")):
        found = message.document
    return "" if found is None else _reference(found)


def _reference(file: PhotoSize | Document) -> str:
    return f"{file.file_size or 0}:{file.file_id}"


def art_reference(reference: str) -> tuple[int, str]:
    """The size in bytes (0: not known) and the platform's id of a picture."""
    size, _, file = reference.partition(":")
    return int(size), file


def _answers(message: Message, me: Me) -> bool:
    """Whether a message in a group answers one of ours."""
    replied = message.reply_to_message
    author = replied.from_user if replied else None
    return author is not None and author.id == me.id


def _thread(message: Message) -> int | None:
    return message.message_thread_id if message.is_topic_message else None
