"""How messages of ours look just now, so that no edit is asked for that changes nothing."""

from collections import Counter, OrderedDict
from dataclasses import dataclass

from telegram import InlineKeyboardMarkup, Message, MessageEntity

from bot.telegram.places import Kept
from bot.telegram.rendering import JOINER, Written, alt_in

REMEMBERED = 2_000
_OURS = (MessageEntity.BOLD, MessageEntity.ITALIC)


@dataclass(frozen=True, slots=True)
class Face:
    """What a message says, and its buttons."""

    written: Written
    keyboard: InlineKeyboardMarkup | None = None

    @property
    def alt(self) -> str:
        """What it says about its picture."""
        return alt_in(self.written.text, self.written.entities)


class Faces:
    """The faces of the messages that were last dealt with."""

    def __init__(self) -> None:
        """None is known."""
        self._faces: OrderedDict[tuple[int, int], Face] = OrderedDict()
        self._doubts: Counter[tuple[int, int]] = Counter()

    def of(self, kept: Kept) -> Face | None:
        """How a message looks; None when that is not known."""
        return self._faces.get((kept.chat, kept.message))

    def keep(self, kept: Kept, face: Face) -> None:
        """Know how a message looks."""
        at = (kept.chat, kept.message)
        self._doubts.pop(at, None)
        self._faces[at] = face
        self._faces.move_to_end(at)
        while len(self._faces) > REMEMBERED:
            self._faces.popitem(last=False)

    def drop(self, kept: Kept) -> None:
        """Know no more how a message looks."""
        self._faces.pop((kept.chat, kept.message), None)

    def doubt(self, kept: Kept) -> None:
        """Know that the last edit may have been done, or not."""
        self.drop(kept)
        self._doubts[kept.chat, kept.message] += 1

    def another(self, kept: Kept, words: Written) -> Written:
        """The words, so that they differ from those of edits which may have been done.

        Nobody sees the difference.
        """
        doubts = self._doubts[kept.chat, kept.message]
        return Written(words.text + JOINER * doubts, words.entities) if doubts else words


def face_of(message: Message) -> Face:
    """How a message that Telegram shows us looks; what it added by itself is left out."""
    text = message.text if message.text is not None else message.caption or ""
    found = message.entities if message.text is not None else message.caption_entities
    entities = tuple(entity for entity in found if entity.type in _OURS)
    return Face(Written(text, entities), message.reply_markup)


def kept_of(message: Message) -> Kept:
    """The name of a message that Telegram shows us."""
    return Kept(chat=message.chat_id, message=message.message_id, photo=message.text is None)
