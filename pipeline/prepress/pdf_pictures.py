"""Separated pictures as streams of a PDF file: without loss where that is small, else as JPEG."""

import io
import zlib
from collections.abc import Sequence

import numpy as np
import pikepdf
from PIL import Image

from pipeline.prepress.inks import Inks

LOSSLESS_SHARE = 0.15
"""What packs to so little of itself without loss is flat; grain would take minutes, and megabytes."""
QUALITIES = (94, 90, 85, 78)
"""Of JPEG, the best first; the first that is small enough is taken, or the last."""
_SAMPLED, _ROWS = 12, 24
"""So many bands of so many rows tell how well a picture packs."""
_LEVEL = 6


class Plate:
    """A picture in `inks`, which files of different sizes have; nothing of it is packed twice."""

    def __init__(self, inks: Inks) -> None:
        """A picture that nobody has asked for yet."""
        self.inks = inks
        self._jpegs: dict[int, bytes] = {}

    def jpeg_under(self, most_bytes: int) -> bytes:
        """The best JPEG file of at most `most_bytes`, or the smallest."""
        made = b""
        for quality in QUALITIES:
            made = self._jpegs.get(quality) or _jpeg(self.inks, quality)
            self._jpegs[quality] = made
            if len(made) <= most_bytes:
                break
        return made


def picture_streams(
    pdf: pikepdf.Pdf, plates: Sequence[Plate], most_bytes: int
) -> list[pikepdf.Stream]:
    """An image XObject (ISO 32000-1, 8.9.5) in DeviceCMYK for each of `plates`.

    Together they are to stay under `most_bytes`; the larger a picture, the larger its share.
    """
    whole = max(1, sum(plate.inks.size for plate in plates))
    return [_stream(pdf, one, int(most_bytes * (one.inks.size / whole))) for one in plates]


def _stream(pdf: pikepdf.Pdf, plate: Plate, most_bytes: int) -> pikepdf.Stream:
    inks = plate.inks
    height, width = inks.shape[:2]
    lossless = packs_under(inks, min(int(LOSSLESS_SHARE * inks.size), most_bytes))
    content = _deflated(inks) if lossless else plate.jpeg_under(most_bytes)
    stream = pikepdf.Stream(pdf, content)
    stream.Type, stream.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    stream.Width, stream.Height, stream.BitsPerComponent = width, height, 8
    stream.ColorSpace = pikepdf.Name.DeviceCMYK
    stream.Filter = pikepdf.Name.FlateDecode if lossless else pikepdf.Name.DCTDecode
    if lossless:
        stream.DecodeParms = pikepdf.Dictionary(Predictor=15, Colors=4, Columns=width)
    return stream


def packs_under(inks: Inks, most_bytes: int) -> bool:
    """Whether `inks` become about so small without loss, told by some bands of rows; grain by the first."""
    height = inks.shape[0]
    if height <= _SAMPLED * _ROWS:
        return len(zlib.compress(_predicted(inks), 1)) <= most_bytes
    packed = 0
    for top in np.linspace(0, height - _ROWS, _SAMPLED).astype(int):
        packed += len(zlib.compress(_predicted(inks[top : top + _ROWS]), 1))
        if packed * height // (_SAMPLED * _ROWS) > most_bytes:
            return False
    return True


def _deflated(inks: Inks) -> bytes:
    return zlib.compress(_predicted(inks), _LEVEL)


def _predicted(inks: Inks) -> bytes:
    """Each row as its difference to the pixels at the left (filter 1 of PNG, RFC 2083, 6.3)."""
    height, width = inks.shape[:2]
    rows = np.empty((height, 1 + 4 * width), np.uint8)
    rows[:, 0] = 1
    left = np.zeros_like(inks)
    left[:, 1:] = inks[:, :-1]
    rows[:, 1:] = (inks - left).reshape(height, -1)
    return rows.tobytes()


def _jpeg(inks: Inks, quality: int) -> bytes:
    """Four channels, none of them coarser than the others.

    Pillow turns the inks round, as Adobe's files have them; turned round beforehand they come out
    as PDF readers expect them without a Decode array.
    """
    height, width = inks.shape[:2]
    # over this memory and not a copy of it: a sheet has a hundred megabytes
    picture = Image.frombuffer("CMYK", (width, height), 255 - inks, "raw", "CMYK", 0, 1)
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=quality, subsampling=0)
    return file.getvalue()
