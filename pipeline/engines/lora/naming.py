"""What a tensor of a LoRA file is, by its name, in every way of naming that is in use.

    diffusers   unet.down_blocks.0.attentions.0.proj_in.lora.down.weight
    with peft   unet.down_blocks.0.attentions.0.proj_in.lora_A.weight
    before 0.19 [unet.]mid_block.attentions.0.transformer_blocks.0.attn1.processor.to_q_lora.up.weight
    kohya       lora_unet_down_blocks_0_attentions_0_proj_in.lora_down.weight
    original    lora_unet_input_blocks_1_1_proj_in.lora_down.weight

The first three are diffusers' layout: with no prefix they are of a UNet alone. The last two are
kohya's, in which `.alpha` beside a layer scales it by alpha / rank.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from pipeline.domain.adapter import LoraLayout
from pipeline.engines.lora.modules import Part, flat, flat_names


class Role(StrEnum):
    """The tensors of a layer: it adds scale * up(down(input)) to what the model's layer gives."""

    DOWN = "down"
    UP = "up"
    ALPHA = "alpha"


class Kind(StrEnum):
    """Adapters that are no plain LoRA, as their authors call them."""

    DORA = "DoRA"
    LOHA = "LoHa"
    LOKR = "LoKr"
    TUCKER = "LoCon/Tucker"
    OFT = "OFT"
    GLORA = "GLoRA"
    IA3 = "IA3"
    FULL = "full weights"
    BIAS = "LoRA+bias"
    EMBEDDING = "LoRA+embeddings"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a tensor belongs: a layer of a part of the model, and its role there."""

    part: Part
    module: str
    role: Role


class OtherKindError(ValueError):
    """A file is an adapter of a kind that cannot be used here."""

    def __init__(self, kind: Kind) -> None:
        self.kind = kind
        super().__init__(kind.value)


class NoLayerError(ValueError):
    """A tensor belongs to no layer of a Stable Diffusion model."""

    def __init__(self, tensor: str) -> None:
        self.tensor = tensor
        super().__init__(tensor)


_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (Kind.DORA, r"\.dora_scale$|lora_magnitude_vector"),
        (Kind.LOHA, r"\.hada_[wt]\d"),
        (Kind.LOKR, r"\.lokr_[wt]\d"),
        (Kind.TUCKER, r"\.lora_mid\.weight$"),
        (Kind.OFT, r"\.oft_|\.oft_blocks$|\.oft_diag$"),
        (Kind.GLORA, r"\.[ab][12]\.weight$"),
        (Kind.IA3, r"\.on_input$"),
        (Kind.FULL, r"\.diff(_b)?$|\.[wb]_norm$"),
        (Kind.BIAS, r"\.lora_B(\.default)?\.bias$|\.lora_up\.bias$|\.lora\.up\.bias$"),
        (Kind.EMBEDDING, r"^bundle_emb\."),
    )
)
_ENDS = re.compile(
    r"(?P<module>.+?)"
    r"(?:\.(?:lora|lora_linear_layer)\.(?P<dotted>down|up)\.weight"
    r"|\.lora_(?P<kohya>down|up)\.weight"
    r"|\.lora_(?P<peft>[AB])(?:\.default)?\.weight"
    r"|\.(?P<alpha>alpha))"
)
_OLD = re.compile(r"\.to_(q|k|v|out)_lora\.")
_ROLES = {"down": Role.DOWN, "up": Role.UP, "A": Role.DOWN, "B": Role.UP, "alpha": Role.ALPHA}
_KOHYA = {
    "lora_unet_": Part.UNET,
    "lora_te_": Part.TEXT,
    "lora_te1_": Part.TEXT,
    "lora_te2_": Part.TEXT_2,
}
_DOTTED = {f"{part}.": part for part in (Part.TEXT_2, Part.TEXT, Part.UNET)}


def layout_of(tensors: Iterable[str]) -> LoraLayout:
    """How a file names its tensors, of which there is one at least."""
    kohya = all(name.startswith(tuple(_KOHYA)) for name in tensors)
    return LoraLayout.KOHYA if kohya else LoraLayout.DIFFUSERS


def refuse_other_kinds(tensors: Iterable[str]) -> None:
    """Say by name what kind of adapter a file is, unless it is a LoRA.

    Raises:
        OtherKindError: for the first tensor of another kind.
    """
    for name in tensors:
        for kind, pattern in _KINDS:
            if pattern.search(name):
                raise OtherKindError(kind)


def place_of(tensor: str, layout: LoraLayout) -> Place:
    """The layer that a tensor belongs to, in diffusers' names, and its role.

    Raises:
        NoLayerError: when no layer of Stable Diffusion is called so.
    """
    found = _ENDS.fullmatch(_without_processor(tensor))
    if found is None:
        raise NoLayerError(tensor)
    part, module = _split(found["module"], layout)
    name = flat_names(part).get(flat(module))
    if name is None:
        raise NoLayerError(tensor)
    role = _ROLES[found["dotted"] or found["kohya"] or found["peft"] or found["alpha"]]
    return Place(part=part, module=name, role=role)


def _split(module: str, layout: LoraLayout) -> tuple[Part, str]:
    if layout is LoraLayout.DIFFUSERS:
        module = module.removeprefix("base_model.model.")
    for prefix, part in (_KOHYA if layout is LoraLayout.KOHYA else _DOTTED).items():
        if module.startswith(prefix):
            return part, module.removeprefix(prefix)
    return Part.UNET, module


def _without_processor(tensor: str) -> str:
    """The name that diffusers gives a tensor since adapters hang on layers, not on processors."""
    text = tensor.startswith(Part.TEXT)

    def layer(found: re.Match[str]) -> str:
        if text:
            return f".{found[1]}_proj.lora."
        return ".to_out.0.lora." if found[1] == "out" else f".to_{found[1]}.lora."

    return _OLD.sub(layer, tensor.replace(".processor.", "."))
