"""Files that people send in place of a plain picture: what is refused, and what is a picture after all.

Everything is built when it is asked for, so that no run carries what it does not use.
"""

import io
import struct
import zlib
from pathlib import Path

import numpy as np
from PIL import Image

PHOTOGRAPHS = Path(__file__).parent / "fixtures" / "photographs"
RED = (200, 40, 30)
ROTATED = 6
"""An EXIF orientation (CIPA DC-008 4.6.5): the first row is the right side of what is seen."""
_ORIENTATION = 0x0112


def file_of(picture, kind="PNG", **options):
    """A Pillow picture as the content of a file."""
    stream = io.BytesIO()
    picture.save(stream, kind, **options)
    return stream.getvalue()


def plain(mode="RGB", colour=RED, size=(400, 320)):
    """A picture of one colour."""
    return Image.new(mode, size, colour)


def _chunk(kind, body):
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png_that_promises(width, height, *extra):
    """A PNG with a header, other chunks, a few bytes of data and its end."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = zlib.compress(bytes(1000))
    return (b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + b"".join(extra) + _chunk(b"IDAT", data)
            + _chunk(b"IEND", b""))  # fmt: skip


def jpeg_that_promises(width, height):
    """A JPEG whose frame header (ITU-T T.81 B.2.2) was given another size."""
    content = bytearray(file_of(plain(), "JPEG"))
    at = content.index(b"\xff\xc0") + 5
    content[at : at + 4] = struct.pack(">HH", height, width)
    return bytes(content)


def tiff_that_promises(width, height):
    """A little-endian TIFF of one strip, which lies behind the end of the file."""
    short, long_ = 3, 4
    entries = [(256, long_, width), (257, long_, height), (258, short, 8), (259, short, 1),
               (262, short, 1), (273, long_, 10**6), (278, long_, height), (279, long_, 10**6)]  # fmt: skip
    listed = b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in entries)
    return struct.pack("<2sHIH", b"II", 42, 8, len(entries)) + listed + bytes(4)


def webp_that_promises(width, height):
    """A WebP with a canvas of that size, and no picture on it."""
    canvas = (
        struct.pack("<I", 0)
        + (width - 1).to_bytes(3, "little")
        + (height - 1).to_bytes(3, "little")
    )
    body = b"WEBPVP8X" + struct.pack("<I", len(canvas)) + canvas
    return b"RIFF" + struct.pack("<I", len(body)) + body


def png_whose_text_swells(megabytes=8):
    """A PNG with a compressed text that is a thousand times as long as it looks."""
    text = b"Comment\0\0" + zlib.compress(bytes(megabytes * 2**20), 9)
    return png_that_promises(400, 320, _chunk(b"zTXt", text))


def animation(kind):
    """Three pictures in one file."""
    frames = [plain(colour=(shade, 0, 0)) for shade in (0, 90, 180)]
    return file_of(frames[0], kind, save_all=True, append_images=frames[1:], duration=90)


def cut(content, share):
    """The beginning of a file."""
    return content[: int(len(content) * share)]


REFUSED = {
    "a text": (lambda: b"once upon a time", "picture-kind"),
    "nothing": (lambda: b"", "picture-kind"),
    "a drawing of lines": (lambda: b'<svg xmlns="http://www.w3.org/2000/svg"/>', "picture-kind"),
    "a GIF": (lambda: file_of(plain("P", 3), "GIF"), "picture-kind"),
    "a moving GIF": (lambda: animation("GIF"), "picture-kind"),
    "a moving PNG": (lambda: animation("PNG"), "picture-several"),
    "a moving WebP": (lambda: animation("WEBP"), "picture-several"),
    "a TIFF of many pages": (lambda: animation("TIFF"), "picture-several"),
    "a cut off JPEG": (lambda: (PHOTOGRAPHS / "coffee.jpg").read_bytes()[:20_000], "picture-unreadable"),
    "a cut off PNG": (lambda: file_of(plain())[:-60], "picture-unreadable"),
    "a cut off WebP": (lambda: cut(file_of(plain(), "WEBP", lossless=True), 0.6), "picture-unreadable"),
    "a cut off TIFF": (lambda: cut(file_of(plain(), "TIFF"), 0.5), "picture-unreadable"),
    "a PNG bomb": (lambda: png_that_promises(20_000, 20_000), "picture-too-many-pixels"),
    "a PNG of 64 megapixels": (lambda: png_that_promises(8000, 8000), "picture-too-many-pixels"),
    "a PNG of 100 megapixels": (lambda: png_that_promises(10_000, 10_000), "picture-too-many-pixels"),
    "a JPEG bomb": (lambda: jpeg_that_promises(65_000, 65_000), "picture-too-many-pixels"),
    "a TIFF bomb": (lambda: tiff_that_promises(100_000, 100_000), "picture-too-many-pixels"),
    "a WebP bomb": (lambda: webp_that_promises(16_383, 16_383), "picture-too-many-pixels"),
    "a TIFF without its strip": (lambda: tiff_that_promises(4000, 3000), "picture-unreadable"),
    "a PNG with too little data": (lambda: png_that_promises(4000, 3000), "picture-unreadable"),
    "a PNG whose text swells": (png_whose_text_swells, "picture-unreadable"),
    "a large file": (lambda: bytes(50_000_001), "picture-too-large"),
    "numbers": (lambda: file_of(Image.new("F", (400, 400)), "TIFF"), "picture-unreadable"),
}  # fmt: skip
"""By name: what makes the content of a file, and the code of the error that refuses it."""
SMALL = {
    "a dot": lambda: file_of(plain(size=(1, 1))),
    "a row": lambda: file_of(plain(size=(20_000, 1))),
    "a column": lambda: file_of(plain(size=(1, 20_000))),
    "a stripe": lambda: file_of(plain(size=(4000, 100))),
}
"""What is too small for the art of a cover, and still a picture that can be looked at."""


def turned(picture):
    """The JPEG of a camera that was held on its side when it took a picture."""
    exif = Image.Exif()
    exif[_ORIENTATION] = ROTATED
    return file_of(picture.transpose(Image.Transpose.ROTATE_90), "JPEG", exif=exif, quality=95)


def deep(picture):
    """A picture in grey, 16 bits each."""
    grey = np.asarray(picture.convert("L"), np.uint16) * 257
    return file_of(Image.fromarray(grey), "PNG")


def cut_out(picture):
    """The dark parts of a picture on a transparent ground."""
    dark = picture.convert("RGBA")
    dark.putalpha(picture.convert("L").point(lambda grey: 255 if grey < 128 else 0))
    return file_of(dark, "PNG")


UNUSUAL = {
    "a JPEG for a printer": lambda picture: file_of(picture.convert("CMYK"), "JPEG", quality=95),
    "a PNG of 16 bits": deep,
    "a photograph on its side": turned,
    "a PNG with holes": cut_out,
    "a PNG of a few colours": lambda picture: file_of(picture.quantize(16), "PNG"),
    "a PNG of black and white": lambda picture: file_of(
        picture.convert("1", dither=Image.Dither.NONE), "PNG"
    ),
    "a TIFF": lambda picture: file_of(picture, "TIFF", compression="tiff_lzw"),
    "a WebP": lambda picture: file_of(picture, "WEBP", lossless=True),
}
"""By name: what makes a file of a picture, of a kind that is a picture after all."""
