"""Which model paints, and how: environment variables, read once."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from config.reader import Reader
from pipeline.domain.painting import Sampler

MODEL = "CompVis/stable-diffusion-v1-4"
USES = ("auto", "on", "off")
POLICIES = ("off", "flag", "refuse")
STEPS = 1000
"""A model was taught so many steps from noise to picture; there are none between them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaintingSettings:
    """The model and its process.

    `use` is one of USES: auto paints where libraries, weights and a GPU are there. `model` is the
    name of a repository or a folder in the layout of diffusers; `models` is the folder where what
    was pulled and the adapters lie. `device` and `dtype` empty: the best that there is. `rows` are
    the most rows of one forward pass (a guided picture takes two). `sampler` empty, `steps` 0 and
    `guidance` below 0: what suits the model. `policy` is what happens to a
    brief with forbidden words.
    """

    use: str
    model: str
    models: Path
    offline: bool
    device: str
    dtype: str
    sampler: str
    steps: int
    guidance: float
    rows: int
    compile: bool
    offload: bool
    policy: str
    unsafe_words: Path | None


def load_painting(data: Path, environment: Mapping[str, str] = os.environ) -> PaintingSettings:
    """The settings of an environment; what lies under `data` is found there.

    Raises:
        ServiceError: `setting-whole-number`, `setting-range`, `setting-number`, `setting-choice`.
    """
    read = Reader(environment)
    return PaintingSettings(
        use=read.one_of("ARTICOVER_PAINTER", USES),
        model=read.text("ARTICOVER_MODEL", MODEL),
        models=Path(read.text("ARTICOVER_MODELS", str(data / "models"))),
        offline=read.one_of("ARTICOVER_OFFLINE", ("no", "yes")) == "yes",
        device=read.text("ARTICOVER_DEVICE", ""),
        dtype=read.one_of("ARTICOVER_DTYPE", ("", "float32", "float16", "bfloat16")),
        sampler=read.one_of("ARTICOVER_SAMPLER", ("", *Sampler)),
        steps=read.whole_to("ARTICOVER_STEPS", 0, STEPS),
        guidance=read.number("ARTICOVER_GUIDANCE", -1.0),
        rows=read.whole("ARTICOVER_BATCH_ROWS", 16, 2),
        compile=read.one_of("ARTICOVER_COMPILE", ("no", "yes")) == "yes",
        offload=read.one_of("ARTICOVER_OFFLOAD", ("no", "yes")) == "yes",
        policy=read.one_of("ARTICOVER_PROMPT_POLICY", POLICIES[::-1]),
        unsafe_words=_path(environment.get("ARTICOVER_PROMPT_WORDS", "")),
    )


def _path(text: str) -> Path | None:
    return Path(text) if text.strip() else None
