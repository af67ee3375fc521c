"""Texts in other places, and in other sizes: a screen that stays while one tries things out."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from bot.conversation.act import Act, Verb, act
from bot.conversation.answer import Answers, Hints, Turns
from bot.conversation.caller import Caller, Screen, View
from bot.conversation.means import Means
from bot.conversation.message import Button, Message, Row, Tone
from bot.conversation.naming import Naming, named
from bot.conversation.provenance import ninth_of
from bot.conversation.rooms.accepting import ordered
from bot.conversation.rooms.portrait import done, heading, picture
from bot.conversation.rooms.targets import block_named, block_row, called
from bot.conversation.words import Words
from pipeline.domain.blocks import find
from pipeline.domain.geometry import Box
from pipeline.domain.job import is_open
from pipeline.domain.layout import TextBlock
from pipeline.domain.operation import Anchor9, MoveText, Nudge, Operation, Restyle
from pipeline.domain.outcome import Parcel
from pipeline.domain.version import Version

NUDGE = 0.02
"""How far one press moves a text, in shares of the cover."""
GROWTH = 1.12
"""How much larger one press makes a text."""
_LEAST = 1e-4
UNDO = "undo"
_ANCHORS: tuple[Mapping[Anchor9, str], ...] = (
    {Anchor9.TOP_LEFT: "↖", Anchor9.TOP: "↑", Anchor9.TOP_RIGHT: "↗"},
    {Anchor9.LEFT: "←", Anchor9.MIDDLE: "●", Anchor9.RIGHT: "→"},
    {Anchor9.BOTTOM_LEFT: "↙", Anchor9.BOTTOM: "↓", Anchor9.BOTTOM_RIGHT: "↘"},
)
_BESIDE = (("smaller", "larger"), ("by-up", "by-down"), ("by-left", "by-right"))
"""What stands to the right of each row of anchors."""
_SIGNS = {"smaller": "A−", "larger": "A+", "by-up": "▴", "by-down": "▾", "by-left": "◂",
          "by-right": "▸"}  # fmt: skip
_NUDGES = {
    "by-up": Nudge(dy=-NUDGE), "by-down": Nudge(dy=NUDGE),
    "by-left": Nudge(dx=-NUDGE), "by-right": Nudge(dx=NUDGE),
}  # fmt: skip
_SIZES = {"smaller": 1 / GROWTH, "larger": GROWTH}


def screen(
    means: Means, words: Words, version: Version, about: str = "", said: str = ""
) -> Message:  # fmt: skip
    """The version with the buttons that move its block `about`; without one, its first.

    `said` stands above what else is told.
    """
    layout = version.document.layout
    name = block_named(layout, about)
    block = find(layout, name)
    now = words.say("move-now", block=called(name, words), size=f"{block.size:.1%}",
                    place=named(Naming.ANCHOR, ninth_of(block.box), words))  # fmt: skip
    lines = (said, now, words.say("move-how"))
    return Message(
        title=heading(version, words), lines=tuple(line for line in lines if line),
        pictures=(picture(version, means, words),), rows=tuple(_rows(version, name, block, words)),
    )  # fmt: skip


def _rows(version: Version, name: str, block: TextBlock, words: Words) -> Iterator[Row]:
    base = act(Verb.MOVE, version.id)
    yield from block_row(version.document.layout, name, base, words)
    stands = ninth_of(block.box)
    for anchors, beside in zip(_ANCHORS, _BESIDE, strict=True):
        places = (
            _button(sign, version, name, anchor, Tone.MAIN if anchor == stands else Tone.PLAIN)
            for anchor, sign in anchors.items()
        )  # fmt: skip
        steps = (_button(_SIGNS[step], version, name, step) for step in beside)
        yield (*places, *steps)
    yield tuple(_ending(version, name, words))


def _button(
    label: str, version: Version, block: str, step: str, tone: Tone = Tone.PLAIN
) -> Button:  # fmt: skip
    return Button(label=label, act=act(Verb.MOVE, version.id, block, step), tone=tone)


def _ending(version: Version, block: str, words: Words) -> Iterator[Button]:
    if version.parent is not None:
        yield _button(words.say("move-undo"), version, block, UNDO)
    yield Button(label=words.say("move-done"), act=act(Verb.CARD, version.id), tone=Tone.MAIN)


async def _move(means: Means, caller: Caller, pressed: Act) -> Answers:
    """The screen, or one step on it."""
    version = await means.studio.changeable(caller.person, pressed.about)
    name, step = block_named(version.document.layout, pressed.arg(1)), pressed.arg(2)
    if step == UNDO:
        return await _undone(means, caller, version, name)
    if not step:
        # the picture is there already: the buttons of this version's card are on that message
        return (Turns(message=replace(screen(means, caller.words, version, name), pictures=())),)
    operation = _operation(version, name, step)
    if operation is None:
        return (Hints(text=caller.words.say("move-at-edge")),)
    if await _at_work(means, caller, version):
        return (Hints(text=caller.words.say("move-busy")),)
    view = View(screen=Screen.MOVE, about=name, here=True)
    return (await ordered(means, caller, version, operation, view),)


async def _at_work(means: Means, caller: Caller, version: Version) -> bool:
    """Whether another step from the same version is still being made.

    Two steps from one version would be two ways, each without the other, where whoever presses
    quickly means one after the other. The same press again is the same order.
    """
    return any(
        is_open(job) and job.version == version.id and job.key != caller.key
        and isinstance(job.operation, MoveText | Restyle)
        for job in await means.studio.jobs(caller.person)
    )  # fmt: skip


def _operation(version: Version, name: str, step: str) -> Operation | None:
    """What a step orders; None for one that leads nowhere."""
    if step in _SIZES:
        return Restyle(blocks=(name,), size=_SIZES[step])
    if step in set(Anchor9):
        return MoveText(block=name, to=Anchor9(step))
    nudge = _within(find(version.document.layout, name).box, _NUDGES.get(step, Nudge()))
    return None if nudge is None else MoveText(block=name, to=nudge)


def _within(box: Box, nudge: Nudge) -> Nudge | None:
    """As much of a nudge as leaves the block on the cover."""
    dx = min(max(nudge.dx, -box.x), 1 - box.right)
    dy = min(max(nudge.dy, -box.y), 1 - box.bottom)
    held = Nudge(dx=dx if nudge.dx else 0.0, dy=dy if nudge.dy else 0.0)
    return held if abs(held.dx) + abs(held.dy) > _LEAST else None


async def _undone(means: Means, caller: Caller, version: Version, block: str) -> Answers:
    """The screen stays, on the version before."""
    before = await means.studio.undo(caller.person, version.id)
    said = caller.words.say("undone", deed=done(version, means, caller.words))
    return (Turns(message=screen(means, caller.words, before, block, said)),)


async def _land(means: Means, words: Words, parcel: Parcel, view: View) -> Message:
    """The new version, ready for the next step."""
    return screen(means, words, parcel.versions[0], view.about)


PRESSES = {Verb.MOVE: _move}
LANDINGS = {Screen.MOVE: _land}
