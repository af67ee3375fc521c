"""How results reach people."""

from typing import Protocol

from pipeline.domain.outcome import Parcel


class Courier(Protocol):
    """Brings results to people on one platform.

    In two steps, so that a crash between sending and recording is recognised: the placeholder's
    id is stored, and filling the same placeholder twice leaves one message.
    """

    @property
    def platform(self) -> str:
        """The name that addresses of this platform carry."""
        ...

    async def post(self, parcel: Parcel) -> str:
        """Make a placeholder, once for each delivery where the platform allows; its id.

        Raises:
            DeliveryError: retryable or not.
        """
        ...

    async def fill(self, message: str, parcel: Parcel) -> None:
        """Put the result in the place of the placeholder; done twice, it changes nothing.

        Raises:
            DeliveryError: retryable or not.
        """
        ...
