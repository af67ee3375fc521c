"""LoRA files of random numbers for the tiny models, in every layout."""

from dataclasses import dataclass

import torch
from safetensors.torch import save_file
from torch import nn

from pipeline.domain.painting import AdapterUse
from pipeline.engines.lora.header import digest
from pipeline.engines.lora.modules import flat

ATTENTION = ("to_q", "to_k", "to_v", "to_out.0")
TEXT = ("q_proj", "k_proj", "v_proj", "out_proj", "fc1", "fc2")
LAYERS = (*ATTENTION, "ff.net.0.proj", "ff.net.2", "proj_in", "proj_out", "time_emb_proj",
          "conv1", "conv2", "conv_shortcut", "downsamplers.0.conv", "conv_in", "conv_out",
          "time_embedding.linear_1")  # fmt: skip
MATRICES = ("down", "up")
OLD = {"q_proj": "to_q", "k_proj": "to_k", "v_proj": "to_v", "out_proj": "to_out"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Lora:
    """Matrices by layer; they add alpha / rank * up(down(x))."""

    part: str
    layers: dict
    alpha: float | None = None


def lora(model, rank=4, endings=ATTENTION, seed=1, alpha=None, part="unet", strength=0.3):
    """Random matrices for the layers of a model whose names end so."""
    generator = torch.Generator().manual_seed(seed)
    layers = {}
    for name, layer in model.named_modules():
        if isinstance(layer, nn.Linear | nn.Conv2d) and name.endswith(endings):
            down = torch.randn(rank, *layer.weight.shape[1:], generator=generator) * strength
            up = torch.randn(len(layer.weight), rank, generator=generator) * strength
            layers[name] = down, up.reshape(*up.shape, *[1] * (down.ndim - 2))
    assert layers
    return Lora(part=part, layers=layers, alpha=alpha)


def diffusers(made):
    text = made.part == "text_encoder"
    yield from dotted(made, *(f"lora_linear_layer.{m}" if text else f"lora.{m}" for m in MATRICES))


def peft(made):
    yield from dotted(made, "lora_A", "lora_B")


def processors(made):
    """Diffusers before 0.19, which knew LoRAs on attention only."""
    for name, tensor in dotted(made, "lora.down", "lora.up"):
        for layer in (*ATTENTION, *OLD):
            if f".{layer}.lora." in name:
                short = OLD.get(layer, layer.removesuffix(".0"))
                head, _, tail = name.partition(f".{layer}.lora.")
                on = ".processor" if made.part == "unet" else ""
                yield f"{head}{on}.{short}_lora.{tail}", tensor


def dotted(made, *ends):
    """These layouts have no place for alpha: it goes into the matrices."""
    scale = 1.0 if made.alpha is None else made.alpha / len(next(iter(made.layers.values()))[0])
    for name, (down, up) in made.layers.items():
        yield f"{made.part}.{name}.{ends[0]}.weight", down
        yield f"{made.part}.{name}.{ends[1]}.weight", up * scale


def kohya(made):
    prefix = {"unet": "lora_unet_", "text_encoder": "lora_te_"}[made.part]
    for name, (down, up) in made.layers.items():
        whole = f"text_model.{name}" if made.part == "text_encoder" else name
        yield f"{prefix}{flat(whole)}.lora_down.weight", down
        yield f"{prefix}{flat(whole)}.lora_up.weight", up
        alpha = len(down) if made.alpha is None else made.alpha
        yield f"{prefix}{flat(whole)}.alpha", torch.tensor(float(alpha))


def write(path, *pairs, metadata=None):
    tensors = {name: tensor.contiguous() for made in pairs for name, tensor in made}
    save_file(tensors, path, metadata)
    return path


class Shelf:
    """Files by name, as an installation has them; `use` asks for one."""

    def __init__(self, folder):
        self.folder = folder

    def path(self, name):
        return self.folder / f"{name}.safetensors"

    def put(self, name, *pairs, metadata=None):
        write(self.path(name), *pairs, metadata=metadata)
        return self.use(name)

    def use(self, name, weight=1.0):
        return AdapterUse(name=name, sha256=digest(self.path(name)), weight=weight)
