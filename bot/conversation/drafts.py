"""Briefs that are being written: kept until they are ordered, also over a restart.

A draft has the id of its own, or that of a cover: then it is the brief which that cover was made
from, which never goes away.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from bot.conversation.caller import Caller
from bot.conversation.means import Means
from pipeline.domain.art import Brought
from pipeline.domain.brief import DEFAULT_OPTIONS, Brief
from pipeline.domain.brief_keys import BriefKey
from pipeline.domain.errors import VersionError
from pipeline.domain.operation import Letter, Operation
from pipeline.domain.version import Document

MOST = 10
"""Drafts of one person that are kept; the oldest goes when there is a further one."""
_LIST = "drafts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Parts of a brief by key, as they were given.

    `art` is a reference to a picture that was sent (`Caller.fetch`), `picture` the blob of one
    that was brought for an earlier cover. `asked` says that a form was filled in, so that what is
    missing was left out on purpose; `guessed` that the parts were read out of somebody else's
    words, and are to be looked over; `ordered` that it became a cover.
    """

    id: str
    given: Mapping[str, str] = field(default_factory=dict[str, str])
    art: str = ""
    picture: str = ""
    asked: bool = False
    guessed: bool = False
    ordered: bool = False

    @property
    def has_picture(self) -> bool:
        """Whether the words go on a picture of the author's."""
        return bool(self.art or self.picture)


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
                if one.cover == id_ and isinstance(one.operation, Letter)), None)  # fmt: skip
    picture = "" if job is None else brought(job.operation)
    return Draft(id=id_, given=as_given(cover.brief), picture=picture, asked=True)


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
    """The blob of the author's own picture that something was lettered on; empty for a drawing."""
    match made:
        case Letter(picture=picture):
            return picture
        case Document(art=Brought(origin=origin)):
            return origin.sha256
        case _:
            return ""


def _key(id_: str) -> str:
    return f"draft:{id_}"
