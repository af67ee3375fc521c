"""Briefs that are being written: kept until they are ordered, also over a restart.

A draft has the id of its own, or that of a cover: then it is the brief which that cover was made
from, which never goes away.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from bot.conversation.caller import Caller
from bot.conversation.means import Means
from pipeline.domain.art import Brought, Drawn, Painted
from pipeline.domain.brief import DEFAULT_OPTIONS, Brief
from pipeline.domain.brief_keys import BriefKey
from pipeline.domain.errors import VersionError
from pipeline.domain.operation import Illustrate, Letter, Operation, Paint
from pipeline.domain.painting import Engine
from pipeline.domain.version import Document

MOST = 10
"""Drafts of one person that are kept; the oldest goes when there is a further one."""
_LIST = "drafts"
_BEGINNING = (Illustrate, Letter, Paint)
"""What a cover begins with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Parts of a brief by key, as they were given.

    `art` is a reference to a picture that was sent (`Caller.fetch`), `picture` the blob of one
    that was brought for an earlier cover. `engine` is what shall make the art, where somebody said
    so. `asked` says that a form was filled in, so that what is
    missing was left out on purpose; `guessed` that the parts were read out of somebody else's
    words, and are to be looked over; `ordered` that it became a cover.
    """

    id: str
    given: Mapping[str, str] = field(default_factory=dict[str, str])
    art: str = ""
    picture: str = ""
    engine: str = ""
    asked: bool = False
    guessed: bool = False
    ordered: bool = False

    @property
    def has_picture(self) -> bool:
        """Whether the words go on a picture of the author's, or a painting begins from one."""
        return bool(self.art or self.picture)

    @property
    def maker(self) -> Engine | None:
        """What shall make the art; None: whatever does here."""
        return Engine(self.engine) if self.engine else None

    @property
    def is_painted(self) -> bool:
        """Whether the model was asked for."""
        return self.maker is Engine.PAINTER


async def keep(means: Means, caller: Caller, draft: Draft) -> Draft:
    """Keep a draft, and let the oldest go when there are too many."""
    person = caller.person.id
    listed = await means.notes.note(person, _LIST)
    ids: list[str] = json.loads(listed) if listed else []
    ids = [*(one for one in ids if one != draft.id), draft.id]
    text = json.dumps(asdict(draft), ensure_ascii=False)
    await means.notes.keep(person, _key(draft.id), text)
    for old in ids[:-MOST]:
        await means.notes.drop(person, _key(old))
    await means.notes.keep(person, _LIST, json.dumps(ids[-MOST:]))
    return draft


async def find(means: Means, caller: Caller, id_: str) -> Draft | None:
    """The caller's draft of that id, or the brief of their cover of that id."""
    kept = await means.notes.note(caller.person.id, _key(id_))
    if kept is not None:
        told: dict[str, Any] = json.loads(kept)
        return Draft(**told)
    try:
        cover = await means.studio.cover(caller.person, id_)
    except VersionError:
        return None
    job = next((one for one in await means.studio.jobs(caller.person, limit=100)
                if one.cover == id_ and isinstance(one.operation, _BEGINNING)), None)  # fmt: skip
    draft = Draft(id=id_, given=as_given(cover.brief), asked=True)
    if job is None:
        return draft
    return replace(draft, picture=brought(job.operation), engine=made_by(job.operation))


async def is_kept(means: Means, caller: Caller, draft: Draft) -> bool:
    """Whether it is a draft of its own, and not the brief of a cover."""
    return await means.notes.note(caller.person.id, _key(draft.id)) is not None


async def drop(means: Means, caller: Caller, id_: str) -> bool:
    """Throw a draft away; whether there was one."""
    return await means.notes.drop(caller.person.id, _key(id_))


def as_given(brief: Brief) -> dict[str, str]:
    """What somebody would have said for this brief.

    Not the seed, since the covers shall be others, nor the language, which another title may have.
    """
    told = {
        BriefKey.TITLE: brief.title, BriefKey.SUBTITLE: brief.subtitle,
        BriefKey.AUTHOR: brief.author, BriefKey.SERIES: brief.series,
        BriefKey.GENRE: brief.genre, BriefKey.SUMMARY: brief.summary,
        BriefKey.REQUIREMENTS: brief.requirements, BriefKey.FORMAT: brief.format.name,
        BriefKey.STYLE: brief.style,
        BriefKey.OPTIONS: "" if brief.options == DEFAULT_OPTIONS else str(brief.options),
    }  # fmt: skip
    return {key.value: text for key, text in told.items() if text}


def brought(made: Operation | Document) -> str:
    """The blob of the author's own picture that something began with; empty where nothing did."""
    match made:
        case Letter(picture=picture) | Paint(picture=picture):
            return picture
        case Document(art=Brought(origin=origin)):
            return origin.sha256
        case _:
            return ""


def made_by(made: Operation | Document) -> str:
    """The engine of the art; empty for a picture that was brought."""
    match made:
        case Paint() | Document(art=Painted()):
            return Engine.PAINTER.value
        case Illustrate() | Document(art=Drawn()):
            return Engine.ILLUSTRATOR.value
        case _:
            return ""


def _key(id_: str) -> str:
    return f"draft:{id_}"
