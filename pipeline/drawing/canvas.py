"""Short words for skia: paints, gradients, glows, soft shadows, and pictures out of them."""

import math
from collections.abc import Sequence

import numpy as np
import skia
from numpy.typing import NDArray

from pipeline.drawing.colour import paint_colour

Point = tuple[float, float]
LINEAR = skia.SamplingOptions(skia.FilterMode.kLinear)


def fill(colour: str, alpha: float = 1.0, **options: object) -> skia.Paint:
    """An antialiased fill; `options` go to `skia.Paint` (BlendMode, Shader, ...)."""
    paint = skia.Paint(AntiAlias=True, **options)
    paint.setColor4f(paint_colour(colour, alpha), None)
    return paint


def stroke(colour: str, width: float, alpha: float = 1.0, **options: object) -> skia.Paint:
    """An antialiased stroke with round caps and joins, `width` in units."""
    defaults: dict[str, object] = {
        "StrokeCap": skia.Paint.kRound_Cap,
        "StrokeJoin": skia.Paint.kRound_Join,
    }
    return fill(colour, alpha, Style=skia.Paint.kStroke_Style, StrokeWidth=width,
                **(defaults | options))  # fmt: skip


def linear(
    start: Point, end: Point, colours: Sequence[str], stops: Sequence[float] | None = None,
    alphas: Sequence[float] | None = None,
) -> skia.Shader:  # fmt: skip
    """A linear gradient; `stops` 0 to 1 (even when absent), `alphas` 1 when absent."""
    return skia.GradientShader.MakeLinear(
        [start, end], _colours(colours, alphas), list(stops) if stops else None
    )


def radial(
    centre: Point, radius: float, colours: Sequence[str], stops: Sequence[float] | None = None,
    alphas: Sequence[float] | None = None,
) -> skia.Shader:  # fmt: skip
    """A radial gradient; `stops` 0 to 1 (even when absent), `alphas` 1 when absent."""
    return skia.GradientShader.MakeRadial(
        centre, radius, _colours(colours, alphas), list(stops) if stops else None
    )


def _colours(colours: Sequence[str], alphas: Sequence[float] | None) -> list[int]:
    opacities = alphas if alphas is not None else [1.0] * len(colours)
    return [paint_colour(c, a).toColor() for c, a in zip(colours, opacities, strict=True)]


def shaded(shader: skia.Shader, alpha: float = 1.0, **options: object) -> skia.Paint:
    """An antialiased, dithered fill with a shader: dithering keeps gradients free of bands."""
    paint = skia.Paint(AntiAlias=True, Shader=shader, Dither=True, **options)
    paint.setAlphaf(alpha)
    return paint


def glow(
    canvas: skia.Canvas, centre: Point, radius: float, colour: str, alpha: float,
    mode: skia.BlendMode = skia.BlendMode.kScreen,
) -> None:  # fmt: skip
    """Light that falls off smoothly to nothing at `radius`; draws only inside that circle."""
    stops = [i / 8 for i in range(9)]
    alphas = [alpha * (1 - t) ** 2.2 for t in stops]
    shader = radial(centre, radius, [colour] * 9, stops, alphas)
    canvas.drawCircle(*centre, radius, shaded(shader, BlendMode=mode))


def soft_shadow(
    canvas: skia.Canvas, path: skia.Path, dx: float, dy: float, blur: float, colour: str,
    alpha: float,
) -> None:  # fmt: skip
    """A blurred copy of `path`, moved by (dx, dy); `blur` is a sigma in units."""
    paint = fill(colour, alpha)
    paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, blur))
    canvas.save()
    canvas.translate(dx, dy)
    canvas.drawPath(path, paint)
    canvas.restore()


def polygon(points: Sequence[Point], *, closed: bool = True) -> skia.Path:
    """A path through `points`."""
    path = skia.Path()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    if closed:
        path.close()
    return path


def moved(
    path: skia.Path, x: float, y: float, scale: float = 1.0, degrees: float = 0.0,
    *, flip: bool = False,
) -> skia.Path:  # fmt: skip
    """A copy of `path`, scaled, turned and then moved so that its origin lies at (x, y)."""
    matrix = skia.Matrix()
    matrix.setTranslate(x, y)
    matrix.preRotate(degrees)
    matrix.preScale(-scale if flip else scale, scale)
    copy = skia.Path(path)
    copy.transform(matrix)
    return copy


def fitted(path: skia.Path, into: skia.Rect, degrees: float = 0.0, *, flip: bool = False,
           seat: str = "centre") -> skia.Path:  # fmt: skip
    """A copy of `path` scaled into `into`, centred, or standing on its foot (`seat="foot"`)."""
    copy = moved(path, 0, 0, 1.0, degrees, flip=flip)
    bounds = copy.computeTightBounds()
    scale = min(
        into.width() / max(bounds.width(), 1e-6), into.height() / max(bounds.height(), 1e-6)
    )
    matrix = skia.Matrix()
    y = into.centerY() if seat == "centre" else into.bottom()
    matrix.setTranslate(into.centerX(), y)
    matrix.preScale(scale, scale)
    matrix.preTranslate(
        -bounds.centerX(), -(bounds.centerY() if seat == "centre" else bounds.bottom())
    )
    copy.transform(matrix)
    return copy


def ring(centre: Point, radius: float, width: float) -> skia.Path:
    """A circle line of `width` as an area."""
    path = skia.Path()
    path.addCircle(*centre, radius + width / 2)
    path.addCircle(*centre, max(0.0, radius - width / 2))
    path.setFillType(skia.PathFillType.kEvenOdd)
    return path


def diagonal(width: float, height: float) -> float:
    """Half the diagonal: the radius of a circle round a page."""
    return math.hypot(width, height) / 2


def pixels(surface: skia.Surface) -> NDArray[np.uint8]:
    """What was drawn, as (height, width, 3) RGB."""
    array = surface.makeImageSnapshot().toarray(colorType=skia.kRGBA_8888_ColorType)
    return np.ascontiguousarray(array[..., :3])
