"""Operations in words as a chat has them: without ids, and without the names that programs use."""

from collections.abc import Callable

from bot.conversation.deeds import deed
from bot.conversation.naming import Naming, named, palette_named
from bot.conversation.words import Words
from pipeline.domain.operation import (
    Compare,
    Fork,
    MoveText,
    Nudge,
    Operation,
    Recolour,
    Restyle,
    Sample,
)

NameOf = Callable[[str], str]


def chat_deed(operation: Operation, words: Words, name_of: NameOf | None = None) -> str:
    """What an operation does, as a short phrase that begins a line.

    `name_of` gives the name that people know a pairing of typefaces by.
    """
    said = _deed(operation, words, name_of)
    return said[:1].upper() + said[1:]


def _deed(  # noqa: PLR0911 - one line for each operation
    operation: Operation, words: Words, name_of: NameOf | None
) -> str:
    match operation:
        case MoveText(block=block, to=Nudge() as nudge):
            return words.say("chat-deed-nudged", block=named(Naming.BLOCK, block, words),
                             way=_way(nudge))  # fmt: skip
        case Restyle(pairing=str() as pairing):
            typefaces = name_of(pairing) if name_of else ""
            return words.say("chat-deed-typefaces", typefaces=typefaces)
        case Restyle(size=float() as size, colour=None, material=None, effects=None):
            way = "larger" if size > 1 else "smaller"
            return words.say("chat-deed-sized", blocks=_blocks(operation, words), way=way)
        case Recolour(palette=palette, colours=colours):
            wanted = palette_named(palette, words) if palette else ", ".join(colours)
            return words.say("chat-deed-recoloured", colours=wanted)
        case Fork():
            return words.say("chat-deed-forked")
        case Compare(versions=versions):
            return words.say("chat-deed-compared", count=len(versions))
        case Sample(pairings=pairings):
            return words.say("chat-deed-sampled", what="typefaces" if pairings else "colours")
        case _:
            return deed(operation, words)


def _way(nudge: Nudge) -> str:
    """The direction of a nudge, or that in which it goes further."""
    if abs(nudge.dx) > abs(nudge.dy):
        return "right" if nudge.dx > 0 else "left"
    return "down" if nudge.dy > 0 else "up"


def _blocks(restyle: Restyle, words: Words) -> str:
    names = (named(Naming.BLOCK, block, words) for block in restyle.blocks)
    return ", ".join(names) or words.say("deed-all-blocks")
