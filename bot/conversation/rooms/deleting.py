"""Taking a cover away for good."""

from bot.conversation.act import Act, Verb, act
from bot.conversation.answer import Answers, Removes, Turns
from bot.conversation.caller import Caller
from bot.conversation.means import Means
from bot.conversation.message import Button, Message, Tone
from bot.conversation.rooms.kin import Kin, kin
from bot.conversation.rooms.portrait import book
from bot.conversation.words import Words

SURE = "sure"


async def _delete(means: Means, caller: Caller, pressed: Act) -> Answers:
    """What will go; then, when the owner is sure, it goes.

    Raises:
        VersionError: `version-missing`, `version-not-yours`, `version-not-forkable`,
            `cover-not-yours` for who may change a cover without owning it.
    """
    found = await kin(means, caller, pressed.about)
    await means.studio.mine(caller.person, found.cover.id)
    if pressed.arg(1) != SURE:
        return (Turns(message=_question(found, caller.words)),)
    await means.studio.remove(caller.person, found.cover.id)
    return (Removes(text=caller.words.say("delete-done", title=book(found.version))),)


def _question(found: Kin, words: Words) -> Message:
    version = found.version.id
    return Message(
        title=words.say("delete-title", title=book(found.version)),
        lines=(words.say("delete-what", count=len(found.tree)), words.say("delete-stays")),
        rows=((
            Button(label=words.say("delete-keep"), act=act(Verb.CARD, version), tone=Tone.MAIN),
            Button(label=words.say("delete-sure"), act=act(Verb.DELETE, version, SURE),
                   tone=Tone.DANGER),
        ),),
    )  # fmt: skip


PRESSES = {Verb.DELETE: _delete}
