"""What is said to small talk in a private chat: how to begin, once until the next command."""

from bot.conversation.act import Verb, act
from bot.conversation.answer import Answers, Says
from bot.conversation.caller import Caller
from bot.conversation.commands import slash
from bot.conversation.means import Means
from bot.conversation.message import Button, Message, Tone


async def greeted(means: Means, caller: Caller) -> Answers:
    """How to begin; nothing for who was told. What a platform says twice is answered twice."""
    told = await means.notes.note(caller.person.id, _key(caller))
    if told is not None and told != caller.key:
        return ()
    await means.notes.keep(caller.person.id, _key(caller), caller.key)
    words = caller.words
    begin = Button(label=words.say("chat-begin"), act=act(Verb.BEGIN), tone=Tone.MAIN)
    said = words.say("chat-talk-greeting", help=slash("help", caller))
    return (Says(message=Message(lines=(said,), rows=((begin,),))),)


async def may_greet(means: Means, caller: Caller) -> None:
    """Let small talk be answered again: only where it is heard at all."""
    if caller.private and not caller.forms:
        await means.notes.drop(caller.person.id, _key(caller))


def _key(caller: Caller) -> str:
    return f"greeted:{caller.place}"
