"""The lines that a detector sees in a picture, as far as it is sure enough of them.

How sure a detector says it is means something else for each. CRAFT's hottest letter and link are
near 1 for what is lettering, and lower for ornaments and rows of emblems that look like it. What RapidOCR
takes for text at all is text, however painted lettering lowers its number.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.domain.lettering import Detector
from pipeline.ports.lettering import Corners, Fragment, Pixels, TextDetector
from pipeline.stages.bands import bands_round
from pipeline.stages.quadrilateral import sides
from pipeline.stages.text_lines import LineSpot, lines_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Sureness:
    """The least confidence of a line, and of a large one, which would cost more of a picture."""

    least: float = 0.0
    large: float = 0.0


LARGE = 0.07
"""A line is large when its short side has this share of the picture's longer side."""
HEAT = Sureness(least=0.7, large=0.82)
"""Measured by `make bench-lettering`: it leaves nothing on text-free pictures, and costs hardly a line."""
NEEDED: Mapping[str, Sureness] = {Detector.CRAFT: HEAT, Detector.KERAS_OCR: HEAT}


def seen_lines(
    rgb: Pixels, detector: TextDetector, places: Sequence[Corners] | None = None
) -> list[LineSpot]:
    """The lines of a picture (height, width, 3), in the order of reading.

    Where `places` are given, only they and what surrounds them is looked at: as large as in the whole
    picture, but in less time.

    Raises:
        RetouchError: what the detector raises.
    """
    if places is None:
        fragments = detector.fragments(rgb)
    else:
        bands = bands_round(places, rgb.shape)
        fragments = [Fragment(corners=bands.back(one.corners), confidence=one.confidence)
                     for one in detector.fragments(bands.cut(rgb))]  # fmt: skip
    needed = NEEDED.get(detector.name, Sureness())
    large_px = LARGE * max(rgb.shape[:2])
    return [
        spot
        for spot in lines_of(fragments, rgb.shape)
        if spot.confidence
        >= (needed.large if min(sides(spot.corners)) > large_px else needed.least)
    ]
