"""The measurements, one after another, each with the memory that it took."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from pipeline.ports.painter import PaintEngine
from tests.bench.line import share
from tests.bench_gpu.arrivals import Order, at_once
from tests.bench_gpu.grounds import Grounds
from tests.bench_gpu.machine import forget, peak_gb, product_rate
from tests.bench_gpu.serving import Choose, Day, continuous, keyed, one_by_one, serve
from tests.bench_gpu.telling import Goal, Row, row_of

LOADS = (0.5, 0.9)
"""Arrival rates, as shares of what continuous batching can serve."""
ALONE = 3
"""A picture alone is painted so often; the middle one counts."""
PATIENCE = 0.25
"""So long micro-batches wait for others alike, in times of a picture alone."""
STOCK = 4
"""The stock pipeline paints so many times fewer pictures where only its pace counts."""
_STOCK = "stock pipeline in a loop"
_ONE, _KEYED, _CONTINUOUS = "first in, first out", "keyed micro-batches", "continuous"


@dataclass(slots=True, kw_only=True)
class Found:
    """What was measured so far. Times in seconds; `alone` is one picture that has the card to itself."""

    product_rate: float
    rows: list[Row] = field(default_factory=list)
    alone: float = 0.0
    previewed: float = 0.0
    stock_pace: float = 0.0
    pace: float = 0.0
    used: float = 0.0
    half_p95: float = 0.0


def measure(on: Grounds, say: Callable[[str], None]) -> Found:
    """Everything; what comes next is said before it begins."""
    found = Found(product_rate=product_rate(on.device, on.dtype))
    plain = on.plain.orders(on.count, on.seed)
    mixed = on.mixed.orders(on.count, on.seed)
    say("Measuring the stock pipeline in a loop ...")
    _stock(on, found, plain, mixed)
    say("Measuring a picture alone, and the pace of the goals ...")
    forget(on.device)
    engine = on.engine()
    _alone(on, found, engine)
    _goals(on, found, engine, plain)
    say("Measuring all orders at once, one discipline after another ...")
    most = _disciplines(on, found, engine, "all at once", mixed)
    for load in LOADS:
        say(
            f"Measuring orders as they come in, at {load:.0%} of the pace of continuous batching ..."
        )
        arrivals = on.mixed.orders(on.count, on.seed, per_second=load * most)
        _disciplines(on, found, engine, f"{load:.0%} load", arrivals)
    del engine
    say("Measuring the stock pipeline as orders come in ...")
    _stock_days(on, found, most)
    return found


def goals_of(on: Grounds, found: Found) -> list[Goal]:
    """The goals of a card; they were set for one H100."""
    judged = on.is_real
    return [
        Goal(name="pictures a second, sustained", value=found.pace, limit=7, at_least=True, judged=judged),
        Goal(name="share of the rate of matrix products (matmul)", value=found.used, limit=0.5, at_least=True,
             judged=judged),
        Goal(name="p95 at half load, in times of a picture alone",
             value=found.half_p95 / found.alone, limit=2, at_least=False, judged=judged),
        Goal(name="pace, in times of the stock pipeline in a loop",
             value=found.pace / found.stock_pace, limit=2, at_least=True, judged=judged),
        Goal(name="seconds to the first preview", value=found.previewed, limit=0.3, at_least=False,
             judged=judged),
    ]  # fmt: skip


def _stock(on: Grounds, found: Found, plain: Sequence[Order], mixed: Sequence[Order]) -> None:
    """Its pace without adapters, for the goals, and with the orders that all others serve."""
    fewer = max(2, on.count // STOCK)
    forget(on.device)
    day = on.stock(adapters=False).serve(plain[:fewer])
    found.stock_pace = day.per_second
    _note(on, found, "DPM++, all at once", _STOCK, day)
    forget(on.device)
    day = on.stock(adapters=True).serve(mixed[:fewer])
    _note(on, found, "all at once", _STOCK, day)


def _stock_days(on: Grounds, found: Found, most: float) -> None:
    """How long people wait for it; at most loads the line only grows, and fewer orders show that."""
    forget(on.device)
    pipe = on.stock(adapters=True)
    for load in LOADS:
        arrivals = on.mixed.orders(max(2, on.count // 2), on.seed, per_second=load * most)
        _note(on, found, f"{load:.0%} load", _STOCK, pipe.serve(arrivals))


def _alone(on: Grounds, found: Found, engine: PaintEngine) -> None:
    days = [serve(engine, on.plain.orders(1, on.seed + n), one_by_one) for n in range(ALONE)]
    found.alone = share([day.mean for day in days], 50)
    found.previewed = share([day.served[0].previewed for day in days], 50)
    _note(on, found, "DPM++, alone", "engine", replace(days[0], served=[
        replace(one, order=replace(one.order, at=0.0)) for one in days[0].served
    ]))  # fmt: skip


def _goals(on: Grounds, found: Found, engine: PaintEngine, plain: Sequence[Order]) -> None:
    """DPM++ 20 without adapters: the pace that lasts, and how long people wait at half of it."""
    day = serve(engine, at_once(plain), continuous)
    found.pace, found.used = day.per_second, day.rate(on.work) / found.product_rate
    _note(on, found, "DPM++, all at once", _CONTINUOUS, day)
    half = on.plain.orders(on.count, on.seed, per_second=found.pace / 2)
    day = serve(engine, half, continuous)
    found.half_p95 = day.p95
    _note(on, found, "DPM++, half load", _CONTINUOUS, day)


def _disciplines(
    on: Grounds, found: Found, engine: PaintEngine, load: str, orders: Sequence[Order]
) -> float:  # fmt: skip
    """The same orders for each discipline; the pictures a second of the last one."""
    ways: tuple[tuple[str, Choose], ...] = (
        (_ONE, one_by_one), (_KEYED, keyed(on.at_once, PATIENCE * found.alone)), (_CONTINUOUS, continuous),
    )  # fmt: skip
    pace = 0.0
    for name, choose in ways:
        day = serve(engine, orders, choose)
        _note(on, found, load, name, day)
        pace = day.per_second
    return pace


def _note(on: Grounds, found: Found, load: str, discipline: str, day: Day) -> None:
    found.rows.append(row_of(load, discipline, day, work=on.work, memory_gb=peak_gb(on.device),
                             product_rate=found.product_rate))  # fmt: skip
