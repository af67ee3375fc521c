"""The curated concepts, prepared once so that many briefs can be matched with them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.domain.concept import Concept
from pipeline.ports.engines import SentenceEncoder
from pipeline.stages.lexicon import Lexicon

_USUAL = 1.5
"""In how many background texts a concept may be named before its words say less."""
ABSTRACT = frozenset(
    """secret time identity love heartbreak grief memory nostalgia freedom captivity peace justice crime
    pursuit conspiracy infinity cycle balance philosophy money investment saving work communication
    idea mind data strategy fortune dream magic home family war arrest victory world-travel writing
    physics biology ai network programming victory music cinema""".split()  # noqa: SIM905 (words read better as text)
)
"""Concepts whose words name nothing that stands somewhere."""
STANDING_IN = frozenset({"childhood", "family", "mother", "old-age"})
"""Concepts that name people, whom something else stands for: a boy's balloons."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Motifs:
    """Concepts with what is known of each, in the same order.

    `vectors` are the glosses' (n, d); `hubs` (n,) how near each gloss lies to texts about other
    things (hubs are near to everything: Radovanović et al., JMLR 11, 2010); `rarity` (n,), 0 to
    1, how much it means that a text has the concept's words.
    """

    concepts: tuple[Concept, ...]
    lexicon: Lexicon
    vectors: NDArray[np.float32]
    hubs: NDArray[np.float32]
    rarity: NDArray[np.float32]

    def named(self, name: str) -> Concept:
        """The concept of that name.

        Raises:
            KeyError: when there is none.
        """
        for concept in self.concepts:
            if concept.name == name:
                return concept
        raise KeyError(name)


def prepare(
    concepts: Sequence[Concept], background: Sequence[str], encoder: SentenceEncoder
) -> Motifs:
    """Encode the glosses and measure them against `background`: about 0.1 s for 300 concepts."""
    lexicon = Lexicon(concepts)
    vectors = encoder.encode([concept.gloss for concept in concepts])
    near = vectors @ encoder.encode(background).T
    return Motifs(
        concepts=tuple(concepts),
        lexicon=lexicon,
        vectors=vectors,
        hubs=near.mean(axis=1, dtype=np.float32),
        rarity=_rarity(concepts, background, lexicon),
    )


def _rarity(
    concepts: Sequence[Concept], background: Sequence[str], lexicon: Lexicon
) -> NDArray[np.float32]:
    named = Counter(
        name for text in background for name in {hit.concept for hit in lexicon.hits(text)}
    )
    counts = np.array([named[concept.name] for concept in concepts], np.float32)
    return np.sqrt(_USUAL / np.maximum(counts, _USUAL))
