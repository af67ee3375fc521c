"""Lettering that was found as JSON text, and back: how a list of it travels beside its picture.

{"detector": "craft", "width_px": 1024, "height_px": 1536, "lines": [{"number": 1,
 "polygon": [[0.1, 0.2], ...], "words": "THE SEA", "confidence": 0.98, "script": "latin",
 "turned": false}]}
"""

import json
from typing import Any

from pipeline.domain.lettering import FoundText, Script, TextLine

PICTURE_NAME = "lettering.png"
"""The file of an order that looked for lettering: the picture with numbers."""
LIST_NAME = "lettering.json"
"""The file beside it: this text."""


def found_values(found: FoundText) -> dict[str, Any]:
    """What was found as plain values, each line with its number."""
    return {
        "detector": found.detector,
        "width_px": found.width_px,
        "height_px": found.height_px,
        "lines": [_line(number, line) for number, line in enumerate(found.lines, 1)],
    }


def found_json(found: FoundText) -> str:
    """The same as one line of JSON; equal findings give equal text."""
    return json.dumps(found_values(found), ensure_ascii=False)


def found_in(content: bytes | str) -> FoundText | None:
    """What a text of `found_json` says; None for any other."""
    try:
        values: dict[str, Any] = json.loads(content)
        return FoundText(
            lines=tuple(_read(one) for one in values["lines"]), width_px=int(values["width_px"]),
            height_px=int(values["height_px"]), detector=str(values["detector"]),
        )  # fmt: skip
    except (ValueError, KeyError, TypeError):
        return None


def _line(number: int, line: TextLine) -> dict[str, Any]:
    corners = [[round(x, 5), round(y, 5)] for x, y in line.polygon]
    return {"number": number, "polygon": corners, "words": line.words,
            "confidence": round(line.confidence, 3), "script": str(line.script),
            "turned": line.turned}  # fmt: skip


def _read(values: dict[str, Any]) -> TextLine:
    return TextLine(
        polygon=tuple((float(x), float(y)) for x, y in values["polygon"]),
        words=str(values["words"]), confidence=float(values["confidence"]),
        script=Script(values["script"]), turned=bool(values["turned"]),
    )  # fmt: skip
