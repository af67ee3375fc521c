"""Real-ESRGAN on the processor, by ncnn: what enlarges pictures wherever nothing better is there.

The networks take RGB from 0 to 1 in planes, as blob `data`, and give `output` four times as wide and high
(Wang and others, "Real-ESRGAN", 2021, https://arxiv.org/abs/2107.10833).
"""

import gc
import importlib
import threading
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.domain.print_errors import UpscaleError
from pipeline.domain.upscaling import Weights
from pipeline.engines.realesrgan.weights import model_files
from pipeline.engines.sessions import give_memory_back, threads, wait_asleep
from pipeline.ports.upscaler import SCALE, Tile

SIDE = 200
"""The longest side of a tile. With x4plus 0.9 GB are needed for one; larger ones leave the processor's caches."""
DEEP = {Weights.PHOTO: "1878", Weights.ANIME: "501"}
"""The blob where a network has all it knows of a tile, in 64 planes of the tile's size. The few layers after
it have four times its sides: at once they would take three times the memory of all those before."""
DEEP_PX = 5000
"""The pixels of a tile whose last layers run at once."""
REACH = 2
"""So many rows above and below it a row needs in them: four convolutions of 3 × 3 at two and at four times the size."""
REST_S = 60.0
"""So long a network stays loaded: x4plus keeps 0.8 GB, which a worker that lives for months has not to spare."""
OUT_OF_MEMORY = -100
"""What ncnn answers when it gets no memory."""


class NcnnUpscaler:
    """Serves the port `Upscaler` with the weights that came with the installation.

    One network is loaded at a time, when it is first asked for, and let go when it was not for a while.
    """

    name = "ncnn"
    at_once = 1
    side = SIDE

    def __init__(self, rest_s: float = REST_S) -> None:
        """Nothing is loaded yet; what is will be let go `rest_s` after the last tile."""
        self._loaded: tuple[Weights, Any] | None = None
        self._rest_s = rest_s
        self._busy = threading.Lock()
        self._resting: threading.Timer | None = None

    @property
    def is_resting(self) -> bool:
        """Whether nothing is loaded."""
        return self._loaded is None

    def enlarged(self, tiles: Sequence[Tile], weights: Weights) -> list[Tile]:
        """Each of `tiles`, (height, width, 3) RGB, four times as wide and high, in the same order.

        Raises:
            UpscaleError: `upscaler-damaged`, `upscaler-memory`, `upscaler-failed`.
        """
        with self._busy:
            try:
                net = self._network(weights)
                return [_enlarged(net, tile, DEEP.get(weights)) for tile in tiles]
            except MemoryError as error:
                raise UpscaleError("upscaler-memory") from error
            finally:
                self._rest_later()

    def _rest_later(self) -> None:
        if self._resting is not None:
            self._resting.cancel()
        self._resting = threading.Timer(self._rest_s, self._rest)
        self._resting.daemon = True  # nobody waits for it at the end
        self._resting.start()

    def _rest(self) -> None:
        with self._busy:
            if threading.current_thread() is self._resting:  # else it was asked again meanwhile
                self._loaded = None
                gc.collect()

    def _network(self, weights: Weights) -> Any:
        if self._loaded is None or self._loaded[0] is not weights:
            self._loaded = None  # before the next one is loaded: two would be hundreds of megabytes
            gc.collect()
            self._loaded = (weights, _opened(weights))
        return self._loaded[1]


def _opened(weights: Weights) -> Any:
    """The network of `weights`, ready to run."""
    ncnn = _library()
    param, numbers = model_files(weights)
    give_memory_back()
    net = ncnn.Net()
    net.opt.num_threads = threads()
    # a thread that spins burns the time of whoever shares the machine
    net.opt.openmp_blocktime = 0
    net.opt.use_vulkan_compute = False
    # half the memory to move; pictures differ by .3 of 255 levels on average, by 9 at the worst place
    net.opt.use_bf16_storage = True
    if net.load_param(str(param)) or net.load_model(str(numbers)):
        raise UpscaleError("upscaler-failed", engine=NcnnUpscaler.name)
    return net


def _enlarged(net: Any, tile: Tile, deep: str | None) -> Tile:
    """A tile by a network; the layers after the blob `deep` run strip by strip."""
    planes = tile.transpose(2, 0, 1).astype(np.float32) / np.float32(255)
    if deep is None:
        return _levels(_extracted(net, "data", planes, "output"))
    height, width = tile.shape[:2]
    known = _extracted(net, "data", planes, deep)
    result = np.empty((SCALE * height, SCALE * width, 3), np.uint8)
    strips = -(-height * width // DEEP_PX)
    for number in range(strips):
        top, bottom = number * height // strips, (number + 1) * height // strips
        first, last = max(0, top - REACH), min(height, bottom + REACH)
        strip = _levels(_extracted(net, deep, known[:, first:last], "output"))
        result[SCALE * top : SCALE * bottom] = strip[
            SCALE * (top - first) : SCALE * (bottom - first)
        ]
    return result


def _extracted(
    net: Any, given: str, planes: NDArray[np.float32], wanted: str
) -> NDArray[np.float32]:
    """The blob `wanted` of a network that was `given` some planes."""
    ncnn = _library()
    extractor = net.create_extractor()
    # a Mat of an array borrows its memory, which has to have a name until it was copied; without a copy
    # the network reads what comes after it
    lent = np.ascontiguousarray(planes)
    extractor.input(given, ncnn.Mat(lent).clone())
    code, found = extractor.extract(wanted)
    if code == OUT_OF_MEMORY:
        raise UpscaleError("upscaler-memory")
    _, height, width = planes.shape
    scale = SCALE if wanted == "output" else 1
    if code or (found.h, found.w) != (scale * height, scale * width):
        raise UpscaleError("upscaler-failed", engine=NcnnUpscaler.name)
    return np.array(found)


def _library() -> Any:
    """The library of that name, which has no types; importing this module does not load it."""
    wait_asleep()
    return importlib.import_module("ncnn")


def _levels(planes: NDArray[np.float32]) -> Tile:
    """Planes from 0 to 1 as rounded levels, (height, width, 3)."""
    rounded = np.rint(np.clip(planes, 0.0, 1.0) * np.float32(255)).astype(np.uint8)
    return np.ascontiguousarray(rounded.transpose(1, 2, 0))
