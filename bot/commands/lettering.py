"""`articover text`, `move` and `restyle`: other words, other places, another look."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from bot.app import App
from bot.commands.ordering import ordering
from bot.commands.suggesting import blocks_of, colour_names
from bot.conversation.naming import Naming, read_block
from bot.conversation.words import Words
from bot.terminal.grammar import Misused, Suggested, Titled
from bot.terminal.values import BlockName, Factor, Fractions, NamedChoice, NamedSeveral
from pipeline.domain.blocks import ROLES
from pipeline.domain.geometry import Box
from pipeline.domain.layout import EffectKind, Material, Role
from pipeline.domain.operation import Anchor9, EditText, MoveText, Nudge, Restyle

if TYPE_CHECKING:
    from collections.abc import Sequence

_PLACED = ("to", "box", "by")


def text(app: App) -> click.Command:
    """The click command: other words for blocks, new blocks, and blocks taken away."""
    words = app.words

    def operation(
        *, added: tuple[str, ...], changed: tuple[str, ...], removed: tuple[str, ...],
        **roles: str | None,
    ) -> EditText:  # fmt: skip
        said = [(str(role), roles[role]) for role in ROLES]
        wanted = [(block, given) for block, given in said if given is not None]
        wanted += [
            *(_assigned(one, words) for one in changed),
            *((Role.FREE, one) for one in added),
        ]
        for block, given in wanted:
            _demand_words(block, given, words)
        changes = [*((str(block), given) for block, given in wanted),
                   *((block, "") for block in removed)]  # fmt: skip
        _demand_sense(changes, words)
        return EditText(changes=tuple(changes))

    heading = words.say("help-heading-words")
    return ordering(app, "text", [
        *(Titled([f"--{role}"], metavar="WORDS", heading=heading,
                 help=words.say("help-text-role", role=str(role))) for role in ROLES),
        Titled(["--add", "added"], metavar="WORDS", multiple=True, heading=heading,
               help=words.say("help-text-add")),
        Titled(["--set", "changed"], metavar="BLOCK=WORDS", multiple=True, heading=heading,
               help=words.say("help-text-set")),
        Titled(["--remove", "removed"], metavar="BLOCK", multiple=True, heading=heading,
               type=_block(app), help=words.say("help-text-remove")),
    ], operation)  # fmt: skip


def _assigned(assignment: str, words: Words) -> tuple[str, str]:
    """`BLOCK=WORDS` as its two parts."""
    block, equals, said = assignment.partition("=")
    if not equals or not block.strip():
        raise click.BadParameter(words.say("text-set-form"), param_hint="--set")
    return read_block(block), said


def _demand_words(block: str, said: str, words: Words) -> None:
    if not said.strip():
        raise Misused(words.say("text-empty", block=block))


def _demand_sense(changes: Sequence[tuple[str, str]], words: Words) -> None:
    """At least one change, and no block twice; what is added is a block of its own each time."""
    if not changes:
        raise Misused(words.say("text-nothing"))
    blocks = [block for block, said in changes if not (block == Role.FREE and said)]
    twice = next((block for index, block in enumerate(blocks) if block in blocks[:index]), None)
    if twice is not None:
        raise Misused(words.say("text-twice", block=twice))


def move(app: App) -> click.Command:
    """The click command: a text block in another place."""
    words = app.words

    def operation(*, block: str, **place: Any) -> MoveText:
        given = [name for name in _PLACED if place[name] is not None]
        if len(given) != 1:
            raise Misused(words.say("move-one-of"))
        return MoveText(block=block, to=_place(given[0], place[given[0]], words))

    heading = words.say("help-heading-place")
    return ordering(app, "move", [
        click.Argument(["block"], type=_block(app), metavar="BLOCK"),
        Titled(["--to"], metavar="PLACE", heading=heading, help=words.say("help-move-to"),
               type=NamedChoice(words, Naming.ANCHOR, [str(anchor) for anchor in Anchor9])),
        Titled(["--box"], metavar="X,Y,W,H", heading=heading, help=words.say("help-move-box"),
               type=Fractions(words, 4, least=0, example="10%,8%,80%,25%")),
        Titled(["--by"], metavar="DX,DY", heading=heading, help=words.say("help-move-by"),
               type=Fractions(words, 2, least=-1, example="0,-5%")),
    ], operation)  # fmt: skip


def _place(option: str, value: Any, words: Words) -> Box | Anchor9 | Nudge:
    """Where the block goes.

    Raises:
        click.BadParameter: for a box that is none on the cover, and for no way at all.
    """
    if option == "to":
        return Anchor9(value)
    if option == "by":
        if not any(value):
            raise click.BadParameter(words.say("move-nowhere"), param_hint="--by")
        return Nudge(dx=value[0], dy=value[1])
    x, y, w, h = value
    if not (w > 0 and h > 0 and x + w <= 1 and y + h <= 1):
        raise click.BadParameter(words.say("move-box-outside"), param_hint="--box")
    return Box(x=x, y=y, w=w, h=h)


def restyle(app: App) -> click.Command:
    """The click command: another look for some blocks, or for all."""
    words = app.words

    def option(names: list[str], metavar: str, **more: Any) -> click.Parameter:
        key = f"help-restyle-{names[0].removeprefix('--')}"
        return Titled(names, metavar=metavar, heading=words.say("help-heading-look"),
                      help=words.say(key), **more)  # fmt: skip

    materials = [str(material) for material in Material]
    effects = [*(str(effect) for effect in EffectKind), "none"]
    return ordering(app, "restyle", [
        option(["--block", "blocks"], "BLOCK", multiple=True, type=_block(app)),
        option(["--font"], "PAIRING", type=Suggested(lambda: _pairings(app))),
        option(["--colour", "--color", "colour"], "COLOUR", type=Suggested(colour_names)),
        option(["--size"], "FACTOR", type=Factor(words)),
        option(["--material"], "NAME", type=NamedChoice(words, Naming.MATERIAL, materials)),
        option(["--effects"], "NAME,…", type=NamedSeveral(words, Naming.EFFECT, effects)),
    ], lambda **look: _restyle(look, words))  # fmt: skip


def _restyle(look: dict[str, Any], words: Words) -> Restyle:
    """The look that the options ask for.

    Raises:
        Misused: when they ask for none.
    """
    if all(look[name] is None for name in ("font", "colour", "size", "material", "effects")):
        raise Misused(words.say("restyle-nothing"))
    material, effects = look["material"], look["effects"]
    return Restyle(
        blocks=tuple(dict.fromkeys(look["blocks"])),
        pairing=look["font"],
        colour=look["colour"],
        size=look["size"],
        material=None if material is None else Material(material),
        effects=None if effects is None
        else tuple(EffectKind(name) for name in effects.split(",") if name),
    )  # fmt: skip


def _block(app: App) -> BlockName:
    def suggest(context: click.Context) -> Sequence[str]:
        given = context.params.get("versions")
        return blocks_of(app, given[0] if given else None)

    return BlockName(suggest)


def _pairings(app: App) -> list[str]:
    return [pairing.name for pairing in app.library().catalogue.pairings]
