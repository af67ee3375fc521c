"""LoRAs that are loaded into a model side by side, and picked row by row in every pass.

Nothing is ever merged into the model's own weights (taking it out again would not restore their
bits). A layer is wrapped when the first adapter needs it, and without adapters gives what it gave.
Punica's and S-LoRA's kernels do the same for language models: https://arxiv.org/abs/2311.03285
"""

from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import torch
from torch import Tensor, nn

from pipeline.domain.errors import ModelError
from pipeline.domain.painting import AdapterUse
from pipeline.engines.diffusion.banked import Banked, Choice, Layer, Pool, layer_of, rung_of, wrap
from pipeline.engines.diffusion.lora_weights import LoraWeights, open_lora
from pipeline.engines.lora.layers import LoraLayer
from pipeline.engines.lora.modules import Part

Held = tuple[tuple[int, float], ...]
"""The slots that a picture's adapters are in, with their weights; they stay until released."""
MOST_RANK = 256
ATTENTION = ("to_q", "to_k", "to_v", "to_out.0")
"""The layers of the UNet that nearly every LoRA has."""


class BankFull(Exception):  # noqa: N818 - no error: the picture waits until another is done
    """Every slot is held by pictures that are being painted."""


@dataclass(slots=True, kw_only=True)
class _Slot:
    """An adapter in the bank: where its layers are, `pins` of those who hold it, when last used."""

    sha256: str
    pins: int = 0
    used: int = 0
    spots: dict[int, tuple[int, float]] = field(default_factory=dict[int, tuple[int, float]])
    """Place and scale, by the number of the pool."""


class Bank:
    """Adapters for one model (the UNet, or with `part` a text encoder), at most `slots` at a time.

    `device` is where the passes run. A model that is to be compiled is given as it is before that,
    and `reserve` is called first.
    """

    def __init__(
        self, model: nn.Module, *, slots: int, most_rank: int = MOST_RANK, part: Part = Part.UNET,
        device: torch.device | None = None,
    ) -> None:  # fmt: skip
        self._model = model
        self._part = part
        self._most_rank = most_rank
        self._device = device or next(model.parameters()).device
        self._most = slots
        self._slots: dict[int, _Slot] = {}
        self._layers: dict[str, Banked] = {}
        self._pools: list[Pool] = []
        self._reserved = 0
        self._choice = Choice()
        self._clock = 0
        self._chosen: tuple[Held, ...] | None = None
        self._elsewhere: set[str] = set()

    def take(self, uses: Sequence[AdapterUse], find: Callable[[str], Path]) -> Held:
        """Load the adapters of a picture, as far as they are not there, and hold them.

        Those of weight 0 and those that have nothing for this part of the model need no slot; one
        that is asked for twice gets the sum of its weights.

        Raises:
            ModelError: `adapter-many`, `adapter-base` or `adapter-rank` when they do not go into
                this model, and what `open_lora` raises. Nothing is held and no layer was touched.
            BankFull: try again when another picture has released its adapters.
        """
        wanted = [use for use in _summed(uses) if use.sha256 not in self._elsewhere]
        held: dict[str, tuple[int, float]] = {}
        try:
            # First those that are here, lest one of them makes room for another.
            for use in sorted(wanted, key=lambda use: self._slot_of(use.sha256) is None):
                slot = self._slot_of(use.sha256)
                slot = self._load(use, find(use.name)) if slot is None else slot
                if slot is not None:
                    self._pin(slot)
                    held[use.sha256] = (slot, use.weight)
        except BaseException as error:
            self.release(tuple(held.values()))
            if isinstance(error, BankFull) and len(held) == self._most:
                raise ModelError("adapter-many", count=len(wanted), most=self._most) from error
            raise
        return tuple(held[use.sha256] for use in wanted if use.sha256 in held)

    def release(self, held: Held) -> None:
        """Hold the adapters no longer. They stay loaded until others need their slots."""
        for number, _ in held:
            self._slots[number].pins -= 1

    def rows(self, held_per_row: Sequence[Held]) -> None:
        """Choose the adapters of every row of the next pass; () for a row without any."""
        chosen = tuple(held_per_row)
        if chosen == self._chosen:
            return
        self._chosen = None  # what fails half way is no choice
        depth = max(map(len, chosen), default=0)
        if self._reserved and depth > 1:
            depth = rung_of(depth)
        in_use = {pool for held in chosen for slot, _ in held for pool in self._slots[slot].spots}
        beyond = any(pool >= self._reserved for pool in in_use)
        self._go(in_use, depth)
        if depth:
            self._fill(chosen, depth, len(self._pools) if beyond else self._reserved)
        self._chosen = chosen

    def reserve(self, rank: int, endings: Sequence[str] = ATTENTION) -> None:
        """Make room for adapters of up to `rank` in the layers whose names end so, for good.

        Every pass whose adapters have room there takes one way with tensors of one shape, whatever
        else is loaded, so that a model needs to be compiled once for all of them.
        """
        found = [name for name, one in self._model.named_modules() if isinstance(one, Layer)]
        with _ordinary():
            for name in (name.removesuffix(".base") for name in found):
                self._layer(name)
                if name.endswith(tuple(endings)):
                    self._pool(name, rank).grow(self._most)
        self._reserved = len(self._pools)

    def rehearse(self, rows: int, depth: int) -> None:
        """Have `rows` go the way of rows with `depth` adapters, which add nothing.

        A model is compiled for that way before the first adapter is there.
        """
        self._go(set(), depth)
        self._fill([()] * rows, depth, self._reserved)
        self._chosen = None

    def _slot_of(self, sha256: str) -> int | None:
        return next((n for n, slot in self._slots.items() if slot.sha256 == sha256), None)

    def _pin(self, number: int) -> None:
        self._clock += 1
        slot = self._slots[number]
        slot.pins, slot.used = slot.pins + 1, self._clock

    def _load(self, use: AdapterUse, path: Path) -> int | None:
        """The slot of an adapter that was read, checked against the model and copied in."""
        weights = open_lora(use, path)
        layers = [layer for layer in weights.header.layers if layer.part is self._part]
        if not layers:
            self._elsewhere.add(use.sha256)
            return None
        names = self._fitting(layers, weights)
        number = self._free_slot()
        slot = _Slot(sha256=use.sha256)
        try:
            with _ordinary():
                for layer, name in zip(layers, names, strict=True):
                    self._copy(layer, name, weights, slot)
        except BaseException:
            self._clear(slot)
            raise
        self._slots[number] = slot
        self._chosen = None
        return number

    def _fitting(self, layers: Sequence[LoraLayer], weights: LoraWeights) -> Sequence[str]:
        """The names of the model's own layers for those of a file, all of which must fit."""
        rank = max(layer.rank for layer in layers)
        if rank > self._most_rank:
            raise ModelError("adapter-rank", name=weights.name, rank=rank, most=self._most_rank)
        names: list[str] = []
        for layer in layers:
            found = layer_of(self._model, [layer.module, f"text_model.{layer.module}"])
            if found is None or not _fits(found[1], layer):
                base = weights.header.base
                raise ModelError("adapter-base", name=weights.name, base=base or "unknown")
            names.append(found[0])
        dtype = next(self._model.parameters()).dtype
        for layer in layers:
            weights.scale(layer)
            for tensor in (layer.down, layer.up):
                weights.matrix(tensor, dtype)
        return names

    def _copy(self, layer: LoraLayer, name: str, weights: LoraWeights, slot: _Slot) -> None:
        pool = self._pool(name, layer.rank)
        down, up = (weights.matrix(tensor, pool.down.dtype) for tensor in (layer.down, layer.up))
        slot.spots[pool.number] = (pool.put(down, up), weights.scale(layer))

    def _pool(self, name: str, rank: int) -> Pool:
        layer = self._layer(name)
        pool = layer.pool(rank, self._reserved)
        if pool is None:
            pool = layer.add_pool(len(self._pools), rung_of(rank))
            self._pools.append(pool)
        return pool

    def _layer(self, name: str) -> Banked:
        if name not in self._layers:
            self._layers[name] = wrap(self._model, name, self._choice)
        return self._layers[name]

    def _free_slot(self) -> int:
        """A slot that is empty, or was of the adapter that nobody holds and was used longest ago."""
        if (
            empty := next((n for n in range(self._most) if n not in self._slots), None)
        ) is not None:
            return empty
        free = [number for number, slot in self._slots.items() if not slot.pins]
        if not free:
            raise BankFull
        number = min(free, key=lambda number: self._slots[number].used)
        self._clear(self._slots.pop(number))
        return number

    def _clear(self, slot: _Slot) -> None:
        for number, (place, _) in slot.spots.items():
            pool = self._pools[number]
            pool.drop(place)
            if not pool.taken and number >= self._reserved:
                pool.grow(0)

    def _go(self, in_use: set[int], depth: int) -> None:
        """Lead the next pass through the pools in use, and through those that are reserved."""
        self._choice.depth = depth
        way = in_use | set(range(self._reserved)) if depth else in_use
        for layer in self._layers.values():
            layer.choose(way)

    def _fill(self, chosen: Sequence[Held], depth: int, pools: int) -> None:
        """Look the adapters of every row up in the first so many pools."""
        index = torch.zeros(pools, depth, len(chosen), dtype=torch.long)
        factor = torch.zeros(pools, depth, len(chosen))
        columns = {slot: self._column(slot, pools) for held in chosen for slot, _ in held}
        for row, held in enumerate(chosen):
            for place, (slot, weight) in enumerate(held):
                spots, scales = columns[slot]
                index[:, place, row], factor[:, place, row] = spots, scales * weight
        dtype = next(self._model.parameters()).dtype
        self._choice.fill(index, factor, torch.empty(0, device=self._device, dtype=dtype))

    def _column(self, slot: int, pools: int) -> tuple[Tensor, Tensor]:
        """Place and scale of an adapter in the pools; where it has none, it adds nothing."""
        spots = self._slots[slot].spots
        found = [spots.get(number, (0, 0.0)) for number in range(pools)]
        return torch.tensor([spot for spot, _ in found]), torch.tensor([by for _, by in found])


@contextmanager
def _ordinary() -> Generator[None]:
    """Tensors that are made in inference mode could not be written to outside of it."""
    with torch.inference_mode(mode=False), torch.no_grad():
        yield


def _summed(uses: Sequence[AdapterUse]) -> Sequence[AdapterUse]:
    weights: dict[str, float] = {}
    for use in uses:
        weights[use.sha256] = weights.get(use.sha256, 0.0) + use.weight
    first = {use.sha256: use for use in reversed(uses)}
    return [replace(first[sha], weight=weight) for sha, weight in weights.items() if weight]


def _fits(layer: Layer, lora: LoraLayer) -> bool:
    """Whether an addition has the inputs, outputs and kernel of a layer."""
    if isinstance(layer, nn.Linear):
        mine = (layer.in_features, layer.out_features, 1)
        return mine == (lora.inputs, lora.outputs, lora.kernel)
    mine = (layer.in_channels, layer.out_channels, layer.kernel_size)
    plain = layer.groups == 1 and layer.padding_mode == "zeros"
    return plain and mine == (lora.inputs, lora.outputs, (lora.kernel, lora.kernel))
