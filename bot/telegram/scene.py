"""What an answer is the answer to."""

from dataclasses import dataclass

from bot.conversation.words import Words
from bot.telegram.callers import reply_to
from bot.telegram.faces import face_of, kept_of
from bot.telegram.hearing import Heard, Pressed, Source
from bot.telegram.places import Kept, Spot
from bot.telegram.query import Query
from bot.telegram.sending import Sending


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Who did what where; `person` is empty for who could not be looked up.

    `pressed` is the message whose button it was, as far as it can be changed. Whoever was `led` has
    been told already that something waits in their private chat.
    """

    source: Source
    person: str
    words: Words
    query: Query | None = None
    pressed: Kept | None = None
    led: bool = False

    @property
    def spot(self) -> Spot:
        """Where a new message goes; in a group it quotes what it answers."""
        reply = reply_to(self.source)
        if reply is None and self.pressed is not None and not self.source.private:
            reply = self.pressed.message
        return Spot(chat=self.source.chat, thread=self.source.thread, reply=reply)


def scene_of(
    heard: Heard, person: str, words: Words, query: Query | None, sending: Sending
) -> Scene:  # fmt: skip
    """The scene of something that was heard; how a pressed message looks is remembered."""
    pressed = None
    if isinstance(heard, Pressed) and heard.on is not None:
        pressed = kept_of(heard.on)
        if sending.faces.of(pressed) is None:
            sending.faces.keep(pressed, face_of(heard.on))
    return Scene(source=heard.source, person=person, words=words, query=query, pressed=pressed)
