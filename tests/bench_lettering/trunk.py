"""How different two pictures look: distances of features of a VGG trunk, CRAFT's own.

The three first stages of VGG-16 with batch normalisation (Simonyan & Zisserman 2015), each position's
features scaled to length one, their squared distance added up over the stages, as LPIPS does
(Zhang et al. 2018) before it weights channels.
"""

from functools import cached_property

import cv2
import numpy as np
import torch
from torch.nn import functional

from pipeline.engines.craft.weights import load_weights, weights_file
from pipeline.ports.lettering import Mask, Pixels

STAGES = ((0, 3, "pool", 7, 10), ("pool", 14, 17), (20, "pool", 24, 27))
"""Convolutions by their number in the network; a stage ends before its last rectifier."""
SIZE = (256, 384)
MEAN, SPREAD = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)
EPSILON = 1e-5


class Trunk:
    """Loads its weights when first asked; works in torch on the processor.

    It remembers the features of the last true picture, beside which several are judged.
    """

    _truth: tuple[Pixels, list[torch.Tensor]] | None = None

    def distance(self, picture: Pixels, truth: Pixels, mask: Mask) -> float:
        """The mean over the mask, at half of a cover's size; 0 for equal pictures."""
        if self._truth is None or self._truth[0] is not truth:
            self._truth = truth, self._features(truth)
        total = 0.0
        for a, b in zip(self._features(picture), self._truth[1], strict=True):
            weight = cv2.resize(
                mask.astype(np.float32), a.shape[:0:-1], interpolation=cv2.INTER_AREA
            )
            away = ((a - b) ** 2).sum(0).numpy()
            total += float((away * weight).sum() / weight.sum())
        return total

    @cached_property
    def _weights(self) -> dict[str, torch.Tensor]:
        stages = tuple(f"basenet.slice{number}." for number, _ in enumerate(STAGES, 1))
        loaded = load_weights(weights_file())
        return {name: torch.from_numpy(np.array(values)) for name, values in loaded.items()
                if name.startswith(stages)}  # fmt: skip

    @torch.inference_mode()
    def _features(self, rgb: Pixels) -> list[torch.Tensor]:
        small = cv2.resize(rgb, SIZE, interpolation=cv2.INTER_AREA).astype(np.float32) / 255
        x = torch.from_numpy((small - np.float32(MEAN)) / np.float32(SPREAD)).permute(2, 0, 1)[None]
        stages: list[torch.Tensor] = []
        begun = False
        for number, stage in enumerate(STAGES, 1):
            for step in stage:
                x = functional.relu(x) if begun and step != "pool" else x
                x = self._step(x, number, step)
                begun = True
            stages.append(functional.normalize(x, dim=1)[0])
        return stages

    def _step(self, x: torch.Tensor, number: int, step: int | str) -> torch.Tensor:
        if isinstance(step, str):
            return functional.max_pool2d(functional.relu(x), 2, 2)
        found = self._weights
        conv, norm = (f"basenet.slice{number}.{place}." for place in (step, step + 1))
        x = functional.conv2d(x, found[conv + "weight"], found[conv + "bias"], padding=1)
        return functional.batch_norm(
            x, found[norm + "running_mean"], found[norm + "running_var"], found[norm + "weight"],
            found[norm + "bias"], eps=EPSILON,
        )  # fmt: skip
