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
from pipeline.engines.diffusion.banked import Choice, Layer, Pool, layer_of, rung_of, wrap
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

    With `constant` the shapes and the way through a pass with adapters do not depend on which are
    loaded, for a model that is compiled: see `reserve`. `device` is where the passes run.
    """

    def __init__(
        self, model: nn.Module, *, slots: int, most_rank: int = MOST_RANK, part: Part = Part.UNET,
        device: torch.device | None = None, constant: bool = False,
    ) -> None:  # fmt: skip
        self._model = model
        self._part = part
        self._most_rank = most_rank
        self._device = device or next(model.parameters()).device
        self._constant = constant
        self._most = slots
        self._slots: dict[int, _Slot] = {}
        self._pools: list[Pool] = []
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
        depth = max(map(len, chosen), default=0)
        if self._constant and depth > 1:
            depth = rung_of(depth)
        self._mark({slot for held in chosen for slot, _ in held})
        if depth:
            self._fill(chosen, depth)
        self._choice.depth = depth
        self._chosen = chosen

    def reserve(self, rank: int, endings: Sequence[str] = ATTENTION) -> None:
        """Make room for adapters of up to `rank` in the layers whose names end so.

        A compiled model is compiled anew when an adapter comes that reaches other layers, or has a
        higher rank; for all others it stays as it was.
        """
        with _ordinary():
            for name, layer in list(self._model.named_modules()):
                if isinstance(layer, Layer) and name.removesuffix(".base").endswith(tuple(endings)):
                    self._pool(name.removesuffix(".base"), rank).grow(self._most)

    def rehearse(self, rows: int, depth: int) -> None:
        """Have `rows` go the way of rows with `depth` adapters, which add nothing.

        A model is compiled for that way before the first adapter is there.
        """
        shape = (len(self._pools), depth, rows)
        self._choice.index = torch.zeros(shape, dtype=torch.long, device=self._device)
        self._choice.factor = torch.zeros(shape, device=self._device)
        self._choice.depth = depth
        for pool in self._pools:
            pool.used = bool(depth)
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
        layer = wrap(self._model, name, self._choice)
        pool = layer.pool(rank, or_higher=self._constant)
        if pool is None:
            pool = layer.add_pool(len(self._pools), rung_of(rank))
            self._pools.append(pool)
            if self._constant:
                pool.grow(self._most)
        return pool

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
            if not pool.taken and not self._constant:
                pool.grow(0)

    def _mark(self, slots: set[int]) -> None:
        """Tell every pool whether the next pass takes something of it."""
        in_use = {number for slot in slots for number in self._slots[slot].spots}
        for pool in self._pools:
            pool.used = bool(slots) if self._constant else pool.number in in_use

    def _fill(self, chosen: Sequence[Held], depth: int) -> None:
        index = torch.zeros(len(self._pools), depth, len(chosen), dtype=torch.long)
        factor = torch.zeros(len(self._pools), depth, len(chosen))
        columns = {slot: self._column(slot) for held in chosen for slot, _ in held}
        for row, held in enumerate(chosen):
            for place, (slot, weight) in enumerate(held):
                spots, scales = columns[slot]
                index[:, place, row], factor[:, place, row] = spots, scales * weight
        dtype = next(self._model.parameters()).dtype
        self._choice.fill(index, factor, torch.empty(0, device=self._device, dtype=dtype))

    def _column(self, slot: int) -> tuple[Tensor, Tensor]:
        """Place and scale of an adapter in every pool; where it has none, it adds nothing."""
        spots = self._slots[slot].spots
        found = [spots.get(number, (0, 0.0)) for number in range(len(self._pools))]
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
