"""Paints a vista back to front: sky, light, layers of land, what stands on them."""

import skia

from pipeline.drawing.canvas import glow, linear, shaded
from pipeline.drawing.colour import mix
from pipeline.illustrator.scenery import sky, terrain
from pipeline.illustrator.scenery.prop import Dyes, Place, Prop, draw, frame
from pipeline.illustrator.scenery.terrain import Line
from pipeline.illustrator.vista import DEPTHS, Vista, layer_base, layer_colour
from pipeline.illustrator.vista_lake import lake
from pipeline.illustrator.vista_land import add_incidents, grow, take_root


def paint_vista(canvas: skia.Canvas, vista: Vista) -> None:
    """Draw all of it, back to front."""
    _above(canvas, vista)
    stage = _stage(vista)
    front = _front(canvas, vista)
    if vista.lead is not None and vista.lead.place is Place.AIR:
        _float(front, vista, vista.lead)
    shore = max(stage, 1)
    for layer in range(len(DEPTHS)):
        if not (vista.lake and shore < layer < len(DEPTHS) - 1):
            line = _layer(canvas, vista, layer, seat=layer == stage)
            if vista.lake and layer == shore:
                lake(canvas, vista, line, layer)
    if vista.walker is not None:
        _walk(front, vista, vista.walker)
    _fall(canvas, vista)


def _front(canvas: skia.Canvas, vista: Vista) -> skia.Canvas:
    """What lead and walker are drawn on."""
    return skia.MakeNullCanvas() if vista.bare else canvas


def _layer(canvas: skia.Canvas, vista: Vista, layer: int, *, seat: bool) -> Line:
    """One layer of land, and on its `seat` the lead; returns the layer's upper edge."""
    line = _line(vista, layer)
    if seat:
        line = _prepare(_front(canvas, vista), vista, line, layer)
    _land(canvas, vista, line, layer)
    if seat:
        take_root(_front(canvas, vista), vista, line, layer)
    else:
        add_incidents(canvas, vista, line, layer)
    return line


def _fall(canvas: skia.Canvas, vista: Vista) -> None:
    """Rain or snow before everything else."""
    if vista.weather == "rain":
        sky.rain(canvas, vista.rng("rain"), vista.page, vista.air.light, 0.3)
    elif vista.weather == "snow" or vista.setting == "snow":
        sky.snowfall(canvas, vista.rng("flakes"), vista.page, "#ffffff", vista.keep_out)


def _above(canvas: skia.Canvas, vista: Vista) -> None:
    air, page = vista.air, vista.page
    # the farthest ridge starts below the horizon: nothing under that is ever seen
    seen = skia.Rect.MakeLTRB(
        page.left(),
        page.top(),
        page.right(),
        min(page.bottom(), vista.horizon + 0.2 * page.height()),
    )
    sky.heaven(canvas, seen, (air.zenith, air.middle, air.horizon), vista.horizon)
    if air.night:
        high = skia.Rect.MakeLTRB(page.left(), page.top(), page.right(), vista.horizon)
        sky.stars(canvas, vista.rng("stars"), high, air.light, 230, vista.keep_out)
    wonderful = (
        air.night and not vista.sparse and (vista.weather == "stars" or vista.setting == "snow")
    )
    if wonderful:
        _wonders(canvas, vista)
    if vista.disc is not None:
        centre, radius = vista.disc
        if air.night and vista.young:
            sky.crescent(canvas, centre, radius, air.light)
        elif air.night:
            sky.moon(canvas, vista.rng("moon"), centre, radius, air.light, air.middle)
        else:
            sky.sun(canvas, centre, radius, air.light)
    if wonderful:
        return
    band = skia.Rect.MakeLTRB(page.left(), page.top() + 0.2 * (vista.horizon - page.top()), page.right(),
                              vista.horizon + 0.04 * page.height())  # fmt: skip
    sky.clouds(
        canvas,
        vista.rng("clouds"),
        band,
        mix(air.horizon, air.light, 0.2),
        0.2 if vista.sparse else 0.4,
    )


def _wonders(canvas: skia.Canvas, vista: Vista) -> None:
    """What only clear nights show, instead of clouds: the milky way, or northern lights over snow."""
    air, page, rng = vista.air, vista.page, vista.rng("wonders")
    if vista.setting == "snow":
        area = skia.Rect.MakeLTRB(page.left(), page.top(), page.right(), vista.horizon)
        sky.aurora(
            canvas,
            rng,
            area,
            (mix("#8ff0c0", air.horizon, 0.25), mix("#5fa8d8", air.middle, 0.3)),
            0.62,
        )
        return
    high = skia.Rect.MakeLTRB(page.left(), page.top(), page.right(), vista.horizon)
    sky.milky_way(canvas, rng, high, air.light, 0.5)
    head = (
        page.width() * rng.uniform(0.12, 0.5),
        page.top() + (vista.horizon - page.top()) * rng.uniform(0.42, 0.7),
    )
    sky.falling_star(canvas, (float(head[0]), float(head[1])), 0.16 * page.width(), air.light)


def _stage(vista: Vista) -> int:
    """The layer on which the lead stands: the nearest one that begins above its foot."""
    if vista.lead is None or vista.lead.place is Place.AIR:
        return -1
    bases = [layer_base(vista, layer) for layer in range(len(DEPTHS))]
    below = [i for i, base in enumerate(bases) if base <= vista.stand.bottom() + 30]
    return max(1, *below) if below else 1


def _line(vista: Vista, layer: int) -> Line:
    """The upper edge of one layer."""
    rng = vista.rng(f"ridge {layer}")
    depth = (vista.floor or vista.page.bottom()) - vista.horizon
    width, base = vista.page.right(), layer_base(vista, layer)
    rise = max(min(0.5 * depth, 0.36 * vista.page.width()), 60.0)
    match vista.setting:
        case "mountains" | "snow" if layer < 2:
            line = terrain.peaks(rng, width, base + 0.1 * depth, rise * (0.95 - 0.3 * layer))
        case "desert":
            line = terrain.dunes(rng, width, base, rise * 0.42)
        case "sky":
            line = terrain.cloudbank(rng, width, base + 0.06 * depth, rise * (0.34 + 0.1 * layer))
        case "city":
            line = terrain.hills(
                rng, width, base, rise * (0.12 if vista.town is None else 0.34), rough=0.0
            )
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
    colour = layer_colour(vista, layer)
    w, h = lead.size
    scale = min(vista.stand.width() / w, vista.stand.height() / h)
    centre = (vista.stand.centerX(), vista.stand.bottom() - h * scale * 0.5)
    glow(canvas, centre, max(w, h) * scale * 0.95, air.light, 0.3)
    body = mix(colour, air.near, 0.3)
    draw(canvas, lead, vista.stand, Dyes(body=body, foot=colour, shade=mix(body, air.near, 0.6),
                                         accent=mix(air.accent, body, 0.45), light=air.lamp))  # fmt: skip
    half = max(w * scale * 0.5, 0.1 * vista.page.width())
    return terrain.seated(
        vista.rng("seat"), line, vista.stand.centerX(), half, vista.stand.bottom()
    )


def _float(canvas: skia.Canvas, vista: Vista, lead: Prop) -> None:
    """The lead in the air, a little veiled by it."""
    air = vista.air
    body = mix(air.near, air.far, 0.25)
    draw(canvas, lead, vista.stand, Dyes(body=body, shade=mix(body, "#000000", 0.3),
                                         accent=mix(air.accent, body, 0.15), light=air.lamp))  # fmt: skip


def _land(canvas: skia.Canvas, vista: Vista, line: Line, layer: int) -> None:
    """One layer: what grows on it, and its ground fading into mist."""
    colour, air = layer_colour(vista, layer), vista.air
    top = float(line[:, 1].min())
    bottom = vista.page.bottom() if layer == len(DEPTHS) - 1 else min(
        vista.page.bottom(), layer_base(vista, layer + 1) + 0.12 * vista.page.height())  # fmt: skip
    haze = mix(colour, air.horizon, 0.5 * (1 - layer / (len(DEPTHS) - 1)) ** 0.8)
    deep = colour if layer < len(DEPTHS) - 1 else mix(colour, "#000000", 0.25)
    paint = shaded(linear((0, top), (0, bottom), [colour, mix(colour, haze, 0.5), haze if layer < 4 else deep],
                          [0, 0.4, 1]))  # fmt: skip
    grow(canvas, vista, line, layer)
    canvas.drawPath(terrain.ground(line, bottom), paint)


def _walk(canvas: skia.Canvas, vista: Vista, walker: Prop) -> None:
    x, y = vista.walker_at
    air, h = vista.air, vista.walker_height
    glow(canvas, (x, y - h * 0.55), h * 1.5, air.horizon, 0.34)
    body = mix(air.near, "#000000", 0.45)
    draw(canvas, walker, frame(walker, x, y, h), Dyes(body=body, accent=air.accent, light=air.lamp))
