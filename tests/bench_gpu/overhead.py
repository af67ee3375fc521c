"""What the engine does beside the forward passes, as a share of them: on the processor.

On the tiny model a pass takes so little that any share would say nothing. So a UNet a quarter as wide
as SD's paints at 512 x 768, two pictures a pass, and every step without preparing or decoding counts:
its time is split into the UNet's own forward and all the rest.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median
from typing import Any

from diffusers import UNet2DConditionModel

from pipeline.ports.painter import Failed, PaintEngine
from tests.bench_gpu.arrivals import Trade


@dataclass(frozen=True, slots=True, kw_only=True)
class Overhead:
    """Seconds of a step inside the UNet and beside it: medians of `steps` steps."""

    forward: float
    beside: float
    steps: int

    @property
    def share(self) -> float:
        """Of the forward pass."""
        return self.beside / self.forward


def overhead(engine: PaintEngine, trade: Trade, count: int) -> Overhead:
    """Paint `count` pictures side by side, and look where the time of each step goes."""
    for number, order in enumerate(trade.orders(count, seed=9)):
        engine.admit(str(number), order.request)
    steps = list[tuple[float, float]]()
    with _clocked() as inside:
        while engine.busy:
            before, began = sum(inside), time.perf_counter()
            events = engine.step()
            took, forward = time.perf_counter() - began, sum(inside) - before
            if failed := next((one for one in events if isinstance(one, Failed)), None):
                raise RuntimeError(f"{failed.error}\n{failed.stack}")
            steps.append((forward, took - forward))
    middle = [one for one in steps if one[0] > 0][1:-1]  # preparing and decoding are at the ends
    return Overhead(
        forward=median(one[0] for one in middle), beside=median(one[1] for one in middle),
        steps=len(middle),
    )  # fmt: skip


@contextmanager
def _clocked() -> Iterator[list[float]]:
    """The seconds of every forward pass of any UNet, meanwhile."""
    inside: list[float] = []
    plain = UNet2DConditionModel.forward

    def forward(self: UNet2DConditionModel, *args: Any, **kwargs: Any) -> Any:
        began = time.perf_counter()
        try:
            return plain(self, *args, **kwargs)
        finally:
            inside.append(time.perf_counter() - began)

    UNet2DConditionModel.forward = forward
    try:
        yield inside
    finally:
        UNet2DConditionModel.forward = plain
