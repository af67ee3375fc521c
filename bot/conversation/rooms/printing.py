"""The screen for print: a full cover for a printer, the front alone, or a larger picture.

What was told about the book before is offered again, so that who prints once more presses once.
"""

import contextlib
from collections.abc import Iterator, Sequence

from bot.conversation.act import Act, Verb, act
from bot.conversation.answer import Answers, Hints, Ordered, Turns
from bot.conversation.caller import Caller, Screen, View
from bot.conversation.means import Means
from bot.conversation.message import Button, Choice, Message, Picker, Row, Tone
from bot.conversation.print_notes import remember, remembered
from bot.conversation.rooms.accepting import ordered_once
from bot.conversation.rooms.card import back_to, card
from bot.conversation.rooms.files import front
from bot.conversation.rooms.kin import Kin, kin_of, looked_at
from bot.conversation.rooms.portrait import heading
from bot.conversation.rooms.print_options import MORE, options, unusual
from bot.conversation.rooms.print_targets import (
    near_targets,
    nearest_targets,
    reference,
    size_label,
    target_label,
    target_of,
)
from bot.conversation.standing import coarsely
from bot.conversation.words import Words
from pipeline.domain.art import Drawn, is_enlarged, own_px
from pipeline.domain.errors import PrintError, StorageError
from pipeline.domain.foreseeing import is_enough
from pipeline.domain.format import MM_PER_INCH, Format
from pipeline.domain.operation import Export, Print, Upscale
from pipeline.domain.possible import demand_enlargeable
from pipeline.domain.print_choices import WEIGHTS
from pipeline.domain.print_wishes import demand_told
from pipeline.domain.printer import PrintTarget
from pipeline.domain.version import Version
from pipeline.prepress.isbn import hyphenated
from pipeline.stages.enlarged_before import enlarged_before

FRONT, SIZES, LARGER, AGAIN = "front", "sizes", "larger", "again"
"""Behind a version in an act: what of the screen was pressed. Anything else is the front's format."""
AUTO = "auto"
"""Weights that are chosen by the picture."""
CHOICES = 25


async def _print(means: Means, caller: Caller, pressed: Act) -> Answers:
    """The screen, one of its further screens, or an order from it.

    Raises:
        VersionError: `export-format`.
        PrintError, UpscaleError: what the studio finds about an order.
    """
    version = await looked_at(means, caller, pressed.about)  # who has no room is told at the order
    match pressed.arg(1):
        case "":
            return (Turns(message=await _screen(means, caller, version)),)
        case "sizes":
            return (Turns(message=await _sizes(means, caller, version)),)
        case "larger":
            return await _larger(means, caller, version, pressed.arg(2))
        case "again":
            return await _again(means, caller, version)
        case "more":
            own = (await kin_of(means, version.id)).cover.brief.format
            small = _is_small(version, own)
            return (Turns(message=await options(means, caller, version, pressed, small=small)),)
        case _:
            return await front(means, caller, version, pressed)


async def _screen(means: Means, caller: Caller, version: Version) -> Message:
    """What can be had for print, with what was had last as the first button."""
    words, kin = caller.words, await kin_of(means, version.id)
    own = kin.cover.brief.format
    wishes = await remembered(means.notes, caller.person.id, version.cover)
    last = _last(means, own, wishes, words)
    again = (_button(words.say("print-again"), version, AGAIN, tone=Tone.MAIN),)
    check = Button(label=words.say("print-button-check"), act=act(Verb.JUDGE, version.id))
    near, small = nearest_targets(means.menu, own), _is_small(version, own)
    lines = (words.say("print-full" if near else "print-none-near"), words.say("print-front"),
             await _pixels(means, kin, wishes, words), last, unusual(means, version, wishes, words, small=small))  # fmt: skip
    return Message(
        title=words.say("print-title", heading=heading(version, words)),
        lines=tuple(line for line in lines if line),
        rows=(*((again,) if last else ()), *_printers(version, near, words),
              tuple(_others(version, words, any_near=bool(near), small=small)),
              (check, back_to(version.id, words))),
    )  # fmt: skip


def _last(means: Means, own: Format, wishes: Print, words: Words) -> str:
    """What was ordered last, as long as there is such a printer; else nothing."""
    with contextlib.suppress(PrintError):
        target = target_of(means.menu, demand_told(wishes).target)
        if own.is_near(target.trim):
            return words.say("print-last", target=target_label(target, words),
                             pages=wishes.pages,
                             isbn=hyphenated(wishes.isbn) if wishes.isbn else "",
                             back="yes" if wishes.blurb else "no")  # fmt: skip
    return ""


async def _pixels(means: Means, kin: Kin, wishes: Print, words: Words) -> str:
    """How many dots an inch a picture has in print, and how long it would be enlarged; a drawing has any."""
    version, own = kin.version, kin.cover.brief.format
    art = version.document.art
    if isinstance(art, Drawn):
        return ""
    width, height = own_px(art)
    dpi = round(width * MM_PER_INCH / own.width_mm)
    state = "larger" if is_enlarged(art) else "small" if _is_small(version, own) else "enough"
    before = enlarged_before(version, kin.tree, own.print_px(), wishes.weights)
    if state == "small" and before:
        state = "before"
    step = await means.studio.foresight.step(Export(), version, own)
    left_s = None if step is None else step.left_s
    return words.say("print-pixels", width=str(width), height=str(height), dpi=dpi, state=state,
                     number=str(before[0].number) if before else "",
                     time="none" if left_s is None else coarsely(left_s, words))  # fmt: skip


def _is_small(version: Version, own: Format) -> bool:
    """Whether its picture can be enlarged, and has too few pixels for print."""
    art = version.document.art
    return not (isinstance(art, Drawn) or is_enlarged(art) or is_enough(art, own.print_px()))


def _printers(version: Version, near: Sequence[PrintTarget], words: Words) -> Iterator[Row]:
    """A choice of printers, each with one trim."""
    choices = [
        Choice(label=target_label(one, words), value=reference(one),
               note=words.say("print-bound", size=size_label(one.trim, words),
                              fewest=one.printer.pages[0], most=one.printer.pages[1]))
        for one in near[: CHOICES]
    ]  # fmt: skip
    if choices:
        yield Picker(act=act(Verb.BOOK, version.id), prompt=words.say("print-for-whom"),
                     choices=tuple(choices))  # fmt: skip


def _others(
    version: Version, words: Words, *, any_near: bool, small: bool
) -> Iterator[Button]:  # fmt: skip
    """The front alone, other sizes or else another brief, and the picture alone."""
    yield _button(words.say("print-button-front"), version, FRONT)
    if any_near:
        yield _button(words.say("print-button-sizes"), version, SIZES)
    else:
        yield Button(label=words.say("card-button-change"), act=act(Verb.CHANGE, version.id))
    if small:
        yield _button(words.say("print-button-larger"), version, LARGER)
    if any_near:
        yield _button(words.say("print-button-more"), version, MORE)


def _button(label: str, version: Version, *what: str, tone: Tone = Tone.PLAIN) -> Button:
    return Button(label=label, act=act(Verb.PRINT, version.id, *what), tone=tone)


async def _sizes(means: Means, caller: Caller, version: Version) -> Message:
    """All trims of all printers that come near, the nearest first."""
    words, own = caller.words, (await kin_of(means, version.id)).cover.brief.format
    near = near_targets(means.menu, own)[:CHOICES]
    choices = tuple(Choice(label=target_label(one, words), value=reference(one)) for one in near)
    picker = Picker(act=act(Verb.BOOK, version.id), prompt=words.say("print-for-whom"),
                    choices=choices)  # fmt: skip
    back = _button(words.say("chat-back"), version)
    return Message(
        title=words.say("print-title", heading=heading(version, words)),
        lines=(words.say("print-sizes" if choices else "print-none-near"),),
        rows=((picker,) if choices else ()) + ((back, back_to(version.id, words)),),
    )  # fmt: skip


async def _larger(means: Means, caller: Caller, version: Version, weights: str) -> Answers:
    """By which weights the picture shall be enlarged; then the order.

    Raises:
        UpscaleError: for a picture that needs none, or has been.
    """
    words = caller.words
    demand_enlargeable(version.document, (await kin_of(means, version.id)).cover.brief.format)
    if weights not in WEIGHTS:
        buttons = tuple(
            _button(words.say(f"print-weights-{one}"), version, LARGER, one,
                    tone=Tone.MAIN if one == AUTO else Tone.PLAIN)
            for one in WEIGHTS
        )  # fmt: skip
        title = words.say("print-larger-title", heading=heading(version, words))
        back = (_button(words.say("chat-back"), version), back_to(version.id, words))
        lines = (words.say("print-larger"), words.say("print-larger-weights"))
        return (Turns(message=Message(title=title, lines=lines, rows=(buttons, back))),)
    wanted = Upscale(weights=WEIGHTS[weights])
    result = await ordered_once(means, caller, version, wanted, View(screen=Screen.CARD))
    return (Turns(message=await card(means, words, version)), result)


async def _again(means: Means, caller: Caller, version: Version) -> Answers:
    """Order what was told for this cover before.

    Raises:
        PrintError: what a printer does not take (any more).
    """
    wishes = await remembered(means.notes, caller.person.id, version.cover)
    result = await order_cover(means, caller, version, wishes)
    return (Turns(message=await card(means, caller.words, version)), result)


async def order_cover(
    means: Means, caller: Caller, version: Version, wishes: Print
) -> Ordered | Hints:
    """Order the full cover that is wished for, and remember the wishes.

    Raises:
        PrintError: what is missing, or what the printer does not take.
    """
    order = demand_told(wishes)
    # from what went wrong the form for the same printer can be opened again
    view = View(screen=Screen.FILES, about=reference(target_of(means.menu, order.target)))
    result = await ordered_once(means, caller, version, order, view)
    with contextlib.suppress(StorageError):  # ordered it is
        await remember(means.notes, caller.person.id, version.cover, wishes)
    return result


PRESSES = {Verb.PRINT: _print}
