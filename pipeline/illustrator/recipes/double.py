"""Double exposure: one silhouette on paper, and a whole landscape inside it.

Palette: paper, then as for a landscape: zenith, middle sky, horizon, sun or moon, far land, near
land, accent, lit windows.
"""

from dataclasses import replace

import skia

from pipeline.domain.arrangement import WIDE, Arrangement, margin
from pipeline.domain.geometry import Box
from pipeline.domain.layout import Align
from pipeline.domain.palette import Palette
from pipeline.drawing.canvas import fill, fitted, linear, shaded, soft_shadow, stroke
from pipeline.drawing.colour import mix
from pipeline.drawing.finish import finish
from pipeline.illustrator import cast
from pipeline.illustrator.arrangements import above, below
from pipeline.illustrator.calm import hush
from pipeline.illustrator.icons import icon_path, known_icons
from pipeline.illustrator.recipe import Composition, Recipe, Scene, stage
from pipeline.illustrator.scenery import sky, terrain
from pipeline.illustrator.scenery.profiles import profile
from pipeline.illustrator.scenery.prop import Place
from pipeline.illustrator.scenery.props import drawn
from pipeline.illustrator.scenery.shapes import disc, joined, without
from pipeline.illustrator.vista import SETTINGS, Air, Vista
from pipeline.illustrator.vista_painter import paint_vista

BEASTS = frozenset({"deer", "wolf", "fox", "cat", "horse", "whale"})
"""Props whose drawn outline is a better vessel than an emblem."""


LEAST_LEAD = 90.0
"""How tall, in units, something inside a silhouette must stand to be worth drawing."""


def _vessel(scene: Scene) -> tuple[skia.Path, bool]:
    """The silhouette that holds the picture, and whether it is a drawn creature facing right.

    A drawn animal, a human profile, an emblem, or where nothing fits a plain disc.
    """
    head = scene.wishes.people and any(concept.person for concept in scene.concepts[:1])
    for concept in scene.concepts[: 0 if head else None]:
        if concept.scene in BEASTS:
            return drawn(concept.scene, scene.rng("beast")).body, True
        if concept.icon in known_icons():
            return icon_path(concept.icon), False
    if scene.wishes.people:
        return profile(bun=bool(scene.rng("hair").random() < 0.5)), True
    return disc(0, 0, 1), False


def _solid(path: skia.Path) -> skia.Path:
    """The outline with its holes filled, so that the picture inside is whole."""
    whole = skia.Path()
    part = skia.Path()
    for verb, points in path:
        if verb == skia.Path.kMove_Verb:
            whole, part = _with(whole, part), skia.Path()
            part.moveTo(points[0])
        elif verb == skia.Path.kLine_Verb:
            part.lineTo(points[1])
        elif verb in {skia.Path.kQuad_Verb, skia.Path.kConic_Verb}:
            part.quadTo(points[1], points[2])
        elif verb == skia.Path.kCubic_Verb:
            part.cubicTo(points[1], points[2], points[3])
        elif verb == skia.Path.kClose_Verb:
            part.close()
    return _with(whole, part)


def _with(whole: skia.Path, part: skia.Path) -> skia.Path:
    return whole if part.isEmpty() else joined(whole, part)


def _air(palette: Palette) -> Air:
    _, zenith, middle, horizon, light, far, near, accent, lamp = palette.colours
    if palette.dark:
        near = mix(near, middle, 0.42)  # else the foot of the picture would sink into dark paper
    return Air(zenith=zenith, middle=middle, horizon=horizon, light=light, far=far, near=near,
               accent=accent, lamp=lamp)  # fmt: skip


def roomy(solid: skia.Path, stand: skia.Rect) -> bool:
    """Whether the silhouette shows all of something that stands there, and air round it."""
    around = stand.makeOutset(0.25 * stand.width(), 0.35 * stand.height())
    corners = ((around.left(), around.top()), (around.right(), around.top()),
               (around.left(), stand.bottom()), (around.right(), stand.bottom()))  # fmt: skip
    return stand.height() > LEAST_LEAD and all(solid.contains(x, y) for x, y in corners)


def _inside(scene: Scene, solid: skia.Path) -> Vista:
    """A landscape that fills the silhouette's bounds; its light sits in the upper middle."""
    bounds = solid.computeTightBounds()
    w, h = bounds.width(), bounds.height()
    setting = cast.place_of(scene, SETTINGS, "forest")
    lead = cast.lead(scene, {Place.LAND}, without={"skyline", *BEASTS})
    foot = bounds.top() + 0.66 * h
    tall = 0.2 * min(h, 1.2 * w)
    x = bounds.left() + 0.52 * w
    stand = skia.Rect.MakeLTRB(x - tall * 0.8, foot - tall, x + tall * 0.8, foot)
    walker = cast.actor(scene) if lead is None else None
    inmate = lead or walker
    page = skia.Rect.MakeLTRB(
        bounds.left(), bounds.top(), max(bounds.right(), 10.0), bounds.bottom() + 4
    )
    radius = 0.17 * min(w, h)
    centre = (bounds.left() + 0.56 * w, bounds.top() + 0.44 * h)
    return Vista(page=page, air=_air(scene.palette), setting=setting, horizon=bounds.top() + 0.52 * h,
                 rng=scene.rng, disc=(centre, radius), lead=inmate if roomy(solid, stand) else None, stand=stand,
                 sparse=scene.wishes.minimal)  # fmt: skip


def _expose(canvas: skia.Canvas, scene: Scene, shape: skia.Path) -> None:
    """The picture inside its silhouette, the emblem's inner lines as veils of paper."""
    paper, near = scene.palette.colours[0], scene.palette.colours[6]
    solid = _solid(shape)
    soft_shadow(canvas, solid, 6, 10, 14, near, 0.3)
    canvas.save()
    canvas.clipPath(solid, doAntiAlias=True)
    paint_vista(canvas, _inside(scene, solid))
    gaps = without(solid, shape)
    canvas.drawPath(gaps, fill(paper, 0.8))
    for k in range(5):
        canvas.drawPath(solid, stroke(near, 5 + 7 * k, 0.05))
    canvas.restore()


def _paper(canvas: skia.Canvas, scene: Scene) -> None:
    paper = scene.palette.colours[0]
    shader = linear((0, 0), (0, scene.height), [mix(paper, "#ffffff", 0.12), paper])
    canvas.drawRect(skia.Rect.MakeWH(scene.width, scene.height), shaded(shader))


def _specimen(canvas: skia.Canvas, scene: Scene) -> None:
    """The silhouette whole and alone on its paper."""
    _paper(canvas, scene)
    inset = 0.05 * min(scene.width, scene.height)
    room = scene.focus.makeInset(max(inset, 0.06 * scene.focus.width()), inset)
    shape = fitted(_vessel(scene)[0], room)
    _expose(canvas, scene, shape)
    _birds(canvas, scene, shape.computeTightBounds())


def _birds(canvas: skia.Canvas, scene: Scene, bounds: skia.Rect) -> None:
    """A few birds leave the picture: the silhouette is not closed to the world."""
    if scene.wishes.minimal:
        return
    x = min(bounds.right() + 0.02 * bounds.width(), scene.focus.right() - 0.1 * scene.focus.width())
    y = bounds.top() + 0.16 * bounds.height()
    sky.flock(
        canvas, scene.rng("birds"), (x, y), 0.22 * bounds.width(), scene.palette.colours[6], 5
    )


def _rooted(canvas: skia.Canvas, scene: Scene) -> None:
    """The silhouette rises out of a wood that runs across the page and carries the lettering."""
    _paper(canvas, scene)
    colours, focus = scene.palette.colours, scene.focus
    short = min(scene.width, scene.height)
    foot = focus.bottom() - 0.03 * short
    room = skia.Rect.MakeLTRB(focus.left() + 0.1 * focus.width(), focus.top() + 0.07 * short,
                              focus.right() - 0.1 * focus.width(), foot)  # fmt: skip
    front = stage(canvas, scene)
    _expose(front, scene, fitted(_vessel(scene)[0], room, seat="foot"))
    rng = scene.rng("wood")
    for k, (lift, tall) in enumerate(((0.035, 0.07), (0.0, 0.1))):
        colour = mix(colours[5], colours[6], (0.62, 1.0)[k])
        line = terrain.hills(
            rng, scene.width, foot + (0.03 + 0.02 * k) * short, 0.09 * short - lift * short
        )
        canvas.drawPath(terrain.forest(rng, line, tall * short, 0.75, frame=0.7), fill(colour))
        canvas.drawPath(terrain.ground(line, scene.height), fill(colour))
    _birds(front, scene, room)


def _cropped(canvas: skia.Canvas, scene: Scene) -> None:
    """The silhouette larger than its room, cut by the page's lower right corner."""
    _paper(canvas, scene)
    focus = scene.focus
    vessel, living = _vessel(scene)
    # a head may lean out of the page; an emblem that loses a side is not recognised any more
    over = 0.12 * focus.width() if living else -0.03 * focus.width()
    grown = skia.Rect.MakeLTRB(focus.left() + 0.08 * focus.width(), focus.top() + 0.03 * focus.height(),
                               scene.width + over, scene.height * 1.04)  # fmt: skip
    bounds = vessel.computeTightBounds()
    scale = min(grown.width() / bounds.width(), grown.height() / bounds.height())
    w, h = bounds.width() * scale, bounds.height() * scale
    right = grown.right() if w > 0.7 * grown.width() else scene.width - 0.08 * focus.width()
    seated = living and h > 0.8 * w
    foot = (
        grown.bottom()
        if seated
        else min(focus.centerY() + h / 2, scene.height - 0.04 * focus.height())
    )
    into = skia.Rect.MakeLTRB(right - w, foot - h, right, foot)
    _expose(canvas, scene, fitted(vessel, into, flip=living))


_PLANS = {"specimen": _specimen, "rooted": _rooted, "cropped": _cropped}


def _paint(canvas: skia.Canvas, scene: Scene) -> None:
    _PLANS[scene.composition](canvas, scene)
    paper, near = scene.palette.colours[0], scene.palette.colours[6]
    if scene.composition != "cropped":
        hush(
            canvas,
            scene.text[:1],
            near if scene.composition == "rooted" and scene.aspect < WIDE else paper,
            0.3,
        )
    finish(canvas, scene.width, scene.height, grain=0.38, paper=0.55, vignette=0.1, shade=near)


def _inks_on_land(palette: Palette) -> tuple[str, ...]:
    return palette.inks if palette.dark else palette.inks[::-1]


def _specimen_lettering(aspect: float, palette: Palette) -> Arrangement:
    return above(aspect, palette, share=0.34)


def _rooted_lettering(aspect: float, palette: Palette) -> Arrangement:
    zones, inks = below(aspect, palette, share=0.3), _inks_on_land(palette)
    return replace(zones, inks=palette.inks if aspect >= WIDE else inks, small_inks=inks)


def _cropped_lettering(aspect: float, palette: Palette) -> Arrangement:
    """All lettering above, the author over the title, so that the corner is free for the picture."""
    zones = above(aspect, palette, share=0.36, align=Align.LEFT, vertical=True)
    if aspect >= WIDE:
        return zones
    _, my = margin(aspect)
    author = Box(x=zones.title.x, y=my, w=zones.title.w, h=0.035)
    title = Box.edges(zones.title.x, author.bottom + 0.035, zones.title.right, 0.4)
    return replace(zones, title=title, author=author)


RECIPE = Recipe(
    needs_icon=True,
    solid=True,
    name="double",
    idea="one silhouette on paper with a whole landscape inside it",
    paint=_paint,
    compositions=(
        Composition(name="specimen", arrange=_specimen_lettering),
        Composition(name="rooted", far=True, arrange=_rooted_lettering),
        Composition(name="cropped", arrange=_cropped_lettering),
    ),
    palettes=(
        Palette(name="moss on ivory", dark=False, inks=("#12262c", "#f6f0e2"),
                colours=("#ece6d8", "#16303c", "#4f7f80", "#dcdcae", "#fbf3cf", "#8fae8c", "#0e2228", "#a8503a", "#ffdf94"),
                about=("forest", "field", "river", "village", "leaf",)),
        Palette(name="rust on cream", dark=False, inks=("#3a1712", "#fff3e2"),
                colours=("#f3e8d6", "#5a1f1e", "#b5533a", "#f3b87a", "#fff0c9", "#d98a5b", "#32110f", "#8c2f22", "#ffe0a0"),
                about=("desert", "autumn", "war", "horse", "fire", "lion",)),
        Palette(name="indigo on snow", dark=False, inks=("#141f3d", "#f7f9fc"),
                colours=("#eef1f3", "#16234a", "#54679c", "#e6c3c6", "#fff1e4", "#8e9cc0", "#0f1936", "#b34a5c", "#ffdda0"),
                about=("snow", "mountains", "love", "cherry-blossom", "polar",)),
        Palette(name="night paper", dark=True, inks=("#f3ead2", "#e7c98a"),
                colours=("#141a24", "#2b4a66", "#7fa3ac", "#f0d9a4", "#fff4d6", "#6f8f94", "#0a0f17", "#c0573f", "#ffd27a"),
                about=("night-sky", "moon", "owl", "space", "sea", "wolf", "city",)),
        Palette(name="oxblood paper", dark=True, inks=("#fbe8d3", "#f0b98a"),
                colours=("#3a1018", "#713042", "#c9807a", "#f7cfa4", "#fff0d2", "#a85c5c", "#1d070d", "#e08a4c", "#ffd9a0"),
                about=("crime", "heart-organ", "war", "dagger", "skull", "love",)),
    ),
    genres={"literary": 1.0, "biography": 0.75, "poetry": 0.7, "mystery": 0.6, "essay": 0.55, "thriller": 0.45,
            "fantasy": 0.6, "history": 0.5, "horror": 0.5, "religion": 0.45, "romance": 0.4, "science-fiction": 0.35},
)  # fmt: skip
