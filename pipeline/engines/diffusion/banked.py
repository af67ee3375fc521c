"""Layers of a model with low-rank additions that differ from row to row of one pass.

A row's addition is factor * up(down(row)): its matrices are gathered out of a pool by index, and
two batched matrix products do the rest, so that any mixture of adapters shares one pass. What a
row gets depends on its own adapters only, to the bit: every rank is filled up with zeros to a rung
of a fixed ladder and computed with its kind, and several adapters are added one after another.
"""

from collections.abc import Container, Iterator, Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from pipeline.engines.diffusion.devices import sent

Layer = nn.Linear | nn.Conv2d
LOWEST_RUNG = 4


def rung_of(rank: int) -> int:
    """The rank that matrices of `rank` are filled up to: the next power of two, at least 4."""
    return max(LOWEST_RUNG, 1 << (rank - 1).bit_length())


class Choice:
    """Which adapters the rows of the next pass get, for all pools of a bank.

    `depth` is how many a row has at most; 0: the pass is the model's own. `index` of (pools, depth,
    rows) are places in the pools; `factor` of (pools, depth, rows, 1, 1) is what their additions
    are multiplied with, and `idle` of that shape is where there is none.
    """

    def __init__(self) -> None:
        self.depth = 0
        self.index = self.factor = self.idle = torch.empty(0, 0, 0)

    def fill(self, index: Tensor, factor: Tensor, like: Tensor) -> None:
        """Take places and factors of (pools, depth, rows) to the device and dtype of `like`.

        What all layers need is made ready once for all of them: on a card each of these takes
        longer to ask for than to do.
        """
        self.index = sent(index, like.device)
        self.factor = sent(factor.to(like.dtype), like.device)[..., None, None]
        self.idle = self.factor == 0


class Pool(nn.Module):
    """Matrices of one rung for one layer: down (places, rung, inputs), up (places, rung, outputs).

    For a convolution the inputs are those under the kernel. `number` is the pool's in `Choice`. Its
    matrices are buffers that are not saved with the model, and move with it.
    """

    down: Tensor
    up: Tensor

    def __init__(self, number: int, rung: int, inputs: int, outputs: int, like: Tensor) -> None:
        super().__init__()
        self.number, self.rung = number, rung
        self.taken: set[int] = set()
        self.register_buffer("down", like.new_empty(0, rung, inputs), persistent=False)
        self.register_buffer("up", like.new_empty(0, rung, outputs), persistent=False)

    def put(self, down: Tensor, up: Tensor) -> int:
        """Keep matrices of (rank, inputs) and (outputs, rank) in a place that is free; its number."""
        place = next(n for n in range(len(self.taken) + 1) if n not in self.taken)
        if place == len(self.down):
            self.grow(max(1, 2 * place))
        rank = len(down)
        for kept, given in ((self.down, down), (self.up, up.T)):
            kept[place].zero_()
            kept[place, :rank].copy_(given)
        self.taken.add(place)
        return place

    def drop(self, place: int) -> None:
        """Let a place be taken by others."""
        self.taken.discard(place)

    def grow(self, places: int) -> None:
        """Have room for so many; 0 gives all memory back. What is there stays as far as it fits."""
        for name in ("down", "up"):
            old: Tensor = getattr(self, name)
            new = old.new_zeros(places, *old.shape[1:])
            new[: len(old)].copy_(old[:places])
            setattr(self, name, new)


class Banked(nn.Module):
    """A linear layer or convolution, with additions; called as the layer `base` was."""

    def __init__(self, base: Layer, choice: Choice) -> None:
        super().__init__()
        self.base = base
        self.choice = choice
        self.pools = nn.ModuleDict()
        self.active: tuple[Pool, ...] = ()

    def forward(self, x: Tensor, *more: object) -> Tensor:
        """What the layer gives, and in every row what its adapters add."""
        y: Tensor = self.base(x, *more)
        if self.choice.depth:
            for pool in self.active:
                self._add_from(pool, x, y)
        return y

    def choose(self, numbers: Container[int]) -> None:
        """Let the next pass go through the pools of these numbers, from low rungs to high."""
        active = tuple(pool for pool in self._all() if pool.number in numbers)
        if active != self.active:
            self.active = active

    def pool(self, rank: int, reserved: int) -> Pool | None:
        """The pool for `rank`: one of the first `reserved` if it is high enough, or of that rung."""
        rung = rung_of(rank)
        for pool in self._all():
            if pool.rung == rung or (pool.rung > rung and pool.number < reserved):
                return pool
        return None

    def _all(self) -> Iterator[Pool]:
        return (pool for pool in self.pools.values() if isinstance(pool, Pool))

    def add_pool(self, number: int, rung: int) -> Pool:
        """A pool of another rung. They are gone through from low to high, whenever they came."""
        made = Pool(number, rung, self.inputs, self.outputs, self.base.weight)
        kept: dict[str, nn.Module] = {**dict(self.pools.items()), str(rung): made}
        self.pools = nn.ModuleDict({name: kept[name] for name in sorted(kept, key=int)})
        return made

    @property
    def inputs(self) -> int:
        """Numbers that one output is made of."""
        return self.base.weight[0].numel()

    @property
    def outputs(self) -> int:
        """Features that come out."""
        return len(self.base.weight)

    def _add_from(self, pool: Pool, x: Tensor, y: Tensor) -> None:
        choice, number = self.choice, pool.number
        if choice.index.shape[2] != len(x):
            raise ValueError(f"the bank was told of {choice.index.shape[2]} rows, not {len(x)}")
        for depth in range(choice.depth):
            places = choice.index[number, depth]
            low = self._down(x, pool.down[places]) * choice.factor[number, depth]
            # A row without an adapter must get nothing, even where a stranger's overflows.
            low = torch.where(choice.idle[number, depth], 0.0, low)
            self._add(y, low, pool.up[places])

    def _down(self, x: Tensor, down: Tensor) -> Tensor:
        """(rows, n, rung) for what comes in and matrices of (rows, rung, inputs)."""
        if isinstance(self.base, nn.Linear):
            return torch.bmm(_rows(x), down.mT)
        if self.base.kernel_size == (1, 1) and self.base.stride == (1, 1):
            return torch.bmm(_pixels(x), down.mT)
        return _pixels(_convolved(self.base, x, down))

    def _add(self, y: Tensor, low: Tensor, up: Tensor) -> None:
        """Add in place: the order of y's numbers in memory, and so later sums, stay the model's."""
        if isinstance(self.base, nn.Linear):
            y.view(len(y), -1, y.shape[-1]).baddbmm_(low, up)
        else:
            y.add_(torch.bmm(low, up).unflatten(1, y.shape[2:]).permute(0, 3, 1, 2))


def wrap(model: nn.Module, name: str, choice: Choice) -> Banked:
    """Put a `Banked` in the place of the layer called `name`, unless it is there already."""
    layer = model.get_submodule(name)
    if isinstance(layer, Banked):
        return layer
    if not isinstance(layer, Layer):
        raise TypeError(f"{name} is a {type(layer).__name__}")
    made = Banked(layer, choice)
    above, _, leaf = name.rpartition(".")
    setattr(model.get_submodule(above), leaf, made)
    return made


def layer_of(model: nn.Module, names: Sequence[str]) -> tuple[str, Layer] | None:
    """The first of `names` that a layer of the model has, and the layer itself."""
    for name in names:
        try:
            found = model.get_submodule(name)
        except AttributeError:
            continue
        found = found.base if isinstance(found, Banked) else found
        if isinstance(found, Layer):
            return name, found
    return None


def _rows(x: Tensor) -> Tensor:
    return x.reshape(len(x), -1, x.shape[-1])


def _pixels(x: Tensor) -> Tensor:
    """(rows, height * width, channels) of (rows, channels, height, width), without a copy."""
    return x.permute(0, 2, 3, 1).flatten(1, 2)


def _convolved(base: nn.Conv2d, x: Tensor, kernels: Tensor) -> Tensor:
    """Every row by kernels of its own, as groups of one convolution."""
    rows, rung, _ = kernels.shape
    kernels = kernels.reshape(rows * rung, x.shape[1], *base.kernel_size)
    one = x.reshape(1, rows * x.shape[1], *x.shape[2:])
    made = functional.conv2d(one, kernels, None, base.stride, base.padding, base.dilation, rows)
    return made.reshape(rows, rung, *made.shape[2:])
