"""click, taught to speak the person's language: help pages, option types, and their mistakes."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from typing import Any, cast

import click
from click.shell_completion import CompletionItem

from bot.conversation.words import Words
from bot.terminal.columns import padded, paragraphs, width

_FIRST_COLUMN = 26


class Page(click.HelpFormatter):
    """A help page: headings from the catalogue, lines measured in columns."""

    def __init__(self, words: Words, columns: int | None = None) -> None:
        """A page as wide as the terminal, 100 columns at most."""
        super().__init__(width=columns, max_width=100)
        self._words = words
        self._headings = {
            "Options": words.say("help-heading-options"),
            "Commands": words.say("help-heading-commands"),
        }

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The usage line."""
        super().write_usage(prog, args, prefix or f"{self._words.say('help-heading-usage')}: ")

    def section(self, name: str) -> AbstractContextManager[None]:  # pyright: ignore[reportIncompatibleMethodOverride]
        """A section whose heading is translated when it is one of click's own."""
        return super().section(self._headings.get(name, name))

    def write_text(self, text: str) -> None:
        """Paragraphs, wrapped; indented lines stay as they are."""
        indent = " " * self.current_indent
        for line in paragraphs(text, self.width - self.current_indent):
            self.write(f"{indent}{line}".rstrip() + "\n")

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = _FIRST_COLUMN, col_spacing: int = 2
    ) -> None:
        """Two columns: names, and what they mean."""
        pairs = list(rows)
        left = min(max(width(name) for name, _ in pairs), col_max) + col_spacing
        indent = " " * self.current_indent
        for name, meaning in pairs:
            first, *rest = paragraphs(meaning, self.width - left - self.current_indent) or [""]
            if width(name) + col_spacing > left:
                self.write(f"{indent}{name}\n{indent}{' ' * left}{first}\n")
            else:
                self.write(f"{indent}{padded(name, left)}{first}".rstrip() + "\n")
            self.write("".join(f"{indent}{' ' * left}{line}\n" for line in rest))


class SpokenContext(click.Context):
    """A context whose help pages speak the language of the `Words` given as `obj`."""

    def make_formatter(self) -> click.HelpFormatter:
        """A page in the person's language."""
        words = self.find_object(Words)
        return Page(words, self.terminal_width) if words else super().make_formatter()


class Misused(click.UsageError):
    """A mistake whose message is whole and in the person's language: it is told as it stands."""


def _write_epilog(command: click.Command, formatter: click.HelpFormatter) -> None:
    """The epilog as it stands in the catalogue: `inspect.cleandoc` would undo its indents."""
    if command.epilog:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(command.epilog)


def _translate_help(option: click.Option | None, context: click.Context) -> click.Option | None:
    words = context.find_object(Words)
    if option is not None and words is not None:
        option.help = words.say("help-help")
    return option


class Titled(click.Option):
    """An option that stands under a heading of its own on the help page."""

    def __init__(self, declarations: Sequence[str], *, heading: str, **attributes: Any) -> None:
        """`heading` is in the person's language; the rest goes to `click.Option`."""
        super().__init__(declarations, **attributes)
        self.heading = heading


def _is_blank(parameter: click.Parameter, context: click.Context) -> bool:
    """Whether what was given for an argument has a word without any letters."""
    given: object = context.params.get(parameter.name or "")
    texts = cast("tuple[object, ...]", given) if isinstance(given, tuple) else (given,)
    return isinstance(parameter, click.Argument) and any(
        isinstance(text, str) and not text.strip() for text in texts
    )


class SpokenCommand(click.Command):
    """A command with help in the person's language."""

    context_class = SpokenContext

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options under their headings, in the order in which they were declared."""
        sections: dict[str, list[tuple[str, str]]] = {}
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx)
            heading = parameter.heading if isinstance(parameter, Titled) else "Options"
            # the usage line has the words that a command takes; newer releases of click list them as well
            if record is not None and record[1]:
                sections.setdefault(heading, []).append(record)
        for heading, rows in sections.items():
            with formatter.section(heading):
                formatter.write_dl(rows)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What stands below the options."""
        _write_epilog(self, formatter)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the options; words that are left over get a sentence of ours.

        Raises:
            Misused: for them; mostly a text that was typed without quotes.
            MissingParameter: for a word with nothing in it, as of a variable that a script did not set.
        """
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        words = ctx.find_object(Words)
        if rest and words is not None and not ctx.resilient_parsing:
            raise Misused(words.say("usage-too-many-words", extra=" ".join(rest)), ctx)
        for parameter in self.params:
            if parameter.required and _is_blank(parameter, ctx):
                raise click.MissingParameter(ctx=ctx, param=parameter)
        return rest

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The `--help` option, explained in the person's language."""
        return _translate_help(super().get_help_option(ctx), ctx)


class SpokenGroup(click.Group):
    """A group of commands with help in the person's language."""

    context_class = SpokenContext
    command_class = SpokenCommand

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What stands below the commands."""
        _write_epilog(self, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The `--help` option, explained in the person's language."""
        return _translate_help(super().get_help_option(ctx), ctx)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order in which they were added: the main one first."""
        return list(self.commands)


class Whole(click.ParamType[int]):
    """A whole number from `low` to `high`."""

    name = "number"

    def __init__(self, words: Words, low: int, high: int) -> None:
        """A number type that explains its limits in the person's language."""
        self._words, self._low, self._high = words, low, high

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number."""
        try:
            number = int(value)
        except ValueError:
            number = None
        if number is None or not self._low <= number <= self._high:
            self.fail(
                self._words.say("usage-not-whole", low=str(self._low), high=str(self._high)),
                param,
                ctx,
            )
        return number


class OneOf(click.Choice[str]):
    """One of a few words."""

    def __init__(self, words: Words, choices: Sequence[str]) -> None:
        """A choice that explains itself in the person's language."""
        super().__init__(choices)
        self._words = words

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:
        """The sentence for a word that is none of the choices."""
        return self._words.say("usage-not-one-of", choices=", ".join(self.choices))


class Suggested(click.ParamType[str]):
    """Free text for which the shell suggests some words."""

    name = "text"

    def __init__(self, suggest: Callable[[], Sequence[str]]) -> None:
        """Text; `suggest` is asked only when a shell completes it."""
        self._suggest = suggest

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The suggestions that begin with what was typed."""
        return [CompletionItem(word) for word in self._suggest() if word.startswith(incomplete)]
