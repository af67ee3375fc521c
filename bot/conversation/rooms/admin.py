"""What only whoever runs the place may do."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace

from bot.conversation.act import Act, Verb, act
from bot.conversation.answer import Answers, Hints, Says, Spreads, Turns
from bot.conversation.caller import Caller
from bot.conversation.means import Means
from bot.conversation.message import Button, Choice, Message, Row, Tone
from bot.conversation.places import language_of, read_place
from bot.conversation.rooms.command_line import Action, Asked, read_asked
from bot.conversation.rooms.overlooking import lines
from bot.conversation.words import Words
from pipeline.domain.job import Address

_CHAT = ("chat", "channel", "thread")
"""What tells chats apart in the addresses of all platforms."""


async def admin(means: Means, caller: Caller, options: Mapping[str, str]) -> Answers:
    """Do what was asked, if the caller runs the place."""
    words = caller.words
    if not caller.admin:
        return (Hints(text=words.say("chat-admin-refused")),)
    asked = read_asked(options, caller.person.platform)
    if asked.action is None:
        return _alone(words.say("chat-admin-unknown", actions=_names(words)))
    return await _ACTIONS[asked.action](means, caller, asked)


async def pressed(means: Means, caller: Caller, act_: Act) -> Answers:
    """A button of the queue's screen."""
    if not caller.admin:
        return (Hints(text=caller.words.say("chat-admin-refused")),)
    match act_.about:
        case "pause" | "drain":
            await means.steward.pause()
        case "resume":
            await means.steward.resume()
        case _:
            pass
    return (Turns(message=await _screen(means, caller.words)),)


def suggest_action(_means: Means, caller: Caller, text: str) -> tuple[Choice, ...]:
    """The actions whose names go with what was typed."""
    typed = text.strip().casefold()
    every = [
        Choice(label=caller.words.say(f"chat-admin-{action}-name"), value=action)
        for action in Action
    ]
    return tuple(one for one in every if typed in one.label.casefold() or typed in one.value)


def _names(words: Words) -> str:
    return ", ".join(words.say(f"chat-admin-{action}-name") for action in Action)


def _alone(*said: str) -> Answers:
    return (Says(message=Message(lines=said), alone=True),)


async def _screen(means: Means, words: Words) -> Message:
    found = await lines(means, words)
    switch = (
        Button(label=words.say("chat-admin-resume-button"), act=act(Verb.ADMIN, Action.RESUME),
               tone=Tone.MAIN)
        if found.paused
        else Button(label=words.say("chat-admin-pause-button"), act=act(Verb.ADMIN, Action.PAUSE))
    )  # fmt: skip
    look = Button(label=words.say("chat-look-again"), act=act(Verb.ADMIN, Action.QUEUE))
    row: Row = (look, switch)
    return Message(title=words.say("chat-admin-title"), lines=found.lines, rows=(row,))


async def _queue(means: Means, caller: Caller, _asked: Asked) -> Answers:
    return (Says(message=await _screen(means, caller.words), alone=True),)


async def _switch(means: Means, caller: Caller, asked: Asked) -> Answers:
    """Pause, resume or drain: who drains looks again until nothing runs."""
    words = caller.words
    if asked.action is Action.RESUME:
        await means.steward.resume()
    else:
        await means.steward.pause()
    running = sum(line.running for line in (await means.steward.overview()).lines)
    done = words.say(f"chat-admin-{asked.action}-done", running=running)
    screen = await _screen(means, words)
    return (Says(message=replace(screen, lines=(done, *screen.lines)), alone=True),)


async def _ban(means: Means, caller: Caller, asked: Asked) -> Answers:
    """Take somebody's right to order away, or give it back."""
    words, account = caller.words, asked.account
    if account is None:
        return _alone(words.say("chat-admin-account-needed", given=asked.given))
    banned = asked.action is Action.BAN
    if banned and (account.platform, account.name) == (caller.person.platform, caller.person.name):
        return _alone(words.say("chat-admin-not-yourself"))
    rules = means.steward.rules
    rule = await rules.rule(account.platform, account.name)
    await rules.decide(account.platform, account.name, replace(rule, banned=banned))
    return _alone(words.say(f"chat-admin-{asked.action}-done", account=str(account)))


async def _quota(means: Means, caller: Caller, asked: Asked) -> Answers:
    """How much somebody may keep; `default` is what everybody may."""
    words, account = caller.words, asked.account
    if account is None:
        return _alone(words.say("chat-admin-account-needed", given=asked.given))
    megabytes = asked.megabytes
    if megabytes is None and not asked.default:
        return _alone(words.say("chat-admin-megabytes-needed", given=asked.value))
    rules = means.steward.rules
    rule = await rules.rule(account.platform, account.name)
    await rules.decide(account.platform, account.name, replace(rule, quota_mb=megabytes))
    if megabytes is None:
        return _alone(words.say("chat-admin-quota-default", account=str(account)))
    return _alone(words.say("chat-admin-quota-done", account=str(account), megabytes=megabytes))


async def _broadcast(means: Means, caller: Caller, asked: Asked) -> Answers:
    """Put a line on top of what is said, and say it once to every chat that waits for something."""
    words, line = caller.words, asked.value
    await means.steward.announce(line)
    if not line:
        return _alone(words.say("chat-admin-line-gone"))
    chats = _chats(await means.steward.addresses())
    told = words.say("chat-admin-broadcast-done", line=line, chats=len(chats))
    return (*_alone(told), *_spread(line, chats))


def _chats(addresses: Sequence[Address]) -> list[Address]:
    """One address for every chat."""
    return list({_chat(address): address for address in addresses}.values())


def _chat(address: Address) -> tuple[str, ...]:
    place = read_place(address)
    named = tuple(str(place.get(key, "")) for key in _CHAT)
    return (address.platform, *named) if any(named) else (address.platform, address.place)


def _spread(line: str, chats: Sequence[Address]) -> Answers:
    languages = sorted({language_of(address) for address in chats})
    return tuple(
        Spreads(message=Message(lines=(Words(language).say("chat-line", line=line),)),
                addresses=tuple(one for one in chats if language_of(one) == language))
        for language in languages
    )  # fmt: skip


async def _contact(means: Means, caller: Caller, asked: Asked) -> Answers:
    """Whom help names as the one who runs the place."""
    await means.steward.name_contact(asked.value)
    if not asked.value:
        return _alone(caller.words.say("chat-admin-contact-gone"))
    return _alone(caller.words.say("chat-admin-contact-done", contact=asked.value))


_ACTIONS: Mapping[Action, Callable[[Means, Caller, Asked], Awaitable[Answers]]] = {
    Action.QUEUE: _queue,
    Action.PAUSE: _switch,
    Action.RESUME: _switch,
    Action.DRAIN: _switch,
    Action.BAN: _ban,
    Action.UNBAN: _ban,
    Action.QUOTA: _quota,
    Action.BROADCAST: _broadcast,
    Action.CONTACT: _contact,
}
COMMANDS = {"admin": admin}
PRESSES = {Verb.ADMIN: pressed}
SUGGESTS = {"action": suggest_action}
