"""`articover models pull`: weights from a hub, after their licence was accepted."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from bot.commands.adapter_options import about, new
from bot.commands.ordering import json_option
from bot.commands.puller import Here, Puller
from bot.commands.shelves import model_name
from bot.commands.taking_in import tell_adapter
from bot.terminal.grammar import SpokenCommand
from bot.terminal.meter import size
from bot.terminal.running import Halted

if TYPE_CHECKING:
    from bot.app import App


def pull(app: App) -> click.Command:
    """The click command `pull`."""
    words = app.words

    def run(
        *, name: str | None, revision: str, inpainting: bool, file: str, as_json: bool,
        accepted: bool, offline: bool, **said: Any,
    ) -> None:  # fmt: skip
        here: list[Here] = []
        puller = _puller(app, accepted=accepted, quiet=as_json, offline=offline)
        try:
            for one in puller.all(name, revision, inpainting=inpainting, file=file, said=said):
                here.append(one)
                if not as_json:
                    _tell(app, one)
        except KeyboardInterrupt as error:
            raise Halted(words.say("models-pull-stopped")) from error
        if as_json:
            body = {"pulled": [one.as_object() for one in here]}
            click.echo(json.dumps(body, ensure_ascii=False))

    return SpokenCommand(
        "pull",
        callback=run,
        params=[
            click.Argument(["name"], type=model_name(app), required=False,
                           metavar="[NAME|OWNER/REPOSITORY]"),
            *_options(app),
            *about(app, fresh=True),
            *new(app),
            json_option(words),
        ],
        help=words.say("help-models-pull"),
        short_help=words.say("help-models-pull-short"),
        epilog=words.say("help-models-pull-epilog"),
    )  # fmt: skip


def _options(app: App) -> list[click.Parameter]:
    words = app.words
    return [
        click.Option(["--revision"], metavar="REVISION", default="main",
                     help=words.say("help-models-pull-revision")),
        click.Option(["--file"], metavar="FILE", default="",
                     help=words.say("help-models-pull-file")),
        click.Option(["--inpainting"], is_flag=True,
                     help=words.say("help-models-pull-inpainting")),
        click.Option(["--accept-licence", "accepted"], is_flag=True,
                     help=words.say("help-models-pull-accept")),
        click.Option(["--offline"], is_flag=True, help=words.say("help-models-pull-offline")),
    ]  # fmt: skip


def _puller(app: App, *, accepted: bool, quiet: bool, offline: bool) -> Puller:
    from pipeline.engines.hub.client import Hub  # noqa: PLC0415 - not for `--help`

    painting = app.settings().painting
    hub = Hub(painting.models, offline=offline or painting.offline)
    return Puller(app=app, hub=hub, accepted=accepted, quiet=quiet)


def _tell(app: App, one: Here) -> None:
    if one.adapter is not None:
        tell_adapter(app, "models-added", one.adapter)
        return
    key = "models-pulled" if one.fetched else "models-was-here"
    click.echo(app.words.say(key, repository=one.repository, folder=str(one.folder),
                             size=size(one.size)))  # fmt: skip
