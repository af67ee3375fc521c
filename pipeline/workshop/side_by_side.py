"""Several parts of one operation at the same time."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Iterable
from typing import Any, TypeVar

T = TypeVar("T")


async def side_by_side(
    parts: Iterable[Coroutine[Any, Any, T]], ready: Callable[[T, int], Awaitable[None]]
) -> list[T]:
    """The results of all `parts` in their order; `ready` hears of each, and how many there are.

    The first error ends the others, and is raised once they have ended.
    """
    tasks = [asyncio.ensure_future(part) for part in parts]
    try:
        for done, soonest in enumerate(asyncio.as_completed(tasks), 1):
            await ready(await soonest, done)
        return [task.result() for task in tasks]
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
