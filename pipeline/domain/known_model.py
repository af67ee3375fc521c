"""Models that are known by name: what each is for, what suits it, what its licence asks."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from pipeline.domain.adapter import Base
from pipeline.domain.painting import Manner


class Purpose(StrEnum):
    """What weights are for: whole pictures, parts of pictures, or previews while others paint."""

    PAINTING = "painting"
    INPAINTING = "inpainting"
    PREVIEW = "preview"


class Terms(StrEnum):
    """What a licence asks of whoever paints. All but `FREE` want to be accepted.

    `OPENRAIL`: uses that harm are forbidden. `COMMUNITY`: besides, larger companies need a licence
    of their own. `NONCOMMERCIAL`: nothing that is sold. `OTHER`: what it says is not known here.
    """

    FREE = "free"
    OPENRAIL = "openrail"
    COMMUNITY = "community"
    NONCOMMERCIAL = "noncommercial"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownModel:
    """Weights of the catalogue: `name` is short, `repository` where they are pulled from.

    `size_mb` is about what a pull fetches. It paints best at `side_px` squared, in `manner`.
    `base` None: it takes no adapters. `preview` and `inpainting` are repositories that go with it;
    empty: none.
    """

    name: str
    repository: str
    english: str
    korean: str
    licence: str
    size_mb: int
    purpose: Purpose = Purpose.PAINTING
    base: Base | None = None
    side_px: int = 512
    manner: Manner = field(default_factory=Manner)
    preview: str = ""
    inpainting: str = ""

    def label(self, language: str) -> str:
        """What it is, Korean for `ko` and English for every other language."""
        return self.korean if language.partition("-")[0] == "ko" else self.english


def find_known(asked: str, models: Sequence[KnownModel]) -> KnownModel | None:
    """The model of that short name or repository, in any case; None when it is not known."""
    wanted = asked.strip().casefold()
    names = {name.casefold(): one for one in models for name in (one.repository, one.name)}
    return names.get(wanted)


def preview_for(base: Base | None, models: Sequence[KnownModel]) -> str:
    """The repository of the small decoder for a family; empty where none is known."""
    found = (one.preview for one in models if base is not None and one.base is base)
    return next(filter(None, found), "")


def inpainting_for(base: Base | None, models: Sequence[KnownModel]) -> str:
    """The repository of a model that repaints parts of a family's pictures; empty for none."""
    found = (one.inpainting for one in models if base is not None and one.base is base)
    return next(filter(None, found), "")


_FREE = {"mit", "apache-2.0", "bsd", "bsd-2-clause", "bsd-3-clause", "isc", "unlicense", "wtfpl",
         "cc0-1.0", "cc-by-4.0", "cc-by-3.0"}  # fmt: skip
_COMMUNITY = ("sai-community", "stabilityai-ai-community", "stability-ai-community")


def terms_of(licence: str) -> Terms:
    """What the licence with that name (an SPDX id, or as repositories write it) asks."""
    name = licence.strip().casefold()
    if name in _FREE:
        return Terms.FREE
    if "openrail" in name:
        return Terms.OPENRAIL
    if any(word in name for word in _COMMUNITY):
        return Terms.COMMUNITY
    if name.startswith("cc-by-nc") or "-nc-" in name or "noncommercial" in name.replace("-", ""):
        return Terms.NONCOMMERCIAL
    return Terms.OTHER
