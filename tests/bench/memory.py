"""Prints the peak memory in MB of a process that makes the print files of every recipe."""

import resource
import sys

from pipeline.illustrator.catalogue import recipes
from pipeline.stages.produce import produce
from tests.real import library, orders


def main() -> None:
    """Make the files one after another, as a worker process does, and keep none of them."""
    for order in orders(for_print=True):
        produce(order, recipes(), library())
    sys.stdout.write(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f}")


if __name__ == "__main__":
    main()
