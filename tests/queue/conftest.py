"""Installations that end with their test."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest

from pipeline.queue.queue import Queue
from tests.queue.installation import Installation


@pytest.fixture
async def house() -> AsyncIterator[Installation]:
    """An installation; its workers end with the test."""
    installation = Installation()
    yield installation
    installation.processes.close()


@pytest.fixture
async def opened() -> AsyncIterator[Callable[..., Installation]]:
    """Makes installations with other limits."""
    made: list[Installation] = []

    def make(*args: Any, **kwargs: Any) -> Installation:
        made.append(Installation(*args, **kwargs))
        return made[-1]

    yield make
    for installation in made:
        installation.processes.close()


Running = Callable[[Queue], "asyncio.Task[None]"]


@pytest.fixture
async def running() -> AsyncIterator[Running]:
    """Runs queues until the test is over."""
    tasks: list[asyncio.Task[None]] = []

    def run(queue: Queue) -> asyncio.Task[None]:
        tasks.append(asyncio.create_task(queue.run()))
        return tasks[-1]

    yield run
    for task in tasks:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
