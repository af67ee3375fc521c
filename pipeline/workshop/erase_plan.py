"""What the model paints in the place of lettering, and which of its tries is taken: in workers.

The model begins where what works on any processor has filled the place already, so that its colours
fit; it paints a window with enough in view, of which only the lettering's place is used.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from PIL import Image

from pipeline.domain.geometry import Box
from pipeline.domain.lettering import Eraser
from pipeline.domain.painting import AdapterUse, Painting, PaintRequest
from pipeline.ports.lettering import Corners, Mask, Pixels
from pipeline.stages.erasing import still_there
from pipeline.stages.export import raster_png
from pipeline.stages.fill_prompts import NEGATIVE, fill_prompts
from pipeline.stages.ink_mask import ink_mask
from pipeline.stages.morphology import dilated
from pipeline.stages.open_picture import open_kept
from pipeline.stages.paint_size import paint_size
from pipeline.stages.quadrilateral import Window
from pipeline.stages.seam import seam
from pipeline.stages.shown_part import ShownPart, put_back, shown_part
from pipeline.workshop.clearing import Cleared, surroundings, told
from pipeline.workshop.easel import Easel
from pipeline.workshop.orders import child_rng
from pipeline.workshop.paint_plan import ANY_RATIO, demand_easel, grown, png
from pipeline.workshop.workshop import Workshop

CANDIDATES = 4
"""So many pictures are painted of every window in one go: as many as share a model's passes."""
STRENGTHS = (1.0, 0.8)
"""How little of the first fill stays, in turn: nothing, or its colours."""
AROUND = 2.0
"""So much of what surrounds a line the model sees at least, in its heights."""
WIDER_PX, FADE_PX = 8, 6
"""A model paints at eight pixels: its mask is so much wider than the ink, and new pixels fade in."""
STEEPEST = 1.8
WORSE = 15.0
"""So many grey levels more may show of what a model painted than of the first fill: it paints texture
where that is smooth, but no objects."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patch:
    """A window of what a cover shows, in its pixels, and what is asked for to paint in it."""

    window: Window
    requests: tuple[PaintRequest, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What is painted over: the file `content` with lettering in what `crop` shows of it.

    `first` is what was made of it without the model, and tells where. `painting` tells how the picture was painted,
    where it was. `number` counts the goes from 0: each has a larger mask and other seeds.
    """

    content: bytes = field(repr=False)
    crop: Box
    first: Cleared
    painting: Painting | None
    seed: int
    number: int = 0


def patches(workshop: Workshop, ground: Ground) -> list[Patch]:
    """What the model shall paint, in a worker.

    Raises:
        PaintError: `painter-missing`.
    """
    easel, part, places, mask = _seen(workshop, ground)
    filled = shown_part(open_kept(ground.first.content).rgb, ground.crop)
    prompts = fill_prompts(filled.rgb, mask, ground.painting, workshop.prompt_room)
    windows = _windows(places, part.rgb.shape, easel)
    rng = child_rng(ground.seed, f"erase-{ground.number}")
    return [
        Patch(window=window, requests=tuple(
            _request(easel, ground, filled.rgb[window.slices], mask[window.slices],
                     prompts[-1 - number % len(prompts)], STRENGTHS[number % 2], int(seed))
            for number, seed in enumerate(rng.integers(2**32, size=CANDIDATES))
        ))
        for window in windows if mask[window.slices].any()
    ]  # fmt: skip


def chosen(
    workshop: Workshop, ground: Ground, asked: Sequence[Patch], painted: Sequence[Sequence[bytes]]
) -> Cleared:
    """The picture with the best of what was `painted` for every patch, in a worker.

    That is what leaves the least lettering, then what goes over into its surroundings best. A patch
    keeps its first fill where nothing could be painted, or only things that nobody asked for.
    """
    _, part, places, mask = _seen(workshop, ground)
    whole = np.array(open_kept(ground.first.content).rgb)
    filled = shown_part(whole, ground.crop).rgb
    taken = 0
    for patch, files in zip(asked, painted, strict=True):
        here = _Spot(filled[patch.window.slices], mask[patch.window.slices],
                     [_moved(place, patch.window) for place in places])  # fmt: skip
        best = here.best(workshop, [open_kept(file).rgb for file in files])
        if best is not None:
            put_back(whole, part.in_picture(patch.window), best, here.mask, FADE_PX)
            taken += 1
    if not taken:
        return ground.first
    tools, shown = workshop.retoucher, shown_part(whole, ground.crop).rgb
    left = len(still_there(shown, places, tools.detector, tools.judge))
    tries = ground.first.erasure.tries + ground.number + 1
    return Cleared(content=raster_png(whole), areas=ground.first.areas,
                   erasure=told(Eraser.PAINTER, len(places), left, tries))  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Spot:
    """A window before it is painted, the mask of what is, and the lines in it."""

    filled: Pixels
    mask: Mask
    places: Sequence[Corners]

    def best(self, workshop: Workshop, tries: Sequence[Pixels]) -> Pixels | None:
        """The best of several paintings; None where what is there already is far better."""
        if not tries:
            return None
        faults = [self._fault(workshop, one) for one in tries]
        least = min(range(len(tries)), key=faults.__getitem__)
        left, visible = self._fault(workshop, self.filled)
        worse = faults[least][0] > left or faults[least][1] > visible + WORSE
        return None if worse else tries[least]

    def _fault(self, workshop: Workshop, painted: Pixels) -> tuple[int, float]:
        """How much is wrong with a painting in its place: lines left, and what shows of its seam."""
        height, width = self.filled.shape[:2]
        made = self.filled.copy()
        put_back(made, Window(0, 0, width, height), painted, self.mask, FADE_PX)
        tools = workshop.retoucher
        left = still_there(made, self.places, tools.detector, tools.judge)
        return len(left), seam(made, self.mask)


def _seen(
    workshop: Workshop, ground: Ground
) -> tuple[Easel, ShownPart, list[Corners], Mask]:  # fmt: skip
    """The model, what the cover shows, the lines in its pixels, and the mask of what is painted."""
    part = shown_part(open_kept(ground.content).rgb, ground.crop)
    places = [part.corners(area) for area in ground.first.areas]
    ink = ink_mask(part.rgb, places, more=4 * ground.number)
    return demand_easel(workshop), part, places, dilated(ink, WIDER_PX + 4 * ground.number)


def _windows(places: Sequence[Corners], shape: tuple[int, ...], easel: Easel) -> list[Window]:
    """What the model sees: all, where it paints that large; else parts about the lines."""
    height, width = shape[:2]
    if height * width <= easel.area_px * grown(easel):
        return [Window(0, 0, width, height)]
    least = round(easel.area_px**0.5)
    found: list[Window] = []
    for window in surroundings(places, shape, AROUND):
        wider = _widened(window, shape, least)
        while near := [other for other in found if wider.touches(other)]:
            found = [other for other in found if other not in near]
            for other in near:
                wider = _widened(wider.joined(other), shape, least)
        found.append(wider)
    return found


def _widened(window: Window, shape: tuple[int, ...], least: int) -> Window:
    """A window at least so wide and high, and no steeper than models paint, as far as there is room."""
    height, width = shape[:2]
    wide, high = window.right - window.left, window.bottom - window.top
    wanted = (max(wide, least, round(high / STEEPEST)), max(high, least, round(wide / STEEPEST)))
    left, right = _span(window.left, window.right, wanted[0], width)
    top, bottom = _span(window.top, window.bottom, wanted[1], height)
    return Window(left, top, right, bottom)


def _span(start: int, end: int, wanted: int, most: int) -> tuple[int, int]:
    """From `start` to `end`, drawn out on both sides to `wanted`, and kept between 0 and `most`."""
    length = min(wanted, most)
    begin = min(max(0, (start + end - length) // 2), most - length)
    return begin, begin + length


def _request(
    easel: Easel, ground: Ground, filled: Pixels, mask: Mask, words: str, strength: float, seed: int
) -> PaintRequest:  # fmt: skip
    height, width = mask.shape
    size = paint_size(width / height, easel.area_px, grown(easel), ANY_RATIO)
    # stretched by a hair to the sizes that a model paints, and back when it is put in its place
    source = Image.fromarray(filled).resize((size.width, size.height), Image.Resampling.LANCZOS)
    stencil = Image.fromarray(mask.astype(np.uint8) * 255).resize((size.width, size.height))
    return PaintRequest(
        prompt=words, negative=NEGATIVE, width=size.width, height=size.height, seed=seed,
        manner=easel.manner, adapters=_adapters(easel, ground.painting), strength=strength,
        source=png(np.asarray(source)), mask=png(np.asarray(stencil)),
    )  # fmt: skip


def _adapters(easel: Easel, painting: Painting | None) -> tuple[AdapterUse, ...]:
    """Those that the picture was painted with, as far as they are still there."""
    known = {one.sha256 for one in easel.fitting()}
    return tuple(use for use in (painting.adapters if painting else ()) if use.sha256 in known)


def _moved(place: Corners, window: Window) -> Corners:
    return place - np.array([window.left, window.top], np.float32)
