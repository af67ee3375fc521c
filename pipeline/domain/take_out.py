"""What a person takes along in parts, each small enough for a chat."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """How far the parts have come: up to a version of a cover, by `number`; 0 is the cover itself.

    All data comes before all `pictures`, and newer covers before older ones. `parts` are packed.
    """

    cover: str
    number: int
    pictures: bool
    parts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A zip file and what is in it; after the last one, `after` is None.

    `later` says how many versions, and of how many covers, have their pictures in further parts.
    """

    content: bytes = field(repr=False)
    number: int
    pictures: int
    missing: int
    after: Mark | None
    later: tuple[int, int] = (0, 0)
