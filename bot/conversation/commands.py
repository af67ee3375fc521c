"""The commands of the chats, for menus of platforms and for help.

The catalogue has `command-NAME` (what it does, at most 100 characters), `command-NAME-name` (what
Discord calls it in that language), and the same for `option-NAME`. `command-start` is for
Telegram, `command-cover-from-message-name` for the command on a message, which has no description.
"""

from dataclasses import dataclass
from enum import StrEnum

from bot.conversation.caller import Caller
from pipeline.domain.brief import LIMITS, OPTIONS, SEEDS
from pipeline.domain.brief_keys import BriefKey


class Kind(StrEnum):
    """What an option takes."""

    TEXT = "text"
    SUGGESTED = "suggested"
    """A text, with suggestions while it is typed (`Desk.suggest`); whatever is typed is checked."""
    CHOSEN = "chosen"
    """One of at most 25 values; their labels are `Desk.suggest` of an empty text."""
    WHOLE = "whole"
    FILE = "file"
    """A file, as a picture for a cover; the option's value is a reference for `Caller.fetch`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One option; `low` and `high` bound a number, or the length of a text."""

    name: str
    kind: Kind = Kind.TEXT
    low: int = 0
    high: int = 400
    needed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Spec:
    """A command. One for `admins` is shown to them only, where the platform can do that.

    Where a platform has no options (Telegram), all that follows the command is its option `text`.
    """

    name: str
    options: tuple[Option, ...] = ()
    admins: bool = False


def _text(key: BriefKey, kind: Kind = Kind.TEXT) -> Option:
    return Option(name=key, kind=kind, high=min(LIMITS[key], 4000))


_COVER = (
    _text(BriefKey.TITLE),
    _text(BriefKey.GENRE, Kind.SUGGESTED),
    _text(BriefKey.SUMMARY),
    Option(name="ratio", kind=Kind.CHOSEN, high=40),
    _text(BriefKey.AUTHOR),
    _text(BriefKey.SUBTITLE),
    _text(BriefKey.SERIES),
    _text(BriefKey.REQUIREMENTS),
    _text(BriefKey.STYLE, Kind.SUGGESTED),
    Option(name=BriefKey.SEED, kind=Kind.WHOLE, low=SEEDS[0], high=SEEDS[1]),
    Option(name=BriefKey.OPTIONS, kind=Kind.WHOLE, low=OPTIONS[0], high=OPTIONS[1]),
    Option(name="engine", kind=Kind.CHOSEN, high=40),
    Option(name="art", kind=Kind.FILE),
)

_PREFLIGHT = (
    Option(name="file", kind=Kind.FILE, needed=True),
    Option(name="target", kind=Kind.SUGGESTED, high=60, needed=True),
    Option(name="pages", high=12),
    Option(name="paper", high=60),
    Option(name="isbn", high=40),
)

COMMANDS = (
    Spec(name="cover", options=_COVER),
    Spec(name="history"),
    Spec(name="status"),
    Spec(name="cancel", options=(Option(name="job", kind=Kind.TEXT, high=40),)),
    Spec(name="settings"),
    Spec(name="styles"),
    Spec(name="preflight", options=_PREFLIGHT),
    Spec(name="export"),
    Spec(name="forget"),
    Spec(name="help"),
    Spec(
        name="admin",
        options=(
            Option(name="action", kind=Kind.CHOSEN, high=20, needed=True),
            Option(name="account", high=60),
            Option(name="value", high=300),
        ),
        admins=True,
    ),
)
"""In the order in which a newcomer needs them. Telegram has `start` besides, which is help."""

FROM_MESSAGE = "cover-from-message"
"""A command on somebody's message (Discord): its words are `text`, its first picture is `art`."""


def slash(name: str, caller: Caller) -> str:
    """A command as the person finds it in their menu: `/history`, or where it has another `/기록`.

    Discord names commands in the language of the app, which we know only of who has set no
    other; the plain name is understood everywhere.
    """
    localised = caller.forms and not caller.person.preferences.language
    return f"/{caller.words.say(f'command-{name}-name') if localised else name}"
