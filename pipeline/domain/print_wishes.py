"""What a person wants printed, remembered with each cover so that nobody is asked twice.

It is kept as a note of the person's, under `note_key` of the cover; the command and the chats share
it, and so continue each other's orders.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import cast

from pipeline.domain.errors import PrintError
from pipeline.domain.operation import Print
from pipeline.domain.printer import PdfStandard, SpineReading
from pipeline.domain.upscaling import Weights

Answer = str | int | bool | Weights | PdfStandard | SpineReading | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintWishes:
    """The answers so far, with the meaning that they have in `Print`; empty and 0: not told yet."""

    target: str = ""
    pages: int = 0
    paper: str = ""
    isbn: str = ""
    addon: str = ""
    blurb: str = ""
    about: str = ""
    weights: Weights | None = None
    marks: bool = False
    guides: bool = False
    standard: PdfStandard | None = None
    reading: SpineReading | None = None
    outpaint: bool = True

    def order(self) -> Print:
        """The order that these wishes make.

        Raises:
            PrintError: `print-target-needed`, `print-pages-needed` for what is not told yet.
        """
        if not self.target:
            raise PrintError("print-target-needed")
        if self.pages <= 0:
            raise PrintError("print-pages-needed", target=self.target)
        return Print(**{name: getattr(self, name) for name in _NAMES})

    def told(self, **answers: Answer) -> "PrintWishes":
        """These wishes with further `answers`, each by the name of its field.

        Papers, standards and crop marks are each printer's own: with another target they are what it has.
        """
        moved = answers.get("target", self.target) != self.target
        here = replace(self, paper="", standard=None, marks=False) if moved else self
        return replace(here, **answers)


_NAMES = tuple(PrintWishes.__dataclass_fields__)


def note_key(cover: str) -> str:
    """Under which key the wishes for a cover are kept."""
    return f"print-{cover}"


def wishes_of(order: Print) -> PrintWishes:
    """What an order says, to be remembered."""
    return PrintWishes(**{name: getattr(order, name) for name in _NAMES})


def wishes_text(wishes: PrintWishes) -> str:
    """The wishes as they are kept."""
    return json.dumps(asdict(wishes), ensure_ascii=False)


def wishes_in(text: str | None) -> PrintWishes:
    """What was kept; what another release kept in another way is not known any more."""
    try:
        kept: object = json.loads(text or "{}")
        return (
            _read(cast("Mapping[str, object]", kept)) if isinstance(kept, dict) else PrintWishes()
        )
    except (ValueError, TypeError):
        return PrintWishes()


def _read(kept: Mapping[str, object]) -> PrintWishes:
    """The wishes of a text that was kept.

    Raises:
        ValueError, TypeError: for a value that is none of its kind.
    """
    blank = PrintWishes()
    known = {name: value for name in _NAMES if (value := kept.get(name)) is not None}
    weights, standard = known.pop("weights", ""), known.pop("standard", "")
    reading = known.pop("reading", "")
    plain = {n: value for n, value in known.items() if type(value) is type(getattr(blank, n))}
    return replace(
        blank, **plain, weights=Weights(weights) if weights else None,
        standard=PdfStandard(standard) if standard else None,
        reading=SpineReading(reading) if reading else None,
    )  # fmt: skip
