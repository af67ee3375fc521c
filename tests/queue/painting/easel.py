"""A model without weights, for the model's process: it does what the prompts say.

Engines are made in spawned processes, by the names of these functions.
"""

import os
import signal
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from pipeline.domain.errors import ModelError, PaintError
from pipeline.domain.painting import (
    Manner,
    PaintedPicture,
    PaintRecord,
    PaintRequest,
    PaintStep,
)
from pipeline.ports.painter import Advanced, Failed, PaintEvent, Ready

WORDS = "somebody's secret"
RECORD = PaintRecord(model="none", device="cpu", dtype="float32", buckets="1*1")


def asked(prompt: str, *, person: str = "ann", steps: int = 3, seed: int = 0) -> PaintRequest:
    """A request whose prompt says what comes of it: see `WAYS`, or else an ordinary picture."""
    return PaintRequest(prompt=prompt, width=64, height=96, seed=seed, person=person,
                        manner=Manner(steps=steps))  # fmt: skip


class Scripted:
    """What is admitted goes on together, a step at a time; `diary` is told what happens to it.

    A picture's content is the number of the process, which its first step shows as preview.
    """

    def __init__(self, diary: Path | None = None) -> None:
        self._diary = diary
        self._tickets: dict[str, PaintRequest] = {}
        self._done: dict[str, int] = {}
        self.leaked = b""

    @property
    def busy(self) -> bool:
        return bool(self._tickets)

    def admit(self, ticket: str, request: PaintRequest) -> None:
        self._tickets[ticket], self._done[ticket] = request, 0
        self._note("admit", request)

    def cancel(self, ticket: str) -> None:
        if (request := self._tickets.pop(ticket, None)) is not None:
            self._note("cancel", request)

    def step(self) -> Sequence[PaintEvent]:
        time.sleep(0.001)
        events: list[PaintEvent] = []
        for ticket, request in list(self._tickets.items()):
            verb, _, rest = request.prompt.partition(" ")
            events += WAYS[verb](self, ticket, rest) if verb in WAYS else self.advance(ticket)
        return events

    def advance(self, ticket: str, content: bytes = b"") -> list[PaintEvent]:
        """A step further; after the last one there is the picture."""
        request, here = self._tickets[ticket], str(os.getpid()).encode()
        self._done[ticket] += 1
        done, total = self._done[ticket], request.manner.steps
        preview = here if done == 1 else None
        events: list[PaintEvent] = [
            Advanced(ticket=ticket, step=PaintStep(done=done, total=total, preview=preview))
        ]
        if done == total:
            self.drop(ticket)
            events.append(Ready(ticket=ticket, picture=PaintedPicture(
                content=content or here, width=64, height=96, record=RECORD)))  # fmt: skip
        return events

    def drop(self, ticket: str) -> None:
        """Be done with a ticket."""
        self._note("end", self._tickets.pop(ticket))

    def _note(self, what: str, request: PaintRequest) -> None:
        if self._diary is not None:
            with self._diary.open("a") as diary:
                diary.write(f"{what} {request.person} {request.prompt}\n")


def until(engine: Scripted, ticket: str, path: str) -> list[PaintEvent]:
    """`until PATH`: a step, and no further before that file is there."""
    first = engine._done[ticket] == 0
    return engine.advance(ticket) if first or Path(path).exists() else []


def once(engine: Scripted, ticket: str, path: str) -> list[PaintEvent]:
    """`once PATH`: a crash in the first try, of which the file is left."""
    if Path(path).exists():
        return engine.advance(ticket)
    Path(path).touch()
    os._exit(3)


def exits(_engine: Scripted, _ticket: str, _rest: str) -> list[PaintEvent]:
    os._exit(3)


def killed(_engine: Scripted, _ticket: str, number: str) -> list[PaintEvent]:
    os.kill(os.getpid(), signal.Signals[number])
    return []


def no_memory(_engine: Scripted, _ticket: str, _rest: str) -> list[PaintEvent]:
    raise MemoryError


def driver(_engine: Scripted, _ticket: str, words: str) -> list[PaintEvent]:
    raise RuntimeError(f"CUDA error: unspecified launch failure at {words}")


def hang(_engine: Scripted, _ticket: str, path: str) -> list[PaintEvent]:
    """`hang PATH`: leave the number of the process there."""
    if path:
        Path(path).write_text(str(os.getpid()))
    while True:
        time.sleep(60)


def forget(engine: Scripted, ticket: str, _rest: str) -> list[PaintEvent]:
    engine.drop(ticket)
    return []


def unsafe(engine: Scripted, ticket: str, _rest: str) -> list[PaintEvent]:
    engine.drop(ticket)
    return [Failed(ticket=ticket, error=PaintError("paint-unsafe"))]


def bug(engine: Scripted, ticket: str, _rest: str) -> list[PaintEvent]:
    engine.drop(ticket)
    error = PaintError("painter-failed", kind="KeyError")
    return [Failed(ticket=ticket, error=error, stack="in a line of code")]


def odd(_engine: Scripted, ticket: str, _rest: str) -> list[PaintEvent]:
    """Something that cannot be pickled."""
    return [Advanced(ticket=ticket, step=PaintStep(done=1, total=2, preview=lambda: 1))]


class Unreadable:
    """Something that can be sent, and not be read."""

    def __reduce__(self) -> tuple[object, ...]:
        return int, ("no number",)


def unreadable(_engine: Scripted, ticket: str, _rest: str) -> list[PaintEvent]:
    return [Advanced(ticket=ticket, step=PaintStep(done=1, total=2, preview=Unreadable()))]


def big(engine: Scripted, ticket: str, size: str) -> list[PaintEvent]:
    return engine.advance(ticket, b"\x89" * int(size))


def leak(engine: Scripted, ticket: str, size: str) -> list[PaintEvent]:
    engine.leaked += b"\x01" * int(size)
    return engine.advance(ticket)


def politely(engine: Scripted, ticket: str, _rest: str) -> list[PaintEvent]:
    """What a service manager and a terminal send to a whole group of processes."""
    for ending in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        os.kill(os.getpid(), ending)
    return engine.advance(ticket)


WAYS: dict[str, Callable[[Scripted, str, str], list[PaintEvent]]] = {
    "until": until, "once": once, "exits": exits, "killed": killed, "no-memory": no_memory,
    "driver": driver, "hang": hang, "forget": forget, "unsafe": unsafe, "bug": bug, "odd": odd,
    "unreadable": unreadable, "big": big, "leak": leak, "politely": politely,
}  # fmt: skip


def scripted() -> Scripted:
    return Scripted()


def keeping(diary: Path) -> Scripted:
    return Scripted(diary)


def missing_once(seen: Path) -> Scripted:
    """A model that somebody pulls after the first try."""
    if not seen.exists():
        seen.touch()
        raise ModelError("model-missing", model="a model")
    return Scripted()


def crashing(starts: Path) -> Scripted:
    """A process that never gets so far; each start leaves a line."""
    with starts.open("a") as diary:
        diary.write("started\n")
    os._exit(4)


def surprising() -> Scripted:
    raise RuntimeError(WORDS)


def stuck(started: Path) -> Scripted:
    started.write_text(str(os.getpid()))
    while True:
        time.sleep(60)
