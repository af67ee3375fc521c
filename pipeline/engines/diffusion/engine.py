"""The engine of a model: continuous batching where its steps can be shared, else its own pipelines."""

from collections.abc import Sequence

from pipeline.domain.painting import PaintRequest
from pipeline.engines.diffusion.batching import Continuous
from pipeline.engines.diffusion.loading import is_continuous, load
from pipeline.engines.diffusion.opening import opening
from pipeline.engines.diffusion.settings import EngineSettings
from pipeline.engines.diffusion.stock import stock_of
from pipeline.ports.painter import PaintEngine, PaintEvent


def open_engine(settings: EngineSettings) -> PaintEngine:
    """Load the weights of a model and make them an engine; where parts are painted, two.

    Raises:
        ModelError: when they cannot be loaded, as `loading.load`; `model-memory` when they do not
            fit into the device's memory.
    """
    with opening(settings):
        return _opened(settings)


def _opened(settings: EngineSettings) -> PaintEngine:
    whole = Continuous(load(settings)) if is_continuous(settings.model) else stock_of(settings)
    if settings.inpainting is None:
        return whole
    return SideBySide(whole=whole, part=stock_of(settings, settings.inpainting))


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
