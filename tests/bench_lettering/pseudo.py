"""Pseudo-lettering, as models paint it: letters that are none, cut from real ones and melted together.

Each sign is two glyphs of one face, joined along a cut; some are flipped, some are real. Then the
line is warped by a smooth field, its joints are rounded as if the ink had run, and its stroke
weight wanders.
"""

import numpy as np
import skia
from scipy.ndimage import gaussian_filter, map_coordinates

from tests.bench_lettering.faces import TITLES, row
from tests.bench_lettering.grounds import Rng
from tests.bench_lettering.inks import Look, Sheet, look_for
from tests.bench_lettering.layouts import MARGIN, Role, Wanted, placed
from tests.bench_lettering.truth import HEIGHT, WIDTH, Plane, Split, TrueLine

CAPITALS, SMALL = "ABCDEFGHIKLMNOPRSTUVWY", "abcdeghiklmnoprstuvwy"
HANGUL = "가나다라마바사아자차하강남달별봄숲왕을정한흙꿈책겨울의그림자고요"
OVER = 2
"""Lines are made so many times larger."""
REAL, FLIPPED = 0.2, 0.25
"""How many signs are whole letters, and how many are flipped."""


def lettered(rng: Rng, number: int, sheet: Sheet) -> tuple[TrueLine, ...]:
    """Put lines of signs on a sheet: a title of one to three, one or two small ones, an author's."""
    strips = _strips(rng, number)
    wanted = [
        Wanted(role=role, width=strip.shape[1], height=strip.shape[0]) for role, strip in strips
    ]
    looks: dict[str, Look] = {}
    made: list[TrueLine] = []
    for (role, strip), (x, y) in zip(strips, placed(rng, wanted), strict=True):
        cover = np.zeros((HEIGHT, WIDTH), np.float32)
        left, top = max(0, round(x)), max(0, round(y))
        part = strip[: HEIGHT - top, : WIDTH - left]
        cover[top : top + part.shape[0], left : left + part.shape[1]] = part
        if role not in looks:
            looks[role] = look_for(rng, sheet.background, cover, size=strip.shape[0])
        sheet.letter(cover, looks[role])
        made.append(_line(role, cover))
    return tuple(made)


def _line(role: Role, cover: Plane) -> TrueLine:
    rows, columns = (np.flatnonzero((cover > 0.25).any(axis)) for axis in (1, 0))
    left, top, right, bottom = columns[0], rows[0], columns[-1] + 1, rows[-1] + 1
    corners = [(left, top), (right, top), (right, bottom), (left, bottom)]
    return TrueLine(corners=np.array(corners, np.float32), words="", role=role)


def _strips(rng: Rng, number: int) -> list[tuple[Role, Plane]]:
    korean = number % 3 == 2
    split = Split.KOREAN if korean else Split.ENGLISH
    faces = [str(face) for face in rng.choice(TITLES[split], 2, replace=False)]
    roles: list[tuple[Role, str, float]] = [
        ("title", faces[0], float(rng.integers(48, 92)))] * int(rng.integers(1, 4))  # fmt: skip
    roles += [("small", faces[1], float(rng.integers(18, 30)))] * int(rng.integers(1, 3))
    roles.append(("author", faces[1], float(rng.integers(24, 42))))
    capitals = bool(rng.random() < 0.6)
    pool = HANGUL if korean else CAPITALS if capitals else CAPITALS[:4] + SMALL
    return [(role, _strip(rng, face, em, pool, words=1 if role == "title" else int(rng.integers(2, 4))))
            for role, face, em in roles]  # fmt: skip


def _strip(rng: Rng, face: str, em: float, pool: str, *, words: int) -> Plane:
    """A line of signs as coverage, cut to its ink and no wider than the margins leave."""
    fewest, most = (2, 5) if pool is HANGUL else (4, 9)
    big = em * OVER
    cells: list[Plane] = []
    for index in range(words):
        if index:
            cells.append(np.zeros((round(1.7 * big), round(0.34 * big)), np.float32))
        cells += [_sign(rng, face, big, pool) for _ in range(int(rng.integers(fewest, most)))]
    line = np.pad(np.concatenate(cells, axis=1), ((0, 0), (round(0.2 * big), round(0.2 * big))))
    drawn = _cut_to_ink(_melted(rng, _warped(rng, line, big), big))
    room = WIDTH - 2 * MARGIN
    scale = min(1 / OVER, room / drawn.shape[1])
    return _cut_to_ink(_scaled(drawn, scale))


def _sign(rng: Rng, face: str, em: float, pool: str) -> Plane:
    """A cell of 1.7 ems' height: two glyphs on either side of a cut, or one."""
    first, second = (_glyph(str(char), face, em) for char in rng.choice(tuple(pool), 2))
    width = max(first.shape[1], second.shape[1]) if rng.random() < 0.5 else first.shape[1]
    first, second = _wide(first, width), _wide(second, width)
    if rng.random() < REAL:
        return first
    if rng.random() < FLIPPED:
        second = second[:, ::-1]
    angle, along = rng.uniform(0, np.pi), rng.uniform(-0.12, 0.12) * em
    y, x = np.mgrid[: first.shape[0], : first.shape[1]]
    side = np.cos(angle) * (x - width / 2) + np.sin(angle) * (y - 0.85 * em) > along
    return np.where(side, first, second)


def _glyph(char: str, face: str, em: float) -> Plane:
    """A character on the baseline at 1.2 ems, in a cell as wide as its ink and some air."""
    path = row(char, face, small=False)
    ink = path.computeTightBounds()
    width = max(1, round((ink.width() + 0.1) * em))
    path.transform(skia.Matrix().setScale(em, em).postTranslate((0.05 - ink.left()) * em, 1.2 * em))
    plane = np.zeros((round(1.7 * em), width, 4), np.uint8)
    surface = skia.Surface(plane)
    surface.getCanvas().drawPath(path, skia.Paint(AntiAlias=True, Color=skia.ColorWHITE))
    surface.flushAndSubmit()
    return plane[..., 3].astype(np.float32) / 255


def _wide(cell: Plane, width: int) -> Plane:
    missing = width - cell.shape[1]
    if missing <= 0:
        return cell[:, -missing // 2 : -missing // 2 + width]
    return np.pad(cell, ((0, 0), (missing // 2, missing - missing // 2)))


def _warped(rng: Rng, line: Plane, em: float) -> Plane:
    """Moved by a smooth field of some percent of an em."""
    y, x = np.mgrid[: line.shape[0], : line.shape[1]].astype(np.float32)
    strength = rng.uniform(0.03, 0.07) * em
    return map_coordinates(line, (y + strength * _field(rng, line, 0.22 * em),
                                  x + strength * _field(rng, line, 0.22 * em)), order=1)  # fmt: skip


def _melted(rng: Rng, line: Plane, em: float) -> Plane:
    """Joints rounded and strokes of wandering weight; edges a little soft."""
    level = 0.42 + 0.07 * _field(rng, line, 0.3 * em)
    return np.clip((gaussian_filter(line, 0.022 * em) - level) / 0.22 + 0.5, 0, 1)


def _field(rng: Rng, line: Plane, length: float) -> Plane:
    noise = gaussian_filter(rng.normal(size=line.shape).astype(np.float32), length, mode="wrap")
    return noise / max(float(noise.std()), 1e-9)


def _scaled(strip: Plane, scale: float) -> Plane:
    from PIL import Image  # noqa: PLC0415

    size = (max(1, round(strip.shape[1] * scale)), max(1, round(strip.shape[0] * scale)))
    return np.asarray(Image.fromarray(strip).resize(size, Image.Resampling.BOX), np.float32)


def _cut_to_ink(strip: Plane) -> Plane:
    rows, columns = (np.flatnonzero((strip > 0.1).any(axis)) for axis in (1, 0))
    return strip[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
