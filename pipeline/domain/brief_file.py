"""The text of a brief's file, TOML or JSON, as a mapping."""

import json
import re
import tomllib
from collections.abc import Mapping
from typing import cast

from pipeline.domain.errors import BriefError

SUFFIXES = (".toml", ".json")
_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")


def parse_brief(text: str, suffix: str) -> Mapping[str, object]:
    """What a file with the ending `suffix` says.

    Raises:
        BriefError: `brief-file-kind` for another ending, `brief-file-syntax` with line and
            column (from 1; 0 where unknown), `brief-file-not-table` for JSON that is no object.
    """
    text = text.removeprefix("\ufeff")
    match suffix.lower():
        case ".toml":
            return _toml(text)
        case ".json":
            return _json(text)
        case _:
            raise BriefError("brief-file-kind", suffix=suffix)


def _toml(text: str) -> Mapping[str, object]:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        place = _PLACE.search(str(error))
        line, column = (int(place[1]), int(place[2])) if place else (text.count("\n") + 1, 0)
        reason = _PLACE.sub("", str(error)).strip()
        raise BriefError("brief-file-syntax", line=line, column=column, reason=reason) from error


def _json(text: str) -> Mapping[str, object]:
    try:
        content: object = json.loads(text)
    except json.JSONDecodeError as error:
        raise BriefError(
            "brief-file-syntax", line=error.lineno, column=error.colno, reason=error.msg
        ) from error
    except (ValueError, RecursionError) as error:
        raise BriefError("brief-file-syntax", line=0, column=0, reason=str(error)) from error
    if not isinstance(content, dict):
        raise BriefError(
            "brief-file-not-table", kind="list" if isinstance(content, list) else "value"
        )
    return cast("Mapping[str, object]", content)
