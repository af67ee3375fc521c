"""DiffSTE's checkpoint as PyTorch Lightning wrote it: its settings and its tensors, read inertly."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from torch import Tensor

from pipeline.domain.errors import ModelError
from pipeline.engines.diffste.architecture import skeleton
from pipeline.engines.diffste.keys import renamed
from pipeline.engines.diffste.sizes import Sizes
from pipeline.engines.diffusion.pickled import Inert, is_honest, opened, refusal

_SETTINGS = ("omegaconf.", "pytorch_lightning.", "lightning.", "lightning_fabric.")
"""Lightning keeps its settings as objects of these libraries."""
_PLAIN = frozenset({
    "collections.defaultdict", "collections.OrderedDict", "typing.Any", "pathlib.PosixPath",
    "builtins.dict", "builtins.list", "builtins.tuple", "builtins.int", "builtins.float",
    "builtins.str", "builtins.bool",
})  # fmt: skip
"""What the settings' own types refer to."""
_DEEPEST = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkpoint:
    """The tensors under the names of `architecture`; they stay in their file until they are used."""

    sizes: Sizes
    tensors: Mapping[str, Tensor]


def read_checkpoint(source: Path) -> Checkpoint:
    """All that DiffSTE is, of a file that holds nothing else that could do anything.

    Its settings say how large the UNet is; what they leave to other libraries follows from the
    shapes. Then every tensor of the architecture has to be there in its shape, and no other.

    Raises:
        ModelError: `pickle-refused`; `writer-checkpoint`, whose `fault` is `settings`, `missing`,
            `left-over` or `shape`, with the first `tensor` and how many there are.
        OSError: when it cannot be read.
    """
    held = opened(source, _is_setting)
    if not isinstance(held, Mapping):
        raise refusal(source, "empty")
    entries = cast("Mapping[object, object]", held)
    tensors = _renamed(source, entries.get("state_dict"))
    sizes = _sizes(source, _plain(entries.get("hyper_parameters")), tensors)
    _demand_fitting(source, sizes, tensors)
    return Checkpoint(sizes=sizes, tensors=tensors)


def _is_setting(name: str) -> bool:
    return name in _PLAIN or name.startswith(_SETTINGS)


def _renamed(source: Path, found: object) -> dict[str, Tensor]:
    if not isinstance(found, Mapping):
        raise refusal(source, "empty")
    tensors: dict[str, Tensor] = {}
    for key, tensor in cast("Mapping[object, object]", found).items():
        if not (isinstance(key, str) and isinstance(tensor, Tensor)):
            continue
        if not is_honest(tensor):
            raise refusal(source, "packed")
        if (name := renamed(key)) is None:
            continue
        if name in tensors:
            raise _unfit(source, "left-over", [key])
        tensors[name] = tensor
    if not tensors:
        raise refusal(source, "empty")
    return tensors


def _plain(value: object, depth: int = 0) -> Any:
    """Settings as plain containers; objects of OmegaConf hold a `_val` or a `_content` each."""
    if depth > _DEEPEST:
        return None
    if isinstance(value, Inert):
        return _plain(value["_content"] if "_content" in value else value.get("_val"), depth + 1)
    if isinstance(value, Mapping):
        pairs = cast("Mapping[object, object]", value).items()
        return {key: _plain(held, depth + 1) for key, held in pairs}
    if isinstance(value, list):
        return [_plain(held, depth + 1) for held in cast("list[object]", value)]
    return value


def _sizes(source: Path, settings: Any, tensors: Mapping[str, Tensor]) -> Sizes:
    try:
        config = settings.get("config", settings)
        unet, characters = config["unet"], config["char_embedder"]
        told = {
            "unet": _whole(unet.get("block_out_channels")),
            "text_width": _of(unet, "cross_attention_dim", "text"),
            "char_width": _of(unet, "cross_attention_dim", "char"),
            "text_heads": _of(unet, "attention_head_dim", "text"),
            "char_heads": _of(unet, "attention_head_dim", "char"),
            "characters": characters.get("vocab_size"), "length": characters.get("max_length"),
            "tokens": config.get("tokenizer", {}).get("model_max_length"),
        }  # fmt: skip
        known = {name: value for name, value in told.items() if value is not None}
        return Sizes(**known, **_of_shapes(tensors))
    except (AttributeError, KeyError, TypeError, ValueError, IndexError) as error:
        raise ModelError(
            "writer-checkpoint", file=source.name, fault="settings", tensor="", count=0
        ) from error


def _of(settings: Any, name: str, branch: str) -> int | None:
    """A number of one of the branches; None where the settings leave it as it was published."""
    return (settings.get(name) or {}).get(branch)


def _whole(numbers: Any) -> tuple[int, ...] | None:
    return tuple(numbers) if numbers else None


def _of_shapes(tensors: Mapping[str, Tensor]) -> dict[str, Any]:
    """The sizes of what was taken from other models, which the settings tell by name only."""
    text = "text_encoder."
    vocabulary, width = tensors[f"{text}embeddings.token_embedding.weight"].shape
    first = f"{text}encoder.layers.0.mlp.fc1.weight"
    layers = {name.split(".")[3] for name in tensors if name.startswith(f"{text}encoder.layers.")}
    vae = "vae.encoder.down_blocks.{}.resnets.0.conv1.weight"
    return {
        "clip_vocabulary": vocabulary, "clip_width": width, "clip_layers": len(layers),
        "clip_inner": tensors[first].shape[0],
        "clip_positions": tensors[f"{text}embeddings.position_embedding.weight"].shape[0],
        "vae": tuple(tensors[vae.format(level)].shape[0] for level in range(4)),
    }  # fmt: skip


def _demand_fitting(source: Path, sizes: Sizes, tensors: Mapping[str, Tensor]) -> None:
    """See that every tensor of the networks is there in its shape, and no other."""
    try:
        expected = skeleton(sizes).state_dict()
    except (ValueError, RuntimeError, ZeroDivisionError) as error:
        raise _unfit(source, "settings", []) from error
    faults = {
        "missing": [name for name in expected if name not in tensors],
        "left-over": [name for name in tensors if name not in expected],
        "shape": [name for name, tensor in tensors.items()
                  if name in expected and _differs(tensor, expected[name])],
    }  # fmt: skip
    for fault, names in faults.items():
        if names:
            raise _unfit(source, fault, names)


def _differs(tensor: Tensor, expected: Tensor) -> bool:
    return tensor.shape != expected.shape or not tensor.is_floating_point()


def _unfit(source: Path, fault: str, names: list[str]) -> ModelError:
    first = names[0] if names else ""
    return ModelError("writer-checkpoint", file=source.name, fault=fault, tensor=first[:120],
                      count=len(names))  # fmt: skip
