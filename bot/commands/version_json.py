"""Versions, jobs and checks as objects for programs."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from bot.conversation.deeds import deed
from bot.conversation.inspection import sentence
from bot.conversation.queueing import reason_of, state_name
from pipeline.domain.art import Brought, Drawn, Painted
from pipeline.domain.blocks import names
from pipeline.domain.forking import retouch_as_seen
from pipeline.domain.job import Failed
from pipeline.domain.layout_json import to_json
from pipeline.domain.operation import Operation, kind_of
from pipeline.domain.retouch_json import retouch_values

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.conversation.words import Words
    from pipeline.domain.art import Art, Aside
    from pipeline.domain.job import Job
    from pipeline.domain.lettering import Retouch
    from pipeline.domain.painting import Extension
    from pipeline.domain.report import Report
    from pipeline.domain.standing import Standing
    from pipeline.domain.upscaling import Upscaled
    from pipeline.domain.version import Version

_OF_THE_BRIEF = {"prompt", "negative", "understood", "left_out"}
"""What a painting holds of the words of a brief."""


def version_object(version: Version, words: Words, *, own: bool = True) -> dict[str, Any]:
    """Everything about a version; of one that is not its reader's `own`, nothing of its brief."""
    document = version.document
    return {
        "version": version.id,
        "cover": version.cover,
        "number": version.number,
        "parent": version.parent,
        "operation": operation_object(version.operation, words),
        "made_at": version.made_at.isoformat(),
        "job": version.job,
        "maker": asdict(document.maker),
        "art": _art(document.art, own=own),
        "pairing": document.pairing,
        "motifs": list(document.motifs),
        "alt_text": document.alt_text,
        "blocks": list(names(document.layout)),
        "layout": json.loads(to_json(document.layout)),
        "preflight": report_object(
            version.report, words, painted=isinstance(document.art, Painted)
        ),
        "preview_sha256": version.preview,
    }


def brief_object(version: Version, words: Words) -> dict[str, Any]:
    """What tells a version from its siblings."""
    return {
        "version": version.id,
        "cover": version.cover,
        "number": version.number,
        "parent": version.parent,
        "operation": operation_object(version.operation, words),
        "made_at": version.made_at.isoformat(),
    }


def operation_object(operation: Operation, words: Words) -> dict[str, Any]:
    """An operation with its kind, its parameters, and how it is said."""
    return {"kind": kind_of(operation), **asdict(operation), "message": deed(operation, words)}


def _art(art: Art, *, own: bool) -> dict[str, Any]:
    match art:
        case Drawn(choice=choice, composition=composition):
            palette = {"name": choice.palette.name, "colours": list(choice.palette.colours)}
            return {"kind": "drawn", "style": choice.recipe, "composition": composition,
                    "palette": palette, "seed": choice.seed}  # fmt: skip
        case Brought(origin=origin, retouches=retouches):
            return {
                "kind": "brought",
                **asdict(origin),
                "retouches": _retouches(retouches, own=own),
                "upscaled": _upscaled(art.upscaled),
                "aside": _aside(art.aside, own=own),
            }
        case Painted(origin=origin, painting=painting, retouches=retouches):
            hidden = set[str]() if own else _OF_THE_BRIEF
            told = {key: value for key, value in asdict(painting).items() if key not in hidden}
            told["extensions"] = _extensions(painting.extensions, own=own)
            return {"kind": "painted", **asdict(origin), "painting": told,
                    "retouches": _retouches(retouches, own=own),
                    "upscaled": _upscaled(art.upscaled),
                    "aside": _aside(art.aside, own=own)}  # fmt: skip


def _extensions(extensions: Sequence[Extension], *, own: bool) -> list[dict[str, Any]]:
    """How a picture was continued; the words that it was asked for by are its owner's."""
    hidden = set[str]() if own else {"prompt"}
    return [
        {key: value for key, value in asdict(one).items() if key not in hidden}
        for one in extensions
    ]


def _aside(aside: Aside | None, *, own: bool) -> dict[str, Any] | None:
    """What was painted beside a picture for spine and back."""
    if aside is None:
        return None
    return asdict(aside) | {"extensions": _extensions(aside.extensions, own=own),
                            "erasures": _retouches(aside.erasures, own=own)}  # fmt: skip


def _upscaled(upscaled: Upscaled | None) -> dict[str, Any] | None:
    return None if upscaled is None else asdict(upscaled)


def _retouches(retouches: Sequence[Retouch], *, own: bool) -> list[dict[str, Any]]:
    """What was done to a picture; words that stood in it once are its owner's."""
    return retouch_values(retouches if own else tuple(map(retouch_as_seen, retouches)))


def report_object(report: Report, words: Words, *, painted: bool = False) -> dict[str, Any]:
    """A preflight with every check, of a drawn or a `painted` cover."""
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
                "message": sentence(check, words, painted=painted),
            }
            for check in report.checks
        ],
    }


def job_object(job: Job, words: Words, standing: Standing | None = None) -> dict[str, Any]:
    """A job and how it stands."""
    body: dict[str, Any] = {
        "job": job.id,
        "cover": job.cover,
        "version": job.version,
        "operation": operation_object(job.operation, words),
        "lane": str(job.lane),
        "state": state_name(job.state),
        "attempts": job.attempts,
        "ordered_at": job.ordered_at.isoformat(),
    }
    if job.step is not None:
        body["step"] = {"done": job.step.done, "total": job.step.total,
                        "doing": str(job.step.doing)}  # fmt: skip
    if standing is not None:
        body["position"], body["eta_s"] = standing.position, standing.eta_s
    if isinstance(job.state, Failed):
        fault = job.state.fault
        body["error"] = {"code": fault.code, "message": reason_of(fault, words)}
    return body
