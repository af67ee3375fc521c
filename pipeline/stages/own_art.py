"""Letters a picture that the author brings: what it shows, the place and the face of the title.

For every option some crops, and in each the best placements, are lettered and made legible; the
one that needed the least help wins, and the next option goes somewhere else.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from pipeline.domain.arrangement import WIDE, Arrangement
from pipeline.domain.errors import LetteringError
from pipeline.domain.fonts import Pairing
from pipeline.domain.geometry import Box
from pipeline.domain.layout import EffectKind, Layout, Role, TextBlock, Tone
from pipeline.domain.subject import Subject
from pipeline.domain.words import CoverWords
from pipeline.drawing.colour import to_oklab
from pipeline.ports.engines import SubjectFinder
from pipeline.stages.crop import Crop, crops, cut, seen
from pipeline.typography.effects import reach_of
from pipeline.typography.legibility import measure
from pipeline.typography.library import FaceLibrary
from pipeline.typography.placement import placements, title_group
from pipeline.typography.repair import repair

Pixels = NDArray[np.uint8]

TRIAL_PX = 512
"""The short side at which ideas are tried out."""
PART = 0.6
"""A crop with less of the picture than this is searched for subjects again."""
PLACES = 3
"""Placements of one crop that are made legible."""
HELP = {
    EffectKind.HALO: 0.3,
    EffectKind.SHADOW: 0.1,
    EffectKind.OUTLINE: 2.0,
    EffectKind.PANEL: 2.0,
}
"""What an effect costs that had to be added: a label is cheap, in the other sense."""
TONED = 2.0
"""What a full tone over the whole of a bright picture costs."""
MIXED = 0.3
"""What light and dark lettering on one cover costs."""
BROKEN = 0.6
"""What it costs to break a word: a title in a narrow column reads badly, however calm its ground is."""
UNREAD = 4.0
STRONG, WEAK = 6.0, 1.0
"""The contrast from which a title stands out; what it costs to have none of that."""
ELSEWHERE = 0.25
"""What it costs not to stand where a picture was asked to leave room."""
AGAIN = 0.4
"""What it costs to stand where an earlier option stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lettering:
    """One way to letter a picture: what it shows of it, and the words on that, made legible.

    `zones` are the room that the words were set in, and that other words would have.
    """

    pairing: Pairing
    crop: Box
    layout: Layout
    zones: Arrangement


@dataclass(frozen=True, slots=True, kw_only=True)
class Canvas:
    """A picture, (height, width, 3) RGB, who looks for its subjects, and the cover's ratio.

    `crop` is what the cover shows of it, where that is settled already.
    """

    rgb: Pixels = field(repr=False)
    aspect: float
    finder: SubjectFinder
    crop: Box | None = None


@dataclass(frozen=True, slots=True)
class _Trial:
    """One crop, small, with what it is about."""

    crop: Crop
    art: Pixels
    subjects: tuple[Subject, ...]


def in_turn(pairings: Sequence[Pairing], options: int, seed: int) -> list[Pairing]:
    """A pairing for each of `options`: the earlier in the list the likelier, repeats last."""
    rng = np.random.default_rng(seed)
    ranks = [-0.45 * place + 0.5 * float(rng.gumbel()) for place in range(len(pairings))]
    order = sorted(range(len(pairings)), key=lambda index: -ranks[index])
    return [pairings[order[number % len(order)]] for number in range(options)]


def letterings(
    words: CoverWords, canvas: Canvas, pairings: Sequence[Pairing], library: FaceLibrary,
    inks: tuple[str, ...] = (), place: str = "",
) -> list[Lettering]:  # fmt: skip
    """One way for each of `pairings`, best first, each in another place where there is one.

    A title stands rather in `place` (as `place_of` calls it), where the picture has room for it.

    Raises:
        LetteringError: when the words cannot be set.
    """
    trials = _trials(canvas)
    found: list[Lettering] = []
    for pairing in pairings:
        tried = [
            (cost + _again(one, found) + _elsewhere(one, place), one)
            for trial in trials
            for cost, one in _tries(words, trial, pairing, library, inks)
        ]
        if not tried:
            raise LetteringError("lettering-no-room", words=words.title)
        found.append(min(tried, key=lambda pair: pair[0])[1])
    return found


def _trials(canvas: Canvas) -> list[_Trial]:
    short = min(canvas.aspect, 1.0)
    size = (round(TRIAL_PX * canvas.aspect / short), round(TRIAL_PX / short))
    subjects = canvas.finder.subjects(canvas.rgb)
    trials: list[_Trial] = []
    settled = [Crop(box=canvas.crop, loss=0.0)] if canvas.crop else None
    for crop in settled or crops(canvas.rgb, canvas.aspect, subjects):
        art = cut(canvas.rgb, crop.box, size)
        # a face that is small in the whole picture may be large in a part of it
        nearer = canvas.finder.subjects(art) if crop.box.area < PART else ()
        trials.append(_Trial(crop, art, (*seen(subjects, crop.box), *nearer)))
    return trials


def _tries(
    words: CoverWords, trial: _Trial, pairing: Pairing, library: FaceLibrary,
    inks: tuple[str, ...],
) -> Iterator[tuple[float, Lettering]]:  # fmt: skip
    art = trial.art
    for spot in placements(words, art, pairing, library, trial.subjects, inks, most=PLACES):
        layout = repair(spot.layout, art, library, inks)
        cost = spot.cost + trial.crop.loss + _help(layout, art, library)
        yield cost, Lettering(pairing=pairing, crop=trial.crop.box, layout=layout,
                              zones=spot.zones)  # fmt: skip


def _help(layout: Layout, art: Pixels, library: FaceLibrary) -> float:
    """What had to be done to the picture and the letters so that they can be read."""
    effects = sum(HELP[effect.kind] for block in layout.blocks for effect in block.effects)
    tones = sum(_dimmed(tone, layout.aspect, art) for tone in layout.tones)
    measures = measure(layout, art, library)
    unread = sum(not one.ok for one in measures)
    weak = max(1 - one.ratio / STRONG for one in measures if one.role is Role.TITLE)
    light = {to_oklab(block.colour)[0] > 0.5 for block in layout.blocks}
    mixed = MIXED * (len(light) - 1)
    broken = BROKEN * sum(_broken(block) for block in layout.blocks)
    return effects + TONED * tones + UNREAD * unread + WEAK * max(0.0, weak) + mixed + broken


def _broken(block: TextBlock) -> int:
    """How many words a block breaks at hyphens that are not their own."""
    ends = sum(line.endswith("-") for line in block.lines[:-1])
    return max(0, ends - block.words.count("-"))


def _dimmed(tone: Tone, aspect: float, art: Pixels) -> float:
    """How much a tone takes from a picture: a night loses nothing by it, a white cup looks dirty."""
    reach = reach_of(tone, aspect)
    page = Box.edges(
        max(0.0, reach.x), max(0.0, reach.y), min(1.0, reach.right), min(1.0, reach.bottom)
    )
    height, width = art.shape[:2]
    rows = slice(int(page.y * height), int(page.bottom * height) + 1, 4)
    columns = slice(int(page.x * width), int(page.right * width) + 1, 4)
    bright = float(np.percentile(art[rows, columns].max(-1), 90)) / 255
    return tone.strength * page.area * bright * bright


def _again(one: Lettering, others: Sequence[Lettering]) -> float:
    """How far a title stands where titles of earlier options stand, by what the eye sees."""
    box = title_group(one.layout)
    taken = [title_group(other.layout) for other in others]
    return AGAIN * max((box.overlap(t) / min(box.area, t.area) for t in taken), default=0.0)


def _elsewhere(one: Lettering, place: str) -> float:
    return ELSEWHERE if place and place_of(one.layout) != place else 0.0


def place_of(layout: Layout) -> str:
    """Where the title stands: `head`, `foot`, `left`, `right` or `middle`."""
    x, y = title_group(layout).centre
    side = "left" if x < 0.42 else "right" if x > 0.58 else ""
    level = "head" if y < 0.4 else "foot" if y > 0.6 else ""
    names = (side, level) if layout.aspect >= WIDE else (level, side)
    return names[0] or names[1] or "middle"
