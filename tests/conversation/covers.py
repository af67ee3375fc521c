"""Covers with several texts, looks and versions, as the screens of one version meet them."""

from dataclasses import replace

from pipeline.domain import operation as op
from pipeline.domain.geometry import Box
from pipeline.domain.layout import Role, TextBlock
from pipeline.domain.report import Check, Report, Verdict
from tests import paintings
from tests.conversation.place import cover_document
from tests.storage.orders import with_picture

GUEST_SETTINGS = [
    (True, False, "somebody else's"),
    (False, False, "does not let others"),
]
"""What an owner lets others do (`forkable`, `shared`), and what a guest is told."""


def text(role, words, **look):
    look = {"size": 0.06, "box": Box(x=0.1, y=0.5, w=0.8, h=0.05), "colour": "#ffffff", **look}
    return TextBlock(role=role, words=words, lines=(words,), font="anton", **look)


def lettered(*blocks):
    """The usual cover with exactly these texts."""
    document = cover_document()
    return replace(document, layout=replace(document.layout, blocks=blocks))


def title(words="Small Hours", **look):
    return text(Role.TITLE, words, **{"size": 0.12, "box": Box(x=0.1, y=0.1, w=0.8, h=0.1), **look})


def brought(version):
    """The document of a version over a picture of the author's."""
    return with_picture(version, version.preview).document


def painted(version, **facts):
    """The document of a version whose art a model painted."""
    return paintings.painted(version.document, version.preview, **facts)


async def cover_of(place, who, document):
    """A cover whose one version has that document."""
    ticket = await place.ordered(who)
    return (await place.made(ticket.job, content=document))[0]


async def grown(place, who, count):
    """A cover of `count` versions, each made from the one before; the last of them."""
    version = await place.cover(who)
    for _ in range(count - 1):
        version = await place.child(who, version, op.Restyle(size=1.1))
    return version


async def prefers(place, who, **settings):
    """Somebody's settings changed, also in the eyes of their next press."""
    changed = replace(who.person.preferences, **settings)
    who.person = await place.studio.prefer(who.person, changed)


def report(*checks):
    return Report(checks=tuple(
        Check(code=code, verdict=Verdict(verdict), measured=1.0, limit=2.0, unit="")
        for code, verdict in checks
    ))  # fmt: skip
