"""A preflight's report as plain values, as it stands in a print file's JSON, and back."""

import json
from dataclasses import asdict
from typing import Any

from pipeline.domain.report import Check, Report, Verdict
from pipeline.domain.wrap import RectMm

KEY, UNMEASURED = "preflight", "unmeasured"


def report_entries(report: Report) -> dict[str, Any]:
    """What of a print file's JSON is about its preflight: the checks, and what gave no ground for one."""
    return {KEY: report_values(report), UNMEASURED: list(report.unmeasured)}


def report_values(report: Report) -> list[dict[str, Any]]:
    """The checks, each under the names of its fields."""
    return [_values(check) for check in report.checks]


def _values(check: Check) -> dict[str, Any]:
    """A check's fields; without a place there is none among them."""
    values = asdict(check) | {"verdict": str(check.verdict)}
    return values if check.place else {key: one for key, one in values.items() if key != "place"}


def report_in(content: bytes) -> Report | None:
    """The report in the JSON file of an export; None where there is none that can be read."""
    try:
        body: dict[str, Any] = json.loads(content)
        checks: list[dict[str, Any]] = body[KEY]
        return Report(checks=tuple(_check(values) for values in checks),
                      unmeasured=tuple(map(str, body.get(UNMEASURED, ()))))  # fmt: skip
    except (ValueError, KeyError, TypeError):
        return None


def _check(values: dict[str, Any]) -> Check:
    place = values.get("place")
    made: dict[str, Any] = values | {
        "verdict": Verdict(values["verdict"]), "place": RectMm(**place) if place else None,
    }  # fmt: skip
    return Check(**made)
