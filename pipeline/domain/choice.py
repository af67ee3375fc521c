"""What one option of a brief is going to be, before anything is drawn."""

from dataclasses import dataclass

from pipeline.domain.concept import Concept
from pipeline.domain.palette import Palette


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One idea for a cover: the same choice paints the same picture at every size.

    `concepts` are best first, the lead of this option in front; they may be empty, which makes
    an abstract cover. `compositions` are in the order in which they should be tried: the first
    one in which the title can be set large enough is used.
    """

    recipe: str
    compositions: tuple[str, ...]
    palette: Palette
    pairing: str
    concepts: tuple[Concept, ...]
    seed: int
