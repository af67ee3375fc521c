"""What a model is, as its configuration tells: enough to plan for it without loading it.

Nothing heavy is imported; a worker process that plans pictures may ask.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.domain.adapter import Base
from pipeline.domain.painting import Manner, Sampler
from pipeline.engines.diffusion.weights import INDEX, parts_of, read_json

_CONTINUOUS = {"StableDiffusionPipeline", "StableDiffusionImg2ImgPipeline"}
_FEATURES = {768: Base.SD1, 1024: Base.SD2, 2048: Base.SDXL}
"""The width of the text embeddings tells the families apart (their unet/config.json)."""
_AREA = {Base.SD1: 512 * 512, Base.SD2: 768 * 768, Base.SDXL: 1024 * 1024}
_DEFAULT = Manner(sampler=Sampler.DPM, steps=20, guidance=7.5)
_XL = Manner(sampler=Sampler.DPM, steps=25, guidance=6.0)
_LCM = Manner(sampler=Sampler.LCM, steps=6, guidance=1.5)
_LCM_GUIDED = Manner(sampler=Sampler.LCM, steps=6, guidance=8.0)
"""A student that was told the guidance of its teacher (`time_cond_proj_dim`) takes a usual one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelCard:
    """A model: what its pipeline is called, and what suits it.

    `base` is the family that its adapters must be of; None: no adapters are known for it. It
    paints best at about `area_px` pixels, in `manner`. `chunked`: it reads prompts in chunks, as
    many as the settings say. `continuous`: its pictures can share passes at every step. `sees_mask`:
    its UNet takes nine channels, a mask and what is around it among them. `told_guidance`: its
    UNet is told the guidance, and a guided picture takes one row of a pass.
    """

    pipeline: str
    base: Base | None
    area_px: int
    manner: Manner
    chunked: bool
    continuous: bool
    sees_mask: bool
    told_guidance: bool

    def words_room(self, chunks: int) -> int:
        """The tokens that a prompt may have, where the settings give it `chunks`."""
        return 75 * chunks if self.chunked else 75

    def rows(self, manner: Manner) -> int:
        """How many rows of a pass a picture takes in a manner."""
        return 2 if manner.guidance > 1 and not self.told_guidance else 1


def describe(model: Path, name: str = "") -> ModelCard:
    """The card of a model in the layout of diffusers, called `name` in errors.

    Raises:
        ModelError: `model-missing`, `model-damaged`.
    """
    called = name or model.name
    parts = parts_of(model, called)
    pipeline = str(read_json(model / INDEX, called).get("_class_name", ""))
    body = _config(model, "unet" if "unet" in parts else "transformer", called)
    scheduler = _config(model, "scheduler", called)
    base = _base(pipeline, body)
    return ModelCard(
        pipeline=pipeline,
        base=base,
        area_px=_area_px(base, body),
        manner=_manner(base, body, scheduler),
        chunked=base is not None,
        continuous=_continuous(pipeline, base, body),
        sees_mask=body.get("in_channels") == 9,
        told_guidance=bool(body.get("time_cond_proj_dim")),
    )


def _config(model: Path, part: str, name: str) -> dict[str, Any]:
    """The configuration of a part; empty where the pipeline has no such part."""
    file = model / part / ("scheduler_config.json" if part == "scheduler" else "config.json")
    return read_json(file, name) if file.parent.is_dir() else {}


def _base(pipeline: str, body: dict[str, Any]) -> Base | None:
    if pipeline.startswith("StableDiffusionXL"):
        return Base.SDXL
    if not pipeline.startswith(("StableDiffusion", "LatentConsistency")) or not _unet(body):
        return None
    # 1.x names the width of its one text encoder; anything but 2.x's is of its kind.
    found = _FEATURES.get(_whole(body.get("cross_attention_dim")), Base.SD1)
    return Base.SD1 if found is Base.SDXL else found


def _unet(body: dict[str, Any]) -> bool:
    return body.get("_class_name") == "UNet2DConditionModel"


def _area_px(base: Base | None, body: dict[str, Any]) -> int:
    """The area that it was trained at: `sample_size` is in latent pixels, eight to one."""
    side = _whole(body.get("sample_size")) * 8
    if side >= 256:
        return side * side
    return _AREA[base] if base else 1024 * 1024


def _whole(value: object) -> int:
    return value if isinstance(value, int) else 0


def _manner(base: Base | None, body: dict[str, Any], scheduler: dict[str, Any]) -> Manner:
    kind = str(scheduler.get("_class_name", ""))
    if body.get("time_cond_proj_dim"):
        return _LCM_GUIDED
    if kind == "LCMScheduler":
        return _LCM
    if kind == "TCDScheduler":
        return Manner(sampler=Sampler.TCD, steps=6, guidance=1.0)
    if _one_step(kind, scheduler):
        sampler = Sampler.EULER_A if "Ancestral" in kind else Sampler.EULER
        return Manner(sampler=sampler, steps=4, guidance=0.0)
    return _XL if base is Base.SDXL else _DEFAULT


def _one_step(kind: str, scheduler: dict[str, Any]) -> bool:
    """Whether it was distilled to one to four steps, as the Turbo models of Stability AI.

    They come with an Euler scheduler that spaces its steps from the end ("trailing"); so do models
    whose noise ends in nothing but noise (zero terminal SNR), which take the usual steps.
    """
    return (
        kind in {"EulerDiscreteScheduler", "EulerAncestralDiscreteScheduler"}
        and scheduler.get("timestep_spacing") == "trailing"
        and scheduler.get("prediction_type", "epsilon") == "epsilon"
        and not scheduler.get("rescale_betas_zero_snr")
    )


def _continuous(pipeline: str, base: Base | None, body: dict[str, Any]) -> bool:
    """Whether its UNet needs nothing but latents, a timestep and embeddings of the prompt."""
    return (
        pipeline in _CONTINUOUS
        and base in {Base.SD1, Base.SD2}
        and body.get("in_channels", 4) == 4
        and not body.get("time_cond_proj_dim")
        and not body.get("addition_embed_type")
        and not body.get("class_embed_type")
    )
