"""What the bench is asked to measure; without torch, so that `--help` needs none."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

SIZES = ("full", "quarter", "tiny")
DTYPES = ("float32", "float16", "bfloat16")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """`size` empty: full where there is a CUDA card, else tiny. `pictures` 0: what suits the size.

    `rows` are the most rows of a forward pass; a guided picture takes two.
    """

    size: str
    device: str
    dtype: str
    rows: int
    pictures: int
    compile: bool
    seed: int
    out: Path


def read_options(arguments: Sequence[str], about: str) -> Options:
    """The options of a command line; `about` is what its help begins with."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench_gpu", description=about,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    add = parser.add_argument
    add("--size", choices=SIZES, default="",
        help="the model: full (SD 1.4's architecture at 512x768), a quarter of its width, or tiny; "
             "default: full where there is a CUDA card, else tiny")  # fmt: skip
    add("--device", default="", help="such as cuda:0 or cpu; default: the best there is")
    add("--dtype", choices=DTYPES, default="", help="default: float16 on CUDA, else float32")
    add("--rows", type=int, default=16, help="the most rows of a forward pass (default 16)")
    add("--pictures", type=int, default=0,
        help="how many pictures each measurement paints (default 96 on CUDA, else 24)")  # fmt: skip
    add("--compile", action="store_true", help="torch.compile, warmed before anything is measured")
    add("--seed", type=int, default=1, help="of the arrivals and of every picture")
    add("--out", type=Path, default=Path("bench-gpu.json"), help="where the numbers are written")
    return Options(**vars(parser.parse_args(arguments)))
