"""The contract of a catalogue of adapters without a catalogue file, for tests and trials."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from pipeline.domain.adapter import Adapter
from pipeline.domain.errors import ModelError
from storage.adapters import slug


class MemoryAdapters:
    """Adapters that one process knows of; their files are copied to `folder`, since models read files."""

    def __init__(self, folder: Path) -> None:
        """An empty catalogue."""
        self._folder = folder
        self._known: dict[str, Adapter] = {}

    def all(self) -> Sequence[Adapter]:
        """Every adapter, by name."""
        return [self._known[name] for name in sorted(self._known)]

    def path(self, name: str) -> Path:
        """The file of an adapter.

        Raises:
            ModelError: `adapter-missing`.
        """
        if name not in self._known:
            raise ModelError("adapter-missing", name=name)
        return self._folder / self._known[name].sha256

    def add(self, adapter: Adapter, file: Path) -> None:
        """Take a copy of `file` in; one of the same name is replaced.

        Raises:
            ModelError: `adapter-name`, `adapter-changed`.
        """
        content = file.read_bytes()
        if slug(adapter.name) != adapter.name or not adapter.name:
            raise ModelError("adapter-name", name=adapter.name)
        if hashlib.sha256(content).hexdigest() != adapter.sha256:
            raise ModelError("adapter-changed", name=adapter.name)
        self._folder.mkdir(parents=True, exist_ok=True)
        (self._folder / adapter.sha256).write_bytes(content)
        self._known[adapter.name] = adapter

    def remove(self, name: str) -> Adapter:
        """Let go of an adapter and its file.

        Raises:
            ModelError: `adapter-missing`.
        """
        path = self.path(name)
        gone = self._known.pop(name)
        if gone.sha256 not in {one.sha256 for one in self._known.values()}:
            path.unlink(missing_ok=True)
        return gone
