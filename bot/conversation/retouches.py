"""What was done to lettering in a cover's picture, in words: the same for chats and terminals."""

from collections.abc import Iterator

from bot.conversation.words import Words
from pipeline.domain.art import Art, Drawn
from pipeline.domain.fonts import FontCatalogue
from pipeline.domain.lettering import Erasure, Hand, Replacement, Retouch


def retouch_lines(
    art: Art, words: Words, *, last: bool = False, fonts: FontCatalogue | None = None
) -> Iterator[str]:  # fmt: skip
    """A sentence for each retouch, oldest first, and one for what is left; `last`: of that alone.

    With `fonts`, typefaces are called what people call them in the language of `words`.
    """
    retouches = () if isinstance(art, Drawn) else art.retouches
    for retouch in retouches[-1:] if last else retouches:
        yield from _said(retouch, words, fonts)


def _said(retouch: Retouch, words: Words, fonts: FontCatalogue | None) -> Iterator[str]:
    match retouch:
        case Erasure(erased=erased, left=left, by_itself=by_itself):
            yield words.say("retouch-erased-by-itself" if by_itself else "retouch-erased",
                            count=erased)  # fmt: skip
            if left:
                yield words.say("retouch-left", count=left)
        case Replacement(words=""):  # a fork is not told which they were
            return
        case Replacement(hand=Hand.MODEL, words=text, read=read):
            yield words.say("retouch-replaced-model", text=text)
            if read and _letters(read) != _letters(text):
                yield words.say("retouch-read", read=read)
        case Replacement(words=text, face=face, fallback=fallback):
            called = fonts.family_as(face, words.language) if fonts else face
            yield words.say("retouch-replaced-type", text=text, face=called)
            if fallback:
                yield words.say("retouch-fallback")


def _letters(text: str) -> str:
    """What must be read rightly: letters and digits, not how they are spaced or cased."""
    return "".join(char for char in text.casefold() if char.isalnum())
