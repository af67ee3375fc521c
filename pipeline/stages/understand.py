"""What a brief is about and what its author wishes: motifs with scores, and wishes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.domain.concept import Concept, Wishes
from pipeline.domain.genre import Genre
from pipeline.ports.engines import SentenceEncoder
from pipeline.stages.motifs import Motifs
from pipeline.stages.ranking import rank
from pipeline.stages.wishes import colours_named, read_wishes

PEOPLE = frozenset({"figure", "man", "woman", "child", "couple", "reader"})
"""The scenery that is people."""
PARTS = frozenset({"hand"})
"""Concepts that show a part of somebody, and no person."""
_MOST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Understanding:
    """The motifs of a brief with scores from 0 to 1, best first (empty: nothing fits), and wishes."""

    motifs: tuple[tuple[Concept, float], ...]
    wishes: Wishes


def understand(
    title: str,
    summary: str,
    requirements: str,
    motifs: Motifs,
    encoder: SentenceEncoder,
    genre: Genre,
) -> Understanding:
    """Read a brief: a few milliseconds when the encoder is warm.

    `title` may include the subtitle, on a line of its own. What the genre favours comes sooner where
    the text names it, and never where it does not; emblems that it goes without are left out. What the
    author wants comes first, what the author forbids never.
    """
    wishes = read_wishes(requirements, motifs.lexicon, motifs.concepts)
    if not wishes.colours:
        wishes = replace(wishes, colours=colours_named(title))
    ranked = rank(title, summary, motifs, encoder, genre)
    wanted = [(motifs.named(name), 1.0) for name in wishes.wanted]
    rest = [(_fit(c, genre), s) for c, s in ranked if c.name not in wishes.wanted]
    return Understanding(motifs=_allowed([*wanted, *rest], wishes, motifs)[:_MOST], wishes=wishes)


def _fit(concept: Concept, genre: Genre) -> Concept:
    """The concept without an emblem that is wrong for the genre."""
    return replace(concept, icon=None) if concept.icon in genre.without else concept


def _allowed(
    ranked: Sequence[tuple[Concept, float]], wishes: Wishes, motifs: Motifs
) -> tuple[tuple[Concept, float], ...]:
    """What the author did not forbid, without forbidden scenery: a crown, but no castle."""
    hidden = {motifs.named(name).scene for name in wishes.unwanted} | (
        set() if wishes.people else PEOPLE
    )
    return tuple(
        (replace(c, scene=None) if c.scene in hidden else c, score)
        for c, score in ranked
        if c.name not in wishes.unwanted and (wishes.people or not (c.person or c.name in PARTS))
    )
