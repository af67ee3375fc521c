"""The files that a training comes to, with where they come from in their headers."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save
from torch import Tensor

from pipeline.domain.adapter import Base
from pipeline.training import layouts
from pipeline.training.durable import write_whole
from pipeline.training.settings import Training

_LENGTH = 8
"""Bytes of the number that a file begins with, and what the length of its header is a multiple of."""
_ARCHITECTURES = {
    Base.SD1: "stable-diffusion-v1/lora",
    Base.SD2: "stable-diffusion-v2-512/lora",
    Base.SDXL: "stable-diffusion-xl-v1-base/lora",
}
_KOHYA_BASES = {Base.SD1: "sd_v1", Base.SD2: "sd_v2", Base.SDXL: "sdxl_base_v1-0"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What a file says of its training; neither names of files nor captions are among it."""

    base: Base
    revision: str
    pictures: int
    fingerprint: str
    step: int
    when: datetime


def paths(training: Training) -> tuple[Path, Path]:
    """Where the files go: in the layout of diffusers, and in that of kohya."""
    return (
        training.out / f"{training.name}.safetensors",
        training.out / f"{training.name}.kohya.safetensors",
    )


def export(training: Training, weights: Mapping[str, Tensor], origin: Origin) -> tuple[Path, Path]:
    """Write both files, each whole or not at all."""
    dtype = torch.float16 if training.half else torch.float32
    alpha, said = training.recipe.alpha, provenance(training, origin)
    tensors = layouts.diffusers(weights, alpha), layouts.kohya(weights, alpha)
    for path, named in zip(paths(training), tensors, strict=True):
        typed = {name: tensor.to(dtype) for name, tensor in named.items()}
        write_whole(path, ordered(save(typed, metadata=said)))
    return paths(training)


def ordered(content: bytes) -> bytes:
    """A file with its metadata in the order of their names: the library writes them in any order.

    So the same training gives the same file, and the same SHA-256.
    """
    size = int.from_bytes(content[:_LENGTH], "little")
    header: dict[str, Any] = json.loads(content[_LENGTH : _LENGTH + size])
    said = dict(sorted(header.pop("__metadata__").items()))
    text = json.dumps({"__metadata__": said, **header}, ensure_ascii=False, separators=(",", ":"))
    spaced = text.encode()
    spaced += b" " * (-len(spaced) % _LENGTH)
    return len(spaced).to_bytes(_LENGTH, "little") + spaced + content[_LENGTH + size :]


def provenance(training: Training, origin: Origin) -> dict[str, str]:
    """The header's metadata: ours, those of ModelSpec 1.0.0, and those that kohya's tools read."""
    recipe = training.recipe
    licence = {"modelspec.license": training.licence} if training.licence else {}
    return {
        **licence,
        "format": "pt",
        "articover.release": training.release,
        "articover.genre": training.genre,
        "articover.trigger": training.trigger,
        "articover.base_model": training.base,
        "articover.base_revision": origin.revision,
        "articover.base": origin.base,
        "articover.rank": str(recipe.rank),
        "articover.alpha": f"{recipe.alpha:g}",
        "articover.steps": str(origin.step),
        "articover.batch": str(recipe.batch * recipe.accumulate),
        "articover.learning_rate": f"{recipe.rate:g}",
        "articover.resolution": str(recipe.resolution),
        "articover.seed": str(recipe.seed),
        "articover.pictures": str(origin.pictures),
        "articover.data": origin.fingerprint,
        "articover.date": origin.when.isoformat(timespec="seconds"),
        "modelspec.sai_model_spec": "1.0.0",
        "modelspec.architecture": _ARCHITECTURES[origin.base],
        "modelspec.implementation": "diffusers",
        "modelspec.title": training.name,
        "modelspec.resolution": f"{recipe.resolution}x{recipe.resolution}",
        "modelspec.trigger_phrase": training.trigger,
        "modelspec.date": origin.when.isoformat(timespec="seconds"),
        "ss_network_module": "networks.lora",
        "ss_network_dim": str(recipe.rank),
        "ss_network_alpha": f"{recipe.alpha:g}",
        "ss_base_model_version": _KOHYA_BASES[origin.base],
        "ss_output_name": training.name,
    }
