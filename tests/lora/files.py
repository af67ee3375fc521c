"""LoRA files for the tests, written by the standard library; the numbers in them are zeros."""

import json

from pipeline.engines.lora.modules import SD, flat, unet_names

SIZES = {"F32": 4, "F16": 2, "BF16": 2, "I64": 8, "F8_E4M3": 1}
CHANNELS = (320, 640, 1280, 1280)


def packed(tensors, metadata=None, dtype="F32"):
    """The bytes of a safetensors file with tensors of these shapes, and how many follow of zeros."""
    entries, end = {"__metadata__": metadata} if metadata is not None else {}, 0
    for name, shape in tensors.items():
        count = SIZES[dtype]
        for side in shape:
            count *= side
        entries[name] = {"dtype": dtype, "shape": list(shape), "data_offsets": [end, end + count]}
        end += count
    return framed(json.dumps(entries).encode()), end


def framed(header):
    return len(header).to_bytes(8, "little") + header


def write(path, tensors, metadata=None, dtype="F32"):
    """A whole file; it takes no room on the disk, since zeros are left out there."""
    start, more = packed(tensors, metadata, dtype)
    path.write_bytes(start)
    with path.open("r+b") as file:
        file.truncate(len(start) + more)
    return path


def attention_layers(width=768, levels=SD):
    """(module, inputs, outputs) of every attention projection of the full-size UNet."""
    for name, _ in unet_names(levels):
        head, _, leaf = name.partition(".attn")
        if leaf:
            place = head.split(".")
            level = {"mid_block": 3, "down_blocks": int(place[1]) if place[1].isdigit() else 0,
                     "up_blocks": 3 - int(place[1]) if place[1].isdigit() else 0}[place[0]]  # fmt: skip
            channels = CHANNELS[level]
            from_text = leaf.startswith("2") and leaf.endswith(("to_k", "to_v"))
            yield name, width if from_text else channels, channels


def diffusers(layers, rank=4, ends=("lora.down", "lora.up"), prefix="unet."):
    """Tensors by name, in diffusers' layout."""
    found = {}
    for module, inputs, outputs in layers:
        found[f"{prefix}{module}.{ends[0]}.weight"] = (rank, inputs)
        found[f"{prefix}{module}.{ends[1]}.weight"] = (outputs, rank)
    return found


def kohya(layers, rank=4, prefix="lora_unet_"):
    """Tensors by name, in kohya's layout."""
    found = {}
    for module, inputs, outputs in layers:
        found[f"{prefix}{flat(module)}.lora_down.weight"] = (rank, inputs)
        found[f"{prefix}{flat(module)}.lora_up.weight"] = (outputs, rank)
        found[f"{prefix}{flat(module)}.alpha"] = ()
    return found
