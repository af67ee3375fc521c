"""Work beside the passes: preparing, previews, decoding, one after another."""

from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from typing import ParamSpec, TypeVar

import torch

P = ParamSpec("P")
T = TypeVar("T")


class AtOnce(Executor):
    """Does work where it is asked for, before anything else."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """`fn(...)`, done."""
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - raised where the result is read
            future.set_exception(error)
        return future


def aside(device: torch.device) -> Executor:
    """One thread beside the passes' where these run on a card: it would stand still meanwhile.

    On the processor both would only take it from each other; there everything has its order.
    """
    if device.type == "cpu":
        return AtOnce()
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="aside")
