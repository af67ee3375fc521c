"""Progress, as the one who waits for it sees it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Doing(StrEnum):
    """What is being done; the words for it are in the message catalogue."""

    READING = "reading"
    DRAWING = "drawing"
    PAINTING = "painting"
    SHEET = "sheet"
    LETTERING = "lettering"
    PRINTING = "printing"
    FINDING = "finding"
    ERASING = "erasing"
    ENLARGING = "enlarging"
    SAVING = "saving"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """`done` of `total` parts of the work are finished, and `doing` goes on.

    `preview` is a picture of what there is so far: a blob's SHA-256, or empty. `left_s` are the
    seconds until all is done, where that is measured.
    """

    done: int
    total: int
    doing: Doing
    preview: str = ""
    left_s: float | None = None


Progress = Callable[[Step], None]


def silent(_step: Step) -> None:
    """Progress that nobody watches."""
