"""The ICC profile of what we draw: sRGB."""

from functools import cache

from PIL import ImageCms

_DATE = slice(24, 36)


@cache
def srgb() -> bytes:
    """An sRGB profile (ICC.1), the same bytes on every day.

    LittleCMS writes the time of the call into the header (7.2.8); a picture's bytes must depend
    on its seed alone, so the field is set to the day on which sRGB became a standard.
    """
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[_DATE] = b"".join(part.to_bytes(2, "big") for part in (1999, 10, 18, 0, 0, 0))
    return bytes(profile)
