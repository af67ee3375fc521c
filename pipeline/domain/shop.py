"""What a shop of eBooks takes as the picture of a cover, as data."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Shop:
    """A shop: kinds of files, and pixels as (width, height).

    No side may have more than `most_px`, and no file more than `most_mb` megabytes. `aliases` are
    further spellings, and `source` is where the numbers are from.
    """

    name: str
    english: str
    korean: str
    aliases: tuple[str, ...]
    kinds: tuple[str, ...]
    least_px: tuple[int, int]
    ideal_px: tuple[int, int]
    most_px: int
    most_mb: float
    source: str = field(default="", compare=False)

    @property
    def aspect(self) -> float:
        """Height by width, as the shop shows covers."""
        return self.ideal_px[1] / self.ideal_px[0]


def find_shop(text: str, shops: Iterable[Shop]) -> Shop | None:
    """The shop that `text` names, whatever its case, spaces and hyphens; None for no shop."""
    asked = _key(text)
    return next(
        (one for one in shops if asked in {_key(word) for word in (one.name, *one.aliases)}), None
    )


def _key(text: str) -> str:
    return re.sub(r"[\s_‐-―-]+", "", unicodedata.normalize("NFKC", text).casefold())
