"""Where a picture is busy and what it is about, without any model.

Everything is computed on a map of `MAP` cells on the long side: busyness from gradients and from
the spectral residual (Hou & Zhang 2007, "Saliency Detection: A Spectral Residual Approach");
subjects from skin tones in OKLab (skin of every complexion has nearly one hue; see Kolkur et al.
2017 for the same in YCbCr) and from what stands out of its surroundings.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from pipeline.domain.geometry import Box
from pipeline.domain.subject import Subject, SubjectKind
from pipeline.drawing.light import oklab_planes
from pipeline.typography.regions import Region, regions

Pixels = NDArray[np.uint8]
Field = NDArray[np.float32]

MAP = 96
"""Cells on the long side of the map."""
SPECTRUM = 64
"""Side of the square on which the spectral residual is taken, as in the paper."""

FEATURE = 0.16
"""A feature of something larger, such as an eye, has at most this share of the picture."""


def busy_map(rgb: Pixels) -> Field:
    """How restless each place of a picture is, (rows, columns) from 0 to 1.

    `rgb` is (height, width, 3); half of the measure is local contrast, half the spectral residual.
    """
    fine = _small(rgb, 4 * MAP).convert("L")
    columns, rows = map_size(rgb.shape[1], rgb.shape[0])
    grey = np.asarray(fine, np.float32)
    edges = np.abs(np.diff(grey, axis=0, prepend=grey[:1]))
    edges += np.abs(np.diff(grey, axis=1, prepend=grey[:, :1]))
    # the absolute floor keeps grain on a plain ground from counting as busy
    energy = np.clip(_resized(edges, columns, rows) / max(18.0, _top(edges)), 0, 1)
    return (0.55 * energy + 0.45 * _residual(grey, columns, rows)).astype(np.float32)


def light_map(rgb: Pixels) -> Field:
    """Lightness of each cell of the map, 0 to 1."""
    columns, rows = map_size(rgb.shape[1], rgb.shape[0])
    small = _small(rgb, MAP).convert("L").resize((columns, rows), Image.Resampling.BOX)
    return np.asarray(small, np.float32) * np.float32(1 / 255)


def map_size(width: int, height: int) -> tuple[int, int]:
    """Columns and rows of the map of a picture of `width` x `height`."""
    scale = MAP / max(width, height)
    return max(8, round(width * scale)), max(8, round(height * scale))


def _small(rgb: Pixels, long_side: int) -> Image.Image:
    picture = Image.fromarray(rgb)
    scale = min(1.0, long_side / max(picture.size))
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    return picture.resize(size, Image.Resampling.BOX, reducing_gap=1.0)


def _resized(field: Field, columns: int, rows: int) -> Field:
    small = Image.fromarray(field).resize((columns, rows), Image.Resampling.BOX)
    return np.asarray(small, np.float32)


def _top(field: Field) -> float:
    return float(np.percentile(field, 97))


def _residual(grey: Field, columns: int, rows: int) -> Field:
    square = _resized(grey, SPECTRUM, SPECTRUM)
    spectrum = np.fft.fft2(square)
    amplitude = np.log(np.abs(spectrum) + 1e-6)
    residual = amplitude - _blurred(amplitude)
    saliency = np.abs(np.fft.ifft2(np.exp(residual + 1j * np.angle(spectrum)))) ** 2
    for _ in range(3):
        saliency = _blurred(saliency)
    low, high = np.percentile(saliency, (20, 99))
    even = np.clip((saliency - low) / max(float(high - low), 1e-9), 0, 1).astype(np.float32)
    # a plain page has a residual too, of nothing but grain
    even *= min(1.0, float(square.std()) / 12)
    wide = Image.fromarray(even).resize((columns, rows), Image.Resampling.BICUBIC)
    return np.clip(np.asarray(wide, np.float32), 0, 1)


def _blurred(field: NDArray[np.floating]) -> NDArray[np.floating]:
    """The mean of each value and its eight neighbours, wrapped at the edges as a spectrum is."""
    rows = field + np.roll(field, 1, 0) + np.roll(field, -1, 0)
    return (rows + np.roll(rows, 1, 1) + np.roll(rows, -1, 1)) / 9


@dataclass(frozen=True, slots=True)
class LightSubjects:
    """Finds faces as ellipses of skin, and whatever stands out; needs no library of vision.

    Serves the port `SubjectFinder` where no detector is installed, and beside one for paintings.
    """

    most: int = 6

    def subjects(self, rgb: Pixels) -> tuple[Subject, ...]:
        """Up to `most` subjects of each kind in `rgb`, (height, width, 3), heaviest first."""
        salient = _salient(rgb)[: self.most]
        found = [*_faces(rgb)[: self.most], *salient, *_company(salient)]
        return tuple(sorted(found, key=lambda subject: -subject.weight))


def _faces(rgb: Pixels) -> list[Subject]:
    """Regions of skin that are as full and as upright as a face; weight by how well they fit."""
    skin = _skin(np.asarray(_small(rgb, MAP), np.uint8))
    # where much of a picture has the colour of skin, it is sand, wood or a sunset
    trust = float(np.clip((0.5 - float(skin.mean())) / 0.3, 0, 1))
    found: list[Subject] = []
    for region in regions(skin, least=14):
        likeness = trust * _like_a_face(region)
        if likeness > 0.3:
            box = _grown(region.box(), 0.2)
            found.append(Subject(box=box, weight=likeness, kind=SubjectKind.SKIN))
    return sorted(found, key=lambda subject: -subject.weight)


def _skin(rgb: Pixels) -> NDArray[np.bool_]:
    """Where a small picture has a colour of skin, with the specks and threads taken off."""
    lightness, a, b = oklab_planes(rgb)
    chroma, hue = np.hypot(a, b), np.degrees(np.arctan2(b, a))
    skin = (chroma > 0.03) & (chroma < 0.14) & (hue > 18) & (hue < 78) & (lightness > 0.3)
    opened = Image.fromarray((skin * 255).astype(np.uint8))
    opened = opened.filter(ImageFilter.MinFilter(3)).filter(ImageFilter.MaxFilter(3))
    return np.asarray(opened) > 127


def _like_a_face(region: Region) -> float:
    """1 for an upright ellipse (a full one covers 79 % of its box), less for stripes and specks.

    A face that the edge cuts may have any height.
    """
    tall = region.height / region.width
    cut = region.top == 0 or region.left == 0 or region.left + region.width == region.columns
    shape = 0.8 if cut and tall < 1.2 else float(np.clip(1.6 - abs(np.log2(tall / 1.2)), 0, 1))
    full = float(np.clip((region.fullness - 0.3) / 0.3, 0, 1))
    return shape * full * min(1.0, 0.2 + 60 * region.area_share)


def _grown(box: Box, share: float) -> Box:
    grown = box.inset(-share * box.w, -share * box.h)
    return Box.edges(max(0, grown.x), max(0, grown.y), min(1, grown.right), min(1, grown.bottom))


def _salient(rgb: Pixels) -> list[Subject]:
    """Regions whose colour (in YCbCr) differs from their surroundings."""
    # Pillow blurs no YCbCr picture, but does not ask what three bands mean
    small = Image.merge("RGB", _small(rgb, MAP).convert("YCbCr").split())
    surround = small.filter(ImageFilter.BoxBlur(MAP / 4))
    apart = np.asarray(small.filter(ImageFilter.BoxBlur(1)), np.float32)
    apart -= np.asarray(surround, np.float32)
    field = np.sqrt((apart**2 * (0.9, 1.6, 1.6)).sum(-1))
    strong = field > max(24.0, float(field.mean() + field.std()))
    found = [
        Subject(box=region.box(), weight=_heaviness(region), kind=SubjectKind.SALIENT)
        for region in regions(strong, least=16)
    ]
    return sorted(found, key=lambda subject: -subject.weight)


def _company(salient: list[Subject]) -> list[Subject]:
    """What lies between small things that stand out belongs to them: a cheek between two eyes."""
    strong = [s.box for s in salient if s.weight > 0.1 and s.box.area < FEATURE]
    if len(strong) < 2:
        return []
    box = Box.around(strong)
    weight = float(np.clip(0.9 - box.area, 0, 0.3))
    return [Subject(box=box, weight=weight, kind=SubjectKind.SALIENT)]


def _heaviness(region: Region) -> float:
    """Bigger and more central regions are likelier to be what the picture is about."""
    x, y = region.box().centre
    central = max(0.0, 1 - 1.2 * float(np.hypot(x - 0.5, y - 0.5)))
    return min(0.6, 0.25 + 6 * region.area_share) * central
