"""What others have of a cover: covers of their own that begin with it, and a say in it."""

from collections.abc import Sequence

from bot.conversation.act import Act, Verb
from bot.conversation.answer import Answers, Says
from bot.conversation.caller import Caller, Screen, View
from bot.conversation.deeds import shortened
from bot.conversation.means import Means
from bot.conversation.message import Message, Picture, Poll
from bot.conversation.rooms.accepting import ordered
from bot.conversation.rooms.kin import Kin, kin, kin_of
from bot.conversation.rooms.portrait import book, look
from bot.conversation.words import Words
from pipeline.domain.errors import VersionError
from pipeline.domain.operation import Fork
from pipeline.domain.version import Version

FEWEST, MOST = 2, 10
"""Answers that a poll may have."""
ANSWER = 55
"""Characters of an answer, where a platform has the least room (Discord)."""
COLUMNS = 5


async def _fork(means: Means, caller: Caller, pressed: Act) -> Answers:
    """A cover of the presser's own that begins with the version.

    Raises:
        VersionError: `version-missing`, `version-not-forkable`.
    """
    version = await means.studio.version(caller.person, pressed.about)
    fork, view = Fork(source=version.id), View(screen=Screen.CARD)
    return (await ordered(means, caller, version, fork, view),)


async def _vote(means: Means, caller: Caller, pressed: Act) -> Answers:
    """The options in one picture, and a poll about them for everybody who is there.

    Raises:
        VersionError: `version-missing`, `version-not-forkable`, `version-not-yours`.
    """
    found, options = await _options(means, caller, pressed.about)
    words, title = caller.words, book(found.version)
    if len(options) < FEWEST:
        return (Says(message=Message(lines=(words.say("vote-too-few"),)), alone=True),)
    labels = _labels(options, means, words)
    answers = (shortened(words.say("vote-answer", number=str(number), label=label), ANSWER)
               for number, label in enumerate(labels, 1))  # fmt: skip
    question = words.say("vote-question", title=title)
    message = Message(
        title=question, lines=(words.say("vote-how"),),
        pictures=(await _picture(means, options, labels, title, words),),
        poll=Poll(question=question, answers=tuple(answers)),
    )  # fmt: skip
    return (Says(message=message),)


async def _options(means: Means, caller: Caller, version: str) -> tuple[Kin, Sequence[Version]]:
    """The version, and what there is to vote on: what was made together with the version, else each way's end.

    Who may look at the version but not change its cover sees what was made together with it.
    """
    try:
        found = await kin(means, caller, version)
    except VersionError as error:
        found = await _seen(means, caller, version)
        if len(found.siblings) < FEWEST:
            raise error from None
        return found, _around(found.siblings, found)
    together = found.siblings
    return found, _around(together if len(together) >= FEWEST else found.leaves, found)


async def _seen(means: Means, caller: Caller, version: str) -> Kin:
    return await kin_of(means, (await means.studio.version(caller.person, version)).id)


def _around(options: Sequence[Version], found: Kin) -> Sequence[Version]:
    """At most as many as a poll takes: the newest, and in any case the version itself."""
    if len(options) <= MOST:
        return options
    newest = options[-MOST:]
    return newest if found.version in newest or found.version not in options else (
        found.version, *newest[1:]
    )  # fmt: skip


def _labels(options: Sequence[Version], means: Means, words: Words) -> Sequence[str]:
    """What each is called in a few words: no two alike, as far as words can tell them apart."""
    styles = [look(one, means, words) for one in options]
    if len(set(styles)) == len(styles):
        return styles
    return [
        words.say("vote-label", look=name, number=str(one.number))
        for name, one in zip(styles, options, strict=True)
    ]


async def _picture(
    means: Means, options: Sequence[Version], labels: Sequence[str], title: str, words: Words
) -> Picture:  # fmt: skip
    covers = [await means.studio.picture(one.preview) for one in options]
    drawn = await means.strips.drawn(covers, labels, columns=COLUMNS)
    told = ", ".join(
        words.say("vote-answer", number=str(number), label=label)
        for number, label in enumerate(labels, 1)
    )
    alt = words.say("vote-alt", title=title, options=told)
    return Picture(source=drawn, name="vote.jpg", alt=alt)


PRESSES = {Verb.FORK: _fork, Verb.VOTE: _vote}
