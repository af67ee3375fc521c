"""Looking for lettering in a cover's picture: the order, and its picture with numbers."""

from collections.abc import Sequence

from bot.conversation.act import Act, Verb, act
from bot.conversation.alt import cut
from bot.conversation.answer import Answers
from bot.conversation.caller import Caller, Screen, View
from bot.conversation.means import Means
from bot.conversation.message import Button, Message, Picture
from bot.conversation.rooms import erasing, replacing
from bot.conversation.rooms.accepting import under_way
from bot.conversation.rooms.card import ERASE, REPLACE, back_to
from bot.conversation.rooms.kin import base_of
from bot.conversation.rooms.lettering_found import (
    NOBODY,
    Findings,
    busy,
    label,
    listed_in,
    look,
    title,
)
from bot.conversation.rooms.portrait import book
from bot.conversation.words import Words
from pipeline.domain.file import StoredFile
from pipeline.domain.found_json import PICTURE_NAME
from pipeline.domain.lettering import FoundText
from pipeline.domain.operation import FindText
from pipeline.domain.outcome import Parcel
from pipeline.domain.version import Version


async def _find(means: Means, caller: Caller, pressed: Act) -> Answers:
    """Order the picture with numbers; from below such a picture, in its place.

    Raises:
        RetouchError: `retouch-drawn`.
    """
    version = await means.studio.changeable(caller.person, pressed.about)
    what = REPLACE if pressed.arg(1) == REPLACE else ERASE
    chosen = pressed.arg(2)
    if await under_way(means, caller, version, lambda one: isinstance(one, FindText)):
        return busy(caller, "find")
    return (await look(means, caller, version, what, chosen or NOBODY, here=bool(chosen)),)


async def _land(means: Means, words: Words, parcel: Parcel, view: View) -> Message:
    """The picture with numbers, and what can be done with the lettering on it."""
    version = (await base_of(means, parcel.job)).version
    found = await listed_in(means, parcel.files)
    if found is None or not found.lines:
        return _nothing(version, found, parcel.files, words)
    listed = Findings(version=version, job=parcel.job.id, found=found)
    pictures = _pictures(version, found, parcel.files, words)
    what, _, chosen = view.about.partition(":")
    if what == REPLACE:
        return replacing.screen(means, listed, words, pictures=pictures)
    return erasing.screen(listed, words, chosen, pictures)


def _nothing(
    version: Version, found: FoundText | None, files: Sequence[StoredFile], words: Words
) -> Message:  # fmt: skip
    """That there is no lettering; or that its list is lost, and can be made again."""
    back = back_to(version.id, words)
    if found is None:
        again = act(Verb.FIND, version.id, ERASE, NOBODY)
        return Message(title=title(version, words), lines=(words.say("lettering-lost"),),
                       rows=((Button(label=words.say("lettering-look"), act=again), back),))  # fmt: skip
    none = words.say("lettering-none", edit=words.say("card-button-edit"))
    return Message(title=title(version, words), lines=(none,), rows=((back,),),
                   pictures=_pictures(version, found, files, words))  # fmt: skip


def _pictures(
    version: Version, found: FoundText, files: Sequence[StoredFile], words: Words
) -> tuple[Picture, ...]:  # fmt: skip
    lines = ", ".join(label(number, line, words) for number, line in enumerate(found.lines, 1))
    alt = cut(words.say("lettering-alt", title=book(version), count=len(found.lines), lines=lines))
    return tuple(Picture(source=file.sha256, name=file.name, alt=alt)
                 for file in files if file.name == PICTURE_NAME)  # fmt: skip


PRESSES = {Verb.FIND: _find}
LANDINGS = {Screen.LETTERING: _land}
