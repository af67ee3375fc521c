"""What trainers write into a LoRA's header beside its tensors, as far as it is of use here.

`lora_adapter_metadata` is diffusers' and peft's, `ss_...` are those of kohya's scripts, and
`modelspec. ...` those of https://github.com/Stability-AI/ModelSpec. Nothing of it is trusted: what
is not as it should be counts as absent, but for the scales, without which the picture is another.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import cast

from pipeline.domain.adapter import Base
from pipeline.engines.lora.layers import LoraLayer, ShapeError
from pipeline.engines.lora.modules import Part
from pipeline.engines.lora.naming import Kind, OtherKindError

SCALES = "lora_adapter_metadata"
TRIGGERS = 3
"""So many tags at most are taken for trigger words."""
_WIDTHS = {768: Base.SD1, 1024: Base.SD2, 2048: Base.SDXL}
"""Features of the text that a model's cross-attention reads."""
_WRITTEN = (
    ("ss_base_model_version", (("sd_v1", Base.SD1), ("sd_v2", Base.SD2), ("sdxl", Base.SDXL))),
    (
        "modelspec.architecture",
        (
            ("stable-diffusion-v1", Base.SD1),
            ("stable-diffusion-v2", Base.SD2),
            ("stable-diffusion-xl", Base.SDXL),
        ),
    ),
)


def base_of(layers: Sequence[LoraLayer], metadata: Mapping[str, str]) -> Base | None:
    """The family that a LoRA was trained on: by its layers, else as it says; None: unknown."""
    for layer in layers:
        if layer.part is Part.UNET and layer.module.endswith(("attn2.to_k", "attn2.to_v")):
            if layer.inputs in _WIDTHS:
                return _WIDTHS[layer.inputs]
            break
    if any(layer.part is Part.TEXT_2 for layer in layers):
        return Base.SDXL
    for name, starts in _WRITTEN:
        for start, base in starts:
            if metadata.get(name, "").startswith(start):
                return base
    return None


def scaled(layers: Sequence[LoraLayer], metadata: Mapping[str, str]) -> Sequence[LoraLayer]:
    """The layers with the scales that peft wrote into the header, where it did.

    Raises:
        OtherKindError: when it wrote that this is no plain LoRA.
        ShapeError: when what it wrote cannot be read.
    """
    written = _table(metadata.get(SCALES))
    if written is None:
        if SCALES in metadata:
            raise ShapeError(SCALES, "no JSON")
        return layers
    if any(name.endswith("use_dora") and value for name, value in written.items()):
        raise OtherKindError(Kind.DORA)
    return [replace(layer, scale=_scale(layer, written)) for layer in layers]


def trigger_of(metadata: Mapping[str, str]) -> str:
    """The words that call a LoRA's manner up, separated by commas; empty when none are told.

    Where the trainer did not name them, they are the tags that every one of its pictures had.
    """
    if said := metadata.get("modelspec.trigger_phrase", "").strip():
        return said
    folders = _table(metadata.get("ss_tag_frequency")) or {}
    sizes = _table(metadata.get("ss_dataset_dirs")) or {}
    found: list[str] = []
    for folder, tags in folders.items():
        size = _object(sizes.get(folder)).get("img_count")
        if isinstance(size, int):
            found += [tag.strip() for tag, count in _object(tags).items() if count == size]
    return ", ".join(list(dict.fromkeys(filter(None, found)))[:TRIGGERS])


def _scale(layer: LoraLayer, written: Mapping[str, object]) -> float:
    prefix = f"{layer.part}."
    own = {n.removeprefix(prefix): v for n, v in written.items() if n.startswith(prefix)} or written
    alpha = _pattern(own.get("alpha_pattern"), layer.module)
    alpha = own.get("lora_alpha", layer.rank) if alpha is None else alpha
    if isinstance(alpha, bool) or not isinstance(alpha, int | float) or not math.isfinite(alpha):
        raise ShapeError(layer.module, f"an alpha of {alpha!r}")
    return alpha / (math.sqrt(layer.rank) if own.get("use_rslora") else layer.rank)


def _pattern(patterns: object, module: str) -> object:
    """What stands for a layer. To peft the names are regular expressions; a stranger's are not run."""
    for name, value in _object(patterns).items():
        text = name.removeprefix("^").replace("\\.", ".").removeprefix("text_model.")
        if module == text or module.endswith(f".{text}"):
            return value
    return None


def _table(text: str | None) -> Mapping[str, object] | None:
    try:
        found: object = json.loads(text or "null")
    except (ValueError, RecursionError):
        return None
    return cast("dict[str, object]", found) if isinstance(found, dict) else None


def _object(found: object) -> Mapping[str, object]:
    return cast("dict[str, object]", found) if isinstance(found, dict) else {}
