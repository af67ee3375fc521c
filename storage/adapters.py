"""The LoRAs of an installation: files in a folder, and a catalogue beside them.

    adapters/
      adapters.json                      what is known of each, with the version of this format
      scifi-0f3a5c9e81b2.safetensors     its name, and how its SHA-256 begins

A file's name holds its content's hash, so that replacing an adapter never changes a file that
somebody reads: the new file is put beside the old one, the catalogue is replaced in one step of
the file system, and only then the old file goes. A kill at any line leaves the one or the other.
"""

import fcntl
import hashlib
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.domain.adapter import Adapter
from pipeline.domain.errors import ModelError, StorageError
from storage.codec import dumped, loaded
from storage.durable import remove as tidy
from storage.file_lock import release, try_lock
from storage.files import publish, publishing

FORMAT = 1
CATALOGUE = "adapters.json"
SUFFIX = ".safetensors"
_LOCK = ".lock"
_PATIENCE_S = 30.0
_PAUSE_S = 0.02
_CHUNK = 1 << 20
_HASH_SHOWN = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class _Catalogue:
    format: int
    adapters: tuple[Adapter, ...]


class FolderAdapters:
    """The adapters in `folder`, which is made when the first one is added. It is picklable."""

    def __init__(self, folder: Path) -> None:
        """Nothing is read or made yet."""
        self._folder = folder

    def all(self) -> Sequence[Adapter]:
        """Every adapter, by name, also those whose file is gone; read anew each time.

        Raises:
            ModelError: `adapters-damaged`, `adapters-newer`.
        """
        return sorted(self._read(), key=lambda one: one.name)

    def path(self, name: str) -> Path:
        """The file of an adapter.

        Raises:
            ModelError: `adapter-missing`; `adapter-gone` when only its file is not there.
        """
        path = self._file(self._one(name))
        if not path.is_file():
            raise ModelError("adapter-gone", name=name, path=str(path))
        return path

    def add(self, adapter: Adapter, file: Path) -> None:
        """Take a copy of `file` in, whole or not at all; one of the same name is replaced.

        Raises:
            ModelError: `adapter-name` for one that is no `slug`; `adapter-changed` when the file
                is not the one that `adapter` describes; `adapters-busy`, `adapters-damaged`.
            OutputError: when the disk does not take it.
        """
        if not adapter.name or slug(adapter.name) != adapter.name:
            raise ModelError("adapter-name", name=adapter.name)
        with self._alone():
            known = self._read()
            self._take_in(adapter, file)
            self._write([*(one for one in known if one.name != adapter.name), adapter])
            self._drop([one for one in known if one.name == adapter.name], but=adapter)

    def remove(self, name: str) -> Adapter:
        """Let go of an adapter and its file; what it was.

        Raises:
            ModelError: `adapter-missing`, `adapters-busy`, `adapters-damaged`.
        """
        with self._alone():
            gone = self._one(name)
            self._write([one for one in self._read() if one.name != name])
            self._drop([gone])
        return gone

    def change(self, name: str, how: Callable[[Adapter], Adapter]) -> Adapter:
        """Say something else of an adapter whose file stays as it is; what is known now.

        Raises:
            ModelError: as `remove` does.
        """
        with self._alone():
            known = self._read()
            before = self._one(name)
            after = replace(how(before), name=name, sha256=before.sha256, size=before.size)
            self._write([after if one.name == name else one for one in known])
        return after

    def strangers(self) -> Sequence[Path]:
        """LoRA files that lie in the folder without being in the catalogue."""
        known = {self._file(one) for one in self._read()}
        found = self._folder.glob(f"*{SUFFIX}") if self._folder.is_dir() else ()
        return sorted(path for path in found if path not in known)

    def _one(self, name: str) -> Adapter:
        found = next((one for one in self._read() if one.name == name), None)
        if found is None:
            raise ModelError("adapter-missing", name=name)
        return found

    def _file(self, adapter: Adapter) -> Path:
        return self._folder / f"{adapter.name}-{adapter.sha256[:_HASH_SHOWN]}{SUFFIX}"

    def _read(self) -> Sequence[Adapter]:
        path = self._folder / CATALOGUE
        try:
            text = path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return ()
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or "UTF-8"
            raise ModelError("adapters-damaged", path=str(path), reason=reason) from error
        try:
            return _understood(text, path)
        except StorageError as error:
            reason = str(error.facts["reason"])
            raise ModelError("adapters-damaged", path=str(path), reason=reason) from error

    def _write(self, adapters: Sequence[Adapter]) -> None:
        ordered = tuple(sorted(adapters, key=lambda one: one.name))
        text = dumped(_Catalogue(format=FORMAT, adapters=ordered))
        publish(self._folder / CATALOGUE, f"{text}\n".encode(), force=True)

    def _take_in(self, adapter: Adapter, file: Path) -> None:
        digest = hashlib.sha256()
        with file.open("rb") as source, publishing(self._file(adapter), force=True) as copy:
            while chunk := source.read(_CHUNK):
                digest.update(chunk)
                copy.write(chunk)
            if digest.hexdigest() != adapter.sha256:
                raise ModelError("adapter-changed", name=adapter.name)

    def _drop(self, adapters: Sequence[Adapter], but: Adapter | None = None) -> None:
        kept = self._file(but) if but else None
        for path in {self._file(one) for one in adapters} - {kept}:
            tidy(path)

    @contextmanager
    def _alone(self) -> Generator[None]:
        """Nobody else changes the catalogue meanwhile; who reads is not kept waiting."""
        self._folder.mkdir(parents=True, exist_ok=True)
        held = _locked(self._folder / _LOCK)
        if held is None:
            raise ModelError("adapters-busy", path=str(self._folder))
        try:
            for draft in self._folder.glob(".articover-*.part"):
                tidy(draft)  # of somebody who was killed while having the lock
            yield
        finally:
            release(held)


def _understood(text: str, path: Path) -> Sequence[Adapter]:
    """The adapters of a catalogue's text.

    Raises:
        ModelError: `adapters-newer`.
        StorageError: when it is damaged.
    """
    if _format(text) > FORMAT:
        raise ModelError("adapters-newer", path=str(path))
    return loaded(_Catalogue, text).adapters


def _format(text: str) -> int:
    """The version that a text says it has; 0 when it says none."""
    import json  # noqa: PLC0415 - only beside a reading that checks everything

    try:
        told = json.loads(text)
    except ValueError:
        return 0
    version = told.get("format") if isinstance(told, dict) else None
    return version if isinstance(version, int) else 0


def _locked(path: Path) -> int | None:
    """The lock of a file, waited for; None when somebody has it for too long."""
    deadline = time.monotonic() + _PATIENCE_S
    while (held := try_lock(path, fcntl.LOCK_EX)) is None and time.monotonic() < deadline:
        time.sleep(_PAUSE_S)
    return held


def slug(text: str) -> str:
    """`text` as the name of an adapter: letters and digits of any writing, small, with dashes.

    At most 40 characters; empty when nothing is left.
    """
    words = "".join(c if c.isalnum() else " " for c in text.casefold()).split()
    return "-".join(words)[:40].strip("-")
