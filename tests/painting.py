"""A painter without a model: landscapes by seed, made fast, for whatever is tested about painting.

Its pictures have what lettering must cope with (a calm sky, a sun, a busy shore), depend on every
part of the request, begin from its source, and keep what its mask keeps, to the pixel.
"""

import asyncio
import copy
import functools
import hashlib
import io
import zlib
from dataclasses import dataclass, field, replace

import numpy as np
from PIL import Image

from config.concepts import load_sights
from config.policy import load_forbidden
from pipeline.domain.errors import PaintError
from pipeline.domain.operation import Paint
from pipeline.domain.painting import PaintedPicture, PaintRecord, PaintRequest, PaintStep
from pipeline.ports.painter import Watch
from pipeline.workshop.art_cache import ArtCache
from pipeline.workshop.easel import Easel
from pipeline.workshop.workshop import Workshop
from tests.real import Bench, brief, done, versions, workshop

MODEL = "tests/landscapes"
EASEL = Easel(model=MODEL, words_room=600)
"""Without a model there is no tokenizer, and every byte counts as a token: so much room is as a real one's."""


@dataclass
class FakePainter:
    """Paints at once; it remembers what it was asked, and tells of every step.

    `unsafe` are seeds whose pictures the safety check holds back; `error` is raised instead of
    painting. A `pause` is awaited before every step, so that a test can hold a picture there.
    """

    at_once: int = 4
    preview_every: int = 4
    requests: list[PaintRequest] = field(default_factory=list)
    unsafe: set[int] = field(default_factory=set)
    error: Exception | None = None
    pause: asyncio.Event | None = None
    running: int = 0
    most_running: int = 0

    async def paint(self, request: PaintRequest, watch: Watch) -> PaintedPicture:
        """A landscape; see the module."""
        self.requests.append(request)
        self.running += 1
        self.most_running = max(self.most_running, self.running)
        try:
            return await self._painted(request, watch)
        finally:
            self.running -= 1

    async def _painted(self, request: PaintRequest, watch: Watch) -> PaintedPicture:
        if self.error is not None:
            raise self.error
        picture = landscape(request)
        steps = (
            max(1, round(request.manner.steps * request.strength))
            if request.source
            else request.manner.steps
        )
        for done_steps in range(1, steps + 1):
            await (self.pause.wait() if self.pause else asyncio.sleep(0))
            small = (
                _jpeg(picture)
                if self.preview_every and done_steps % self.preview_every == 0
                else None
            )
            await watch(PaintStep(done=done_steps, total=steps, preview=small))
        if request.seed in self.unsafe:
            raise PaintError("paint-unsafe")
        record = PaintRecord(model=MODEL, revision="1", device="cpu", dtype="uint8",
                             buckets=f"2*{steps}")  # fmt: skip
        return PaintedPicture(content=_png(picture), width=request.width, height=request.height,
                              record=record)  # fmt: skip


def landscape(request: PaintRequest) -> Image.Image:
    """The picture of a request: all that it depends on is in `request`, and nothing else."""
    words = f"{request.prompt}|{request.negative}|{request.adapters}|{request.manner}"
    rng = np.random.default_rng((request.seed, zlib.crc32(words.encode())))
    made = _scenery(rng, request.width, request.height)
    if request.source is not None:
        source = _fitted(request.source, request).astype(np.float32)
        made = source + request.strength * (made - source)
        if request.mask is not None:
            painted = _fitted(request.mask, request)[..., :1] / 255.0
            made = source + painted * (made - source)
    return Image.fromarray(np.clip(np.round(made), 0, 255).astype(np.uint8))


def _scenery(rng: np.random.Generator, width: int, height: int) -> np.ndarray:
    """(height, width, 3): a graded sky with a sun, over a shore that is full of things."""
    top, low, ground, sun = rng.integers(10, 246, (4, 3)).astype(np.float32)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    sky = top + (low - top) * (y / height)[..., None]
    horizon = height * (0.55 + 0.2 * rng.random()) + 0.05 * height * np.sin(
        x / width * (3 + 5 * rng.random()) + rng.random() * 6
    )
    reach = np.hypot(x - width * rng.random(), y - height * (0.3 + 0.2 * rng.random()))
    sky += (sun - sky) * np.clip(1.3 - reach / (0.12 * min(width, height)), 0, 1)[..., None]
    things = np.kron(rng.normal(0, 18, (height // 8 + 1, width // 8 + 1)), np.ones((8, 8)))
    shore = ground + things[:height, :width, None]
    return np.where((y > horizon)[..., None], shore, sky)


def _fitted(content: bytes, request: PaintRequest) -> np.ndarray:
    with Image.open(io.BytesIO(content)) as picture:
        fitted = picture.convert("RGB").resize(
            (request.width, request.height), Image.Resampling.LANCZOS
        )
        return np.asarray(fitted)


def _png(picture: Image.Image) -> bytes:
    file = io.BytesIO()
    picture.save(file, "PNG", compress_level=1)
    return file.getvalue()


def _jpeg(picture: Image.Image) -> bytes:
    file = io.BytesIO()
    picture.reduce(4).save(file, "JPEG")
    return file.getvalue()


@functools.cache
def _shop() -> Workshop:
    """The real workshop, warm."""
    shop = copy.copy(workshop())
    # nothing here has lettering in it; what looks for it is tested where pictures do
    shop._retoucher = None
    shop.catalogues = replace(shop.catalogues, sights=load_sights(), forbidden=load_forbidden())
    about = brief(title="A")
    shop.paintable(about, shop.genre(about))
    return shop


def with_easel(blobs: dict | None = None, easel: Easel | None = EASEL) -> Workshop:
    """The real workshop with a model to plan for, which finds art among `blobs`."""
    shop = copy.copy(_shop())
    shop.easel = easel
    shop.arts = ArtCache({}.__getitem__ if blobs is None else blobs.__getitem__)
    return shop


@dataclass
class PaintBench(Bench):
    """The bench of these tests, with a painter, and a workshop that knows of one."""

    painter: FakePainter = field(default_factory=FakePainter)

    def __post_init__(self) -> None:
        self.shop = self.shop or with_easel(self.blobs)

    async def paint(self, request: PaintRequest, watch: Watch) -> PaintedPicture:
        return await self.painter.paint(request, watch)


def painted(about, bench=None, *, picture=None, for_print=False, seed=None):
    """What the order of a painted cover makes; `picture` is the file of one to begin from."""
    bench = bench or PaintBench()
    operation = Paint(seed=about.seed or 0 if seed is None else seed, for_print=for_print,
                      picture=bench.keep(picture) if picture else "")  # fmt: skip
    return done(operation, about, bench=bench)


def painted_versions(about, bench):
    """The options of a painted brief as versions, with all their pictures in the bench's blobs."""
    return versions(painted(about, bench), bench, Paint(seed=about.seed or 0))


def sha256(content: bytes) -> str:
    """The key of a blob."""
    return hashlib.sha256(content).hexdigest()
