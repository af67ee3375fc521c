"""Whether finished pictures may be shown, by the safety checker that came with the model."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from PIL import Image
from torch import nn

from pipeline.engines.diffusion.devices import visiting


@torch.inference_mode()
def unsafe(
    checker: nn.Module | None, eyes: Any, pictures: Sequence[Image.Image], device: torch.device
) -> list[bool]:
    """Which of the pictures the checker finds unsafe; none without a checker.

    Each is looked at by itself, so that no picture's verdict depends on its company; the network
    (CLIP ViT-L/14 at 224 pixels) takes a hundredth of what the picture took.
    """
    if checker is None:
        return [False] * len(pictures)
    with visiting(checker, device):
        return [_unsafe(checker, eyes, picture, device) for picture in pictures]


def _unsafe(checker: Any, eyes: Any, picture: Image.Image, device: torch.device) -> bool:
    seen = eyes(picture, return_tensors="pt").pixel_values
    dtype = next(checker.parameters()).dtype
    # It blackens what it is given as `images`; a picture that is held back is dropped instead.
    blank = np.zeros((1, 1, 1, 3))
    _, found = checker(clip_input=seen.to(device, dtype), images=blank)
    return bool(found[0])
