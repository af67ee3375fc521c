"""Still water before a vista's lead: the sky upside down, the shore and the lead in it."""

import skia

from pipeline.drawing.canvas import fill, linear, shaded
from pipeline.drawing.colour import mix
from pipeline.illustrator.scenery import terrain, water
from pipeline.illustrator.scenery.prop import Place, silhouette
from pipeline.illustrator.scenery.terrain import Line
from pipeline.illustrator.vista import Vista, layer_base, layer_colour


def shore_of(vista: Vista) -> float:
    """The y where the far shore meets the water."""
    depth = vista.page.bottom() - vista.horizon
    standing = vista.lead is not None and vista.lead.place is not Place.AIR
    foot = vista.stand.bottom() if standing else layer_base(vista, 1)
    return foot + 0.07 * depth


def lake(canvas: skia.Canvas, vista: Vista, line: Line, layer: int) -> None:
    """Draw the water up to the far shore, which is the layer with the edge `line`."""
    air, page, shore = vista.air, vista.page, shore_of(vista)
    area = skia.Rect.MakeLTRB(page.left(), shore, page.right(), page.bottom())
    top, low = mix(air.horizon, air.far, 0.25), mix(air.middle, air.near, 0.35)
    canvas.save()
    canvas.clipRect(area)
    canvas.drawRect(
        area, shaded(linear((0, shore), (0, page.bottom()), [top, mix(top, low, 0.6), low]))
    )
    _mirrored(canvas, vista, line, layer, shore)
    if vista.disc is not None:
        (x, _), radius = vista.disc
        water.sun_path(canvas, vista.rng("path"), area, x, radius * 0.9, air.light, vista.keep_out)
    colours = (mix(air.horizon, air.light, 0.3), mix(low, air.near, 0.4))
    water.glints(canvas, vista.rng("ripples"), area, colours, density=0.3, keep_out=vista.keep_out)
    canvas.restore()
    edge = skia.Rect.MakeLTRB(page.left(), shore - 1.2, page.right(), shore + 1.2)
    canvas.drawRect(edge, fill(mix(air.horizon, air.light, 0.4), 0.6))


def _mirrored(canvas: skia.Canvas, vista: Vista, line: Line, layer: int, shore: float) -> None:
    """The far shore and what stands on it, upside down."""
    tone = mix(layer_colour(vista, layer), vista.air.near, 0.3)
    canvas.save()
    canvas.translate(0, 1.8 * shore)
    canvas.scale(1, -0.8)
    canvas.drawPath(terrain.ground(line, shore + 1), fill(tone, 0.62))
    if vista.lead is not None and vista.lead.place is not Place.AIR and not vista.bare:
        canvas.drawPath(silhouette(vista.lead, vista.stand), fill(tone, 0.6))
    canvas.restore()
