"""`articover fork`, `compare` and `export`: a cover of one's own, a picture, and print files."""

import click

from bot.app import App
from bot.commands.ordering import ordering
from bot.terminal.grammar import Suggested, Titled
from pipeline.domain.operation import Compare, Export, Fork


def fork(app: App) -> click.Command:
    """The click command: a cover of one's own that begins with a version."""
    # which version it is becomes known when it is looked up
    return ordering(app, "fork", [], lambda: Fork(source=""))


def compare(app: App) -> click.Command:
    """The click command: versions side by side in one picture."""
    return ordering(app, "compare", [], lambda: Compare(versions=()), several=True)


def export(app: App) -> click.Command:
    """The click command: the print files of a version, in its own format or a near one."""
    words = app.words

    def operation(*, form: str) -> Export:
        return Export(format=form)

    return ordering(app, "export", [
        Titled(["--format", "form"], metavar="FORMAT", default="",
               heading=words.say("help-heading-look"), help=words.say("help-export-format"),
               type=Suggested(lambda: [form.name for form in app.formats()])),
    ], operation)  # fmt: skip
