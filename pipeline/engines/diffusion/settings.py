"""What the model's process is told when it starts; it imports nothing heavy."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pipeline.domain.errors import ModelError


def no_adapter(name: str) -> Path:
    """There are no adapters.

    Raises:
        ModelError: `adapter-missing`, always.
    """
    raise ModelError("adapter-missing", name=name)


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineSettings:
    """Which weights, where they run, and how many pictures share a pass. It is picklable.

    `model` is a folder in the layout of diffusers, called `name` in records; `preview` one with
    the small decoder (None: a linear projection stands in), `inpainting` one with a UNet of nine
    channels (None: the model itself paints parts). `device` and `dtype` empty: the best there is.
    `rows` are the most rows of one forward pass, padding included; a guided picture takes two.
    With `compile` the UNet is compiled for pictures of `sizes` (width and height in pixels; empty:
    two by three at the model's own width). `adapter` gives the file of a LoRA by its name. `safety` false leaves a safety checker out that
    is there. A picture's preview is made every `preview_every` steps (0: never).
    """

    model: Path
    name: str
    preview: Path | None = None
    inpainting: Path | None = None
    device: str = ""
    dtype: str = ""
    rows: int = 16
    compile: bool = False
    sizes: tuple[tuple[int, int], ...] = ()
    offload: bool = False
    safety: bool = True
    chunks: int = 2
    adapter_slots: int = 8
    adapter: Callable[[str], Path] = no_adapter
    preview_every: int = 4
