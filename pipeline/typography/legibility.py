"""How well lettering can be read, measured on the pixels after rendering.

A block is drawn over the art with its tones, effects and material at a fixed analysis size, where
an em has `EM_PX` pixels whatever the print size. The pixels that the glyphs cover are compared
with the ring of ground around them, place by place, so that a title across a light and a dark
half is judged in each. Contrast: WCAG 2.2, 1.4.3; the tenth percentile counts, not the mean, and
the worst letter where it is far below what is wanted.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import skia
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from pipeline.domain.layout import Layout, Material, Role, TextBlock, Tone
from pipeline.drawing.light import luminances
from pipeline.typography.effects import draw_effects, draw_tone
from pipeline.typography.inking import Ground
from pipeline.typography.library import FaceLibrary
from pipeline.typography.materials import Letters, draw_letters, edge_of
from pipeline.typography.rendering import letters_of
from pipeline.typography.worst_letter import WorstLetter

Pixels = NDArray[np.uint8]
Floats = NDArray[np.float32]

EM_PX = 44.0
"""Pixels that an em gets for the analysis: the thinnest strokes still cover whole pixels."""
RING = 0.10
"""Width of the ground around the letters that is compared with them, in ems."""
CELL = 0.5
"""Side of the places in which letters and ground are compared, in ems."""
BESIDE = 0.25
"""The same for a single letter: what is beside the next one does not help it."""
PERCENTILE = 10.0
SAMPLE = 6000
"""So many pixels, evenly taken, tell what a ground is like."""
LARGE = 3.0
SMALL = 4.5
"""WCAG 2.2 AA: large text, which titles are, and all other text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """The contrast of one block: `ratio` from 1 to 21, against the ratio that is `wanted`."""

    role: Role
    ratio: float
    wanted: float

    @property
    def ok(self) -> bool:
        """Whether the block can be read well enough."""
        return self.ratio >= self.wanted


def wanted_ratio(role: Role) -> float:
    """The least WCAG contrast for a block of `role`."""
    return LARGE if role is Role.TITLE else SMALL


def measure(layout: Layout, art: Pixels, library: FaceLibrary) -> tuple[Measure, ...]:
    """The contrast of every block of `layout` over `art`, (height, width, 3) RGB of its ratio."""
    return tuple(
        Measure(
            role=block.role,
            ratio=probe_of(layout, block, art, library).ratio(block, layout.tones),
            wanted=wanted_ratio(block.role),
        )
        for block in layout.blocks
    )


def probe_of(layout: Layout, block: TextBlock, art: Pixels, library: FaceLibrary) -> "Probe":
    """The probe of one of the layout's blocks; good for every ink, effect and tone of it."""
    letters = replace(letters_of(library, block, layout.aspect), sketch=True)
    return Probe(letters, art, block.material)


class Probe:
    """A piece of art around some letters, small, on which inks and effects are tried out."""

    def __init__(self, letters: Letters, art: Pixels, material: Material) -> None:
        """Cuts the piece out of `art`, (height, width, 3) RGB, and finds the letters' pixels."""
        self.letters = letters
        self._scale = min(2.5, EM_PX / letters.em)
        area = letters.path.computeTightBounds()
        area.outset(0.3 * letters.em, 0.3 * letters.em)
        if not area.intersect(skia.Rect.MakeWH(*letters.page)):
            area = skia.Rect.MakeWH(1, 1)
        self._area = area
        self._art = self._piece(art)
        edge = edge_of(material)
        glyph = self._coverage(0.0)
        body = self._coverage(edge) if edge else glyph
        self._text = glyph > min(250, 0.9 * int(glyph.max(initial=0)))
        # what is only half covered belongs to neither, nor does a material's own edge
        self._ground = self._near(body) & (body < 8)
        side = max(6, round(CELL * letters.em * self._scale))
        self._ground_cells = _Cells(self._ground, side)
        self._text_cells = _Cells(self._text, side)
        self._beside = _Cells(self._ground, max(3, round(BESIDE * letters.em * self._scale)))
        self._letterwise = WorstLetter(self._text, self._lines(), letters.em * self._scale)
        # a ladder comes back to the same looks again and again
        self._ratios: dict[tuple[object, ...], float] = {}
        self._toned: dict[tuple[Tone, ...], Pixels] = {(): self._art}
        self._grounds: dict[tuple[Tone, ...], Ground] = {}

    def _lines(self) -> list[skia.Rect]:
        """The bounds of each line in the piece's pixels."""
        place = skia.Matrix.Translate(-self._area.left(), -self._area.top())
        place.postScale(self._scale, self._scale)
        return [place.mapRect(line) for line in self.letters.lines or (self._area,)]

    def _piece(self, art: Pixels) -> Pixels:
        area, scale = self._area, self._scale
        per_unit = art.shape[1] / self.letters.page[0]
        x0, y0 = int(area.left() * per_unit), int(area.top() * per_unit)
        x1, y1 = int(np.ceil(area.right() * per_unit)), int(np.ceil(area.bottom() * per_unit))
        piece = Image.fromarray(np.ascontiguousarray(art[y0:y1, x0:x1]))
        box = (
            area.left() * per_unit - x0, area.top() * per_unit - y0,
            min(piece.width, area.right() * per_unit - x0),
            min(piece.height, area.bottom() * per_unit - y0),
        )  # fmt: skip
        size = (max(1, round(area.width() * scale)), max(1, round(area.height() * scale)))
        small = np.asarray(piece.resize(size, Image.Resampling.BOX, box=box, reducing_gap=1.0))
        pixels = np.full((*small.shape[:2], 4), 255, np.uint8)
        pixels[..., :3] = small
        return pixels

    def _looking(self, canvas: skia.Canvas) -> skia.Canvas:
        height, width = self._art.shape[:2]
        canvas.scale(width / self._area.width(), height / self._area.height())
        canvas.translate(-self._area.left(), -self._area.top())
        return canvas

    def _coverage(self, edge: float) -> Pixels:
        """How far each pixel is covered by the letters, grown by `edge` ems; 0 to 255."""
        height, width = self._art.shape[:2]
        cover = np.zeros((height, width), np.uint8)
        info = skia.ImageInfo.MakeA8(width, height)
        surface = skia.Surface.MakeRasterDirect(info, cover, width)
        paint = skia.Paint(AntiAlias=True)
        if edge:
            paint.setStyle(skia.Paint.kStrokeAndFill_Style)
            paint.setStrokeWidth(2 * edge * self.letters.em)
        self._looking(surface.getCanvas()).drawPath(self.letters.path, paint)
        return cover

    def _near(self, cover: Pixels) -> NDArray[np.bool_]:
        """Where something covered is within a ring's width; a box blur finds it fastest."""
        radius = max(1, round(RING * self.letters.em * self._scale))
        spread = Image.fromarray(cover).filter(ImageFilter.BoxBlur(radius))
        return np.asarray(spread) > 2

    def _under(self, tones: Sequence[Tone]) -> Pixels:
        """The art under `tones`; not to be written to."""
        key = tuple(tones)
        if key not in self._toned:
            pixels = self._art.copy()
            canvas = self._looking(skia.Surface(pixels).getCanvas())
            for tone in tones:
                draw_tone(canvas, tone, self.letters.page)
            self._toned[key] = pixels
        return self._toned[key]

    def _drawn(self, block: TextBlock, tones: Sequence[Tone]) -> Pixels:
        pixels = self._under(tones).copy()
        canvas = self._looking(skia.Surface(pixels).getCanvas())
        draw_effects(canvas, self.letters, block.effects, block.colour)
        draw_letters(canvas, self.letters, block.colour, block.material)
        return pixels

    def ratio(self, block: TextBlock, tones: Sequence[Tone] = ()) -> float:
        """The contrast of `block`, drawn as it says over the art and `tones`; 21 for no ink."""
        looks = (block.colour, block.material, block.effects, tuple(tones))
        if looks not in self._ratios:
            self._ratios[looks] = self._measured(block, tones)
        return self._ratios[looks]

    def _measured(self, block: TextBlock, tones: Sequence[Tone]) -> float:
        if not self._text.any() or not self._ground.any():
            return 21.0
        light = luminances(self._drawn(block, tones))
        ground = self._ground_cells.means(light)[self._text]
        text = self._text_cells.means(light)[self._ground]
        whole = min(
            _low(_contrast(light[self._text], ground)), _low(_contrast(light[self._ground], text))
        )
        wanted = wanted_ratio(block.role)
        if whole < wanted:
            return whole
        beside = _contrast(light, self._beside.means(light))
        return min(whole, self._letterwise.ratio(beside, wanted))

    def ground(self, tones: Sequence[Tone] = ()) -> Ground:
        """What is around the letters without them, under `tones`."""
        key = tuple(tones)
        if key not in self._grounds:
            pixels = self._under(key)[self._ground | self._text]
            self._grounds[key] = Ground.of(pixels[:: 1 + len(pixels) // SAMPLE, :3])
        return self._grounds[key]


def _contrast(first: Floats, second: Floats) -> Floats:
    ratio = (np.maximum(first, second) + 0.05) / (np.minimum(first, second) + 0.05)
    return ratio.astype(np.float32)


def _low(ratios: Floats) -> float:
    """The tenth percentile, by selection rather than by sorting."""
    rank = int(len(ratios) * PERCENTILE / 100)
    return float(np.partition(ratios, rank)[rank])


class _Cells:
    """Cells of `side` pixels over a mask: what is around each pixel where the mask is."""

    def __init__(self, mask: NDArray[np.bool_], side: int) -> None:
        self._side = side
        self._mask = mask.astype(np.float32)
        self._counts = self._sums(self._mask)
        self._near = _with_neighbours(self._counts)

    def means(self, light: Floats) -> Floats:
        """The mean of `light` where the mask is, in each pixel's cell and the eight beside it.

        Cells without any such pixel get the mean of all.
        """
        sums = self._sums(light * self._mask)
        overall = float(sums.sum() / max(1.0, float(self._counts.sum())))
        near = _with_neighbours(sums) / np.maximum(self._near, 1)
        means = np.where(self._near > 0, near, overall).astype(np.float32)
        height, width = light.shape
        return means.repeat(self._side, 0).repeat(self._side, 1)[:height, :width]

    def _sums(self, field: Floats) -> Floats:
        height, width = field.shape
        downs, acrosses = np.arange(0, height, self._side), np.arange(0, width, self._side)
        return np.asarray(
            np.add.reduceat(np.add.reduceat(field, downs, 0), acrosses, 1), np.float32
        )


def _with_neighbours(cells: Floats) -> Floats:
    """The sum of each cell and the eight beside it."""
    padded = np.pad(cells, 1)
    near = padded[:-2] + padded[1:-1] + padded[2:]
    return np.asarray(near[:, :-2] + near[:, 1:-1] + near[:, 2:], np.float32)
