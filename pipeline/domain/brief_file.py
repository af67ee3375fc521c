"""The file of a brief: TOML or JSON read as a mapping, and a brief written as JSON."""

import contextlib
import json
import re
import tomllib
import unicodedata
from collections.abc import Mapping
from typing import cast

from pipeline.domain.brief import Brief
from pipeline.domain.brief_keys import ALSO
from pipeline.domain.errors import BriefError

_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")
# TOML wants a key with other letters than English ones in quotes; who writes 제목 = "…" is
# understood without.
_BARE_KEY = re.compile(
    rf"^([ \t]*)({'|'.join(word for also in ALSO.values() for word in also if not word.isascii())})"
    r"(?=[ \t]*=)",
    re.MULTILINE,
)
FAULTS = {
    "Illegal character": "open-quote",
    "Unterminated string": "open-quote",
    "Invalid control character": "open-quote",
    "Invalid value": "value",
    "Expecting value": "value",
    "Invalid statement": "line",
    "Expected '='": "line",
    "Expected newline": "line",
    "Expected ']'": "line",
    'Expected "\'"': "open-quote",
    "Expecting property name": "key",
    "Expecting ',' delimiter": "comma",
    "Expecting ':' delimiter": "colon",
    "Extra data": "rest",
    "Invalid \\escape": "backslash",
    "Unescaped '\\'": "backslash",
    "Cannot overwrite a value": "twice",
}
"""How the two parsers begin what they say, and the fault that it tells of."""
OTHER_FAULT = "other"
NAME = "brief.json"
"""What a brief is called beside its covers: with its seed it makes the same ones again."""


def parse_brief(text: str, suffix: str) -> Mapping[str, object]:
    """What a file with the ending `suffix` says.

    Raises:
        BriefError: `brief-file-kind` for another ending, `brief-file-syntax` with line and
            column (from 1; 0 where unknown) and the kind of `fault`, `brief-file-not-table` for JSON that is no object.
    """
    text = unicodedata.normalize("NFC", text.removeprefix("\ufeff"))
    match suffix.lower():
        case ".toml":
            return _toml(text)
        case ".json":
            return _json(text)
        case _:
            raise BriefError("brief-file-kind", suffix=suffix)


def _toml(text: str) -> Mapping[str, object]:
    try:
        return _forgiving(text)
    except (ValueError, RecursionError) as error:
        place = _PLACE.search(str(error))
        line, column = (int(place[1]), int(place[2])) if place else (text.count("\n") + 1, 0)
        raise _syntax(str(error), line, column) from error


def _forgiving(text: str) -> Mapping[str, object]:
    with contextlib.suppress(ValueError):
        return tomllib.loads(text)
    return tomllib.loads(_BARE_KEY.sub(r'\1"\2"', text))


def _json(text: str) -> Mapping[str, object]:
    try:
        content: object = json.loads(text)
    except json.JSONDecodeError as error:
        raise _syntax(error.msg, error.lineno, error.colno) from error
    except (ValueError, RecursionError) as error:
        raise _syntax(str(error), 0, 0) from error
    if not isinstance(content, dict):
        raise BriefError(
            "brief-file-not-table", kind="list" if isinstance(content, list) else "value"
        )
    return cast("Mapping[str, object]", content)


def _syntax(said: str, line: int, column: int) -> BriefError:
    fault = next((name for start, name in FAULTS.items() if said.startswith(start)), OTHER_FAULT)
    return BriefError("brief-file-syntax", line=line, column=column, fault=fault)


def brief_text(brief: Brief, seed: int) -> str:
    """The brief as a JSON file that `parse_brief` reads, with the seed that was used."""
    texts = {
        "title": brief.title,
        "subtitle": brief.subtitle,
        "author": brief.author,
        "series": brief.series,
        "genre": brief.genre,
        "summary": brief.summary,
        "requirements": brief.requirements,
        "language": brief.language,
        "format": brief.format.name,
        "style": brief.style,
    }
    given = {key: text for key, text in texts.items() if text}
    body = given | {"options": brief.options, "seed": seed}
    return json.dumps(body, ensure_ascii=False, indent=2) + "\n"
