"""Messages in Telegram's manner: text with entities, keyboards, and the limits of both.

No `parse_mode` is ever used, so that there is nothing to escape. Lengths are counted as Telegram
does, in UTF-16 code units.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity

from bot.conversation.message import Button, Link, Message, Picker, Row

TEXT = 4096
CAPTION = 1024
HINT = 200
LABEL = 64
"""Characters of a button's label that a telephone can show at all."""
BESIDE = 8
"""Buttons in one row."""
COLUMNS = 3
"""Choices in one row."""
BUTTONS = 100
CUT = "…"
CHOSEN = "✓"
NOTHING = "·"
"""Said where there is nothing to say: Telegram knows no empty message."""
_WIDTHS = ((8, 2), (7, 3), (6, 4), (5, 5), (4, 7), (3, 10), (2, 17))
"""So many buttons fit side by side when none is wider than so many columns."""
_UNSENDABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_MENTION = re.compile(r"@(?=\w)")
JOINER, _ZWJ = "\u2060", "\u200d"
"""Nothing that is seen, and what joins signs to one."""


@dataclass(frozen=True, slots=True)
class Written:
    """A text with what is bold or italic in it."""

    text: str
    entities: tuple[MessageEntity, ...] = ()

    @property
    def units(self) -> int:
        """How long Telegram finds it."""
        return units(self.text)


def units(text: str) -> int:
    """UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def cut(text: str, limit: int) -> str:
    """At most `limit` units of a text, with an ellipsis where something is missing."""
    if units(text) <= limit:
        return text
    taken, end = 0, 0
    for char in text:
        taken += units(char)
        if taken > limit - 1:
            break
        end += 1
    while end and (_joins(text[end]) or text[end - 1] == _ZWJ):  # no half of a composed sign
        end -= 1
    return text[:end].rstrip() + CUT


def _joins(char: str) -> bool:
    return char in {_ZWJ, "\ufe0f"} or bool(unicodedata.combining(char))


def plain(text: str, *, group: bool) -> str:
    """A text that can be sent; in a group nobody is called by what somebody wrote."""
    text = text.encode("utf-8", "replace").decode("utf-8")
    text = _UNSENDABLE.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    return _MENTION.sub(f"@{JOINER}", text) if group else text


def written(message: Message, limit: int, *, group: bool, alt: str = "") -> Written:
    """A message's title in bold and its lines; last, where there is room, what a picture shows."""
    title = plain(message.title, group=group)
    lines = [plain(line, group=group) for line in (*message.lines, *_prompts(message.rows))]
    text = cut("\n".join(line for line in (title, *lines) if line), limit)
    bold = units(text) if len(title) >= len(text) else units(title)
    entities = [MessageEntity(MessageEntity.BOLD, 0, bold)] if title else []
    shown = plain(" ".join(alt.split()), group=group)
    if shown and units(text) + 1 + units(shown) <= limit:
        start = units(text) + 1 if text else 0
        entities.append(MessageEntity(MessageEntity.ITALIC, start, units(shown)))
        text = f"{text}\n{shown}" if text else shown
    return Written(text, tuple(entities))


def alt_in(text: str, entities: Sequence[MessageEntity]) -> str:
    """What a caption of ours says about its picture."""
    for entity in entities:
        end = entity.offset + entity.length
        if entity.type == MessageEntity.ITALIC and end == units(text.rstrip(JOINER)):
            return text.encode("utf-16-le")[2 * entity.offset : 2 * end].decode("utf-16-le")
    return ""


def _prompts(rows: Sequence[Row]) -> Iterator[str]:
    return (row.prompt for row in rows if isinstance(row, Picker))


def keyboard(rows: Sequence[Row]) -> InlineKeyboardMarkup | None:
    """The buttons of a message; a picker's choices are buttons as well."""
    lines = [line for row in rows for line in _lines(row)]
    return InlineKeyboardMarkup(_some(lines)) if lines else None


def _lines(row: Row) -> list[list[InlineKeyboardButton]]:
    if isinstance(row, Picker):
        return _packed(_choices(row))
    buttons = [_button(one) for one in row]
    if not buttons:
        return []
    beside = _beside(buttons, most=BESIDE)
    lines = -(-len(buttons) // beside)
    beside = -(-len(buttons) // lines)  # as many in the last line as in the others
    return [buttons[start : start + beside] for start in range(0, len(buttons), beside)]


def _packed(buttons: list[InlineKeyboardButton]) -> list[list[InlineKeyboardButton]]:
    """Choices in as many columns as half of them fit into; longer ones take a line."""
    by_width = sorted(buttons, key=lambda button: columns(button.text))
    most = _beside(by_width[: max(1, len(buttons) // 2)], most=COLUMNS) if buttons else 1
    lines: list[list[InlineKeyboardButton]] = []
    for button in buttons:
        line = [*lines[-1], button] if lines else []
        if line and _beside(line, most) >= len(line):
            lines[-1] = line
        else:
            lines.append([button])
    return lines


def _choices(picker: Picker) -> list[InlineKeyboardButton]:
    if picker.several:
        return [_button(Button(label=f"{CHOSEN} {one.label}" if one.chosen else one.label,
                               act=picker.toggled(one))) for one in picker.choices]  # fmt: skip
    return [
        InlineKeyboardButton(_label(one.label), callback_data=picker.act.adding(one.value).wire)
        for one in picker.choices
    ]


def _button(button: Button | Link) -> InlineKeyboardButton:
    if isinstance(button, Link):
        return InlineKeyboardButton(_label(button.label), url=button.address)
    return InlineKeyboardButton(_label(button.label), callback_data=button.act.wire)


def _label(text: str) -> str:
    return cut(plain(" ".join(text.split()), group=False), LABEL) or NOTHING


def _beside(buttons: Sequence[InlineKeyboardButton], most: int) -> int:
    """How many buttons stand side by side so that a telephone shows every label whole."""
    widest = max(columns(button.text) for button in buttons)
    fitting = (number for number, width in _WIDTHS if number <= most and widest <= width)
    return next(fitting, 1)


def columns(text: str) -> int:
    """How wide a text is: Hangul and emoji take two columns."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def _some(lines: list[list[InlineKeyboardButton]]) -> list[list[InlineKeyboardButton]]:
    """As many lines as Telegram takes buttons."""
    kept: list[list[InlineKeyboardButton]] = []
    for line in lines:
        if sum(map(len, kept)) + len(line) <= BUTTONS:
            kept.append(line)
    return kept
