"""What can be seen in a picture, in words."""

from collections.abc import Iterator

from pipeline.illustrator.recipe import Recipe, Scene
from pipeline.stages.prop_words import PROP_WORDS


def depicted(recipe: Recipe, scene: Scene, language: str) -> tuple[str, ...]:
    """What a scene shows, best known to the book first; Korean for `ko`, else English.

    A recipe whose compositions show different things tells what stands in this one; of others it is
    the motifs that they can show.
    """
    if recipe.sights is None:
        return tuple(concept.label(language) for concept in recipe.shown(scene.concepts))
    return tuple(dict.fromkeys(_in_words(recipe, scene, language)))


def _in_words(recipe: Recipe, scene: Scene, language: str) -> Iterator[str]:
    props = recipe.sights(scene) if recipe.sights else ()
    itself = [concept for concept in recipe.shown(scene.concepts)
              if concept.place or concept.name in recipe.shows]  # fmt: skip
    yield from (concept.label(language) for concept in itself)
    told = {concept.scene for concept in itself}
    asked = [concept.scene for concept in scene.concepts]
    rank = {name: place for place, name in reversed(list(enumerate(asked)))}
    korean = language.partition("-")[0] == "ko"
    for prop in sorted(props, key=lambda prop: rank.get(prop.name, len(asked))):
        if prop.name not in told:
            yield PROP_WORDS[prop.name][korean]
