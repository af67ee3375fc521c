"""What every error that can be told to a person is: a code, facts, and whether to try again."""

from collections.abc import Mapping
from enum import Enum
from typing import ClassVar

Fact = str | int | float


class ArtiCoverError(Exception):
    """Something that a person can be told.

    `known` maps every code of the class to the names of the facts that its sentence may use.

    Raises:
        ValueError: for a code or facts that the class does not declare: a bug in the caller.
    """

    known: ClassVar[Mapping[str, tuple[str, ...]]] = {}

    def __init__(self, code: str, **facts: Fact) -> None:
        if code not in self.known:
            raise ValueError(f"{type(self).__name__} has no code {code!r}")
        if set(facts) != set(self.known[code]):
            raise ValueError(f"{code} needs the facts {self.known[code]}, got {tuple(facts)}")
        self.code = code
        self.facts: dict[str, Fact] = {name: _plain(fact) for name, fact in facts.items()}
        super().__init__(f"{code} {self.facts}" if facts else code)

    def __reduce__(self) -> tuple[object, ...]:
        """Let an error come back whole from a worker process."""
        return _raised_again, (type(self), self.code, self.facts)

    @property
    def retryable(self) -> bool:
        """Whether the same request may succeed later."""
        return False

    @property
    def wait_s(self) -> float:
        """Before so many seconds have passed, it will not succeed."""
        return 0.0


def _raised_again(kind: type[ArtiCoverError], code: str, facts: dict[str, Fact]) -> ArtiCoverError:
    return kind(code, **facts)


def _plain(fact: Fact) -> Fact:
    """A fact as a database keeps it: of an enumeration or of another library's number, its value."""
    if type(fact) in {str, int, float}:
        return fact
    if isinstance(fact, Enum):
        return fact.value
    return next((kind(fact) for kind in (int, float) if isinstance(fact, kind)), str(fact))
