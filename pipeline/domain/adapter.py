"""Genre LoRAs: small files that teach a model a manner, and what is known of each."""

from dataclasses import dataclass
from enum import StrEnum


class Base(StrEnum):
    """The family of models that an adapter was trained on; on another its layers do not fit."""

    SD1 = "sd-1"
    SD2 = "sd-2"
    SDXL = "sdxl"


class LoraLayout(StrEnum):
    """How the tensors of a LoRA file are named."""

    DIFFUSERS = "diffusers"
    KOHYA = "kohya"


@dataclass(frozen=True, slots=True, kw_only=True)
class Adapter:
    """A LoRA of the catalogue.

    It is used for the covers of its `genres`, and for those whose requirements ask for it by name, at
    `weight`, and its `trigger` words stand in the prompt. `sha256` and `size` (bytes) are those of
    its file, `rank` is the largest of its layers. `licence` and `source` are told, never checked.
    """

    name: str
    genres: tuple[str, ...] = ()
    weight: float = 0.8
    trigger: str = ""
    sha256: str
    size: int
    layout: LoraLayout
    base: Base
    rank: int
    licence: str = ""
    source: str = ""
