"""RapidOCR's reader of lines as a `TextReader`: Latin letters; it knows no Hangul.

Its network is PP-OCRv6's, trained on Chinese as well: what it reads with other letters than Latin
ones is no reading here.
"""

import math
import unicodedata
from collections.abc import Sequence

import numpy as np

from pipeline.domain.lettering import Script
from pipeline.engines.rapid.models import Rapid
from pipeline.ports.lettering import UNREAD, Pixels, Reading

LONGEST = 64
"""A line is at most so many times as wide as high, which bounds memory."""


class RapidReader:
    """Reads single lines; its network is loaded when it is first asked."""

    def __init__(self) -> None:
        self._rapid = Rapid()

    def read(self, lines: Sequence[Pixels]) -> list[Reading]:
        """What each picture of one upright line says.

        Raises:
            RetouchError: `detector-damaged`, `detector-failed`.
        """
        return [self._read(line) for line in lines]

    def _read(self, line: Pixels) -> Reading:
        found = self._rapid.recognise(_bounded(line))
        if not found.txts:
            return UNREAD
        words = unicodedata.normalize("NFC", found.txts[0]).strip()
        if not words or not latin(words):
            return UNREAD
        return Reading(words=words, confidence=float(found.scores[0]), script=Script.LATIN)


def _bounded(line: Pixels) -> Pixels:
    height, width = line.shape[:2]
    if width <= LONGEST * height:
        return line
    import cv2  # noqa: PLC0415  (heavy)

    high = math.ceil(width / LONGEST)
    return np.asarray(cv2.resize(line, (width, high)), np.uint8)


def latin(words: str) -> bool:
    """Whether all letters of a text are Latin ones, and there is a letter or a digit."""
    letters = [one for one in words if one.isalpha()]
    return all(unicodedata.name(one, "").startswith("LATIN") for one in letters) and any(
        one.isalnum() for one in words
    )
