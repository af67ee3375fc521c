"""A model hub, by its own library: what a repository holds, and its files into our cache.

The library is imported when it is first needed; it finds tokens (`HF_TOKEN`), mirrors
(`HF_ENDPOINT`), proxies and certificates by itself.
"""

import errno
import json
import re
import shutil
import time
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from pipeline.domain.errors import ModelError
from pipeline.domain.picture import MEGABYTE
from pipeline.engines.hub.fetching import (
    PIECE,
    BrokenLineError,
    BusyError,
    DamagedError,
    Doing,
    Reply,
    alone,
    fetch,
    link,
)
from pipeline.engines.hub.listing import INDEX, Listing, RemoteFile, needed
from pipeline.engines.hub.shelf import LICENCE, PART, repository_folder
from pipeline.engines.hub.translating import translated

EXTRA = "diffusion"
_SPARE = 100 * MEGABYTE
"""Bytes that are left free: a disk that is full to the last one stops the service as well."""
_TIMEOUT_S = 30.0
_COMMIT = re.compile("[0-9a-f]{40}")
_CHECKSUM = re.compile("[0-9a-f]{40}|[0-9a-f]{64}")
_FULL = {errno.ENOSPC, errno.EDQUOT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pulling:
    """How far a pull is, in bytes: `done` of `total`, at present with `file`."""

    doing: Doing
    file: str
    done: int
    total: int


class Hub:
    """A hub whose files are kept below `models`; with `offline` it opens no connection at all."""

    def __init__(
        self, models: Path, *, offline: bool = False, endpoint: str | None = None,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:  # fmt: skip
        """`endpoint` None is the library's own, or `HF_ENDPOINT`; `pause` waits between tries."""
        self._models, self._offline, self._endpoint = models, offline, endpoint
        self._pause = pause

    def listing(self, repository: str, revision: str) -> Listing:
        """What a repository holds at a revision: a branch, a tag or a commit.

        Raises:
            ModelError: `hub-offline`, `hub-unknown`, `hub-revision`, `hub-gated`,
                `hub-unreachable`; `model-extra` without the library.
        """
        self._demand_line(repository)
        api = _library().HfApi(endpoint=self._endpoint, library_name="articover")
        with translated(repository, revision):
            found = api.model_info(repository, revision=revision, files_metadata=True,
                                   timeout=_TIMEOUT_S)  # fmt: skip
        return Listing(
            repository=repository, revision=revision, commit=_commit(found, repository),
            licence=_licence(found), gated=bool(found.gated),
            files={one.path: one for one in map(_remote, found.siblings or ()) if one},
        )  # fmt: skip

    def needed(self, listing: Listing) -> Sequence[RemoteFile]:
        """The files to fetch; its index, which names them, is fetched for it.

        Raises:
            ModelError: as `listing` and `pull`; `hub-layout`, `hub-pickles`.
        """
        index = listing.files.get(INDEX)
        if index is None:
            return needed(listing, None)
        with self._alone(listing):
            path = self._fetched(index, listing, _deaf)
            return needed(listing, _parts(path, listing.repository))

    def missing_bytes(self, listing: Listing, files: Iterable[RemoteFile]) -> int:
        """So much of the files is not on the disk yet."""
        blobs = self._blobs(listing)
        return sum(file.size - _here(blobs, file) for file in files)

    def pull(
        self, listing: Listing, files: Sequence[RemoteFile], tell: Callable[[Pulling], None]
    ) -> Path:
        """Fetch what is missing, check everything, and let the revision mean this commit.

        The folder of the whole model. Ended in any way, it goes on from there the next time; until
        it has ended well, the revision means what it meant before.

        Raises:
            ModelError: as `listing`; `model-no-space`, `hub-busy`, and `hub-broken` for content
                that is not what the hub announced.
        """
        self._demand_line(listing.repository)
        place = repository_folder(self._models, listing.repository)
        snapshot = place / "snapshots" / listing.commit
        with self._alone(listing):
            self._demand_room(place, self.missing_bytes(listing, files))
            total, before = sum(file.size for file in files), 0
            for file in files:
                told = partial(_told, tell, file.path, before, total)
                link(self._fetched(file, listing, told), snapshot / file.path)
                before += file.size
            (place / LICENCE).write_text(listing.licence, encoding="utf-8")
            _name(place, listing)
        return snapshot

    def _fetched(
        self, file: RemoteFile, listing: Listing, tell: Callable[[Doing, int], None]
    ) -> Path:
        ask = partial(self._asked, file, listing)
        try:
            return fetch(file, self._blobs(listing), ask, tell, self._pause)
        except DamagedError as error:
            raise ModelError("hub-broken", repository=listing.repository, file=file.path) from error
        except BrokenLineError as error:
            raise ModelError("hub-unreachable", repository=listing.repository,
                             reason=str(error)) from error  # fmt: skip
        except OSError as error:
            if error.errno not in _FULL:
                raise
            raise self._no_room(self._blobs(listing), file.size) from error

    @contextmanager
    def _asked(
        self, file: RemoteFile, listing: Listing, more: Mapping[str, str]
    ) -> Generator[Reply]:
        """Ask for the content of a file."""
        library = _library()
        url = library.hf_hub_url(listing.repository, file.path, revision=listing.commit,
                                 endpoint=self._endpoint)  # fmt: skip
        # as it is, so that its bytes can be counted and continued
        headers = library.utils.build_hf_headers(library_name="articover") | {
            "Accept-Encoding": "identity", **more
        }  # fmt: skip
        with (
            translated(listing.repository, listing.revision, again=BrokenLineError),
            library.get_session().stream("GET", url, headers=headers, timeout=_TIMEOUT_S) as reply,
        ):
            library.utils.hf_raise_for_status(reply)
            yield Reply(start=_start(reply), pieces=reply.iter_bytes(PIECE))

    def _demand_line(self, repository: str) -> None:
        if self._offline:
            raise ModelError("hub-offline", repository=repository)

    def _demand_room(self, place: Path, missing: int) -> None:
        if missing and shutil.disk_usage(place).free < missing + _SPARE:
            raise self._no_room(place, missing)

    def _no_room(self, place: Path, missing: int) -> ModelError:
        free = shutil.disk_usage(place).free
        return ModelError("model-no-space", path=str(self._models),
                          needed_mb=-(-(missing + _SPARE) // MEGABYTE),
                          free_mb=free // MEGABYTE)  # fmt: skip

    def _blobs(self, listing: Listing) -> Path:
        return repository_folder(self._models, listing.repository) / "blobs"

    @contextmanager
    def _alone(self, listing: Listing) -> Generator[None]:
        try:
            with alone(repository_folder(self._models, listing.repository)):
                self._blobs(listing).mkdir(exist_ok=True)
                yield
        except BusyError as error:
            raise ModelError("hub-busy", repository=listing.repository) from error


def _library() -> Any:
    try:
        import huggingface_hub  # noqa: PLC0415 - half a second, and only the extra brings it
    except ImportError as error:
        raise ModelError("model-extra", extra=EXTRA) from error
    return huggingface_hub


def _remote(found: Any) -> RemoteFile | None:
    """A file as the hub describes it; None where it does not say enough to check it.

    Names become names on our disk: one that leads out of its folder is no file of a model.
    """
    checksum = str(found.lfs.sha256 if found.lfs else found.blob_id)
    steps = found.rfilename.split("/")
    if found.size is None or not _CHECKSUM.fullmatch(checksum) or {"", ".", ".."} & {*steps}:
        return None
    return RemoteFile(path=found.rfilename, size=found.size, checksum=checksum)


def _commit(found: Any, repository: str) -> str:
    """The commit of a listing, which names a folder of ours.

    Raises:
        ModelError: `hub-unreachable` when what answers is no hub.
    """
    commit = str(found.sha)
    if not _COMMIT.fullmatch(commit):
        raise ModelError("hub-unreachable", repository=repository, reason=commit[:40])
    return commit


def _licence(found: Any) -> str:
    """The name of the licence; a hub writes `other` where its own list lacks it."""
    card = found.card_data
    told = str((card and card.get("license")) or "")
    return str(card.get("license_name") or told) if card and told == "other" else told


def _parts(index: Path, repository: str) -> Sequence[str]:
    """The networks and other parts that an index names."""
    try:
        told = json.loads(index.read_bytes())
        return [name for name, kind in told.items() if isinstance(kind, list) and kind[1]]
    except (ValueError, AttributeError, IndexError) as error:
        raise ModelError("hub-layout", repository=repository) from error


def _here(blobs: Path, file: RemoteFile) -> int:
    """The bytes of a file that are on the disk, checked or not."""
    for path in (blobs / file.checksum, blobs / f"{file.checksum}{PART}"):
        if path.is_file():
            return min(file.size, path.stat().st_size)
    return 0


def _start(reply: Any) -> int:
    """Where in the file an answer begins: at 0 unless it says that it is a part."""
    told = str(reply.headers.get("Content-Range", ""))
    if reply.status_code != 206 or not told.startswith("bytes "):
        return 0
    return int(told.removeprefix("bytes ").partition("-")[0])


def _name(place: Path, listing: Listing) -> None:
    """Let the revision mean its commit, in one step of the file system."""
    if listing.revision == listing.commit:
        return
    ref = place / "refs" / listing.revision
    ref.parent.mkdir(parents=True, exist_ok=True)
    new = ref.with_name(f".{ref.name}{PART}")
    new.write_text(listing.commit, encoding="ascii")
    new.replace(ref)


def _told(tell: Callable[[Pulling], None], file: str, before: int, total: int, doing: Doing, done: int) -> None:  # fmt: skip
    tell(Pulling(doing=doing, file=file, done=before + done, total=total))


def _deaf(_doing: Doing, _done: int) -> None:
    return None
