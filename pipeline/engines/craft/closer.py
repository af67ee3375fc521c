"""A second look, from nearer, at what CRAFT leaves in doubt.

Over busy art the network answers faintly to letters that it knows well without their surroundings,
or a little larger. So each place that it half believes is cut out, enlarged and looked at once more;
there it is held to the thresholds of its authors, and to more than one letter.
Most pictures have no such place, and cost nothing more.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from pipeline.engines.craft.boxes import Heat, Thresholds, words_in
from pipeline.ports.lettering import Fragment, Pixels

DIM = Thresholds(detection=0.2, text=0.12, link=0.12)
"""Finds what belongs to a half believed word, which may have letters that hardly glow."""
STRICT = Thresholds(detection=0.7, text=0.4, link=0.4, linked=0.4)
"""Those of keras-ocr; without links, a blot or a seal would do, which is no word."""
BELIEVED, SURE = 0.4, 0.7
"""In doubt is what is as hot as the first, and not as hot as the second."""
LEAST_PX = 8.0
BESIDE, ALIKE = 0.9, 2.5
"""Faint spots belong together that are no farther apart, in heights of the lower one, and of which
none is so many times higher."""
AROUND, AROUND_PX = 0.6, 24.0
"""So much is cut out round a place: in its heights, and at least."""
WISHED_PX = 120.0
"""What is cut out is enlarged until the place is so high, but by no more and no less than these."""
LEAST_TIMES, MOST_TIMES = 1.25, 2.0
MOST = 0.5
"""All that is looked at again has so many times the pixels of the picture at most: it bounds time."""
STEP_PX = 32
HIDDEN = 0.3
"""A word of which a surer one covers so much is known already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Box:
    left: float
    top: float
    right: float
    bottom: float

    @property
    def side(self) -> float:
        return min(self.right - self.left, self.bottom - self.top)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Window:
    """A part of the picture, and how many times larger it is to be looked at."""

    left: int
    top: int
    right: int
    bottom: int
    times: float

    @property
    def cost(self) -> float:
        return (self.right - self.left) * (self.bottom - self.top) * self.times**2


def looked_closer(
    rgb: Pixels, heat: tuple[Heat, Heat], words: Sequence[Fragment],
    heat_of: Callable[[Pixels], tuple[Heat, Heat]],
) -> list[Fragment]:  # fmt: skip
    """The words of a picture, those in doubt replaced by what a closer look sees there, if anything.

    `heat` and `words` are what the first look saw; `heat_of` looks at pictures whose sides are
    multiples of 32.
    """
    left = MOST * rgb.shape[0] * rgb.shape[1]
    known = list(words)
    for place in _in_doubt(*heat):
        window = _window(place, rgb.shape)
        if window.cost <= left:
            left -= window.cost
            known = _with(known, list(_seen(rgb, window, heat_of)))
    return known


def _in_doubt(text: Heat, link: Heat) -> list[_Box]:
    """Where faint spots together may be a word; the highest first, which show most."""
    faint = [(_box(word), word.confidence) for word in words_in(text, link, DIM)]
    groups: list[list[tuple[_Box, float]]] = []
    for spot in (spot for spot in faint if spot[0].side >= LEAST_PX):
        near = [group for group in groups if any(_beside(spot[0], other) for other, _ in group)]
        groups = [group for group in groups if group not in near]
        groups.append([spot, *(other for group in near for other in group)])
    places = [
        (max(box.side for box, _ in group), _round([box for box, _ in group]))
        for group in groups if BELIEVED <= max(hottest for _, hottest in group) < SURE
    ]  # fmt: skip
    return [place for _, place in sorted(places, key=lambda one: -one[0])]


def _box(word: Fragment) -> _Box:
    (left, top), (right, bottom) = word.corners.min(axis=0), word.corners.max(axis=0)
    return _Box(left=float(left), top=float(top), right=float(right), bottom=float(bottom))


def _beside(one: _Box, other: _Box) -> bool:
    low, high = sorted((one.side, other.side))
    apart = max(one.left - other.right, other.left - one.right,
                one.top - other.bottom, other.top - one.bottom)  # fmt: skip
    return high < ALIKE * low and apart < BESIDE * low


def _round(boxes: Sequence[_Box]) -> _Box:
    return _Box(left=min(box.left for box in boxes), top=min(box.top for box in boxes),
                right=max(box.right for box in boxes), bottom=max(box.bottom for box in boxes))  # fmt: skip


def _window(place: _Box, shape: tuple[int, ...]) -> _Window:
    around = max(AROUND_PX, AROUND * place.side)
    return _Window(
        left=int(max(0, place.left - around)), top=int(max(0, place.top - around)),
        right=int(min(shape[1], place.right + around)), bottom=int(min(shape[0], place.bottom + around)),
        times=min(MOST_TIMES, max(LEAST_TIMES, WISHED_PX / place.side)),
    )  # fmt: skip


def _seen(
    rgb: Pixels, window: _Window, heat_of: Callable[[Pixels], tuple[Heat, Heat]]
) -> Iterator[Fragment]:
    part = rgb[window.top : window.bottom, window.left : window.right]
    size = tuple(round(side * window.times) for side in part.shape[1::-1])
    large = np.asarray(cv2.resize(part, size, interpolation=cv2.INTER_CUBIC), np.uint8)
    padding = ((0, -large.shape[0] % STEP_PX), (0, -large.shape[1] % STEP_PX), (0, 0))
    text, link = heat_of(np.pad(large, padding, mode="edge"))
    for word in words_in(text, link, STRICT):
        corners = (word.corners / window.times + (window.left, window.top)).astype(np.float32)
        moved = Fragment(corners=corners, confidence=word.confidence)
        if not _cut_off(_box(moved), window, rgb.shape):
            yield moved


def _cut_off(box: _Box, window: _Window, shape: tuple[int, ...]) -> bool:
    """Whether a word reaches the window's edge where the picture goes on."""
    return (
        (window.left > 0 and box.left <= window.left + 2)
        or (window.top > 0 and box.top <= window.top + 2)
        or (window.right < shape[1] and box.right >= window.right - 2)
        or (window.bottom < shape[0] and box.bottom >= window.bottom - 2)
    )


def _with(words: Sequence[Fragment], seen: Sequence[Fragment]) -> list[Fragment]:
    """Words in doubt give way to those that were seen in their place; sure ones hide those."""
    kept = [word for word in words
            if word.confidence >= SURE or not any(_shared(word, other) > 0 for other in seen)]  # fmt: skip
    new = [one for one in seen if all(_shared(one, word) <= HIDDEN for word in kept)]
    return [*kept, *new]


def _shared(one: Fragment, other: Fragment) -> float:
    """How much of the first the other one covers."""
    common, _ = cv2.intersectConvexConvex(one.corners, other.corners)
    return common / max(1.0, cv2.contourArea(one.corners))
