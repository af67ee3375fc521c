"""What lies between the art and the letters: tones over the art, and effects round the letters.

Distances of effects are shares of the em, those of tones are fractions of the cover.
"""

import functools
from collections.abc import Callable

import numpy as np
import skia
from numpy.typing import NDArray

from pipeline.domain.geometry import Box
from pipeline.domain.layout import Effect, EffectKind, Material, Tone
from pipeline.drawing.canvas import fill, linear, shaded, soft_shadow, stroke
from pipeline.drawing.colour import rgb
from pipeline.typography.materials import Letters

Ramp = NDArray[np.float32]

EDGE = 0.004
"""A tone whose box comes this near to the cover's edge runs off the page without fading."""
SOFT = tuple(step / 8 for step in range(9))


def draw_tone(canvas: skia.Canvas, tone: Tone, page: tuple[float, float]) -> None:
    """One tone over a page of (width, height) units; full in its box, then eased to nothing."""
    width, height = page
    reach = reach_of(tone, width / height)
    left, right = reach.x * width, reach.right * width
    top, bottom = reach.y * height, reach.bottom * height
    across = _ramp((left, 0), (right, 0), tone, tone.box.x * width, tone.box.right * width)
    down = _ramp((0, top), (0, bottom), tone, tone.box.y * height, tone.box.bottom * height)
    if reach.x <= 0 and reach.right >= 1:
        shader = down
    elif reach.y <= 0 and reach.bottom >= 1:
        shader = across
    else:
        shader = skia.Shaders.Blend(skia.BlendMode.kDstIn, down, across)
    area = skia.Rect.MakeLTRB(left, top, right, bottom)
    canvas.drawRect(area, shaded(shader, tone.strength))


def lay_tone(canvas: skia.Canvas, tone: Tone, size: tuple[int, int], rows: slice) -> None:
    """The same as `draw_tone` on pixels: a cover of `size`, of which `rows` are on the canvas.

    One pixel of the canvas is one of the cover. A mask made of two ramps takes a third of the
    time of two gradients.
    """
    width, height = size
    reach = reach_of(tone, width / height)
    across = _share(width, (reach.x, tone.box.x, tone.box.right, reach.right))
    down = _share(height, (reach.y, tone.box.y, tone.box.bottom, reach.bottom))[rows]
    first, last = _extent(down)
    left, right = _extent(across)
    if first == last or left == right:
        return
    # products of two shares as sixteen bits, of which the upper eight are an opacity
    ramp = (255 * tone.strength * down[first:last]).astype(np.uint16)
    mask = (ramp[:, None] * (256 * across[left:right]).astype(np.uint16) + 128) >> 8
    pixels = np.take(_opacities(tone.colour), mask).view(np.uint8).reshape(*mask.shape, 4)
    image = skia.Image.fromarray(pixels, colorType=skia.kRGBA_8888_ColorType,
                                 alphaType=skia.kPremul_AlphaType)  # fmt: skip
    canvas.drawImage(image, left, rows.start + first)


@functools.lru_cache(maxsize=64)
def _opacities(colour: str) -> NDArray[np.uint32]:
    """A colour at each opacity from 0 to 255, premultiplied, four bytes as one number."""
    parts = np.round(np.outer(np.arange(256), (*rgb(colour), 1.0)))
    return parts.astype(np.uint8).view(np.uint32).ravel()


def _share(length: int, stops: tuple[float, float, float, float]) -> Ramp:
    """How full a tone is at each pixel of a side, 0 to 1: it rises, is full, and falls."""
    start, full, until, end = (stop * length for stop in stops)
    at = np.arange(length, dtype=np.float32) + 0.5
    rise = np.clip((at - start) / max(full - start, 1e-6), 0, 1) if start > 0 else np.ones_like(at)
    fall = np.clip((end - at) / max(end - until, 1e-6), 0, 1) if end < length else np.ones_like(at)
    inside = (at >= start) & (at <= end)
    return np.asarray(_eased_all(np.minimum(rise, fall)) * inside, np.float32)


def _eased_all(share: Ramp) -> Ramp:
    return np.asarray(share**3 * (share * (6 * share - 15) + 10), np.float32)


def _extent(ramp: Ramp) -> tuple[int, int]:
    """From the first to after the last pixel that a ramp reaches."""
    some = np.flatnonzero(ramp > 1e-3)
    return (int(some[0]), int(some[-1]) + 1) if some.size else (0, 0)


def room_of(effects: tuple[Effect, ...], material: Material) -> float:
    """How far a block is drawn beyond its letters' outline at most, in ems."""
    sides = 0.3 if material is Material.EXTRUDE else 0.06
    return sides + 3.0 * max((effect.size for effect in effects), default=0.0)


def reach_of(tone: Tone, aspect: float) -> Box:
    """The box in which `tone` is seen at all: with its fade, cut at the cover's edges."""
    box, fade, aside = tone.box, tone.fade, tone.fade / aspect
    return Box.edges(
        0.0 if box.x <= EDGE else box.x - aside,
        0.0 if box.y <= EDGE else box.y - fade,
        1.0 if box.right >= 1 - EDGE else box.right + aside,
        1.0 if box.bottom >= 1 - EDGE else box.bottom + fade,
    )


def _ramp(
    start: tuple[float, float], end: tuple[float, float], tone: Tone, full: float, until: float
) -> skia.Shader:
    """Opacity 0 at `start`, 1 between the coordinates `full` and `until`, 0 again at `end`.

    A side on which the tone runs off the page has no way to fade on, and stays opaque.
    """
    axis = 0 if end[0] != start[0] else 1
    low, length = start[axis], max(end[axis] - start[axis], 1e-6)
    rise = max(0.0, (full - low) / length)
    fall = min(1.0, (until - low) / length)
    stops: list[float] = []
    alphas: list[float] = []
    for step in SOFT if rise > 0 else (1.0,):
        stops.append(rise * step)
        alphas.append(_eased(step))
    for step in SOFT if fall < 1 else (0.0,):
        stops.append(fall + (1 - fall) * step)
        alphas.append(1 - _eased(step))
    return linear(start, end, [tone.colour] * len(stops), stops, alphas)


def _eased(share: float) -> float:
    """Smootherstep: no visible beginning and no visible end."""
    return share**3 * (share * (6 * share - 15) + 10)


def draw_effects(
    canvas: skia.Canvas, letters: Letters, effects: tuple[Effect, ...], ink: str
) -> None:
    """The effects under `letters` in a fixed order: panel, halo, shadow, outline."""
    for effect in sorted(effects, key=lambda effect: _ORDER.index(effect.kind)):
        _DRAW[effect.kind](canvas, letters, effect, ink)


def _shadow(canvas: skia.Canvas, letters: Letters, effect: Effect, _ink: str) -> None:
    size = effect.size * letters.em
    soft_shadow(canvas, letters.path, 0.35 * size, 0.5 * size, 0.5 * size,
                effect.colour, effect.strength)  # fmt: skip


def _halo(canvas: skia.Canvas, letters: Letters, effect: Effect, _ink: str) -> None:
    """A blurred, fattened copy: tight near the letters, gone at about twice its size."""
    size = effect.size * letters.em
    paint = stroke(effect.colour, size, effect.strength)
    paint.setStyle(skia.Paint.kStrokeAndFill_Style)
    paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 0.55 * size))
    canvas.drawPath(letters.path, paint)


def _outline(canvas: skia.Canvas, letters: Letters, effect: Effect, _ink: str) -> None:
    width = 2 * effect.size * letters.em
    canvas.drawPath(letters.path, stroke(effect.colour, width, effect.strength))


def _panel(canvas: skia.Canvas, letters: Letters, effect: Effect, ink: str) -> None:
    """A label: a plate with a fine rule in the letters' ink set inside its edge."""
    pad = effect.size * letters.em
    plate = letters.path.computeTightBounds()
    plate.outset(1.25 * pad, pad)
    soft = skia.Path()
    soft.addRect(plate)
    soft_shadow(canvas, soft, 0, 0.06 * pad, 0.10 * pad, "#000000", 0.28 * effect.strength)
    canvas.drawRect(plate, fill(effect.colour, effect.strength))
    rule = max(0.012 * letters.em, 1.1)
    plate.inset(0.26 * pad, 0.26 * pad)
    canvas.drawRect(plate, stroke(ink, rule, 0.75, StrokeJoin=skia.Paint.kMiter_Join))


_ORDER = (EffectKind.PANEL, EffectKind.HALO, EffectKind.SHADOW, EffectKind.OUTLINE)
_DRAW: dict[EffectKind, Callable[[skia.Canvas, Letters, Effect, str], None]] = {
    EffectKind.SHADOW: _shadow,
    EffectKind.HALO: _halo,
    EffectKind.OUTLINE: _outline,
    EffectKind.PANEL: _panel,
}
