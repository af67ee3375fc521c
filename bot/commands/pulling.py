"""`articover models pull`: weights from a hub, after their licence was accepted."""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING, Any

import click

from bot.commands.ordering import json_option
from bot.commands.shelves import model_name, repository_of
from bot.conversation.times import span
from bot.terminal.grammar import Misused, SpokenCommand
from bot.terminal.meter import Meter, size
from bot.terminal.progress import Bar
from bot.terminal.running import Halted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from bot.app import App
    from bot.conversation.words import Words
    from pipeline.engines.hub.client import Hub, Pulling
    from pipeline.engines.hub.listing import Listing, RemoteFile

# the commands' own needs; `--help` has none of them
# ruff: noqa: PLC0415

_EVERY_S = 0.1


def pull(app: App) -> click.Command:
    """The click command `pull`."""
    words = app.words

    def run(*, name: str | None, as_json: bool, **given: Any) -> None:
        pulled: list[dict[str, Any]] = []
        try:
            for one in _pulled(app, name, as_json=as_json, **given):
                pulled.append(one)
                if not as_json:
                    _tell(one, words)
        except KeyboardInterrupt as error:
            raise Halted(words.say("models-pull-stopped")) from error
        if as_json:
            click.echo(json.dumps({"models": pulled}, ensure_ascii=False))

    return SpokenCommand(
        "pull",
        callback=run,
        params=[
            click.Argument(["name"], type=model_name(app), required=False,
                           metavar="[NAME|OWNER/REPOSITORY]"),
            click.Option(["--revision"], metavar="REVISION", default="main",
                         help=words.say("help-models-pull-revision")),
            click.Option(["--inpainting"], is_flag=True,
                         help=words.say("help-models-pull-inpainting")),
            click.Option(["--accept-licence", "accepted"], is_flag=True,
                         help=words.say("help-models-pull-accept")),
            click.Option(["--offline"], is_flag=True, help=words.say("help-models-pull-offline")),
            json_option(words),
        ],
        help=words.say("help-models-pull"),
        short_help=words.say("help-models-pull-short"),
        epilog=words.say("help-models-pull-epilog"),
    )  # fmt: skip


def _pulled(
    app: App, name: str | None, *, revision: str, inpainting: bool, accepted: bool, offline: bool,
    as_json: bool,
) -> Iterator[dict[str, Any]]:  # fmt: skip
    """Pull what was asked for and what goes with it; what is here now, one after the other."""
    from pipeline.engines.hub.client import Hub

    painting = app.settings().painting
    hub = Hub(painting.models, offline=offline or painting.offline)
    asked, at = _asked(app, name, revision)
    ours = _put_there(painting.models, asked)
    first = ours or _one(app, hub, asked, at, accepted=accepted, quiet=as_json)
    yield first
    for other in _beside(app, asked, first["folder"], inpainting=inpainting):
        yield _one(app, hub, other, "main", accepted=accepted, quiet=as_json)


def _asked(app: App, name: str | None, revision: str) -> tuple[str, str]:
    """The repository and its revision: as given, else as the settings have them."""
    given = (name or app.settings().painting.model).strip()
    plain, mark, told = given.partition("@")
    repository = repository_of(app, plain)
    return repository, told if mark else revision


def _put_there(models: Path, asked: str) -> dict[str, Any] | None:
    """A model in a folder of the person's own, which nobody can pull."""
    from pipeline.engines.hub.shelf import HUB, fault_of, is_repository, model_folder

    folder = model_folder(models, asked)
    if folder is None or models / HUB in folder.parents:
        if folder is None and not is_repository(asked):
            raise _unknown(asked)
        return None
    if fault := fault_of(folder):
        raise fault
    return {"repository": asked, "revision": "", "commit": "", "folder": str(folder),
            "licence": "", "bytes": 0, "fetched": 0}  # fmt: skip


def _unknown(asked: str) -> Exception:
    from pipeline.domain.errors import ModelError

    return ModelError("hub-unknown", repository=asked)


def _beside(app: App, asked: str, folder: str, *, inpainting: bool) -> Sequence[str]:
    """What a model is better with: previews, and weights for parts where they are asked for."""
    from pathlib import Path

    from pipeline.domain.known_model import inpainting_for, preview_for
    from pipeline.engines.diffusion.card import describe
    from pipeline.engines.diffusion.weights import INDEX

    if not (Path(folder) / INDEX).is_file():
        return []  # previews themselves
    base, known = describe(Path(folder), asked).base, app.settings().known_models
    found = [preview_for(base, known), inpainting_for(base, known) if inpainting else ""]
    return [one for one in found if one and one != asked]


def _one(
    app: App, hub: Hub, repository: str, revision: str, *, accepted: bool, quiet: bool
) -> dict[str, Any]:
    """Pull one repository; without a line, see that it is here."""
    from pipeline.domain.errors import ModelError

    try:
        listing = hub.listing(repository, revision)
    except ModelError as error:
        if error.code == "hub-offline" and (here := _here(app, repository, revision)):
            return here
        raise
    files = hub.needed(listing)
    missing = hub.missing_bytes(listing, files)
    if missing:
        _introduce(listing, files, missing, app.words)
        _demand_accepted(listing, app.words, accepted=accepted, quiet=quiet)
    with Bar() as bar:
        folder = hub.pull(listing, files, _shown(bar, missing, app.words))
    return {"repository": repository, "revision": revision, "commit": listing.commit,
            "folder": str(folder), "licence": listing.licence,
            "bytes": sum(file.size for file in files), "fetched": missing}  # fmt: skip


def _here(app: App, repository: str, revision: str) -> dict[str, Any] | None:
    """A model that was pulled before, when it is complete."""
    from pipeline.engines.hub.shelf import is_complete, model_folder, shelved

    models = app.settings().painting.models
    folder = model_folder(models, f"{repository}@{revision}")
    if folder is None or not is_complete(folder):
        return None
    licence = next((one.licence for one in shelved(models) if one.folder == folder), "")
    return {"repository": repository, "revision": revision, "commit": folder.name,
            "folder": str(folder), "licence": licence, "bytes": 0, "fetched": 0}  # fmt: skip


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


def _shown(bar: Bar, missing: int, words: Words) -> Callable[[Pulling], None]:
    """Shows a pull on a bar, with its rate and the time that is left."""
    from pipeline.engines.hub.fetching import Doing

    meter, last = Meter(), [0.0]

    def show(now: Pulling) -> None:
        if now.doing is Doing.FETCHING:
            meter.note(now.done)
        if time.monotonic() - last[0] < _EVERY_S:
            return
        last[0] = time.monotonic()
        label = words.say(f"models-{now.doing}", file=now.file, done=size(now.done),
                          total=size(now.total))  # fmt: skip
        bar.show(now.done, now.total, f"{label}{_pace(meter, now.total, words)}")

    return show if missing or bar.shown else _unseen


def _pace(meter: Meter, total: int, words: Words) -> str:
    rate, left_s = meter.rate, meter.left_s(total)
    if not rate or left_s is None:
        return ""
    return "  " + words.say("models-pace", rate=size(rate), left=span(left_s, words))


def _unseen(_now: Pulling) -> None:
    return None


def _tell(one: dict[str, Any], words: Words) -> None:
    key = "models-pulled" if one["fetched"] else "models-was-here"
    click.echo(words.say(key, repository=one["repository"], folder=one["folder"],
                         size=size(one["bytes"])))  # fmt: skip
