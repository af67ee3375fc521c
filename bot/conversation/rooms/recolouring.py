"""The drawing in other colours: a palette of its style, the next one, or colours of one's own."""

from collections.abc import Iterator, Mapping

from bot.conversation.act import Act, Verb, act
from bot.conversation.answer import Answers, Asks, Turns
from bot.conversation.caller import Caller, Screen, View
from bot.conversation.form import Field, Form
from bot.conversation.means import Means
from bot.conversation.message import Button, Choice, Message, Picker
from bot.conversation.naming import palette_named
from bot.conversation.rooms.accepting import ordered
from bot.conversation.rooms.card import back_to, card
from bot.conversation.rooms.portrait import heading, palette_now
from bot.conversation.rooms.retrying import as_typed, is_again, or_again
from bot.conversation.rooms.targets import blocks_of, called, target_named
from bot.conversation.words import Words
from pipeline.domain.art import Drawn
from pipeline.domain.errors import VersionError
from pipeline.domain.operation import Operation, Recolour, Restyle
from pipeline.domain.version import Version

NEXT = "next"
COLOURS = 3
"""Colours that one can wish for."""
PALETTES = 24
"""Of a style, beside the next one: a picker has 25 places."""
_EXAMPLES = ("#1b2a4a", "#d8b25c", "#f4efe4")
_LIMIT = 40


async def _recolour(means: Means, caller: Caller, pressed: Act) -> Answers:
    """The palettes, or the order of one.

    Raises:
        VersionError: `art-not-drawn` for a picture that somebody brought; `palette-unknown`.
    """
    version = await _drawn(means, caller, pressed.about)
    palette = pressed.arg(1)
    if not palette:
        return (Turns(message=_palettes(means, version, caller.words)),)
    operation = Recolour(palette="" if palette == NEXT else palette)
    result = await ordered(means, caller, version, operation, View(screen=Screen.CARD))
    return (Turns(message=await card(means, caller.words, version)), result)


async def _drawn(means: Means, caller: Caller, version: str) -> Version:
    found = await means.studio.changeable(caller.person, version)
    if not isinstance(found.document.art, Drawn):
        raise VersionError("art-not-drawn")
    return found


def _palettes(means: Means, version: Version, words: Words) -> Message:
    base = act(Verb.RECOLOUR, version.id)
    prompt = words.say("recolour-choose", palette=palette_now(version, words))
    names = [palette.name for palette in means.menu.palettes_of(version)[:PALETTES]]
    choices = (Choice(label=words.say("recolour-next"), value=NEXT),
               *(_choice(name, version, words) for name in names))  # fmt: skip
    own = Button(label=words.say("recolour-own"), act=act(Verb.TINT, version.id))
    return Message(
        title=heading(version, words), lines=(prompt,),
        rows=(
            Picker(act=base, prompt=words.say("recolour-prompt"), choices=choices),
            (own, back_to(version.id, words)),
        ),
    )  # fmt: skip


def _choice(name: str, version: Version, words: Words) -> Choice:
    """A palette; the present one is ticked."""
    art, label = version.document.art, palette_named(name, words)
    is_now = isinstance(art, Drawn) and art.choice.palette.name == name
    return Choice(label=words.say("chosen", label=label) if is_now else label, value=name)


async def _tint(means: Means, caller: Caller, pressed: Act) -> Answers:
    """The form: colours of the drawing, or where the act names a text, the colour of that."""
    words, about = caller.words, pressed.arg(1)
    if about:
        version = await means.studio.changeable(caller.person, pressed.about)
        target = target_named(version.document.layout, about)
        fields, title = (_lettering_field(version, target, words),), words.say("tint-text-title")
    else:
        version = await _drawn(means, caller, pressed.about)
        fields, title = tuple(_fields(words)), words.say("tint-title")
    form = Form(act=pressed, title=title, fields=fields)
    return (Asks(form=await as_typed(means, caller, form)),)


def _lettering_field(version: Version, target: str, words: Words) -> Field:
    name = called(target, words)
    return Field(key="1", label=name, question=words.say("tint-text-question", block=name),
                 example=words.say("tint-example", colour=_EXAMPLES[1]), needed=True,
                 limit=_LIMIT)  # fmt: skip


def _fields(words: Words) -> Iterator[Field]:
    for number in range(1, COLOURS + 1):
        example = words.say("tint-example", colour=_EXAMPLES[number - 1])
        label = words.say("tint-label", number=number)
        question = words.say("tint-question", number=number)
        yield Field(key=str(number), label=label, question=question, example=example,
                    needed=number == 1, limit=_LIMIT)  # fmt: skip


async def _tinted(
    means: Means, caller: Caller, pressed: Act, values: Mapping[str, str]
) -> Answers:  # fmt: skip
    """Order the colours that were given, or tell why not."""
    is_drawing = not pressed.arg(1)
    version = await (_drawn(means, caller, pressed.about) if is_drawing
                     else means.studio.changeable(caller.person, pressed.about))  # fmt: skip
    answering = _ordered(means, caller, version, pressed, values)
    return await or_again(means, caller, pressed, values, answering)


async def _ordered(
    means: Means, caller: Caller, version: Version, pressed: Act, values: Mapping[str, str]
) -> Answers:  # fmt: skip
    """The order; what is ordered from a sentence about a form comes in a message of its own.

    Raises:
        VersionError: `colour-unknown`, `text-unchanged`.
    """
    wished = tuple(text for key in sorted(values) if (text := values[key].strip()))
    if not wished:
        raise VersionError("text-unchanged")
    about = pressed.arg(1)
    if about:
        blocks = blocks_of(target_named(version.document.layout, about))
        operation: Operation = Restyle(blocks=blocks, colour=wished[0])
        view = View(screen=Screen.CARD, here=not is_again(pressed))
    else:
        operation, view = Recolour(colours=wished[:COLOURS]), View(screen=Screen.CARD)
    return (await ordered(means, caller, version, operation, view),)


PRESSES = {Verb.RECOLOUR: _recolour, Verb.TINT: _tint}
SUBMITS = {Verb.TINT: _tinted}
