"""What is found, read and erased on generated covers: `make bench-lettering`.

258 covers of 512 x 768 are generated, the same ones every time: photographs, our own recipes,
textures and gradients, lettered in English, in Korean and with pseudo-lettering, or not at all; and
some whose lines are turned. Since they are generated, all is known about them: the lines, the ink, what
is behind it. Slow engines look at a sub-sample, which the tables state. Prints tables, writes
bench-lettering.json, and exits with 1 when a goal is missed that was measured.
"""

import json
import logging
import os
import sys
import warnings

from tests.bench_lettering.options import read_options


def main() -> int:
    """Measure, print, write; the exit code."""
    options = read_options(sys.argv[1:], __doc__ or "")
    warnings.filterwarnings("ignore")  # what libraries say about each other's plans
    logging.disable(logging.WARNING)
    os.environ.setdefault("OMP_NUM_THREADS", "2")
    from tests.bench_lettering.goals import goals  # noqa: PLC0415 - `--help` needs no engine
    from tests.bench_lettering.telling import goals_told, told  # noqa: PLC0415
    from tests.bench_lettering.whole import say, whole  # noqa: PLC0415

    results = whole(options)
    limits = goals(results)
    say(f"\n{told(results)}\n\n{goals_told(limits)}")
    body = results.as_dict() | {"goals": [goal.as_dict() for goal in limits]}
    options.out.write_text(json.dumps(body, indent=2, ensure_ascii=False), encoding="utf-8")
    say(f"\n{results.seconds:.0f} s; the numbers are in {options.out}.")
    return int(any(goal.met is False for goal in limits))


if __name__ == "__main__":
    sys.exit(main())
