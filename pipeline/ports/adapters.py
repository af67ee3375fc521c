"""The LoRAs of an installation."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from pipeline.domain.adapter import Adapter


class Adapters(Protocol):
    """A catalogue of LoRA files. Several processes may read it while one changes it."""

    def all(self) -> Sequence[Adapter]:
        """Every adapter, by name; read anew each time, so that one that was added is there at once.

        Raises:
            ModelError: when the catalogue is damaged.
        """
        ...

    def path(self, name: str) -> Path:
        """The file of an adapter.

        Raises:
            ModelError: `adapter-missing`, `adapter-gone` when only its file is not there.
        """
        ...

    def add(self, adapter: Adapter, file: Path) -> None:
        """Take a copy of `file` in, whole or not at all; one of the same name is replaced.

        Raises:
            ModelError: `adapter-name`, `adapter-changed` when `file` is not what is described.
        """
        ...

    def remove(self, name: str) -> Adapter:
        """Let go of an adapter and its file; what it was.

        Raises:
            ModelError: `adapter-missing`.
        """
        ...
