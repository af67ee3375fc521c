"""What a process does before it loads a model, whichever that is."""

import os
from collections.abc import Generator
from contextlib import contextmanager

import torch

from pipeline.domain.errors import ModelError
from pipeline.engines.diffusion.devices import device_of
from pipeline.engines.diffusion.settings import EngineSettings
from pipeline.engines.diffusion.shortage import is_shortage


@contextmanager
def opening(settings: EngineSettings) -> Generator[None]:
    """Take the device; a model that is loaded within does the same work every time.

    Raises:
        ModelError: `model-device`; `model-memory` when the model does not fit into its memory.
    """
    _repeatable()
    _take_place(device_of(settings.device))
    try:
        yield
    except Exception as error:
        if is_shortage(error):
            raise ModelError("model-memory", model=settings.name) from error
        raise


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
