"""A picture that was just painted loses its lettering, so that no pseudo-title competes with the title.

Whatever goes wrong here, the picture is kept as it was painted: it costs no one their cover.
"""

from dataclasses import dataclass, field, replace

from pipeline.domain.errors import ArtiCoverError
from pipeline.domain.geometry import Box
from pipeline.domain.lettering import Erasure
from pipeline.domain.outcome import Treatment
from pipeline.ports.bench import Bench
from pipeline.workshop.clearing import all_cleared
from pipeline.workshop.workshop import Workshop


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlettered:
    """A painted picture's new file (None: as it was), what was taken out of it, and what to tell of that."""

    content: bytes | None = field(default=None, repr=False)
    erasures: tuple[Erasure, ...] = ()
    treatments: tuple[Treatment, ...] = ()


async def unlettered(
    content: bytes, crop: Box, seed: int, bench: Bench[Workshop]
) -> Unlettered:  # fmt: skip
    """A painted picture without the lettering that a cover would show of it; it fails for nothing."""
    try:
        return await bench.do(looked_over, content, crop, seed)
    except ArtiCoverError as error:
        fault = Treatment(by_itself=True, fault=error.code)
        return Unlettered(treatments=(fault,))


def looked_over(workshop: Workshop, content: bytes, crop: Box, seed: int) -> Unlettered:
    """The same in a worker, where lettering is to be erased at all.

    Raises:
        RetouchError: what the detectors raise.
    """
    if not workshop.looks_over:
        return Unlettered()
    detector = workshop.retoucher.detector.name
    done = all_cleared(workshop, content, crop, seed)
    if done is None:
        nothing = Treatment(detector=detector, by_itself=True)
        return Unlettered(treatments=(nothing,))
    erasure = replace(done.erasure, by_itself=True)
    treatment = Treatment(
        detector=detector, eraser=erasure.eraser, found=erasure.erased + erasure.left,
        erased=erasure.erased, left=erasure.left, by_itself=True,
    )  # fmt: skip
    return Unlettered(content=done.content, erasures=(erasure,), treatments=(treatment,))
