"""Pictures and documents: taken, looked at, kept under ids, and given back."""

import io
from dataclasses import dataclass, field
from typing import Any

from PIL import Image, UnidentifiedImageError

from tests.telegram.loopback.texts import Blame
from tests.telegram.loopback.wire import Call, RefusalError, bad

PHOTO_BYTES = 10_000_000
PHOTO_EDGES = 10_000
PHOTO_RATIO = 20
DOCUMENT_BYTES = 50_000_000
DOWNLOAD_BYTES = 20_000_000
THUMBNAIL_BYTES, THUMBNAIL_EDGE = 200_000, 320
_SHOWN_EDGE = 1280


@dataclass(frozen=True, slots=True, kw_only=True)
class Media:
    """A file on the platform; `size` in pixels where it is a picture."""

    id: str
    kind: str
    name: str
    content: bytes = field(repr=False)
    size: tuple[int, int] = (0, 0)
    mime: str = "application/octet-stream"

    @property
    def path(self) -> str:
        """Where it can be downloaded."""
        ending = self.name.rpartition(".")[2]
        return f"{self.kind}s/{self.id}.{ending}"

    def as_json(self) -> Any:
        """As a message shows it."""
        whole = {
            "file_id": self.id,
            "file_unique_id": f"u{self.id}",
            "file_size": len(self.content),
        }
        if self.kind == "document":
            return whole | {"file_name": self.name, "mime_type": self.mime}
        width, height = _fitted(self.size, _SHOWN_EDGE)
        small = _fitted(self.size, 90)
        thumb = {"file_id": f"{self.id}-s", "file_unique_id": f"us{self.id}", "file_size": 1000}
        return [thumb | {"width": small[0], "height": small[1]},
                whole | {"width": width, "height": height}]  # fmt: skip


class Shelf:
    """All files by their ids."""

    def __init__(self) -> None:
        self._by_id: dict[str, Media] = {}

    def keep(self, kind: str, name: str, content: bytes, mime: str = "") -> Media:
        """A new file."""
        size = _size_of(content) or (0, 0) if kind == "photo" else (0, 0)
        media = Media(id=f"file{len(self._by_id) + 1}", kind=kind, name=name, content=content,
                      size=size, mime=mime or "application/octet-stream")  # fmt: skip
        self._by_id[media.id] = media
        return media

    def find(self, file_id: str) -> Media | None:
        """The file of an id, also that of its small picture."""
        return self._by_id.get(file_id.removesuffix("-s"))

    def at(self, path: str) -> Media | None:
        """The file at a path."""
        return next((media for media in self._by_id.values() if media.path == path), None)

    def taken(self, call: Call, kind: str, given: str, blame: Blame) -> Media:
        """What a parameter brings: an upload, or a file that is there already.

        `given` is the parameter's text, `attach://PART`, an id, or empty where the file stands
        under the name `kind` itself.

        Raises:
            RefusalError: as Telegram does.
        """
        part = given.removeprefix("attach://") if given.startswith("attach://") else kind
        upload = call.files.get(part)
        if given and not given.startswith("attach://"):
            known = self.find(given)
            if known is None or known.kind != kind:
                blame("file", f"no {kind} has the id {given[:40]}")
                raise bad("wrong file identifier/HTTP URL specified")
            return known
        if upload is None:
            blame("file", f"no part {part}")
            raise bad(f"there is no {kind} in the request")
        if not upload.content:
            blame("file", f"{kind} is empty")
            raise bad("file must be non-empty")
        if kind == "photo":
            demand_photo(upload.content, blame)
        demand_document(upload.content, blame)
        return self.keep(kind, upload.name, upload.content)


def demand_photo(content: bytes, blame: Blame) -> None:
    """Look whether a picture can be a photo.

    Raises:
        RefusalError: as Telegram does.
    """
    if len(content) > PHOTO_BYTES:
        blame("photo size", f"{len(content)} > {PHOTO_BYTES} bytes")
        raise bad(f"file of size {len(content)} bytes is too big for a photo")
    size = _size_of(content)
    if size is None:
        blame("photo", "it cannot be decoded")
        raise bad("IMAGE_PROCESS_FAILED")
    width, height = size
    if width + height > PHOTO_EDGES or max(size) > PHOTO_RATIO * min(size):
        blame("photo dimensions", f"{width} × {height}")
        raise bad("PHOTO_INVALID_DIMENSIONS")


def demand_document(content: bytes, blame: Blame) -> None:
    """Look whether a file may be sent at all.

    Raises:
        RefusalError: as Telegram does.
    """
    if len(content) > DOCUMENT_BYTES:
        blame("document size", f"{len(content)} > {DOCUMENT_BYTES} bytes")
        raise RefusalError("Request Entity Too Large", 413)


def demand_thumbnail(call: Call, blame: Blame) -> None:
    """Look at the small picture of a document; Telegram passes over one that does not fit."""
    given = call.files.get("thumbnail") or call.files.get(
        call.text("thumbnail").removeprefix("attach://")
    )
    if given is None:
        return
    size = _size_of(given.content)
    small = len(given.content) <= THUMBNAIL_BYTES and size and max(size) <= THUMBNAIL_EDGE
    if not small or not given.content.startswith(b"\xff\xd8"):
        blame("thumbnail", f"{len(given.content)} bytes, {size} pixels")


def _size_of(content: bytes) -> tuple[int, int] | None:
    """Width and height of a picture that can be decoded to its last row."""
    try:
        with Image.open(io.BytesIO(content)) as picture:
            picture.load()
            return picture.size
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        return None


def _fitted(size: tuple[int, int], edge: int) -> tuple[int, int]:
    scale = min(1.0, edge / max(*size, 1))
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))
