"""What a chat platform's front end is to whoever starts it."""

from typing import Protocol

from pipeline.ports.delivery import Courier


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
