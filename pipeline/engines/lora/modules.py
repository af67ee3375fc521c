"""The layers of Stable Diffusion's UNets and text encoders by name, built from their structure.

diffusers names a layer by the path to it (`down_blocks.0.attentions.1.proj_in`), the original code
by its place in one long list (`input_blocks.2.1.proj_in`), and kohya's files write underscores for
the dots of either. A path with underscores cannot be split again by itself ("to_q", "down_blocks"),
so that it is looked up here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

LAYERS = 2
"""Residual layers of a level; going up there is one more."""
TEXT_LAYERS = 32
"""The deepest text encoder's, the second one of SDXL; SD 1.x has 12 and 2.x 23."""


class Part(StrEnum):
    """The models that a LoRA reaches, as diffusers names them in a pipeline."""

    UNET = "unet"
    TEXT = "text_encoder"
    TEXT_2 = "text_encoder_2"


@dataclass(frozen=True, slots=True, kw_only=True)
class Levels:
    """A UNet's levels from fine to coarse: whether channels grow into each, and its transformers.

    `depth` is how many blocks a transformer of a level has; 0: the level has no attention.
    """

    grows: tuple[bool, ...]
    depth: tuple[int, ...]
    middle: int


SD = Levels(grows=(False, True, True, False), depth=(1, 1, 1, 0), middle=1)
SDXL = Levels(grows=(False, True, True), depth=(0, 2, 10), middle=10)

_RESNET = {
    "conv1": "in_layers.2",
    "time_emb_proj": "emb_layers.1",
    "conv2": "out_layers.3",
    "conv_shortcut": "skip_connection",
}
_ENDS = {
    "conv_in": "input_blocks.0.0",
    "conv_out": "out.2",
    "time_embedding.linear_1": "time_embed.0",
    "time_embedding.linear_2": "time_embed.2",
}
_SIZES = {
    "add_embedding.linear_1": "label_emb.0.0",
    "add_embedding.linear_2": "label_emb.0.2",
}
_ATTENTION = tuple(
    f"{attention}.{name}"
    for attention in ("attn1", "attn2")
    for name in ("to_q", "to_k", "to_v", "to_out.0")
)
_BLOCK = (*_ATTENTION, "ff.net.0.proj", "ff.net.2")

Names = Iterator[tuple[str, str]]
"""The layers of a part of a UNet: diffusers' name and the original one."""


def unet_names(levels: Levels) -> Names:
    """Every layer with weights (linear or convolution) of a UNet: diffusers' name, the original."""
    yield from _ENDS.items()
    if levels is SDXL:
        yield from _SIZES.items()
    yield from _down(levels)
    yield from _resnet("mid_block.resnets.0", "middle_block.0")
    yield from _transformer("mid_block.attentions.0", "middle_block.1", levels.middle)
    yield from _resnet("mid_block.resnets.1", "middle_block.2")
    yield from _up(levels)


def text_names(layers: int = TEXT_LAYERS) -> Iterator[str]:
    """Every linear layer of a CLIP text encoder; transformers puts `text_model.` before some."""
    for place in range(layers):
        for name in ("q_proj", "k_proj", "v_proj", "out_proj"):
            yield f"encoder.layers.{place}.self_attn.{name}"
        yield from (f"encoder.layers.{place}.mlp.{name}" for name in ("fc1", "fc2"))


@cache
def flat_names(part: Part) -> Mapping[str, str]:
    """Every name that a layer has, dots written as underscores, to the one that diffusers gives it."""
    if part is Part.UNET:
        pairs = {**dict(_by_any_name(SD)), **dict(_by_any_name(SDXL))}
        return {flat(alias): name for alias, name in pairs.items()}
    names = [*text_names(), *(["text_projection"] if part is Part.TEXT_2 else [])]
    return {flat(prefix + name): name for name in names for prefix in ("", "text_model.")}


def flat(name: str) -> str:
    """A layer's name as kohya writes it."""
    return name.replace(".", "_")


def _by_any_name(levels: Levels) -> Iterator[tuple[str, str]]:
    for name, original in unet_names(levels):
        yield name, name
        yield original, name


def _down(levels: Levels) -> Names:
    for level, depth in enumerate(levels.depth):
        ours = f"down_blocks.{level}"
        for layer in range(LAYERS):
            place = f"input_blocks.{1 + level * (LAYERS + 1) + layer}"
            grows = levels.grows[level] and layer == 0
            yield from _resnet(f"{ours}.resnets.{layer}", f"{place}.0", shortcut=grows)
            yield from _transformer(f"{ours}.attentions.{layer}", f"{place}.1", depth)
        if level + 1 < len(levels.depth):
            place = f"input_blocks.{(level + 1) * (LAYERS + 1)}"
            yield f"{ours}.downsamplers.0.conv", f"{place}.0.op"


def _up(levels: Levels) -> Names:
    for level, depth in enumerate(reversed(levels.depth)):
        ours = f"up_blocks.{level}"
        for layer in range(LAYERS + 1):
            place = f"output_blocks.{level * (LAYERS + 1) + layer}"
            yield from _resnet(f"{ours}.resnets.{layer}", f"{place}.0", shortcut=True)
            yield from _transformer(f"{ours}.attentions.{layer}", f"{place}.1", depth)
        if level + 1 < len(levels.depth):
            place = f"output_blocks.{level * (LAYERS + 1) + LAYERS}"
            yield f"{ours}.upsamplers.0.conv", f"{place}.{2 if depth else 1}.conv"


def _resnet(ours: str, original: str, *, shortcut: bool = False) -> Names:
    for name, first in _RESNET.items():
        if shortcut or name != "conv_shortcut":
            yield f"{ours}.{name}", f"{original}.{first}"


def _transformer(ours: str, original: str, depth: int) -> Names:
    inner = [f"transformer_blocks.{block}.{name}" for block in range(depth) for name in _BLOCK]
    for name in ["proj_in", *inner, "proj_out"] if depth else []:
        yield f"{ours}.{name}", f"{original}.{name}"
