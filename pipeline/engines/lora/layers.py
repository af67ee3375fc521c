"""The layers of a LoRA: which tensors are theirs, and whether their shapes go together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.domain.adapter import LoraLayout
from pipeline.engines.lora.header import Tensor
from pipeline.engines.lora.modules import Part
from pipeline.engines.lora.naming import Role, place_of

DTYPES = ("F16", "BF16", "F32", "F64")


class ShapeError(ValueError):
    """The tensors of a layer are missing, do not go together, or are no ordinary numbers."""

    def __init__(self, layer: str, detail: str) -> None:
        self.layer = layer
        super().__init__(f"{layer}: {detail}")


@dataclass(frozen=True, slots=True, kw_only=True)
class LoraLayer:
    """What is added to one layer of a model: scale * up(down(input)).

    `down` has the shape (rank, inputs) or (rank, inputs, kernel, kernel), `up` (outputs, rank) or
    (outputs, rank, 1, 1), given here as the tensors' names in the file. The scale is alpha / rank
    where the file has an `alpha` tensor (else that is empty) and otherwise `scale`.
    """

    part: Part
    module: str
    down: str
    up: str
    alpha: str
    rank: int
    inputs: int
    outputs: int
    kernel: int
    scale: float = 1.0


def layers_of(tensors: Mapping[str, Tensor], layout: LoraLayout) -> Sequence[LoraLayer]:
    """Every layer of a file, by part and module.

    Raises:
        NoLayerError: for a tensor that belongs to no layer.
        ShapeError: for a layer that is not whole.
    """
    found: dict[tuple[Part, str], dict[Role, str]] = {}
    for name in tensors:
        place = place_of(name, layout)
        roles = found.setdefault((place.part, place.module), {})
        if place.role in roles:
            raise ShapeError(place.module, f"{name} and {roles[place.role]} are the same tensor")
        roles[place.role] = name
    return [_layer(part, module, found[part, module], tensors) for part, module in sorted(found)]


def _layer(
    part: Part, module: str, roles: Mapping[Role, str], tensors: Mapping[str, Tensor]
) -> LoraLayer:
    names = roles.get(Role.DOWN), roles.get(Role.UP)
    if names[0] is None or names[1] is None:
        raise ShapeError(module, f"only {sorted(roles)}")
    down, up, alpha = tensors[names[0]], tensors[names[1]], roles.get(Role.ALPHA, "")
    for tensor in (down, up, *([tensors[alpha]] if alpha else [])):
        if tensor.dtype not in DTYPES:
            raise ShapeError(module, f"of {tensor.dtype}")
    if alpha and tensors[alpha].count != 1:
        raise ShapeError(module, f"an alpha of {tensors[alpha].shape}")
    rank, inputs, kernel = _down(module, down.shape)
    if not (up.shape[1:] == (rank,) or up.shape[1:] == (rank, 1, 1)) or 0 in up.shape:
        raise ShapeError(module, f"up of {up.shape} after down of {down.shape}")
    return LoraLayer(
        part=part, module=module, down=names[0], up=names[1], alpha=alpha, rank=rank,
        inputs=inputs, outputs=up.shape[0], kernel=kernel,
    )  # fmt: skip


def _down(module: str, shape: tuple[int, ...]) -> tuple[int, int, int]:
    """Rank, inputs and kernel."""
    match shape:
        case (rank, inputs) if rank and inputs:
            return rank, inputs, 1
        case (rank, inputs, kernel, other) if rank and inputs and kernel == other in {1, 3}:
            return rank, inputs, kernel
        case _:
            raise ShapeError(module, f"down of {shape}")
