"""Screens of one person, whose buttons carry whose they are: a list, the settings, a farewell."""

from bot.conversation.act import Act
from bot.conversation.answer import Answers, Hints, Says, Turns
from bot.conversation.caller import Caller
from bot.conversation.message import Message


def refusal(caller: Caller, act: Act) -> Answers:
    """What somebody hears who presses on another one's screen; nothing for who may.

    A button without a person, such as one of help, is everybody's.
    """
    if act.about in {"", caller.person.id}:
        return ()
    return (Hints(text=caller.words.say("chat-screen-of-another")),)


def shown(act: Act, message: Message) -> Answers:
    """The screen, in place of itself, or for who came from elsewhere as a message of its own."""
    return (Turns(message=message),) if act.about else (Says(message=message, alone=True),)
