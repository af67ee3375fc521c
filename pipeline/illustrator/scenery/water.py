"""Water: a sea with glints that grow towards us, the path of the sun, mirrored things, coasts."""

import math
from collections.abc import Iterable

import numpy as np
import skia

from pipeline.drawing.canvas import Point, fill, linear, shaded
from pipeline.drawing.colour import mix
from pipeline.illustrator.scenery.prop import Prop, transform
from pipeline.illustrator.scenery.shapes import outline


def sea(canvas: skia.Canvas, area: skia.Rect, far: str, near: str) -> None:
    """A calm sea, `far` in colour at the horizon (the upper edge of `area`)."""
    shader = linear(
        (0, area.top()), (0, area.bottom()), [far, mix(far, near, 0.62), near], [0, 0.42, 1]
    )
    canvas.drawRect(area, shaded(shader))


def _glint(path: skia.Path, x: float, y: float, half: float, thick: float) -> None:
    """One wave's reflection: a long lens with a sagging lower edge."""
    path.moveTo(x - half, y)
    path.cubicTo(x - half * 0.4, y - thick, x + half * 0.3, y - thick, x + half, y + thick * 0.2)
    path.cubicTo(x + half * 0.3, y + thick * 0.5, x - half * 0.5, y + thick * 0.9, x - half, y)
    path.close()


def glints(canvas: skia.Canvas, rng: np.random.Generator, area: skia.Rect, colours: tuple[str, str],
           *, density: float = 1.0, keep_out: Iterable[skia.Rect] = ()) -> None:  # fmt: skip
    """Light and dark wavelets over the whole water; none large under lettering."""
    taken = [rect.makeOutset(20, 14) for rect in keep_out]
    light, dark, faint = skia.Path(), skia.Path(), skia.Path()
    for _ in range(int(density * 0.62 * area.width())):
        t = rng.random() ** 0.8
        x, y = area.left() + area.width() * rng.random(), area.top() + area.height() * t
        half = (5 + 46 * t) * rng.uniform(0.4, 1.3)
        thick = (0.5 + 3.6 * t) * rng.uniform(0.5, 1.2)
        hidden = any(rect.contains(x, y) for rect in taken)
        into = faint if hidden else (light if rng.random() < 0.56 else dark)
        _glint(into, x, y, half, thick * (0.5 if hidden else 1))
    canvas.drawPath(dark, fill(colours[1], 0.4))
    canvas.drawPath(light, fill(colours[0], 0.5))
    canvas.drawPath(faint, fill(colours[0], 0.2))


def sun_path(canvas: skia.Canvas, rng: np.random.Generator, area: skia.Rect, x: float, width: float,
             colour: str, keep_out: Iterable[skia.Rect] = ()) -> None:  # fmt: skip
    """The sun's broken reflection below x, `width` at the horizon and wider towards us."""
    taken = [rect.makeOutset(10, 8) for rect in keep_out]
    bright, soft = skia.Path(), skia.Path()
    for _ in range(250):
        t = rng.random() ** 1.1
        y = area.top() + 2 + area.height() * t
        spread = width * (0.4 + 0.9 * t)
        away = float(rng.normal(0, 0.4))
        half = (7 + 40 * t) * rng.uniform(0.3, 1.0) * math.exp(-away * away)
        if any(rect.contains(x + away * spread, y) for rect in taken):
            continue
        into = bright if abs(away) < 0.42 else soft
        _glint(into, x + away * spread, y, half, (0.8 + 4 * t) * rng.uniform(0.5, 1.1))
    canvas.drawPath(soft, fill(colour, 0.5))
    canvas.drawPath(bright, fill(colour, 0.85))


def mirror(canvas: skia.Canvas, prop: Prop, into: skia.Rect, colour: str, alpha: float, *,
           flip: bool = False) -> None:  # fmt: skip
    """The reflection of `prop`, drawn in `into`, below its lower edge; fades with depth."""
    canvas.save()
    canvas.translate(0, 2 * into.bottom())
    canvas.scale(1, -1)
    path = skia.Path(prop.body)
    path.transform(transform(prop, into, flip=flip))
    shader = linear((0, into.top()), (0, into.bottom()), [colour, colour], None, [0.0, alpha])
    canvas.drawPath(path, shaded(shader))
    canvas.restore()


def headland(
    rng: np.random.Generator, tip: Point, edge: float, crest: float, foot: float
) -> skia.Path:
    """A cape that falls from the page's edge at x = `edge` to its `tip` on the water.

    `crest` is the y of its back at the edge, `foot` the y of its shore there.
    """
    span = edge - tip[0]

    def at(share: float, y: float) -> str:
        return f"{tip[0] + span * share:.2f},{y:.2f}"

    rise = tip[1] - crest
    wobble = [rng.uniform(-0.035, 0.035) * rise for _ in range(6)]
    back = [at(0.05, tip[1] - 0.2 * rise), at(0.16, tip[1] - 0.5 * rise + wobble[0]),
            at(0.34, tip[1] - 0.74 * rise + wobble[1]), at(0.58, tip[1] - 0.86 * rise + wobble[2]),
            at(0.82, tip[1] - 0.97 * rise + wobble[3])]  # fmt: skip
    shore = [at(0.8, foot - 0.12 * rise), at(0.55, tip[1] + (foot - tip[1]) * 0.55),
             at(0.28, tip[1] + (foot - tip[1]) * 0.3 + wobble[4]), at(0.1, tip[1] + (foot - tip[1]) * 0.12)]  # fmt: skip
    return outline(
        " ".join([at(0, tip[1]) + "*", *back, at(1.06, crest) + "*", at(1.06, foot) + "*", *shore])
    )


def islet(rng: np.random.Generator, x: float, y: float, half: float, height: float) -> skia.Path:
    """A rocky hump that stands in the water at (x, y); level on top for something to stand on."""
    j = [float(rng.uniform(-0.05, 0.05)) for _ in range(6)]
    return outline(
        f"{x - half},{y}* {x - half * (0.9 + j[0])},{y - height * 0.26} {x - half * (0.62 + j[1])},{y - height * 0.6} "
        f"{x - half * 0.36},{y - height * (0.97 + j[2])} {x},{y - height} {x + half * 0.36},{y - height * (0.96 + j[3])} "
        f"{x + half * (0.58 + j[4])},{y - height * 0.66} {x + half * (0.86 + j[5])},{y - height * 0.22} {x + half},{y}*"
    )


def islands(rng: np.random.Generator, width: float, horizon: float, height: float) -> skia.Path:
    """Far islands along the horizon."""
    path = skia.Path()
    for _ in range(3):
        x, half = rng.uniform(0, width), rng.uniform(0.1, 0.26) * width
        top = horizon - height * rng.uniform(0.4, 1)
        path.addPath(
            outline(
                f"{x - half},{horizon}* {x - half * 0.5},{horizon - (horizon - top) * 0.5} {x - half * 0.1},{top} "
                f"{x + half * 0.22},{top + (horizon - top) * 0.24} {x + half * 0.6},{top + (horizon - top) * 0.6} {x + half},{horizon}*"
            ),
            0,
            0,
        )
    return path
