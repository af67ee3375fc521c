"""How fast the painter is, beside the stock pipeline in the same run: `make bench-gpu`.

On a CUDA card it builds SD 1.4's architecture with random weights, since speed does not depend on
weights, and serves the same orders first in first out, in micro-batches of pictures alike, and by
continuous batching; and the stock pipeline of diffusers in a loop. Rates are given as shares of how
fast this card multiplies matrices. Without a card a tiny model stands in: then only what stands in one
column can be compared, and the engine's work beside the forward passes is measured on a model a
quarter as wide as SD's. Prints tables and writes bench-gpu.json. Nothing here is a test.
"""

import json
import logging
import os
import sys
import warnings

from tests.bench_gpu.options import read_options


def main() -> None:
    """Measure everything, print the tables, write the numbers."""
    options = read_options(sys.argv[1:], __doc__ or "")
    warnings.filterwarnings("ignore")  # what libraries say about each other's plans
    logging.disable(logging.WARNING)
    os.environ["TQDM_DISABLE"] = "1"
    from tests.bench_gpu.whole import say, whole  # noqa: PLC0415 - `--help` needs no torch

    body = whole(options)
    options.out.write_text(json.dumps(body, indent=2, ensure_ascii=False), encoding="utf-8")
    say(f"\nThe numbers are in {options.out}.")


if __name__ == "__main__":
    main()
