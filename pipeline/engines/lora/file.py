"""A LoRA file as a whole: whether it can be used, on which models, and what it says of itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.domain.adapter import Base, LoraLayout
from pipeline.domain.errors import ModelError
from pipeline.engines.lora.header import Fault, Header, HeaderError, digest, read_header
from pipeline.engines.lora.layers import LoraLayer, ShapeError, layers_of
from pipeline.engines.lora.modules import Part
from pipeline.engines.lora.naming import NoLayerError, OtherKindError, layout_of, refuse_other_kinds
from pipeline.engines.lora.provenance import base_of, scaled, trigger_of

MOST_BYTES = 2 << 30
"""The largest that are published, rank 256 on all of SDXL, take 1.7 GB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoraHeader:
    """What a LoRA file is, as its header tells; no tensor of it was read.

    `rank` is the largest of its `layers`. `base` is None where neither its layers nor its author
    tell the family. `title`, `trigger` (words that call its manner up) and `licence` are the
    author's, and empty where he gave none. `size` is in bytes.
    """

    layout: LoraLayout
    base: Base | None
    rank: int
    layers: tuple[LoraLayer, ...] = field(repr=False)
    parameters: int
    size: int
    title: str = ""
    trigger: str = ""
    licence: str = ""
    metadata: Mapping[str, str] = field(repr=False)

    @property
    def has_text_encoder(self) -> bool:
        """Whether it teaches the text encoder as well as the UNet."""
        return any(layer.part is not Part.UNET for layer in self.layers)


@dataclass(frozen=True, slots=True, kw_only=True)
class LoraFile:
    """A LoRA file that can be used, and what identifies it."""

    header: LoraHeader
    sha256: str


def read_lora(path: Path, name: str = "") -> LoraFile:
    """Judge a LoRA file, and hash it; `name` is what errors call it, its file name by default.

    Raises:
        ModelError: `adapter-missing`; `adapter-pickle`; `adapter-damaged` with a `fault`;
            `adapter-kind` for DoRA, LoHa and their like; `adapter-layers` for layers that Stable
            Diffusion has not; `adapter-shape` for a layer that is not whole.
    """
    name = name or path.name
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ModelError("adapter-damaged", name=name, fault=Fault.BYTES.value)
        header = lora_header(read_header(path), name)
        return LoraFile(header=header, sha256=digest(path))
    except HeaderError as error:
        raise refused(error, name) from error
    except OSError as error:
        raise ModelError("adapter-missing", name=name) from error


def refused(error: HeaderError, name: str) -> ModelError:
    """What a person is told of a file that holds no sound tensors."""
    if error.fault is Fault.PICKLE:
        return ModelError("adapter-pickle", name=name)
    return ModelError("adapter-damaged", name=name, fault=error.fault.value)


def lora_header(header: Header, name: str) -> LoraHeader:
    """The LoRA that sound tensors make up.

    Raises:
        ModelError: as `read_lora` does.
    """
    if not header.tensors:
        raise ModelError("adapter-damaged", name=name, fault=Fault.EMPTY.value)
    try:
        return _lora(header)
    except OtherKindError as error:
        raise ModelError("adapter-kind", name=name, kind=error.kind.value) from error
    except NoLayerError as error:
        raise ModelError("adapter-layers", name=name, layer=_short(error.tensor)) from error
    except ShapeError as error:
        raise ModelError("adapter-shape", name=name, layer=_short(error.layer)) from error


def _lora(header: Header) -> LoraHeader:
    refuse_other_kinds(header.tensors)
    layout = layout_of(header.tensors)
    layers = scaled(layers_of(header.tensors, layout), header.metadata)
    said = header.metadata
    return LoraHeader(
        layout=layout,
        base=base_of(layers, said),
        rank=max(layer.rank for layer in layers),
        layers=tuple(layers),
        parameters=sum(
            header.tensors[tensor].count for layer in layers for tensor in (layer.down, layer.up)
        ),
        size=header.size,
        title=said.get("modelspec.title", said.get("ss_output_name", "")).strip(),
        trigger=trigger_of(said),
        licence=said.get("modelspec.license", "").strip(),
        metadata=said,
    )


def _short(text: str) -> str:
    """A name out of a stranger's file, fit for a sentence."""
    clean = "".join(c for c in text if c.isprintable())
    return clean if len(clean) <= 120 else f"{clean[:119]}…"
