"""Continues a painted picture beyond its edge, for covers that are longer than models paint well.

The new strip begins as the picture's own edge, mirrored and blurred, so that its colours go on; it
is painted with some of the picture beside it in view, and both are blended where they meet.
"""

import io
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from pipeline.domain.geometry import Box
from pipeline.stages.emphasis import Zone
from pipeline.stages.paint_size import FINE, GROWN, TOLERATED, PaintSize, part_of_ratio

Pixels = NDArray[np.uint8]

STRENGTH = 0.92
"""How little of the mirrored edge stays: its colours, and nothing that could be recognised."""
MEETING = 48
"""Over so many pixels the strip and the picture are blended."""
_BLUR = 0.12
_NOTHING = 0.5
"""The middles of the nearest pixels are so far away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rect:
    """A rectangle in pixels of the whole picture."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """A part that is added: `new` is what is missing, `window` what is painted, with it in view.

    Over `meeting` pixels it is blended into what was there; 0 leaves all of that as it was.
    """

    window: Rect
    new: Rect
    meeting: int = MEETING


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """The whole picture: its size, where the painted `core` lies in it, and the strips to add.

    `crop` is the part of exactly the cover's ratio.
    """

    width: int
    height: int
    core: Rect
    strips: tuple[Strip, ...]
    crop: Box


def extent(
    size: PaintSize, aspect: float, zone: Zone, area_px: int, grown: float = GROWN
) -> Extent:
    """What a picture of `size` has to be continued by for a cover of `aspect`: often by nothing.

    A ratio that loses hardly anything by cutting is cut. Where the title's `zone` is at one of the ends, all is added there: it is calm, and the subject
    stays where it was painted. Else half is added at either end, in two goes.
    """
    down = aspect < size.width / size.height
    along = size.height if down else size.width
    across = size.width if down else size.height
    crop = part_of_ratio((size.width, size.height), aspect)
    if crop.area >= 1 - TOLERATED:
        core = Rect(x=0, y=0, width=size.width, height=size.height)
        return Extent(width=size.width, height=size.height, core=core, strips=(), crop=crop)
    total = _up(across / aspect if down else across * aspect)
    before, after = _ends(total - along, zone, down=down)
    most = max(along // 2, int(area_px * grown / across)) // FINE * FINE
    spans = [span for span in (
        _Span(window=(0, min(total, max(most, 2 * before))), new=(0, before)) if before else None,
        _Span(window=(max(0, total - max(most, 2 * after)), total), new=(total - after, total)) if after else None,
    ) if span]  # fmt: skip
    whole = (across, total) if down else (total, across)
    return Extent(
        width=whole[0], height=whole[1], core=_rect((before, before + along), across, down=down),
        strips=tuple(
            Strip(window=_rect(one.window, across, down=down), new=_rect(one.new, across, down=down))
            for one in spans
        ),
        crop=part_of_ratio(whole, aspect),
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class _Span:
    """A strip along the one direction in which the picture grows."""

    window: tuple[int, int]
    new: tuple[int, int]


def _ends(more: int, zone: Zone, *, down: bool) -> tuple[int, int]:
    """How much is added before and after."""
    match zone:
        case Zone.HEAD if down:
            return more, 0
        case Zone.FOOT if down:
            return 0, more
        case Zone.LEFT if not down:
            return more, 0
        case Zone.RIGHT if not down:
            return 0, more
        case _:
            half = _up(more / 2)
            return half, more - half


def _up(px: float) -> int:
    return int(-(-round(px, 6) // FINE) * FINE)


def _rect(span: tuple[int, int], across: int, *, down: bool) -> Rect:
    start, length = span[0], span[1] - span[0]
    if down:
        return Rect(x=0, y=start, width=across, height=length)
    return Rect(x=start, y=0, width=length, height=across)


def laid_out(core: Pixels, to: Extent) -> Pixels:
    """The whole picture, (height, width, 3), with `core` in its place and its edges continued."""
    x, y = to.core.x, to.core.y
    right, below = to.width - x - core.shape[1], to.height - y - core.shape[0]
    grown = np.pad(core, ((y, below), (x, right), (0, 0)), "symmetric")
    soft = Image.fromarray(grown).filter(ImageFilter.GaussianBlur(_BLUR * min(core.shape[:2])))
    whole = np.array(soft)
    whole[y : y + core.shape[0], x : x + core.shape[1]] = core
    return whole


def window_of(whole: Pixels, strip: Strip) -> tuple[bytes, bytes]:
    """What is painted for a strip: the part of the picture in its window, and its mask, as PNG."""
    w = strip.window
    part = whole[w.y : w.y + w.height, w.x : w.x + w.width]
    mask = (_alpha(strip) > 0).astype(np.uint8) * 255
    return _png(np.ascontiguousarray(part)), _png(mask)


def joined(whole: Pixels, strip: Strip, painted: Pixels) -> Pixels:
    """The picture with a `painted` window in it; beyond where both meet it stays as it is."""
    w = strip.window
    place = (slice(w.y, w.y + w.height), slice(w.x, w.x + w.width))
    alpha = _alpha(strip)[..., None]
    made = whole.copy()
    blended = whole[place] * (1 - alpha) + painted * alpha
    made[place] = np.round(blended).astype(np.uint8)
    return made


def _alpha(strip: Strip) -> NDArray[np.float32]:
    """How much of the painted window is shown: 1 in what is new, falling to 0 in what was there."""
    w, n = strip.window, strip.new
    down = n.height != w.height
    length, start, end = (
        (w.height, n.y - w.y, n.y - w.y + n.height) if down
        else (w.width, n.x - w.x, n.x - w.x + n.width)
    )  # fmt: skip
    at = np.arange(length, dtype=np.float32) + 0.5
    away = np.maximum(np.maximum(start - at, at - end), 0.0)
    ramp = np.clip(1 - away / max(strip.meeting, _NOTHING), 0.0, 1.0).astype(np.float32)
    shape = (length, 1) if down else (1, length)
    return np.broadcast_to(ramp.reshape(shape), (w.height, w.width)).copy()


def _png(pixels: NDArray[np.uint8]) -> bytes:
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "PNG", compress_level=1)
    return file.getvalue()
