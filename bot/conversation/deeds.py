"""Operations in words: what was done to a cover, or is to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.conversation.naming import Naming, named
from pipeline.domain.geometry import Box
from pipeline.domain.operation import (
    Anchor9,
    Compare,
    EditText,
    EraseText,
    Export,
    FindText,
    Fork,
    Illustrate,
    Letter,
    MoveText,
    Nudge,
    Operation,
    Paint,
    Print,
    Recolour,
    ReplaceText,
    Reroll,
    Restyle,
    Sample,
    Upscale,
    Vary,
    kind_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.conversation.words import Fact, Words

_SHOWN = 40
"""Characters of a text that a deed quotes."""


def deed(  # noqa: C901, PLR0912 - one case for each operation
    operation: Operation, words: Words
) -> str:
    """What an operation does, as a short phrase without a full stop."""
    kind = kind_of(operation)
    facts: dict[str, Fact] = {}
    match operation:
        case EditText():
            return ", ".join(_changes(operation, words))
        case MoveText(block=block, to=to):
            facts = {"block": named(Naming.BLOCK, block, words), "place": _place(to, words)}
        case Restyle():
            facts = {
                "blocks": _blocks(operation, words),
                "look": ", ".join(_look(operation, words)),
            }
        case Recolour(palette=palette, colours=colours):
            facts = {"colours": palette or ", ".join(colours)}
        case Fork(source=source):
            facts = {"source": source}
        case Compare(versions=versions):
            facts = {"versions": ", ".join(versions)}
        case Sample(pairings=pairings, colours=colours):
            facts = {"pairings": ", ".join(pairings), "colours": ", ".join(colours)}
        case EraseText(areas=areas):
            facts = {"count": len(areas)}
        case ReplaceText(words=text):
            facts = {"text": shortened(text)}
        case Export(format=form):
            facts = {"format": form}
        case Upscale(weights=weights):
            facts = {"weights": str(weights or "")}
        case Print(target=target):
            facts = {"target": target}
        case Paint(picture=picture):
            facts = {"source": "picture" if picture else "brief"}
        case Illustrate() | Letter() | Vary() | Reroll() | FindText():
            pass
    return words.say(f"deed-{kind}", **facts)


def _changes(edit: EditText, words: Words) -> Iterator[str]:
    for block, text in edit.changes:
        name = named(Naming.BLOCK, block, words)
        if text:
            yield words.say("deed-text-set", block=name, text=shortened(text))
        else:
            yield words.say("deed-text-removed", block=name)


def _place(to: Box | Anchor9 | Nudge, words: Words) -> str:
    match to:
        case Anchor9():
            return named(Naming.ANCHOR, str(to), words)
        case Nudge(dx=dx, dy=dy):
            return words.say("deed-place-by", dx=f"{dx:+.0%}", dy=f"{dy:+.0%}")
        case Box():
            return words.say("deed-place-box", x=f"{to.x:.0%}", y=f"{to.y:.0%}",
                             w=f"{to.w:.0%}", h=f"{to.h:.0%}")  # fmt: skip


def _blocks(restyle: Restyle, words: Words) -> str:
    if not restyle.blocks:
        return words.say("deed-all-blocks")
    return ", ".join(named(Naming.BLOCK, block, words) for block in restyle.blocks)


def _look(restyle: Restyle, words: Words) -> Iterator[str]:
    if restyle.pairing is not None:
        yield words.say("deed-look-font", font=restyle.pairing)
    if restyle.colour is not None:
        yield words.say("deed-look-colour", colour=restyle.colour)
    if restyle.size is not None:
        yield words.say("deed-look-size", size=f"{restyle.size:.0%}")
    if restyle.material is not None:
        yield words.say("deed-look-material",
                        material=named(Naming.MATERIAL, str(restyle.material), words))  # fmt: skip
    if restyle.effects is not None:
        effects = [named(Naming.EFFECT, str(effect), words) for effect in restyle.effects]
        yield words.say("deed-look-effects", effects=", ".join(effects))


def one_line(text: str, characters: int) -> str:
    """`text` on a line, cut like `shortened`."""
    return shortened(" ".join(text.split()), characters)


def shortened(text: str, characters: int = _SHOWN) -> str:
    """`text`, cut with an ellipsis when it is longer than `characters`."""
    return text if len(text) <= characters else text[: characters - 1].rstrip() + "…"
