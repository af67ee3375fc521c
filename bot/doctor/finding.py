"""What an examination answers with."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class State(StrEnum):
    """How bad it is: `WARNING` still makes covers, `MISSING` does not."""

    OK = "ok"
    WARNING = "warning"
    MISSING = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was looked at.

    `key` names the sentence in the message catalogue (`doctor-KEY`), `facts` fill it, and
    `remedy` names the sentence that says what to do (`doctor-remedy-REMEDY`).
    """

    subject: str
    state: State
    key: str
    facts: Mapping[str, str | int | float] = field(default_factory=dict[str, str | int | float])
    remedy: str | None = None
