"""The menus of commands, told to Telegram only when they have changed.

In a group stand the commands that others may see the answer of. `/admin` stands in the private
chats of admins alone, and only from when they have written there.
"""

import contextlib
import hashlib
import json
import logging
from collections.abc import Callable, Collection, Sequence

from telegram import (
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
)
from telegram.error import TelegramError

from bot.conversation.commands import COMMANDS, Spec
from bot.conversation.language import LANGUAGES
from bot.conversation.words import Words
from bot.telegram.failures import trouble
from bot.telegram.query import Begin
from bot.telegram.rendering import cut
from bot.telegram.requests import Requests
from pipeline.domain.errors import StorageError
from pipeline.ports.notes import Register

IN_GROUPS = frozenset({"cover", "status", "cancel", "styles", "help"})
DESCRIPTION = 256
TRANSLATED = (("", LANGUAGES[0]), *((language, language) for language in LANGUAGES[1:]))
"""Telegram's language code, empty for everybody else, and the language that they get."""

_log = logging.getLogger(__name__)


class Menus:
    """Tells Telegram the commands."""

    def __init__(
        self, requests: Requests, register: Register, admins: Collection[int], begin: Begin
    ) -> None:  # fmt: skip
        """Menus whose fingerprints are in `register`."""
        self._requests = requests
        self._register = register
        self._admins = admins
        self._begin = begin
        self._greeted: set[int] = set()

    async def publish(self, bot: int) -> None:
        """Tell the commands of private chats and groups, where they are not told yet.

        What fails is tried at the next start.
        """
        everybody = [spec for spec in COMMANDS if not spec.admins]
        group = [spec for spec in everybody if spec.name in IN_GROUPS]
        scopes: tuple[tuple[str, BotCommandScope, Sequence[Spec]], ...] = (
            ("private", BotCommandScopeAllPrivateChats(), everybody),
            ("groups", BotCommandScopeAllGroupChats(), group),
        )
        for name, scope, specs in scopes:
            await self._told(f"telegram:commands:{bot}:{name}", scope, specs)
        await self._dismiss()

    def greet(self, user: int) -> None:
        """Tell an admin, who has written to us, all commands."""
        if user in self._admins and user not in self._greeted:
            self._greeted.add(user)
            self._begin(self._tell_admin(user))

    async def _tell_admin(self, user: int) -> None:
        await self._told(f"telegram:commands:admin:{user}", BotCommandScopeChat(user), COMMANDS)
        with contextlib.suppress(StorageError):
            known = await self._known_admins()
            if user not in known:
                await self._register.write(_ADMINS, json.dumps(sorted({*known, user})))

    async def _dismiss(self) -> None:
        """Take the menu from those who are no admins any more."""
        try:
            known = await self._known_admins()
            for user in sorted(known - set(self._admins)):
                await self._each(lambda code, at=user: self._requests.bot.delete_my_commands(
                    BotCommandScopeChat(at), language_code=code or None))  # fmt: skip
                await self._register.write(f"telegram:commands:admin:{user}", None)
            if known - set(self._admins):
                await self._register.write(_ADMINS, json.dumps(sorted(known & set(self._admins))))
        except (TelegramError, StorageError) as error:
            _log.warning("a menu could not be taken back: %s", type(error).__name__)

    async def _known_admins(self) -> set[int]:
        return set(json.loads(await self._register.read(_ADMINS) or "[]"))

    async def _told(self, key: str, scope: BotCommandScope, specs: Sequence[Spec]) -> None:
        menus = {code: _menu(specs, language) for code, language in TRANSLATED}
        mark = _fingerprint(menus)
        try:
            if await self._register.read(key) == mark:
                return
            await self._each(
                lambda code: self._requests.bot.set_my_commands(
                    menus[code], scope=scope, language_code=code or None
                )
            )
            await self._register.write(key, mark)
        except TelegramError as error:
            _log.warning("the commands could not be told: %s", trouble(error))
        except StorageError as error:
            _log.warning("the commands could not be told: %s", error.code)

    async def _each(self, make: Callable[[str], object]) -> None:
        for code, _ in TRANSLATED:
            await self._requests.at_once(lambda at=code: make(at))  # type: ignore[arg-type]


_ADMINS = "telegram:admins"


def _menu(specs: Sequence[Spec], language: str) -> list[BotCommand]:
    words = Words(language)
    return [BotCommand(spec.name, cut(words.say(f"command-{spec.name}"), DESCRIPTION))
            for spec in specs]  # fmt: skip


def _fingerprint(menus: dict[str, list[BotCommand]]) -> str:
    told = {code: [[one.command, one.description] for one in menu] for code, menu in menus.items()}
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
