"""What is on the screen as printing inks, and back: by ICC profiles, and never above their total ink.

The profiles lie in `profiles/`, with how they were made. Colours go through their perceptual tables,
which were made for sRGB, and come back through the colorimetric ones, as a proof on paper is read.
"""

import functools
import io
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms

from pipeline.drawing.colour import rgb, to_oklch
from pipeline.prepress.composed import BLACK, Cmyk, Pixels
from pipeline.stages.colour_profile import srgb

Inks = NDArray[np.uint8]
"""(height, width, 4): cyan, magenta, yellow, black; 255 is full."""
REGISTRY = "http://www.color.org"
"""Where the names of printing conditions are registered: the ICC's Characterization Data Registry."""
PER_CENT = 100 / 255
ROWS = 512
"""So many rows are separated at a time, which bounds the memory."""
NEAR_BLACK, COLOURLESS = 0.32, 0.04
"""OKLab lightness and chroma up to which ink is black to everybody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A printing condition of ours.

    `condition` is its name in the ICC's registry and `title` says it to people; `ink_most` is the
    per cent of total ink that nothing separated by it exceeds.
    """

    name: str
    condition: str
    title: str
    ink_most: float

    @property
    def icc(self) -> bytes:
        """The profile itself: ICC.1:2001-04 (version 2), CMYK."""
        return _file(self.name)


_GRACOL = "CGATS TR 006 (GRACoL 2006), offset on coated paper"
PROFILES = {
    one.name: one
    for one in (
        Profile(name="fogra39-300", condition="FOGRA39", ink_most=295.0,
                title="Coated FOGRA39 (ISO 12647-2:2004/Amd 1), offset on coated paper"),
        Profile(name="gracol-300", condition="CGATS TR 006", ink_most=295.0, title=_GRACOL),
        Profile(name="gracol-240", condition="CGATS TR 006", ink_most=235.0, title=_GRACOL),
    )
}  # fmt: skip
"""By name. The number is the limit that printers give; ours is lower by what a JPEG file may add."""


def profile(name: str) -> Profile:
    """The profile called `name`.

    Raises:
        KeyError: when there is none; the catalogue of printers names no other.
    """
    return PROFILES[name]


def separated(picture: Pixels, into: Profile, ink_most: float | None = None) -> Inks:
    """`picture`, (height, width, 3) in sRGB, as inks whose total is at most `into.ink_most`.

    `ink_most` is a printer's own limit in per cent, where it is lower than the profile's.
    """
    most = into.ink_most if ink_most is None else min(ink_most, into.ink_most)
    made = np.empty((*picture.shape[:2], 4), np.uint8)
    transform = _to_inks(into.name)
    for rows in _bands(picture.shape[0]):
        piece = Image.fromarray(np.ascontiguousarray(picture[rows]))
        made[rows] = np.asarray(ImageCms.applyTransform(piece, transform))
        _limit(made[rows], most)
    return made


def total_ink(inks: Inks) -> NDArray[np.uint16]:
    """The sum of the four inks at every pixel, 0 to 1020; `PER_CENT` makes it per cent."""
    total = inks[..., 0].astype(np.uint16)
    for ink in (1, 2, 3):  # five times as fast as a sum over the last axis
        total += inks[..., ink]
    return total


def soft_proof(inks: Inks, printed: Profile) -> Pixels:
    """How `inks` look on paper, (height, width, 3) in sRGB.

    To an eye used to the page: bare paper is white, and the deepest black of the press is black.
    """
    made = np.empty((*inks.shape[:2], 3), np.uint8)
    transform = _to_screen(printed.name)
    for rows in _bands(inks.shape[0]):
        piece = Image.frombytes("CMYK", inks[rows].shape[1::-1], inks[rows].tobytes())
        made[rows] = np.asarray(ImageCms.applyTransform(piece, transform))
    return made


def inks_of(colour: str, into: Profile, ink_most: float | None = None) -> Cmyk:
    """A flat colour (`#rrggbb`) in the inks that the same colour has in a picture, each 0 to 1."""
    pixel = np.array([[[round(255 * part) for part in rgb(colour)]]], np.uint8)
    cyan, magenta, yellow, black = (
        float(ink) / 255 for ink in separated(pixel, into, ink_most)[0, 0]
    )
    return (cyan, magenta, yellow, black)


def text_inks(colour: str, into: Profile, ink_most: float | None = None) -> Cmyk:
    """Those of small lettering: what is as good as black is black ink alone.

    Four inks that are a tenth of a millimetre out of register make thin strokes unreadable.
    """
    lightness, chroma, _ = to_oklch(colour)
    if lightness <= NEAR_BLACK and chroma <= COLOURLESS:
        return BLACK
    return inks_of(colour, into, ink_most)


def _limit(inks: Inks, most: float) -> None:
    """Takes from cyan, magenta and yellow alike, in place, where the total is above `most` per cent.

    The profile keeps its limit at the points of its tables; between them its curves may exceed it.
    """
    limit = int(most / PER_CENT)
    over = total_ink(inks) > limit
    if not over.any():
        return
    found = inks[over].astype(np.int32)
    room = np.maximum(limit - found[:, 3:], 0)
    colours = np.maximum(found[:, :3].sum(axis=1, keepdims=True), 1)
    found[:, :3] = found[:, :3] * np.minimum(room, colours) // colours
    inks[over] = found.astype(np.uint8)


def _bands(height: int) -> Iterator[slice]:
    for top in range(0, height, ROWS):
        yield slice(top, min(height, top + ROWS))


@functools.cache
def _file(name: str) -> bytes:
    return (files("pipeline.prepress") / "profiles" / f"{name}.icc").read_bytes()


@functools.cache
def _to_inks(name: str) -> ImageCms.ImageCmsTransform:
    return ImageCms.buildTransform(
        _opened(srgb()), _opened(_file(name)), "RGB", "CMYK",
        renderingIntent=ImageCms.Intent.PERCEPTUAL, flags=ImageCms.Flags.HIGHRESPRECALC,
    )  # fmt: skip


@functools.cache
def _to_screen(name: str) -> ImageCms.ImageCmsTransform:
    return ImageCms.buildTransform(
        _opened(_file(name)), _opened(srgb()), "CMYK", "RGB",
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )  # fmt: skip


def _opened(content: bytes) -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(io.BytesIO(content))
