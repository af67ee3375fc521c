"""A preflight's report as plain values, as it stands in a print file's JSON, and back."""

import json
from dataclasses import asdict
from typing import Any

from pipeline.domain.report import Check, Report, Verdict

KEY = "preflight"


def report_values(report: Report) -> list[dict[str, Any]]:
    """The checks, each under the names of its fields."""
    return [asdict(check) | {"verdict": str(check.verdict)} for check in report.checks]


def report_in(content: bytes) -> Report | None:
    """The report in the JSON file of an export; None where there is none that can be read."""
    try:
        checks: list[dict[str, Any]] = json.loads(content)[KEY]
        return Report(checks=tuple(
            Check(**values | {"verdict": Verdict(values["verdict"])}) for values in checks
        ))  # fmt: skip
    except (ValueError, KeyError, TypeError):
        return None
