"""The commands of the chats as Discord's: names, options, suggestions, and where they are offered."""

import inspect
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.conversation.commands import COMMANDS, FROM_MESSAGE, Kind, Option, Spec
from bot.conversation.words import Words
from bot.discord.escaping import cut, line_of
from bot.discord.people import onlooker

if TYPE_CHECKING:
    from bot.conversation.desk import Desk
    from bot.discord.heard import Hears

CHOICES = 25
LABEL = 100
_KOREAN = "ko"
EVERYWHERE = app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True)
WHERE_THE_BOT_IS = app_commands.AppCommandContext(guild=True, dm_channel=True)
BY_ANYBODY = app_commands.AppInstallationType(guild=True, user=True)
BY_SERVERS = app_commands.AppInstallationType(guild=True)

Command = app_commands.Command[Any, ..., Any]
AnyCommand = Command | app_commands.ContextMenu


class Names(app_commands.Translator):
    """Names and descriptions in Korean; English is what they are called without a translation."""

    async def translate(
        self, string: app_commands.locale_str, locale: discord.Locale, context: Any
    ) -> str | None:
        """What `string` is called in `locale`."""
        if locale is not discord.Locale.korean:
            return None
        if key := string.extras.get("key"):
            return Words(_KOREAN).say(key)
        return string.extras.get(_KOREAN)


def commands(desk: "Desk", hears: "Hears") -> list[AnyCommand]:
    """All commands, with the fixed choices that `desk` offers."""
    return [*(_command(spec, desk, hears) for spec in COMMANDS), _from_message(hears)]


def _said(key: str) -> app_commands.locale_str:
    return app_commands.locale_str(Words("en").say(key), key=key)


def _command(spec: Spec, desk: "Desk", hears: "Hears") -> Command:
    async def run(interaction: discord.Interaction[Any], **given: Any) -> None:
        await hears.command(interaction, spec.name, given)

    offered = {option.name: _choices(option, desk) for option in spec.options}
    options = [one for one in spec.options if one.kind is not Kind.CHOSEN or offered[one.name]]
    heard = inspect.Parameter(
        "interaction", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=discord.Interaction
    )
    run.__signature__ = inspect.Signature([heard, *(_parameter(option) for option in options)])
    _describe(run, options, offered, hears)
    command: Command = app_commands.Command(
        name=_said(f"command-{spec.name}-name"), description=_said(f"command-{spec.name}"),
        callback=run, allowed_contexts=WHERE_THE_BOT_IS if spec.admins else EVERYWHERE,
        allowed_installs=BY_SERVERS if spec.admins else BY_ANYBODY,
    )  # fmt: skip
    if spec.admins:
        command.default_permissions = discord.Permissions.none()
    return command


def _describe(
    run: Any, options: list[Option], offered: Mapping[str, list[app_commands.Choice[str]]], hears: "Hears",
) -> None:  # fmt: skip
    """Let the library know what the options are called, and what can be chosen or is suggested."""
    names = [option.name for option in options]
    app_commands.describe(**{name: _said(f"option-{name}") for name in names})(run)
    app_commands.rename(**{name: _said(f"option-{name}-name") for name in names})(run)
    chosen = {one.name: offered[one.name] for one in options if one.kind is Kind.CHOSEN}
    app_commands.choices(**chosen)(run)
    suggested = [one.name for one in options if one.kind is Kind.SUGGESTED]
    app_commands.autocomplete(**{name: _suggesting(name, hears) for name in suggested})(run)


def _parameter(option: Option) -> inspect.Parameter:
    default = inspect.Parameter.empty if option.needed else None
    return inspect.Parameter(
        option.name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=_kind(option)
    )


def _kind(option: Option) -> Any:
    match option.kind:
        case Kind.TEXT | Kind.SUGGESTED:
            return app_commands.Range[str, option.low or None, option.high]
        case Kind.CHOSEN:
            return str
        case Kind.WHOLE:
            return app_commands.Range[int, option.low, option.high]
        case Kind.FILE:
            return discord.Attachment


def _suggesting(option: str, hears: "Hears") -> Any:
    async def suggest(
        interaction: discord.Interaction[Any], typed: str
    ) -> list[app_commands.Choice[str]]:
        return await hears.typing(interaction, option, typed)

    return suggest


def _choices(option: Option, desk: "Desk") -> list[app_commands.Choice[str]]:
    """The values of an option that has fixed ones, labelled in both languages."""
    if option.kind is not Kind.CHOSEN:
        return []
    korean = {one.value: one.label for one in desk.suggest(onlooker(_KOREAN), option.name, "")}
    return [
        app_commands.Choice(
            name=app_commands.locale_str(
                _label(one.label), ko=_label(korean.get(one.value, one.label))
            ),
            value=one.value,
        )
        for one in desk.suggest(onlooker("en"), option.name, "")[:CHOICES]
    ]


def _label(text: str) -> str:
    return cut(line_of(text), LABEL)


def _from_message(hears: "Hears") -> app_commands.ContextMenu:
    async def run(interaction: discord.Interaction[Any], message: discord.Message) -> None:
        pictures = [one for one in message.attachments
                    if (one.content_type or "").startswith("image/")]  # fmt: skip
        given = {"text": message.content, "art": pictures[0] if pictures else None}
        await hears.command(interaction, FROM_MESSAGE, given)

    return app_commands.ContextMenu(
        name=_said(f"command-{FROM_MESSAGE}-name"), callback=run,
        allowed_contexts=EVERYWHERE, allowed_installs=BY_ANYBODY,
    )  # fmt: skip
