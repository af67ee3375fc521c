"""The styles and genres that there are, and help."""

from collections.abc import Mapping, Sequence

from bot.conversation.act import Act, Verb, act
from bot.conversation.answer import Answers, Says, Turns
from bot.conversation.caller import Caller
from bot.conversation.commands import COMMANDS as SPECS
from bot.conversation.commands import FROM_MESSAGE, slash
from bot.conversation.means import Means
from bot.conversation.message import Button, Choice, Message, Picker, Picture, Row, Tone
from bot.conversation.outage import with_line
from bot.conversation.rooms import ordering
from bot.conversation.samples import sample
from bot.conversation.words import Words
from pipeline.domain.style import Style

PAGE = 4
"""Styles of a page."""
WALL = 6
"""Styles in a row, where all are shown at once."""
GENRES = "genres"
MAKING = "making"
CHANGING = "changing"
TOPICS = (MAKING, CHANGING, "print", "sharing", "privacy")
_LABELS = {
    "more": "chat-button-more", "idea": "chat-button-idea", "undo": "card-button-undo",
    "versions": "card-button-versions", "compare": "card-button-compare",
    "vote": "card-button-vote", "print": "card-button-print", "front": "print-button-front",
    "larger": "print-button-larger", "again": "print-again", "more_options": "print-button-more",
    "art": "option-art-name",
    "apps": f"command-{FROM_MESSAGE}-name",
}  # fmt: skip
"""Buttons and the like that help names, as they are labelled."""
TOP = "top"
"""In the place of a topic: the page with all of them."""


async def styles(means: Means, caller: Caller, _options: Mapping[str, str]) -> Answers:
    """The first page of styles."""
    return (Says(message=await _styles(means, caller, 0)),)


async def leaf(means: Means, caller: Caller, pressed: Act) -> Answers:
    """Another page of styles, or the genres."""
    if not pressed.args:
        return (Says(message=await _styles(means, caller, 0), alone=True),)
    if pressed.about == GENRES:
        return (Turns(message=await _genres(means, caller)),)
    page = int(pressed.about) if pressed.about.isdigit() else 0
    return (Turns(message=await _styles(means, caller, page)),)


async def _styles(means: Means, caller: Caller, page: int) -> Message:
    words, pages = caller.words, -(-len(means.styles) // PAGE)
    page = min(page, pages - 1)
    some = means.styles[page * PAGE : (page + 1) * PAGE]
    lines = [
        words.say("chat-style-line", number=str(number), style=style.label(words.language),
                  manner=_manner(style, words), scene=style.scene(words.language))
        for number, style in enumerate(some, 1)
    ]  # fmt: skip
    return Message(
        title=words.say("chat-styles-title", page=page + 1, pages=pages), lines=tuple(lines),
        pictures=await _samples(means, some, words, columns=PAGE),
        rows=(_begin_with(some, caller), _turning(page, pages, caller)),
    )  # fmt: skip


async def _samples(
    means: Means, some: Sequence[Style], words: Words, *, columns: int
) -> tuple[Picture, ...]:  # fmt: skip
    """One picture with an example of each style; none where no examples are installed."""
    labels = [style.label(words.language) for style in some]
    examples = [sample(style.name) for style in some]
    if not any(examples):
        return ()
    drawn = await means.strips.drawn(examples, labels, columns=columns)
    told = words.say("chat-styles-alt", styles=", ".join(labels))
    return (Picture(source=drawn, name="styles.jpg", alt=told),)


def _manner(style: Style, words: Words) -> str:
    """How it is made, where that says more than its name."""
    manner, name = style.manner(words.language), style.label(words.language)
    return "" if manner.casefold().startswith(name.casefold()) else manner


def _begin_with(some: Sequence[Style], caller: Caller) -> Picker:
    words = caller.words
    choices = tuple(
        Choice(label=f"{number}. {style.label(words.language)}", value=style.name,
               note=style.manner(words.language))
        for number, style in enumerate(some, 1)
    )  # fmt: skip
    prompt = words.say("chat-begin-with-style")
    return Picker(act=act(Verb.BEGIN), prompt=prompt, choices=choices)


def _turning(page: int, pages: int, caller: Caller) -> Row:
    """To the page before, the next one, and the genres; the last page leads to the first."""
    words = caller.words
    before, after = (page - 1) % pages, (page + 1) % pages
    return (
        Button(label=words.say("chat-page-before"), act=act(Verb.STYLES, str(before))),
        Button(label=words.say("chat-page-after"), act=act(Verb.STYLES, str(after))),
        Button(label=words.say("chat-genres-button"), act=act(Verb.STYLES, GENRES)),
        _begin(caller),
    )


async def _genres(means: Means, caller: Caller) -> Message:
    """The genres by name, under all styles at a glance."""
    words = caller.words
    names = sorted(genre.label(words.language) for genre in means.genres)
    back = Button(label=words.say("chat-styles-button"), act=act(Verb.STYLES, "0"))
    return Message(
        title=words.say("chat-genres-title"),
        lines=(", ".join(names), words.say("chat-genres-more")),
        pictures=await _samples(means, means.styles, words, columns=WALL),
        rows=((back, _begin(caller)),),
    )


def _begin(caller: Caller) -> Button:
    return Button(label=caller.words.say("chat-begin"), act=act(Verb.BEGIN), tone=Tone.MAIN)


async def begin(means: Means, caller: Caller, pressed: Act) -> Answers:
    """A new cover, as after the command; in a style, if one was chosen."""
    options = {"style": pressed.about} if pressed.about else dict[str, str]()
    return await ordering.COMMANDS["cover"](means, caller, options)


async def help_(means: Means, caller: Caller, _options: Mapping[str, str]) -> Answers:
    """What this is, and how to begin."""
    return (Says(message=await _help(means, caller)),)


async def topic(means: Means, caller: Caller, pressed: Act) -> Answers:
    """A topic of help, or all of it again."""
    if not pressed.args:
        return (Says(message=await _help(means, caller), alone=True),)
    if pressed.about not in TOPICS:
        return (Turns(message=await _help(means, caller)),)
    return (Turns(message=_topic(pressed.about, caller, paints=means.menu.paints)),)


async def _help(means: Means, caller: Caller) -> Message:
    words = caller.words
    contact = await means.steward.contact()
    example = words.say("chat-help-example-typed" if caller.forms else "chat-help-example-sent",
                        cover=slash("cover", caller))  # fmt: skip
    message = Message(
        title=words.say("chat-help-title"),
        lines=(
            *words.say("chat-help-what").splitlines(),
            "",
            words.say("chat-help-begin", cover=slash("cover", caller)),
            *example.splitlines(),
            "",
            *_commands(caller),
            "",
            words.say("chat-help-host", contact=contact),
        ),
        rows=(_topics(caller), (_begin(caller), _look(caller))),
    )
    return await with_line(means, words, message)


def _commands(caller: Caller) -> tuple[str, ...]:
    words = caller.words
    return tuple(
        words.say("chat-help-command", command=slash(spec.name, caller),
                  about=words.say(f"command-{spec.name}"))
        for spec in SPECS
        if caller.admin or not spec.admins
    )  # fmt: skip


def _topics(caller: Caller) -> Row:
    return tuple(
        Button(label=caller.words.say(f"chat-topic-{name}"), act=act(Verb.HELP, name))
        for name in TOPICS
    )


def _look(caller: Caller) -> Button:
    return Button(label=caller.words.say("chat-styles-button"), act=act(Verb.STYLES))


def _topic(name: str, caller: Caller, *, paints: bool) -> Message:
    words = caller.words
    commands = {spec.name: slash(spec.name, caller) for spec in SPECS}
    labels = {fact: words.say(key) for fact, key in _LABELS.items()}
    way = "attached" if caller.forms else "sent"
    told = words.say(f"chat-topic-{name}-about", way=way, **commands, **labels)
    lines = told.splitlines()
    if paints and name == MAKING:
        lines.append(words.say("chat-topic-making-paints", cover=commands["cover"],
                               engine=words.say("option-engine-name"),
                               paint=words.say("card-button-paint-from")))  # fmt: skip
    if name == CHANGING:
        lines.append(words.say("chat-topic-changing-lettering",
                               erase=words.say("card-button-erase"),
                               replace=words.say("card-button-replace")))  # fmt: skip
    back = Button(label=words.say("chat-back"), act=act(Verb.HELP, TOP))
    return Message(title=words.say(f"chat-topic-{name}-title"), lines=tuple(lines),
                   rows=((back, _begin(caller)),))  # fmt: skip


COMMANDS = {"styles": styles, "help": help_, "start": help_}
PRESSES = {Verb.STYLES: leaf, Verb.BEGIN: begin, Verb.HELP: topic}
