"""What the bot says of itself: commands by scope and language, descriptions, its menu button."""

import re
from typing import Any

from tests.telegram.loopback.texts import Blame
from tests.telegram.loopback.wire import Call, bad

COMMANDS, DESCRIPTION = 100, 256
ABOUT = {"Description": ("description", 512), "ShortDescription": ("short_description", 120),
         "Name": ("name", 64)}  # fmt: skip
_NAME = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"(?:[a-z]{2})?")
_SCOPES = {
    "default": set(), "all_private_chats": set(), "all_group_chats": set(),
    "all_chat_administrators": set(), "chat": {"chat_id"}, "chat_administrators": {"chat_id"},
    "chat_member": {"chat_id", "user_id"},
}  # fmt: skip


class Profile:
    """Commands by (scope, language); texts about the bot by (what, language)."""

    def __init__(self) -> None:
        self.commands: dict[tuple[str, str], list[dict[str, str]]] = {}
        self.about: dict[tuple[str, str], str] = {}
        self.menu: dict[str, Any] = {"type": "commands"}

    async def set_commands(self, call: Call, blame: Blame) -> Any:
        """`setMyCommands`."""
        commands = call.value("commands", [])
        if len(commands) > COMMANDS:
            blame("commands", f"{len(commands)} commands")
            raise bad("BOT_COMMANDS_TOO_MUCH")
        for command in commands:
            _demand_command(command, blame)
        names = [command["command"] for command in commands]
        if len(set(names)) < len(names):
            blame("commands", "a name twice")
        self.commands[_where(call, blame)] = commands
        return True

    async def get_commands(self, call: Call, blame: Blame) -> Any:
        """`getMyCommands`."""
        return self.commands.get(_where(call, blame), [])

    async def drop_commands(self, call: Call, blame: Blame) -> Any:
        """`deleteMyCommands`."""
        self.commands.pop(_where(call, blame), None)
        return True

    async def set_about(self, call: Call, blame: Blame) -> Any:
        """`setMyDescription` and its like."""
        what = call.method.removeprefix("setMy")
        name, limit = ABOUT[what]
        if len(call.text(name)) > limit:
            blame(what, f"{len(call.text(name))} > {limit} characters")
            raise bad(f"{name} is too long")
        self.about[what, _language(call, blame)] = call.text(name)
        return True

    async def get_about(self, call: Call, blame: Blame) -> Any:
        """`getMyDescription` and its like."""
        what = call.method.removeprefix("getMy")
        return {ABOUT[what][0]: self.about.get((what, _language(call, blame)), "")}

    async def set_menu(self, call: Call, blame: Blame) -> Any:
        """`setChatMenuButton`."""
        self.menu = call.value("menu_button", {"type": "default"})
        return True

    async def get_menu(self, call: Call, blame: Blame) -> Any:
        """`getChatMenuButton`."""
        return self.menu


def _demand_command(command: dict[str, str], blame: Blame) -> None:
    name, description = command.get("command", ""), command.get("description", "")
    if not _NAME.fullmatch(name):
        blame("command name", name)
        raise bad("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= DESCRIPTION:
        blame("command description", f"{name}: {len(description)} characters")
        raise bad("BOT_COMMAND_DESCRIPTION_INVALID")


def _where(call: Call, blame: Blame) -> tuple[str, str]:
    scope = call.value("scope", {"type": "default"})
    kind = scope.get("type")
    if kind not in _SCOPES or set(scope) - {"type"} != _SCOPES[kind]:
        blame("scope", str(scope))
        raise bad("can't parse BotCommandScope: unsupported type specified")
    ids = [str(scope[name]) for name in sorted(_SCOPES[kind])]
    return ":".join([kind, *ids]), _language(call, blame)


def _language(call: Call, blame: Blame) -> str:
    language = call.text("language_code")
    if not _LANGUAGE.fullmatch(language):
        blame("language_code", language)
        raise bad("invalid language code specified")
    return language
