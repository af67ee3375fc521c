"""Leafing through the versions of a cover; undo, redo, and going back to any of them."""

from collections.abc import Iterator

from bot.conversation.act import Act, Verb, act
from bot.conversation.answer import Answers, Turns
from bot.conversation.caller import Caller
from bot.conversation.means import Means
from bot.conversation.message import Button, Message, Row, Tone
from bot.conversation.rooms.card import back_to, card, to_stand_at
from bot.conversation.rooms.kin import Kin, kin, made_by_guest
from bot.conversation.rooms.portrait import done, heading, lineage, picture, settings
from bot.conversation.times import moment
from bot.conversation.words import Words
from pipeline.domain.version import Version

LEAP = 10
"""How far the long steps go, where there are so many versions."""


async def _versions(means: Means, caller: Caller, pressed: Act) -> Answers:
    """The page of one version."""
    found = await kin(means, caller, pressed.about)
    return (Turns(message=await _page(found, means, caller.words)),)


async def _page(found: Kin, means: Means, words: Words) -> Message:
    version, here = found.version, found.cover.head.current
    lines = (
        words.say("versions-of", number=str(version.number), count=str(len(found.tree))),
        lineage(version, found.tree, means, words), await _made(found, means, words),
        *settings(version, means, words),
        words.say("versions-here") if version.id == here else "",
    )  # fmt: skip
    return Message(
        title=heading(version, words), lines=tuple(line for line in lines if line),
        pictures=(picture(version, means, words),), rows=tuple(_rows(found, words)),
    )  # fmt: skip


async def _made(found: Kin, means: Means, words: Words) -> str:
    at = moment(found.version.made_at)
    if await made_by_guest(means, found):
        return words.say("versions-made-guest", at=at)
    return words.say("versions-made", at=at)


def _rows(found: Kin, words: Words) -> Iterator[Row]:
    if leafing := tuple(_leafing(found, words)):
        yield leafing
    version = found.version.id
    compare = Button(label=words.say("versions-compare"), act=act(Verb.COMPARE, version))
    work = Button(label=words.say("versions-work"), act=to_stand_at(version), tone=Tone.MAIN)
    stands = version == found.cover.head.current
    yield (compare,) if stands else (work, compare)
    yield (back_to(found.cover.head.current or version, words),)


def _leafing(found: Kin, words: Words) -> Iterator[Button]:
    """Steps of one, and of ten where there are so many on that side; none that leads nowhere."""
    at, last = found.tree.index(found.version), len(found.tree) - 1
    steps = (
        (words.say("versions-back-far", count=LEAP), -LEAP),
        (words.say("page-previous"), -1),
        (words.say("page-next"), 1),
        (words.say("versions-forth-far", count=LEAP), LEAP),
    )
    for label, step in steps:
        if 0 <= at + step <= last:
            yield Button(label=label, act=act(Verb.VERSIONS, found.tree[at + step].id))


async def _undo(means: Means, caller: Caller, pressed: Act) -> Answers:
    """Stand at the version before; what is undone is what had been pressed on.

    Raises:
        VersionError: `version-no-parent`.
    """
    left = (await kin(means, caller, pressed.about)).version
    target = await means.studio.undo(caller.person, left.id)
    return await _stands(means, caller, target, "undone", left)


async def _redo(means: Means, caller: Caller, pressed: Act) -> Answers:
    """Stand at what was made from this version, that which was undone last before others.

    Raises:
        VersionError: `version-no-redo`.
    """
    target = await means.studio.redo(caller.person, pressed.about)
    return await _stands(means, caller, target, "redone", target)


async def _stands(
    means: Means, caller: Caller, target: Version, key: str, about: Version
) -> Answers:  # fmt: skip
    words = caller.words
    what = done(about, means, words)
    said = words.say("undone", deed=what) if key == "undone" else words.say("redone", deed=what)
    return (Turns(message=await card(means, words, target, said=said)),)


PRESSES = {Verb.VERSIONS: _versions, Verb.UNDO: _undo, Verb.REDO: _redo}
