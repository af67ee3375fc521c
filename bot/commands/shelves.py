"""What the commands on models share: the catalogue, names to complete, and what things are called."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from bot.terminal.values import KnownId

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.app import App
    from storage.adapters import FolderAdapters

# a shell asks for completions rarely, and `--help` needs none of these
# ruff: noqa: PLC0415


def adapters_of(app: App) -> FolderAdapters:
    """The adapters of this installation."""
    from pipeline.engines.hub.shelf import ADAPTERS
    from storage.adapters import FolderAdapters

    return FolderAdapters(app.settings().painting.models / ADAPTERS)


def repository_of(app: App, asked: str) -> str:
    """The repository that a name means: a short one of the catalogue, or itself."""
    from pipeline.domain.known_model import find_known

    found = find_known(asked, app.settings().known_models)
    return found.repository if found else asked


def adapter_name(app: App) -> KnownId:
    """The name of an adapter, which a shell completes."""
    return KnownId(lambda: _adapters(app))


def model_name(app: App) -> KnownId:
    """A known model by its short name, or any repository."""
    return KnownId(lambda: [(one.name, one.label(app.words.language))
                            for one in app.settings().known_models])  # fmt: skip


def anything_here(app: App) -> KnownId:
    """What can be removed: an adapter, or a model that was pulled."""
    return KnownId(lambda: [*_adapters(app), *_pulled(app)])


def _adapters(app: App) -> Sequence[tuple[str, str]]:
    # a shell has no place for an error; nothing is suggested then
    with contextlib.suppress(Exception):
        return [(one.name, ", ".join(one.genres)) for one in adapters_of(app).all()]
    return []


def _pulled(app: App) -> Sequence[tuple[str, str]]:
    from pipeline.engines.hub.shelf import shelved

    with contextlib.suppress(Exception):
        return [(one.name, one.revision) for one in shelved(app.settings().painting.models)]
    return []
