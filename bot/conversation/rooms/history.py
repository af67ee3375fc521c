"""A person's covers, page by page."""

from collections.abc import Mapping, Sequence

from bot.conversation.act import Act, Verb, act
from bot.conversation.answer import Answers, Says
from bot.conversation.caller import Caller
from bot.conversation.commands import slash
from bot.conversation.deeds import shortened
from bot.conversation.means import Means
from bot.conversation.message import Button, Choice, Message, Picker, Picture, Row, Tone
from bot.conversation.rooms.own import refusal, shown
from bot.conversation.times import day
from bot.conversation.words import Words
from pipeline.domain.errors import PictureError, StorageError
from pipeline.ports.covers import Entry, Page

SHOWN = 5
"""Covers of a page: a row of buttons."""
_LABEL = 40
"""Characters of a title under its thumbnail."""
_UNREADABLE = {"blob-missing", "blob-damaged"}


async def history(means: Means, caller: Caller, _options: Mapping[str, str]) -> Answers:
    """The newest covers."""
    return (Says(message=await _screen(means, caller), alone=True),)


async def leaf(means: Means, caller: Caller, pressed: Act) -> Answers:
    """Another page."""
    if refused := refusal(caller, pressed):
        return refused
    return shown(pressed, await _screen(means, caller, pressed.arg(1)))


async def _screen(means: Means, caller: Caller, behind: str = "") -> Message:
    page = await means.studio.history(caller.person, after=behind or None, limit=SHOWN)
    if behind and not page.entries:  # the cover that the page stood behind was deleted
        return await _screen(means, caller)
    if not page.entries:
        return _nothing_yet(caller)
    words = caller.words
    return Message(
        title=words.say("chat-history-title"),
        lines=(*_lines(page, words), words.say("chat-history-open")),
        pictures=(await _thumbnails(means, page.entries, words),),
        rows=tuple(_rows(page, caller, behind=behind)),
    )


def _nothing_yet(caller: Caller) -> Message:
    words = caller.words
    begin = Button(label=words.say("chat-begin"), act=act(Verb.BEGIN), tone=Tone.MAIN)
    return Message(
        title=words.say("chat-history-title"),
        lines=(words.say("chat-history-empty", cover=slash("cover", caller)),),
        rows=((begin,),),
    )


def _lines(page: Page, words: Words) -> tuple[str, ...]:
    return tuple(
        words.say("chat-history-line", number=str(number), title=shortened(entry.title, 60),
                  versions=entry.versions, date=day(entry.made_at))
        for number, entry in enumerate(page.entries, 1)
    )  # fmt: skip


def _rows(page: Page, caller: Caller, *, behind: str) -> list[Row]:
    words, person = caller.words, caller.person.id
    open_ = tuple(
        Button(label=str(number), act=act(Verb.PICK, entry.current))
        for number, entry in enumerate(page.entries, 1)
        if entry.current
    )
    rows: list[Row] = [open_] if open_ else []
    rows += _versions(page, words)
    turns: list[Button] = []
    if behind:
        turns.append(Button(label=words.say("chat-history-newest"), act=act(Verb.HISTORY, person)))
    if page.after:
        older = act(Verb.HISTORY, person, page.after)
        turns.append(Button(label=words.say("chat-history-older"), act=older))
    return [*rows, tuple(turns)] if turns else rows


def _versions(page: Page, words: Words) -> list[Row]:
    """A picker that leads to the versions of a cover, where one has several."""
    choices = tuple(
        Choice(label=f"{number}. {shortened(entry.title, 60)}", value=entry.current,
               note=words.say("chat-history-versions", versions=entry.versions))
        for number, entry in enumerate(page.entries, 1)
        if entry.current and entry.versions > 1
    )  # fmt: skip
    prompt = words.say("chat-history-all-versions")
    return [Picker(act=act(Verb.VERSIONS), prompt=prompt, choices=choices)] if choices else []


async def _thumbnails(means: Means, entries: Sequence[Entry], words: Words) -> Picture:
    """One picture with every cover of the page and its number.

    A cover whose picture cannot be read, or is not made yet, leaves an empty place.
    """
    labels = [shortened(entry.title, _LABEL) for entry in entries]
    pictures = [await _picture(means, entry) for entry in entries]
    try:
        drawn = await means.strips.drawn(pictures, labels, columns=SHOWN)
    except PictureError:
        drawn = await means.strips.drawn([None] * len(labels), labels, columns=SHOWN)
    told = ", ".join(
        words.say("chat-history-alt", number=str(number), title=label)
        for number, label in enumerate(labels, 1)
    )
    return Picture(source=drawn, name="history.jpg", alt=told)


async def _picture(means: Means, entry: Entry) -> bytes | None:
    if entry.preview is None:
        return None
    try:
        return await means.studio.picture(entry.preview)
    except StorageError as error:
        if error.code not in _UNREADABLE:
            raise
        return None


COMMANDS = {"history": history}
PRESSES = {Verb.HISTORY: leaf}
