"""DiffSTE as a paint engine: several samples of one job, and of several jobs, share a call."""

from pipeline.domain.adapter import Base
from pipeline.domain.painting import Manner, Sampler
from pipeline.engines.diffste.architecture import SIDE_PX
from pipeline.engines.diffste.conditions import Conditions
from pipeline.engines.diffste.loading import open_writer_pipeline
from pipeline.engines.diffusion.card import ModelCard
from pipeline.engines.diffusion.devices import device_of, dtype_of
from pipeline.engines.diffusion.opening import opening
from pipeline.engines.diffusion.pipelines import Pipelines
from pipeline.engines.diffusion.settings import EngineSettings
from pipeline.engines.diffusion.stock import Stock
from pipeline.engines.diffusion.weights import revision
from pipeline.ports.painter import PaintEngine

MANNER = Manner(sampler=Sampler.DDIM, steps=30, guidance=7.5)
"""As its authors sample."""
_CARD = ModelCard(
    pipeline="DiffSTE", base=Base.SD1, area_px=SIDE_PX * SIDE_PX, manner=MANNER, chunked=False,
    continuous=False, sees_mask=True, told_guidance=False,
)  # fmt: skip


def open_writer(settings: EngineSettings) -> PaintEngine:
    """Load a converted model and make it an engine for requests that have words.

    `settings.model` is the folder that `articover models convert-diffste` made; `inpainting`,
    `compile`, `sizes`, `safety`, `chunks` and the adapters of the settings mean nothing to it.

    Raises:
        ModelError: `writer-missing`, `writer-damaged`, `model-device`; `model-memory` when the model does not fit into the device's memory.
    """
    with opening(settings):
        device = device_of(settings.device)
        pipe, characters, sizes = open_writer_pipeline(
            settings.model, dtype_of(settings.dtype, device)
        )
        pipelines = Pipelines(
            settings=settings, card=_CARD, first=pipe, revision=revision(settings.model)
        )
        return Stock(pipelines, Conditions(pipe, characters, sizes, device))
