"""What of a brief can be painted: its motifs, what surrounds them, and the author's own words.

Only what can be seen is taken: things, people, places, weather, colours. What happens, and what it
means, is left to the words on the cover.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.domain.concept import Concept, Sight, SightKind, Wishes
from pipeline.stages.asking import asked
from pipeline.stages.eyes import ABOUT_LETTERS, Eyes
from pipeline.stages.lexicon import Hit
from pipeline.stages.manners import Manners
from pipeline.stages.own_words import PEOPLE, Detail, banned, details, readable_names
from pipeline.stages.phrases import cleaned
from pipeline.stages.understand import Understanding
from pipeline.stages.wishes import read_wishes
from pipeline.stages.words import Word, words

_SENTENCE = re.compile(r"(?<=[.!?…。])[\"”’')\]]*\s+|\n+")
AT = frozenset("in at to of from across through near over around outside into on off".split())  # noqa: SIM905
GROUP = 8
"""More unwanted motifs than these were forbidden by one word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paintable:
    """What a picture for a brief can show, best first everywhere.

    `names` are what a model can read of Korean sentences; `banned` and `unwanted` what shall not be
    seen, in the author's words and by our names of it. `manners` are the adapters that the author
    asks for. `sentences` are all that summary and requirements say, `shown_in` the names of the
    concepts and sights that each of them tells of, and `heeded` those that ask for something that
    `wishes` or `manners` have.
    """

    motifs: tuple[tuple[Concept, float], ...]
    wishes: Wishes
    sights: tuple[Sight, ...]
    details: tuple[Detail, ...]
    names: tuple[str, ...]
    banned: tuple[str, ...]
    unwanted: tuple[str, ...]
    manners: tuple[str, ...]
    sentences: tuple[str, ...]
    shown_in: Mapping[str, frozenset[str]]
    heeded: frozenset[str]

    def sight(self, kind: SightKind) -> Sight | None:
        """The sight of a kind that the brief tells of most."""
        return next((sight for sight in self.sights if sight.kind is kind), None)


def paintable(
    title: str, summary: str, requirements: str, understood: Understanding, eyes: Eyes,
    manners: Manners,
) -> Paintable:  # fmt: skip
    """Read a brief as a painter would; its title is only listened to, never quoted.

    `understood` is what was understood of it and of what `of_the_picture` leaves of its requirements
    when the names of `manners` are taken out.
    """
    wanted = [run.text for run in asked(manners.rest) if run.wished]
    # an adapter may be called after a medium, which it then is as well
    named = [run.text for run in asked(requirements) if run.wished]
    own = [*details(_sentences(summary), title, understood, eyes, wanted=False),
           *details(wanted, title, understood, eyes, wanted=True)]  # fmt: skip
    sentences = (*_sentences(summary), *_sentences(requirements))
    return Paintable(
        motifs=_seen(understood), wishes=understood.wishes,
        sights=_sights((title, summary, *wanted), named, understood.wishes, eyes),
        details=tuple(sorted(own, key=lambda one: -one.worth)),
        names=tuple(readable_names((*_sentences(summary), *wanted), title, eyes)),
        banned=tuple(banned(requirements)), unwanted=_unwanted(understood.wishes, eyes),
        manners=manners.wanted, sentences=sentences,
        # what is shown is shown, also of a word that alone would be no sure sign of it
        shown_in={sentence: eyes.names_in(sentence, sure=False) for sentence in sentences},
        heeded=frozenset(one for one in _sentences(requirements)
                         if manners.named_in(one) or _is_heeded(one, eyes)),
    )  # fmt: skip


def _seen(understood: Understanding) -> tuple[tuple[Concept, float], ...]:
    """The motifs that may be painted: without people, none that show them."""
    return tuple((concept, score) for concept, score in understood.motifs
                 if understood.wishes.people or concept.name not in PEOPLE)  # fmt: skip


def _sentences(text: str) -> list[str]:
    return [part.strip() for part in _SENTENCE.split(text) if part.strip()]


def _sights(
    texts: Sequence[str], wanted: Sequence[str], wishes: Wishes, eyes: Eyes
) -> tuple[Sight, ...]:
    """The sights that the texts name, the most often named first; media only of what is wanted."""
    counts = Counter(name for text in texts for name in _named(text, eyes))
    media = Counter(name for text in wanted for name in _named(text, eyes))
    found = [
        (media if sight.kind is SightKind.MEDIUM else counts)[sight.name]
        for sight in eyes.sights
    ]  # fmt: skip
    ranked = sorted(zip(found, eyes.sights, strict=True), key=lambda pair: -pair[0])
    return tuple(
        sight
        for count, sight in ranked
        if count and (wishes.people or sight.kind is not SightKind.WHO)
    )


def _named(text: str, eyes: Eyes) -> list[str]:
    plain = cleaned(text)
    said = words(plain)
    return [hit.concept for hit in eyes.lexicon.hits(plain)
            if hit.sure and _is_there(said, hit, eyes)]  # fmt: skip


def _is_there(said: Sequence[Word], hit: Hit, eyes: Eyes) -> bool:
    """Whether a place in English is one where something is: "in London", and not a London chef."""
    word = said[hit.at]
    where = any(one.name == hit.concept and one.kind is SightKind.WHERE for one in eyes.sights)
    if word.korean or not where or not word.capital:
        return True
    return word.opens or said[hit.at - 1].text.lower() in AT


def _unwanted(wishes: Wishes, eyes: Eyes) -> tuple[str, ...]:
    """Unwanted motifs in English; of a whole group the words for all of it are enough."""
    names = wishes.unwanted if len(wishes.unwanted) <= GROUP else ()
    return tuple(eyes.motifs.named(name).label("en") for name in names)


def _is_heeded(sentence: str, eyes: Eyes) -> bool:
    """Whether a sentence asks for something that needs no thing to be shown."""
    wishes = read_wishes(sentence, eyes.motifs.lexicon, eyes.motifs.concepts)
    return bool(wishes.colours or wishes.minimal or wishes.unwanted or not wishes.people
                or wishes.dark is not None or ABOUT_LETTERS.search(sentence)
                or any(banned(sentence)))  # fmt: skip
