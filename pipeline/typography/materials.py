"""What letters are made of: drawn from their outline, at any size, and into a PDF as vectors.

Every distance is a share of the em, so that a subtitle gets the same craft as a title. Light
comes from the upper left.
"""

import functools
import math
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import skia

from pipeline.domain.layout import Material
from pipeline.drawing.canvas import fill, linear, shaded
from pipeline.drawing.colour import (
    from_oklab,
    lighter,
    oklch,
    rgb,
    to_oklab,
    to_oklch,
)
from pipeline.drawing.foil import RAMPS, foil_colour, foil_shader, nearest_tint
from pipeline.typography.outlines import grown, roughened

FOIL_SEED = 5
EDGED = 60.0
"""The smallest em, in units, whose stamped edges can be seen: half a pixel of a preview."""
KEYLINE = 0.018
"""Width of the light line round a comic's letters, in ems."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letters:
    """Lettering ready to be drawn: an outline in units, its em, and the page's size in units.

    `lines` are the bounds of each line, from the first to the last; none means one. A `sketch`
    is drawn to be measured, and leaves out edges that are less than a pixel wide at that scale.
    """

    path: skia.Path
    em: float
    page: tuple[float, float]
    lines: tuple[skia.Rect, ...] = ()
    sketch: bool = False


def draw_letters(canvas: skia.Canvas, letters: Letters, colour: str, material: Material) -> None:
    """Draws `letters` in `colour`, made of `material`."""
    _DRAW[material](canvas, letters, colour)


def edge_of(material: Material) -> float:
    """How far the letters reach beyond their outline, in ems, with an edge that is their own."""
    return KEYLINE if material is Material.EXTRUDE else 0.0


def _flat(canvas: skia.Canvas, letters: Letters, colour: str) -> None:
    canvas.drawPath(letters.path, fill(colour))


def _foil(canvas: skia.Canvas, letters: Letters, colour: str) -> None:
    """Hot-stamped metal, pressed into the board: a shaded upper edge and a lit lower one."""
    path, em = letters.path, letters.em
    if letters.sketch or em < EDGED:
        canvas.drawPath(path, shaded(_metal(letters.page, colour)))
        return
    depth = 0.008 * em
    _copy(canvas, path, depth * 1.1, depth * 1.1, fill("#ffffff", 0.2))
    _copy(canvas, path, -depth, -depth, fill("#000000", 0.42))
    # the rim is what the metal leaves bare: a clipped stroke would take four times as long
    canvas.drawPath(path, fill(lighter(colour, -0.22)))
    _copy(canvas, path, 0.55 * depth, 0.55 * depth, shaded(_metal(letters.page, colour)))


def _metal(page: tuple[float, float], colour: str) -> skia.Shader:
    """A stock metal where `colour` is one; else silver dyed so that its middle tone is `colour`."""
    tint = nearest_tint(colour)
    if math.dist(to_oklab(foil_colour(tint)), to_oklab(colour)) < 0.05:
        return foil_shader(*page, FOIL_SEED, tint)
    return foil_shader(*page, FOIL_SEED, "silver").makeWithColorFilter(_dye(colour))


@functools.lru_cache(maxsize=64)
def _dye(colour: str) -> skia.ColorFilter:
    """Maps silver's ramp, channel by channel, to one round `colour`; dark foil shines less."""
    lightness, chroma, hue = to_oklch(colour)
    reach = min(0.1 + 0.1 * lightness, max(0.07, 1.12 - lightness))
    ramp = [
        rgb(oklch(lightness + reach * lift, chroma * dyed, hue + turn))
        for lift, dyed, turn in (
            (-0.9, 0.9, -8), (-0.45, 1, -4), (0, 1, 0), (0.5, 0.95, 3), (1, 0.8, 5)
        )
    ]  # fmt: skip
    silver = [rgb(step) for step in RAMPS["silver"]]
    levels = np.linspace(0, 1, 256)
    tables = [np.interp(levels, [s[c] for s in silver], [r[c] for r in ramp]) for c in range(3)]
    whole = [round(255 * level) for level in levels]
    return skia.TableColorFilter.MakeARGB(
        whole, *([round(255 * float(v)) for v in table] for table in tables)
    )


def _letterpress(canvas: skia.Canvas, letters: Letters, colour: str) -> None:
    """Ink pressed into soft paper: more ink at the rim, paper's lip lit on the far side."""
    path, em = letters.path, letters.em
    bounds, rim = path.getBounds(), lighter(colour, -0.13)
    ink = shaded(linear((0, bounds.top()), (0, bounds.bottom()),
                        [lighter(colour, -0.02), lighter(colour, 0.025)]))  # fmt: skip
    if letters.sketch or em < EDGED:
        canvas.drawPath(path, ink)
        return
    bite = 0.010 * em
    _copy(canvas, path, bite, bite, fill("#ffffff", 0.38))
    _copy(canvas, path, -0.6 * bite, -0.6 * bite, fill("#000000", 0.16))
    canvas.drawPath(path, fill(rim))
    _copy(canvas, path, 0.55 * bite, 0.55 * bite, ink)


def _lino(canvas: skia.Canvas, letters: Letters, colour: str) -> None:
    """Cut with a gouge: straight little facets instead of curves, no two edges alike."""
    canvas.drawPath(roughened(letters.path, letters.em), fill(colour))


def _riso(canvas: skia.Canvas, letters: Letters, colour: str) -> None:
    """Two drums out of register; light letters are left open in both, so their fringe is under."""
    lightness, chroma, hue = to_oklch(colour)
    slip = 0.018 * letters.em
    # black and white have no opposite: their fringe is grey
    vivid = 1.0 if chroma > 0.04 else 0.1
    if lightness > 0.62:
        under = oklch(0.55, 0.17 * vivid, (hue + 150) % 360)
        _copy(canvas, letters.path, slip, 0.6 * slip, fill(under, 0.9))
        canvas.drawPath(letters.path, fill(colour))
        return
    second = oklch(0.76, vivid * max(0.14, 0.8 * chroma), (hue + 150) % 360)
    overprint = fill(second, 0.9, BlendMode=skia.BlendMode.kMultiply)
    _copy(canvas, letters.path, slip, 0.6 * slip, overprint)
    # riso ink is soy: a little of what was printed first shows through
    canvas.drawPath(letters.path, fill(colour, 0.93))


def _extrude(canvas: skia.Canvas, letters: Letters, colour: str) -> None:
    """A comic's lettering: a thick outline, depth to the lower right, a keyline, a lit face."""
    path, em = letters.path, letters.em
    side, keyline = _comic_inks(colour)
    body = grown(path, 0.075 * em)
    # a scallop between two round copies is a 450th of an em deep: nobody sees the steps
    steps = 1 if letters.sketch else 2 if em < EDGED else 3
    depth = 0.085 * em
    for step in range(steps, -1, -1):
        _copy(canvas, body, 0.8 * depth * step / steps, depth * step / steps, fill(side))
    canvas.drawPath(grown(path, KEYLINE * em), fill(keyline))
    canvas.drawPath(path, shaded(_lit(letters, colour)))


def _lit(letters: Letters, colour: str) -> skia.Shader:
    """Each line lighter towards its top."""
    lightness, a, b = to_oklab(colour)
    light = from_oklab(min(0.96, lightness + 0.07), 0.85 * a, b + 0.02)
    bounds = letters.path.getBounds()
    top, height = bounds.top(), max(bounds.height(), 1e-3)
    lines = letters.lines or (bounds,)
    if any(after.top() <= before.top() for before, after in pairwise(lines)):
        lines = (bounds,)  # columns stand side by side
    stops, colours = [0.0], [light]
    for line in lines:
        for share, step in ((0.0, light), (0.15, light), (0.8, colour), (1.0, colour)):
            stops.append(
                max(stops[-1], min(1.0, (line.top() + share * line.height() - top) / height))
            )
            colours.append(step)
    return linear((0, top), (0, top + height), colours, stops)


def _comic_inks(colour: str) -> tuple[str, str]:
    """Side and keyline for a face of `colour`: dark round a light face, light round a dark one."""
    lightness, chroma, hue = to_oklch(colour)
    if lightness > 0.5:
        return oklch(0.2, min(0.09, 0.03 + chroma * 0.4), (hue + 200) % 360), "#fffdf2"
    return oklch(0.82, 0.16, 78), "#fffdf2"


def _copy(canvas: skia.Canvas, path: skia.Path, dx: float, dy: float, paint: skia.Paint) -> None:
    canvas.save()
    canvas.translate(dx, dy)
    canvas.drawPath(path, paint)
    canvas.restore()


_DRAW: dict[Material, Callable[[skia.Canvas, Letters, str], None]] = {
    Material.FLAT: _flat,
    Material.FOIL: _foil,
    Material.LETTERPRESS: _letterpress,
    Material.LINO: _lino,
    Material.RISO: _riso,
    Material.EXTRUDE: _extrude,
}
