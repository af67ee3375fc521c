"""What words with several senses mean in a genre: in science fiction a ship is a spaceship."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from pipeline.domain.concept import Concept
from pipeline.stages.lexicon import Hit
from pipeline.stages.words import is_form_of, is_korean

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

    phrases = [hit for hit in chain(*hits) if hit.sure]
    title, summary = ([here(hit) for hit in _as_told(part, phrases)] for part in hits)
    return title, summary


def _as_told(hits: Sequence[Hit], phrases: Sequence[Hit]) -> list[Hit]:
    """Hits with the sense that the text itself gives a word: after 사과를 받다 the title 사과 is an apology.

    A word keeps one sense in a text (Gale, Church & Yarowsky, HLT 1992).
    """
    told: list[Hit] = []
    for hit in hits:
        senses = [] if hit.sure else [p.concept for p in phrases if _says(p.keyword, hit.keyword)]
        if not senses or hit.concept in senses:
            told.append(hit)
        elif not any((hit.at, senses[0]) == (other.at, other.concept) for other in hits):
            told.append(replace(hit, concept=senses[0], sure=True))
    return told


def _says(phrase: str, word: str) -> bool:
    """Whether a longer keyword is about `word`: 다리를 다친, 사과하다, a tennis court, but no crown prince."""
    phrase, word = phrase.strip("*"), word.strip("*")
    first, *rest = phrase.split()
    if not is_korean(word):
        return bool(rest) and rest[-1] == word
    # one syllable begins too many other words: 배신 (betrayal) is about no 배 (ship)
    return (bool(rest) and is_form_of(first, word)) or (
        len(word) > 1 and phrase != word and first.startswith(word)
    )


def _alike(setting: str | None) -> set[str | None]:
    """The settings of one kind with `setting`."""
    return {place for kind in _KINDS if setting in kind for place in kind}
