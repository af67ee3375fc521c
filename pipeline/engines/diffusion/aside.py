"""Work beside the passes: preparing, previews, decoding and files, each in a lane of its own."""

from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Any, ParamSpec, Self, TypeVar

import torch

P = ParamSpec("P")
T = TypeVar("T")

_FIRST = -1
"""The priority of what is done aside: little work, without which pictures would neither begin nor end."""
_FILES_AT_ONCE = 2
"""Writing a PNG takes 70 ms of one processor, which other threads need not wait for."""


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


class OnCard(Executor):
    """One thread, with a stream of its own on a card.

    In the stream of the passes all that it asks the card for would stand behind every pass that was
    asked for before, and each of its questions would wait for them. What is done has come from the
    card too: no tensor that it reads is in use any more.
    """

    def __init__(self, device: torch.device, name: str, *, after_passes: bool = True) -> None:
        """`after_passes`: it reads what passes make that were asked for when it was submitted."""
        self._device = device
        self._after_passes = after_passes
        self._stream = torch.cuda.Stream(device, priority=_FIRST)
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """`fn(...)` in the thread and its stream."""
        passes = torch.cuda.current_stream(self._device).record_event()
        return self._thread.submit(self._done, passes, partial(fn, *args, **kwargs))

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """As `Executor.shutdown`."""
        self._thread.shutdown(wait, cancel_futures=cancel_futures)

    def _done(self, passes: Any, work: Callable[[], T]) -> T:
        with torch.cuda.stream(self._stream):
            if self._after_passes:
                self._stream.wait_event(passes)
            try:
                return work()
            finally:
                self._stream.synchronize()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lanes:
    """Who does what beside the passes; what shares a lane is done one after another.

    `preparing` is for what a picture needs before its first pass, `developing` for making it out of
    its last latents, `filing` for what the device is not needed for.
    """

    preparing: Executor
    previewing: Executor
    developing: Executor
    filing: Executor

    @classmethod
    def one(cls, executor: Executor) -> Self:
        """All in one lane."""
        return cls(preparing=executor, previewing=executor, developing=executor, filing=executor)


def lanes(device: torch.device) -> Lanes:
    """Threads beside the passes' where these run on a card, which would stand still meanwhile.

    On the processor both would only take it from each other; there everything has its order. What
    was asked of the card before is done when this returns.
    """
    match device.type:
        case "cpu":
            return Lanes.one(AtOnce())
        case "cuda":
            torch.cuda.synchronize(device)
            return Lanes(
                preparing=OnCard(device, "preparing", after_passes=False),
                previewing=OnCard(device, "previewing"),
                developing=OnCard(device, "developing"),
                filing=ThreadPoolExecutor(_FILES_AT_ONCE, thread_name_prefix="filing"),
            )
        case _:
            return Lanes.one(ThreadPoolExecutor(max_workers=1, thread_name_prefix="aside"))
