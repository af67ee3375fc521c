"""Who orders what, and when: the same for everybody who serves them."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.domain.painting import AdapterUse, Manner, PaintRequest, Sampler

PROMPTS = ("a dark castle by the sea", "red book of the night", "blue forest and the lighthouse")


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A picture that somebody wants `at` so many seconds after the beginning."""

    at: float
    request: PaintRequest

    @property
    def steps(self) -> int:
        """Denoising steps."""
        return self.request.manner.steps

    @property
    def key(self) -> tuple[object, ...]:
        """What pictures of one stock batch must have in common."""
        manner = self.request.manner
        names = tuple((one.name, one.weight) for one in self.request.adapters)
        return (manner, names, self.request.width, self.request.height)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trade:
    """What is ordered: one of `steps` and of `adapters` each, at `width` x `height` pixels."""

    width: int
    height: int
    steps: Sequence[int]
    adapters: Sequence[AdapterUse] = ()

    def orders(self, count: int, seed: int, per_second: float = 0.0) -> list[Order]:
        """`count` orders, Poisson-distributed; all at once without a rate."""
        draw = random.Random(seed)
        at, found = 0.0, list[Order]()
        for number in range(count):
            at += draw.expovariate(per_second) if per_second else 0.0
            found.append(Order(at=at, request=self._request(draw, seed * 10_000 + number)))
        return found

    def _request(self, draw: random.Random, seed: int) -> PaintRequest:
        manner = Manner(sampler=Sampler.DPM, steps=draw.choice(self.steps), guidance=7.5)
        adapters = (draw.choice(self.adapters),) if self.adapters else ()
        return PaintRequest(
            prompt=draw.choice(PROMPTS), negative="letters", width=self.width, height=self.height,
            seed=seed, manner=manner, adapters=adapters, person=f"person-{seed % 7}",
        )  # fmt: skip


def at_once(orders: Sequence[Order]) -> list[Order]:
    """The same orders, all of them there from the beginning."""
    return [replace(order, at=0.0) for order in orders]
