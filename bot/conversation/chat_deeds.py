"""Operations in words as a chat has them: without ids, and without the names that programs use."""

from collections.abc import Callable, Iterator, Sequence

from bot.conversation.deeds import deed, one_line, shortened
from bot.conversation.naming import Naming, named, palette_named
from bot.conversation.words import Words
from pipeline.domain.operation import (
    Anchor9,
    Compare,
    EditText,
    EraseText,
    FindText,
    Fork,
    MoveText,
    Nudge,
    Operation,
    Print,
    Recolour,
    ReplaceText,
    Restyle,
    Sample,
)

NameOf = Callable[[str], str]
_TEXT = 40


def chat_deed(operation: Operation, words: Words, name_of: NameOf | None = None) -> str:
    """What an operation does, as a short phrase that begins a line.

    `name_of` gives the name that people know a pairing of typefaces by.
    """
    said = _deed(operation, words, name_of)
    return said[:1].upper() + said[1:]


def _deed(  # noqa: C901, PLR0911, PLR0912 - one case for each operation
    operation: Operation, words: Words, name_of: NameOf | None
) -> str:
    match operation:
        case EditText():
            return ", ".join(_texts(operation, words))
        case MoveText(block=block, to=Anchor9() as anchor):
            return words.say("chat-deed-moved", block=named(Naming.BLOCK, block, words),
                             place=named(Naming.ANCHOR, str(anchor), words))  # fmt: skip
        case MoveText(block=block, to=Nudge() as nudge):
            return words.say("chat-deed-nudged", block=named(Naming.BLOCK, block, words),
                             way=_way(nudge))  # fmt: skip
        case Restyle(pairing=str() as pairing):
            typefaces = name_of(pairing) if name_of else ""
            return words.say("chat-deed-typefaces", typefaces=typefaces)
        case Restyle(size=float() as size, colour=None, material=None, effects=None):
            way = "larger" if size > 1 else "smaller"
            return words.say("chat-deed-sized", blocks=_blocks(operation, words), way=way)
        case Restyle():
            return words.say("chat-deed-restyled", blocks=_blocks(operation, words),
                             look=", ".join(_look(operation, words)))  # fmt: skip
        case Recolour(palette=palette, colours=colours):
            wanted = palette_named(palette, words) if palette else _colours(colours, words)
            return words.say("chat-deed-recoloured", colours=wanted)
        case Fork():
            return words.say("chat-deed-forked")
        case Compare(versions=versions):
            return words.say("chat-deed-compared", count=len(versions))
        case Sample(pairings=pairings):
            return words.say("chat-deed-sampled", what="typefaces" if pairings else "colours")
        case EraseText(areas=areas):
            return words.say("chat-deed-erased", count=len(areas))
        case ReplaceText(words=text):
            return words.say("chat-deed-replaced", text=one_line(text, _TEXT))
        case FindText():
            return words.say("chat-deed-found")
        case Print():
            return words.say("chat-deed-printed")
        case _:
            return deed(operation, words)


def _way(nudge: Nudge) -> str:
    """The direction of a nudge, or that in which it goes further."""
    if abs(nudge.dx) > abs(nudge.dy):
        return "right" if nudge.dx > 0 else "left"
    return "down" if nudge.dy > 0 else "up"


def _texts(edit: EditText, words: Words) -> Iterator[str]:
    for block, text in edit.changes:
        name = named(Naming.BLOCK, block, words)
        if text:
            yield words.say("chat-deed-text", block=name, text=shortened(text))
        else:
            yield words.say("deed-text-removed", block=name)


def _look(restyle: Restyle, words: Words) -> Iterator[str]:
    if restyle.colour is not None:
        yield words.say("chat-deed-colour", colour=_colours((restyle.colour,), words))
    if restyle.size is not None:
        yield words.say("deed-look-size", size=f"{restyle.size:.0%}")
    if restyle.material is not None:
        material = named(Naming.MATERIAL, str(restyle.material), words)
        yield words.say("chat-deed-material", material=material)
    if restyle.effects is not None:
        effects = [named(Naming.EFFECT, str(effect), words) for effect in restyle.effects]
        yield words.say("chat-deed-effects", effects=", ".join(effects))


def _colours(colours: Sequence[str], words: Words) -> str:
    """Colours by name; orders of an earlier release may hold the words that were typed."""
    from pipeline.stages.colour_names import colours_named  # noqa: PLC0415 - help draws nothing

    if not all(colour.startswith("#") for colour in colours):
        return ", ".join(colours)
    return ", ".join(colours_named(colours, words.language))


def _blocks(restyle: Restyle, words: Words) -> str:
    names = (named(Naming.BLOCK, block, words) for block in restyle.blocks)
    return ", ".join(names) or words.say("deed-all-blocks")
