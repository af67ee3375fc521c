"""A look at the data before the first step: what would spoil hours is found in seconds."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.training.buckets import STEP, Crop, nearest, sizes
from pipeline.training.example import Dataset, Example
from pipeline.training.fingerprints import ALIKE, apart, digest, look
from pipeline.training.flaws import Examination, Finding, Flaw, Specimen
from pipeline.training.lettering import Reader, reader
from pipeline.training.pictures import UnreadableError, open_whole

LEAST, FEW, MANY = 3, 15, 100
"""Fewer than `LEAST` pictures teach nothing; `FEW` to `MANY` is what the defaults are made for."""
ENLARGED, TINY = 1.05, 2.5
"""A picture that must be enlarged by more than that is small, or useless."""
LOST = 0.2
"""A picture of which a larger share is cut off has an extreme ratio."""
TOKENS = 75
"""What one part of a prompt holds."""
FOREIGN = 0.3
"""From this share of letters that are not Latin on, CLIP does not understand a caption."""

Seen = Callable[[int, int], None]
"""Told how many of how many pictures were looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sight:
    """What one picture showed."""

    example: Example
    sha256: str
    look: int
    crop: Crop
    lettered: bool


def examine(
    dataset: Dataset, resolution: int, seen: Seen, *, step: int = STEP,
    read: tuple[str, Reader] | None = None,
) -> Examination:  # fmt: skip
    """Look at every picture of a folder; a broken one is a finding, never an exception."""
    name, lettered = read or reader()
    places = sizes(resolution, step)
    sights: list[_Sight] = []
    broken: list[str] = []
    for done, example in enumerate(dataset.examples, 1):
        try:
            picture = open_whole(example.path)
        except UnreadableError:
            broken.append(example.file)
        else:
            crop = nearest(picture.width, picture.height, places)
            sights.append(_Sight(example=example, sha256=digest(example.path), look=look(picture),
                                 crop=crop, lettered=lettered(picture)))  # fmt: skip
        seen(done, len(dataset.examples))
    findings = (
        _listed(Flaw.MISSING, dataset.missing), _listed(Flaw.UNREADABLE, broken),
        *_of_pictures(sights), *_of_copies(sights), *_of_number(sights),
        *_of_captions(dataset.examples), _listed(Flaw.REPEATED, dataset.repeated),
        _listed(Flaw.UNLISTED, dataset.unlisted),
    )  # fmt: skip
    specimens = (Specimen(example=s.example, sha256=s.sha256, size=s.crop.size) for s in sights)
    return Examination(specimens=tuple(specimens), reader=name,
                       findings=tuple(finding for finding in findings if finding))  # fmt: skip


def _listed(flaw: Flaw, files: Sequence[str], of: int = 0) -> Finding | None:
    """A finding about `files`, which are a share of all `of`; None without any."""
    share = len(files) / of if of else 0.0
    return Finding(flaw=flaw, files=tuple(files), count=len(files), share=share) if files else None


def _of_pictures(sights: Sequence[_Sight]) -> Iterator[Finding | None]:
    def those(holds: Callable[[_Sight], bool]) -> list[str]:
        return [sight.example.file for sight in sights if holds(sight)]

    yield _listed(Flaw.TINY, those(lambda s: s.crop.scale > TINY))
    yield _listed(Flaw.SMALL, those(lambda s: ENLARGED < s.crop.scale <= TINY))
    yield _listed(Flaw.EXTREME, those(lambda s: s.crop.lost > LOST))
    yield _listed(Flaw.LETTERED, those(lambda s: s.lettered), len(sights))


def _of_copies(sights: Sequence[_Sight]) -> Iterator[Finding | None]:
    """Files that are the same, and pictures that look the same: every one but the first."""
    by_bytes: defaultdict[str, list[_Sight]] = defaultdict(list)
    for sight in sights:
        by_bytes[sight.sha256].append(sight)
    yield _listed(Flaw.SAME, [s.example.file for same in by_bytes.values() for s in same[1:]])
    firsts = [same[0] for same in by_bytes.values()]
    yield _listed(Flaw.ALIKE, [
        sight.example.file
        for index, sight in enumerate(firsts)
        if any(apart(sight.look, earlier.look) <= ALIKE for earlier in firsts[:index])
    ])  # fmt: skip


def _of_number(sights: Sequence[_Sight]) -> Iterator[Finding]:
    count, learnt = len(sights), sum(not sight.example.held_out for sight in sights)
    if learnt < LEAST:
        yield Finding(flaw=Flaw.SCARCE, count=learnt)
    elif count < FEW:
        yield Finding(flaw=Flaw.FEW, count=count)
    elif count > MANY:
        yield Finding(flaw=Flaw.MANY, count=count)


def _of_captions(examples: Sequence[Example]) -> Iterator[Finding | None]:
    yield _listed(Flaw.BARE, [e.file for e in examples if not (e.row.text or e.row.summary)])
    yield _listed(Flaw.LONG, [e.file for e in examples if tokens_about(e.caption) > TOKENS])
    yield _listed(Flaw.FOREIGN, [e.file for e in examples if _foreign(_own(e)) > FOREIGN])


def tokens_about(text: str) -> int:
    """About how many tokens CLIP makes of a text: its vocabulary is not at hand before it is loaded.

    English has four tokens to three words; other scripts fall apart into their bytes.
    """
    others = sum(len(char.encode()) for char in text if ord(char) > 0x24F)
    return round(len(text.split()) * 4 / 3) + others


def _own(example: Example) -> str:
    """What the metadata say themselves: beside the trigger a few words would not stand out."""
    row = example.row
    return row.text or f"{row.genre} {row.summary}"


def _foreign(text: str) -> float:
    letters = [char for char in text if char.isalpha()]
    return sum(ord(char) > 0x24F for char in letters) / max(1, len(letters))
