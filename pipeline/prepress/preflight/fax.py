"""Pictures coded as a fax is (CCITTFaxDecode; ISO 32000-1, 7.4.6), read as the TIFF that has the same data."""

import io
import struct
from typing import Any

import pikepdf
from PIL import Image

from pipeline.prepress.preflight.unreadable import Unreadable

_USUAL_COLUMNS = 1728
_RLE, _GROUP_3, _GROUP_4 = 2, 3, 4
"""Compression in TIFF 6.0, section 10 and 11."""
_LONG, _SHORT = 4, 3


def fax_samples(image: Any) -> bytes:
    """The samples of a picture of one bit, each row filled up to bytes, 1 for white unless it says otherwise.

    Raises:
        Unreadable: when it is as wide as nobody says, or coded in a way that no TIFF is.
        OSError: when it is damaged.
    """
    parms = image.get("/DecodeParms", {})
    if isinstance(parms, pikepdf.Array):
        parms = parms[0] if len(parms) and isinstance(parms[0], pikepdf.Dictionary) else {}
    size = (int(image["/Width"]), int(image["/Height"]))
    if int(parms.get("/Columns", _USUAL_COLUMNS)) != size[0]:
        raise Unreadable
    tiff = _tiff(image.read_raw_bytes(), size, *_compression(parms))
    with Image.open(io.BytesIO(tiff), formats=["TIFF"]) as picture:
        samples = picture.tobytes()
    if parms.get("/BlackIs1", False):
        return bytes(samples.translate(bytes(range(255, -1, -1))))
    return samples


def _compression(parms: Any) -> tuple[int, int]:
    """The scheme, and whether rows follow from the row before (1)."""
    kind, aligned = int(parms.get("/K", 0)), bool(parms.get("/EncodedByteAlign", False))
    if kind < 0:
        if aligned:
            raise Unreadable
        return _GROUP_4, 0
    marked = bool(parms.get("/EndOfLine", False))
    if kind == 0 and aligned and not marked:
        return _RLE, 0
    if kind > 0 and not marked:
        raise Unreadable
    return _GROUP_3, int(kind > 0)


def _tiff(content: bytes, size: tuple[int, int], compression: int, two_ways: int) -> bytes:
    """A TIFF of one strip: white is 0, as in a fax."""
    fields = [
        (256, _LONG, size[0]), (257, _LONG, size[1]), (258, _SHORT, 1), (259, _SHORT, compression),
        (262, _SHORT, 0), (273, _LONG, 0), (277, _SHORT, 1), (278, _LONG, size[1]),
        (279, _LONG, len(content)), *([(292, _LONG, two_ways)] if compression == _GROUP_3 else []),
    ]  # fmt: skip
    start = 8 + 2 + 12 * len(fields) + 4
    entries = b"".join(
        struct.pack("<HHII", tag, kind, 1, start if tag == 273 else value)
        for tag, kind, value in fields
    )
    head = b"II*\0" + struct.pack("<IH", 8, len(fields))
    return head + entries + bytes(4) + content
