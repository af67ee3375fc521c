"""Pictures of several covers that a message shows, drawn beside the conversation."""

from __future__ import annotations

import asyncio
import hashlib
from collections import OrderedDict
from collections.abc import Callable, Sequence
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.typography.library import FaceLibrary

KEPT = 400
"""Small pictures that are remembered, some 50 kB each: people leaf to and fro."""


class Strips:
    """Draws covers small and numbered, one strip at a time, in a thread.

    `library` opens typefaces that nobody else uses: they are opened with the first strip, and no
    two threads may ask them at once.
    """

    def __init__(self, library: Callable[[], FaceLibrary], kept: int = KEPT) -> None:
        """Strips that are lettered with a library of their own, and remember `kept` pictures."""
        self._open = library
        self._library: FaceLibrary | None = None
        self._lock = Lock()
        self._most = kept
        self._small: OrderedDict[bytes, bytes] = OrderedDict()

    async def drawn(
        self, pictures: Sequence[bytes | None], labels: Sequence[str], *, columns: int = 5,
        here: int | None = None,
    ) -> bytes:  # fmt: skip
        """The `pictures` (files; None leaves an empty place) with numbers from 1 and `labels`.

        It is a JPEG file. `here` is the index of the one that is the present state of things.

        Raises:
            PictureError: `picture-unreadable`.
        """
        return await asyncio.to_thread(self._drawn, pictures, labels, columns, here)

    def _drawn(
        self, pictures: Sequence[bytes | None], labels: Sequence[str], columns: int,
        here: int | None,
    ) -> bytes:  # fmt: skip
        from pipeline.stages.strip import strip  # noqa: PLC0415 - drawing is loaded when needed

        keys = [one and hashlib.sha256(one).digest() for one in pictures]
        with self._lock:
            self._library = self._library or self._open()
            self._remember(
                {key: one for key, one in zip(keys, pictures, strict=True) if key and one}
            )
            small = [self._small[key] if key else None for key in keys]
            made = strip(small, labels, self._library, columns=columns, here=here)
            while len(self._small) > self._most:
                self._small.popitem(last=False)
            return made

    def _remember(self, pictures: dict[bytes, bytes]) -> None:
        """Have small ones of the `pictures`, by the hash of each; these are used last now."""
        from pipeline.stages.strip import thumbnails  # noqa: PLC0415 - as above

        new = [key for key in pictures if key not in self._small]
        self._small.update(zip(new, thumbnails([pictures[key] for key in new]), strict=True))
        for key in pictures:
            self._small.move_to_end(key)
