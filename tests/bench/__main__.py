"""Speed and memory, side by side with a yardstick of the same run: `make bench`.

Machines are noisy and differ. So every time of drawing is also given as a ratio to Pillow's
`GaussianBlur(8)` of an RGB picture of the same size, and every rate of the store as a ratio to how
often in a second the disk is forced to keep one page, both measured before and after; and every rate of
enlarging as one to that of the program of the package whose weights it has. `p50` and `p99`
are the median and the 99th percentile. Prints a table and writes bench.json. Nothing here is a test.
"""

import asyncio
import gc
import json
import sys
import tempfile
from collections.abc import AsyncGenerator, Callable
from pathlib import Path

from tests.bench.commands import text_lines
from tests.bench.crowds import pattern
from tests.bench.drawing import drawing_lines
from tests.bench.enlarging import enlarging_lines
from tests.bench.grounds import Grounds, server
from tests.bench.line import Line
from tests.bench.orders import order_lines
from tests.bench.pages import page_lines, picture_lines
from tests.bench.print_orders import enlarged_lines, print_lines
from tests.bench.waits import wait_lines

PARTS: tuple[Callable[[Grounds], AsyncGenerator[Line]], ...] = (
    order_lines,
    wait_lines,
    page_lines,
    picture_lines,
    text_lines,
    print_lines,
    enlarged_lines,
)
"""What is measured of the store, the queue and the commands."""


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


async def keeping_lines() -> list[Line]:
    """Everything about what keeps covers and orders, in a folder that goes with the end."""
    # what drawing has loaded is in other processes where a queue runs, and not its to look through
    await asyncio.to_thread(pattern)
    gc.collect()
    gc.freeze()
    with tempfile.TemporaryDirectory(prefix="articover-bench-") as folder, server() as running:
        grounds = Grounds(Path(folder), running)
        return [line for part in PARTS async for line in part(grounds)]


def main() -> None:
    """Measure everything, print the table, write bench.json."""
    lines = [*drawing_lines(), *enlarging_lines(), *asyncio.run(keeping_lines())]
    sys.stdout.write(table(lines) + "\n")
    body = [line.as_dict() for line in lines]
    Path("bench.json").write_text(json.dumps(body, indent=2, ensure_ascii=False))


if __name__ == "__main__":
    main()
