"""The package `realesrgan` itself as an upscaler: the reference that the others are held against.

It was written for older libraries: its companion `basicsr` imports parts of torchvision that are gone, and
torchvision itself loads only beside the very build of torch that it was made for. Enlarging uses none of
it, so something empty stands in its place while the package is imported.
"""

import importlib
import importlib.util
import sys
import warnings
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from pipeline.domain.print_errors import UpscaleError
from pipeline.domain.upscaling import Weights
from pipeline.ports.upscaler import SCALE, Tile

EXTRA = "realesrgan"
LIBRARIES = ("realesrgan", "basicsr", "torch", "scipy", "yaml")
SIDE, SIDE_ON_CPU = 384, 192
_ABSENT = "torchvision"
_PARTS = ("models", "ops", "utils", "transforms", "transforms.functional",
          "transforms.functional_tensor")  # fmt: skip
"""What `basicsr` imports of it, or from it, when it is itself imported."""


def extra_installed() -> bool:
    """Whether the libraries can be found; none of them is imported."""
    return all(importlib.util.find_spec(name) is not None for name in LIBRARIES)


class PackageUpscaler:
    """Serves the port `Upscaler` with `realesrgan.RealESRGANer`, one tile after the other.

    One network is loaded at a time, when it is first asked for, from a published file in a folder.
    """

    name = "realesrgan"
    at_once = 1

    def __init__(self, folder: Path, device: str = "") -> None:
        """Nothing is loaded yet. An empty `device` is the best there is."""
        self._folder = folder
        self._device = device
        self._loaded: tuple[Weights, Any] | None = None

    @property
    def side(self) -> int:
        """The longest side of a tile, in pixels."""
        return SIDE_ON_CPU if self._device.startswith("cpu") else SIDE

    def enlarged(self, tiles: Sequence[Tile], weights: Weights) -> list[Tile]:
        """Each of `tiles`, (height, width, 3) RGB, four times as wide and high, in the same order.

        Raises:
            UpscaleError: `upscaler-extra`, `upscaler-damaged`, `upscaler-unkept`,
                `upscaler-memory`, `upscaler-failed`.
        """
        if not extra_installed():
            raise UpscaleError("upscaler-extra", engine=self.name, extra=EXTRA)
        try:
            enhance = self._enhancer(weights)
            return [_enlarged(enhance, tile) for tile in tiles]
        except UpscaleError:
            raise
        except Exception as error:  # whatever the package and its companions raise
            code = "upscaler-memory" if _is_shortage(error) else "upscaler-failed"
            facts = {} if code == "upscaler-memory" else {"engine": self.name}
            raise UpscaleError(code, **facts) from error

    def _enhancer(self, weights: Weights) -> Any:
        if self._loaded is None or self._loaded[0] is not weights:
            self._loaded = None  # before the next one is loaded
            self._loaded = (weights, _opened(self._folder, weights, self._device))
        return self._loaded[1]


def imported() -> ModuleType:
    """The package, imported as it can be today."""
    if EXTRA in sys.modules:
        return sys.modules[EXTRA]
    with warnings.catch_warnings(action="ignore"), _standing_in():
        return importlib.import_module(EXTRA)


def reference_network(weights: Weights) -> Any:
    """The package's own network of some weights, with numbers at random."""
    imported()
    if weights is Weights.DRAFT:
        archs = importlib.import_module("realesrgan.archs.srvgg_arch")
        return archs.SRVGGNetCompact(num_in_ch=3, num_out_ch=3, num_feat=64, num_conv=16,
                                     upscale=SCALE, act_type="prelu")  # fmt: skip
    archs = importlib.import_module("basicsr.archs.rrdbnet_arch")
    blocks = 23 if weights is Weights.PHOTO else 6
    return archs.RRDBNet(num_in_ch=3, num_out_ch=3, num_feat=64, num_block=blocks, num_grow_ch=32,
                         scale=SCALE)  # fmt: skip


def _opened(folder: Path, weights: Weights, device: str) -> Any:
    from pipeline.engines.diffusion.devices import device_of  # noqa: PLC0415 (imports torch)
    from pipeline.engines.realesrgan.from_ncnn import published  # noqa: PLC0415 (imports torch)

    at = device_of(device)
    # it reads the file by torch.load, which since torch 2.6 runs nothing of it
    return imported().RealESRGANer(
        scale=SCALE, model_path=str(published(folder, weights)), model=reference_network(weights),
        tile=0, pre_pad=0, half=at.type == "cuda", device=at,
    )  # fmt: skip


def _enlarged(enhancer: Any, tile: Tile) -> Tile:
    """A tile enlarged; the package has blue first, as OpenCV."""
    found, _ = enhancer.enhance(np.ascontiguousarray(tile[..., ::-1]), outscale=SCALE)
    return np.ascontiguousarray(found[..., ::-1])


def _is_shortage(error: Exception) -> bool:
    from pipeline.engines.diffusion.shortage import is_shortage  # noqa: PLC0415 (imports torch)

    return isinstance(error, MemoryError) or is_shortage(error)


@contextmanager
def _standing_in() -> Generator[None]:
    """Have something empty in the place of torchvision, and then again what was there."""
    names = [_ABSENT, *(f"{_ABSENT}.{part}" for part in _PARTS)]
    were = {name: sys.modules.get(name) for name in names}
    for name in names:
        sys.modules[name] = _Empty(name)
    try:
        yield
    finally:
        for name, was in were.items():
            if was is None:
                del sys.modules[name]
            else:
                sys.modules[name] = was


class _Empty(ModuleType):
    """A module from which any name can be imported, and nothing be done with it."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.__path__ = []  # it has modules of its own

    def __getattr__(self, name: str) -> Callable[..., object]:
        if name.startswith("__"):
            raise AttributeError(name)
        return _refuse


def _refuse(*_: object, **__: object) -> object:
    raise NotImplementedError("torchvision is not used to enlarge pictures")
