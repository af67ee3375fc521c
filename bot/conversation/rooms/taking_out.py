"""Taking along all that is kept about a person: parts that a chat carries, each in a message."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.conversation.act import Act, Verb, act
from bot.conversation.answer import Answers, Hints, Says
from bot.conversation.caller import Caller
from bot.conversation.commands import slash
from bot.conversation.means import Means
from bot.conversation.message import Button, Document, Message, Tone
from bot.conversation.rooms.own import refusal
from pipeline.domain.errors import VersionError
from pipeline.domain.picture import MEGABYTE
from pipeline.domain.take_out import Mark, Part

PARTS = 4
"""Parts of one answer, which are in memory together until they are sent."""
_DATA, _PICTURES = "d", "p"
_PAGE = 100
_ALL_JOBS = 100_000


async def export(means: Means, caller: Caller, _options: Mapping[str, str]) -> Answers:
    """The first parts, with a button for more of them."""
    parts = await _packed(means, caller, None)
    messages = _messages(parts, caller)
    first = messages[0]
    held = await _held(means, caller)
    readme = caller.words.say("chat-export-readme")
    messages[0] = replace(first, title=caller.words.say("chat-export-title"),
                          lines=(held, *first.lines, readme))  # fmt: skip
    return _said(messages)


async def more(means: Means, caller: Caller, pressed: Act) -> Answers:
    """The parts after those that came before."""
    if refused := refusal(caller, pressed):
        return refused
    mark = _mark_of(pressed)
    if mark is None:
        return await export(means, caller, {})
    try:
        parts = await _packed(means, caller, mark)
    except VersionError:
        again = slash("export", caller)
        return (Hints(text=caller.words.say("chat-export-again", export=again)),)
    return _said(_messages(parts, caller))


async def _packed(means: Means, caller: Caller, after: Mark | None) -> Sequence[Part]:
    parts = [await means.pack(caller.person, after)]
    while len(parts) < PARTS and (after := parts[-1].after):
        parts.append(await means.pack(caller.person, after))
    return parts


async def _held(means: Means, caller: Caller) -> str:
    """What there is of the person, in a sentence."""
    covers = versions = 0
    after: str | None = None
    while True:
        page = await means.studio.history(caller.person, after=after, limit=_PAGE)
        covers += len(page.entries)
        versions += sum(entry.versions for entry in page.entries)
        if (after := page.after) is None:
            break
    jobs = len(await means.studio.jobs(caller.person, limit=_ALL_JOBS))
    return caller.words.say("chat-export-holds", covers=covers, versions=versions, jobs=jobs)


def _messages(parts: Sequence[Part], caller: Caller) -> list[Message]:
    """A message for each part; only behind the last one there is something to press for."""
    return [_message(part, caller, last=part is parts[-1]) for part in parts]


def _message(part: Part, caller: Caller, *, last: bool) -> Message:
    """A part with what is in it, and behind the last one what is not, and how to get it."""
    words = caller.words
    lines = [words.say("chat-export-pictures", pictures=part.pictures,
                       megabytes=f"{len(part.content) / MEGABYTE:.1f}")]  # fmt: skip
    if part.missing:
        lines.append(words.say("chat-export-missing", missing=part.missing))
    versions, covers = part.later
    rows: tuple[tuple[Button, ...], ...] = ()
    if part.after and last:
        lines.append(words.say("chat-export-later", versions=versions, covers=covers))
        label = words.say("chat-export-more")
        rows = ((Button(label=label, act=_act_of(part.after, caller), tone=Tone.MAIN),),)
    title = words.say("chat-export-part", number=part.number)
    return Message(title=title, lines=tuple(lines), documents=(_archive(part),), rows=rows)


def _archive(part: Part) -> Document:
    whole = part.number == 1 and part.after is None
    name = "articover-my-data.zip" if whole else f"articover-my-data-{part.number}.zip"
    return Document(source=part.content, name=name, size=len(part.content))


def _said(messages: Sequence[Message]) -> Answers:
    return tuple(Says(message=message, alone=True) for message in messages)


def _act_of(mark: Mark, caller: Caller) -> Act:
    step = _PICTURES if mark.pictures else _DATA
    return act(Verb.TAKE, caller.person.id, step, mark.cover, str(mark.number), str(mark.parts))


def _mark_of(pressed: Act) -> Mark | None:
    """Where a button goes on; None for one that says it in no way that is known."""
    step, cover, number, parts = (pressed.arg(index) for index in range(1, 5))
    if step not in {_DATA, _PICTURES} or not (number.isdecimal() and parts.isdecimal()):
        return None
    return Mark(cover=cover, number=int(number), pictures=step == _PICTURES, parts=int(parts))


COMMANDS = {"export": export}
PRESSES = {Verb.TAKE: more}
