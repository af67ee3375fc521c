"""What a drawn prop is, and how it is set into a picture."""

from dataclasses import dataclass
from enum import StrEnum

import skia

from pipeline.drawing.canvas import fill, linear, shaded
from pipeline.drawing.colour import mix
from pipeline.illustrator.scenery.shapes import gathered, joined, within


class Place(StrEnum):
    """Where a prop belongs."""

    LAND = "land"
    WATER = "water"
    AIR = "air"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prop:
    """A drawing in its own unit square: y down, centred in x, standing on y = 1.

    `body` is the whole silhouette. `shade` (turned from the light), `accent` (roofs, stripes,
    blossom, a scarf) and `lights` (lit windows, lamps) lie on it; any of the three may be empty.
    `metres` is the real height of the unit square's drawing, for honest proportions, and `name`
    the one in the registry, which also knows its `place`.
    """

    body: skia.Path
    shade: skia.Path
    accent: skia.Path
    lights: skia.Path
    place: Place = Place.LAND
    metres: float = 10.0
    person: bool = False
    name: str = ""

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the drawing in the unit square; the longer one is 1."""
        bounds = self.body.computeTightBounds()
        return bounds.width(), bounds.height()


def finished(body: list[skia.Path], *, shade: list[skia.Path] | None = None,
             accent: list[skia.Path] | None = None, lights: list[skia.Path] | None = None,
             metres: float = 10.0, person: bool = False,
             tangled: bool = False) -> Prop:  # fmt: skip
    """A prop from parts in any units (y down): one clean silhouette, fitted into the square.

    Details are clipped to the silhouette. `tangled` drawings (boughs, leaves) have parts that all
    run the same way round; these are kept as they are, since joining hundreds of them is slow.
    """
    outline = gathered(body) if tangled else joined(*body)
    bounds = outline.computeTightBounds()
    scale = 1 / max(bounds.width(), bounds.height())
    matrix = skia.Matrix()
    matrix.setTranslate(0.5, 1.0)
    matrix.preScale(scale, scale)
    matrix.preTranslate(-bounds.centerX(), -bounds.bottom())

    def placed(paths: list[skia.Path] | None) -> skia.Path:
        if not paths:
            return skia.Path()
        path = gathered(paths) if tangled else within(joined(*paths), outline)
        path.transform(matrix)
        return path

    silhouette = skia.Path(outline)
    silhouette.transform(matrix)
    return Prop(body=silhouette, shade=placed(shade), accent=placed(accent),
                lights=placed(lights), metres=metres, person=person)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Dyes:
    """The colours of one prop in one picture.

    `foot` is what the body fades to at its foot (mist or ground); `shade`, `accent` and `light`
    default to nothing drawn.
    """

    body: str
    foot: str | None = None
    shade: str | None = None
    accent: str | None = None
    light: str | None = None


def frame(prop: Prop, x: float, ground: float, height: float) -> skia.Rect:
    """The rectangle of `prop` standing at (x, ground), `height` units tall."""
    w, h = prop.size
    return skia.Rect.MakeLTRB(
        x - height * w / h / 2, ground - height, x + height * w / h / 2, ground
    )


def transform(prop: Prop, into: skia.Rect, *, flip: bool = False) -> skia.Matrix:
    """From the unit square to `into`: as large as fits, centred, on its foot."""
    w, h = prop.size
    scale = min(into.width() / w, into.height() / h)
    matrix = skia.Matrix()
    matrix.setTranslate(into.centerX(), into.bottom())
    matrix.preScale(-scale if flip else scale, scale)
    matrix.preTranslate(-0.5, -1.0)
    return matrix


def silhouette(prop: Prop, into: skia.Rect, *, flip: bool = False) -> skia.Path:
    """The outline of `prop` in `into`."""
    path = skia.Path(prop.body)
    path.transform(transform(prop, into, flip=flip))
    return path


def draw(canvas: skia.Canvas, prop: Prop, into: skia.Rect, dyes: Dyes, *,
         flip: bool = False) -> None:  # fmt: skip
    """Paint `prop` into a rectangle, standing on its lower edge."""
    foot = dyes.foot or dyes.body
    canvas.save()
    canvas.concat(transform(prop, into, flip=flip))
    top = 1 - prop.size[1]

    def wash(colour: str, share: float) -> skia.Paint:
        low = mix(colour, foot, share)
        return shaded(linear((0, top), (0, 1), [colour, mix(colour, low, 0.35), low], [0, 0.55, 1]))

    canvas.drawPath(prop.body, wash(dyes.body, 1.0))
    if dyes.accent:
        canvas.drawPath(prop.accent, wash(dyes.accent, 0.4))
    if dyes.shade:
        canvas.drawPath(prop.shade, fill(dyes.shade, 0.55))
    if dyes.light:
        canvas.drawPath(prop.lights, fill(dyes.light))
    canvas.restore()
