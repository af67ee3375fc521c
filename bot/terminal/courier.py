"""Results of orders from a terminal: files in a folder, whichever process finishes the order."""

from __future__ import annotations

import asyncio
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.domain.job import Address, Failed
from storage.files import publish_all

if TYPE_CHECKING:
    from pipeline.domain.outcome import Parcel
    from pipeline.domain.version import Sha
    from pipeline.ports.blobs import Blobs

PLATFORM = "terminal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """Where a result goes: `path` is absolute; with `force` it may replace what is there.

    With an `order` it is an address of its own: no result waits for one that cannot be written.
    """

    path: str
    force: bool = False
    order: str = ""

    @property
    def address(self) -> Address:
        """The folder as an address that outlives the process."""
        return Address(platform=PLATFORM, place=json.dumps(asdict(self), ensure_ascii=False))

    @staticmethod
    def of(address: Address) -> Folder:
        """The folder that `address` was made of."""
        place: dict[str, Any] = json.loads(address.place)
        return Folder(**place)


class FolderCourier:
    """Writes files, all of a result or none; what is there already with the same bytes counts."""

    platform = PLATFORM

    def __init__(self, blobs: Blobs) -> None:
        """A courier of what is in `blobs`."""
        self._blobs = blobs

    async def post(self, parcel: Parcel) -> str:
        """Nothing is put into a folder before the result is there; its name is the answer."""
        return Folder.of(parcel.delivery.address).path

    async def fill(self, message: str, parcel: Parcel) -> None:
        """Write the files into the folder `message`; a failure has none, and is told elsewhere.

        Raises:
            OutputError: when they cannot be written; nothing has changed then.
            StorageError: when a file's content cannot be read.
        """
        if isinstance(parcel.job.state, Failed):
            return
        contents = {Path(message) / name: await self._blobs.get(sha)
                    for name, sha in named_pictures(parcel).items()}  # fmt: skip
        force = Folder.of(parcel.delivery.address).force
        await asyncio.to_thread(_write, contents, force=force)


def named_pictures(parcel: Parcel) -> dict[str, Sha]:
    """The files of a result by name; a version whose picture is none of them gets one by its id."""
    files = {file.name: file.sha256 for file in parcel.files}
    brought = set(files.values())
    return files | {f"{version.id}.png": version.preview for version in parcel.versions
                    if version.preview not in brought}  # fmt: skip


def _write(contents: dict[Path, bytes], *, force: bool) -> None:
    """Write what is not there yet: a crash between writing and recording is nothing to refuse."""
    missing = {path: content for path, content in contents.items() if not _is_there(path, content)}
    publish_all(missing, force=force)


def _is_there(path: Path, content: bytes) -> bool:
    try:
        return path.stat().st_size == len(content) and path.read_bytes() == content
    except OSError:
        return False
