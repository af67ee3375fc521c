"""Pictures and documents of a message as files that Discord takes: ten, and none too large."""

import asyncio
import io
import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace

import discord

from bot.conversation.message import Document, Message, Picture
from bot.discord.escaping import cut, line_of
from pipeline.domain.errors import PictureError
from pipeline.domain.version import Sha

MOST = 10
ALT = 1024
NAME = 100
_UNSAFE = re.compile(r"[^\w.-]+")
_JPEG = b"\xff\xd8\xff"
_DRAWN = (".png", ".jpg", ".jpeg", ".webp", ".tif", ".tiff")

Blobs = Callable[[Sha], Awaitable[bytes]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """One file; `alt` says what a picture shows."""

    name: str
    content: bytes = field(repr=False)
    alt: str = ""

    def file(self) -> discord.File:
        """The file for one request: sending uses it up."""
        alt = cut(self.alt, ALT) or None
        return discord.File(io.BytesIO(self.content), safe_name(self.name), description=alt)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """The files of a message; `smaller` were made smaller, `missing` do not fit at all, by name.

    `notes` say how the smaller ones differ.
    """

    files: tuple[Attachment, ...] = ()
    smaller: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


def safe_name(name: str) -> str:
    """A file's name without anything that a header, a folder or Discord reads as more than that."""
    plain = _UNSAFE.sub("-", line_of(name)).strip("-.").removeprefix("SPOILER_")
    stem, dot, kind = plain.rpartition(".")
    return f"{(stem or plain)[:NAME]}{dot}{kind[:10]}" if dot else plain[:NAME] or "file"


class Attaching:
    """Fetches what a message shows, and fits it."""

    def __init__(self, blobs: Blobs) -> None:
        """Files from `blobs`."""
        self._blobs = blobs

    async def attached(self, message: Message, limit: int) -> Attached:
        """The files of `message`, each of at most `limit` bytes.

        Raises:
            StorageError: when one cannot be read.
        """
        parts: Sequence[Picture | Document] = (*message.pictures, *message.documents)
        found = Attached(missing=tuple(part.name for part in parts[MOST:]))
        for part in parts[:MOST]:
            match part:
                case Picture():
                    found = await self._picture(found, part, limit)
                case Document():
                    found = await self._document(found, part, limit)
        return found

    async def _picture(self, found: Attached, picture: Picture, limit: int) -> Attached:
        content = await self._read(picture.source)
        name = _named(picture.name, content)
        whole = Attachment(name=name, content=content, alt=picture.alt)
        if len(content) <= limit:
            return replace(found, files=(*found.files, whole))
        return await self._shrunk(found, whole, limit)

    async def _document(self, found: Attached, document: Document, limit: int) -> Attached:
        fitting: Document | None = document
        while fitting and fitting.size > limit and fitting.smaller:
            fitting = fitting.smaller
        content = await self._read(fitting.source)
        whole = Attachment(name=fitting.name, content=content, alt=fitting.alt)
        if len(whole.content) > limit:
            return await self._shrunk(found, whole, limit)
        if fitting is not document:
            notes = (*found.notes, fitting.note) if fitting.note else found.notes
            found = replace(found, smaller=(*found.smaller, document.name), notes=notes)
        return replace(found, files=(*found.files, whole))

    async def _shrunk(self, found: Attached, whole: Attachment, limit: int) -> Attached:
        """A picture in fewer bytes; whatever else is too large is not sent."""
        stem, _, kind = whole.name.rpartition(".")
        if f".{kind.lower()}" not in _DRAWN:
            return replace(found, missing=(*found.missing, whole.name))
        try:
            content = await asyncio.to_thread(_smaller, whole.content, limit)
        except PictureError:
            return replace(found, missing=(*found.missing, whole.name))
        less = Attachment(name=f"{stem}.jpg", content=content, alt=whole.alt)
        return replace(found, files=(*found.files, less), smaller=(*found.smaller, whole.name))

    async def _read(self, source: Sha | bytes) -> bytes:
        return source if isinstance(source, bytes) else await self._blobs(source)


def _named(name: str, content: bytes) -> str:
    """A picture's name with the ending of what it is: what a model has so far comes as JPEG."""
    stem, _, kind = name.rpartition(".")
    return f"{stem}.jpg" if kind == "png" and content.startswith(_JPEG) else name


def _smaller(content: bytes, most_bytes: int) -> bytes:
    from pipeline.stages.smaller import smaller  # noqa: PLC0415 - drawing takes a while to load

    return smaller(content, most_bytes=most_bytes)
