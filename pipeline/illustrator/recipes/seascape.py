"""A flat, airy sea: much quiet sky, a sun and its path on the water, one thing to look at.

Palette: sky above, sky at the horizon, sun, sea far, sea near, glints, land, accent, walls and
sails, lit windows.
"""

from dataclasses import dataclass, replace

import numpy as np
import skia

from pipeline.domain.arrangement import WIDE, Arrangement
from pipeline.domain.layout import Align
from pipeline.domain.palette import Palette
from pipeline.drawing.canvas import fill, glow, linear, shaded
from pipeline.drawing.colour import luminance, mix
from pipeline.drawing.finish import finish
from pipeline.illustrator import cast
from pipeline.illustrator.arrangements import above, below
from pipeline.illustrator.calm import hush
from pipeline.illustrator.recipe import Composition, Recipe, Scene
from pipeline.illustrator.scenery import sky, water
from pipeline.illustrator.scenery.prop import Dyes, Place, Prop, draw, frame
from pipeline.illustrator.scenery.props import PROPS


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tints:
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


def _tints(palette: Palette) -> _Tints:
    high, low, sun, far, near, glint, land, accent, wall, lamp = palette.colours
    return _Tints(high=high, low=low, sun=sun, far=far, near=near, glint=glint, land=land,
                  accent=accent, wall=wall, lamp=lamp)  # fmt: skip


def _air_and_sea(canvas: skia.Canvas, scene: Scene, tints: _Tints, horizon: float, sun: tuple[float, float],
                 radius: float) -> None:  # fmt: skip
    """Everything but the land and what stands on it."""
    page = skia.Rect.MakeWH(scene.width, scene.height)
    upper, lower = (
        skia.Rect.MakeWH(scene.width, horizon),
        skia.Rect.MakeLTRB(0, horizon, scene.width, scene.height),
    )
    canvas.drawRect(
        upper,
        shaded(
            linear(
                (0, 0),
                (0, horizon),
                [tints.high, mix(tints.high, tints.low, 0.35), tints.low],
                [0, 0.5, 1],
            )
        ),
    )
    night = luminance(tints.high) < 0.05
    if night:
        sky.stars(canvas, scene.rng("stars"), upper, tints.sun, 170, scene.text)
    band = skia.Rect.MakeLTRB(0, horizon * 0.36, scene.width, horizon * 1.02)
    cloud = mix(tints.low, tints.sun if night else "#ffffff", 0.12 if night else 0.72)
    sky.clouds(canvas, scene.rng("clouds"), band, cloud, 0.3 if night else 0.85, cover=0.42)
    canvas.save()
    canvas.clipRect(upper)
    if night:
        sky.moon(
            canvas,
            scene.rng("moon"),
            sun,
            radius,
            tints.sun,
            mix(tints.low, tints.high, 0.3),
            halo=0.3,
        )
    else:
        glow(canvas, sun, radius * 2.6, tints.sun, 0.26, skia.BlendMode.kSrcOver)
        canvas.drawCircle(*sun, radius, fill(tints.sun))
    if not scene.wishes.minimal:
        low = skia.Rect.MakeLTRB(0, horizon * 0.7, scene.width, horizon * 1.04)
        sky.clouds(canvas, scene.rng("veil"), low, mix(cloud, tints.low, 0.4), 0.7, cover=0.3)
        canvas.drawPath(water.islands(scene.rng("isles"), scene.width, horizon + 1, 0.03 * page.height()),
                        fill(mix(tints.far, tints.low, 0.35)))  # fmt: skip
    canvas.restore()
    water.sea(canvas, lower, tints.far, tints.near)
    colours = (mix(tints.glint, tints.far, 0.25), mix(tints.near, "#000000", 0.12))
    water.glints(canvas, scene.rng("waves"), lower, colours, keep_out=scene.text,
                 density=0.6 if scene.wishes.minimal else 1.0)  # fmt: skip
    water.sun_path(
        canvas,
        scene.rng("path"),
        lower,
        sun[0],
        radius * 1.1,
        mix(tints.sun, tints.glint, 0.12),
        scene.text,
    )


def _grass(canvas: skia.Canvas, land: skia.Path, tints: _Tints) -> None:
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
    canvas: skia.Canvas, tints: _Tints, prop: Prop, x: float, y: float, height: float
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
    canvas: skia.Canvas, scene: Scene, tints: _Tints, prop: Prop, x: float, y: float, height: float
) -> None:
    draw(
        canvas,
        prop,
        frame(prop, x, y, height),
        tints.dyes(pale=True),
        flip=bool(scene.rng("turn").random() < 0.5),
    )


def _headland(canvas: skia.Canvas, scene: Scene) -> None:
    """A cape from the right with a building on its back; the sun low over the water at the left."""
    tints, focus, short = _tints(scene.palette), scene.focus, min(scene.width, scene.height)
    horizon = focus.top() + 0.66 * focus.height()
    radius = 0.075 * short
    sun = (focus.left() + 0.3 * focus.width(), horizon - radius * 1.9)
    _air_and_sea(canvas, scene, tints, horizon, sun, radius)
    edge, tip = scene.width, (focus.left() + 0.46 * focus.width(), horizon + 0.022 * short)
    crest = horizon - min(0.13 * short, 0.2 * focus.height())
    land = water.headland(scene.rng("cape"), tip, edge, crest, horizon + 0.075 * short)
    lead = cast.lead(scene, {Place.LAND}, without={"skyline"})
    lead = lead or PROPS["lighthouse"](scene.rng("lead"))
    x = focus.left() + 0.72 * focus.width()
    y = _surface(land, x) + 0.008 * short
    tall = min(0.4 * focus.height(), (0.3 if lead.size[0] < 0.8 else 0.2) * short)
    _companion(canvas, scene, tints, lead, x, y, tall)
    if not scene.wishes.minimal and lead.metres > 8:
        x2 = focus.left() + 0.89 * focus.width()
        _companion(
            canvas,
            scene,
            tints,
            PROPS["cottage"](scene.rng("cottage")),
            x2,
            _surface(land, x2) + 0.005 * short,
            0.07 * short,
        )
    _grass(canvas, land, tints)
    afloat = cast.lead(scene, {Place.WATER})
    if afloat is not None:
        _afloat(
            canvas,
            tints,
            afloat,
            focus.left() + 0.24 * focus.width(),
            horizon + 0.05 * short,
            0.11 * short,
        )
    _life(
        canvas, scene, tints, (focus.left() + 0.52 * focus.width(), horizon - 0.24 * focus.height())
    )
    person = cast.actor(scene)
    if person is not None:
        px = focus.left() + 0.57 * focus.width()
        draw(
            canvas,
            person,
            frame(person, px, _surface(land, px) + 2, 0.06 * short),
            tints.dyes(pale=False),
        )


def _surface(land: skia.Path, x: float) -> float:
    """The y of the upper edge of `land` at x."""
    bounds = land.getBounds()
    for y in np.arange(bounds.top(), bounds.bottom(), 1.0).tolist():
        if land.contains(x, y):
            return y
    return bounds.bottom()


def _open(canvas: skia.Canvas, scene: Scene) -> None:
    """A high horizon with one sail; the wide water below it carries the lettering."""
    tints, focus, short = _tints(scene.palette), scene.focus, min(scene.width, scene.height)
    horizon = focus.top() + 0.72 * focus.height()
    radius = min(0.24 * focus.width(), 0.26 * focus.height())
    sun = (focus.left() + 0.5 * focus.width(), horizon - radius * 0.72)
    _air_and_sea(canvas, scene, tints, horizon, sun, radius)
    prop = cast.lead(scene, {Place.WATER}) or PROPS["boat"](scene.rng("boat"))
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


def _island(canvas: skia.Canvas, scene: Scene) -> None:
    """A rock in still water before a great sun; both are mirrored."""
    tints, focus, short = _tints(scene.palette), scene.focus, min(scene.width, scene.height)
    horizon = focus.top() + 0.62 * focus.height()
    radius = min(0.27 * focus.width(), 0.3 * focus.height())
    x = focus.centerX()
    _air_and_sea(canvas, scene, tints, horizon, (x, horizon - radius * 0.62), radius)
    base = horizon + 0.03 * short
    half, rise = min(0.24 * focus.width(), 0.25 * short), min(0.1 * focus.height(), 0.085 * short)
    rock = water.islet(scene.rng("rock"), x, base, half, rise)
    lead = cast.lead(scene, {Place.LAND}, without={"skyline"}) or cast.actor(scene, "reader")
    lead = lead or PROPS["pine"](scene.rng("lead"))
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


def _life(canvas: skia.Canvas, scene: Scene, tints: _Tints, centre: tuple[float, float]) -> None:
    if not scene.wishes.minimal:
        sky.flock(
            canvas,
            scene.rng("gulls"),
            centre,
            0.17 * scene.focus.width(),
            mix(tints.land, tints.high, 0.1),
            5,
        )


_PLANS = {"headland": _headland, "open water": _open, "island": _island}


def _paint(canvas: skia.Canvas, scene: Scene) -> None:
    tints = _tints(scene.palette)
    _PLANS[scene.composition](canvas, scene)
    wide = scene.aspect >= WIDE
    for i, rect in enumerate(scene.text):
        on_sea = not wide and (i == 1 or scene.composition == "open water")
        hush(
            canvas,
            [rect],
            tints.near if on_sea or i == 1 else tints.high,
            0.4 if i == 0 else 0.55,
            reach=80,
        )
    finish(canvas, scene.width, scene.height, grain=0.42, paper=0.5,
           vignette=0.25 if scene.palette.dark else 0.06, shade=tints.near)  # fmt: skip


def _sea_inks(palette: Palette) -> tuple[str, ...]:
    """The inks for the water, which is dark in every palette."""
    return palette.inks if palette.dark else palette.inks[::-1]


def _in_sky(
    aspect: float, palette: Palette, align: Align, *, vertical: bool = False
) -> Arrangement:
    zones = above(aspect, palette, share=0.38, align=align, vertical=vertical)
    return replace(zones, small_inks=_sea_inks(palette))


def _headland_lettering(aspect: float, palette: Palette) -> Arrangement:
    return _in_sky(aspect, palette, Align.LEFT)


def _open_lettering(aspect: float, palette: Palette) -> Arrangement:
    zones = below(aspect, palette, share=0.4)
    return replace(
        zones,
        inks=palette.inks if aspect >= WIDE else _sea_inks(palette),
        small_inks=_sea_inks(palette),
    )


def _island_lettering(aspect: float, palette: Palette) -> Arrangement:
    return _in_sky(aspect, palette, Align.CENTRE, vertical=True)


RECIPE = Recipe(
    name="seascape",
    idea="a quiet sea under much sky, with one thing to look at",
    paint=_paint,
    compositions=(
        Composition(name="headland", arrange=_headland_lettering),
        Composition(name="open water", arrange=_open_lettering),
        Composition(name="island", arrange=_island_lettering),
    ),
    palettes=(
        Palette(name="peach evening", dark=False, inks=("#1f3440", "#fdf3e2"),
                colours=("#f7ecd9", "#f6c3ac", "#e2573d", "#8cb6ba", "#1f5068", "#e9f3ee", "#21403d", "#d9493a", "#f8f1e4", "#f4b445")),
        Palette(name="moonlit navy", dark=True, inks=("#f4ecd2", "#cfe0ee"),
                colours=("#0b1630", "#41618c", "#f5ecc9", "#2b4d74", "#081124", "#bcd3e6", "#060c19", "#a8443c", "#9fb1c6", "#ffd27a")),
        Palette(name="winter glass", dark=False, inks=("#26404b", "#f7faf8"),
                colours=("#f1f4f2", "#d9e5e6", "#f0a88e", "#b9d0d4", "#3f6c7a", "#ffffff", "#2d4750", "#c9604a", "#fdfdfa", "#f2c063")),
        Palette(name="citrus morning", dark=False, inks=("#0f4449", "#fff6dd"),
                colours=("#fbe6ae", "#fbbd7c", "#fff8e2", "#5fb0a6", "#0f5459", "#f6f6da", "#12433f", "#e0592f", "#fff7e6", "#ffd873")),
        Palette(name="storm", dark=True, inks=("#f1eee2", "#d8c9a0"),
                colours=("#323d47", "#93a09c", "#e6dcba", "#5f7377", "#141d23", "#c9d4d1", "#10171b", "#93402f", "#c3c8c0", "#f0bb62")),
        Palette(name="rose dusk", dark=True, inks=("#fff0e6", "#ffd5bd"),
                colours=("#4a3a63", "#e79a93", "#ffe0b8", "#9a6f8c", "#2a2146", "#ffd9c4", "#1f1834", "#d8574f", "#f3dcd0", "#ffcf7d")),
    ),
    genres={"essay": 1.0, "poetry": 0.9, "literary": 0.85, "romance": 0.7, "children": 0.5, "biography": 0.6,
            "history": 0.5, "mystery": 0.5, "religion": 0.5, "fantasy": 0.4, "horror": 0.25},
    settings=("sea", "island", "river"),
)  # fmt: skip
