"""One file from an address, piece by piece: what is there already is never fetched twice.

The hub's own library begins a file anew after every interruption (huggingface_hub, pull request
4228, says why), which with gigabytes is no way to treat anybody's line. So a file grows as `CHECKSUM.part` beside its
place, is continued by a range after any kind of end, and gets its name only when its checksum is
the one that the hub told.
"""

import fcntl
import hashlib
import os
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pipeline.engines.hub.listing import RemoteFile
from pipeline.engines.hub.shelf import PART

PIECE = 1 << 18
TRIES = 5
"""So often a line may break one time after the other before a single byte more has come."""


class Doing(StrEnum):
    """What happens to a file."""

    FETCHING = "fetching"
    CHECKING = "checking"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """How a server answers a request for a file from byte `start` on, and the bytes themselves.

    `start` is 0 when it sends the whole file although a part was asked for.
    """

    start: int
    pieces: Iterable[bytes]


class BrokenLineError(Exception):
    """The line broke, or the server could not just now; asking again may help."""


class DamagedError(Exception):
    """What came is not what was announced, twice."""


class BusyError(Exception):
    """Another process fetches into the same folder."""


Ask = Callable[[Mapping[str, str]], AbstractContextManager[Reply]]
"""Asks for a file with additional headers. Raises BrokenLineError, also while pieces are read."""

Tell = Callable[[Doing, int], None]
"""Is told how many bytes of the file were fetched or checked; fewer than before: it began anew."""


def fetch(file: RemoteFile, blobs: Path, ask: Ask, tell: Tell, pause: Callable[[float], None]) -> Path:  # fmt: skip
    """The file below `blobs`, whole and checked, fetched as far as it is not there.

    Raises:
        BrokenLineError: when the line keeps breaking; what came is kept for the next time.
        DamagedError: when the content is wrong, also from the beginning.
        OSError: when the disk does not take it.
    """
    whole = blobs / file.checksum
    if whole.is_file():
        if matches(whole, file, tell):
            return whole
        whole.unlink()  # the disk, or somebody, changed it
    part = blobs / f"{file.checksum}{PART}"
    for _ in range(2):
        _grow(part, file.size, ask, tell, pause)
        if matches(part, file, tell):
            _keep(part, whole)
            return whole
        part.unlink()
    raise DamagedError(file.path)


def _grow(part: Path, size: int, ask: Ask, tell: Tell, pause: Callable[[float], None]) -> None:
    """Append to `part` until it is `size` bytes long."""
    breaks = 0
    part.touch()
    while (before := part.stat().st_size) != size:
        if before > size:
            os.truncate(part, 0)
            continue
        try:
            _append(part, before, ask, tell)
        except BrokenLineError:
            breaks = 0 if part.stat().st_size > before else breaks + 1
            if breaks >= TRIES:
                raise
            pause(2.0**breaks)
        else:
            if part.stat().st_size < size:  # it ended too early, and politely
                breaks = 0 if part.stat().st_size > before else breaks + 1
                if breaks >= TRIES:
                    raise BrokenLineError("too short")


def _append(part: Path, start: int, ask: Ask, tell: Tell) -> None:
    headers = {"Range": f"bytes={start}-"} if start else {}
    with ask(headers) as reply, part.open("r+b") as file:
        file.truncate(reply.start)
        file.seek(reply.start)
        done = reply.start
        tell(Doing.FETCHING, done)
        for piece in reply.pieces:
            file.write(piece)
            done += len(piece)
            tell(Doing.FETCHING, done)


def matches(path: Path, file: RemoteFile, tell: Tell) -> bool:
    """Whether a file on the disk has the size and the checksum that the hub told."""
    if path.stat().st_size != file.size:
        return False
    # git's SHA-1 is of a header and the content: git-scm.com/book/en/v2/Git-Internals-Git-Objects
    digest = hashlib.sha256() if file.large else hashlib.sha1(usedforsecurity=False)
    if not file.large:
        digest.update(b"blob %d\0" % file.size)
    done = 0
    with path.open("rb") as opened:
        while piece := opened.read(PIECE):
            digest.update(piece)
            done += len(piece)
            tell(Doing.CHECKING, done)
    return digest.hexdigest() == file.checksum


def _keep(part: Path, whole: Path) -> None:
    """Give a checked file its name, so that it survives a power cut."""
    with part.open("rb") as file:
        os.fsync(file.fileno())
    part.replace(whole)


def link(whole: Path, place: Path) -> None:
    """Let `place` lead to a file, in the place of whatever is there."""
    place.parent.mkdir(parents=True, exist_ok=True)
    new = place.with_name(f".{place.name}{PART}")
    new.unlink(missing_ok=True)
    try:
        new.symlink_to(os.path.relpath(whole, place.parent))
    except OSError:
        os.link(whole, new)  # a file system without symbolic links
    new.replace(place)


@contextmanager
def alone(folder: Path) -> Generator[None]:
    """Nobody else fetches into the folder meanwhile; the system frees it when we die.

    Raises:
        BusyError: when somebody does.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".pulling").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BusyError(str(folder)) from error
        yield
