"""Live progress: tells people again and again how far their orders are, until results come.

What is shown is edited in place, no oftener than a platform likes; a result is never overwritten by
what was true before it.
"""

from typing import Protocol

from bot.conversation.message import Message
from pipeline.domain.job import Job


class Board(Protocol):
    """Where a platform shows how far an order is."""

    @property
    def platform(self) -> str:
        """The name that addresses of this platform carry."""
        ...

    @property
    def every_s(self) -> float:
        """Seconds between two edits of one message that the platform likes."""
        ...

    async def show(self, job: Job, message: Message) -> None:
        """Let the order's own message say `message`; nothing where it has none.

        Whatever the platform refuses is passed over: progress is not worth a try.
        """
        ...
