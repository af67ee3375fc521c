"""What a chat platform's front end is to whoever starts it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from pipeline.ports.clock import Clock
    from pipeline.ports.delivery import Courier
    from pipeline.steward import Steward
    from pipeline.studio import Studio
    from storage.store import Store


class Front(Protocol):
    """One platform: hears people, brings results, shows progress."""

    @property
    def platform(self) -> str:
        """The name that addresses of this platform carry."""
        ...

    @property
    def courier(self) -> Courier:
        """Who brings results to people there."""
        ...

    async def open(self) -> None:
        """Log in, and let the platform know the commands if they have changed.

        Raises:
            ServiceError: `token-refused`; `platform-unreachable` when it stays away.
        """
        ...

    async def run(self) -> None:
        """Hear people until `hush`; an outage of the platform is waited out."""
        ...

    async def hush(self) -> None:
        """Take nothing more; what was taken is answered when this returns, within seconds."""
        ...

    async def close(self) -> None:
        """End every connection; results can be brought until then."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What front ends stand on; `do` does something heavy in a worker process.

    It takes the seconds that the work may last, the lane, the work and its arguments.
    """

    studio: Studio
    steward: Steward
    store: Store
    clock: Clock
    do: Callable[..., Awaitable[Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Staff:
    """The front ends of one process, and what else runs `beside` them."""

    fronts: tuple[Front, ...] = ()
    beside: tuple[Callable[[], Coroutine[Any, Any, None]], ...] = ()


OpenStaff = Callable[[Ground], Staff]


def nobody(_ground: Ground) -> Staff:
    """No chats."""
    return Staff()
