"""What else can be told about a print order, behind one button: nobody needs it, and all of it is remembered."""

from collections.abc import Iterator, Mapping, Sequence

from bot.conversation.act import Act, Verb, act
from bot.conversation.caller import Caller
from bot.conversation.means import Means
from bot.conversation.message import Button, Message, Row, Tone
from bot.conversation.print_notes import remember, remembered
from bot.conversation.rooms.card import back_to
from bot.conversation.rooms.portrait import heading
from bot.conversation.words import Words
from pipeline.domain.art import Drawn
from pipeline.domain.operation import Print
from pipeline.domain.print_choices import SPINES, STANDARDS, WEIGHTS
from pipeline.domain.print_wishes import Answer, told
from pipeline.domain.version import Version

MORE = "more"
"""Behind a version in an act: the options, or one of them with the choice that it gets."""
_SWITCH = {"no": False, "yes": True}
OPTIONS: Mapping[str, Mapping[str, Answer]] = {
    "guides": _SWITCH, "marks": _SWITCH, "reading": SPINES, "standard": STANDARDS,
    "weights": WEIGHTS, "outpaint": {"yes": True, "no": False},
}  # fmt: skip
"""The choices of each by their names, the usual one first."""
ACROSS = 2


async def options(
    means: Means, caller: Caller, version: Version, pressed: Act, *, small: bool
) -> Message:  # fmt: skip
    """The options as they are, after the one that was pressed got its choice.

    `small` is a picture that is to be enlarged.
    """
    person = caller.person.id
    wishes = await remembered(means.notes, person, version.cover)
    chosen = OPTIONS.get(pressed.arg(2), {})
    if pressed.arg(3) in chosen:
        wishes = told(wishes, **{pressed.arg(2): chosen[pressed.arg(3)]})
        await remember(means.notes, person, version.cover, wishes)
    return _screen(version, wishes, _offered(means, version, small=small), caller.words)


def unusual(
    means: Means, version: Version, wishes: Print, words: Words, *, small: bool
) -> str:  # fmt: skip
    """What was chosen otherwise than usual, as a line; empty for nothing."""
    found = [_label(option, choice, words) for option in _offered(means, version, small=small)
             if (choice := _chosen(wishes, option)) != next(iter(OPTIONS[option]))]  # fmt: skip
    return words.say("print-unusual", options=", ".join(found)) if found else ""


def _offered(means: Means, version: Version, *, small: bool) -> Sequence[str]:
    """What makes a difference here: a drawing is neither enlarged nor continued by a model."""
    without = set() if small else {"weights"}
    if isinstance(version.document.art, Drawn) or not means.menu.paints:
        without.add("outpaint")
    return [option for option in OPTIONS if option not in without]


def _screen(version: Version, wishes: Print, offered: Sequence[str], words: Words) -> Message:
    about = (words.say(f"print-{option}-about") for option in offered)
    return Message(
        title=words.say("print-title", heading=heading(version, words)),
        lines=(words.say("print-more"), *about), rows=tuple(_rows(version, wishes, offered, words)),
    )  # fmt: skip


def _rows(
    version: Version, wishes: Print, offered: Sequence[str], words: Words
) -> Iterator[Row]:  # fmt: skip
    """A button for each option, which leads to its next choice."""
    buttons = [_button(version, wishes, option, words) for option in offered]
    for start in range(0, len(buttons), ACROSS):
        yield tuple(buttons[start : start + ACROSS])
    back = Button(label=words.say("chat-back"), act=act(Verb.PRINT, version.id), tone=Tone.MAIN)
    yield (back, back_to(version.id, words))


def _button(version: Version, wishes: Print, option: str, words: Words) -> Button:
    names = list(OPTIONS[option])
    now = _chosen(wishes, option)
    following = names[(names.index(now) + 1) % len(names)]
    return Button(label=_label(option, now, words),
                  act=act(Verb.PRINT, version.id, MORE, option, following))  # fmt: skip


def _chosen(wishes: Print, option: str) -> str:
    """The name of what was chosen."""
    value = getattr(wishes, option)
    return next(name for name, meant in OPTIONS[option].items() if meant == value)


def _label(option: str, choice: str, words: Words) -> str:
    key = f"print-{option}-{choice}"
    return words.say(f"print-{option}", choice=words.say(key))
