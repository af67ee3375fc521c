"""The sizes of forward passes: few and fixed, and written down with every picture.

What a row of a batch comes out as depends on nothing in the other rows, but in its last bits on how
many there are: libraries choose other kernels for other sizes. So passes are padded to a ladder of
sizes, and a picture tells those that it went through; asked for again, they give the same bits.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from pipeline.domain.errors import PaintError

_RUN = re.compile(r"([1-9][0-9]{0,4})\*([1-9][0-9]{0,4})")


def ladder(rows: int) -> tuple[int, ...]:
    """The sizes up to `rows`: 1, 2, 4, 8, ... and `rows` itself."""
    powers = [1 << power for power in range(rows.bit_length()) if 1 << power < rows]
    return (*powers, rows)


def fitting(rows: int, steps: Sequence[int]) -> int:
    """The smallest size of a ladder that holds `rows`; of what is too many, as many as there are."""
    return next((step for step in steps if step >= rows), rows)


def below(bucket: int, steps: Sequence[int]) -> int:
    """The size of a ladder under `bucket`; the smallest has none, and stays."""
    return max((step for step in steps if step < bucket), default=steps[0])


def written(path: Iterable[int]) -> str:
    """The sizes that a picture went through, run-length encoded: "4*12,8*8"."""
    return ",".join(f"{size}*{len(list(run))}" for size, run in groupby(path))


def read(text: str, *, passes: int, rows: int, most: int) -> tuple[int, ...]:
    """The sizes that `written` wrote, one for each of `passes`; each has room for `rows`.

    Raises:
        PaintError: `paint-buckets` when it is written otherwise, is of another number of passes,
            or has sizes that this model does not run: less than `rows` or more than `most`.
    """
    runs = [_RUN.fullmatch(part) for part in text.split(",")]
    path: list[int] = []
    for run in runs:
        if run is None or not rows <= int(run[1]) <= most or len(path) + int(run[2]) > passes:
            raise PaintError("paint-buckets", buckets=text[:80], most=most)
        path += [int(run[1])] * int(run[2])
    if len(path) != passes:
        raise PaintError("paint-buckets", buckets=text[:80], most=most)
    return tuple(path)


def filled(
    wishes: Iterable[tuple[int, int]], most: int, steps: Sequence[int]
) -> tuple[list[int], int]:
    """Which of the pictures that wait go into the next pass, and its size.

    Each wish is the rows that a picture takes, and the size that it demands (0: any), next first.
    The first one always goes; whoever comes next goes too as far as there is room in `most` rows, or
    in the size that somebody demanded. A demand above `most` goes alone.
    """
    taken: list[int] = []
    rows = demanded = 0
    for place, (needed, asked) in enumerate(wishes):
        if asked > most and not taken:
            return [place], asked
        bucket = demanded or asked
        conflicting = asked not in {0, bucket} or asked > most
        if taken and (conflicting or rows + needed > (bucket or most)):
            continue
        taken.append(place)
        rows, demanded = rows + needed, bucket
    return taken, demanded or fitting(rows, steps)
