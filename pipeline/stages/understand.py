"""What a brief is about and what its author wishes: motifs with scores, and wishes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.domain.concept import Concept, Wishes
from pipeline.ports.engines import SentenceEncoder
from pipeline.stages.motifs import Motifs
from pipeline.stages.ranking import rank
from pipeline.stages.wishes import colours_named, read_wishes

PEOPLE = frozenset({"figure", "man", "woman", "child", "couple", "reader"})
"""The scenery that is people."""
_LIKELY = 1.2
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
    likely: Sequence[str] = (),
) -> Understanding:
    """Read a brief: a few milliseconds when the encoder is warm.

    `title` may include the subtitle. `likely` are the concepts that the genre favours: they come
    sooner where the text names them, and never where it does not. What the author wants comes
    first, what the author forbids never.
    """
    wishes = read_wishes(requirements, motifs.lexicon, motifs.concepts)
    if not wishes.colours:
        wishes = replace(wishes, colours=colours_named(title))
    ranked = rank(title, summary, motifs, encoder)
    favoured = [(c, min(1.0, s * _LIKELY) if c.name in likely else s) for c, s in ranked]
    favoured.sort(key=lambda pair: -pair[1])
    wanted = [(motifs.named(name), 1.0) for name in wishes.wanted]
    rest = [(c, s) for c, s in favoured if c.name not in wishes.wanted]
    return Understanding(motifs=_allowed([*wanted, *rest], wishes, motifs)[:_MOST], wishes=wishes)


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
        if c.name not in wishes.unwanted and (wishes.people or not c.person)
    )
