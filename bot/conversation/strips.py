"""Pictures of several covers that a message shows, drawn beside the conversation."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.typography.library import FaceLibrary


class Strips:
    """Draws covers small and numbered, one strip at a time, in a thread.

    `library` opens typefaces that nobody else uses: they are opened with the first strip, and no
    two threads may ask them at once.
    """

    def __init__(self, library: Callable[[], FaceLibrary]) -> None:
        """Strips that are lettered with a library of their own."""
        self._open = library
        self._library: FaceLibrary | None = None
        self._lock = Lock()

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

        with self._lock:
            self._library = self._library or self._open()
            return strip(pictures, labels, self._library, columns=columns, here=here)
