"""Which pictures a pass sees: shuffled anew every epoch, each pass with pictures of one size.

A pass is found by its number alone, so a training that goes on needs no place in a list.
"""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from pipeline.training.buckets import Size


class Order:
    """Passes over pictures of the given sizes, `batch` at a time."""

    def __init__(self, sizes: Sequence[Size], batch: int, seed: int) -> None:
        """The last pass of a size may have fewer pictures than `batch`.

        Raises:
            ValueError: without pictures.
        """
        if not sizes:
            raise ValueError("there is nothing to learn from")
        buckets: defaultdict[Size, list[int]] = defaultdict(list)
        for index, size in enumerate(sizes):
            buckets[size].append(index)
        self._buckets = [buckets[size] for size in sorted(buckets)]
        self._batch, self._seed = batch, seed
        self.length = sum(-(-len(bucket) // batch) for bucket in self._buckets)
        """Passes in an epoch, in which every picture is seen once."""
        self._shuffled: tuple[int, list[tuple[int, ...]]] = (-1, [])

    def at(self, number: int) -> tuple[int, ...]:
        """The places of the pictures of pass `number` (from 0) in the sequence of sizes."""
        epoch, place = divmod(number, self.length)
        if self._shuffled[0] != epoch:
            self._shuffled = epoch, self._epoch(epoch)
        return self._shuffled[1][place]

    def _epoch(self, epoch: int) -> list[tuple[int, ...]]:
        random = np.random.default_rng((self._seed, epoch))
        passes: list[tuple[int, ...]] = []
        for bucket in self._buckets:
            mixed = [bucket[place] for place in random.permutation(len(bucket))]
            passes += [
                tuple(mixed[start : start + self._batch])
                for start in range(0, len(mixed), self._batch)
            ]
        return [passes[place] for place in random.permutation(len(passes))]
