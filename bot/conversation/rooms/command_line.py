"""What an admin asked for, from options or from one line of text, read forgivingly."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.conversation.language import LANGUAGES
from bot.conversation.words import Words

PLATFORMS = ("discord", "telegram")
"""Where accounts are numbers."""
LINE = 300
"""Characters of a line to everybody."""
MOST_MB = 1_000_000
_ACCOUNT = re.compile(r"(?:(?P<platform>[a-z]+):)?(?:<@!?(?P<mention>\d+)>|(?P<bare>\d+))")
_MEGABYTES = re.compile(r"(\d{1,9})\s*(?:mb|메가|메가바이트)?", re.IGNORECASE)
_DEFAULT = {"default", "기본", "기본값"}


class Action(StrEnum):
    """What can be done."""

    QUEUE = "queue"
    PAUSE = "pause"
    RESUME = "resume"
    DRAIN = "drain"
    BAN = "ban"
    UNBAN = "unban"
    QUOTA = "quota"
    BROADCAST = "broadcast"
    CONTACT = "contact"


_ABOUT_SOMEBODY = {Action.BAN, Action.UNBAN, Action.QUOTA}


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """An account of a platform, by the id that it has there."""

    platform: str
    name: str

    def __str__(self) -> str:
        """The account as an admin writes it."""
        return f"{self.platform}:{self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was asked for; what could not be read is None, with what was `given` instead."""

    action: Action | None
    account: Account | None = None
    given: str = ""
    value: str = ""

    @property
    def megabytes(self) -> int | None:
        """The value as megabytes."""
        found = _MEGABYTES.fullmatch(self.value)
        return int(found[1]) if found and int(found[1]) <= MOST_MB else None

    @property
    def default(self) -> bool:
        """Whether the value takes a rule back."""
        return self.value.casefold() in _DEFAULT


def read_asked(options: Mapping[str, str], platform: str) -> Asked:
    """What was asked for, by options or in a `text`; a bare id is an account of `platform`."""
    if "text" in options:
        first, rest = _first_word(options["text"])
        action = _action(first) if first else Action.QUEUE
        account, value = _first_word(rest) if action in _ABOUT_SOMEBODY else ("", rest)
    else:
        action = _action(options.get("action", ""))
        account, value = options.get("account", ""), options.get("value", "")
    return Asked(action=action, account=read_account(account, platform), given=account.strip(),
                 value=" ".join(value.split())[:LINE])  # fmt: skip


def _first_word(text: str) -> tuple[str, str]:
    """The first word, and the rest."""
    first, *rest = text.split(maxsplit=1) or [""]
    return first, "".join(rest)


def _action(text: str) -> Action | None:
    """The action of that name, in any language."""
    named = text.strip().strip("/").casefold()
    names = {
        Words(language).say(f"chat-admin-{action}-name").casefold(): action
        for language in LANGUAGES
        for action in Action
    }
    return Action(named) if named in set(Action) else names.get(named)


def read_account(text: str, platform: str) -> Account | None:
    """`platform:id`, a mention, or the bare id of an account of `platform`."""
    found = _ACCOUNT.fullmatch(text.strip().lower())
    if found is None or found["platform"] not in {None, *PLATFORMS}:
        return None
    where = "discord" if found["mention"] else found["platform"] or platform
    return Account(platform=where, name=found["mention"] or found["bare"])
