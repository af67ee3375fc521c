"""A picture of typefaces or colours to choose from, and the buttons under it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.conversation.act import Verb, act
from bot.conversation.answer import Ordered
from bot.conversation.caller import Caller, Screen, View
from bot.conversation.means import Means
from bot.conversation.message import Button, Message, Picture, Row
from bot.conversation.rooms.accepting import ordered
from bot.conversation.rooms.card import back_to
from bot.conversation.rooms.kin import base_of, kin_of
from bot.conversation.rooms.portrait import book, heading
from bot.conversation.rooms.targets import ALL, blocks_of, target_named, target_row
from bot.conversation.words import Words
from pipeline.domain.blocks import find
from pipeline.domain.operation import Sample
from pipeline.domain.outcome import Parcel
from pipeline.domain.version import Version
from pipeline.stages.colour_names import colours_named

FONTS, COLOURS = "fonts", "colours"
PER_PAGE = 8
"""Looks in one picture: more are too small to be told apart on a phone."""
ACROSS = 4
"""Number buttons side by side: two rows for one picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """One picture of choices: `what` they are, for which text, and which of how many pages."""

    version: Version
    what: str
    target: str
    number: int
    pages: int


async def sample(
    means: Means, caller: Caller, version: Version, what: str, page: str, target: str
) -> Ordered:  # fmt: skip
    """Order the picture of a page of typefaces, or of colours; `target` is what they are for."""
    offered = await _offered(means, version, what)
    number = min(max(int(page), 1), _pages(offered)) if page.isdecimal() else 1
    shown = tuple(offered[PER_PAGE * (number - 1): PER_PAGE * number])  # fmt: skip
    blocks = blocks_of(target)
    operation = Sample(pairings=shown) if what == FONTS else Sample(colours=shown, blocks=blocks)
    view = View(screen=Screen.LOOK, about=f"{what}:{number}:{target}", here=True)
    return await ordered(means, caller, version, operation, view)


async def _offered(means: Means, version: Version, what: str) -> Sequence[str]:
    """All pairings that go with a version's writing, or colours that can be read on its art."""
    if what == COLOURS:
        return means.menu.colours_for(version)
    genre = (await kin_of(means, version.id)).cover.brief.genre
    return means.menu.pairings_for(version, genre)


def _pages(offered: Sequence[str]) -> int:
    return max(1, -(-len(offered) // PER_PAGE))


async def _land(means: Means, words: Words, parcel: Parcel, view: View) -> Message:
    """The picture with a number for each choice, in the order in which they were ordered."""
    operation = parcel.job.operation
    if not isinstance(operation, Sample):
        raise TypeError(operation)
    version = (await base_of(means, parcel.job)).version
    what, number, about = (*view.about.split(":"), "1", ALL)[:3]
    offered = await _offered(means, version, what)
    page = _Page(version=version, what=what, number=int(number), pages=_pages(offered),
                 target=target_named(version.document.layout, about))  # fmt: skip
    values = operation.pairings or operation.colours
    file = parcel.files[0]
    alt = words.say("sample-alt", what=what, title=book(version), count=len(values))
    return Message(
        title=heading(version, words), lines=tuple(_lines(page, values, means, words)),
        pictures=(Picture(source=file.sha256, name=file.name, alt=alt),),
        rows=tuple(_rows(page, values, words)),
    )  # fmt: skip


def _lines(
    page: _Page, values: Sequence[str], means: Means, words: Words
) -> Iterator[str]:  # fmt: skip
    yield words.say("sample-choose", what=page.what)
    colours = page.what == COLOURS
    names = (colours_named(values, words.language) if colours
             else [means.menu.name_of(value, words.language) for value in values])  # fmt: skip
    for number, name in enumerate(names, 1):
        yield words.say("sample-line", number=str(number), name=name)
    if page.pages > 1:
        yield words.say("page-of", page=str(page.number), pages=str(page.pages))


def _rows(page: _Page, values: Sequence[str], words: Words) -> Iterator[Row]:
    version, layout = page.version, page.version.document.layout
    if page.what == COLOURS:
        others = act(Verb.LOOK, version.id, COLOURS, "1")
        yield from target_row(layout, page.target, others, words)
    buttons = [_choice(page, number, value, words) for number, value in enumerate(values, 1)]
    for start in range(0, len(buttons), ACROSS):
        yield tuple(buttons[start: start + ACROSS])  # fmt: skip
    yield from _turning(page, words)
    yield tuple(_ending(page, words))


def _choice(page: _Page, number: int, value: str, words: Words) -> Button:
    """A number that orders its look; the present one is ticked."""
    target = ALL if page.what == FONTS else page.target
    wanted = act(Verb.RESTYLE, page.version.id, page.what, target, value.removeprefix("#"))
    label = words.say("chosen", label=str(number)) if _is_now(page, value) else str(number)
    return Button(label=label, act=wanted)


def _is_now(page: _Page, value: str) -> bool:
    document = page.version.document
    if page.what == FONTS:
        return document.pairing == value
    wanted = blocks_of(page.target)
    blocks = [find(document.layout, name) for name in wanted] or document.layout.blocks
    return all(block.colour == value for block in blocks)


def _turning(page: _Page, words: Words) -> Iterator[Row]:
    base = act(Verb.LOOK, page.version.id, page.what)
    turns = {"previous": page.number - 1, "next": page.number + 1}
    said = {"previous": words.say("page-previous"), "next": words.say("page-next")}
    row = tuple(Button(label=said[way], act=base.adding(str(to)))
                for way, to in turns.items() if 1 <= to <= page.pages)  # fmt: skip
    if row:
        yield row


def _ending(page: _Page, words: Words) -> Iterator[Button]:
    if page.what == COLOURS:
        own = act(Verb.TINT, page.version.id, page.target)
        yield Button(label=words.say("look-own-colour"), act=own)
    yield back_to(page.version.id, words)


LANDINGS = {Screen.LOOK: _land}
