"""What a picture is about, and lettering must keep clear of."""

from dataclasses import dataclass
from enum import StrEnum

from pipeline.domain.geometry import Box


class SubjectKind(StrEnum):
    """What was found."""

    FACE = "face"
    SKIN = "skin"
    SALIENT = "salient"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A place in a picture; `weight` from 0 to 1 says how bad lettering over it would be."""

    box: Box
    weight: float
    kind: SubjectKind
