"""The samples of an image in a PDF as total ink (ISO 32000-1, 8.9.5), read bounded and made small."""

import io
from typing import Any

import numpy as np
import pikepdf
from numpy.typing import NDArray
from PIL import Image

from pipeline.prepress.preflight.fax import fax_samples
from pipeline.prepress.preflight.spaces import CMYK, GRAY, RGB, Space
from pipeline.prepress.preflight.unreadable import Unreadable

Floats = NDArray[np.float32]
MOST_SAMPLES = 400_000_000
"""More bytes than this of one image are not looked into: 600 DPI over the largest wrap has 270."""
STRIP_ROWS = 256
_MODES = {1: "L", 4: "CMYK"}
"""What Pillow calls pictures with so many bytes a pixel."""
_OF_MODE = {"L": GRAY, "LA": GRAY, "I;16": GRAY, "CMYK": CMYK}


def inks_of(image: Any, space: Space, step: int) -> Floats | None:
    """Total ink, 0 to 4, of every `step` x `step` samples; None where the printer separates them.

    Raises:
        Unreadable: when they are damaged, too many, or packed in a way that is not read here.
    """
    if not space.is_separated:
        return None
    return _reduced(image, space, step)


def opacity_of(mask: Any, step: int) -> Floats:
    """A soft mask, 0 to 1, made smaller in the same way.

    Raises:
        Unreadable: as of an image.
    """
    return 1 - _reduced(mask, GRAY, step)


def stencil_of(image: Any, step: int) -> Floats:
    """How much of every `step` x `step` samples a stencil lets through, 0 to 1.

    Raises:
        Unreadable: as of an image.
    """
    return _reduced(image, GRAY, step)


def space_inside(image: Any) -> Space | None:
    """The colours of a JPEG 2000 picture of which the page says nothing; None where it does."""
    if "/ColorSpace" in image or "/JPXDecode" not in _filters(image):
        return None
    try:
        with Image.open(io.BytesIO(image.read_raw_bytes()), formats=["JPEG2000"]) as picture:
            return _OF_MODE.get(picture.mode, RGB)
    except (OSError, ValueError, SyntaxError, pikepdf.PikepdfError, Image.DecompressionBombError):
        return RGB


def _reduced(image: Any, space: Space, step: int) -> Floats:
    width, height, bits = int(image["/Width"]), int(image["/Height"]), _bits(image)
    count = 1 if space.indexed else space.components
    row_bytes = (width * count * bits + 7) // 8
    if row_bytes * height > MOST_SAMPLES or min(width, height) < 1:
        raise Unreadable
    content = _content(image)
    if len(content) < row_bytes * height:
        raise Unreadable
    decode = _decode(image, count, bits, indexed=space.indexed)
    if bits == 8 and decode is None and not space.indexed and count in _MODES:
        return _plainly(content, (width, height), space, step)
    rows = np.frombuffer(content, np.uint8, row_bytes * height).reshape(height, row_bytes)
    strips: list[Floats] = []
    tall = max(step, STRIP_ROWS // step * step)
    for top in range(0, height, tall):
        values = _unpacked(rows[top : top + tall], width, count, bits)
        strips.append(_boxed(_totals(values, space, decode, bits), step))
    return np.concatenate(strips)


def _plainly(content: bytes, size: tuple[int, int], space: Space, step: int) -> Floats:
    """The same for bytes that stand for themselves, which nearly all images have: three times as fast."""
    width, height = size
    mode, row = _MODES[space.components], width * space.components
    strips: list[NDArray[np.uint8]] = []
    tall, held = max(step, STRIP_ROWS // step * step), memoryview(content)
    for top in range(0, height, tall):
        rows = min(tall, height - top)
        strip = Image.frombytes(mode, (width, rows), held[top * row : (top + rows) * row])
        strips.append(
            np.asarray(strip.reduce(step)).reshape(-(-rows // step), -1, space.components)
        )
    small = np.concatenate(strips)
    totals = space.inks(small.astype(np.float32) / np.float32(255))
    return np.zeros(small.shape[:2], np.float32) if totals is None else totals


def _bits(image: Any) -> int:
    return 1 if image.get("/ImageMask", False) else int(image.get("/BitsPerComponent", 8))


def _content(image: Any) -> bytes:
    if not isinstance(image, pikepdf.Stream):  # an inline image, of which only the head is kept
        raise Unreadable
    try:
        if _filters(image) == ["/DCTDecode"]:
            return _from_jpeg(image)
        if _filters(image) == ["/JPXDecode"]:
            return _from_jpeg_2000(image)
        if _filters(image) == ["/CCITTFaxDecode"]:
            return fax_samples(image)
        return image.read_bytes(pikepdf.StreamDecodeLevel.all)
    except (pikepdf.PikepdfError, RuntimeError, ValueError, OSError, SyntaxError,
            Image.DecompressionBombError) as error:  # fmt: skip
        raise Unreadable from error


def _filters(image: Any) -> list[str]:
    found = image.get("/Filter", [])
    return [str(found)] if isinstance(found, pikepdf.Name) else [str(one) for one in found]


def _from_jpeg(image: Any) -> bytes:
    """The samples of a JPEG picture: with a limit of memory, qpdf refuses any of some megabytes.

    Pillow turns the inks of Adobe's JPEG files round; a PDF means them as they are written.

    Raises:
        Unreadable: when it is of another size than the PDF says.
    """
    with Image.open(io.BytesIO(image.read_raw_bytes()), formats=["JPEG"]) as picture:
        if picture.size != (int(image["/Width"]), int(image["/Height"])):
            raise Unreadable
        content = picture.tobytes()
        if picture.mode == "CMYK" and "adobe" in picture.info:
            return (255 - np.frombuffer(content, np.uint8)).tobytes()
        return content


def _from_jpeg_2000(image: Any) -> bytes:
    """The samples of a JPEG 2000 picture, eight bits each.

    Raises:
        Unreadable: when it is of another size than the PDF says, or deeper.
    """
    with Image.open(io.BytesIO(image.read_raw_bytes()), formats=["JPEG2000"]) as picture:
        told = (int(image["/Width"]), int(image["/Height"]))
        if picture.size != told or picture.mode not in {"L", "RGB", "CMYK"}:
            raise Unreadable
        return picture.tobytes()


def _unpacked(rows: NDArray[np.uint8], width: int, count: int, bits: int) -> NDArray[np.uint16]:
    """Samples as numbers, (rows, width, count)."""
    if bits == 8:
        wide = rows.astype(np.uint16)
    elif bits == 16:
        wide = rows.reshape(len(rows), -1, 2)[..., 0].astype(np.uint16)
    elif bits in {1, 2, 4}:
        single = np.unpackbits(rows, axis=1).reshape(len(rows), -1, bits)
        wide = (single @ (1 << np.arange(bits - 1, -1, -1, dtype=np.uint16))).astype(np.uint16)
    else:
        raise Unreadable
    return wide[:, : width * count].reshape(len(rows), width, count)


def _decode(image: Any, count: int, bits: int, *, indexed: bool) -> Floats | None:
    """(count, 2) of what the lowest and the highest sample stand for; None as usual, 0 and 1."""
    given = image.get("/Decode")
    if given is None or len(given) != 2 * count or indexed:
        return None
    pairs = np.asarray([float(value) for value in given], np.float32).reshape(count, 2)
    return None if (pairs == (0, 1)).all() else pairs


def _totals(
    values: NDArray[np.uint16], space: Space, decode: Floats | None, bits: int
) -> Floats:  # fmt: skip
    if space.table is not None:
        places = np.minimum(values[..., 0], len(space.table) - 1)
        totals = space.inks(space.table)
        return np.zeros(places.shape, np.float32) if totals is None else totals[places]
    most = np.float32(255 if bits == 16 else (1 << bits) - 1)
    colours = values / most
    if decode is not None:
        colours = decode[:, 0] + colours * (decode[:, 1] - decode[:, 0])
    totals = space.inks(colours.astype(np.float32))
    return np.zeros(values.shape[:2], np.float32) if totals is None else totals


def _boxed(totals: Floats, step: int) -> Floats:
    """Means of `step` x `step`; what is over at the edges goes with what is there."""
    height, width = totals.shape
    if step == 1:
        return totals.astype(np.float32)
    rows, columns = np.arange(0, height, step), np.arange(0, width, step)
    sums = np.add.reduceat(np.add.reduceat(totals, rows, axis=0), columns, axis=1)
    tall, wide = np.minimum(step, height - rows), np.minimum(step, width - columns)
    return (sums / np.outer(tall, wide)).astype(np.float32)
