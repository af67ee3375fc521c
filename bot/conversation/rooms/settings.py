"""What a person prefers, to look at and to change."""

from collections.abc import Mapping
from dataclasses import replace

from bot.conversation.act import Act, Verb, act
from bot.conversation.answer import Answers, Hints, Says, Turns
from bot.conversation.caller import Caller
from bot.conversation.means import Means
from bot.conversation.message import Button, Message, Row
from bot.conversation.rooms.own import refusal, shown
from bot.conversation.rooms.preferring import Key, kept, pickers, setting
from bot.conversation.words import Words

ALL = "all"
"""In the place of a setting: the screen with all of them."""


async def settings(means: Means, caller: Caller, _options: Mapping[str, str]) -> Answers:
    """Everything that can be set."""
    return (Says(message=_screen(means, caller), alone=True),)


async def pressed(means: Means, caller: Caller, act_: Act) -> Answers:
    """Show all settings, or one with its choices; or keep what was chosen."""
    if refused := refusal(caller, act_):
        return refused
    named = act_.arg(1, ALL)
    if named not in set(Key):
        return shown(act_, _screen(means, caller))
    key, value = Key(named), act_.arg(2)
    if not value:
        return (Turns(message=_choice(key, means, caller)),)
    return await _keep(key, value, means, caller)


async def _keep(key: Key, value: str, means: Means, caller: Caller) -> Answers:
    try:
        wanted = kept(key, value, caller.person.preferences, means)
    except ValueError:  # of another release
        return (Hints(text=caller.words.say("chat-unknown")),)
    person = await means.studio.prefer(caller.person, wanted)
    # who has just chosen a language hears it at once
    words = Words(wanted.language) if wanted.language else caller.words
    now = replace(caller, person=person, words=words)
    return (Turns(message=_screen(means, now, words.say("chat-settings-kept"))),)


def _screen(means: Means, caller: Caller, *more: str) -> Message:
    words, preferences = caller.words, caller.person.preferences
    lines = [
        words.say("chat-settings-line", name=words.say(f"chat-setting-{key}"),
                  value=setting(key, preferences, means, words))
        for key in Key
    ]  # fmt: skip
    return Message(title=words.say("chat-settings-title"), lines=(*more, *lines),
                   rows=(_doors(caller),))  # fmt: skip


def _doors(caller: Caller) -> Row:
    return tuple(
        Button(label=caller.words.say(f"chat-setting-{key}-button"),
               act=act(Verb.SETTINGS, caller.person.id, key))
        for key in Key
    )  # fmt: skip


def _choice(key: Key, means: Means, caller: Caller) -> Message:
    words, person = caller.words, caller.person
    choosing = act(Verb.SETTINGS, person.id, key)
    back = Button(label=words.say("chat-back"), act=act(Verb.SETTINGS, person.id, ALL))
    value = setting(key, person.preferences, means, words)
    name = words.say(f"chat-setting-{key}")
    return Message(
        title=name,
        lines=(words.say("chat-settings-line", name=words.say("chat-settings-now"), value=value),
               words.say(f"chat-setting-{key}-about")),
        rows=(*pickers(key, choosing, means, words), (back,)),
    )  # fmt: skip


COMMANDS = {"settings": settings}
PRESSES = {Verb.SETTINGS: pressed}
