"""What a person wants printed, remembered with each cover so that nobody is asked twice.

Wishes are a `Print` that may lack its printer and its pages still. They are kept as a note of the
person's, under `note_key` of the cover; the command and the chats share it, and so continue each
other's orders.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import cast

from pipeline.domain.errors import PrintError
from pipeline.domain.operation import Print
from pipeline.domain.printer import PdfStandard, SpineReading
from pipeline.domain.upscaling import Weights

Answer = str | int | bool | Weights | PdfStandard | SpineReading | None


def demand_told(wishes: Print) -> Print:
    """The wishes as an order.

    Raises:
        PrintError: `print-target-needed`, `print-pages-needed` for what is not told yet.
    """
    if not wishes.target:
        raise PrintError("print-target-needed")
    if wishes.pages <= 0:
        raise PrintError("print-pages-needed", target=wishes.target)
    return wishes


def told(wishes: Print, **answers: Answer) -> Print:
    """The wishes with further `answers`, each by the name of its field.

    Papers, standards and crop marks are each printer's own: with another target they are what it has.
    What was told before any printer was is for the first.
    """
    moved = bool(wishes.target) and answers.get("target", wishes.target) != wishes.target
    here = replace(wishes, paper="", standard=None, marks=False) if moved else wishes
    return replace(here, **answers)


def note_key(cover: str) -> str:
    """Under which key the wishes for a cover are kept."""
    return f"print-{cover}"


def wishes_text(wishes: Print) -> str:
    """The wishes as they are kept."""
    return json.dumps(asdict(wishes), ensure_ascii=False)


def wishes_in(text: str | None) -> Print:
    """What was kept; what another release kept in another way is not known any more."""
    try:
        kept: object = json.loads(text or "{}")
        return _read(cast("Mapping[str, object]", kept)) if isinstance(kept, dict) else Print()
    except (ValueError, TypeError):
        return Print()


def _read(kept: Mapping[str, object]) -> Print:
    """The wishes of a text that was kept.

    Raises:
        ValueError, TypeError: for a value that is none of its kind.
    """
    blank = Print()
    known = {n: value for n in asdict(blank) if (value := kept.get(n)) is not None}
    weights, standard = known.pop("weights", ""), known.pop("standard", "")
    reading = known.pop("reading", "")
    plain = {n: value for n, value in known.items() if type(value) is type(getattr(blank, n))}
    return replace(
        blank, **plain, weights=Weights(weights) if weights else None,
        standard=PdfStandard(standard) if standard else None,
        reading=SpineReading(reading) if reading else None,
    )  # fmt: skip
