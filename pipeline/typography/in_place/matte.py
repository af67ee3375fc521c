"""Ink apart from its ground: how much of every pixel lettering covers, its colour, and its shadow."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from pipeline.drawing.light import linear_light, oklab_planes
from pipeline.typography.regions import labelled

Pixels = NDArray[np.uint8]
Mask = NDArray[np.bool_]
Field = NDArray[np.floating]
Light = tuple[float, float, float]
"""Linear light of red, green and blue, 0 to 1."""

NOTICED = 0.05
"""The least distance in OKLab at which anything but the ground is seen."""
CORE_PX = 3
"""The size of the window that must be all ink for its middle to be the core of a stroke."""
BEHIND = 0.05
"""From this share of the ink's area on, what is neither ground nor ink is worth a look."""
ASTRAY = 0.05, 0.35
"""How far a mixture of ground and ink may be from what is seen: in linear light, and by its change."""
ALIKE = 0.08, 0.2
"""Ink is at least and at most so uneven, in OKLab."""
INSIDE, ENCLOSED = 0.2, 0.2
"""What has so large a share of the area of the rest, and touches the ground so little, is inside it."""
SOLID = 0.4
"""From this coverage on, pixels hold together."""
EMPTY = 0.02
"""A row with a smaller share of the ink of the fullest one is empty."""
RIM_PX = 3
"""How wide the soft edge of ink is."""
FADED = 0.06
"""From this distance in OKLab between its upper and lower part, ink is a gradient."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """The colour of ink at the top and at the bottom of a line, which mostly are the same."""

    top: Light
    bottom: Light

    @property
    def even(self) -> bool:
        """Whether it is one colour."""
        return self.top == self.bottom


@dataclass(frozen=True, slots=True, kw_only=True)
class Matte:
    """What was taken apart: `cover` is the share of ink, 0 to 1, in each pixel of the view.

    `behind` are pixels that are neither ground nor ink, as a shadow's are, and `shade` is their
    colour; None where there are none to speak of.
    """

    cover: Field = field(repr=False)
    ink: Ink
    behind: Mask = field(repr=False)
    shade: Light | None = None

    def within(self, box: Mask) -> "Matte":
        """Without letters that are those of other lines: mostly outside a `box`, or beside its line."""
        solid = self.cover > SOLID
        kept = _of_line(solid, box)
        if not kept.any():
            return self
        stray = solid & ~kept
        for _ in range(RIM_PX):
            kept, stray = _grown(kept), _grown(stray)
        return replace(self, cover=self.cover * kept, behind=self.behind & ~(stray & ~kept))


def _main_rows(solid: Mask) -> slice:
    """The rows of a line: those between empty ones that hold most of the ink."""
    counts = solid.sum(1)
    full = np.concatenate([[False], counts > EMPTY * max(1, counts.max()), [False]]).astype(np.int8)
    starts, ends = np.flatnonzero(np.diff(full) == 1), np.flatnonzero(np.diff(full) == -1)
    bands = [slice(int(a), int(b)) for a, b in zip(starts, ends, strict=True)]
    return max(bands, key=lambda band: counts[band].sum(), default=slice(None))


def _of_line(solid: Mask, box: Mask) -> Mask:
    """The pieces of ink that belong to the line in a box: those on its rows, with accents and dots.

    What is above or below its rows and goes on outside the box is another line.
    """
    names = labelled(solid)
    rows = _main_rows(solid & box)
    on_rows = np.unique(names[rows][solid[rows]])
    sizes = np.bincount(names[solid], minlength=names.size + 1)
    inside = np.bincount(names[solid & box], minlength=len(sizes))
    kept = np.isin(names, on_rows[2 * inside[on_rows] >= sizes[on_rows]])
    beside = solid & ~np.isin(names, on_rows)
    for side in (np.s_[: rows.start], np.s_[rows.stop :]):
        if not (beside & ~box)[side].any():
            kept[side] |= beside[side]
    return kept


def matte(seen: Pixels, plain: Pixels, where: Mask) -> Matte | None:
    """Lettering in a view taken off its ground; None where there is none.

    `plain` is the view without it, as far as that could be told, and `where` is where it may be.
    """
    far, lab = _distance(seen, plain), np.stack(oklab_planes(seen), -1)
    inked = where & (far > max(NOTICED, _otsu(far[where]) if where.any() else 1.0))
    if inked.sum() < 20:
        return None
    centres = _clusters(lab[inked])
    label = np.argmin(((lab[inked][:, None] - centres) ** 2).sum(-1), 1)
    kinds = np.full(where.shape, -1)
    kinds[inked] = label
    ours = _main([kinds == kind for kind in range(len(centres))], far, inked)
    colour = _core(seen, ours)
    cover = _near(_cover(seen, plain, colour, where), lab, ours)
    behind = where & (far > NOTICED) & (cover < 0.3) & ~_grown(cover > 0.5)
    known = behind.sum() > BEHIND * (cover > 0.5).sum()
    return Matte(cover=cover, ink=_ink(seen, cover, colour), behind=behind,
                 shade=_median(linear_light(seen[behind])) if known else None)  # fmt: skip


def _main(kinds: Sequence[Mask], far: Field, inked: Mask) -> Mask:
    """The kind of pixels that are ink: those inside an outline or a glow, else the most and farthest."""
    main = max(kinds, key=lambda kind: float(far[kind].sum()))
    for kind in kinds:
        rims = [_grown(one) & ~one for one in (kind, main)]
        bare = [(rim & ~inked).sum() / max(1, rim.sum()) for rim in rims]
        if kind.sum() > INSIDE * main.sum() and bare[0] < ENCLOSED and bare[1] > 2 * ENCLOSED:
            return kind
    return main


def _distance(seen: Pixels, plain: Pixels) -> Field:
    planes = zip(oklab_planes(seen), oklab_planes(plain), strict=True)
    return np.sqrt(sum(((a - b) ** 2 for a, b in planes), np.zeros(seen.shape[:2], np.float32)))


def _otsu(values: Field) -> float:
    """The threshold that parts `values` best in two (Otsu 1979)."""
    counts, edges = np.histogram(values, 64)
    middles = (edges[1:] + edges[:-1]) / 2
    below, total = np.cumsum(counts), counts.sum()
    mass = np.cumsum(counts * middles)
    with np.errstate(divide="ignore", invalid="ignore"):
        between = (mass[-1] * below / total - mass) ** 2 / (below * (total - below))
    return float(middles[int(np.nanargmax(np.where(np.isfinite(between), between, -1)))])


def _clusters(colours: Field, count: int = 2, rounds: int = 12) -> Field:
    """Centres of `count` kinds of colour, (n, 3), by k-means from the darkest and the lightest."""
    few = colours[:: max(1, len(colours) // 20000)]
    order = few[np.argsort(few[:, 0])]
    centres = np.stack([order[round(q * (len(order) - 1))] for q in np.linspace(0.1, 0.9, count)])
    for _ in range(rounds):
        label = np.argmin(((few[:, None] - centres) ** 2).sum(-1), 1)
        centres = np.stack([few[label == k].mean(0) if (label == k).any() else centres[k]
                            for k in range(count)])  # fmt: skip
    if np.sqrt(((centres[0] - centres[1]) ** 2).sum()) < 2 * NOTICED:
        return few.mean(0, keepdims=True)
    return centres


def _core(seen: Pixels, mask: Mask) -> Light:
    """The median colour of the middle of strokes, in linear light: edges are mixed with the ground."""
    core = _shrunk(mask)
    chosen = core if core.sum() >= 20 else mask
    return _median(linear_light(seen[chosen]))


def _median(light: Field) -> Light:
    red, green, blue = (float(value) for value in np.median(light, 0))
    return red, green, blue


def _cover(seen: Pixels, plain: Pixels, colour: Light, where: Mask) -> Field:
    """How far each pixel is on the way from its ground to the ink, in linear light.

    What is off that way, as a shadow is, is no ink.
    """
    light, ground = linear_light(seen), linear_light(plain)
    way, gone = np.asarray(colour, np.float32) - ground, light - ground
    share = np.clip((gone * way).sum(-1) / np.maximum((way**2).sum(-1), 1e-3), 0.0, 1.0)
    off = np.sqrt(((gone - share[..., None] * way) ** 2).sum(-1))
    on_the_way = off < ASTRAY[0] + ASTRAY[1] * np.sqrt((gone**2).sum(-1))
    return (share * (where & on_the_way)).astype(np.float32)


def _near(cover: Field, lab: Field, ours: Mask) -> Field:
    """Coverage only where ink itself is near: a ground that was badly guessed is no ink."""
    core = _shrunk(ours)
    inks = lab[core if core.sum() >= 20 else ours]
    middle = np.median(inks, 0)
    within = np.clip(np.percentile(np.sqrt(((inks - middle) ** 2).sum(-1)), 85), *ALIKE)
    solid = (np.sqrt(((lab - middle) ** 2).sum(-1)) < within) & (cover > 0.5)
    for _ in range(RIM_PX):
        solid = _grown(solid)
    return cover * solid


def _ink(seen: Pixels, cover: Field, colour: Light) -> Ink:
    """One colour, or the two ends of a gradient from top to bottom."""
    rows = np.flatnonzero((cover > 0.5).any(1))
    if not len(rows):
        return Ink(top=colour, bottom=colour)
    cuts = np.linspace(rows[0], rows[-1] + 1, 4).astype(int)
    core = _shrunk(cover > 0.8)
    ends = [core & _between(core, low, high) for low, high in ((cuts[0], cuts[1]), (cuts[2], cuts[3]))]  # fmt: skip
    if min(int(end.sum()) for end in ends) < 40:
        return Ink(top=colour, bottom=colour)
    top, bottom = (np.asarray(_median(linear_light(seen[end]))) for end in ends)
    if _apart(seen, ends) < FADED:
        return Ink(top=colour, bottom=colour)
    # a third of the line lies between the middles of its outer thirds and its edges, both ways
    far = (bottom - top) / 4
    return Ink(top=_light(top - far), bottom=_light(bottom + far))


def _apart(seen: Pixels, ends: list[Mask]) -> float:
    """How far the two ends are in OKLab, less what either varies in itself."""
    labs = [np.stack(oklab_planes(seen[end]), -1) for end in ends]
    middles = [np.median(lab, 0) for lab in labs]
    spread = max(float(np.median(np.abs(lab - m).sum(-1))) for lab, m in zip(labs, middles, strict=True))  # fmt: skip
    return float(np.sqrt(((middles[0] - middles[1]) ** 2).sum())) - spread


def _light(values: NDArray[np.floating]) -> Light:
    red, green, blue = (float(value) for value in np.clip(values, 0.0, 1.0))
    return red, green, blue


def _between(mask: Mask, low: int, high: int) -> Mask:
    rows = np.zeros(mask.shape, bool)
    rows[low:high] = True
    return rows


def _shrunk(mask: Mask) -> Mask:
    return _filtered(mask, ImageFilter.MinFilter(CORE_PX))


def _grown(mask: Mask) -> Mask:
    return _filtered(mask, ImageFilter.MaxFilter(CORE_PX))


def _filtered(mask: Mask, by: ImageFilter.Filter) -> Mask:
    return np.asarray(Image.fromarray(mask.astype(np.uint8) * 255).filter(by)) > 127
