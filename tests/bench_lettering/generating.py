"""The generated set: the same pictures whenever it is asked."""

from tests.bench_lettering import covers, pseudo, turned
from tests.bench_lettering.grounds import ground, rng_of
from tests.bench_lettering.inks import Sheet
from tests.bench_lettering.truth import Sample, Split, TrueLine

COUNTS = {Split.ENGLISH: 66, Split.KOREAN: 66, Split.PSEUDO: 54, Split.FREE: 48, Split.TURNED: 24}


def sample(split: Split, number: int) -> Sample:
    """One picture."""
    kind, background = ground(split, number)
    sheet = Sheet(background)
    lines = _lettered(split, number, sheet)
    rgb, ink = sheet.finished()
    return Sample(name=f"{split}-{number:02d}", split=split, ground=kind, rgb=rgb,
                  background=background, ink=ink, lines=lines)  # fmt: skip


def _lettered(split: Split, number: int, sheet: Sheet) -> tuple[TrueLine, ...]:
    rng = rng_of("lettering", split, number)
    match split:
        case Split.ENGLISH | Split.KOREAN:
            return covers.lettered(rng, split, number, sheet)
        case Split.PSEUDO:
            return pseudo.lettered(rng, number, sheet)
        case Split.TURNED:
            return turned.lettered(rng, number, sheet)
        case Split.FREE:
            return ()
