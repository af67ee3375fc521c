"""What tells one layer of land from another: trees, towers, snow, rivers, cottages."""

import numpy as np
import skia

from pipeline.drawing.canvas import fill, linear, shaded
from pipeline.drawing.colour import mix
from pipeline.illustrator.scenery import city, terrain
from pipeline.illustrator.scenery.prop import Dyes, Place, draw, frame
from pipeline.illustrator.scenery.props import drawn
from pipeline.illustrator.scenery.terrain import Line
from pipeline.illustrator.vista import DEPTHS, Vista, layer_base, layer_colour


def grow(canvas: skia.Canvas, vista: Vista, line: Line, layer: int) -> None:
    """Trees and towers that rise behind the edge of a layer."""
    rng, paint = vista.rng(f"growth {layer}"), fill(layer_colour(vista, layer))
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
    elif vista.setting in {"river", "road"} and layer == len(DEPTHS) - 1:
        _way(canvas, vista)
    elif vista.setting == "village" and layer in {2, 3}:
        _cottages(canvas, vista, line, layer, rng)


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
