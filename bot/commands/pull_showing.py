"""What is said while a repository is pulled: what comes, what its licence asks, how far it is."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import click

from bot.conversation.times import span
from bot.terminal.grammar import Misused
from bot.terminal.meter import Meter, size
from bot.terminal.progress import Bar
from bot.terminal.running import Halted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from bot.conversation.words import Words
    from pipeline.engines.hub.client import Hub, Pulling
    from pipeline.engines.hub.listing import Listing, RemoteFile

# what the command needs when it runs; `--help` needs none of it
# ruff: noqa: PLC0415

_EVERY_S = 0.1


def fetched(
    hub: Hub, listing: Listing, files: Sequence[RemoteFile], words: Words, *, accepted: bool,
    quiet: bool,
) -> tuple[Path, int]:  # fmt: skip
    """Pull files of a repository before somebody's eyes; their folder, and the bytes that came.

    Nothing is asked, and nothing told but on standard error, when `quiet`.

    Raises:
        ModelError: as `Hub.pull` does.
        Halted, Misused: when the licence was not accepted.
    """
    missing = hub.missing_bytes(listing, files)
    if missing:
        _introduce(listing, files, missing, words)
        _demand_accepted(listing, words, accepted=accepted, quiet=quiet)
    with Bar() as bar:
        return hub.pull(listing, files, _shown(bar, words)), missing


def _introduce(listing: Listing, files: Sequence[RemoteFile], missing: int, words: Words) -> None:
    """What will be fetched, on standard error."""
    whole = sum(file.size for file in files)
    click.secho(words.say("models-pulling", repository=listing.repository,
                          revision=listing.revision), bold=True, err=True)  # fmt: skip
    begun = "models-pulling-rest" if missing < whole else "models-pulling-all"
    click.echo("  " + words.say(begun, files=len(files), size=size(whole), missing=size(missing)),
               err=True)  # fmt: skip


def _demand_accepted(listing: Listing, words: Words, *, accepted: bool, quiet: bool) -> None:
    """Show what the licence asks, and have it accepted where it asks anything.

    Raises:
        Halted: when the person would rather not.
        Misused: when nobody can be asked.
    """
    from pipeline.domain.known_model import Terms, terms_of

    terms = terms_of(listing.licence)
    licence = listing.licence or words.say("models-licence-none")
    click.echo("  " + words.say("models-licence", licence=licence), err=True)
    click.echo("  " + words.say(f"models-terms-{terms}"), err=True)
    if terms is Terms.FREE or accepted:
        return
    if quiet or not sys.stdin.isatty():
        raise Misused(words.say("models-needs-accept"))
    if not click.confirm("  " + words.say("models-accept"), default=False, err=True):
        raise Halted(words.say("models-not-accepted"))


def _shown(bar: Bar, words: Words) -> Callable[[Pulling], None]:
    """Shows a pull on a bar, with its rate and the time that is left."""
    from pipeline.engines.hub.fetching import Doing

    meter, last, most = Meter(), [0.0], [0]

    def show(now: Pulling) -> None:
        if now.doing is Doing.FETCHING:
            meter.note(now.done)
        # a file that is checked after it was fetched is no step back
        most[0] = max(most[0], now.done)
        if time.monotonic() - last[0] >= _EVERY_S:
            last[0] = time.monotonic()
            bar.show(most[0], now.total, _label(now, meter, words))

    return show if bar.shown else _unseen


def _label(now: Pulling, meter: Meter, words: Words) -> str:
    """What is done; what a narrow terminal cuts off comes last."""
    from pipeline.engines.hub.fetching import Doing

    if now.doing is Doing.CHECKING:
        return words.say("models-checking", file=now.file)
    done = words.say("models-fetching", done=size(now.done), total=size(now.total))
    return "  ".join(filter(None, (done, _pace(meter, now.total, words), now.file)))


def _pace(meter: Meter, total: int, words: Words) -> str:
    rate, left_s = meter.rate, meter.left_s(total)
    if not rate or left_s is None:
        return ""
    return words.say("models-pace", rate=size(rate), left=span(left_s, words))


def _unseen(_now: Pulling) -> None:
    return None
