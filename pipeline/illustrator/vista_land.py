"""What tells one layer of land from another: trees, towers, snow, rivers, cottages."""

import numpy as np
import skia

from pipeline.drawing.canvas import fill, linear, shaded
from pipeline.drawing.colour import mix
from pipeline.illustrator.scenery import city, terrain, towns
from pipeline.illustrator.scenery.prop import Dyes, Place, draw, frame
from pipeline.illustrator.scenery.props import drawn
from pipeline.illustrator.scenery.terrain import Line
from pipeline.illustrator.vista import DEPTHS, Vista, layer_base, layer_colour


def grow(canvas: skia.Canvas, vista: Vista, line: Line, layer: int) -> None:
    """Trees and towers that rise behind the edge of a layer."""
    rng, paint = vista.rng(f"growth {layer}"), fill(layer_colour(vista, layer))
    unit = min(vista.page.width(), vista.page.height())
    clear = _clearing(vista, line)
    if vista.town is not None and layer in _built_up(vista):
        _old_town(canvas, vista, clear, layer)
        return
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
            canvas.drawPath(trees, fill(mix(layer_colour(vista, layer), vista.air.accent, 0.4)))
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


def _built_up(vista: Vista) -> frozenset[int]:
    """The layers that carry an old town: all of a city's, the nearer ones of a village, one elsewhere."""
    return _BUILT_UP.get(vista.setting, frozenset())


_BUILT_UP = {"city": frozenset({1, 2, 3}), "village": frozenset({2, 3}), "mountains": frozenset({3}),
             "desert": frozenset({1})}  # fmt: skip


def _old_town(canvas: skia.Canvas, vista: Vista, line: Line, layer: int) -> None:
    """Roofs along the edge of a layer; a few windows are lit."""
    kind, colour, air = vista.town or towns.TOWNS[0], layer_colour(vista, layer), vista.air
    unit = min(vista.page.width(), vista.page.height())
    grain = unit * (0.03 + 0.016 * layer) * (1.25 if kind == "hanok" else 1.0)
    grain *= 1.45 if vista.setting == "city" else 1.0
    row = towns.town(vista.rng(f"town {layer}"), kind, line, grain, lit=0.5 if air.night else 0.22)
    roof = (
        mix(colour, air.near, 0.52)
        if kind == "hanok"
        else mix(mix(colour, air.accent, 0.3), air.near, 0.15)
    )
    canvas.drawPath(row.body, fill(colour))
    canvas.drawPath(row.roofs, fill(roof))
    canvas.drawPath(row.lights, fill(air.lamp, 0.4 + 0.15 * layer))


def _towers(
    canvas: skia.Canvas, vista: Vista, line: Line, layer: int, rng: np.random.Generator
) -> None:
    unit = min(vista.page.width(), vista.page.height())
    body, lights = city.row(rng, vista.page.right(), layer_base(vista, layer) + 20, unit * (0.2 + 0.08 * layer),
                            lit=(0.0, 0.1, 0.2, 0.3)[layer], grain=unit * (0.04 + 0.022 * layer),
                            peak=rng.uniform(0.25, 0.75))  # fmt: skip
    del line
    canvas.drawPath(body, fill(layer_colour(vista, layer)))
    canvas.drawPath(lights, fill(vista.air.lamp, 0.25 + 0.18 * layer))


def add_incidents(canvas: skia.Canvas, vista: Vista, line: Line, layer: int) -> None:
    """Snow, lee sides, a river or road, cottages: what tells one setting from another."""
    air, rng = vista.air, vista.rng(f"incident {layer}")
    colour = layer_colour(vista, layer)
    if vista.setting in {"snow", "mountains"} and layer == 0:
        share = 0.62 if vista.setting == "snow" else 0.3
        canvas.drawPath(terrain.snowcaps(line, share, rng), fill(mix(colour, air.light, 0.36)))
    elif vista.setting == "desert" and vista.floor is None:
        canvas.drawPath(
            terrain.slope_shade(line, 0.11 * vista.page.height()),
            fill(mix(colour, air.near, 0.6), 0.5),
        )
    elif vista.setting in {"river", "road"} and not vista.lake and layer == len(DEPTHS) - 1:
        _way(canvas, vista)
    elif vista.setting == "field" and layer == 3 and vista.floor is None:
        _rows(canvas, vista, line)
    elif vista.setting == "village" and vista.town is None and layer in {2, 3}:
        _cottages(canvas, vista, line, layer, rng)


def _rows(canvas: skia.Canvas, vista: Vista, line: Line) -> None:
    """Furrows of a ploughed or planted field on one layer."""
    page, colour = vista.page, layer_colour(vista, 3)
    far = (
        page.centerX() + page.width() * vista.rng("rows").uniform(-0.3, 0.3),
        layer_base(vista, 2),
    )
    canvas.save()
    canvas.clipPath(terrain.ground(line, page.bottom()), doAntiAlias=True)
    paint = fill(mix(colour, vista.air.near, 0.75), 0.42)
    canvas.drawPath(terrain.furrows(far, page.width() * 1.3, page.bottom(), 14), paint)
    canvas.restore()


def take_root(canvas: skia.Canvas, vista: Vista, line: Line, layer: int) -> None:
    """What covers the foot of the lead: boulders in dry and cold places, bushes elsewhere."""
    lead = vista.lead
    if lead is None or (lead.lights.isEmpty() and not lead.accent.isEmpty()):
        return  # a tree has its own roots
    half = 0.5 * lead_width(vista)
    size = min(
        0.16 * vista.stand.height(),
        0.032 * min(vista.page.width(), vista.page.height()) + 0.05 * half,
    )
    strewn = terrain.rocks if vista.setting in {"desert", "snow", "mountains"} else terrain.shrubs
    tone = mix(layer_colour(vista, layer), vista.air.near, 0.12)
    canvas.drawPath(strewn(vista.rng("roots"), line, vista.stand.centerX(), half, size), fill(tone))


def lead_width(vista: Vista) -> float:
    """How broad the lead stands, in units."""
    if vista.lead is None:
        return 0.0
    w, h = vista.lead.size
    return w * min(vista.stand.width() / w, vista.stand.height() / h)


def _way(canvas: skia.Canvas, vista: Vista) -> None:
    """A river that mirrors the sky, or a pale road, from under the lead to the lower edge."""
    air, page = vista.air, vista.page
    led = vista.lead is not None
    x = vista.stand.centerX() if led else page.left() + 0.6 * page.width()
    y = vista.stand.bottom() if led else layer_base(vista, 1)
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
    colour, air = layer_colour(vista, layer), vista.air
    tall = min(vista.page.width(), vista.page.height()) * (0.018 + 0.014 * layer)
    for _ in range(5):
        name = str(rng.choice(["cottage", "house", "house", "church"], p=[0.5, 0.25, 0.15, 0.1]))
        x = vista.page.width() * rng.uniform(0.04, 0.96)
        prop = drawn(name, rng)
        into = frame(
            prop, x, terrain.height_at(line, x) + tall * 0.12, tall * (2 if name == "church" else 1)
        )
        draw(
            canvas, prop, into, Dyes(body=mix(colour, air.near, 0.25), foot=colour, light=air.lamp)
        )
