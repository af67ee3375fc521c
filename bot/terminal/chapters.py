"""The root command: many commands under headings, each built only when it is called."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any, cast

import click

from bot.app import App
from bot.terminal.columns import padded, width
from bot.terminal.grammar import SpokenGroup


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One command: its `name`, and the function `make` of `module` that builds it.

    The catalogue has `help-NAME-short` for it.
    """

    name: str
    module: str
    make: str

    def built(self, app: App) -> click.Command:
        """The command, in the language of `app.words`."""
        make = cast(
            "Callable[[App], click.Command]", getattr(import_module(self.module), self.make)
        )
        return make(app)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """Commands that belong together; the catalogue has `help-chapter-NAME` for it."""

    name: str
    entries: Sequence[Entry]


class Chapters(SpokenGroup):
    """A group whose help page has its commands under headings.

    `aliases` are other spellings, which work but are not shown. `everywhere` gives the options
    that every command takes.
    """

    def __init__(
        self, name: str, app: App, chapters: Sequence[Chapter], *, aliases: Mapping[str, str],
        everywhere: Callable[[], Iterable[click.Parameter]], **attributes: Any,
    ) -> None:  # fmt: skip
        """A group of what `chapters` name."""
        super().__init__(name, **attributes)
        self._app, self._chapters, self._aliases = app, chapters, aliases
        self._everywhere = everywhere
        self._entries = {entry.name: entry for chapter in chapters for entry in chapter.entries}
        # names only, so that click can say what a misspelt command is near to
        self.commands = {name: click.Command(name) for name in self._entries}
        self._built: dict[str, click.Command] = {}

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, built when it is first asked for."""
        name = self._aliases.get(cmd_name, cmd_name)
        if name not in self._entries:
            return None
        if name not in self._built:
            command = self._entries[name].built(self._app)
            for one in (command, *getattr(command, "commands", {}).values()):
                one.params.extend(self._everywhere())
            self._built[name] = command
        return self._built[name]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands, and below them the options: a newcomer looks for what can be done."""
        self.format_commands(ctx, formatter)
        click.Command.format_options(self, ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """One heading a chapter, one line a command; no empty lines, to stay on one screen."""
        say = self._app.words.say
        column = max(width(name) for name in self._entries) + 2
        formatter.write_paragraph()
        for chapter in self._chapters:
            formatter.write(f"{say(f'help-chapter-{chapter.name}')}:\n")
            for entry in chapter.entries:
                short = say(f"help-{entry.name}-short")
                formatter.write(f"  {padded(entry.name, column)}{short}\n")
