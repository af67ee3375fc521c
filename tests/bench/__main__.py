"""Speed and memory, side by side with a yardstick of the same run: `make bench`.

Machines are noisy and differ, so every time is also given as a ratio to Pillow's
`GaussianBlur(8)` of an RGB picture of the same size, measured before and after. Prints a table
and writes bench.json. Nothing here is a test.
"""

import json
import sys
from pathlib import Path

from tests.bench.measures import Line, measure_all


def table(lines: list[Line]) -> str:
    """Columns for people: what, seconds, ratio, the limit, and whether it holds."""
    rows = [("measure", "value", "ratio", "limit", "")]
    for line in lines:
        ratio = f"{line.ratio:.2f}x" if line.ratio is not None else ""
        limit = f"{line.limit:g}{line.limit_unit}" if line.limit is not None else ""
        verdict = "" if line.limit is None else "ok" if line.holds else "OVER"
        rows.append((line.name, f"{line.value:.3f} {line.unit}", ratio, limit, verdict))
    widths = [max(len(row[i]) for row in rows) for i in range(5)]
    return "\n".join(
        "  ".join(cell.ljust(w) for cell, w in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )


def main() -> None:
    """Measure everything, print the table, write bench.json."""
    lines = list(measure_all())
    sys.stdout.write(table(lines) + "\n")
    body = [line.as_dict() for line in lines]
    Path("bench.json").write_text(json.dumps(body, indent=2, ensure_ascii=False))


if __name__ == "__main__":
    main()
