"""What the bench is asked to measure; light, so that `--help` needs no engine."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

PARTS = ("find", "read", "erase")
ENGINES = ("craft", "rapidocr", "keras-ocr")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """`most` pictures of a split, 0 for all; `parts` and `engines` are what is measured.

    `worst` is a folder that pictures which went wrong are drawn into, with what was found.
    """

    most: int
    parts: tuple[str, ...]
    engines: tuple[str, ...]
    worst: Path | None
    out: Path


def read_options(arguments: Sequence[str], about: str) -> Options:
    """The options of a command line; `about` is what its help begins with."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench_lettering", description=about,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    add = parser.add_argument
    add("--most", type=int, default=0,
        help="so many pictures of each split, evenly spread; default: all. Goals need all of them")  # fmt: skip
    add("--only", action="append", choices=PARTS, help="measure this alone; may be given again")
    add("--engine", action="append", choices=ENGINES,
        help="look with this detector alone; may be given again")  # fmt: skip
    add("--worst", type=Path, help="draw what went wrong into this folder")
    add("--out", type=Path, default=Path("bench-lettering.json"), help="where the numbers go")
    args = parser.parse_args(arguments)
    return Options(most=args.most, parts=tuple(args.only or PARTS),
                   engines=tuple(args.engine or ENGINES), worst=args.worst, out=args.out)  # fmt: skip
