"""The upscalers of this machine, the weights they share, and pictures to enlarge."""

import os

import numpy as np
import pytest
from skimage import data

from pipeline.domain.upscaling import Enlarger
from pipeline.engines.realesrgan.by_ncnn import NcnnUpscaler
from pipeline.engines.realesrgan.by_torch import TorchUpscaler
from pipeline.engines.realesrgan.package import PackageUpscaler, extra_installed


def upscaler(name, folder):
    """The upscaler of that name on the processor; its files lie in `folder`."""
    match Enlarger(name):
        case Enlarger.NCNN:
            return NcnnUpscaler()
        case Enlarger.TORCH:
            return TorchUpscaler(folder, "cpu", "float32")  # the package's numbers
        case Enlarger.REALESRGAN:
            demand_package()
            return PackageUpscaler(folder, "cpu")


def demand_package():
    """Skip, or in CI fail, where the package `realesrgan` is not installed."""
    if not extra_installed():
        advice = "the package realesrgan is not installed: make test-printing"
        pytest.fail(advice) if os.environ.get("CI") else pytest.skip(advice)


def photograph(height, width, top=90, left=190):
    """A part of a photograph of a face, (height, width, 3)."""
    return np.ascontiguousarray(data.astronaut()[top : top + height, left : left + width])
