"""Three disciplines on one engine: only who may join whom, and when, differs between them."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.ports.painter import Advanced, Failed, PaintEngine, PaintEvent, Ready
from tests.bench.line import share
from tests.bench_gpu.arrivals import Order
from tests.bench_gpu.work import Work

Choose = Callable[[Sequence[Order], int, float], Sequence[Order]]
"""Of those that wait, who are let in; given how many are being painted, and the time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """An order with the time at which its first preview was there (0: none), and its picture."""

    order: Order
    previewed: float
    ready: float

    @property
    def latency(self) -> float:
        """Seconds from the order to the picture."""
        return self.ready - self.order.at


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """Everything that was served."""

    served: Sequence[Served]

    @property
    def seconds(self) -> float:
        """From the first order to the last picture."""
        return max(one.ready for one in self.served)

    @property
    def per_second(self) -> float:
        """Pictures a second."""
        return len(self.served) / self.seconds

    @property
    def mean(self) -> float:
        """Seconds that somebody waits."""
        return sum(one.latency for one in self.served) / len(self.served)

    @property
    def p95(self) -> float:
        """Seconds that 95 % do not wait longer than."""
        return share([one.latency for one in self.served], 95)

    def rate(self, work: Work) -> float:
        """Useful operations a second."""
        return sum(work.of(one.order.steps) for one in self.served) / self.seconds


def one_by_one(waiting: Sequence[Order], inside: int, _now: float) -> Sequence[Order]:
    """First in, first out: one picture at a time."""
    return waiting[:1] if not inside else ()


def keyed(most: int, patience_s: float) -> Choose:
    """Micro-batches of at most `most` alike, for which the oldest order waits so long."""

    def choose(waiting: Sequence[Order], inside: int, now: float) -> Sequence[Order]:
        if inside or not waiting:
            return ()
        oldest = waiting[0]
        alike = [one for one in waiting if one.key == oldest.key][:most]
        return alike if len(alike) == most or now >= oldest.at + patience_s else ()

    return choose


def continuous(waiting: Sequence[Order], _inside: int, _now: float) -> Sequence[Order]:
    """Everybody joins at the next step."""
    return waiting


def serve(engine: PaintEngine, orders: Sequence[Order], choose: Choose) -> Day:
    """Serve orders as they come in, in real time."""
    waiter = _Waiter(engine, choose)
    for order in orders:
        waiter.until(order.at)
        waiter.waiting.append(order)
    waiter.until(None)
    return Day(served=waiter.served)


class _Waiter:
    """Lets orders in, and takes pictures out."""

    def __init__(self, engine: PaintEngine, choose: Choose) -> None:
        self.waiting: list[Order] = []
        self.served: list[Served] = []
        self._engine = engine
        self._choose = choose
        self._inside: dict[str, Order] = {}
        self._previewed: dict[str, float] = {}
        self._began = time.perf_counter()

    @property
    def _now(self) -> float:
        return time.perf_counter() - self._began

    def until(self, at: float | None) -> None:
        """Go on until that time, or until nothing is left to do."""
        while self._now < at if at is not None else self.waiting or self._inside:
            self._admit()
            if self._inside:
                for event in self._engine.step():
                    self._hear(event)
            else:
                time.sleep(0.0005)

    def _admit(self) -> None:
        for order in list(self._choose(self.waiting, len(self._inside), self._now)):
            self.waiting.remove(order)
            ticket = str(order.request.seed)
            self._inside[ticket] = order
            self._engine.admit(ticket, order.request)

    def _hear(self, event: PaintEvent) -> None:
        match event:
            case Advanced(ticket=ticket, step=step) if step.preview:
                self._previewed.setdefault(ticket, self._now)
            case Ready(ticket=ticket):
                order = self._inside.pop(ticket)
                self.served.append(Served(order=order, ready=self._now,
                                          previewed=self._previewed.pop(ticket, 0.0)))  # fmt: skip
            case Failed(error=error, stack=stack):
                raise RuntimeError(f"{error}\n{stack}")
            case _:
                pass
