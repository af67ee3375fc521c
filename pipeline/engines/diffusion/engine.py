"""The engine of a model: continuous batching where its steps can be shared, else its own pipelines."""

import os
from collections.abc import Sequence

import torch

from pipeline.domain.errors import ModelError
from pipeline.domain.painting import PaintRequest
from pipeline.engines.diffusion.batching import Continuous
from pipeline.engines.diffusion.devices import device_of
from pipeline.engines.diffusion.loading import is_continuous, load
from pipeline.engines.diffusion.settings import EngineSettings
from pipeline.engines.diffusion.shortage import is_shortage
from pipeline.engines.diffusion.stock import Stock
from pipeline.ports.painter import PaintEngine, PaintEvent


def open_engine(settings: EngineSettings) -> PaintEngine:
    """Load the weights of a model and make them an engine; where parts are painted, two.

    Raises:
        ModelError: when they cannot be loaded, as `loading.load`; `model-memory` when they do not
            fit into the device's memory.
    """
    _repeatable()
    _take_place(device_of(settings.device))
    try:
        return _opened(settings)
    except Exception as error:
        if is_shortage(error):
            raise ModelError("model-memory", model=settings.name) from error
        raise


def _opened(settings: EngineSettings) -> PaintEngine:
    whole = Continuous(load(settings)) if is_continuous(settings.model) else Stock(settings)
    if settings.inpainting is None:
        return whole
    return SideBySide(whole=whole, part=Stock(settings, settings.inpainting))


def _repeatable() -> None:
    """Have the card do the same work in the same way every time, and float32 in full.

    What a seed gives shall not depend on which kernels were quickest today; the card's own default
    rounds the factors of convolutions in float32 to ten bits (TF32).
    """
    torch.backends.cudnn.benchmark = False
    torch.backends.cudnn.deterministic = True
    torch.backends.cudnn.allow_tf32 = False


def _take_place(device: torch.device) -> None:
    """Have what names no card (pinned memory, captured graphs) go to the one that is used.

    On processors half of them are taken: pictures are planned and lettered beside, and where
    torch's threads wait for one another, a busy machine paints a hundred times slower.
    """
    if device.type == "cuda" and str(device) != "cuda":
        torch.cuda.set_device(device)
    if device.type == "cpu":
        torch.set_num_threads(max(1, (os.cpu_count() or 2) // 2))


class SideBySide:
    """Two models that take turns: one for whole pictures, one for those that are painted in part."""

    def __init__(self, *, whole: PaintEngine, part: PaintEngine) -> None:
        self._whole = whole
        self._part = part
        self._last: PaintEngine = part

    @property
    def busy(self) -> bool:
        """Whether any admitted ticket has not ended."""
        return self._whole.busy or self._part.busy

    def admit(self, ticket: str, request: PaintRequest) -> None:
        """Take a request; one with a mask goes to the model that sees it."""
        masked = request.source is not None and request.mask is not None
        (self._part if masked else self._whole).admit(ticket, request)

    def cancel(self, ticket: str) -> None:
        """Forget a ticket at once."""
        self._whole.cancel(ticket)
        self._part.cancel(ticket)

    def step(self) -> Sequence[PaintEvent]:
        """A step of the one whose turn it is, or of the other when that has nothing to do."""
        other = self._part if self._last is self._whole else self._whole
        self._last = other if other.busy else self._last
        return self._last.step()
