"""Small pictures for tests, as bytes of files."""

import io
from functools import cache

from PIL import Image


@cache
def picture(width: int, height: int, colour: str = "#335577", kind: str = "PNG") -> bytes:
    """A picture of one colour."""
    out = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(out, kind)
    return out.getvalue()
