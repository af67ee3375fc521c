"""All that is kept about a person, and removing it."""

from collections.abc import Mapping

from bot.conversation.act import Act, Verb, act
from bot.conversation.answer import Answers, Says, Turns
from bot.conversation.caller import Caller
from bot.conversation.commands import slash
from bot.conversation.means import Means
from bot.conversation.message import Button, Message, Tone
from bot.conversation.rooms.own import refusal
from pipeline.domain.person import Forgotten
from pipeline.domain.picture import MEGABYTE

SURE = "sure"
KEEP = "keep"


def _megabytes(size: int) -> str:
    return f"{size / MEGABYTE:.1f}"


async def forget(means: Means, caller: Caller, _options: Mapping[str, str]) -> Answers:
    """Say what would go, and ask."""
    going = await means.studio.would_forget(caller.person)
    words, person = caller.words, caller.person.id
    sure = Button(label=words.say("chat-forget-sure"), tone=Tone.DANGER,
                  act=act(Verb.FORGET, person, SURE))  # fmt: skip
    keep = Button(label=words.say("chat-forget-keep"), act=act(Verb.FORGET, person, KEEP))
    message = Message(
        title=words.say("chat-forget-title"),
        lines=(
            words.say("chat-forget-will", covers=going.covers, versions=going.versions,
                      jobs=going.jobs, megabytes=_megabytes(going.picture_bytes)),
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


COMMANDS = {"forget": forget}
PRESSES = {Verb.FORGET: answered}
