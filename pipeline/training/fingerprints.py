"""What tells pictures apart: their bytes, and a hash that alike pictures share."""

import hashlib
import math
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

ALIKE = 6
"""So many of the 64 bits may differ between two pictures that look the same: a copy that was
saved again, resized, or slightly recoloured differs in 0 to 4, unrelated ones in about 32."""
_SIDE, _KEPT = 32, 8


def digest(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def look(picture: Image.Image) -> int:
    """The perceptual hash of a picture, 64 bits: which of its slowest waves are above the median.

    The pHash of Zauner, "Implementation and Benchmarking of Perceptual Image Hash Functions"
    (2010): a cosine transform of the picture at 32 x 32, of which the lowest 8 x 8 count.
    """
    grey = picture.convert("L").resize((_SIDE, _SIDE), Image.Resampling.LANCZOS)
    waves = _COSINES @ np.asarray(grey, np.float64) @ _COSINES.T
    low = waves.ravel()
    bits = low > np.median(low[1:])
    return int("".join("1" if bit else "0" for bit in bits), 2)


def apart(one: int, other: int) -> int:
    """In how many bits two hashes differ."""
    return (one ^ other).bit_count()


def _cosines() -> NDArray[np.float64]:
    """The lowest rows of the matrix of the discrete cosine transform (type 2)."""
    rows = np.arange(_KEPT)[:, None]
    places = np.arange(_SIDE)[None, :]
    return np.cos(math.pi / _SIDE * (places + 0.5) * rows)


_COSINES = _cosines()
