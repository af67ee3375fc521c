"""The three rooms of the papercut recipe: a grotto, a toy theatre, concentric arcs."""

from dataclasses import dataclass

import numpy as np
import skia

from pipeline.domain.palette import Palette
from pipeline.drawing.canvas import fill, glow, linear, shaded
from pipeline.drawing.colour import mix
from pipeline.illustrator import cast
from pipeline.illustrator.calm import clearance
from pipeline.illustrator.recipe import Scene, stage
from pipeline.illustrator.recipes import papercut_growth as growth
from pipeline.illustrator.recipes import papercut_sheets as sheets
from pipeline.illustrator.scenery.prop import Dyes, Place, Prop, draw, silhouette, transform
from pipeline.illustrator.scenery.props import drawn

SETTINGS = ("mountains", "forest", "sea", "city", "field", "desert", "snow", "space", "sky", "road",
            "village", "garden", "river", "island", "underwater", "interior")  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Papers:
    """The palette by name; `stack` from the nearest sheet to the farthest."""

    stack: tuple[str, str, str, str]
    back: str
    light: str
    accent: str
    second: str
    figure: str
    shade: str

    def sheet(self, depth: float) -> str:
        """The paper at a depth from 0 (nearest) to 1 (just before the back)."""
        at = min(max(depth, 0.0), 1.0) * (len(self.stack) - 1)
        i = min(int(at), len(self.stack) - 2)
        return mix(self.stack[i], self.stack[i + 1], at - i)


def papers_of(palette: Palette) -> Papers:
    """The palette's colours by name, in the order that the recipe documents."""
    one, two, three, four, back, light, accent, second, figure, shade = palette.colours
    return Papers(stack=(one, two, three, four), back=back, light=light, accent=accent,
                   second=second, figure=figure, shade=shade)  # fmt: skip


def _page(scene: Scene) -> skia.Rect:
    return skia.Rect.MakeWH(scene.width, scene.height)


def _back(
    canvas: skia.Canvas, scene: Scene, papers: Papers, moon: tuple[float, float], radius: float
) -> None:
    """The lit sheet at the very back, with a paper moon."""
    top, low = papers.back, mix(papers.back, papers.light, 0.35)
    canvas.drawRect(
        _page(scene),
        shaded(linear((0, moon[1] - 2 * radius), (0, moon[1] + 2.4 * radius), [top, low])),
    )
    canvas = stage(canvas, scene)
    glow(canvas, moon, radius * 2.2, papers.light, 0.5)
    disc = skia.Path()
    disc.addCircle(*moon, radius)
    sheets.lay(canvas, disc, papers.light, mix(papers.shade, papers.back, 0.4), 0.6)
    crater = mix(papers.light, papers.shade, 0.13)
    for dx, dy, r in ((-0.3, -0.36, 0.17), (0.16, -0.5, 0.1), (0.34, 0.1, 0.2), (-0.42, 0.2, 0.09)):
        canvas.drawCircle(moon[0] + dx * radius, moon[1] + dy * radius, r * radius, fill(crater))


def hero(scene: Scene) -> Prop:
    """What the little scene at the back shows."""
    lead = cast.lead(scene, without={"skyline"}) or cast.actor(scene)
    if lead is not None:
        return lead
    setting = cast.place_of(scene, SETTINGS, "forest")
    # only what belongs to the place anyway: a creature would promise a story about it
    native = {"sea": "boat", "river": "boat", "island": "palm", "city": "lamp", "sky": "birds", "garden": "blossom",
              "field": "tree", "road": "tree", "village": "cottage", "desert": "palm", "underwater": "fish", "interior": "vase"}  # fmt: skip
    return drawn(native.get(setting, "fir"), scene.rng("hero"))


def _place_hero(canvas: skia.Canvas, papers: Papers, prop: Prop, into: skia.Rect) -> None:
    """The prop as cut-outs of coloured paper: each part casts a small shadow on the one below."""
    outline = silhouette(prop, into)
    sheets.lay(canvas, outline, papers.figure, papers.shade, 0.5)
    dyes = Dyes(body=papers.figure, shade=mix(papers.figure, papers.shade, 0.6), accent=papers.accent,
                light=papers.light)  # fmt: skip
    draw(canvas, prop, into, dyes)
    if not prop.accent.isEmpty() and prop.accent.countPoints() < 2000:
        accent = skia.Path(prop.accent)
        accent.transform(transform(prop, into))
        sheets.lay(canvas, accent, papers.accent, papers.shade, 0.16)
        canvas.save()
        canvas.concat(transform(prop, into))
        canvas.drawPath(prop.shade, fill(papers.shade, 0.28))
        canvas.drawPath(prop.lights, fill(papers.light))
        canvas.restore()


def grotto(canvas: skia.Canvas, scene: Scene) -> None:
    """Sheets with ragged round openings, one behind the other, and hems that grow into them."""
    papers, focus = papers_of(scene.palette), scene.focus
    centre = (focus.centerX(), focus.centerY())
    rx, ry = 0.28 * focus.width(), 0.295 * focus.height()  # the widest opening ends inside
    setting = cast.place_of(scene, SETTINGS, "forest")
    radius = 0.62 * min(rx, ry)
    _back(canvas, scene, papers, (centre[0] - 0.12 * rx, centre[1] - 0.3 * ry), radius)
    prop = hero(scene)
    base = centre[1] + 0.56 * ry
    _scene_within(canvas, scene, papers, prop, centre, (rx, ry), base)
    count = 3 if scene.wishes.minimal else 5
    for k in range(count):
        depth = 1 - (k + 1) / count
        grow = 1 + 0.62 * (k / (count - 1)) ** 1.1
        rng = scene.rng(f"sheet {k}")
        hole = sheets.opening(rng, centre, rx * grow, ry * grow, 0.045)
        low = centre[1] + ry * grow * (0.74 + 0.03 * k)
        growth = sheets.hem(
            rng, scene.width, low, 0.1 * min(focus.width(), focus.height()), setting
        )
        sheets.lay(canvas, growth, papers.sheet(depth + 0.12), papers.shade, 0.8)
        sheets.lay(
            canvas,
            sheets.holed(_page(scene), hole),
            papers.sheet(depth),
            papers.shade,
            1.0 + 0.12 * k,
        )
    _ornaments(canvas, scene, papers, centre, (rx, ry), setting)


def _scene_within(canvas: skia.Canvas, scene: Scene, papers: Papers, prop: Prop,
                  centre: tuple[float, float], radii: tuple[float, float], base: float) -> None:  # fmt: skip
    """Clouds, the hero and the ground it stands on, inside an opening."""
    rx, ry = radii
    rng, setting = scene.rng("within"), cast.place_of(scene, SETTINGS, "forest")
    for side in (-1, 1):
        at = (centre[0] + side * 0.74 * rx, centre[1] - (0.15 + 0.2 * (side > 0)) * ry)
        puff = _in_the_air(rng, setting, *at, 0.24 * rx)
        sheets.lay(
            canvas, puff, mix(papers.back, "#ffffff", 0.5), mix(papers.shade, papers.back, 0.3), 0.6
        )
    own = {"sea", "river", "island", "underwater", "garden", "space"}
    behind = "shelf" if setting == "interior" else setting if setting in own else "shore"
    far = sheets.hem(
        rng, scene.width, base - 0.06 * ry, (0.3 if behind == "shelf" else 0.16) * ry, behind
    )
    tall = min(1.02 * ry, 1.2 * rx) * (0.9 if prop.metres > 1.5 else 0.6)
    w, h = prop.size
    tall = min(tall, 1.24 * rx * h / w)
    foot = centre[1] + 0.28 * ry if prop.place is Place.AIR else base + 0.08 * ry
    into = skia.Rect.MakeLTRB(
        centre[0] - tall * w / h / 2, foot - tall, centre[0] + tall * w / h / 2, foot
    )
    if prop.place is Place.AIR:
        sheets.lay(canvas, far, papers.sheet(1.0), papers.shade, 0.7)
        _place_hero(canvas, papers, prop, into)
        return
    _place_hero(canvas, papers, prop, into)
    near = sheets.hem(
        scene.rng("near"),
        scene.width,
        base + 0.05 * ry,
        0.1 * ry,
        "sea" if prop.place is Place.WATER else "shore",
    )
    sheets.lay(canvas, near, papers.sheet(1.0), papers.shade, 0.7)


def _ornaments(canvas: skia.Canvas, scene: Scene, papers: Papers, centre: tuple[float, float],
               radii: tuple[float, float], setting: str) -> None:  # fmt: skip
    """Stars on threads or clouds before the opening, never under lettering."""
    if scene.wishes.minimal or setting == "interior":  # lamps would hang through the lettering
        return
    rng = scene.rng("ornaments")
    rx, ry = radii
    for side, lift in ((-1, 0.45), (1, 0.2), (-1, -0.15), (1, 0.62)):
        x, y = centre[0] + side * rx * rng.uniform(0.62, 1.15), centre[1] - lift * ry
        here = clearance(np.array([(x, y)]), scene.text)
        if float(here[0]) < 40:
            continue
        if setting in {"space", "sky", "snow", "city", "mountains", "village"}:
            sheets.hang(
                canvas,
                x,
                y,
                centre[1] - 1.0 * ry,
                0.055 * min(rx, ry) * rng.uniform(0.8, 1.3),
                papers.second,
                papers.shade,
            )
        else:
            puff = _in_the_air(rng, setting, x + side * 0.3 * rx, y, 0.26 * rx)
            drawn_there = growth.floating(rng, setting, 0, 0, 1) is not None
            tone = (papers.accent, papers.second)[side > 0] if drawn_there else papers.sheet(0.6)
            sheets.lay(canvas, puff, tone, papers.shade, 0.9)


def theatre(canvas: skia.Canvas, scene: Scene) -> None:
    """Hems stacked from the lower edge like the wings of a toy theatre; lettering on the nearest."""
    papers, focus, front = papers_of(scene.palette), scene.focus, stage(canvas, scene)
    setting = cast.place_of(scene, SETTINGS, "mountains")
    short, x = min(focus.width(), focus.height()), focus.centerX()
    radius, base = 0.25 * short, focus.bottom() - 0.24 * focus.height()
    moon = (x + 0.06 * short, base - 0.44 * focus.height() + 0.2 * radius)
    _back(canvas, scene, papers, moon, radius)
    _curtain(front, scene, papers)
    kind = "shelf" if setting == "interior" else setting
    far = sheets.hem(
        scene.rng("far"), scene.width, base - 0.03 * focus.height(), 0.12 * short, kind
    )
    sheets.lay(canvas, far, papers.sheet(1.0), papers.shade, 0.8)
    prop = hero(scene)
    w, h = prop.size
    tall = min(0.46 * focus.height(), 0.5 * focus.width() * h / w) * (
        1.0 if prop.metres > 1.5 else 0.7
    )
    foot = base - (0.1 if prop.place is Place.AIR else -0.03) * focus.height()
    half = tall * w / h / 2
    _place_hero(front, papers, prop, skia.Rect.MakeLTRB(x - half, foot - tall, x + half, foot))
    _wings(canvas, scene, papers, setting, base)


def _in_the_air(
    rng: np.random.Generator, setting: str, x: float, y: float, half: float
) -> skia.Path:
    """A cloud, or what a place has in its air instead."""
    return growth.floating(rng, setting, x, y, half) or sheets.cloud(rng, x, y, half)


def _curtain(canvas: skia.Canvas, scene: Scene, papers: Papers) -> None:
    """Paper clouds at both sides of the stage."""
    rng, focus = scene.rng("curtain"), scene.focus
    paper, shade = mix(papers.back, "#ffffff", 0.45), mix(papers.shade, papers.back, 0.3)
    for k in range(0 if scene.wishes.minimal else 4):
        x = focus.centerX() + (-1, 1)[k % 2] * focus.width() * rng.uniform(0.3, 0.46)
        y = focus.top() + (0.14 + 0.13 * k) * focus.height()
        half = 0.15 * focus.width() * float(rng.uniform(0.8, 1.3))
        puff = _in_the_air(rng, cast.place_of(scene, SETTINGS, "mountains"), x, y, half)
        sheets.lay(canvas, puff, paper, shade, 0.8)


def _wings(canvas: skia.Canvas, scene: Scene, papers: Papers, setting: str, base: float) -> None:
    """The hems in front of the stage, the nearest one low enough to carry lettering."""
    focus = scene.focus
    short = min(focus.width(), focus.height())
    bottom = focus.bottom() - 0.02 * focus.height()
    count = 3 if scene.wishes.minimal else 4
    for k in range(count):
        y = base + (bottom - base) * (k + 0.35) / (count - 0.65)
        edge = sheets.hem(
            scene.rng(f"wing {k}"), scene.width, y, (0.06 + 0.022 * k) * short, setting
        )
        depth = 0.8 - 0.8 * k / (count - 1)
        sheets.lay(canvas, edge, papers.sheet(depth), papers.shade, 1.0 + 0.15 * k)


def arcs(canvas: skia.Canvas, scene: Scene) -> None:
    """Clean concentric arcs spread from the lower right; lettering on the outermost sheet."""
    papers, focus = papers_of(scene.palette), scene.focus
    centre = (focus.left() + 0.56 * focus.width(), focus.bottom() - 0.4 * focus.height())
    title = scene.text[0]
    reach = max(centre[1] - title.bottom(), centre[0] - title.right())
    inner = min(0.38 * min(focus.width(), 0.95 * focus.height()), 0.64 * max(reach, 1.0))
    _back(canvas, scene, papers, (centre[0] + 0.12 * inner, centre[1] - 0.3 * inner), 0.5 * inner)
    _scene_within(
        canvas, scene, papers, hero(scene), centre, (inner, inner), centre[1] + 0.56 * inner
    )
    count = 4 if scene.wishes.minimal else 6
    for k in range(count):
        share = k / (count - 1)
        radius = inner + (reach - inner) * share**1.15 + 0.16 * inner * share
        hole = skia.Path()
        hole.addCircle(centre[0] + 0.22 * share * inner, centre[1] + 0.16 * share * inner, radius)
        sheets.lay(
            canvas,
            sheets.holed(_page(scene), hole),
            papers.sheet(1 - k / (count - 1)),
            papers.shade,
            1.0,
        )
    _doorstep(canvas, scene, papers, centre, inner, reach)
    setting = cast.place_of(scene, SETTINGS, "sky")
    theirs = setting in {"underwater", "garden", "interior"}
    _ornaments(canvas, scene, papers, centre, (inner, inner), setting if theirs else "sky")


def _doorstep(canvas: skia.Canvas, scene: Scene, papers: Papers, centre: tuple[float, float],
              inner: float, reach: float) -> None:  # fmt: skip
    """The nearest sheet rises over the outer arcs where small lettering stands on them."""
    x, y = centre
    for rect in scene.text[1:]:
        if rect.top() > y + inner and rect.right() > x - 1.1 * reach:
            base = rect.top() - 0.012 * scene.height
            step = sheets.hem(scene.rng("step"), scene.width, base, 0.03 * scene.height, "shore")
            sheets.lay(canvas, step, papers.sheet(0.0), papers.shade, 1.0)
