"""How much memory a training takes on its device: an estimate, made before anything is loaded.

Counted on the UNet of SD 1.x without data (torch's "meta" device): with checkpointing its passes
keep 0.15 GB at 512 x 512 in 16 bits and compute one block at a time again, which takes some 0.7 GB;
without it they keep about 3 GB, attention matrices left out, since SDPA does not keep them. What a
driver and an allocator take besides differs from card to card.
"""

from pipeline.training.settings import Precision, Recipe

_FULL_SIZE = 860_000_000
_AREA = 512 * 512
_SAVED_GB, _KEPT_GB = 0.9, 3.2
_FIXED_GB = 0.9
_TEXT_GB = 0.6
_LEARNT_BYTES = 16
"""A weight, its gradient and two moments, in 32 bits each."""
_RANK_4 = 797_184


def memory_gb(recipe: Recipe, parameters: int) -> float:
    """GB (10^9 bytes) for a UNet of so many parameters, the VAE being off the device."""
    width = 4 if recipe.precision is Precision.FP32 else 2
    scale = parameters / _FULL_SIZE
    passes = _SAVED_GB if recipe.checkpointing else _KEPT_GB
    passes *= recipe.batch * recipe.resolution**2 / _AREA * width / 2
    learnt = _RANK_4 * recipe.rank / 4 * _LEARNT_BYTES / 1e9
    text = _TEXT_GB if recipe.text_encoder else 0.0
    return parameters * width / 1e9 + (passes + learnt + text) * scale + _FIXED_GB
