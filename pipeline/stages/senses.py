"""What words with several senses mean in a genre: in science fiction a ship is a spaceship."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from pipeline.domain.concept import Concept
from pipeline.stages.lexicon import Hit

_KINDS = ({"sea", "underwater", "island", "river"}, {"space"})
"""Settings that are one kind of place: a ship among divers is a ship of the sea."""


def meant(
    hits: tuple[Sequence[Hit], Sequence[Hit]], senses: Mapping[str, str], concepts: Iterable[Concept]
) -> tuple[list[Hit], list[Hit]]:  # fmt: skip
    """The hits of title and summary as a genre means them: `senses` of a concept, or of one word.

    A concept keeps its own sense where the text names another thing of its kind of place, and a word
    where the text names its concept by surer words: 벌 is punishment in a mystery, but not by a hive.
    """
    settings = {concept.name: concept.setting for concept in concepts}
    sure = {hit.concept for hit in chain(*hits) if hit.sure}
    places = {settings[name] for name in sure if name not in senses}

    def here(hit: Hit) -> Hit:
        sense = senses.get(hit.concept)
        if sense:
            if sense != hit.concept and _alike(settings[hit.concept]) & places:
                return hit
            # one syllable (배: ship, pear or belly) stays as uncertain as it was
            return replace(hit, concept=sense, sure=hit.sure or len(hit.keyword) > 1)
        word = senses.get(hit.keyword.strip("*"))
        return replace(hit, concept=word, sure=True) if word and hit.concept not in sure else hit

    title, summary = hits
    return [here(hit) for hit in title], [here(hit) for hit in summary]


def _alike(setting: str | None) -> set[str | None]:
    """The settings of one kind with `setting`."""
    return {place for kind in _KINDS if setting in kind for place in kind}
