"""How well a hole was filled, where what was there before is known."""

from dataclasses import dataclass

import cv2
import numpy as np
from skimage.metrics import structural_similarity

from pipeline.ports.lettering import Mask, Pixels
from tests.bench_lettering.trunk import Trunk

AROUND_PX = 9
"""The brush that the true ink is grown by to what has to be filled: an ellipse so wide."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """Inside the mask: PSNR in dB, SSIM, distance of VGG features, and sharpness (1 is right)."""

    psnr: float
    ssim: float
    vgg: float
    sharpness: float


def hole_of(ink: Mask) -> Mask:
    """The true ink with its soft edges."""
    brush = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (AROUND_PX, AROUND_PX))
    return cv2.dilate(ink.astype(np.uint8), brush) > 0


def quality(filled: Pixels, background: Pixels, mask: Mask, trunk: Trunk) -> Quality:
    """A filled picture beside the true one, where the mask is."""
    error = float(((filled[mask].astype(np.float64) - background[mask]) ** 2).mean())
    _, similar = structural_similarity(filled, background, channel_axis=-1, full=True)
    return Quality(
        psnr=10 * float(np.log10(255**2 / max(error, 1e-3))),
        ssim=float(similar.mean(-1)[mask].mean()),
        vgg=trunk.distance(filled, background, mask),
        sharpness=_edges(filled, mask) / max(_edges(background, mask), 1e-6),
    )  # fmt: skip


def _edges(picture: Pixels, mask: Mask) -> float:
    """The spread of the Laplacian of the lightness."""
    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
    return float(cv2.Laplacian(grey, cv2.CV_32F)[mask].std())
