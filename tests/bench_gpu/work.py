"""How much a picture is: operations counted by torch's own counter, on a model without weights.

A multiplication and an addition are two operations. Counted is what the picture needs: two rows of
the UNet a guided step with 77 tokens each, and one decoding; no padding, no previews, no longer
prompts. So a share of the card's rate is a share of useful work.
"""

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch.utils.flop_counter import FlopCounterMode

from tests.bench_gpu.architecture import autoencoder_of, unet_of

FACTS = {"full": (2.591e12, 3.80e12)}
"""A guided step and a decoding at 512 x 768, as they were counted before: the two must agree."""
TOKENS = 77


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """Operations of a guided step, and of a decoding."""

    step: float
    decoding: float

    def of(self, steps: int) -> float:
        """Operations of a whole picture."""
        return steps * self.step + self.decoding


def work_of(size: str, width: int, height: int) -> Work:
    """What a picture of `width` x `height` pixels takes."""
    with torch.device("meta"):
        unet, vae = unet_of(size), autoencoder_of(size)
        latents = torch.empty(1, 4, height // 8, width // 8)
        rows = torch.empty(2, 4, height // 8, width // 8)
        words = torch.empty(2, TOKENS, unet.config["cross_attention_dim"])
        times = torch.empty(2)
    return Work(
        step=_counted(lambda: unet(rows, times, words)),
        decoding=_counted(lambda: vae.decode(latents)),
    )


def _counted(run: Callable[[], object]) -> float:
    counter = FlopCounterMode(display=False)
    with torch.inference_mode(), counter:
        run()
    return float(counter.get_total_flops())
