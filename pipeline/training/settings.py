"""What a training is told: what decides the weights, how often it reports, and where it lies."""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path


class Schedule(StrEnum):
    """How the learning rate falls after its warm-up."""

    COSINE = "cosine"
    LINEAR = "linear"
    CONSTANT = "constant"


class Precision(StrEnum):
    """In what the model computes; what is learnt is always kept in 32 bits."""

    AUTO = "auto"
    FP32 = "fp32"
    FP16 = "fp16"
    BF16 = "bf16"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """All that decides the weights, besides the model and the data.

    `steps` are steps of the optimiser, each over `batch` x `accumulate` pictures. `rate` is the
    peak of the learning rate, reached after the share `warmup` (0 to 1) of the steps. `gamma` caps
    the signal-to-noise ratio in the loss (Hang et al., 2023; 0: every timestep weighs the same).
    `offset` adds noise of one value a channel (0: none). A caption is left out with the
    probability `dropout`, so that guidance keeps its other side. `ema` is the decay of averaged
    weights (0: none); `clip` the largest norm of the gradient. `flip` learns mirrored pictures too,
    lettering included. `bucket_step` is what sides of sizes are multiples of, in pixels.
    """

    steps: int
    rank: int = 4
    alpha: float = 4.0
    resolution: int = 512
    bucket_step: int = 64
    batch: int = 1
    accumulate: int = 4
    rate: float = 1e-4
    warmup: float = 0.05
    schedule: Schedule = Schedule.COSINE
    gamma: float = 5.0
    offset: float = 0.0
    dropout: float = 0.1
    text_encoder: bool = False
    ema: float = 0.0
    clip: float = 1.0
    flip: bool = False
    precision: Precision = Precision.AUTO
    checkpointing: bool = True
    seed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """How often, in steps, something besides learning is done; 0: only first and last.

    The last `keep` checkpoints stay. `prompts` are painted at every `paint_every`-th step in
    `paint_steps` denoising steps, always from the same noise.
    """

    checkpoint_every: int = 100
    keep: int = 3
    measure_every: int = 50
    paint_every: int = 200
    paint_steps: int = 20
    prompts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Training:
    """One training.

    `model` is a folder in the layout of diffusers, called `base` in files, and `revision`
    identifies its weights.

    `genre` is its key and `trigger` the words that call the adapter. Everything is written below
    `out`. `device` empty: the best there is. `half` stores the result in 16 bits, else in 32;
    `licence` is told with it.
    """

    name: str
    genre: str
    trigger: str
    model: Path
    base: str
    revision: str
    out: Path
    recipe: Recipe
    rhythm: Rhythm = field(default_factory=Rhythm)
    device: str = ""
    half: bool = True
    release: str = ""
    licence: str = ""


def default_steps(pictures: int) -> int:
    """Steps for a number of pictures: 15 get 825 (220 looks at each), 100 get 2000 (80 each)."""
    return max(600, min(2000, 600 + 15 * pictures))
