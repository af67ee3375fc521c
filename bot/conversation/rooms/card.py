"""One version with everything that can be done to it."""

from collections.abc import Iterator, Sequence

from bot.conversation.act import Act, Verb, act
from bot.conversation.answer import Answers, Turns
from bot.conversation.caller import Caller, Screen, View
from bot.conversation.means import Means
from bot.conversation.message import Button, Message, Tone
from bot.conversation.rooms.editing import PER_FORM
from bot.conversation.rooms.kin import kin, kin_of
from bot.conversation.rooms.portrait import heading, lineage, picture, preflight, settings
from bot.conversation.words import Words
from pipeline.domain.art import Brought, Drawn, Painted
from pipeline.domain.lettering import Erasure
from pipeline.domain.outcome import Parcel
from pipeline.domain.painting import Engine
from pipeline.domain.version import Version

Buttons = Iterator[Button]
_STAND = "stand"
ERASE, REPLACE = "erase", "replace"
"""What lettering in a picture is looked for."""


async def card(
    means: Means, words: Words, version: Version, *, said: str = "", looking: bool = False
) -> Message:
    """The version's picture, what it is, and its buttons; `said` stands above all that.

    Who is only `looking`, since the cover is somebody else's, gets no button that they would be
    refused, and is not told what the version came from.
    """
    tree = (version,) if looking else (await kin_of(means, version.id)).tree
    said = words.say("card-only-look") if looking else said
    lines = (said, lineage(version, tree, means, words),
             *settings(version, means, words, looking=looking), *preflight(version, words))  # fmt: skip
    return Message(
        title=heading(version, words), lines=tuple(line for line in lines if line),
        pictures=(picture(version, means, words),),
        rows=(tuple(_for_others(version, words)),) if looking
        else _rows(version, tree, words, paints=means.menu.paints),
    )  # fmt: skip


def back_to(version: str, words: Words) -> Button:
    """The button that leads from any screen back to the card of a version."""
    return Button(label=words.say("card-button-card"), act=act(Verb.CARD, version))


def _rows(
    version: Version, tree: Sequence[Version], words: Words, *, paints: bool
) -> tuple[tuple[Button, ...], ...]:  # fmt: skip
    rows = (
        _lettering(version, words), _art(version, words, paints=paints), _stepping(version, tree, words),
        _sharing(version, words), _whole(version, words),
    )  # fmt: skip
    return tuple(filled for row in rows if (filled := tuple(row)))


def _lettering(version: Version, words: Words) -> Buttons:
    """What changes the words that are set on the picture."""
    yield _button(words.say("card-button-edit"), Verb.EDIT, version, Tone.MAIN)
    if len(version.document.layout.blocks) > PER_FORM:
        label = words.say("card-button-edit-more")
        yield Button(label=label, act=act(Verb.EDIT, version.id, "2"))
    yield _button(words.say("card-button-move"), Verb.MOVE, version)
    yield _button(words.say("card-button-look"), Verb.LOOK, version)


def _art(version: Version, words: Words, *, paints: bool) -> Buttons:
    """What makes other art, or other lettering in it; a picture that was brought is no drawing."""
    match version.document.art:
        case Drawn():
            yield _button(words.say("card-button-recolour"), Verb.RECOLOUR, version)
            yield from _others(version, words)
            if paints:
                yield _remade(words.say("card-button-paint"), Engine.PAINTER, version)
        case Painted() as art:
            yield from _others(version, words)
            yield _remade(words.say("card-button-draw"), Engine.ILLUSTRATOR, version)
            yield from _in_picture(version, art, words)
        case Brought() as art:
            if paints:
                yield _remade(words.say("card-button-paint-from"), Engine.PAINTER, version)
            yield from _in_picture(version, art, words)


def _in_picture(version: Version, art: Painted | Brought, words: Words) -> Buttons:
    """What changes lettering that is part of the picture; first of all what erasing has left."""
    left = any(isinstance(one, Erasure) and one.left for one in art.retouches[-1:])
    erase = words.say("card-button-erase-left" if left else "card-button-erase")
    yield Button(label=erase, act=act(Verb.FIND, version.id, ERASE),
                 tone=Tone.MAIN if left else Tone.PLAIN)  # fmt: skip
    yield Button(label=words.say("card-button-replace"), act=act(Verb.FIND, version.id, REPLACE))


def _others(version: Version, words: Words) -> Buttons:
    yield _button(words.say("card-button-vary"), Verb.VARY, version)
    yield _button(words.say("card-button-idea"), Verb.IDEA, version)


def _remade(label: str, engine: Engine, version: Version) -> Button:
    return Button(label=label, act=act(Verb.REMAKE, version.id, engine.value))


def _stepping(version: Version, tree: Sequence[Version], words: Words) -> Buttons:
    if version.parent is not None:
        yield _button(words.say("card-button-undo"), Verb.UNDO, version)
    if any(one.parent == version.id for one in tree):
        yield _button(words.say("card-button-redo"), Verb.REDO, version)
    if len(tree) > 1:
        yield _button(words.say("card-button-versions"), Verb.VERSIONS, version)
        yield _button(words.say("card-button-compare"), Verb.COMPARE, version)


def _sharing(version: Version, words: Words) -> Buttons:
    drawn = isinstance(version.document.art, Drawn)
    label = words.say("card-button-print" if drawn else "card-button-print-larger")
    yield _button(label, Verb.PRINT, version, Tone.MAIN)
    yield from _for_others(version, words)


def _for_others(version: Version, words: Words) -> Buttons:
    """What is everybody's who may look."""
    yield _button(words.say("card-button-vote"), Verb.VOTE, version)
    yield _button(words.say("card-button-fork"), Verb.FORK, version)


def _whole(version: Version, words: Words) -> Buttons:
    yield _button(words.say("card-button-change"), Verb.CHANGE, version)
    yield _button(words.say("card-button-delete"), Verb.DELETE, version, Tone.DANGER)


def _button(label: str, verb: Verb, version: Version, tone: Tone = Tone.PLAIN) -> Button:
    return Button(label=label, act=act(verb, version.id), tone=tone)


def to_stand_at(version: str) -> Act:
    """The act of working on a version from now on, in the place of what is shown."""
    return act(Verb.CARD, version, _STAND)


async def _back(means: Means, caller: Caller, pressed: Act) -> Answers:
    if pressed.arg(1) == _STAND:
        version = await means.studio.back(caller.person, pressed.about)
    else:
        version = (await kin(means, caller, pressed.about)).version
    return (Turns(message=await card(means, caller.words, version)),)


async def _land(means: Means, words: Words, parcel: Parcel, view: View) -> Message:
    """The one version that was made; of several, the first."""
    return await card(means, words, parcel.versions[0])


PRESSES = {Verb.CARD: _back}
LANDINGS = {Screen.CARD: _land}
