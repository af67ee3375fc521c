"""What was made, all of it side by side: to pick one, or to ask for more."""

from collections.abc import Iterator, Sequence

from bot.conversation.act import Act, Verb, act
from bot.conversation.alt import motifs_shown
from bot.conversation.answer import Answers, Ordered, Says, Turns
from bot.conversation.caller import Caller, Screen, View
from bot.conversation.deeds import shortened
from bot.conversation.means import Means
from bot.conversation.message import Button, Message, Picture, Row
from bot.conversation.naming import genre_named
from bot.conversation.rooms.accepting import ordered
from bot.conversation.rooms.card import card
from bot.conversation.rooms.kin import Kin, kin, kin_of
from bot.conversation.rooms.painted import wishes_heard
from bot.conversation.rooms.portrait import book, typefaces
from bot.conversation.rooms.suggesting import format_label
from bot.conversation.words import Words
from pipeline.domain.art import Brought, Drawn, Painted
from pipeline.domain.errors import (
    VersionError,
)
from pipeline.domain.lettering import Erasure
from pipeline.domain.operation import (
    Illustrate,
    Letter,
    Paint,
    Reroll,
    Vary,
    kind_of,
)
from pipeline.domain.outcome import Parcel
from pipeline.domain.version import Document, Version

SHEET = "contact-sheet.png"
"""The file that an order of several options brings."""
_ABREAST = 5
_COLUMNS = 4
_IDEA = 90
_ALT = 900
_FROM_SCREEN = "more"
"""Behind `VARY`: it was pressed where it was asked which one, and that screen goes again."""


async def land(means: Means, words: Words, parcel: Parcel, view: View) -> Message:
    """All options with a number each; a single one is shown as what it is."""
    if len(parcel.versions) == 1:
        return await card(means, words, parcel.versions[0])
    found = await kin_of(means, parcel.versions[0].id)
    options = tuple(sorted(parcel.versions, key=lambda one: one.number))
    picture = await _picture(means, words, parcel, options)
    return sheet(means, words, found, options, (picture,))


def sheet(
    means: Means, words: Words, found: Kin, options: Sequence[Version],
    pictures: tuple[Picture, ...] = (),
) -> Message:  # fmt: skip
    """The options of one order in words, with their buttons."""
    first = options[0]
    title = words.say("chat-sheet-title", title=book(first), count=len(options),
                      kind=kind_of(first.operation))  # fmt: skip
    lines = (_asked(means, found, first, words), *_heard(first, words),
             *_cleaned(options, words), *_ideas(means, options, words),
             words.say("chat-sheet-pick"))  # fmt: skip
    more = _more(first, words)
    rows = (*_numbers(options, Verb.PICK), *((more,) if more else ()))
    return Message(title=title, lines=tuple(line for line in lines if line), pictures=pictures,
                   rows=rows)  # fmt: skip


async def pick(means: Means, caller: Caller, pressed: Act) -> Answers:
    """Work on one option: whoever may change the cover stands at it from now on.

    Who may only look sees it for themselves; the sheet stays as it is.
    """
    version = await means.studio.version(caller.person, pressed.about)
    try:
        version, alone = await means.studio.back(caller.person, version.id), False
    except VersionError as error:
        if error.code != "version-not-yours":
            raise
        alone = True
    message = await card(means, caller.words, version, looking=alone)
    return (Says(message=message, alone=alone),)


async def more(means: Means, caller: Caller, pressed: Act) -> Answers:
    """Ask which option there shall be more like; of one alone it is clear."""
    await means.studio.changeable(caller.person, pressed.about)
    found = await kin(means, caller, pressed.about)
    if len(found.siblings) == 1:
        return await vary(means, caller, pressed)
    words = caller.words
    back = Button(label=words.say("chat-button-back"), act=act(Verb.SHEET, found.version.id))
    rows: tuple[Row, ...] = (*_numbers(found.siblings, Verb.VARY, _FROM_SCREEN), (back,))
    lines = tuple(_ideas(means, found.siblings, words))
    return (Turns(message=Message(title=words.say("chat-sheet-which"), lines=lines, rows=rows)),)


async def back_to_sheet(means: Means, caller: Caller, pressed: Act) -> Answers:
    """The sheet's own buttons again."""
    found = await kin(means, caller, pressed.about)
    return (Turns(message=sheet(means, caller.words, found, found.siblings)),)


async def vary(means: Means, caller: Caller, pressed: Act) -> Answers:
    """Order versions near one."""
    found = await kin(means, caller, pressed.about)
    view = View(screen=Screen.SHEET)
    answer = await ordered(means, caller, found.version, Vary(), view)
    if pressed.arg(1) != _FROM_SCREEN:
        return (answer,)
    return (Turns(message=sheet(means, caller.words, found, found.siblings)), answer)


async def idea(means: Means, caller: Caller, pressed: Act) -> Answers:
    """Order another idea for a version's brief."""
    found = await kin(means, caller, pressed.about)
    answer: Ordered = await ordered(
        means, caller, found.version, Reroll(), View(screen=Screen.SHEET)
    )
    return (answer,)


async def _picture(
    means: Means, words: Words, parcel: Parcel, options: Sequence[Version]
) -> Picture:  # fmt: skip
    """The contact sheet that came along, or one that is drawn of the options."""
    ideas = "; ".join(_ideas(means, options, words))
    alt = shortened(words.say("chat-sheet-alt", title=book(options[0]), ideas=ideas), _ALT)
    for file in parcel.files:
        if file.name == SHEET:
            return Picture(source=file.sha256, name=SHEET, alt=alt)
    files = [await means.studio.picture(one.preview) for one in options]
    drawn = await means.strips.drawn(files, [""] * len(files), columns=_COLUMNS)
    return Picture(source=drawn, name="sheet.jpg", alt=alt)


def _heard(first: Version, words: Words) -> Iterator[str]:
    """What all options of a painted cover have in common: what of the brief is in them."""
    if isinstance(art := first.document.art, Painted):
        yield from wishes_heard(art.painting, words)


def _cleaned(options: Sequence[Version], words: Words) -> Iterator[str]:
    """On how many covers lettering was erased by itself, and on which of them some is left."""
    arts = [one.document.art for one in options]
    done = [
        next((one for one in art.retouches if isinstance(one, Erasure) and one.by_itself), None)
        if isinstance(art, Painted) else None for art in arts
    ]  # fmt: skip
    if any(done):
        count = sum(one is not None and one.erased > 0 for one in done)
        left = ", ".join(str(n) for n, one in enumerate(done, 1) if one is not None and one.left)
        total = "" if count == len(options) else str(len(options)) if count else "in-vain"
        yield words.say("chat-sheet-cleaned", count=count, left=left, total=total,
                        erase=words.say("card-button-erase-left"))  # fmt: skip


def _asked(means: Means, found: Kin, first: Version, words: Words) -> str:
    """What was asked for, with the seed that makes it again."""
    match first.operation:
        case Illustrate(seed=seed) | Letter(seed=seed) | Paint(seed=seed):
            brief = found.cover.brief
            genre = shortened(genre_named(brief.genre, means.genres, words))
            return words.say("chat-sheet-brief", genre=genre, seed=str(seed),
                             format=format_label(brief.format, words))  # fmt: skip
        case Vary(seed=seed) | Reroll(seed=seed):
            return words.say("chat-sheet-seed", seed=str(seed))
        case _:
            return ""


def _ideas(means: Means, options: Sequence[Version], words: Words) -> list[str]:
    return [
        shortened(_idea(means, number, one.document, words), _IDEA)
        for number, one in enumerate(options, 1)
    ]


def _idea(means: Means, number: int, document: Document, words: Words) -> str:
    """What tells an option from the others; its style may be one that is no more."""
    if not isinstance(document.art, Drawn):
        is_painted = isinstance(document.art, Painted)
        return words.say("chat-sheet-painted" if is_painted else "chat-sheet-lettered",
                         number=str(number), typefaces=typefaces(document, means, words))  # fmt: skip
    recipe = document.art.choice.recipe
    style = next((one.label(words.language) for one in means.styles if one.name == recipe), recipe)
    motifs = ", ".join(motifs_shown(document, words.language))
    return words.say("chat-sheet-drawn", number=str(number), style=style, motifs=motifs)


def _numbers(options: Sequence[Version], verb: Verb, *more: str) -> tuple[tuple[Button, ...], ...]:
    """A button for each option, in rows of equal length."""
    buttons = [
        Button(label=str(number), act=act(verb, one.id, *more))
        for number, one in enumerate(options, 1)
    ]
    count = len(buttons) if len(buttons) <= _ABREAST else -(-len(buttons) // 2)
    return tuple(
        tuple(buttons[start : start + count]) for start in range(0, len(buttons), count)
    )  # fmt: skip


def _more(first: Version, words: Words) -> tuple[Button, ...]:
    """More of the same, as far as there can be: a picture that was brought is not made anew."""
    others = (
        Button(label=words.say("chat-button-more"), act=act(Verb.MORE, first.id)),
        Button(label=words.say("chat-button-idea"), act=act(Verb.IDEA, first.id)),
    )
    change = Button(label=words.say("chat-button-change-brief"), act=act(Verb.CHANGE, first.id))
    return (change,) if isinstance(first.document.art, Brought) else (*others, change)


PRESSES = {
    Verb.PICK: pick, Verb.MORE: more, Verb.SHEET: back_to_sheet, Verb.VARY: vary, Verb.IDEA: idea,
}  # fmt: skip
LANDINGS = {Screen.SHEET: land}
