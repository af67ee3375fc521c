"""LoRA files of rank 4 with random weights, for the layers that genre LoRAs have."""

import hashlib
from pathlib import Path

import torch
from safetensors.torch import save_file

from pipeline.domain.painting import AdapterUse
from tests.bench_gpu.architecture import unet_of

RANK = 4
COUNT = 5
LAYERS = ("to_q", "to_k", "to_v", "to_out.0")


def write_adapters(folder: Path, size: str) -> tuple[AdapterUse, ...]:
    """`COUNT` files in `folder`, each as it is used; `lora-1.safetensors` and so on."""
    folder.mkdir(parents=True)
    with torch.device("meta"):
        shapes = {
            name: (module.out_features, module.in_features)
            for name, module in unet_of(size).named_modules()
            if isinstance(module, torch.nn.Linear) and name.endswith(LAYERS)
        }
    return tuple(_written(folder, f"lora-{n}", shapes, n) for n in range(1, COUNT + 1))


def _written(folder: Path, name: str, shapes: dict[str, tuple[int, int]], seed: int) -> AdapterUse:
    draw = torch.Generator().manual_seed(seed)
    tensors: dict[str, torch.Tensor] = {}
    for layer, (wide, narrow) in shapes.items():
        tensors[f"unet.{layer}.lora_A.weight"] = 0.02 * torch.randn(RANK, narrow, generator=draw)
        tensors[f"unet.{layer}.lora_B.weight"] = 0.02 * torch.randn(wide, RANK, generator=draw)
    file = folder / f"{name}.safetensors"
    save_file({key: one.half() for key, one in tensors.items()}, file)
    return AdapterUse(name=name, sha256=hashlib.sha256(file.read_bytes()).hexdigest(), weight=0.8)


class Folder:
    """Where the file of an adapter lies; it is picklable."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __call__(self, name: str) -> Path:
        return self._folder / f"{name}.safetensors"
