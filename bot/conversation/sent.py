"""Files that were sent with a command, while the rest that it needs is asked for.

Some platforms bring a file only to who was just given it, and their links expire. So it is
fetched beside the question, and waits here for the answer; after a restart it must be sent again.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable

MOST_BYTES = 200_000_000
"""Bytes of all files that wait; the oldest goes first."""
MOST = 50


class Sent:
    """Files by the id of the draft, or of the check, that they belong to."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        """No file yet."""
        self._most_bytes = most_bytes
        self._tasks: OrderedDict[str, asyncio.Task[bytes]] = OrderedDict()

    def expect(self, draft: str, fetching: Callable[[], Awaitable[bytes]]) -> None:
        """Begin to fetch the file of a draft, unless that has begun already."""
        if draft in self._tasks:
            return
        task = asyncio.create_task(_fetched(fetching))
        task.add_done_callback(self._let_go)
        self._tasks[draft] = task
        while len(self._tasks) > MOST:
            self._drop_oldest()

    def has(self, draft: str) -> bool:
        """Whether the file of a draft is there, or on its way."""
        return draft in self._tasks

    async def content(self, draft: str) -> bytes:
        """The file of a draft, as soon as it is there.

        Raises:
            LookupError: when there is none, or it waited too long.
            ArtiCoverError: why it could not be fetched.
        """
        task = self._tasks[draft]
        try:
            return await asyncio.shield(task)
        except asyncio.CancelledError as error:
            if task.cancelled():  # the others needed its place: nobody cancelled who asks
                raise LookupError(draft) from error
            raise

    def _let_go(self, task: asyncio.Task[bytes]) -> None:
        """Drop the oldest files while all together are too large; look at what failed."""
        if not task.cancelled():
            task.exception()  # told to who asks for the file, and to nobody else
        while len(self._tasks) > 1 and sum(map(_size, self._tasks.values())) > self._most_bytes:
            self._drop_oldest()

    def _drop_oldest(self) -> None:
        _, task = self._tasks.popitem(last=False)
        task.cancel()


async def _fetched(fetching: Callable[[], Awaitable[bytes]]) -> bytes:
    return await fetching()


def _size(task: asyncio.Task[bytes]) -> int:
    is_there = task.done() and not task.cancelled() and task.exception() is None
    return len(task.result()) if is_there else 0
