"""A picture that was just painted loses its lettering, so that no pseudo-title competes with the title.

Whatever goes wrong here, the picture is kept as it was painted: it costs no one their cover. What
works on any processor does it; the model is asked again only where that leaves something, since its
passes are what everybody waits for.
"""

from dataclasses import dataclass, field, replace

from pipeline.domain.errors import ArtiCoverError
from pipeline.domain.geometry import Box
from pipeline.domain.lettering import Eraser, Erasure
from pipeline.domain.outcome import Treatment
from pipeline.domain.painting import Painting
from pipeline.ports.bench import Bench
from pipeline.workshop.clearing import Cleared, all_cleared
from pipeline.workshop.erase_plan import Ground
from pipeline.workshop.painting_over import painted_over, untold
from pipeline.workshop.workshop import Workshop


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlettered:
    """A painted picture's new file (None: as it was), what was taken out of it, and what to tell of that."""

    content: bytes | None = field(default=None, repr=False)
    erasures: tuple[Erasure, ...] = ()
    treatments: tuple[Treatment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedOver:
    """What a `detector` (empty: none was asked) found and what was made of it; None: nothing.

    `eraser` is what fills places here.
    """

    detector: str = ""
    done: Cleared | None = None
    eraser: Eraser = Eraser.BUILTIN


async def unlettered(
    content: bytes, crop: Box, painting: Painting, bench: Bench[Workshop]
) -> Unlettered:  # fmt: skip
    """A painted picture without the lettering that a cover would show of it; it fails for nothing."""
    try:
        found = await bench.do(looked_over, content, crop, painting.seed)
        done = found.done
        if done is not None and done.erasure.left and found.eraser is Eraser.PAINTER:
            ground = Ground(content=content, crop=crop, first=done, painting=painting,
                            seed=painting.seed)  # fmt: skip
            done = await painted_over(ground, bench, untold)
    except ArtiCoverError as error:
        return Unlettered(treatments=(Treatment(by_itself=True, fault=error.code),))
    return _told(found.detector, done)


def looked_over(workshop: Workshop, content: bytes, crop: Box, seed: int) -> LookedOver:
    """A picture looked over in a worker, where lettering is to be erased at all.

    Raises:
        RetouchError: what the detectors raise.
    """
    if not workshop.looks_over:
        return LookedOver()
    tools = workshop.retoucher
    done = all_cleared(workshop, content, crop, seed)
    return LookedOver(detector=tools.detector.name, done=done, eraser=tools.eraser)


def _told(detector: str, done: Cleared | None) -> Unlettered:
    if done is None:
        looked = (Treatment(detector=detector, by_itself=True),) if detector else ()
        return Unlettered(treatments=looked)
    erasure = replace(done.erasure, by_itself=True)
    treatment = Treatment(
        detector=detector, eraser=erasure.eraser, found=erasure.erased + erasure.left,
        erased=erasure.erased, left=erasure.left, by_itself=True,
    )  # fmt: skip
    return Unlettered(content=done.content, erasures=(erasure,), treatments=(treatment,))
