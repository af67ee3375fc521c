"""Which pictures a pass sees: shuffled anew every epoch, each pass with pictures of one size.

A pass is found by its number alone, so a training that goes on needs no place in a list.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

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
        self._sizes, self._batch, self._seed = sizes, batch, seed
        self.length = sum(-(-count // batch) for count in Counter(sizes).values())
        """Passes in an epoch, in which every picture is seen once."""
        self._shuffled: tuple[int, list[tuple[int, ...]]] = (-1, [])

    def at(self, number: int) -> tuple[int, ...]:
        """The places of the pictures of pass `number` (from 0) in the sequence of sizes."""
        epoch, place = divmod(number, self.length)
        if self._shuffled[0] != epoch:
            self._shuffled = epoch, list(self._epoch(epoch))
        return self._shuffled[1][place]

    def _epoch(self, epoch: int) -> Iterator[tuple[int, ...]]:
        """Pictures in a random order, gathered by size; a pass goes out when it is full."""
        random = np.random.default_rng((self._seed, epoch))
        waiting: defaultdict[Size, list[int]] = defaultdict(list)
        for index in random.permutation(len(self._sizes)).tolist():
            gathered = waiting[self._sizes[index]]
            gathered.append(index)
            if len(gathered) == self._batch:
                yield tuple(gathered)
                gathered.clear()
        yield from (tuple(rest) for rest in waiting.values() if rest)
