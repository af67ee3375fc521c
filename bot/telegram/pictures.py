"""Pictures and documents within Telegram's limits."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from telegram import InputFile

from bot.conversation.message import Document, Picture
from pipeline.domain.errors import PictureError
from pipeline.domain.version import Sha

PHOTO_BYTES = 10_000_000
SMALL_BYTES = 2_000_000
"""What a photo may weigh after Telegram refused a heavier one."""
SIDES = 10_000
"""Width and height together."""
RATIO = 20
DOCUMENT_BYTES = 50_000_000
TOGETHER_BYTES = 45_000_000
"""Of all documents in one request."""
BESIDE = 10
"""Items of a media group."""

if TYPE_CHECKING:
    from PIL import Image

Blobs = Callable[[Sha], Awaitable[bytes]]


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """What is sent."""

    content: bytes = field(repr=False)
    name: str

    def upload(self, *, attach: bool = False) -> InputFile:
        """The file for a request, read piece by piece: whole it would hold up all that is heard.

        With `attach` it goes beside what describes it, as in a group.
        """
        return InputFile(
            io.BytesIO(self.content), filename=self.name, attach=attach, read_file_handle=False
        )


class Pictures:
    """Brings what messages show."""

    def __init__(self, blobs: Blobs) -> None:
        """Pictures out of `blobs`."""
        self._blobs = blobs

    async def photo(self, picture: Picture, most_bytes: int = PHOTO_BYTES) -> File:
        """A picture as Telegram takes it: a PNG or JPEG within its bytes, sides and ratio.

        Raises:
            PictureError: when it is none, or cannot be made small enough.
            StorageError: when it cannot be read.
        """
        content = await self.content(picture.source)
        fitted = await asyncio.to_thread(_fitted, content, most_bytes)
        suffix = "png" if fitted.startswith(b"\x89PNG") else "jpg"
        return File(content=fitted, name=f"{picture.name.rpartition('.')[0] or 'cover'}.{suffix}")

    async def document(self, document: Document) -> File:
        """A document as it is.

        Raises:
            StorageError: when it cannot be read.
        """
        return File(content=await self.content(document.source), name=document.name)

    async def content(self, source: Sha | bytes) -> bytes:
        """The bytes behind a blob's key, or the bytes that are given.

        Raises:
            StorageError: when they cannot be read.
        """
        return source if isinstance(source, bytes) else await self._blobs(source)


def _fitted(content: bytes, most_bytes: int) -> bytes:
    """A PNG or JPEG file within the limits; what fits is left as it is."""
    from PIL import Image  # noqa: PLC0415 - only who sends pictures needs it

    from pipeline.stages.smaller import smaller  # noqa: PLC0415

    try:
        with Image.open(io.BytesIO(content)) as picture:
            kind, (width, height) = picture.format, picture.size
            if max(width, height) > RATIO * min(width, height):
                content, kind = _framed(picture), ""
    except (OSError, SyntaxError, ValueError) as error:
        raise PictureError("picture-unreadable") from error
    if kind in {"PNG", "JPEG"} and len(content) <= most_bytes and width + height <= SIDES:
        return content
    return smaller(content, most_bytes, SIDES)


def _framed(picture: Image.Image) -> bytes:
    """A strip on a ground that is wide enough for Telegram."""
    from PIL import Image  # noqa: PLC0415

    width, height = picture.size
    size = (max(width, -(-height // RATIO)), max(height, -(-width // RATIO)))
    ground = Image.new("RGB", size, "white")
    ground.paste(picture.convert("RGB"), ((size[0] - width) // 2, (size[1] - height) // 2))
    file = io.BytesIO()
    ground.save(file, "PNG")
    return file.getvalue()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitting:
    """Documents within the limit.

    `instead` are the names of those that are too large, by the smaller one that is sent for each;
    `without` those that cannot be sent at all.
    """

    documents: tuple[Document, ...]
    instead: Mapping[str, str]
    without: tuple[str, ...]


def fitting(documents: Sequence[Document], most_bytes: int = DOCUMENT_BYTES) -> Fitting:
    """The documents that can be sent, each as large as possible."""
    kept: list[Document] = []
    instead: dict[str, str] = {}
    without: list[str] = []
    for document in documents:
        found: Document | None = document
        while found is not None and found.size > most_bytes:
            found = found.smaller
        if found is None:
            without.append(document.name)
        else:
            kept.append(found)
            if found is not document:
                instead[found.name] = document.name
    return Fitting(documents=tuple(kept), instead=instead, without=tuple(without))


def parcels(documents: Sequence[Document]) -> list[list[Document]]:
    """The documents in groups that one request can carry."""
    groups: list[list[Document]] = []
    for document in documents:
        room = groups and len(groups[-1]) < BESIDE
        if room and sum(one.size for one in groups[-1]) + document.size <= TOGETHER_BYTES:
            groups[-1].append(document)
        else:
            groups.append([document])
    return groups
