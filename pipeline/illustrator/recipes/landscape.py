"""Layered, atmospheric landscape: a far light, ridges in mist, one building or tree, a wanderer.

Palette: zenith, middle sky, horizon, sun or moon, far land, near land, accent, lit windows.
"""

import math
from dataclasses import replace
from typing import Any

import skia

from pipeline.domain.arrangement import WIDE, Arrangement
from pipeline.domain.layout import Align
from pipeline.domain.palette import Palette
from pipeline.drawing.finish import finish
from pipeline.illustrator import cast
from pipeline.illustrator.arrangements import above, below
from pipeline.illustrator.calm import hush
from pipeline.illustrator.recipe import Composition, Recipe, Scene
from pipeline.illustrator.scenery import sky
from pipeline.illustrator.scenery.prop import Place, Prop
from pipeline.illustrator.scenery.props import drawn
from pipeline.illustrator.vista import SETTINGS, Air, Vista
from pipeline.illustrator.vista_painter import paint_vista


def air_of(palette: Palette) -> Air:
    """The palette's colours by name."""
    zenith, middle, horizon, light, far, near, accent, lamp = palette.colours
    return Air(zenith=zenith, middle=middle, horizon=horizon, light=light, far=far, near=near,
               accent=accent, lamp=lamp)  # fmt: skip


def prop_height(prop: Prop, focus: skia.Rect) -> float:
    """How tall a prop stands: big things bigger, though far less than in nature."""
    share = min(0.62, max(0.2, 0.17 + 0.195 * math.log10(prop.metres)))
    return share * min(focus.height(), 1.15 * focus.width())


def _stand(prop: Prop | None, focus: skia.Rect, x: float, foot: float) -> skia.Rect:
    if prop is None:
        return skia.Rect.MakeEmpty()
    h = prop_height(prop, focus)
    w = h * prop.size[0] / prop.size[1]
    widest = (0.74 if prop.metres > 12 else 0.46) * focus.width()
    h, w = (h * widest / w, widest) if w > widest else (h, w)
    return skia.Rect.MakeLTRB(x - w / 2, foot - h, x + w / 2, foot)


def _lead(scene: Scene) -> Prop | None:
    return cast.lead(scene, {Place.LAND, Place.AIR}, without={"skyline", "birds"})


def _setting(scene: Scene) -> str:
    """The place: a village rather than a town where both are named, and a ground under a sky."""
    setting = cast.place_of(scene, SETTINGS, "mountains")
    named = [concept.setting for concept in scene.concepts[:5]]
    others = [place for place in SETTINGS if place in named and place != setting]
    if setting == "city" and "village" in others:
        return "village"
    if setting == "sky" and others:
        return min(others, key=named.index)
    return setting


def _walker(scene: Scene) -> Prop | None:
    return None if scene.wishes.minimal else cast.company(scene, _setting(scene))


NATIVE = {"mountains": "pine", "forest": "fir", "field": "tree", "garden": "blossom", "village": "cottage",
          "snow": "fir", "river": "tree", "road": "tree", "desert": "caravan"}  # fmt: skip


def _native(scene: Scene) -> Prop | None:
    """What stands on a crest of such a place anyway; under the stars, two who look up."""
    name = NATIVE.get(_setting(scene))
    if scene.wishes.people and cast.weather(scene) == "stars":
        name = str(scene.rng("gazing").choice(["couple", "child", "hiker"]))
    return None if name is None else drawn(name, scene.rng("lead"))


def _vale(scene: Scene) -> Vista:
    """The light hangs low in the middle and the prop stands before it."""
    focus, short = scene.focus, min(scene.width, scene.height)
    radius = 0.3 * min(focus.width(), 0.95 * focus.height())
    x = focus.centerX()
    foot = focus.top() + 0.66 * focus.height()
    prop = _lead(scene)
    stand = _stand(prop, focus, x, foot)
    centre = (
        x + 0.1 * radius,
        min(foot - 0.45 * radius, stand.top() + 0.9 * radius) if prop else foot - radius,
    )
    centre = (centre[0], max(centre[1], focus.top() + radius * 1.04))
    walker = _walker(scene)
    return _vista(scene, horizon=foot - 0.12 * focus.height(), disc=(centre, radius), lead=prop, stand=stand,
                  walker=walker, walker_at=(x - 0.2 * focus.width(), focus.bottom() - 0.03 * short),
                  walker_height=0.075 * short)  # fmt: skip


def _summit(scene: Scene) -> Vista:
    """A huge light high up, the prop small on a crest; lettering on the dark land below."""
    focus, short = scene.focus, min(scene.width, scene.height)
    radius = 0.37 * min(focus.width(), focus.height())
    x = focus.left() + 0.5 * focus.width()
    foot = focus.bottom() - 0.06 * focus.height()
    prop = _lead(scene)
    actor = cast.actor(scene)
    lead = prop or actor or _native(scene)
    aloft = 0.2 * focus.height() if prop is not None and prop.place is Place.AIR else 0.0
    stand = _stand(lead, focus, x, foot - aloft)
    walker = _walker(scene) if lead is not actor else None
    below = scene.text[0].top() + 0.01 * scene.height
    floor = below if below > foot else scene.height * 0.86
    return _vista(scene, horizon=foot - 0.06 * focus.height(), disc=((x, focus.top() + 1.28 * radius), radius),
                  floor=floor,
                  lead=lead, stand=stand, walker=walker,
                  walker_at=(x + 0.36 * focus.width(), foot + 0.02 * short), walker_height=0.05 * short)  # fmt: skip


def _expanse(scene: Scene) -> Vista:
    """Vast air with lettering at the left; everything gathers low at the right and is small."""
    focus, short = scene.focus, min(scene.width, scene.height)
    x = focus.left() + 0.69 * focus.width()
    foot = focus.top() + 0.8 * focus.height()
    prop = _lead(scene)
    stand = _stand(prop, focus, x, foot)
    stand = skia.Rect.MakeLTRB(x - 0.32 * stand.width(), foot - 0.64 * stand.height(),
                               x + 0.32 * stand.width(), foot)  # fmt: skip
    radius = 0.085 * short
    y = max(focus.top() + 1.3 * radius, foot - 0.5 * focus.height())
    walker = _walker(scene)
    return _vista(scene, horizon=foot - 0.08 * focus.height(), disc=((focus.left() + 0.24 * focus.width(), y), radius),
                  lead=prop, stand=stand, walker=walker,
                  walker_at=(focus.left() + 0.26 * focus.width(), focus.bottom() - 0.03 * short),
                  walker_height=0.07 * short)  # fmt: skip


def _vista(scene: Scene, **parts: Any) -> Vista:
    setting = _setting(scene)
    odds = {"river": 0.75, "mountains": 0.3, "forest": 0.25, "snow": 0.2}.get(setting, 0.0)
    lake = scene.composition != "summit" and scene.rng("lake").random() < odds
    if lake:
        parts = parts | {"walker": None}
    weather = cast.weather(scene)
    young = scene.composition == "expanse" and scene.rng("phase").random() < 0.4
    if weather == "rain" or scene.bare:
        parts = parts | {"disc": None}
    if weather == "stars" and scene.palette.dark and scene.composition == "summit":
        parts = parts | {"disc": None}  # nobody sees the milky way beside a full moon
    return Vista(page=skia.Rect.MakeWH(scene.width, scene.height), air=air_of(scene.palette),
                 setting=setting, rng=scene.rng, keep_out=scene.text, sparse=scene.wishes.minimal,
                 town=cast.town(scene), weather=weather, lake=lake, young=young, bare=scene.bare, **parts)  # fmt: skip


_GROUND = frozenset({Place.LAND, Place.AIR})
"""There is no water to float on."""
_PLANS = {"vale": _vale, "summit": _summit, "expanse": _expanse}


def _sights(scene: Scene) -> tuple[Prop, ...]:
    """What stands in the landscape, and who goes through it."""
    vista = _PLANS[scene.composition](scene)
    return tuple(prop for prop in (vista.lead, vista.walker) if prop is not None)


def _paint(canvas: skia.Canvas, scene: Scene) -> None:
    vista = _PLANS[scene.composition](scene)
    paint_vista(canvas, vista)
    air = vista.air
    if vista.disc is not None and not scene.wishes.minimal:
        (x, y), radius = vista.disc
        sky.flock(canvas, scene.rng("birds"), (x + 0.9 * radius, y - 0.2 * radius), 1.3 * radius,
                  air.near, 6)  # fmt: skip
    title = scene.text[0]
    ground = air.zenith if title.centerY() < vista.horizon else air.near
    hush(canvas, [title], ground, 0.34, reach=120)
    hush(canvas, scene.text[1:], air.near, 0.5, reach=60)
    finish(canvas, scene.width, scene.height, grain=0.4, paper=0.25,
           vignette=0.34 if scene.palette.dark else 0.12, shade=air.near)  # fmt: skip


def _pale_first(palette: Palette) -> tuple[str, ...]:
    """The inks for dark land: in a light palette the last one."""
    return palette.inks if palette.dark else palette.inks[::-1]


def _on_land(zones: Arrangement, palette: Palette) -> Arrangement:
    """The same zones with an author that stands on near, dark land."""
    return replace(zones, small_inks=_pale_first(palette))


def _vale_lettering(aspect: float, palette: Palette) -> Arrangement:
    return _on_land(above(aspect, palette, share=0.37), palette)


def _summit_lettering(aspect: float, palette: Palette) -> Arrangement:
    zones = below(aspect, palette, share=0.34)
    if aspect >= WIDE:
        return _on_land(zones, palette)
    return replace(zones, inks=_pale_first(palette), small_inks=_pale_first(palette))


def _expanse_lettering(aspect: float, palette: Palette) -> Arrangement:
    return _on_land(above(aspect, palette, share=0.4, align=Align.LEFT, vertical=True), palette)


RECIPE = Recipe(
    alone=0.3,
    name="landscape",
    idea="layers of land fading into mist under one great light",
    paint=_paint,
    compositions=(
        Composition(name="vale", far=True, arrange=_vale_lettering, carries=_GROUND, about=(
            "village", "river", "farm", "vineyard", "hanok", "bridge", "garden")),
        Composition(name="summit", far=True, arrange=_summit_lettering, carries=_GROUND, about=(
            "mountain", "mountains", "hiking", "castle", "palace", "tower", "buddhist-temple")),
        Composition(name="expanse", far=True, arrange=_expanse_lettering, carries=_GROUND, about=(
            "desert", "field", "road", "snow", "savanna", "wanderer", "pilgrim", "travel")),
    ),
    palettes=(
        Palette(name="ember dusk", dark=True, inks=("#fff1dc", "#ffd9a0"),
                colours=("#1d1638", "#6d3a6b", "#f0a368", "#ffe3ae", "#c97f66", "#1b1426", "#b5443c", "#ffd27a"),
                about=("sunset", "fire", "volcano", "campfire", "war", "pirate", "war-sword", "torch", "phoenix", "sun")),
        Palette(name="moonlit teal", dark=True, inks=("#f7f0dc", "#f0d99a"),
                colours=("#06121f", "#123a4c", "#5fa0a2", "#f6eac2", "#3f7f87", "#061019", "#a8483a", "#ffce73"),
                about=("night-sky", "moon", "astronomy", "galaxy", "shooting-star", "eclipse", "ghost", "owl", "bat", "dream", "space", "grave")),
        Palette(name="morning haze", dark=False, inks=("#23333f", "#f7f1e6"),
                colours=("#cfdfe3", "#e6e6dc", "#fbe3c8", "#fff3d6", "#c3ccc9", "#2f4a52", "#c2553f", "#ffe2a0"),
                about=("fog", "river", "bird", "feather", "lake", "crane", "memory", "sunrise", "dandelion")),
        Palette(name="amber noon", dark=False, inks=("#4a1f14", "#fff0d8"),
                colours=("#f4c98b", "#f7d7a4", "#fdeccb", "#fff8e4", "#e9b079", "#6b2a1d", "#a83c2c", "#ffe9b0"),
                about=("desert", "egypt", "ruins", "savanna", "cowboy", "wheat", "sun", "rome-greece")),
        Palette(name="winter blue", dark=True, inks=("#f4f8fb", "#cfe3ee"),
                colours=("#16294a", "#4c6f97", "#c5d7e3", "#fdf6e3", "#93afc6", "#12203a", "#9a3f46", "#ffd58a"),
                about=("snow", "polar", "penguin", "winter", "mountain")),
        Palette(name="green gold", dark=True, inks=("#fbf3d4", "#efd58b"),
                colours=("#12261f", "#3c5f45", "#d9cf8b", "#fbf0b9", "#8ca870", "#0d1a15", "#b4622f", "#ffe08a"),
                about=("forest", "bamboo", "leaf", "mushroom", "fairy", "farm", "sprout", "frog", "tree")),
        Palette(name="blossom spring", dark=False, inks=("#5a2440", "#fff6f2"),
                colours=("#cfe0ea", "#f0e2e6", "#fbd9d4", "#fffaf0", "#e2bcc6", "#6d3a58", "#ef8fa8", "#fff0c4"),
                about=("cherry-blossom", "plum-blossom", "rose", "butterfly", "wedding", "love", "garden")),
        Palette(name="first snow", dark=False, inks=("#24384f", "#ffffff"),
                colours=("#dbe6ee", "#e9eef1", "#f6ece4", "#ffffff", "#c9d7e0", "#35506a", "#b8584e", "#ffdf9a"),
                about=("snow", "polar", "penguin")),
        Palette(name="harvest", dark=False, inks=("#4a2418", "#fff3da"),
                colours=("#f3dcb0", "#f6d49a", "#fbe3b6", "#fff6dc", "#d9a15f", "#5a2f1c", "#c2562c", "#ffe7a3"),
                about=("autumn", "ginkgo", "wheat", "farm", "pumpkin", "vineyard", "apple", "windmill")),
    ),
    genres={"fantasy": 1.0, "history": 0.75, "literary": 0.7, "biography": 0.55, "poetry": 0.6,
            "religion": 0.55, "essay": 0.5, "childrens": 0.45, "mystery": 0.5, "horror": 0.45,
            "romance": 0.45, "science-fiction": 0.35, "thriller": 0.35},
    settings=SETTINGS,
    sights=_sights,
)  # fmt: skip
