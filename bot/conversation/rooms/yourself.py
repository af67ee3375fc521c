"""All that is kept about a person: taking it along, and removing it."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.conversation.act import Act, Verb, act
from bot.conversation.answer import Answers, Says, Turns
from bot.conversation.caller import Caller
from bot.conversation.commands import slash
from bot.conversation.means import Means
from bot.conversation.message import Button, Document, Message, Tone
from bot.conversation.rooms.own import refusal
from pipeline.domain.person import Forgotten
from pipeline.domain.picture import MEGABYTE

WITH_PICTURES = 45 * MEGABYTE
"""Bytes of pictures up to which a zip holds them: what a chat carries at most, and a little room."""
ARCHIVE = "articover-my-data.zip"
SURE = "sure"
KEEP = "keep"
_PAGE = 100
_ALL_JOBS = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """What a person has."""

    covers: int
    versions: int
    jobs: int
    used: int

    @property
    def megabytes(self) -> str:
        """The size of the pictures, to a tenth."""
        return _megabytes(self.used)


async def _holdings(means: Means, caller: Caller) -> Holdings:
    covers = versions = 0
    after: str | None = None
    while True:
        page = await means.studio.history(caller.person, after=after, limit=_PAGE)
        covers += len(page.entries)
        versions += sum(entry.versions for entry in page.entries)
        if (after := page.after) is None:
            break
    jobs = await means.studio.jobs(caller.person, limit=_ALL_JOBS)
    used = await means.studio.usage(caller.person)
    return Holdings(covers=covers, versions=versions, jobs=len(jobs), used=used)


def _megabytes(size: int) -> str:
    return f"{size / MEGABYTE:.1f}"


async def forget(means: Means, caller: Caller, _options: Mapping[str, str]) -> Answers:
    """Say what would go, and ask."""
    had, words, person = await _holdings(means, caller), caller.words, caller.person.id
    sure = Button(label=words.say("chat-forget-sure"), tone=Tone.DANGER,
                  act=act(Verb.FORGET, person, SURE))  # fmt: skip
    keep = Button(label=words.say("chat-forget-keep"), act=act(Verb.FORGET, person, KEEP))
    message = Message(
        title=words.say("chat-forget-title"),
        lines=(
            words.say("chat-forget-will", covers=had.covers, versions=had.versions,
                      jobs=had.jobs, megabytes=had.megabytes),
            words.say("chat-forget-stays"),
            words.say("chat-forget-first", export=slash("export", caller)),
        ),
        rows=((sure, keep),),
    )  # fmt: skip
    return (Says(message=message, alone=True),)


async def answered(means: Means, caller: Caller, pressed: Act) -> Answers:
    """Remove everything, or nothing."""
    if refused := refusal(caller, pressed):
        return refused
    match pressed.arg(1):
        case "sure":
            return (Turns(message=_gone(await means.studio.forget(caller.person), caller)),)
        case "keep":
            kept = Message(lines=(caller.words.say("chat-forget-kept"),))
            return (Turns(message=kept),)
        case _:
            return await forget(means, caller, {})


def _gone(gone: Forgotten, caller: Caller) -> Message:
    words = caller.words
    told = words.say(
        "chat-forget-done", covers=gone.covers, versions=gone.versions, jobs=gone.jobs,
        pictures=gone.pictures, megabytes=_megabytes(gone.picture_bytes),
    )  # fmt: skip
    return Message(lines=(told, words.say("chat-forget-again", cover=slash("cover", caller))))


async def export(means: Means, caller: Caller, _options: Mapping[str, str]) -> Answers:
    """Everything as a zip: with pictures where a chat can carry them, and without."""
    had, words = await _holdings(means, caller), caller.words
    document = _archive(await means.pack(caller.person, False))
    lines = [words.say("chat-export-holds", covers=had.covers, versions=had.versions,
                       jobs=had.jobs)]  # fmt: skip
    if had.used <= WITH_PICTURES:
        whole = await means.pack(caller.person, True)
        document = _archive(whole, smaller=document)
        lines.append(words.say("chat-export-pictures", megabytes=had.megabytes))
    else:
        lines.append(words.say("chat-export-too-large", megabytes=had.megabytes))
    lines.append(words.say("chat-export-readme"))
    message = Message(title=words.say("chat-export-title"), lines=tuple(lines),
                      documents=(document,))  # fmt: skip
    return (Says(message=message, alone=True),)


def _archive(content: bytes, smaller: Document | None = None) -> Document:
    return Document(source=content, name=ARCHIVE, size=len(content), smaller=smaller)


COMMANDS = {"forget": forget, "export": export}
PRESSES = {Verb.FORGET: answered}
