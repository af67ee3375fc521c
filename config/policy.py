"""What is never painted: the words that come with ArtiCover, or those of a host's own file."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from config.catalogues import catalogue
from pipeline.domain.errors import ServiceError
from pipeline.domain.policy import ForbiddenGroup, ForbiddenWords

INNOCENT = "innocent"
"""The table that is no group: phrases that are taken out of a text before it is read."""
NAME = "ARTICOVER_PROMPT_WORDS"


def load_forbidden(own: Path | None = None) -> ForbiddenWords:
    """The words of the catalogue, or those of a host's `own` file in their place.

    Raises:
        ServiceError: `setting-file` when the file cannot be read or is not of that form.
    """
    if own is None:
        return _forbidden(catalogue("policy"))
    try:
        return _forbidden(tomllib.loads(own.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise ServiceError(
            "setting-file", name=NAME, path=str(own), reason=str(error)[:120]
        ) from error


def _forbidden(tables: Mapping[str, Any]) -> ForbiddenWords:
    groups = tuple(_group(name, table) for name, table in tables.items() if name != INNOCENT)
    missing = {one.beside for one in groups} - {"", *(one.name for one in groups)}
    if missing:
        raise ValueError(f"no group {', '.join(missing)}")
    innocent = tables.get(INNOCENT, {})
    return ForbiddenWords(groups=groups,
                          innocent=(*_texts(innocent, "english"), *_texts(innocent, "korean")))  # fmt: skip


def _group(name: str, table: Mapping[str, Any]) -> ForbiddenGroup:
    unknown = set(table) - {"english", "korean", "beside", "asked", "alone"}
    if unknown:
        raise ValueError(f"[{name}] does not know {', '.join(sorted(unknown))}")
    return ForbiddenGroup(
        name=name, english=_texts(table, "english"), korean=_texts(table, "korean"),
        beside=str(table.get("beside", "")), asked=bool(table.get("asked", False)),
        alone=bool(table.get("alone", True)),
    )  # fmt: skip


def _texts(table: Mapping[str, Any], key: str) -> tuple[str, ...]:
    found = table.get(key, ())
    if not isinstance(found, list | tuple) or not all(
        isinstance(text, str) and text.strip() for text in found
    ):
        raise ValueError(f"{key} is no list of words")
    return tuple(found)
