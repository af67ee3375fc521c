"""Other words by a scene-text model: several samples, read back, and the best put in its place."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from PIL import Image

from pipeline.domain.geometry import Box
from pipeline.domain.lettering import Hand, Replacement
from pipeline.domain.operation import ReplaceText
from pipeline.domain.painting import Manner, PaintedPicture, PaintRequest, PaintStep, Sampler
from pipeline.domain.words import tidy
from pipeline.ports.bench import Bench
from pipeline.ports.lettering import Pixels
from pipeline.ports.painter import Watch
from pipeline.stages.colour_names import colour_named
from pipeline.stages.colour_words import colour_of
from pipeline.stages.export import raster_png
from pipeline.stages.instructions import instruction
from pipeline.stages.open_picture import open_kept
from pipeline.stages.quadrilateral import sides, straightened
from pipeline.stages.read_back import misread
from pipeline.stages.scene_crop import SIDE_PX, SceneCrop, put_in_scene, scene_crop
from pipeline.workshop.orders import child_rng
from pipeline.workshop.paint_pace import Pace
from pipeline.workshop.paint_plan import png
from pipeline.workshop.side_by_side import side_by_side
from pipeline.workshop.typesetting import MARGIN, Replaced, corners_in
from pipeline.workshop.workshop import Workshop

SAMPLES, ROUNDS = 4, 2
"""So many are lettered at once; where none of them reads right, as many again with other seeds."""
MANNER = Manner(sampler=Sampler.DDIM, steps=30, guidance=7.5)
"""As the model was made to be used (Ji and others 2023)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """What a sample says: `off` is 0 where it says what it should, `sure` is the reader's confidence."""

    content: bytes = field(repr=False)
    off: float
    sure: float
    read: str


async def written(
    original: bytes, crop: Box, operation: ReplaceText, bench: Bench[Workshop], pace: Pace
) -> Replaced | None:
    """The picture with the operation's words by the model; None where no sample reads right.

    Raises:
        PaintError: when the model cannot do it.
    """
    found: list[Sample] = []
    requests = await bench.do(requested, original, crop, operation)
    await pace.begun()
    for first in range(0, len(requests), SAMPLES):
        batch = requests[first : first + SAMPLES]
        pictures = await _painted(batch, first, bench, pace)
        found += await bench.do(read_back, original, crop, operation, pictures)
        best = min(found, key=lambda sample: (sample.off, -sample.sure))
        if best.off == 0.0:
            return await bench.do(in_its_place, original, crop, operation, best)
    return None


async def _painted(
    requests: Sequence[PaintRequest], first: int, bench: Bench[Workshop], pace: Pace
) -> list[bytes]:
    """The samples of some requests side by side; `first` is the number of the first of them."""

    async def one(number: int, request: PaintRequest) -> PaintedPicture:
        picture = await bench.paint(request, _watch(number, pace))
        await pace.lettered(number, picture.content)
        return picture

    async def ready(_made: PaintedPicture, _done: int) -> None:
        """Told already, as soon as it was."""

    parts = (one(number, request) for number, request in enumerate(requests, first))
    return [picture.content for picture in await side_by_side(parts, ready)]


def _watch(number: int, pace: Pace) -> Watch:
    async def told(step: PaintStep) -> None:
        await pace.stepped(number, 0, MANNER.steps, step)

    return told


def requested(
    workshop: Workshop, content: bytes, crop: Box, operation: ReplaceText
) -> list[PaintRequest]:  # fmt: skip
    """What the model is asked, in a worker: one request a sample; the same operation, the same seeds.

    Raises:
        VersionError: `colour-unknown`.
    """
    scene = _scene(content, crop, operation)
    words = operation.words
    colour = colour_named(colour_of(operation.colour), "en") if operation.colour else ""
    seeds = child_rng(operation.seed or 0, "replace").integers(2**32, size=SAMPLES * ROUNDS)
    source, mask = png(scene.rgb), _stencil(scene)
    return [
        PaintRequest(prompt=instruction(words, operation.font, colour), words=words, width=SIDE_PX,
                     height=SIDE_PX, seed=int(seed), manner=MANNER, source=source, mask=mask)
        for seed in seeds
    ]  # fmt: skip


def read_back(
    workshop: Workshop, content: bytes, crop: Box, operation: ReplaceText, samples: Sequence[bytes]
) -> list[Sample]:
    """What a reader makes of every sample, in a worker."""
    scene, wanted = _scene(content, crop, operation), operation.words
    line = scene.line()
    margin = MARGIN * min(sides(line))
    shown = [straightened(open_kept(one).rgb, line, margin) for one in samples]
    readings = workshop.retoucher.reader.read(shown)
    return [
        Sample(content=one, off=misread(wanted, reading.words), sure=reading.confidence,
               read=tidy(reading.words))
        for one, reading in zip(samples, readings, strict=True)
    ]  # fmt: skip


def in_its_place(
    workshop: Workshop, content: bytes, crop: Box, operation: ReplaceText, best: Sample
) -> Replaced:  # fmt: skip
    """The picture with a sample in it, in a worker."""
    picture = open_kept(content).rgb
    scene = scene_crop(picture, corners_in(operation.area, crop, picture))
    made = put_in_scene(picture, scene, open_kept(best.content).rgb)
    told = Replacement(hand=Hand.MODEL, words=operation.words, read=best.read)
    return Replaced(content=raster_png(made), replacement=told)


def _scene(content: bytes, crop: Box, operation: ReplaceText) -> SceneCrop:
    picture: Pixels = open_kept(content).rgb
    return scene_crop(picture, corners_in(operation.area, crop, picture))


def _stencil(scene: SceneCrop) -> bytes:
    """The crop's mask as a file: white is written anew."""
    file = io.BytesIO()
    Image.fromarray(scene.mask.astype(np.uint8) * 255).save(file, "PNG", compress_level=1)
    return file.getvalue()
