"""Upscalers: megapixels a second and peak memory, each beside the program of its package in the same run."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.domain.upscaling import Weights
from tests.bench.line import Line

SIZES = {Weights.PHOTO: (220, 310), Weights.DRAFT: (310, 438)}
"""An eighth and a quarter of A4: enough for several tiles, and the wrapper takes 4 GB for the first already."""
A4 = (620, 877)
"""What has the pixels of A4 at 300 dpi when it was enlarged."""
PAIRS = (("ncnn", "wrapper", 2.0), ("torch", "RealESRGANer", 1.2))
"""Each of ours, what it is held against, and how many times as fast it shall be."""
ROUNDS = 2
LIMIT_MB = 1500
LONGEST_S = 900


@dataclass(frozen=True)
class Measured:
    """The shortest time of some runs, and the most memory that one took."""

    seconds: float
    peak_mb: float


def enlarging_lines() -> Iterator[Line]:
    """Every upscaler with the default weights and with those for drafts; then a whole A4."""
    with tempfile.TemporaryDirectory(prefix="articover-bench-") as folder:
        for weights in SIZES:
            for ours, theirs, times in PAIRS:
                yield from beside(ours, theirs, weights, times, folder)
        for weights in (Weights.DRAFT, Weights.PHOTO):
            for ours, _, _ in PAIRS:
                yield from whole_a4(ours, weights, folder)


def beside(ours: str, theirs: str, weights: Weights, times: float, folder: str) -> Iterator[Line]:
    """One of ours and what it is held against; the ratio is how many times as fast it is."""
    width, height = SIZES[weights]
    megapixels = 16 * width * height / 1e6
    reference = measured(theirs, weights, (width, height), folder)
    yield from of_one(theirs, weights, reference, megapixels)
    found = measured(ours, weights, (width, height), folder)
    rate, memory = of_one(ours, weights, found, megapixels)
    if found and reference:
        ratio = reference.seconds / found.seconds
        rate = Line(rate.name, rate.value, rate.unit, ratio=ratio, limit=times, at_least=True)
    yield from (rate, memory)


def of_one(
    engine: str, weights: Weights, found: Measured | None, megapixels: float
) -> tuple[Line, Line]:
    """The rate and the memory of one; where it does not run here they say so."""
    name = f"enlarging, {weights} weights: {engine}"
    if found is None:
        return Line(name, 0.0, "not measured"), Line(f"{name}, peak memory", 0.0, "not measured")
    rate = Line(name, megapixels / found.seconds, "MP/s")
    return rate, Line(f"{name}, peak memory", found.peak_mb, "MB")


def whole_a4(engine: str, weights: Weights, folder: str) -> Iterator[Line]:
    """A whole A4 by some weights, and the memory of it, which is the file's and the engine's."""
    found = measured(engine, weights, A4, folder, rounds=1)
    name = f"enlarging to A4, {weights} weights: {engine}"
    if found is None:
        yield Line(name, 0.0, "not measured")
        return
    yield Line(name, found.seconds)
    yield Line(f"{name}, peak memory", found.peak_mb, "MB", limit=LIMIT_MB, limit_unit=" MB")


def measured(
    engine: str, weights: Weights, size: tuple[int, int], folder: str, rounds: int = ROUNDS
) -> Measured | None:  # fmt: skip
    """An engine in processes of its own; None where it, or what it needs of the system, is not there."""
    command = [sys.executable, "-m", "tests.bench.enlarge_alone", engine, weights, *map(str, size), folder]  # fmt: skip
    found: list[Measured] = []
    for _ in range(rounds):
        run = subprocess.run(
            command, capture_output=True, text=True, timeout=LONGEST_S, check=False
        )
        if run.returncode:
            sys.stderr.write(
                f"{engine} is not measured: {run.stderr.strip().rpartition(chr(10))[2]}\n"
            )
            return None
        found.append(Measured(**json.loads(run.stdout.rpartition("\n")[2])))
    return Measured(min(one.seconds for one in found), max(one.peak_mb for one in found))
