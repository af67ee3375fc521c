"""Versions side by side: choosing them by number, and the picture of those chosen.

Which numbers are chosen stands in the buttons, so that nothing has to be remembered.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.conversation.act import Act, Verb, act
from bot.conversation.answer import Answers, Hints, Turns
from bot.conversation.caller import Caller, Screen, View
from bot.conversation.means import Means
from bot.conversation.message import Button, Message, Picture, Row, Tone
from bot.conversation.rooms.accepting import ordered
from bot.conversation.rooms.card import back_to, card
from bot.conversation.rooms.kin import Kin, base_of, kin
from bot.conversation.rooms.portrait import BRIEF, book, done
from bot.conversation.words import Words
from pipeline.domain.errors import VersionError
from pipeline.domain.operation import Compare
from pipeline.domain.outcome import Parcel
from pipeline.domain.version import Version

FEWEST, MOST = 2, 8
ACROSS = 5
PER_PAGE = 20
"""Numbers on one screen: four rows of buttons, and one for what else there is."""
GO = "go"
_PAGE = "p"
_BETWEEN = "."
_NONE = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Choosing:
    """The versions of a cover, the numbers chosen among them, and the page that is open."""

    kin: Kin
    chosen: frozenset[int]
    page: int
    pages: int

    @property
    def shown(self) -> Sequence[Version]:
        """The versions on the open page."""
        return self.kin.tree[PER_PAGE * (self.page - 1): PER_PAGE * self.page]  # fmt: skip

    def act(self, chosen: frozenset[int], *more: str) -> Act:
        """The act of coming back with `chosen`."""
        numbers = _BETWEEN.join(map(str, sorted(chosen))) or _NONE
        return act(Verb.COMPARE, self.kin.version.id, numbers, *more)


async def _compare(means: Means, caller: Caller, pressed: Act) -> Answers:
    """The numbers to choose from; with `go`, the order of what was chosen.

    Raises:
        VersionError: `compare-count` when fewer than two are chosen.
    """
    choosing = _choosing(await kin(means, caller, pressed.about), pressed)
    if pressed.arg(2) == GO:
        return await _go(means, caller, choosing)
    if len(choosing.chosen) > MOST:
        return (Hints(text=caller.words.say("compare-most", most=MOST)),)
    return (Turns(message=_screen(choosing, means, caller.words)),)


def _choosing(found: Kin, pressed: Act) -> _Choosing:
    pages = max(1, -(-len(found.tree) // PER_PAGE))
    asked = pressed.arg(2).removeprefix(_PAGE)
    own = -(-found.version.number // PER_PAGE)
    page = int(asked) if asked.isdecimal() else own
    return _Choosing(kin=found, chosen=_chosen(found, pressed.arg(1)),
                     page=min(max(page, 1), pages), pages=pages)  # fmt: skip


def _chosen(found: Kin, written: str) -> frozenset[int]:
    """The numbers that are written; to begin with, the version and the one that it was made from.

    A version that stands alone is held against where the cover stands, else against the first.
    """
    there = {one.number for one in found.tree}
    if written:
        numbers = {int(part) for part in written.split(_BETWEEN) if part.isdecimal()}
        return frozenset(numbers & there)
    first = (found.version.parent, found.cover.head.current, found.tree[0].id)
    others = [one.number for id_ in first for one in found.tree if one.id == id_]
    other = next((one for one in others if one != found.version.number), found.version.number)
    return frozenset({found.version.number, other})


def _screen(choosing: _Choosing, means: Means, words: Words) -> Message:
    lines = [words.say("compare-choose", least=FEWEST, most=MOST)]
    lines += [
        words.say("compare-line", number=str(one.number), deed=done(one, means, words, BRIEF))
        for one in choosing.shown
    ]
    if choosing.pages > 1:
        page, pages = str(choosing.page), str(choosing.pages)
        lines.append(words.say("page-of", page=page, pages=pages))
    return Message(
        title=words.say("compare-title", title=book(choosing.kin.version)), lines=tuple(lines),
        rows=(*_numbers(choosing, words), tuple(_ending(choosing, words))),
    )  # fmt: skip


def _numbers(choosing: _Choosing, words: Words) -> Iterator[Row]:
    buttons = [_number(choosing, one.number, words) for one in choosing.shown]
    for start in range(0, len(buttons), ACROSS):
        yield tuple(buttons[start: start + ACROSS])  # fmt: skip


def _number(choosing: _Choosing, number: int, words: Words) -> Button:
    """A number that is chosen is let go by its button; there is none for a ninth."""
    on = number in choosing.chosen
    chosen = choosing.chosen ^ {number}
    if len(chosen) > MOST:
        chosen = choosing.chosen
    label = words.say("chosen", label=str(number)) if on else str(number)
    tone = Tone.MAIN if on else Tone.PLAIN
    return Button(label=label, act=choosing.act(chosen, f"{_PAGE}{choosing.page}"), tone=tone)


def _ending(choosing: _Choosing, words: Words) -> Iterator[Button]:
    page = choosing.page
    if page > 1:
        yield Button(label=words.say("page-previous"),
                     act=choosing.act(choosing.chosen, f"{_PAGE}{page - 1}"))  # fmt: skip
    if page < choosing.pages:
        yield Button(label=words.say("page-next"),
                     act=choosing.act(choosing.chosen, f"{_PAGE}{page + 1}"))  # fmt: skip
    yield Button(label=words.say("compare-go", count=len(choosing.chosen)), tone=Tone.MAIN,
                 act=choosing.act(choosing.chosen, GO))  # fmt: skip
    yield back_to(choosing.kin.standing.id, words)


async def _go(means: Means, caller: Caller, choosing: _Choosing) -> Answers:
    """The order, and in the place of the numbers the card that the cover stands at."""
    found, chosen = choosing.kin, choosing.chosen
    if not FEWEST <= len(chosen) <= MOST:
        raise VersionError("compare-count", low=FEWEST, high=MOST)
    versions = tuple(one.id for one in found.tree if one.number in chosen)
    view = View(screen=Screen.COMPARISON)
    result = await ordered(means, caller, found.version, Compare(versions=versions), view)
    return (Turns(message=await card(means, caller.words, found.standing)), result)


async def _land(means: Means, words: Words, parcel: Parcel, _view: View) -> Message:
    """The picture, and a button to work on each version that it shows."""
    operation = parcel.job.operation
    if not isinstance(operation, Compare):
        raise TypeError(operation)
    found = await base_of(means, parcel.job)
    shown = [one for one in found.tree if one.id in operation.versions]
    file, title = parcel.files[0], book(found.version)
    numbers = ", ".join(str(one.number) for one in shown)
    alt = words.say("compare-alt", title=title, numbers=numbers)
    lines = (words.say("compare-line", number=str(one.number), deed=done(one, means, words, BRIEF))
             for one in shown)  # fmt: skip
    buttons = [
        Button(label=words.say("compare-pick", number=str(one.number)), act=act(Verb.PICK, one.id))
        for one in shown
    ]  # fmt: skip
    return Message(
        title=words.say("compare-title", title=title), lines=(*lines, words.say("compare-next")),
        pictures=(Picture(source=file.sha256, name=file.name, alt=alt),),
        rows=tuple(tuple(buttons[at : at + ACROSS]) for at in range(0, len(buttons), ACROSS)),
    )  # fmt: skip


PRESSES = {Verb.COMPARE: _compare}
LANDINGS = {Screen.COMPARISON: _land}
