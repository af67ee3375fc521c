"""What `articover cover --json` prints, and the brief that is kept beside the covers."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from bot.conversation.inspection import sentence
from pipeline.domain.picture import Lettered

if TYPE_CHECKING:
    from pathlib import Path

    from bot.conversation.words import Words
    from pipeline.domain.brief import Brief
    from pipeline.domain.choice import Choice
    from pipeline.domain.file import File
    from pipeline.domain.report import Report
    from pipeline.stages.export import Option
    from pipeline.workshop.workshop import CoverSet


def as_object(made: CoverSet, brief: Brief, folder: Path, words: Words) -> dict[str, Any]:
    """Everything about a set of covers, for a program."""
    return {
        "title": brief.title,
        "seed": made.seed,
        "genre": made.genre.name,
        "language": brief.language,
        "format": {
            "name": brief.format.name,
            "width_mm": round(brief.format.width_mm, 2),
            "height_mm": round(brief.format.height_mm, 2),
        },
        "folder": str(folder.absolute()),
        "sheet": _file(made.sheet, folder),
        "options": [_option(option, folder, words) for option in made.options],
    }


def _option(option: Option, folder: Path, words: Words) -> dict[str, Any]:
    return {
        "number": option.number,
        **_choice(option.choice),
        "composition": option.composition,
        "motifs": list(option.motifs),
        "alt_text": option.alt_text,
        "files": [_file(file, folder) for file in option.files],
        "preflight": _report(option.report, words),
    }


def _choice(choice: Choice | Lettered) -> dict[str, Any]:
    """What was drawn, or which picture was lettered."""
    if isinstance(choice, Lettered):
        return {"pairing": choice.pairing, "art": asdict(choice.origin)}
    return {
        "recipe": choice.recipe,
        "palette": choice.palette.name,
        "pairing": choice.pairing,
        "seed": choice.seed,
    }


def _file(file: File, folder: Path) -> dict[str, Any]:
    """A file with its size in pixels (those of its picture, for a PDF) and in bytes."""
    return {
        "path": str(folder.absolute() / file.name),
        "width_px": file.width_px,
        "height_px": file.height_px,
        "bytes": len(file.content),
    }


def _report(report: Report, words: Words) -> dict[str, Any]:
    return {
        "verdict": str(report.verdict),
        "summary": words.say("preflight-summary", verdict=str(report.verdict)),
        "checks": [
            {
                "code": check.code,
                "verdict": str(check.verdict),
                "measured": check.measured,
                "limit": check.limit,
                "unit": check.unit,
                "message": sentence(check, words),
            }
            for check in report.checks
        ],
    }


def brief_text(brief: Brief, seed: int) -> str:
    """The brief as a JSON file that `--brief` reads, with the seed that was used."""
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
