"""Colour: sRGB hex strings, skia colours, OKLCH, and WCAG luminance and contrast.

OKLCH: https://bottosson.github.io/posts/oklab/. Contrast: WCAG 2.2, 1.4.3.
"""

import functools
import math

import skia


@functools.lru_cache(maxsize=4096)
def rgb(colour: str) -> tuple[float, float, float]:
    """`#rrggbb` as three floats from 0 to 1."""
    digits = colour.removeprefix("#")
    return (int(digits[0:2], 16) / 255, int(digits[2:4], 16) / 255, int(digits[4:6], 16) / 255)


def hex_of(red: float, green: float, blue: float) -> str:
    """Three floats from 0 to 1 (clipped) as `#rrggbb`."""
    return "#" + "".join(f"{round(255 * min(1.0, max(0.0, v))):02x}" for v in (red, green, blue))


def paint_colour(colour: str, alpha: float = 1.0) -> skia.Color4f:
    """A skia colour from `#rrggbb` and an opacity from 0 to 1."""
    return skia.Color4f(*rgb(colour), min(1.0, max(0.0, alpha)))


@functools.lru_cache(maxsize=4096)
def mix(first: str, second: str, share: float) -> str:
    """`first` moved by `share` (0 to 1) towards `second`, in OKLab: no muddy middle."""
    a, b = to_oklab(first), to_oklab(second)
    share = min(1.0, max(0.0, share))
    return from_oklab(*(x + (y - x) * share for x, y in zip(a, b, strict=True)))


@functools.lru_cache(maxsize=4096)
def luminance(colour: str) -> float:
    """Relative luminance, 0 (black) to 1 (white), by WCAG 2.2."""
    red, green, blue = (_linear(v) for v in rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """The WCAG contrast ratio, 1 to 21."""
    a, b = luminance(first), luminance(second)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _gamma(value: float) -> float:
    value = max(0.0, value)
    return 12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055


@functools.lru_cache(maxsize=4096)
def to_oklab(colour: str) -> tuple[float, float, float]:
    """`#rrggbb` as (L, a, b): L from 0 to 1, a and b about -0.4 to 0.4."""
    r, g, b = (_linear(v) for v in rgb(colour))
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    medium = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def _linear_rgb(lightness: float, a: float, b: float) -> tuple[float, float, float]:
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def from_oklab(lightness: float, a: float, b: float) -> str:
    """(L, a, b) as `#rrggbb`; colours out of gamut lose chroma, never lightness or hue."""
    for _ in range(24):
        channels = _linear_rgb(lightness, a, b)
        if min(channels) >= -1e-3 and max(channels) <= 1.001:
            break
        a, b = a * 0.92, b * 0.92
    return hex_of(*(_gamma(v) for v in _linear_rgb(lightness, a, b)))


@functools.lru_cache(maxsize=4096)
def oklch(lightness: float, chroma: float, hue_degrees: float) -> str:
    """A colour from lightness (0 to 1), chroma (0 to about 0.37) and hue in degrees."""
    hue = math.radians(hue_degrees)
    return from_oklab(lightness, chroma * math.cos(hue), chroma * math.sin(hue))


def to_oklch(colour: str) -> tuple[float, float, float]:
    """`#rrggbb` as (lightness, chroma, hue in degrees from 0 to 360)."""
    lightness, a, b = to_oklab(colour)
    return lightness, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360


@functools.lru_cache(maxsize=4096)
def lighter(colour: str, amount: float) -> str:
    """Lightness raised (or lowered, when negative) by `amount` in OKLab."""
    lightness, a, b = to_oklab(colour)
    return from_oklab(min(1.0, max(0.0, lightness + amount)), a, b)


def hue_distance(first: float, second: float) -> float:
    """The shorter way between two hues in degrees, 0 to 180."""
    return abs((first - second + 180) % 360 - 180)
