"""Repositories of a hub, one after the other: a model with what goes with it, or an adapter."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.commands.pull_showing import fetched
from bot.commands.shelves import repository_of
from bot.commands.taking_in import take_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.app import App
    from pipeline.domain.adapter import Adapter
    from pipeline.engines.hub.client import Hub
    from pipeline.engines.hub.listing import Listing

# what the command needs when it runs; `--help` needs none of it
# ruff: noqa: PLC0415


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """A repository that is on the disk: a model's `folder`, or the `adapter` that it became.

    `size` are the bytes of its files, of which `fetched` came just now.
    """

    repository: str
    revision: str
    commit: str = ""
    folder: Path | None = None
    licence: str = ""
    size: int = 0
    fetched: int = 0
    adapter: Adapter | None = None

    def as_object(self) -> dict[str, Any]:
        """It for a program."""
        return asdict(self) | {"folder": str(self.folder) if self.folder else None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Puller:
    """Pulls for a person who has `accepted` licences, or is asked, unless `quiet`."""

    app: App
    hub: Hub
    accepted: bool
    quiet: bool

    def all(
        self, name: str | None, revision: str, *, inpainting: bool, file: str, said: dict[str, Any]
    ) -> Iterator[Here]:
        """What was asked for and what goes with it; `said` is what is told of an adapter.

        Raises:
            ModelError: when something cannot be pulled.
            Halted, Misused: when a licence was not accepted.
        """
        asked, at = self._asked(name, revision)
        first = self._put_there(asked) or self._pulled(asked, at, file, said)
        yield first
        if first.folder is not None:
            for other in self._beside(asked, first.folder, inpainting=inpainting):
                yield self._pulled(other, "main", "", {})

    def _asked(self, name: str | None, revision: str) -> tuple[str, str]:
        """The repository and its revision: as given, else as the settings have them."""
        given = (name or self.app.settings().painting.model).strip()
        if Path(given).expanduser().is_dir():
            return given, revision
        plain, mark, told = given.partition("@")
        return repository_of(self.app, plain), told if mark else revision

    def _put_there(self, asked: str) -> Here | None:
        """A model in a folder of the person's own, which nobody can pull."""
        from pipeline.domain.errors import ModelError
        from pipeline.engines.hub.shelf import HUB, fault_of, is_repository, model_folder

        models = self.app.settings().painting.models
        folder = model_folder(models, asked)
        if folder is None and not is_repository(asked):
            raise ModelError("hub-unknown", repository=asked)
        if folder is None or models / HUB in folder.parents:
            return None
        if fault := fault_of(folder):
            raise fault
        return Here(repository=asked, revision="", folder=folder)

    def _beside(self, asked: str, folder: Path, *, inpainting: bool) -> Sequence[str]:
        """What a model is better with: previews, and weights for parts where they are wanted."""
        from pipeline.domain.known_model import inpainting_for, preview_for
        from pipeline.engines.diffusion.card import describe
        from pipeline.engines.diffusion.weights import INDEX

        if not (folder / INDEX).is_file():
            return []  # previews themselves
        base, known = describe(folder, asked).base, self.app.settings().known_models
        found = [preview_for(base, known), inpainting_for(base, known) if inpainting else ""]
        return [one for one in found if one and one != asked]

    def _pulled(self, repository: str, revision: str, file: str, said: dict[str, Any]) -> Here:
        """One repository; without a line, see that it is here."""
        from pipeline.domain.errors import ModelError
        from pipeline.engines.hub.listing import is_model

        try:
            listing = self.hub.listing(repository, revision)
        except ModelError as error:
            if error.code == "hub-offline" and (here := self._kept(repository, revision)):
                return here
            raise
        if file or not is_model(listing):
            return self._adapter(listing, file, **said)
        files = self.hub.needed(listing)
        folder, count = fetched(self.hub, listing, files, self.app.words,
                                accepted=self.accepted, quiet=self.quiet)  # fmt: skip
        return Here(repository=repository, revision=revision, commit=listing.commit, folder=folder,
                    licence=listing.licence, size=sum(one.size for one in files),
                    fetched=count)  # fmt: skip

    def _kept(self, repository: str, revision: str) -> Here | None:
        """A model that was pulled before, when it is complete."""
        from pipeline.engines.hub.shelf import is_complete, model_folder, shelved

        models = self.app.settings().painting.models
        folder = model_folder(models, f"{repository}@{revision}")
        if folder is None or not is_complete(folder):
            return None
        licence = next((one.licence for one in shelved(models) if one.folder == folder), "")
        return Here(repository=repository, revision=revision, commit=folder.name, folder=folder,
                    licence=licence)  # fmt: skip

    def _adapter(
        self, listing: Listing, file: str, *, licence: str | None = None,
        called: str | None = None, **said: Any,
    ) -> Here:  # fmt: skip
        """A LoRA into the catalogue, which keeps a copy of its own."""
        from pipeline.engines.hub.listing import adapter_of
        from pipeline.engines.hub.shelf import let_go
        from storage.adapters import slug

        wanted = adapter_of(listing, file)
        folder, count = fetched(self.hub, listing, [wanted], self.app.words,
                                accepted=self.accepted, quiet=self.quiet)  # fmt: skip
        adapter = take_in(
            self.app, folder / wanted.path, called=called or slug(listing.repository.split("/")[1]),
            licence=licence or listing.licence, **said,
            source=f"{listing.repository}@{listing.commit[:12]}",
        )  # fmt: skip
        let_go(self.app.settings().painting.models, listing.repository)
        return Here(repository=listing.repository, revision=listing.revision,
                    commit=listing.commit, licence=listing.licence, size=wanted.size,
                    fetched=count, adapter=adapter)  # fmt: skip
