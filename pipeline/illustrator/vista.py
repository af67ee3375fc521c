"""A layered, atmospheric view: sky, light, ridges that fade with distance, a prop on one of them."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import skia

from pipeline.drawing.canvas import Point, fill, glow, linear, shaded
from pipeline.drawing.colour import luminance, mix
from pipeline.illustrator.scenery import city, sky, terrain
from pipeline.illustrator.scenery.prop import Dyes, Place, Prop, draw, frame
from pipeline.illustrator.scenery.props import PROPS
from pipeline.illustrator.scenery.terrain import Line

SETTINGS = ("mountains", "forest", "field", "desert", "snow", "city", "river", "village", "road",
            "garden", "sky")  # fmt: skip
DEPTHS = (0.03, 0.19, 0.4, 0.64, 0.88)
"""Where the layers lie between the horizon (0) and the lower edge (1)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Air:
    """The colours of one view: sky from above to the horizon, light, land from far to near."""

    zenith: str
    middle: str
    horizon: str
    light: str
    far: str
    near: str
    accent: str
    lamp: str

    @property
    def night(self) -> bool:
        """Whether stars may show."""
        return luminance(self.zenith) < 0.06


@dataclass(frozen=True, slots=True, kw_only=True)
class Vista:
    """What to draw; all lengths in units.

    `horizon` is where the sky meets the farthest land; `disc` the sun or moon; `stand` the
    rectangle that `lead` fills, standing on its lower edge; `walker` stands at `walker_at` on the
    nearest ground, `walker_height` tall. `floor` is where the nearest, darkest land begins (near
    the lower edge by default): below it lettering may stand.
    """

    page: skia.Rect
    air: Air
    setting: str
    horizon: float
    rng: Callable[[str], np.random.Generator]
    disc: tuple[Point, float] | None = None
    lead: Prop | None = None
    stand: skia.Rect = field(default_factory=skia.Rect.MakeEmpty)
    walker: Prop | None = None
    walker_at: Point = (0.0, 0.0)
    walker_height: float = 0.0
    keep_out: tuple[skia.Rect, ...] = ()
    floor: float | None = None
    sparse: bool = False


def paint_vista(canvas: skia.Canvas, vista: Vista) -> None:
    """Draw all of it, back to front."""
    _above(canvas, vista)
    stage = _stage(vista)
    if vista.lead is not None and vista.lead.place is Place.AIR:
        _float(canvas, vista, vista.lead)
    for layer in range(len(DEPTHS)):
        line = _line(vista, layer)
        if layer == stage:
            line = _prepare(canvas, vista, line, layer)
        _land(canvas, vista, line, layer)
    if vista.walker is not None:
        _walk(canvas, vista, vista.walker)
    if vista.setting == "snow":
        sky.snowfall(canvas, vista.rng("flakes"), vista.page, "#ffffff", vista.keep_out)


def _above(canvas: skia.Canvas, vista: Vista) -> None:
    air, page = vista.air, vista.page
    sky.heaven(canvas, page, (air.zenith, air.middle, air.horizon), vista.horizon)
    high = skia.Rect.MakeLTRB(page.left(), page.top(), page.right(), vista.horizon)
    if air.night:
        sky.stars(canvas, vista.rng("stars"), high, air.light, 230, vista.keep_out)
    band = skia.Rect.MakeLTRB(
        page.left(), page.top() + 0.1 * high.height(), page.right(), vista.horizon
    )
    sky.clouds(canvas, vista.rng("clouds"), band, mix(air.horizon, air.light, 0.3), 0.34)
    if vista.disc is not None:
        centre, radius = vista.disc
        if air.night:
            sky.moon(canvas, vista.rng("moon"), centre, radius, air.light, air.middle)
        else:
            sky.sun(canvas, centre, radius, air.light)
    low = skia.Rect.MakeLTRB(page.left(), (page.top() + vista.horizon) / 2, page.right(),
                             vista.horizon + 0.06 * page.height())  # fmt: skip
    if not vista.sparse:
        sky.clouds(
            canvas, vista.rng("veil"), low, mix(air.horizon, air.middle, 0.35), 0.5, cover=0.36
        )


def _base(vista: Vista, layer: int) -> float:
    if vista.floor is None:
        return vista.horizon + (vista.page.bottom() - vista.horizon) * DEPTHS[layer]
    return vista.horizon + (vista.floor - vista.horizon) * DEPTHS[layer] / DEPTHS[-1]


def _colour(vista: Vista, layer: int) -> str:
    return mix(vista.air.far, vista.air.near, (layer / (len(DEPTHS) - 1)) ** 0.9)


def _stage(vista: Vista) -> int:
    """The layer on which the lead stands: the nearest one that begins above its foot."""
    if vista.lead is None or vista.lead.place is Place.AIR:
        return -1
    bases = [_base(vista, layer) for layer in range(len(DEPTHS))]
    below = [i for i, base in enumerate(bases) if base <= vista.stand.bottom() + 30]
    return max(1, *below) if below else 1


def _line(vista: Vista, layer: int) -> Line:
    """The upper edge of one layer."""
    rng = vista.rng(f"ridge {layer}")
    depth = (vista.floor or vista.page.bottom()) - vista.horizon
    width, base = vista.page.right(), _base(vista, layer)
    rise = max(min(0.5 * depth, 0.36 * vista.page.width()), 60.0)
    match vista.setting:
        case "mountains" | "snow" if layer < 2:
            line = terrain.peaks(rng, width, base + 0.1 * depth, rise * (0.95 - 0.3 * layer))
        case "desert":
            line = terrain.dunes(rng, width, base, rise * 0.42)
        case "sky":
            line = terrain.cloudbank(rng, width, base + 0.06 * depth, rise * (0.34 + 0.1 * layer))
        case "city":
            line = terrain.hills(rng, width, base, rise * 0.12, rough=0.0)
        case "road" | "river":
            line = terrain.hills(rng, width, base, rise * (0.4 - 0.09 * layer), rough=0.012)
        case "field" | "garden" | "village":
            line = terrain.hills(rng, width, base, rise * (0.44 - 0.05 * layer), rough=0.012)
        case _:
            line = terrain.hills(rng, width, base, rise * (0.6 - 0.06 * layer), rough=0.07)
    return line


def _prepare(canvas: skia.Canvas, vista: Vista, line: Line, layer: int) -> Line:
    """Raise the ground under the lead and draw it just before that ground."""
    lead, air = vista.lead, vista.air
    if lead is None:
        return line
    colour = _colour(vista, layer)
    w, h = lead.size
    scale = min(vista.stand.width() / w, vista.stand.height() / h)
    centre = (vista.stand.centerX(), vista.stand.bottom() - h * scale * 0.5)
    glow(canvas, centre, max(w, h) * scale * 0.95, air.light, 0.3)
    body = mix(colour, air.near, 0.3)
    draw(canvas, lead, vista.stand, Dyes(body=body, foot=colour, shade=mix(body, air.near, 0.6),
                                         accent=mix(air.accent, body, 0.45), light=air.lamp))  # fmt: skip
    return terrain.raised(
        line,
        vista.stand.centerX(),
        max(w * scale * 0.62, 0.12 * vista.page.width()),
        vista.stand.bottom() - 2,
    )


def _float(canvas: skia.Canvas, vista: Vista, lead: Prop) -> None:
    """The lead in the air, a little veiled by it."""
    air = vista.air
    body = mix(air.near, air.far, 0.25)
    draw(canvas, lead, vista.stand, Dyes(body=body, shade=mix(body, "#000000", 0.3),
                                         accent=mix(air.accent, body, 0.15), light=air.lamp))  # fmt: skip


def _land(canvas: skia.Canvas, vista: Vista, line: Line, layer: int) -> None:
    """One layer: what grows on it, its ground fading into mist, and its own incidents."""
    colour, air = _colour(vista, layer), vista.air
    top = float(line[:, 1].min())
    bottom = vista.page.bottom() if layer == len(DEPTHS) - 1 else min(
        vista.page.bottom(), _base(vista, layer + 1) + 0.12 * vista.page.height())  # fmt: skip
    haze = mix(colour, air.horizon, 0.5 * (1 - layer / (len(DEPTHS) - 1)) ** 0.8)
    deep = colour if layer < len(DEPTHS) - 1 else mix(colour, "#000000", 0.25)
    paint = shaded(linear((0, top), (0, bottom), [colour, mix(colour, haze, 0.5), haze if layer < 4 else deep],
                          [0, 0.4, 1]))  # fmt: skip
    _growth(canvas, vista, line, layer)
    canvas.drawPath(terrain.ground(line, bottom), paint)
    _incidents(canvas, vista, line, layer)


def _growth(canvas: skia.Canvas, vista: Vista, line: Line, layer: int) -> None:
    """Trees and towers that rise behind the edge of a layer."""
    rng, paint = vista.rng(f"growth {layer}"), fill(_colour(vista, layer))
    unit = min(vista.page.width(), vista.page.height())
    clear = _clearing(vista, line)
    match vista.setting:
        case "forest" if layer > 0:
            canvas.drawPath(
                terrain.forest(
                    rng, clear, unit * (0.03 + 0.032 * layer), 0.8, frame=1.1 if layer > 2 else 0.4
                ),
                paint,
            )
        case "mountains" | "snow" | "river" if layer > 1:
            canvas.drawPath(
                terrain.forest(
                    rng,
                    clear,
                    unit * (0.012 + 0.03 * (layer - 1)),
                    0.55,
                    frame=1.9 if layer > 2 else 0.5,
                ),
                paint,
            )
        case "field" | "road" | "village" if layer in {1, 2, 3}:
            count = 4 if vista.sparse else 11
            canvas.drawPath(
                terrain.grove(rng, clear, "tree", unit * (0.012 + 0.02 * layer), count), paint
            )
        case "garden" if layer in {1, 2, 3}:
            trees = terrain.grove(rng, clear, "blossom", unit * (0.03 + 0.034 * layer), 4)
            canvas.drawPath(trees, fill(mix(_colour(vista, layer), vista.air.accent, 0.4)))
        case "city" if layer < 4:
            _towers(canvas, vista, line, layer, rng)
        case _:
            pass


def _clearing(vista: Vista, line: Line) -> Line:
    """The line without the stretch where the lead stands, so that nothing grows through it."""
    if vista.lead is None or vista.lead.place is Place.AIR:
        return line
    half = vista.stand.width() * 0.36
    free = np.abs(line[:, 0] - vista.stand.centerX()) > half
    sunk = line.copy()
    sunk[~free, 1] += vista.page.height() * 0.2
    return sunk


def _towers(
    canvas: skia.Canvas, vista: Vista, line: Line, layer: int, rng: np.random.Generator
) -> None:
    unit = min(vista.page.width(), vista.page.height())
    body, lights = city.row(rng, vista.page.right(), _base(vista, layer) + 20, unit * (0.2 + 0.08 * layer),
                            lit=(0.0, 0.1, 0.2, 0.3)[layer], grain=unit * (0.04 + 0.022 * layer),
                            peak=rng.uniform(0.25, 0.75))  # fmt: skip
    del line
    canvas.drawPath(body, fill(_colour(vista, layer)))
    canvas.drawPath(lights, fill(vista.air.lamp, 0.25 + 0.18 * layer))


def _incidents(canvas: skia.Canvas, vista: Vista, line: Line, layer: int) -> None:
    """Snow, lee sides, a river or road, cottages: what tells one setting from another."""
    air, rng = vista.air, vista.rng(f"incident {layer}")
    colour = _colour(vista, layer)
    if vista.setting in {"snow", "mountains"} and layer == 0:
        share = 0.62 if vista.setting == "snow" else 0.3
        canvas.drawPath(terrain.snowcaps(line, share, rng), fill(mix(colour, air.light, 0.36)))
    elif vista.setting == "desert" and vista.floor is None:
        canvas.drawPath(
            terrain.slope_shade(line, 0.11 * vista.page.height()),
            fill(mix(colour, air.near, 0.6), 0.5),
        )
    elif vista.setting in {"river", "road"} and layer == len(DEPTHS) - 1:
        _way(canvas, vista)
    elif vista.setting == "village" and layer in {2, 3}:
        _cottages(canvas, vista, line, layer, rng)


def _way(canvas: skia.Canvas, vista: Vista) -> None:
    """A river that mirrors the sky, or a pale road, from under the lead to the lower edge."""
    air, page = vista.air, vista.page
    led = vista.lead is not None
    x = vista.stand.centerX() if led else page.left() + 0.6 * page.width()
    y = vista.stand.bottom() if led else _base(vista, 1)
    end = vista.floor or page.bottom() + 40
    way = terrain.winding((x, y), (x * 0.6 + page.centerX() * 0.4, end), page.width() * 0.34,
                          page.width() * 0.1, 0.6)  # fmt: skip
    river = vista.setting == "river"
    pale = air.horizon if river else mix(air.far, air.horizon, 0.4)
    deep = mix(pale, air.near, 0.45 if river else 0.8)
    canvas.drawPath(way, shaded(linear((0, y), (0, end), [pale, deep])))


def _cottages(
    canvas: skia.Canvas, vista: Vista, line: Line, layer: int, rng: np.random.Generator
) -> None:
    colour, air = _colour(vista, layer), vista.air
    tall = min(vista.page.width(), vista.page.height()) * (0.018 + 0.014 * layer)
    for _ in range(5):
        name = str(rng.choice(["cottage", "house", "house", "church"], p=[0.5, 0.25, 0.15, 0.1]))
        x = vista.page.width() * rng.uniform(0.04, 0.96)
        prop = PROPS[name](rng)
        into = frame(
            prop, x, terrain.height_at(line, x) + tall * 0.12, tall * (2 if name == "church" else 1)
        )
        draw(
            canvas, prop, into, Dyes(body=mix(colour, air.near, 0.25), foot=colour, light=air.lamp)
        )


def _walk(canvas: skia.Canvas, vista: Vista, walker: Prop) -> None:
    x, y = vista.walker_at
    air, h = vista.air, vista.walker_height
    glow(canvas, (x, y - h * 0.55), h * 1.5, air.horizon, 0.34)
    body = mix(air.near, "#000000", 0.45)
    draw(canvas, walker, frame(walker, x, y, h), Dyes(body=body, accent=air.accent, light=air.lamp))
