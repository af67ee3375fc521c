"""Noir: one vanishing point, one light, one figure that walks towards it or waits for us.

Palette: darkness, middle, light, the light's core, accent (lines, lit windows), silhouettes.
"""

from dataclasses import replace

import skia

from pipeline.domain.arrangement import WIDE, Anchor, Arrangement, margin
from pipeline.domain.geometry import Box
from pipeline.domain.layout import Align
from pipeline.domain.palette import Palette
from pipeline.drawing.canvas import glow
from pipeline.drawing.finish import finish
from pipeline.illustrator import cast
from pipeline.illustrator.arrangements import above, below, beside
from pipeline.illustrator.calm import hush
from pipeline.illustrator.recipe import Composition, Recipe, Scene
from pipeline.illustrator.recipes.noir_halls import corridor, tunnel
from pipeline.illustrator.recipes.noir_places import fir_road, landing, lane, quay, stairs, steep
from pipeline.illustrator.recipes.noir_stage import EYE, Stage
from pipeline.illustrator.recipes.noir_streets import alley, avenue
from pipeline.illustrator.scenery.prop import Dyes, Prop, draw, frame
from pipeline.illustrator.scenery.props import drawn
from pipeline.illustrator.scenery.water import mirror

HALLS = {"tunnel": tunnel, "alley": alley, "avenue": avenue, "quay": quay, "lane": lane,
         "fir road": fir_road, "stairs": stairs}  # fmt: skip
PLACES = {
    "alley": (("quay", {"harbour", "ship", "sea", "island", "factory", "fishing"}),
              ("lane", {"palace", "hanok", "hanbok", "tal", "buddhist-temple", "dokkaebi", "gumiho"})),
    "avenue": (("fir road", {"forest", "snow", "wolf", "fox", "bear", "mountain", "road", "car", "camping", "cabin",
                             "deer", "fog", "bamboo"}),),
    "corridor": (("stairs", {"stairs", "ghost", "captivity", "secret", "tower", "castle", "light", "piano"}),),
}  # fmt: skip
"""Where a composition is set instead, in a book about one of these."""


def _place(scene: Scene) -> str:
    """The place that a composition shows for this book."""
    names = {concept.name for concept in scene.concepts[:4]}
    places = (place for place, about in PLACES.get(scene.composition, ()) if about & names)
    chance = "stairs" if scene.rng("place").random() < 0.25 else "corridor"
    usual = chance if scene.composition == "corridor" else scene.composition
    return next(places, usual)


def _stage(scene: Scene) -> Stage:
    """Eye level lies where a figure of the right size just fits into the focus."""
    dark, middle, light, pale, accent, ink = scene.palette.colours
    focus = scene.focus
    share = {"corridor": 0.5, "avenue": 0.34}.get(scene.composition, 0.36)
    x = focus.centerX()
    y = focus.top() + share * focus.height()
    metre = min(0.26 * focus.height(), 0.3 * focus.width())
    return Stage(scene=scene, vanish=(x, y), metre=metre, dark=dark, middle=middle, light=light,
                 pale=pale, accent=accent, ink=ink)  # fmt: skip


def _person(scene: Scene) -> Prop | None:
    """Whom the book speaks of, else somebody in a coat, who has an umbrella in the rain."""
    spoken_of = cast.actor(scene)
    if spoken_of is not None or not scene.wishes.people:
        return spoken_of
    names = {concept.name for concept in scene.concepts[:4]}
    met = [
        who for about, who in cast.COMPANY if about & names and who in {"couple", "child", "woman"}
    ]
    if met:
        return drawn(met[0], scene.rng("actor"))
    if cast.town(scene) is not None:  # hats and briefcases are of the last century
        who = str(scene.rng("someone").choice(["figure", "woman"]))
    elif names & {"detective", "spy", "crime", "pursuit", "conspiracy"}:
        who = "man"
    else:
        odds = (0.4, 0.25, 0.35) if scene.composition == "alley" else (0.6, 0.4, 0.0)
        who = str(scene.rng("someone").choice(["man", "woman", "umbrella"], p=odds))
    return drawn(who, scene.rng("actor"))


def _presence(scene: Scene) -> tuple[Prop | None, float]:
    """Who or what waits in the picture, and how tall it is in metres."""
    person = _person(scene)
    if person is not None:
        return person, min(person.metres, 2.3 if person.metres > 2 else 1.85)
    beast = next((drawn(c.scene, scene.rng("beast")) for c in scene.concepts
                  if c.scene in {"cat", "wolf", "fox", "deer", "bicycle", "lamp"}), None)  # fmt: skip
    if beast is not None:
        return beast, min(beast.metres * 1.3, 4.2)
    if scene.composition in {"corridor", "alley"}:
        return None, 0.0
    return drawn("lamp", scene.rng("lamp")), 3.6


def _sights(scene: Scene) -> tuple[Prop, ...]:
    """Who or what waits."""
    prop, _ = _presence(scene)
    return () if prop is None else (prop,)


def _stand(canvas: skia.Canvas, stage: Stage, prop: Prop, tall: float) -> None:
    """The silhouette before the light, its reflection and its shadow towards us."""
    depth = 1.22 if tall > 1.0 else 0.95
    foot = stage.at(0.0 if tall > 1.0 else 0.35, EYE, depth)
    room = foot[1] - stage.scene.focus.top() - 12
    into = frame(prop, *foot, min(tall * stage.metre / depth, room))
    glow(
        canvas,
        (into.centerX(), into.centerY() - 0.2 * into.height()),
        into.height() * 0.85,
        stage.pale,
        0.34,
    )
    mirror(canvas, prop, into, stage.ink, 0.5)
    draw(canvas, prop, into, Dyes(body=stage.ink, light=stage.pale))


def _paint(canvas: skia.Canvas, scene: Scene) -> None:
    stage, place = _stage(scene), _place(scene)
    if place == "stairs":
        stage = steep(stage)
    prop, tall = _presence(scene)
    if place == "corridor":
        corridor(canvas, stage, open_door=prop is None)
    else:
        HALLS[place](canvas, stage)
    if prop is not None and place == "stairs":
        foot, depth = landing(stage)
        draw(
            canvas,
            prop,
            frame(prop, *foot, tall * stage.metre / depth),
            Dyes(body=stage.ink, light=stage.pale),
        )
    elif prop is not None:
        _stand(canvas, stage, prop, tall)
    if scene.composition == "avenue" and scene.aspect < WIDE:
        _bank_of_light(canvas, stage, scene.text[0])
    else:
        hush(canvas, scene.text[:1], stage.dark, 0.5, reach=130)
    hush(canvas, scene.text[1:], stage.dark, 0.55, reach=70)
    finish(canvas, scene.width, scene.height, grain=0.5, vignette=0.6 if scene.palette.dark else 0.25,
           shade=stage.dark)  # fmt: skip


def _bank_of_light(canvas: skia.Canvas, stage: Stage, title: skia.Rect) -> None:
    """Lit fog round the title, as wide as the page, without an edge anywhere."""
    canvas.save()
    canvas.translate(title.centerX(), title.centerY())
    canvas.scale(1.0, min(1.0, 1.25 * title.height() / title.width() + 0.2))
    for reach, alpha in ((1.25, 0.8), (0.95, 0.85)):
        glow(canvas, (0, 0), title.width() * reach, stage.pale, alpha, skia.BlendMode.kSrcOver)
    canvas.restore()


def _edge_lettering(aspect: float, palette: Palette) -> Arrangement:
    return above(aspect, palette, share=0.4)


def _alley_lettering(aspect: float, palette: Palette) -> Arrangement:
    return above(aspect, palette, share=0.42, align=Align.LEFT, vertical=True)


def _floor_lettering(aspect: float, palette: Palette) -> Arrangement:
    return below(aspect, palette, share=0.36)


def _light_lettering(aspect: float, palette: Palette) -> Arrangement:
    """In the glare itself, in a dark ink; beside it in a wide cover."""
    if aspect >= WIDE:
        return beside(aspect, palette, left=True)
    mx = margin(aspect)[0]
    zones = above(aspect, palette)
    title = Box.edges(mx * 2, 0.2, 1 - mx * 2, 0.5)
    dark_first = palette.inks[::-1] if palette.dark else palette.inks
    return replace(zones, title=title, anchor=Anchor.MIDDLE, inks=dark_first,
                   small_inks=palette.inks)  # fmt: skip


RECIPE = Recipe(
    alone=0.8,
    # whom every one of its compositions shows; places depend on the composition
    shows=frozenset({"crime", "detective", "pursuit", "spy", "umbrella"}),
    sights=_sights,
    name="noir",
    idea="one vanishing point, one light at the end, one figure before it",
    paint=_paint,
    compositions=(
        Composition(name="tunnel", over=True, arrange=_edge_lettering, about=(
            "seoul-subway", "train", "prison", "machine", "captivity")),
        Composition(name="alley", over=True, arrange=_alley_lettering, about=("city", "village", "shop")),
        Composition(name="corridor", over=True, arrange=_floor_lettering, about=(
            "interior", "door", "key", "home", "secret")),
        Composition(name="avenue", arrange=_light_lettering, about=(
            "forest", "road", "grave", "field", "fog", "garden")),
    ),
    palettes=(
        Palette(name="cold platform", dark=True, inks=("#f4f1e8", "#0a1416"),
                colours=("#04090b", "#1f5457", "#8fc4bb", "#e9f7ee", "#c9962f", "#010304"),
                about=("seoul-subway", "harbour", "underwater", "robot", "surveillance", "hospital",)),
        Palette(name="sodium night", dark=True, inks=("#fff3dc", "#1c0e04"),
                colours=("#0c0704", "#6b3a12", "#e9a245", "#fff0c4", "#ffcf70", "#050200"),
                about=("street-light", "city", "jazz", "detective", "car", "cafe",)),
        Palette(name="red room", dark=True, inks=("#fdeee6", "#1a0305"),
                colours=("#0b0306", "#64121c", "#d8493c", "#ffd9bd", "#f2a24a", "#040001"),
                about=("crime", "dagger", "theatre", "love", "fire", "war",)),
        Palette(name="blue hour", dark=True, inks=("#eef3fb", "#060c1c"),
                colours=("#050916", "#27427c", "#8fb0e0", "#f2f6ff", "#f0c25e", "#01030a"),
                about=("snow", "sea", "moon", "night-sky", "rain", "polar",)),
        Palette(name="white fog", dark=False, inks=("#1b2226", "#ffffff"),
                colours=("#8d989b", "#b4bec0", "#dfe5e4", "#fbfcfa", "#a8443a", "#14191c"),
                about=("fog", "snow", "grief", "memory",)),
    ),
    genres={"thriller": 1.0, "mystery": 0.9, "horror": 0.8, "science-fiction": 0.3, "literary": 0.35,
            "biography": 0.25, "history": 0.25, "fantasy": 0.2, "childrens": 0.02, "cookbook": 0.02, "self-help": 0.05},
)  # fmt: skip
