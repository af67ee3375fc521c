"""The typeface of ours that is closest to lettering in a picture, measured on the ink itself.

Every face sets the words that were read as they stand there: as high, as wide, with the gaps
between letters that the picture has. What is left between the two is the face.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import skia
from PIL import Image, ImageFilter

from pipeline.typography.casing import Style
from pipeline.typography.in_place.drawing import coverage
from pipeline.typography.in_place.matte import Field
from pipeline.typography.library import FaceLibrary
from pipeline.typography.shaping import shape
from pipeline.typography.vertical import column

HEIGHT_PX = 44
"""The height of the ink as it is compared."""
RIM_PX = 6
BLURS = (0.7, 2.0)
"""Shapes are compared sharp and blurred: the one tells faces apart, the other forgives a shift."""
LOOSEST, TIGHTEST = 1.2, -0.04
"""Letters stand apart so far at most, in ems; what is narrower still, is stretched."""
STRETCHED = 0.3
"""What a unit of stretching (natural logarithm) costs: a view's width is not known to the percent."""
HEAVIER = 0.12
"""What a unit of more or less ink (natural logarithm) costs."""
FINALISTS = 8
HEIGHTS = (0.96, 1.0, 1.04)
WIDTHS = (0.7, 0.8, 0.87, 0.94, 1.0, 1.06, 1.14)
"""How much higher and wider than it seems the ink of a finalist may be."""
SHIFTS_PX = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """A style, and how it must be set to stand as the lettering does; `loss` is 0 where it is that.

    `em` is a share of the height of the ink, `stretch` widens letters.
    """

    style: Style
    em: float
    stretch: float = 1.0
    loss: float = field(compare=False)


def ranked(
    library: FaceLibrary, styles: Sequence[Style], words: str, ink: Field, *, stacked: bool = False
) -> list[Fit]:
    """How well each of `styles` matches `ink` that says `words`, best first.

    `ink` is the coverage of a line, 0 to 1, cut to its ink; `stacked` letters stand one under the
    other.
    """
    target = _Target.of(ink)
    fits = [fit for style in styles if (fit := _fitted(library, style, words, target, stacked))]
    first = sorted(fits, key=lambda fit: fit.loss)
    better = [_settled(library, fit, words, target, stacked) for fit in first[:FINALISTS]]
    return sorted((*better, *first[FINALISTS:]), key=lambda fit: fit.loss)


@dataclass(frozen=True, slots=True, eq=False)
class _Target:
    """Ink as it is compared: with a rim, at one height, in several blurs."""

    blurred: tuple[Field, ...]
    width: float
    share: float
    height: float = HEIGHT_PX

    @staticmethod
    def of(ink: Field) -> "_Target":
        tall, wide = ink.shape
        size = (max(1, round(wide * HEIGHT_PX / tall)), HEIGHT_PX)
        if tall > 1.6 * wide:
            size = (HEIGHT_PX, max(1, round(tall * HEIGHT_PX / wide)))
        image = Image.fromarray(np.round(255 * ink).astype(np.uint8))
        small = np.asarray(image.resize(size, Image.Resampling.BOX), np.float32) / 255
        rimmed = np.pad(small, RIM_PX)
        return _Target(_blurs(rimmed), size[0], float(rimmed.sum()), size[1])


def _blurs(cover: Field) -> tuple[Field, ...]:
    image = Image.fromarray(np.round(255 * cover).astype(np.uint8))
    return tuple(np.asarray(image.filter(ImageFilter.GaussianBlur(blur)), np.float32)
                 for blur in BLURS)  # fmt: skip


def _fitted(
    library: FaceLibrary, style: Style, words: str, target: _Target, stacked: bool
) -> Fit | None:
    """The style as high and as wide as the target; None where it has no ink."""
    path = path_of(library, words, style, stacked=stacked)
    ink = path.computeTightBounds()
    if ink.width() < 1e-3 or ink.height() < 1e-3:
        return None
    em = target.width / ink.width() if stacked else target.height / ink.height()
    if not stacked and len(words) > 1:
        gap = (target.width / em - ink.width()) / (len(words) - 1)
        style = replace(style, tracking=float(min(LOOSEST, max(TIGHTEST, gap))))
    return _judged(
        library, Fit(style=style, em=em / target.height, loss=0.0), words, target, stacked
    )


def _judged(library: FaceLibrary, fit: Fit, words: str, target: _Target, stacked: bool) -> Fit:
    """The fit with its loss, stretched to the target's width."""
    path = path_of(library, words, fit.style, stacked=stacked)
    ink = path.computeTightBounds()
    em = fit.em * target.height
    stretch = target.width / max(1e-6, ink.width() * em)
    place = skia.Matrix()
    place.setScale(em * stretch, target.height / ink.height() if stacked else em)
    path.transform(place)
    drawn = path.computeTightBounds()
    path.offset(RIM_PX - drawn.left(), RIM_PX + target.height / 2 - drawn.centerY())
    tall, wide = target.blurred[0].shape
    cover = coverage(path, wide, tall)
    alike = sum(map(_alike, _blurs(cover), target.blurred)) / len(BLURS)
    heavier = abs(math.log(max(1.0, float(cover.sum())) / max(1.0, target.share)))
    loss = 1 - alike + STRETCHED * abs(math.log(stretch)) + HEAVIER * heavier
    return replace(fit, stretch=stretch, loss=loss)


def _alike(a: Field, b: Field) -> float:
    """The normalised correlation of two pictures at the best small shift, at most 1."""
    length = math.sqrt(float((a * a).sum()) * float((b * b).sum()))
    best = 0.0
    for dy in range(-SHIFTS_PX, SHIFTS_PX + 1):
        for dx in range(-SHIFTS_PX, SHIFTS_PX + 1):
            best = max(best, float((_part(a, dx, dy) * _part(b, -dx, -dy)).sum()))
    return best / max(length, 1e-6)


def _part(a: Field, dx: int, dy: int) -> Field:
    tall, wide = a.shape
    return a[max(0, dy) : tall + min(0, dy), max(0, dx) : wide + min(0, dx)]


def _settled(library: FaceLibrary, fit: Fit, words: str, target: _Target, stacked: bool) -> Fit:
    """The fit at the best of some sizes and widths near it: bounds of ink are not exact."""
    best = fit
    if stacked or len(words) < 2:
        return best
    for taller in HEIGHTS:
        em = fit.em * taller
        for wider in WIDTHS:
            ink = path_of(library, words, replace(fit.style, tracking=0.0)).computeTightBounds()
            free = target.width / (em * target.height * wider) - ink.width()
            gap = float(min(LOOSEST, max(TIGHTEST, free / (len(words) - 1))))
            tried = Fit(style=replace(fit.style, tracking=gap), em=em, loss=0.0)
            best = min(best, _judged(library, tried, words, target, stacked),
                       key=lambda one: one.loss)  # fmt: skip
    return best


def path_of(library: FaceLibrary, words: str, style: Style, *, stacked: bool = False) -> skia.Path:
    """The outline of words in ems, y down; a copy."""
    if stacked:
        return column(library, words, style, words)
    run = shape(library, words, style.face, style.axes, tracking=style.tracking)
    return skia.Path(run.path)
