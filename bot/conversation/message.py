"""What the bot says, before any platform has shaped it.

Texts are plain: what people wrote stands in them as it is, and front ends escape all of it. Only
the title may be shown in bold.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from bot.conversation.act import Act
from pipeline.domain.version import Sha


class Tone(StrEnum):
    """How a button looks where the platform has colours."""

    PLAIN = "plain"
    MAIN = "main"
    DANGER = "danger"


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """A button; `label` has at most 40 characters so that a phone shows it whole."""

    label: str
    act: Act
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A button that opens an address (at most 512 characters) in a browser; we hear nothing of it."""

    label: str
    address: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of several things to choose; `value` goes behind the act of its picker.

    `chosen` matters where several can be: it is so already.
    """

    label: str
    value: str
    note: str = ""
    chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Picker:
    """One of up to 25 choices: a select menu, or where there is none, buttons.

    Choosing is pressing `act.adding(choice.value)`. Where `several` can be chosen, it is pressing
    `picked` of all that are; their values are one character each.
    """

    act: Act
    prompt: str
    choices: tuple[Choice, ...]
    several: bool = False

    def picked(self, values: Iterable[str]) -> Act:
        """What choosing these presses; the bare act where there are none."""
        joined = "".join(values)
        return self.act.adding(joined) if joined else self.act

    def toggled(self, choice: Choice) -> Act:
        """What lets one choice go that is chosen, or adds it to those that are."""
        return self.picked(one.value for one in self.choices if one.chosen != (one is choice))


Row = tuple[Button | Link, ...] | Picker
"""Up to five buttons side by side, or a picker; a message has up to five rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture: a blob's key, or its bytes. `alt` says what it shows to who cannot see it."""

    source: Sha | bytes = field(repr=False)
    name: str
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file to keep, byte for byte: a blob's key or its bytes, with its size in bytes.

    `smaller` is sent instead where this one is too large for the platform; its `note` then says how it
    differs. `alt` says what a picture shows.
    """

    source: Sha | bytes = field(repr=False)
    name: str
    size: int
    smaller: "Document | None" = None
    alt: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll:
    """A native poll: a question and two to ten answers, open for `hours`."""

    question: str
    answers: tuple[str, ...]
    hours: int = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message: a title, lines of text, up to ten pictures, files, and rows of buttons.

    In an edit, no `pictures` means that those that are there stay.
    """

    title: str = ""
    lines: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    documents: tuple[Document, ...] = ()
    rows: tuple[Row, ...] = ()
    poll: Poll | None = None

    @property
    def text(self) -> str:
        """Title and lines as one plain text."""
        return "\n".join(line for line in (self.title, *self.lines) if line)
