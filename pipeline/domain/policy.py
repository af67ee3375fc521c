"""What is never painted, as words, and what happens to a brief that has them."""

from dataclasses import dataclass
from enum import StrEnum


class PolicyRule(StrEnum):
    """What happens to a brief with forbidden words when it shall be painted."""

    OFF = "off"
    FLAG = "flag"
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True, kw_only=True)
class ForbiddenGroup:
    """Words of one kind, "*" for any further letters.

    With `beside`, another group's name, they count only in a sentence that has one of its words as
    well; with `asked` only where a title or requirements ask for them. Those that are not `alone`
    never count by themselves.
    """

    name: str
    english: tuple[str, ...]
    korean: tuple[str, ...]
    beside: str = ""
    asked: bool = False
    alone: bool = True
    uncertain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ForbiddenWords:
    """All groups, and phrases that are `innocent` although they have words of them."""

    groups: tuple[ForbiddenGroup, ...] = ()
    innocent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found in a brief: the `words` as the list has them, and the names of their groups."""

    words: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
