"""Covers whose lettering does not run from left to right: tilted, turned like a spine's, stacked,
in perspective."""

import skia

from tests.bench_lettering import words
from tests.bench_lettering.covers import corners_of
from tests.bench_lettering.faces import TITLES, row, stack
from tests.bench_lettering.grounds import Rng
from tests.bench_lettering.inks import Sheet, coverage, look_for
from tests.bench_lettering.truth import HEIGHT, WIDTH, Split, TrueLine

WAYS = ("tilted", "stacked", "spine", "perspective")


def lettered(rng: Rng, number: int, sheet: Sheet) -> tuple[TrueLine, ...]:
    """One title a cover, its lines all in one way."""
    way = WAYS[number % len(WAYS)]
    split = Split.KOREAN if way == "stacked" or number // len(WAYS) % 2 else Split.ENGLISH
    title = words.TITLES[split][(7 * number + 3) % len(words.TITLES[split])]
    face = TITLES[split][(5 * number + 1) % len(TITLES[split])]
    paths = [
        stack(text, face) if way == "stacked" else row(text, face, small=False) for text in title
    ]
    inks = [path.computeTightBounds() for path in paths]
    made: list[TrueLine] = []
    look = None
    for text, path, ink, matrix in zip(title, paths, inks, _MATRICES[way](rng, inks), strict=True):
        corners = corners_of(ink, matrix)
        path.transform(matrix)
        cover = coverage(path)
        look = look or look_for(rng, sheet.background, cover, size=60)
        sheet.letter(cover, look)
        made.append(TrueLine(corners=corners, words=text, role=way))
    return tuple(made)


def _tilted(rng: Rng, inks: list[skia.Rect]) -> list[skia.Matrix]:
    """By 6 to 35 degrees, round the middle of the cover."""
    angle = float(rng.uniform(6, 35) * rng.choice((-1, 1)))
    return [
        _after(m, skia.Matrix().setRotate(angle, WIDTH / 2, HEIGHT / 2))
        for m in _rows(inks, 0.72 * WIDTH)
    ]


def _spine(rng: Rng, inks: list[skia.Rect]) -> list[skia.Matrix]:
    """By a quarter, clockwise or the other way."""
    angle = float(rng.choice((-90, 90)))
    return [
        _after(m, skia.Matrix().setRotate(angle, WIDTH / 2, HEIGHT / 2))
        for m in _rows(inks, 0.8 * WIDTH)
    ]


def _perspective(rng: Rng, inks: list[skia.Rect]) -> list[skia.Matrix]:
    """As on a wall that one sees from the side."""
    lean = float(rng.uniform(0.0004, 0.001) * rng.choice((-1, 1)))
    wall = skia.Matrix()
    wall.setAll(1, 0, 0, 0.12, 1, -0.06 * WIDTH, lean, 0, 1)
    back = skia.Matrix().setTranslate(-WIDTH / 2, -HEIGHT / 2)
    forth = skia.Matrix().setTranslate(WIDTH / 2, HEIGHT / 2)
    return [_after(_after(_after(m, back), wall), forth) for m in _rows(inks, 0.72 * WIDTH)]


def _stacked(rng: Rng, inks: list[skia.Rect]) -> list[skia.Matrix]:
    """Columns from right to left, as high as the longest may be."""
    em = min(float(rng.uniform(48, 84)), *(0.86 * HEIGHT / ink.height() for ink in inks))
    right, top = float(rng.uniform(0.55, 0.9)) * WIDTH, float(rng.uniform(30, 60))
    matrices: list[skia.Matrix] = []
    for index, ink in enumerate(inks):
        matrix = skia.Matrix().setScale(em, em)
        matrix.postTranslate(right - 1.35 * em * index - ink.centerX() * em, top - ink.top() * em)
        matrices.append(matrix)
    return matrices


_MATRICES = {"tilted": _tilted, "spine": _spine, "perspective": _perspective, "stacked": _stacked}


def _rows(inks: list[skia.Rect], room: float) -> list[skia.Matrix]:
    """Lines in ems put one under the other round the middle of the cover, no wider than `room`."""
    em = min(90.0, *(room / ink.width() for ink in inks))
    pitch = em * (max(ink.height() for ink in inks) + 0.3)
    first = HEIGHT / 2 - pitch * len(inks) / 2
    matrices: list[skia.Matrix] = []
    for index, ink in enumerate(inks):
        matrix = skia.Matrix().setScale(em, em)
        matrix.postTranslate(WIDTH / 2 - ink.centerX() * em, first + pitch * index - ink.top() * em)
        matrices.append(matrix)
    return matrices


def _after(first: skia.Matrix, second: skia.Matrix) -> skia.Matrix:
    return skia.Matrix.Concat(second, first)
