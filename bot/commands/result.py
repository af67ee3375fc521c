"""What `articover cover --json` prints."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from bot.commands.version_json import report_object
from pipeline.domain.art import Brought, Drawn, Painted
from pipeline.domain.genre import DEFAULT_GENRE, find_genre

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bot.commands.carrying import Result
    from bot.conversation.words import Words
    from pipeline.domain.file import StoredFile
    from pipeline.domain.genre import Genre
    from pipeline.domain.picture import Origin
    from pipeline.domain.version import Document, Version


def as_object(made: Result, genres: Sequence[Genre], words: Words) -> dict[str, Any]:
    """Everything about a set of covers, for a program."""
    brief, files = made.cover.brief, list(zip(made.stored, made.files, strict=False))
    return {
        "title": brief.title,
        "cover": made.cover.id,
        "seed": brief.seed,
        "genre": find_genre(brief.genre, genres).name if brief.genre else DEFAULT_GENRE,
        "language": brief.language,
        "format": {
            "name": brief.format.name,
            "width_mm": round(brief.format.width_mm, 2),
            "height_mm": round(brief.format.height_mm, 2),
        },
        "folder": str(made.files[0].parent.absolute()),
        "sheet": _file(*files[0]),
        "options": [_option(version, files, words) for version in made.versions],
    }


def _option(
    version: Version, files: Sequence[tuple[StoredFile, Path]], words: Words
) -> dict[str, Any]:  # fmt: skip
    own = (f"cover-{version.number}-", f"cover-{version.number}.")
    return {
        "number": version.number,
        "version": version.id,
        **_art(version.document),
        "motifs": list(version.document.motifs),
        "alt_text": version.document.alt_text,
        "files": [_file(file, path) for file, path in files if file.name.startswith(own)],
        "preflight": report_object(
            version.report, words, painted=isinstance(version.document.art, Painted)
        ),
    }


def _art(document: Document) -> dict[str, Any]:
    """What was drawn or painted, or which picture was lettered."""
    match document.art:
        case Brought(origin=origin):
            return _lettered(document, origin)
        case Painted(origin=origin, painting=painting):
            return {**_lettered(document, origin), "painting": asdict(painting),
                    "seed": painting.seed}  # fmt: skip
        case Drawn(choice=choice, composition=composition):
            return {"recipe": choice.recipe, "palette": choice.palette.name,
                    "pairing": choice.pairing, "seed": choice.seed,
                    "composition": composition}  # fmt: skip


def _lettered(document: Document, origin: Origin) -> dict[str, Any]:
    from pipeline.stages.own_art import place_of  # noqa: PLC0415 - loaded by then

    return {"pairing": document.pairing, "art": asdict(origin),
            "composition": place_of(document.layout)}  # fmt: skip


def _file(file: StoredFile, path: Path) -> dict[str, Any]:
    """A file with its size in pixels (those of its picture, for a PDF) and in bytes."""
    return {
        "path": str(path.absolute()),
        "width_px": file.width_px,
        "height_px": file.height_px,
        "bytes": file.size,
    }
