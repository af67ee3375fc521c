"""How well each concept fits a brief: words that name it, and nearness in meaning."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from pipeline.domain.concept import Concept
from pipeline.domain.genre import Genre
from pipeline.ports.engines import SentenceEncoder
from pipeline.stages.lexicon import Hit
from pipeline.stages.motifs import ABSTRACT, STANDING_IN, Motifs
from pipeline.stages.senses import meant
from pipeline.stages.words import words

_CLAUSE = re.compile(r"(?<=[.!?…;:—])\s+|(?<=,)\s+|\n+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What counts how much; found on the labelled briefs marked for tuning.

    `title` is what being named there adds; what the title is about scores `head` times the best of all others,
    and what the genre favours `likely` times what it would;
    `near` is the nearness (above the hub) at which meaning speaks for a concept that no word
    names; `agrees` what it takes to believe a word with several senses; `enough` the score from
    which a concept may be shown.
    """

    title: float = 2.2
    head: float = 1.05
    repeated: float = 0.25
    meaning: float = 2.0
    likely: float = 1.4
    near: float = 0.2
    agrees: float = 0.16
    doubt: float = 0.8
    enough: float = 0.45
    drop: float = 0.18


WEIGHTS = Weights()
_READ = 800
"""The letters from which a vector is made of the whole: what a text is about is said early."""
_CLAUSE_READ = 160


def rank(
    title: str, summary: str, motifs: Motifs, encoder: SentenceEncoder, genre: Genre,
    weights: Weights = WEIGHTS,
) -> tuple[tuple[Concept, float], ...]:  # fmt: skip
    """Concepts that fit, best first, with scores from 0 to 1; empty when none does.

    `title` may include a subtitle, on a line of its own. Texts are in any mix of English and Korean. What the
    `genre` favours comes sooner where the text names it, but never before what the title is about.
    """
    nearness = _nearness(title, summary, motifs, encoder)
    hits = motifs.lexicon.hits(title, summary), motifs.lexicon.hits(summary)
    in_title, in_summary = meant(hits, genre.senses, motifs.concepts)
    named = _named(in_title, in_summary, motifs, nearness, weights)
    meaning = np.maximum(0.0, nearness - weights.near) * weights.meaning
    scores = named * motifs.rarity * (1 + np.maximum(0.0, nearness)) + meaning
    favoured = np.array([concept.name in genre.motifs for concept in motifs.concepts])
    scores[favoured & (scores >= weights.enough)] *= weights.likely
    head = _head(title.partition("\n")[0], in_title, motifs)
    scores[head] = np.maximum(scores[head], weights.head * scores.max())
    return _best(motifs.concepts, scores.astype(np.float32), weights)


def clauses(text: str, at_most: int = 24) -> list[str]:
    """The clauses of a text that say something: three words or eight letters at least."""
    parts = [part.strip() for part in _CLAUSE.split(text)]
    return [p[:_CLAUSE_READ] for p in parts if len(p.split()) >= 3 or len(p) >= 8][:at_most]


def _nearness(
    title: str, summary: str, motifs: Motifs, encoder: SentenceEncoder
) -> NDArray[np.float32]:
    """How much nearer (n,) each concept is to the brief than to other texts, -1 to 1."""
    whole = f"{title}. {summary}".strip()[:_READ]
    vectors = encoder.encode([whole, *clauses(summary)])
    near = motifs.vectors @ vectors.T - motifs.hubs[:, None]
    if near.shape[1] == 1:
        return near[:, 0]
    top = np.sort(near[:, 1:], axis=1)[:, -2:]
    return 0.5 * near[:, 0] + 0.5 * top.mean(axis=1)


def _named(
    title: Sequence[Hit], summary: Sequence[Hit], motifs: Motifs,
    nearness: NDArray[np.float32], weights: Weights,
) -> NDArray[np.float32]:  # fmt: skip
    """What the words say (n,): 1 for a concept named once in the summary, more for more."""
    sure = {hit.concept for hit in chain(title, summary) if hit.sure}
    in_title, in_summary = _by_concept(title), _by_concept(summary)
    places = {c.setting for c in motifs.concepts if c.name in sure and c.setting}
    points = np.zeros(len(motifs.concepts), np.float32)
    for i, concept in enumerate(motifs.concepts):
        own = in_title[concept.name], in_summary[concept.name]
        if concept.name in sure:
            points[i] = _points(*own, weights)
        elif any(own):
            here = concept.setting in places
            believed = nearness[i] > _proof([*own[0], *own[1]], weights, here=here)
            points[i] = _points(*own, weights) * weights.doubt * believed
    return points


def _proof(hits: Sequence[Hit], weights: Weights, *, here: bool) -> float:
    """How near a concept must lie for its uncertain words to be believed.

    A word of one syllable (말: horse or speech) proves least; a place that is already named proves
    much: 배 is a boat beside the sea.
    """
    if here:
        return 0.0
    return weights.agrees * (1.5 if all(len(hit.keyword) == 1 for hit in hits) else 1.0)


def _head(title: str, hits: Sequence[Hit], motifs: Motifs) -> NDArray[np.bool_]:
    """Which concepts (n,) a title is about, of the things that it surely names: one can see them.

    The first in English, the last in Korean: the island of closed doors is an island, a desert
    lighthouse a lighthouse, a grandmother's garden a garden, 여름의 도서관 a library.
    """
    said = words(title)
    sure = [hit for hit in hits if hit.sure and hit.concept not in ABSTRACT and hit.at < len(said)]
    sure = [hit for hit in sure if hit.concept not in STANDING_IN] or sure
    whose = [hit for hit in sure if said[hit.at].text.endswith(("'s", "’s", "s'", "s’"))]
    places = sorted({hit.at for hit in sure if hit not in whose} or {hit.at for hit in sure})
    at = next((at for at in places if at + 1 not in places), -1)
    at = places[-1] if places and said[at].korean else at
    about = {hit.concept for hit in sure if hit.at == at}
    return np.array([concept.name in about for concept in motifs.concepts])


def _by_concept(hits: Iterable[Hit]) -> defaultdict[str, list[Hit]]:
    found: defaultdict[str, list[Hit]] = defaultdict(list)
    for hit in hits:
        found[hit.concept].append(hit)
    return found


def _points(title: Sequence[Hit], summary: Sequence[Hit], weights: Weights) -> float:
    """Once is worth one; other words for the same thing, and the title, add to it."""
    counts: dict[str, int] = defaultdict(int)
    for hit in summary:
        counts[hit.keyword] += 1
    mentions = sum(1 + 0.3 * min(2, n - 1) for n in counts.values())
    points = min(1.0, mentions) + weights.repeated * min(3.0, max(0.0, mentions - 1))
    return points + weights.title * min(1, len(title))


def _best(
    concepts: Sequence[Concept], scores: NDArray[np.float32], weights: Weights
) -> tuple[tuple[Concept, float], ...]:
    """Those above the cut-off and not far below the best, at most eight."""
    order = np.argsort(-scores, kind="stable")[:8]
    best = float(scores[order[0]])
    floor = max(weights.enough, weights.drop * best)
    return tuple(
        (concepts[i], round(float(1 - np.exp(-1.2 * scores[i])), 4))
        for i in order
        if scores[i] >= floor
    )
