"""Pictures and documents within Telegram's limits."""

import asyncio
import io
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.conversation.message import Document, Picture
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

Blobs = Callable[[Sha], Awaitable[bytes]]


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """What is sent."""

    content: bytes = field(repr=False)
    name: str


class Pictures:
    """Brings what messages show."""

    def __init__(self, blobs: Blobs) -> None:
        """Pictures out of `blobs`."""
        self._blobs = blobs

    async def photo(self, picture: Picture, most_bytes: int = PHOTO_BYTES) -> File:
        """A picture as Telegram takes it: a PNG or JPEG within its bytes, sides and ratio.

        Raises:
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
    if len(content) <= most_bytes and _is_photo(content):
        return content
    from pipeline.stages.smaller import smaller  # noqa: PLC0415 - drawing takes a while to load

    return smaller(content, most_bytes=most_bytes, most_sides=SIDES, most_ratio=RATIO)


def _is_photo(content: bytes) -> bool:
    from PIL import Image  # noqa: PLC0415

    try:
        with Image.open(io.BytesIO(content)) as picture:
            (width, height), kind = picture.size, picture.format
    except (OSError, ValueError):
        return False
    narrow = max(width, height) > RATIO * min(width, height)
    return kind in {"PNG", "JPEG"} and width + height <= SIDES and not narrow


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
