"""Covers with words on them, as designers letter them, in English and Korean."""

import numpy as np
import skia

from pipeline.ports.lettering import Corners
from tests.bench_lettering import words
from tests.bench_lettering.faces import SMALL, TITLES, row
from tests.bench_lettering.grounds import Rng
from tests.bench_lettering.inks import Look, Sheet, coverage, look_for
from tests.bench_lettering.layouts import MARGIN, Role, Wanted, placed
from tests.bench_lettering.truth import WIDTH, Split, TrueLine

TITLE_PX, SMALL_PX, AUTHOR_PX = (52, 112), (19, 30), (24, 42)
"""Ems, in pixels; what is too wide becomes smaller."""
TRACKINGS = (0.0, 0.0, 0.02, 0.08, 0.16)
"""Of small lines and authors, in ems: capitals on covers are often spaced."""


def lettered(rng: Rng, split: Split, number: int, sheet: Sheet) -> tuple[TrueLine, ...]:
    """Letter a sheet; the lines that it got."""
    lines = _lines(rng, split, number)
    inks = [path.computeTightBounds() for _, _, path, _ in lines]
    wanted = [Wanted(role=role, width=ink.width(), height=ink.height())
              for (role, *_), ink in zip(lines, inks, strict=True)]  # fmt: skip
    looks: dict[str, Look] = {}
    made: list[TrueLine] = []
    places = placed(rng, wanted)
    for (role, text, path, size), ink, (x, y) in zip(lines, inks, places, strict=True):
        path.transform(skia.Matrix().setTranslate(x - ink.left(), y - ink.top()))
        cover = coverage(path)
        if role not in looks:
            looks[role] = look_for(rng, sheet.background, cover, size=size)
        sheet.letter(cover, looks[role])
        made.append(TrueLine(corners=corners_of(path.computeTightBounds()), words=text, role=role))
    return tuple(made)


def corners_of(ink: skia.Rect, matrix: skia.Matrix | None = None) -> Corners:
    """A rectangle's corners, clockwise from the upper left, moved by a matrix."""
    points = [skia.Point(x, y) for x, y in ((ink.left(), ink.top()), (ink.right(), ink.top()),
                                            (ink.right(), ink.bottom()), (ink.left(), ink.bottom()))]  # fmt: skip
    moved = matrix.mapPoints(points) if matrix else points
    return np.array([(point.x(), point.y()) for point in moved], np.float32)


def _lines(rng: Rng, split: Split, number: int) -> list[tuple[Role, str, skia.Path, float]]:
    """What stands on the cover: role, words, path from the origin in pixels, em in pixels."""
    faces, small = TITLES[split], SMALL[split]
    title = words.TITLES[split][number % len(words.TITLES[split])]
    face, calm = faces[(number + number // len(faces)) % len(faces)], small[number % len(small)]
    em = min(float(rng.integers(*TITLE_PX)), *(_fitting(line, face, small=False) for line in title))
    lines: list[tuple[Role, str, skia.Path, float]] = []
    lines += [
        ("title", text, _path(text, face, em, small=False, tracking=0.0), em) for text in title
    ]
    for role, texts, sizes in (("small", words.SMALL[split], SMALL_PX), ("author", words.AUTHORS[split], AUTHOR_PX)):  # fmt: skip
        text = texts[number % len(texts)]
        tracking = float(rng.choice(TRACKINGS))
        size = min(float(rng.integers(*sizes)), _fitting(text, calm, small=True, tracking=tracking))
        lines.append((role, text, _path(text, calm, size, small=True, tracking=tracking), size))
    return lines


def _fitting(text: str, face: str, *, small: bool, tracking: float = 0.0) -> float:
    """The largest em at which a line fits between the margins."""
    return (WIDTH - 2 * MARGIN) / row(
        text, face, small=small, tracking=tracking
    ).computeTightBounds().width()


def _path(text: str, face: str, em: float, *, small: bool, tracking: float) -> skia.Path:
    path = row(text, face, small=small, tracking=tracking)
    path.transform(skia.Matrix().setScale(em, em))
    return path
