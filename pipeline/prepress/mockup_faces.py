"""The faces of a standing book as light falls on them: front, spine, and the head with its pages."""

from dataclasses import dataclass

import numpy as np
import skia
from numpy.typing import NDArray

from pipeline.drawing.canvas import linear, shaded
from pipeline.drawing.colour import hex_of
from pipeline.drawing.noise import image
from pipeline.prepress.mockup_camera import Camera, Point3, mapping

Pixels = NDArray[np.uint8]

SHADE, SHEEN = "#0c0a12", "#ffffff"
LEAF = "#f3ecdc"
"""A page of cream paper in the light."""
WHITE_LEAF = "#f8f8f5"
LINING = "#cdc4b3"
"""The lining of a case, in the shadow of its boards."""
BOARD_MM, INSET_MM = 2.4, 3.0
"""How thick the boards of a case are, and how far its pages stay behind their edges."""
COVER_MM = 0.32
"""How thick the cover of a paperback is."""
LEAVES_MM = 0.3
"""The edges of three leaves are one line: finer ones would flicker at the size of a picture."""
SEED = 7
SMOOTH = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear)


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A book as a thing: its measures in mm, whether it has boards, how wide their joint is, its pages' colour."""

    width: float
    height: float
    thick: float
    case: bool
    hinge: float
    leaf: str = LEAF

    def at(self, x: float, y: float, z: float) -> Point3:
        """The point so many mm from the lower, back corner at the spine."""
        return x - self.width / 2, y, z - self.thick / 2


def draw_front(canvas: skia.Canvas, camera: Camera, body: Body, picture: Pixels) -> None:
    """The front with the light on it: brighter away from the spine, and the crease where it opens."""
    w, h, t = body.width, body.height, body.thick
    with _Face(canvas, camera, (w, h), (body.at(0, h, t), body.at(w, h, t), body.at(w, 0, t),
                                        body.at(0, 0, t))):  # fmt: skip
        _picture(canvas, picture, w, h)
        _shade(canvas, w, h, linear((0, 0), (w, 0), [SHADE] * 4, [0, 0.12, 0.75, 1],
                                    [0.16, 0.04, 0.0, 0.05]))  # fmt: skip
        _shade(canvas, w, h, linear((0, 0), (0, h), [SHADE] * 3, [0, 0.7, 1], [0.0, 0.02, 0.1]))
        _light(canvas, w, h, linear((w, 0), (0.3 * w, 0.55 * h), [SHEEN] * 4, [0, 0.3, 0.6, 1],
                                    [0.13, 0.07, 0.02, 0.0]))  # fmt: skip
        _crease(canvas, h, *_fold(body))
        _rim(canvas, w, h)


def _fold(body: Body) -> tuple[float, float, float]:
    """Where the front opens, how wide that is in mm, and how deep: a joint, or a scored line."""
    return (0.68 * body.hinge, 0.34 * body.hinge, 0.34) if body.case else (5.2, 0.9, 0.16)


def _crease(canvas: skia.Canvas, height: float, at: float, wide: float, strength: float) -> None:
    """The hinge: a groove whose near side is in the dark and whose far side catches light."""
    area = skia.Rect.MakeLTRB(at - wide, 0, at + wide, height)
    groove = linear((at - wide, 0), (at + wide, 0), [SHADE] * 4, [0, 0.42, 0.62, 1],
                    [0.0, strength, 0.3 * strength, 0.0])  # fmt: skip
    canvas.drawRect(area, shaded(groove))
    ridge = linear((at, 0), (at + 1.6 * wide, 0), [SHEEN] * 3, [0, 0.5, 1],
                   [0.0, 0.55 * strength, 0.0])  # fmt: skip
    canvas.drawRect(skia.Rect.MakeLTRB(at, 0, at + 1.6 * wide, height), shaded(ridge))


def _rim(canvas: skia.Canvas, width: float, height: float) -> None:
    """The cut edges of the cover, which catch the light above and to the right."""
    thin = 0.35
    for area, alpha in (
        (skia.Rect.MakeLTRB(0, 0, width, thin), 0.34),
        (skia.Rect.MakeLTRB(width - thin, 0, width, height), 0.22),
    ):
        canvas.drawRect(area, skia.Paint(Color4f=skia.Color4f(1, 1, 1, alpha), AntiAlias=True))


def draw_spine(canvas: skia.Canvas, camera: Camera, body: Body, picture: Pixels) -> None:
    """The spine, turned from the light; a paperback's is a little rounded."""
    h, t = body.height, body.thick
    with _Face(canvas, camera, (t, h), (body.at(0, h, 0), body.at(0, h, t), body.at(0, 0, t),
                                        body.at(0, 0, 0))):  # fmt: skip
        _picture(canvas, picture, t, h)
        alphas = [0.5, 0.33, 0.25, 0.3] if body.case else [0.56, 0.34, 0.24, 0.36]
        _shade(canvas, t, h, linear((0, 0), (t, 0), [SHADE] * 4, [0, 0.3, 0.75, 1], alphas))
        _shade(canvas, t, h, linear((0, 0), (0, h), [SHADE] * 2, [0.55, 1], [0.0, 0.14]))
        edge = min(0.6, 0.06 * t)
        fold = linear((t - 2 * edge, 0), (t, 0), [SHEEN] * 3, [0, 0.7, 1], [0.0, 0.26, 0.1])
        canvas.drawRect(skia.Rect.MakeLTRB(t - 2 * edge, 0, t, h), shaded(fold))


def draw_head(
    canvas: skia.Canvas, camera: Camera, body: Body, front: Pixels, spine: Pixels
) -> None:
    """The head of the book: its pages between the covers, as the camera looks down on them."""
    if body.case:
        _case_head(canvas, camera, body, front, spine)
    else:
        _pages(canvas, camera, body, y=body.height, inside=COVER_MM, before=0.0)
        strip = hex_of(*(front[:6].reshape(-1, 3).mean(0) / 255))
        for start in (0.0, body.thick - COVER_MM):
            _slab(canvas, camera, body, (0.0, body.width, start, start + COVER_MM), strip, 0.12)
        ridge = hex_of(*(spine[:6].reshape(-1, 3).mean(0) / 255))
        _slab(canvas, camera, body, (0.0, 0.6, 0.0, body.thick), ridge, 0.2)


def _case_head(
    canvas: skia.Canvas, camera: Camera, body: Body, front: Pixels, spine: Pixels
) -> None:  # fmt: skip
    """Boards with the block of pages sunk between them, and the shadow that they throw on it."""
    w, t = body.width, body.thick
    inner = (BOARD_MM, w, BOARD_MM, t - BOARD_MM)
    _slab(canvas, camera, body, (0.0, w, 0.0, t), LINING, 0.16)
    canvas.save()
    canvas.clipPath(_outline(camera, body, inner, body.height), doAntiAlias=True)
    _pages(canvas, camera, body, y=body.height - INSET_MM, inside=BOARD_MM, before=INSET_MM)
    canvas.restore()
    cloth = hex_of(*(front[:6].reshape(-1, 3).mean(0) / 255))
    ridge = hex_of(*(spine[:6].reshape(-1, 3).mean(0) / 255))
    _slab(canvas, camera, body, (0.0, w, 0.0, BOARD_MM), cloth, 0.24)
    _slab(canvas, camera, body, (0.0, BOARD_MM, 0.0, t), ridge, 0.3)
    _slab(canvas, camera, body, (0.0, w, t - BOARD_MM, t), cloth, 0.04)


def _pages(
    canvas: skia.Canvas, camera: Camera, body: Body, *, y: float, inside: float, before: float
) -> None:  # fmt: skip
    """The edges of the pages: fine lines of uneven brightness, darker where the boards shade them."""
    w, t = body.width - before, body.thick - 2 * inside
    near, far = inside + t, inside
    with _Face(canvas, camera, (w, t), (body.at(0, y, far), body.at(w, y, far), body.at(w, y, near),
                                        body.at(0, y, near))):  # fmt: skip
        _picture(canvas, _leaves(t, body.leaf), w, t)
        deep = 0.5 if body.case else 0.12
        _shade(canvas, w, t, linear((0, 0), (0, t), [SHADE] * 4, [0, 0.25, 0.8, 1],
                                    [0.16, 0.03, 0.02, deep]))  # fmt: skip
        _shade(canvas, w, t, linear((0, 0), (w, 0), [SHADE] * 3, [0, 0.08, 1], [0.4, 0.08, 0.0]))


def _leaves(thick: float, colour: str) -> Pixels:
    """A picture of the edges of pages, (rows, 4, 3): a line for some leaves."""
    rows = max(12, round(thick / LEAVES_MM))
    rng = np.random.default_rng(SEED)
    tone = 1 - 0.16 * rng.random(rows) ** 2.2 - 0.05 * (np.arange(rows) % 16 == 0)
    leaf = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)], np.float64)
    lines = np.clip(leaf * tone[:, None], 0, 255).astype(np.uint8)
    return np.repeat(lines[:, None], 4, axis=1)


def _slab(
    canvas: skia.Canvas, camera: Camera, body: Body, part: tuple[float, float, float, float],
    colour: str, dark: float,
) -> None:  # fmt: skip
    """A strip of the head at its full height: (left, right, back, near) in mm."""
    path = _outline(camera, body, part, body.height)
    canvas.drawPath(path, skia.Paint(Color=int("ff" + colour[1:], 16), AntiAlias=True))
    shade = skia.Color4f(0.05, 0.04, 0.07, dark)
    canvas.drawPath(path, skia.Paint(Color4f=shade, AntiAlias=True))


def _outline(
    camera: Camera, body: Body, part: tuple[float, float, float, float], y: float
) -> skia.Path:  # fmt: skip
    left, right, back, near = part
    path = skia.Path()
    corners = ((left, back), (right, back), (right, near), (left, near))
    path.addPoly([skia.Point(*camera.seen(body.at(x, y, z))) for x, z in corners], True)
    return path


class _Face:
    """While it is entered, the canvas is a face of the book, (width, height) in mm."""

    def __init__(
        self, canvas: skia.Canvas, camera: Camera, size: tuple[float, float],
        corners: tuple[Point3, Point3, Point3, Point3],
    ) -> None:  # fmt: skip
        a, b, c, d = corners
        seen = (camera.seen(a), camera.seen(b), camera.seen(c), camera.seen(d))
        self._canvas, self._size, self._matrix = canvas, size, mapping(seen, *size)

    def __enter__(self) -> None:
        self._canvas.save()
        self._canvas.concat(self._matrix)
        self._canvas.clipRect(skia.Rect.MakeWH(*self._size), doAntiAlias=True)

    def __exit__(self, *raised: object) -> None:
        self._canvas.restore()


def _picture(canvas: skia.Canvas, pixels: Pixels, width: float, height: float) -> None:
    rgba = np.dstack([pixels, np.full(pixels.shape[:2], 255, np.uint8)])
    canvas.drawImageRect(image(rgba).withDefaultMipmaps(), skia.Rect.MakeWH(width, height), SMOOTH)


def _shade(canvas: skia.Canvas, width: float, height: float, shader: skia.Shader) -> None:
    canvas.drawRect(
        skia.Rect.MakeWH(width, height), shaded(shader, BlendMode=skia.BlendMode.kMultiply)
    )


def _light(canvas: skia.Canvas, width: float, height: float, shader: skia.Shader) -> None:
    canvas.drawRect(
        skia.Rect.MakeWH(width, height), shaded(shader, BlendMode=skia.BlendMode.kScreen)
    )
