"""What a recipe is, and what it is given to paint."""

import zlib
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import skia

from pipeline.domain.arrangement import Arrangement
from pipeline.domain.concept import Concept, Wishes
from pipeline.domain.geometry import Box
from pipeline.domain.palette import Palette
from pipeline.illustrator.icons import is_solid
from pipeline.illustrator.scenery.prop import Place, Prop
from pipeline.illustrator.scenery.props import PROPS, prop_place


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One picture to paint, in units (see `drawing.page`); the canvas is already scaled to them.

    `text` are rectangles that lettering will cover and `focus` the largest calm rectangle beside
    them: the subject goes there. `concepts` are best first and may be empty. `palette` has the
    colours in the recipe's own order. Nothing may depend on pixels: preview and print are the
    same picture. A `bare` one is drawn without its subject (see `stage`).
    """

    width: float
    height: float
    text: tuple[skia.Rect, ...]
    focus: skia.Rect
    palette: Palette
    composition: str
    concepts: tuple[Concept, ...]
    wishes: Wishes
    seed: int
    bare: bool = False

    def rng(self, stream: str) -> np.random.Generator:
        """An independent random stream, so that a change to one part does not move another."""
        return np.random.default_rng((self.seed, zlib.crc32(stream.encode())))

    @property
    def aspect(self) -> float:
        """Width / height."""
        return self.width / self.height


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """One way to use a recipe: a name, and where lettering goes for an aspect and a palette.

    `about` names what it suits: concepts, settings or genres; empty suits anything. `label` says
    that it draws a label just as large as its lettering, which can then not grow any more.
    `carries` says where in it a book's prop may stand: a vessel needs water, a house land.
    `over` says that what leaves its page is drawn whole there too, on nothing: a spine shows the rest.
    `far` says that its world, drawn `bare`, goes on as its own mirror image, as far as a back reaches.
    """

    name: str
    arrange: Callable[[float, Palette], Arrangement]
    about: tuple[str, ...] = ()
    label: bool = False
    carries: frozenset[Place] = frozenset(Place)
    over: bool = False
    far: bool = False

    def has_room_for(self, concept: Concept) -> bool:
        """Whether a concept can be seen here: it is what this is about, or its prop can stand here."""
        if concept.scene not in PROPS or concept.name in self.about:
            return True
        return prop_place(concept.scene) in self.carries


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """A way to draw covers.

    `genres` maps genre names to how well the recipe suits them (0 to 1; absent means 0.2).
    `minimal` (0 to 1) is how well it answers to a wish for few elements.
    `alone` (0 to 1) is how much its picture says without any motif of the book. `needs_icon`
    says that the first concept must have an emblem, `solid` that this must be a silhouette
    without holes; `settings` are the places it can draw (empty: none in particular). `serif`
    says that its manner asks for serif lettering; `shows` names concepts that it draws itself.
    `sights` gives what stands large in a scene, where that depends on the composition.
    `surface` lays its stuff, such as cloth, over a plain ground of a width and height in units
    with a seed, for the back of a book; None: paper.
    """

    name: str
    idea: str
    paint: Callable[[skia.Canvas, Scene], None]
    compositions: tuple[Composition, ...]
    palettes: tuple[Palette, ...]
    genres: dict[str, float]
    needs_icon: bool = False
    solid: bool = False
    settings: tuple[str, ...] = ()
    minimal: float = 0.5
    alone: float = 0.4
    serif: bool = False
    shows: frozenset[str] = frozenset()
    sights: Callable[[Scene], tuple[Prop, ...]] | None = None
    surface: Callable[[skia.Canvas, float, float, int], None] | None = None

    def can_show(self, concept: Concept) -> bool:
        """Whether a concept can be drawn: by itself, as an emblem, as scenery, or as a place."""
        if concept.name in self.shows:
            return True
        if self.needs_icon:
            return concept.icon is not None and (not self.solid or is_solid(concept.icon))
        drawn = concept.scene is not None or concept.place
        if concept.setting not in self.settings or not drawn:
            return False
        rooms = [composition.has_room_for(concept) for composition in self.compositions]
        return any(rooms) or not rooms

    def shown(self, concepts: tuple[Concept, ...]) -> tuple[Concept, ...]:
        """What can be seen of `concepts` (best first) in a picture; nothing in an abstract one."""
        return tuple(concept for concept in concepts[:1] if self.can_show(concept))


def stage(canvas: skia.Canvas, scene: Scene) -> skia.Canvas:
    """What a scene's subject is drawn on: nothing in a bare one, where its random streams run as ever."""
    return skia.MakeNullCanvas() if scene.bare else canvas


def to_units(box: Box, width: float, height: float) -> skia.Rect:
    """A box in fractions as a rectangle in units."""
    return skia.Rect.MakeXYWH(box.x * width, box.y * height, box.w * width, box.h * height)
