"""The three seas of the seascape recipe: a headland, open water, an island."""

from dataclasses import dataclass, replace

import numpy as np
import skia

from pipeline.domain.palette import Palette
from pipeline.drawing.canvas import fill, glow, linear, shaded
from pipeline.drawing.colour import luminance, mix
from pipeline.illustrator import cast
from pipeline.illustrator.recipe import Scene
from pipeline.illustrator.scenery import sky, water
from pipeline.illustrator.scenery.prop import Dyes, Place, Prop, draw, frame
from pipeline.illustrator.scenery.props import drawn


@dataclass(frozen=True, slots=True, kw_only=True)
class Tints:
    """The palette by name."""

    high: str
    low: str
    sun: str
    far: str
    near: str
    glint: str
    land: str
    accent: str
    wall: str
    lamp: str

    def dyes(self, *, pale: bool) -> Dyes:
        """Colours of a prop: pale walls and sails in the light, or a dark silhouette."""
        if pale:
            return Dyes(body=self.wall, foot=mix(self.wall, self.low, 0.3), shade=mix(self.wall, self.land, 0.55),
                        accent=self.accent, light=self.lamp)  # fmt: skip
        return Dyes(
            body=self.land,
            shade=mix(self.land, "#000000", 0.4),
            accent=self.accent,
            light=self.lamp,
        )


def tints_of(palette: Palette) -> Tints:
    """The palette's colours by name, in the order that the recipe documents."""
    high, low, sun, far, near, glint, land, accent, wall, lamp = palette.colours
    return Tints(high=high, low=low, sun=sun, far=far, near=near, glint=glint, land=land,
                  accent=accent, wall=wall, lamp=lamp)  # fmt: skip


def _air_and_sea(canvas: skia.Canvas, scene: Scene, tints: Tints, horizon: float, sun: tuple[float, float],
                 radius: float) -> None:  # fmt: skip
    """Everything but the land and what stands on it."""
    _air(canvas, scene, tints, horizon, sun, radius)
    lower = skia.Rect.MakeLTRB(0, horizon, scene.width, scene.height)
    water.sea(canvas, lower, tints.far, tints.near)
    colours = (mix(tints.glint, tints.far, 0.25), mix(tints.near, "#000000", 0.12))
    water.glints(canvas, scene.rng("waves"), lower, colours, keep_out=scene.text,
                 density=0.6 if scene.wishes.minimal else 1.0)  # fmt: skip
    shine = mix(tints.sun, tints.glint, 0.12)
    water.sun_path(canvas, scene.rng("path"), lower, sun[0], radius * 1.1, shine, scene.text)


def _air(canvas: skia.Canvas, scene: Scene, tints: Tints, horizon: float, sun: tuple[float, float],
         radius: float) -> None:  # fmt: skip
    """The sky down to y = `horizon`: light, clouds, far islands."""
    upper = skia.Rect.MakeWH(scene.width, horizon)
    colours = [tints.high, mix(tints.high, tints.low, 0.35), tints.low]
    canvas.drawRect(upper, shaded(linear((0, 0), (0, horizon), colours, [0, 0.5, 1])))
    night = luminance(tints.high) < 0.05
    canvas.save()
    canvas.clipRect(upper)
    if night:
        sky.stars(canvas, scene.rng("stars"), upper, tints.sun, 170, scene.text)
        shade = mix(tints.low, tints.high, 0.3)
        sky.moon(canvas, scene.rng("moon"), sun, radius, tints.sun, shade, halo=0.3)
    else:
        glow(canvas, sun, radius * 2.6, tints.sun, 0.26, skia.BlendMode.kSrcOver)
        canvas.drawCircle(*sun, radius, fill(tints.sun))
    cloud = mix(tints.low, tints.sun if night else "#ffffff", 0.12 if night else 0.72)
    band = skia.Rect.MakeLTRB(0, horizon * 0.36, scene.width, horizon * 1.02)
    sky.clouds(canvas, scene.rng("clouds"), band, cloud, 0.3 if night else 0.85, cover=0.42)
    if not scene.wishes.minimal:
        isles = water.islands(scene.rng("isles"), scene.width, horizon + 1, 0.03 * scene.height)
        canvas.drawPath(isles, fill(mix(tints.far, tints.low, 0.35)))
    canvas.restore()


def _grass(canvas: skia.Canvas, land: skia.Path, tints: Tints) -> None:
    """A body of land: lit along its back, dark at the shore."""
    bounds = land.getBounds()
    top = mix(tints.land, tints.low, 0.2)
    foam = skia.Path(land)
    foam.offset(0, 3.5)
    canvas.drawPath(foam, fill(tints.glint, 0.55))
    canvas.drawPath(land, shaded(linear((0, bounds.top()), (0, bounds.bottom()), [top, tints.land, mix(tints.land, "#000000", 0.3)],
                                        [0, 0.45, 1])))  # fmt: skip
    canvas.save()
    canvas.clipPath(land, doAntiAlias=True)
    canvas.translate(0, 3.2)
    canvas.drawPath(land, fill(mix(tints.land, "#000000", 0.16), 0.55))
    canvas.restore()


def _afloat(
    canvas: skia.Canvas, tints: Tints, prop: Prop, x: float, y: float, height: float
) -> None:
    into = frame(prop, x, y, height)
    water.mirror(
        canvas,
        prop,
        skia.Rect.MakeLTRB(into.left(), into.top(), into.right(), y - 2),
        tints.near,
        0.5,
    )
    dyes = tints.dyes(pale=False)
    draw(canvas, prop, into, replace(dyes, accent=tints.wall))


def _companion(
    canvas: skia.Canvas, scene: Scene, tints: Tints, prop: Prop, x: float, y: float, height: float
) -> None:
    draw(
        canvas,
        prop,
        frame(prop, x, y, height),
        tints.dyes(pale=True),
        flip=bool(scene.rng("turn").random() < 0.5),
    )


def sights(scene: Scene) -> tuple[Prop, ...]:
    """What stands large in a sea."""
    match scene.composition:
        case "headland":
            seen = (_landmark(scene), _offshore(scene), cast.actor(scene))
        case "island":
            seen = (_castaway(scene),)
        case _:
            seen = (_vessel(scene),)
    return tuple(prop for prop in seen if prop is not None)


def _landmark(scene: Scene) -> Prop:
    """What stands on the cape."""
    lead = cast.lead(scene, {Place.LAND}, without={"skyline"})
    return lead or drawn("lighthouse", scene.rng("lead"))


def _offshore(scene: Scene) -> Prop | None:
    """What floats before the cape, where the book has such a thing."""
    return cast.lead(scene, {Place.WATER})


def _vessel(scene: Scene) -> Prop:
    """What floats on the open water."""
    return _offshore(scene) or drawn("boat", scene.rng("boat"))


def _castaway(scene: Scene) -> Prop:
    """Who or what is on the rock."""
    lead = cast.lead(scene, {Place.LAND}, without={"skyline"}) or cast.actor(scene, "reader")
    return lead or drawn("pine", scene.rng("lead"))


def headland(canvas: skia.Canvas, scene: Scene) -> None:
    """A cape from the right with a building on its back; the sun low over the water at the left."""
    tints, focus, short = tints_of(scene.palette), scene.focus, min(scene.width, scene.height)
    horizon = focus.top() + 0.66 * focus.height()
    radius = 0.075 * short
    sun = (focus.left() + 0.3 * focus.width(), horizon - radius * 1.9)
    _air_and_sea(canvas, scene, tints, horizon, sun, radius)
    tip = (focus.left() + 0.46 * focus.width(), horizon + 0.022 * short)
    crest = horizon - min(0.13 * short, 0.2 * focus.height())
    cape = water.headland(scene.rng("cape"), tip, scene.width, crest, horizon + 0.075 * short)
    _buildings(canvas, scene, tints, cape)
    _grass(canvas, cape, tints)
    afloat, person = _offshore(scene), cast.actor(scene)
    if afloat is not None:
        x = focus.left() + 0.24 * focus.width()
        _afloat(canvas, tints, afloat, x, horizon + 0.05 * short, 0.11 * short)
    if person is not None:
        x = focus.left() + 0.57 * focus.width()
        into = frame(person, x, _surface(cape, x) + 2, 0.06 * short)
        draw(canvas, person, into, tints.dyes(pale=False))
    gulls = (focus.left() + 0.52 * focus.width(), horizon - 0.24 * focus.height())
    _life(canvas, scene, tints, gulls)


def _buildings(canvas: skia.Canvas, scene: Scene, tints: Tints, cape: skia.Path) -> None:
    """The lead on the cape, and beside a large one a cottage, for scale."""
    focus, short = scene.focus, min(scene.width, scene.height)
    lead = _landmark(scene)
    x = focus.left() + 0.72 * focus.width()
    tall = min(0.4 * focus.height(), (0.3 if lead.size[0] < 0.8 else 0.2) * short)
    tall *= 0.5 if lead.metres < 3 else 1.0  # a cat is no monument
    _companion(canvas, scene, tints, lead, x, _surface(cape, x) + 0.008 * short, tall)
    if scene.wishes.minimal or lead.metres <= 8:
        return
    x = focus.left() + 0.89 * focus.width()
    cottage = drawn("cottage", scene.rng("cottage"))
    _companion(canvas, scene, tints, cottage, x, _surface(cape, x) + 0.005 * short, 0.07 * short)


def _surface(land: skia.Path, x: float) -> float:
    """The y of the upper edge of `land` at x."""
    bounds = land.getBounds()
    for y in np.arange(bounds.top(), bounds.bottom(), 1.0).tolist():
        if land.contains(x, y):
            return y
    return bounds.bottom()


def open_water(canvas: skia.Canvas, scene: Scene) -> None:
    """A high horizon with one sail; the wide water below it carries the lettering."""
    tints, focus, short = tints_of(scene.palette), scene.focus, min(scene.width, scene.height)
    horizon = focus.top() + 0.72 * focus.height()
    radius = min(0.24 * focus.width(), 0.26 * focus.height())
    sun = (focus.left() + 0.5 * focus.width(), horizon - radius * 0.72)
    _air_and_sea(canvas, scene, tints, horizon, sun, radius)
    prop = _vessel(scene)
    tall = min(0.36 * focus.height(), 0.3 * short)
    tall *= min(1.0, 0.55 * focus.width() / (tall * prop.size[0] / prop.size[1]))
    _afloat(
        canvas,
        tints,
        prop,
        focus.left() + 0.53 * focus.width(),
        horizon + 0.12 * focus.height(),
        tall,
    )
    _life(canvas, scene, tints, (focus.left() + 0.26 * focus.width(), horizon - radius * 1.2))


def island(canvas: skia.Canvas, scene: Scene) -> None:
    """A rock in still water before a great sun; both are mirrored."""
    tints, focus, short = tints_of(scene.palette), scene.focus, min(scene.width, scene.height)
    horizon = focus.top() + 0.62 * focus.height()
    radius = min(0.27 * focus.width(), 0.3 * focus.height())
    x = focus.centerX()
    _air_and_sea(canvas, scene, tints, horizon, (x, horizon - radius * 0.62), radius)
    base = horizon + 0.03 * short
    half, rise = min(0.24 * focus.width(), 0.25 * short), min(0.1 * focus.height(), 0.085 * short)
    rock = water.islet(scene.rng("rock"), x, base, half, rise)
    lead = _castaway(scene)
    tall = min(0.34 * focus.height(), 0.3 * short, 1.25 * half * lead.size[1] / lead.size[0])
    into = frame(lead, x, base - rise * 0.93, tall)
    water.mirror(
        canvas,
        lead,
        skia.Rect.MakeLTRB(into.left(), into.top() + rise * 1.8, into.right(), base + rise * 0.7),
        tints.near,
        0.42,
    )
    glass = skia.Matrix()
    glass.setScale(1, -0.8)
    glass.postTranslate(0, base * 1.8)
    reflection = skia.Path(rock)
    reflection.transform(glass)
    canvas.drawPath(reflection, fill(tints.near, 0.6))
    draw(canvas, lead, into, tints.dyes(pale=False))
    _grass(canvas, rock, tints)
    lower = skia.Rect.MakeLTRB(x - 1.4 * half, base, x + 1.4 * half, base + rise * 2.4)
    water.glints(canvas, scene.rng("ripples"), lower, (tints.glint, tints.near), density=0.3)
    _life(canvas, scene, tints, (x + 0.3 * focus.width(), horizon - radius * 1.1))


def _life(canvas: skia.Canvas, scene: Scene, tints: Tints, centre: tuple[float, float]) -> None:
    if not scene.wishes.minimal:
        sky.flock(
            canvas,
            scene.rng("gulls"),
            centre,
            0.17 * scene.focus.width(),
            mix(tints.land, tints.high, 0.1),
            5,
        )
