"""A picture enlarged by a model, tile by tile in worker processes, at any size with little memory.

Only what a full cover shows of a picture is enlarged (`foreseeing.around`): no operation on a version ever
shows more than that, and whoever wants more begins from the version before, which keeps its own picture. Source
and result are files that are mapped into memory, so that a worker needs a tile at a time.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.domain.foreseeing import Enlarging, enlarging_s
from pipeline.domain.geometry import Box
from pipeline.domain.picture import LARGEST_MP
from pipeline.domain.step import Doing, Step
from pipeline.domain.upscaling import Upscaled, Weights
from pipeline.ports.bench import Bench
from pipeline.ports.upscaler import SCALE
from pipeline.workshop.enlarging_tiles import Laid, laid_out, put_together, tiles_enlarged
from pipeline.workshop.scratch import scratch_beside
from pipeline.workshop.workshop import Workshop

CALL_S = 2.0
"""About so long a worker is busy with tiles before somebody can stop it."""
WHOLE = Box(x=0.0, y=0.0, w=1.0, h=1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to be enlarged: a `part` of a picture, in fractions of it, up to `size` (width, height).

    What is larger than `size` when it was enlarged is made smaller to cover it. With
    `exactly` it gets that very size. `weights` of None are chosen by the picture. With `alpha` its
    opacity is kept, else it lies on white. `dpi` is written into the file; None: nothing but pixels.
    """

    part: Box = WHOLE
    size: tuple[int, int] | None = None
    exactly: bool = False
    weights: Weights | None = None
    alpha: bool = False
    dpi: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Enlarged:
    """The enlarged part as a PNG file, its size in pixels, and how it was done.

    `upscaled` has the pixels of the part before that, which was so many `tiles`.
    """

    content: bytes = field(repr=False)
    width_px: int
    height_px: int
    tiles: int
    upscaled: Upscaled


async def enlarged(
    original: bytes,
    wanted: Wanted,
    bench: Bench[Workshop],
    *,
    after: int = 0,
    foreseen_s: float | None = None,
    shown: Sequence[Enlarging] = (),
) -> Enlarged:
    """What is `wanted` of a picture's file `original`, four times as wide and high or at its size.

    Every call of a worker is told before, with the seconds that are left: those that were foreseen, else
    as of what was `shown` before, and by its tiles as soon as some are measured. So many parts come
    `after` the tiles and what they are put together to.

    Raises:
        PictureError: when it cannot be read (any more).
        UpscaleError: `upscale-disk`; what the upscaler raises.
        Stopped: between two calls, when nobody wants it any more.
    """
    async with scratch_beside() as folder:
        laid = await bench.do(
            laid_out, original, folder, wanted.part, wanted.weights, alpha=wanted.alpha
        )
        if foreseen_s is None:
            foreseen_s = enlarging_s(laid.part_px, laid.weights, laid.engine, shown=shown)
        await _all_tiles(folder, laid, bench, laid.tiles + 1 + after, foreseen_s)
        size = final_size(laid, wanted)
        content = await bench.do(put_together, folder, laid, size, wanted.dpi)
    upscaled = Upscaled(engine=laid.engine, weights=laid.weights, width_px=round(laid.part_px[0]),
                        height_px=round(laid.part_px[1]))  # fmt: skip
    return Enlarged(content=content, width_px=size[0], height_px=size[1], tiles=laid.tiles,
                    upscaled=upscaled)  # fmt: skip


async def _all_tiles(
    folder: Path, laid: Laid, bench: Bench[Workshop], total: int, left_s: float | None
) -> None:
    """Enlarge all tiles, as many at a time as take about `CALL_S`."""
    done, spent_s, together = 0, 0.0, laid.at_once
    while done < laid.tiles:
        if done:
            left_s = spent_s / done * (laid.tiles - done)
        await bench.tell(Step(done=done, total=total, doing=Doing.ENLARGING, left_s=left_s))
        count = min(together, laid.tiles - done)
        spent_s += await bench.do(tiles_enlarged, folder, laid, done, count)
        done += count
        together = _together(spent_s / done, laid.at_once)
    await bench.tell(Step(done=done, total=total, doing=Doing.ENLARGING))


def _together(tile_s: float, at_once: int) -> int:
    """How many tiles a call takes: a multiple of what the engine likes best."""
    return at_once * max(1, int(CALL_S / max(tile_s * at_once, 1e-6)))


def final_size(laid: Laid, wanted: Wanted) -> tuple[int, int]:
    """Width and height of the result: at most `LARGEST_MP`, with the part's ratio or exactly as wanted."""
    full = (SCALE * laid.part_px[0], SCALE * laid.part_px[1])
    if wanted.size is not None and wanted.exactly:
        return wanted.size
    scale = min(1.0, math.sqrt(LARGEST_MP * 1_000_000 / (full[0] * full[1])))
    if wanted.size is not None:
        scale = min(scale, max(wanted.size[0] / full[0], wanted.size[1] / full[1]))
    # never above the limit by a rounded pixel
    return max(1, math.floor(scale * full[0] + 1e-6)), max(1, math.floor(scale * full[1] + 1e-6))
