"""How a talk looks: a question with its example and its buttons, and everything once more."""

from collections.abc import Iterator

from bot.conversation.act import Verb, act
from bot.conversation.caller import Caller
from bot.conversation.deeds import shortened
from bot.conversation.form import Field
from bot.conversation.message import Button, Choice, Message, Tone
from bot.conversation.talk import Talk
from bot.conversation.words import Words

ROWS = 4
"""Rows of buttons above that for going to and fro."""
LABEL = 40
_SHOWN = 180
_TITLE = 60
_NARROW, _MIDDLE = 3, 14
"""Up to so many characters four, and three, buttons stand side by side; otherwise two."""


def question(talk: Talk, caller: Caller, *, page: int = 0, wrong: str = "") -> Message:
    """The open question, or when all were asked the whole form again.

    `page` leafs through choices; `wrong` says why the last answer could not be taken.
    """
    words, asked = caller.words, talk.question
    if asked is None:
        return _everything(talk, words, wrong)
    return Message(
        title=asked.question or asked.label,
        lines=tuple(line for line in (wrong, *_lines(talk, asked, caller, wrong)) if line),
        rows=tuple(_rows(talk, asked, words, page)),
    )


def told(talk: Talk, words: Words) -> tuple[str, ...]:
    """The answers, a line for each question that has one."""
    return tuple(
        words.say("chat-brief-part", name=one.called, value=shortened(_line(value), _cut(one)))
        for one in talk.form.fields
        if (value := talk.values[one.key])
    )


def _cut(asked: Field) -> int:
    return _SHOWN if asked.long else _TITLE


def _lines(talk: Talk, asked: Field, caller: Caller, wrong: str) -> Iterator[str]:
    words = caller.words
    total = len(talk.form.fields)
    if talk.step == 0 and not talk.answers and not wrong:
        yield words.say("chat-talk-hello", count=total)
    yield asked.example
    if total > 1:
        yield words.say("chat-talk-step", number=talk.step + 1, total=total)
    if not caller.private:
        yield words.say("chat-talk-reply")


def _rows(
    talk: Talk, asked: Field, words: Words, page: int
) -> Iterator[tuple[Button, ...]]:  # fmt: skip
    stands = talk.values[asked.key]
    if stands:
        label = shortened(words.say("chat-talk-keep", value=_line(stands)), LABEL)
        yield (_button(talk, label, "keep", Tone.MAIN),)
    rows = ROWS - bool(stands)
    width = _width(asked.choices)
    pages = max(1, -(-len(asked.choices) // (rows * width)))
    first = (page % pages) * rows * width
    shown = list(enumerate(asked.choices))[first : first + rows * width]
    for start in range(0, len(shown), width):
        yield tuple(
            _button(talk, shortened(one.label, LABEL), f"c{index}")
            for index, one in shown[start : start + width]
        )
    following = f"p{(page + 1) % pages}" if pages > 1 else ""
    yield tuple(_ways(talk, asked, words, following))


def _ways(talk: Talk, asked: Field, words: Words, following: str) -> Iterator[Button]:
    """Past this question, back, more choices, to the end, and out."""
    if not asked.needed:
        said = words.say("chat-talk-empty" if talk.values[asked.key] else "chat-talk-skip")
        yield _button(talk, said, "skip")
    if talk.step:
        yield _button(talk, words.say("chat-talk-back"), "back")
    if following:
        yield _button(talk, words.say("chat-talk-more"), following)
    if len(talk.form.fields) > 1 and not talk.lacks:
        yield _button(talk, words.say("chat-talk-done"), "done")
    yield _button(talk, words.say("chat-talk-cancel"), "cancel")


def _everything(talk: Talk, words: Words, wrong: str) -> Message:
    is_order = talk.form.act.verb is Verb.ORDER
    go = words.say("chat-button-make" if is_order else "chat-talk-go")
    row = (
        _button(talk, go, "go", Tone.MAIN),
        _button(talk, words.say("chat-talk-back"), "back"),
        _button(talk, words.say("chat-talk-cancel"), "cancel"),
    )
    title = words.say("chat-talk-everything")
    lines = tuple(line for line in (wrong, *told(talk, words)) if line)
    return Message(title=title, lines=lines, rows=(row,))


def _width(choices: tuple[Choice, ...]) -> int:
    longest = max((len(one.label) for one in choices), default=0)
    return 4 if longest <= _NARROW else 3 if longest <= _MIDDLE else 2


def _button(talk: Talk, label: str, choice: str, tone: Tone = Tone.PLAIN) -> Button:
    return Button(label=label, act=act(Verb.TALK, talk.id, str(talk.step), choice), tone=tone)


def _line(text: str) -> str:
    return " ".join(text.split())
