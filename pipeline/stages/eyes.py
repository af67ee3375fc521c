"""What recognises things in the texts of a brief, and which texts are about the picture."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from pipeline.domain.concept import Sight, SightKind
from pipeline.stages.lexicon import Lexicon
from pipeline.stages.motifs import Motifs

_CLAUSE = re.compile(r"[.,;\n。]+")
_SPACE = re.compile(
    r"\b(?:leave|leaving|some|empty|white|negative|free|enough|open|breathing)(?: \w+)? space\b",
    re.IGNORECASE,
)
ABOUT_LETTERS = re.compile(
    r"\b(?:titles?|text|subtitles?|author|authors|names?|font|fonts|typeface|lettering|letters|logo|spine|blurb)\b"
    r"|제목|부제|글자|글씨|저자|지은이|작가 ?이름|작가명|폰트|서체|로고",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Eyes:
    """What recognises things in texts: the motifs and the sights, and what must never be painted."""

    motifs: Motifs
    sights: tuple[Sight, ...]
    lexicon: Lexicon
    """That of the sights."""
    forbidden: Callable[[str], bool]

    def names_in(self, text: str, *, sure: bool = True) -> frozenset[str]:
        """The concepts and sights that a text names for `sure`, or may name."""
        hits = (*self.motifs.lexicon.hits(text), *self.lexicon.hits(text))
        return frozenset(hit.concept for hit in hits if hit.sure or not sure)

    def stands(self, word: str) -> bool:
        """Whether a word names a thing."""
        return bool(self.names_in(word))


def of_the_picture(requirements: str, eyes: Eyes) -> str:
    """Requirements without what is about lettering, media and free space: a space is no galaxy."""
    kept = [clause for clause in _CLAUSE.split(_SPACE.sub(" ", requirements))
            if not ABOUT_LETTERS.search(clause)]  # fmt: skip
    text = " , ".join(kept)
    for sight in eyes.sights:
        if sight.kind is SightKind.MEDIUM and _named_in(text, sight, eyes):
            for word in sight.english:
                text = re.sub(rf"\b{re.escape(word)}s?\b", " ", text, flags=re.IGNORECASE)
    return text


def _named_in(text: str, sight: Sight, eyes: Eyes) -> bool:
    return any(hit.concept == sight.name for hit in eyes.lexicon.hits(text))
