"""The text-free picture of a version as data: enough to make it again at any size."""

from dataclasses import dataclass

from pipeline.domain.choice import Choice
from pipeline.domain.concept import Wishes
from pipeline.domain.geometry import Box
from pipeline.domain.lettering import Erasure, Retouch
from pipeline.domain.painting import Extension, Painting
from pipeline.domain.picture import Origin
from pipeline.domain.upscaling import Upscaled


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """Art by the built-in illustrator: the same values paint the same picture at every size.

    `composition` is the one of the choice's that was used. `text` are the rectangles that were
    kept for lettering and `focus` the one that the subject got, all in units (short side 1000).
    """

    choice: Choice
    composition: str
    wishes: Wishes
    text: tuple[Box, ...]
    focus: Box


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """What a model painted left of a picture for spine and back: a blob under `sha256`, as high as its crop.

    `extensions` are how, by windows of the whole that was painted, `erasures` what was taken out of it
    again, and `upscaled` how it was enlarged.
    """

    sha256: str
    width_px: int
    height_px: int
    extensions: tuple[Extension, ...]
    erasures: tuple[Erasure, ...] = ()
    upscaled: Upscaled


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """Art that is a picture of the author's: its file is a blob under `origin.sha256`.

    `retouches` are what was done to it since, oldest first; the file is what came of them.
    `upscaled` tells how it was enlarged, None for as it came. `aside` goes on from its left edge,
    where a full cover was printed of it; None: nothing was painted there.
    """

    origin: Origin
    retouches: tuple[Retouch, ...] = ()
    upscaled: Upscaled | None = None
    aside: Aside | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Painted:
    """Art by a model: its picture is a blob under `origin.sha256`, as if somebody had brought it.

    `retouches`, `upscaled` and `aside` as of one that was brought.
    """

    origin: Origin
    painting: Painting
    retouches: tuple[Retouch, ...] = ()
    upscaled: Upscaled | None = None
    aside: Aside | None = None


Art = Drawn | Brought | Painted


def is_enlarged(art: Art) -> bool:
    """Whether a model has made pixels of its picture up."""
    return not isinstance(art, Drawn) and art.upscaled is not None


def shown_px(art: Brought | Painted) -> tuple[int, int]:
    """Width and height of what a cover shows of its picture, in pixels, wherever they come from."""
    origin = art.origin
    return round(origin.crop.w * origin.width_px), round(origin.crop.h * origin.height_px)


def own_px(art: Brought | Painted) -> tuple[int, int]:
    """Width and height of what a cover shows of its picture, in pixels that nothing made up."""
    origin, upscaled = art.origin, art.upscaled
    whole = (
        (origin.width_px, origin.height_px) if upscaled is None
        else (upscaled.width_px, upscaled.height_px)
    )  # fmt: skip
    return round(origin.crop.w * whole[0]), round(origin.crop.h * whole[1])
