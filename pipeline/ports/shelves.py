"""All that the studio keeps things in, as one value."""

from collections.abc import Awaitable, Callable
from typing import Protocol

from pipeline.domain.version import Sha
from pipeline.ports.blobs import Blobs
from pipeline.ports.covers import Covers, People, Removals
from pipeline.ports.jobs import Jobs, Receipts


class Shelves(Protocol):
    """The stores of one installation; `references` are the keys of all blobs in use."""

    @property
    def covers(self) -> Covers: ...  # noqa: D102 - a port says what it is

    @property
    def people(self) -> People: ...  # noqa: D102

    @property
    def removals(self) -> Removals: ...  # noqa: D102

    @property
    def jobs(self) -> Jobs: ...  # noqa: D102

    @property
    def receipts(self) -> Receipts: ...  # noqa: D102

    @property
    def blobs(self) -> Blobs: ...  # noqa: D102

    @property
    def references(self) -> Callable[[], Awaitable[frozenset[Sha]]]: ...  # noqa: D102
