"""Who and what appears: from a scene's concepts and wishes to drawn props and a setting."""

from collections.abc import Collection

from pipeline.illustrator.recipe import Scene
from pipeline.illustrator.scenery.prop import Place, Prop
from pipeline.illustrator.scenery.props import PROPS, drawn

EVERYWHERE = frozenset(Place)


def lead(scene: Scene, places: Collection[Place] = EVERYWHERE,
         without: Collection[str] = ()) -> Prop | None:  # fmt: skip
    """The drawing of the best concept that has one, is no person and belongs to `places`.

    Props named in `without` are passed over: what the setting itself already shows.
    """
    for concept in scene.concepts:
        if concept.scene is None or concept.scene not in PROPS or concept.scene in without:
            continue
        prop = drawn(concept.scene, scene.rng("lead"))
        if prop.place in places and not prop.person:
            return prop
    return None


def actor(scene: Scene, default: str | None = None) -> Prop | None:
    """The person of the best concept that has one, else `default`; nobody against a wish."""
    if not scene.wishes.people:
        return None
    names = [c.scene for c in scene.concepts if c.scene in PROPS]
    for name in [*names, default]:
        if name is None:
            continue
        prop = drawn(name, scene.rng("actor"))
        if prop.person:
            return prop
    return None


def place_of(scene: Scene, known: Collection[str], default: str) -> str:
    """The best concept's setting among those that a recipe can draw."""
    settings = (c.setting for c in scene.concepts if c.setting is not None)
    return next((setting for setting in settings if setting in known), default)
