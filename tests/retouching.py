"""A retoucher without weights: lettering is bars in colours that nothing else has.

`lettered` paints them, `BarDetector` finds them to the pixel, `BarReader` reads their colours, and
`MeanInpainter` fills them, so that whatever is tested about lettering in pictures is fast and exact.
"""

import copy
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import cv2
import numpy as np
from PIL import Image, ImageDraw

from pipeline.domain.lettering import Detector, FoundText, Script, TextLine
from pipeline.ports.lettering import UNREAD, Fragment, Mask, Pixels, Reading
from pipeline.workshop.easel import Easel
from pipeline.workshop.retoucher import Retoucher
from pipeline.workshop.workshop import Workshop
from tests.painting import EASEL, with_easel

Box = tuple[float, float, float, float]
"""Left, top, right and bottom as fractions of a picture's width and height."""

LATIN, HANGUL, PSEUDO = (255, 0, 255), (0, 255, 255), (255, 255, 0)
"""The colours of bars: what a reader reads as SEA KING, as 바다, and not at all."""
SAYS: Mapping[tuple[int, int, int], Reading] = {
    LATIN: Reading(words="SEA KING", confidence=0.97, script=Script.LATIN),
    HANGUL: Reading(words="바다", confidence=0.88, script=Script.HANGUL),
    PSEUDO: UNREAD,
}
THREE: Mapping[Box, tuple[int, int, int]] = {
    (0.2, 0.1, 0.8, 0.16): LATIN, (0.3, 0.3, 0.7, 0.35): HANGUL, (0.25, 0.82, 0.75, 0.86): PSEUDO,
}  # fmt: skip
"""Three lines, one of each kind, from the top down."""
TOLERANCE = 24
"""So far a pixel may be from a bar's colour in each channel: what scaling and JPEG change."""
LEAST_PX = 12
"""Smaller spots are edges that scaling has blurred."""


def lettered(picture: bytes, bars: Mapping[Box, tuple[int, int, int]] = THREE) -> bytes:
    """A picture (any format) with bars on it, as PNG."""
    with Image.open(io.BytesIO(picture)) as opened:
        shown = opened.convert("RGB")
    draw = ImageDraw.Draw(shown)
    for (left, top, right, bottom), colour in bars.items():
        corners = (
            left * shown.width,
            top * shown.height,
            right * shown.width,
            bottom * shown.height,
        )
        draw.rectangle(corners, fill=colour)
    file = io.BytesIO()
    shown.save(file, "PNG", compress_level=1)
    return file.getvalue()


def ink(rgb: Pixels) -> Mask:
    """Where bars are."""
    whole = np.zeros(rgb.shape[:2], bool)
    for colour in SAYS:
        whole |= _near(rgb, colour)
    return whole


def _near(rgb: Pixels, colour: tuple[int, int, int]) -> Mask:
    return (np.abs(rgb.astype(np.int16) - colour) <= TOLERANCE).all(axis=2)


@dataclass(frozen=True)
class BarDetector:
    """Finds each bar as one fragment, from the top down; raises `error` instead if there is one."""

    name: str = Detector.CRAFT.value
    error: Exception | None = None

    def fragments(self, rgb: Pixels) -> Sequence[Fragment]:
        if self.error is not None:
            raise self.error
        found = [box for colour in SAYS for box in _boxes(_near(rgb, colour))]
        return [_fragment(box) for box in sorted(found, key=lambda box: (box[1], box[0]))]


def _boxes(where: Mask) -> list[tuple[int, int, int, int]]:
    """Left, top, width and height of each spot, in pixels."""
    _, _, stats, _ = cv2.connectedComponentsWithStats(where.astype(np.uint8))
    return [tuple(map(int, one[:4])) for one in stats[1:] if one[4] >= LEAST_PX]


def _fragment(box: tuple[int, int, int, int]) -> Fragment:
    left, top, width, height = box
    right, bottom = left + width, top + height
    corners = [(left, top), (right, top), (right, bottom), (left, bottom)]
    return Fragment(corners=np.array(corners, np.float32), confidence=0.9)


@dataclass(frozen=True)
class BarReader:
    """Reads a line by the colour that most of its bar has."""

    says: Mapping[tuple[int, int, int], Reading] = field(default_factory=lambda: SAYS)

    def read(self, lines: Sequence[Pixels]) -> Sequence[Reading]:
        return [self._reading(line) for line in lines]

    def _reading(self, line: Pixels) -> Reading:
        counts = {colour: int(_near(line, colour).sum()) for colour in self.says}
        most = max(counts, key=counts.__getitem__)
        return self.says[most] if counts[most] else UNREAD


@dataclass
class MeanInpainter:
    """Fills with the mean of the rest, a shade by seed; the first `misses` fills change nothing."""

    misses: int = 0
    fills: int = 0

    def fill(self, rgb: Pixels, mask: Mask, *, seed: int) -> Pixels:
        self.fills += 1
        if self.fills <= self.misses or not mask.any():
            return rgb.copy()
        rest = rgb[~(mask | ink(rgb))]
        mean = rest.mean(axis=0) if len(rest) else np.full(3, 127.0)
        filled = rgb.copy()
        filled[mask] = np.clip(np.round(mean) + seed % 3, 0, 255).astype(np.uint8)
        return filled


def retoucher(**changes: object) -> Retoucher:
    """All of them together; `changes` are a Retoucher's own fields."""
    parts = {"detector": BarDetector(), "judge": BarDetector(name=Detector.RAPIDOCR.value),
             "reader": BarReader(), "inpainter": MeanInpainter()}  # fmt: skip
    return Retoucher(**parts | changes)


def with_retoucher(
    blobs: dict | None = None, easel: Easel | None = EASEL, shop: Workshop | None = None,
    **changes: object,
) -> Workshop:  # fmt: skip
    """The real workshop with this retoucher, which finds art among `blobs`; or another `shop`."""
    made = copy.copy(shop) if shop else with_easel(blobs, easel)
    made._retoucher = retoucher(**changes)
    return made


def three_lines(detector: str = Detector.CRAFT.value) -> FoundText:
    """What is found in a picture with THREE, without looking: one line of each kind."""
    lines = [_line(box, SAYS[colour]) for box, colour in THREE.items()]
    return FoundText(lines=tuple(lines), width_px=512, height_px=768, detector=detector)


def _line(box: Box, reading: Reading) -> TextLine:
    left, top, right, bottom = box
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    return TextLine(polygon=corners, words=reading.words, confidence=0.9, script=reading.script)
