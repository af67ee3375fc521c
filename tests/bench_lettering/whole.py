"""The whole bench: picture by picture, each looked at by all engines before the next is made."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image

from pipeline.domain.retouch_errors import RetouchError
from pipeline.ports.lettering import Inpainter, TextDetector, TextReader
from tests.bench_lettering.engines import detector, missing, readers
from tests.bench_lettering.erasing import Judges, by_truth, end_to_end, once, still
from tests.bench_lettering.fillers import fillers
from tests.bench_lettering.finding import Looked, look
from tests.bench_lettering.generating import COUNTS, sample
from tests.bench_lettering.options import Options
from tests.bench_lettering.results import Results
from tests.bench_lettering.trunk import Trunk
from tests.bench_lettering.truth import Sample, Split
from tests.bench_lettering.worst import Worst

DEFAULT, JUDGE, SLOW = "craft", "rapidocr", "keras-ocr"
OURS = "built-in"
NO_MODEL = "SD inpainting"
EVERY = {"slow": 11, "read": 5, "truth": 5, "whole": 5}
"""Of so many pictures one is taken for what is slow: keras-ocr, reading, erasing. None of them shares a
divisor with the number of grounds, so that all grounds are among them."""
TOLD = 10
"""After so many pictures it says how far it is."""
READ, FILLED = (Split.ENGLISH, Split.KOREAN), (Split.ENGLISH, Split.KOREAN)
ERASED = (Split.ENGLISH, Split.KOREAN, Split.PSEUDO, Split.TURNED)


@dataclass(slots=True, kw_only=True)
class Place:
    """The engines, and what was measured with them so far."""

    options: Options
    detectors: dict[str, TextDetector]
    judge: TextDetector
    fillers: Mapping[str, Inpainter]
    readers: Mapping[str, TextReader]
    worst: Worst
    trunk: Trunk = field(default_factory=Trunk)
    results: Results = field(default_factory=Results)


def whole(options: Options) -> Results:
    """Measure everything that was asked for."""
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder)
        place = Place(
            options=options, detectors={name: detector(name, cache) for name in options.engines},
            judge=detector(JUDGE, cache), fillers=fillers(), readers=readers(),
            worst=Worst(options.worst),
        )  # fmt: skip
        if "erase" in options.parts:
            place.results.missing[NO_MODEL] = "its weights cannot be had without a model hub"
        for split in Split:
            _split(place, split)
        if options.most == 0 and DEFAULT in options.engines:
            place.results.memory_mb = _memory(cache)
    place.results.seconds = time.perf_counter() - began
    return place.results


def _split(place: Place, split: Split) -> None:
    began = time.perf_counter()
    done = 0
    for done, (index, one) in enumerate(_samples(split, place.options.most), 1):
        _measured(place, one, index)
        if done % TOLD == 0:
            say(f"{split}: {done} pictures, {time.perf_counter() - began:.0f} s")
    say(f"{split}: all {done} pictures, {time.perf_counter() - began:.0f} s")


def _samples(split: Split, most: int) -> Iterator[tuple[int, Sample]]:
    """The pictures of a split with their places among those that are looked at."""
    count = COUNTS[split]
    taken = min(most, count) if most else count
    for place in range(taken):
        yield place, sample(split, place * count // taken)


def _measured(place: Place, one: Sample, index: int) -> None:
    looks = {name: seen for name in place.detectors if (seen := _looked(place, name, one, index))}
    main = looks.get(DEFAULT) or next(iter(looks.values()), None)
    if main is None:
        return
    parts = place.options.parts
    if "read" in parts and one.split in READ and index % EVERY["read"] == 0:
        for name, reader in place.readers.items():
            place.results.read[name, one.split].add(one, main, reader)
    if "erase" in parts and one.split in FILLED and index % EVERY["truth"] == 0:
        by_truth(one, place.fillers, place.trunk, place.results.truth)
    if "erase" in parts and one.split in ERASED and index % EVERY["whole"] == 0:
        _erased(place, one, main)


def _looked(place: Place, name: str, one: Sample, index: int) -> Looked | None:
    if name in place.results.missing or (name == SLOW and index % EVERY["slow"]):
        return None
    try:
        seen = look(one, place.detectors[name])
    except RetouchError as error:
        place.results.missing[name] = missing(error)
        return None
    tally = place.results.found[name, one.split]
    hits = tally.add(one, seen.corners, seen.wall, seen.cpu)
    if name == DEFAULT and (not all(hits) or (seen.corners and not one.lines)):
        place.worst.found(one, seen.corners)
    return seen


def _erased(place: Place, one: Sample, seen: Looked) -> None:
    finder = next(iter(place.detectors.values()))
    judges = Judges(finder=finder, independent=place.judge)
    for name, filler in place.fillers.items():
        total = place.results.whole[name, one.split]
        if name == OURS:
            before = total.left.get(JUDGE, 0)
            made = end_to_end(one, seen.corners, filler, judges, place.trunk, total)
            if total.left.get(JUDGE, 0) > before:
                place.worst.erased(one, made)
        else:
            once(one, seen.corners, filler, judges, place.trunk, total)
    place.results.background.pictures += 1
    place.results.background.lines += len(one.lines)
    left = place.results.background.left
    left[JUDGE] = left.get(JUDGE, 0) + still(one, one.background, place.judge)


def _memory(cache: Path) -> float:
    """Of a process that does all of it for one picture."""
    picture = cache / "picture.png"
    Image.fromarray(sample(Split.ENGLISH, 14).rgb).save(picture)
    command = [sys.executable, "-m", "tests.bench_lettering.memory", str(picture), str(cache)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(done.stdout.split()[-1])


def say(line: str) -> None:
    """On the standard output, at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
