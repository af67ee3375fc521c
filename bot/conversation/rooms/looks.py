"""Typefaces, colours, materials and effects: what there is, and a screen to choose it on."""

from collections.abc import Sequence

from bot.conversation.act import Act, Verb, act
from bot.conversation.answer import Answers, Hints, Turns
from bot.conversation.caller import Caller, Screen, View
from bot.conversation.means import Means
from bot.conversation.message import Button, Choice, Message, Picker
from bot.conversation.naming import Naming, named
from bot.conversation.rooms.accepting import ordered
from bot.conversation.rooms.card import back_to
from bot.conversation.rooms.portrait import heading, typefaces
from bot.conversation.rooms.sampling import COLOURS, FONTS, sample
from bot.conversation.rooms.targets import ALL, blocks_of, target_named, target_row
from bot.conversation.words import Words
from pipeline.domain.blocks import find
from pipeline.domain.errors import VersionError
from pipeline.domain.layout import EffectKind, Layout, Material, TextBlock, Trait
from pipeline.domain.operation import Restyle
from pipeline.domain.version import Document, Version

MATERIAL, EFFECTS, NONE = "material", "effects", "none"
_ANY_PAGE = "1"


async def _look(means: Means, caller: Caller, pressed: Act) -> Answers:
    """What shall change; then a picture of the choices, or a list of them."""
    version = await means.studio.changeable(caller.person, pressed.about)
    what, words = pressed.arg(1), caller.words
    target = target_named(version.document.layout, pressed.arg(3))
    match what:
        case "fonts" | "colours":
            return (await sample(means, caller, version, what, pressed.arg(2), target),)
        case "material":
            return (Turns(message=_materials(version, target, words)),)
        case "effects":
            return (Turns(message=_effects(version, target, words)),)
        case _:
            return (Turns(message=_menu(means, version, words)),)


def _menu(means: Means, version: Version, words: Words) -> Message:
    faces = typefaces(version.document, means, words)
    base = act(Verb.LOOK, version.id)
    return Message(
        title=heading(version, words), lines=(words.say("look-now", typefaces=faces),),
        rows=(
            (Button(label=words.say("look-fonts"), act=base.adding(FONTS)),
             Button(label=words.say("look-colours"), act=base.adding(COLOURS))),
            (Button(label=words.say("look-material"), act=base.adding(MATERIAL)),
             Button(label=words.say("look-effects"), act=base.adding(EFFECTS))),
            (back_to(version.id, words),),
        ),
    )  # fmt: skip


def _materials(version: Version, target: str, words: Words) -> Message:
    now = _first(version.document.layout, target).material
    choices = [
        _choice(str(one), named(Naming.MATERIAL, str(one), words), words, chosen=one is now)
        for one in Material
    ]  # fmt: skip
    said = (words.say("look-which-material"), words.say("look-pick-material"))
    return _list(version, MATERIAL, target, said, choices, words)


def _effects(version: Version, target: str, words: Words) -> Message:
    now = _kinds(version.document.layout, target)
    choices = [
        _choice(str(one), named(Naming.EFFECT, str(one), words), words, chosen=one in now)
        for one in EffectKind
    ]  # fmt: skip
    none = Choice(label=named(Naming.EFFECT, NONE, words), value=NONE)
    said = (words.say("look-which-effects"), words.say("look-pick-effects"))
    return _list(version, EFFECTS, target, said, [*choices, none], words)


def _list(
    version: Version, what: str, target: str, said: tuple[str, str], choices: Sequence[Choice],
    words: Words,
) -> Message:  # fmt: skip
    """The choices with what is `said` above them, and in their place before one is chosen."""
    base = act(Verb.RESTYLE, version.id, what, target)
    others = act(Verb.LOOK, version.id, what, _ANY_PAGE)
    return Message(
        title=heading(version, words), lines=(said[0],),
        rows=(
            *target_row(version.document.layout, target, others, words),
            Picker(act=base, prompt=said[1], choices=tuple(choices)),
            (back_to(version.id, words),),
        ),
    )  # fmt: skip


def _choice(value: str, label: str, words: Words, *, chosen: bool) -> Choice:
    return Choice(label=words.say("chosen", label=label) if chosen else label, value=value)


def _first(layout: Layout, target: str) -> TextBlock:
    return layout.blocks[0] if target == ALL else find(layout, target)


def _kinds(layout: Layout, target: str) -> tuple[EffectKind, ...]:
    """The effects that the target has; of all texts, those of the first."""
    return _kinds_of(_first(layout, target))


def _kinds_of(block: TextBlock) -> tuple[EffectKind, ...]:
    return tuple(dict.fromkeys(effect.kind for effect in block.effects))


async def _restyle(means: Means, caller: Caller, pressed: Act) -> Answers:
    """Order the look that was chosen.

    Raises:
        VersionError: for a look that there is not; see `Menu.settled`.
    """
    version = await means.studio.changeable(caller.person, pressed.about)
    operation = _operation(version, pressed.arg(1), pressed.arg(2), pressed.arg(3))
    if operation is None:
        return (Hints(text=caller.words.say("chat-unknown")),)
    _demand_new(version.document, operation)
    view = View(screen=Screen.CARD, here=True)
    return (await ordered(means, caller, version, operation, view),)


def _operation(version: Version, what: str, about: str, value: str) -> Restyle | None:
    target = target_named(version.document.layout, about)
    blocks = blocks_of(target)
    match what:
        case "fonts":
            return Restyle(blocks=blocks, pairing=value)
        case "colours":
            return Restyle(blocks=blocks, colour=f"#{value}")
        case "material" if value in set(Material):
            return Restyle(blocks=blocks, material=Material(value))
        case "effects" if value in {NONE, *EffectKind}:
            return Restyle(blocks=blocks, effects=_toggled(version, target, value))
        case _:
            return None


def _demand_new(document: Document, wanted: Restyle) -> None:
    """Find out now, rather than from a failed order, whether anything would be different.

    Raises:
        VersionError: `text-unchanged`.
    """
    layout = document.layout
    blocks = [find(layout, name) for name in wanted.blocks] or layout.blocks
    faces = wanted.pairing != document.pairing or any(Trait.FACE in b.chosen for b in blocks)
    pairing = wanted.pairing is None or not (wanted.blocks or faces)
    material = wanted.material is None or all(b.material is wanted.material for b in blocks)
    effects = wanted.effects is None or all(_kinds_of(b) == wanted.effects for b in blocks)
    colour = wanted.colour is None or all(b.colour == wanted.colour for b in blocks)
    if pairing and material and effects and colour:
        raise VersionError("text-unchanged")


def _toggled(version: Version, target: str, value: str) -> tuple[EffectKind, ...]:
    """The effects that are there with one more, or with one less if it was among them."""
    if value == NONE:
        return ()
    now, one = _kinds(version.document.layout, target), EffectKind(value)
    return tuple(kind for kind in now if kind is not one) if one in now else (*now, one)


PRESSES = {Verb.LOOK: _look, Verb.RESTYLE: _restyle}
