"""Lettering painted over by the model, several times, of which the best is taken."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

from pipeline.domain.errors import ArtiCoverError, ModelError, PaintError
from pipeline.domain.painting import PaintRequest, PaintStep
from pipeline.ports.bench import Bench
from pipeline.workshop.clearing import Cleared
from pipeline.workshop.erase_plan import Ground, Patch, chosen, patches
from pipeline.workshop.side_by_side import side_by_side
from pipeline.workshop.workshop import Workshop

GOES = 2
"""What is left of the lettering after the first go is painted over once more, with a larger mask."""


Reached = Callable[[float], Awaitable[None]]
"""Told how far the work is, from 0 to 1; what it raises ends the work."""


async def painted_over(ground: Ground, bench: Bench[Workshop], reached: Reached) -> Cleared:
    """The lettering of a ground painted over by the model.

    What was there first is kept where the model cannot paint, or leaves more lettering than that,
    and whatever else goes wrong: nothing that worked is lost by it.
    """
    best = ground.first
    for number in range(GOES):

        async def on(share: float, number: int = number) -> None:
            await reached((number + share) / GOES)

        try:
            done = await _gone_over(replace(ground, number=number), bench, on)
        except ArtiCoverError:
            break
        if done.erasure.left < best.erasure.left + (number == 0):
            best = done
        if not done.erasure.left or done == ground.first:
            break
    return best


async def _gone_over(ground: Ground, bench: Bench[Workshop], reached: Reached) -> Cleared:
    """One go at all patches; what was there first when nothing at all could be painted.

    Raises:
        ArtiCoverError: where there is no model; what workers and detectors raise.
    """
    asked = await bench.do(patches, ground)
    files = await _painted(asked, bench, reached)
    return await bench.do(chosen, ground, asked, files) if any(files) else ground.first


async def _painted(
    asked: Sequence[Patch], bench: Bench[Workshop], reached: Reached
) -> list[list[bytes]]:  # fmt: skip
    """What the model makes of every request, by patches, without those that it refuses."""
    requests = [request for patch in asked for request in patch.requests]
    shares = [0.0] * len(requests)

    async def one(number: int, request: PaintRequest) -> bytes | None:
        async def watch(step: PaintStep) -> None:
            shares[number] = step.done / max(1, step.total)
            await reached(sum(shares) / len(shares))

        try:
            return (await bench.paint(request, watch)).content
        except (PaintError, ModelError):
            return None

    async def ready(_made: object, _done: int) -> None:
        """Single tries are told of by their steps."""

    parts = (one(number, request) for number, request in enumerate(requests))
    made = iter(await side_by_side(parts, ready))
    return [[file for _ in patch.requests if (file := next(made))] for patch in asked]


async def untold(_share: float) -> None:
    """Progress that nobody is told of."""
