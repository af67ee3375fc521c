"""Outlines as operators of a PDF page (ISO 32000-1, 8.5), in the page's own units."""

import skia

from pipeline.prepress.composed import Cmyk

DIGITS = 4
"""Decimal places of a millimetre: a ten-thousandth is finer than any plate."""
_QUADS = 2
"""A conic becomes 2 ** 2 parabolas, which leave a circle by less than a 10,000th of its radius."""


def fill_operators(path: skia.Path, inks: Cmyk) -> str:
    """`path` filled with `inks`, by its own rule of what is inside."""
    rule = "f*" if path.getFillType() == skia.PathFillType.kEvenOdd else "f"
    return f"{_inks(inks)} k\n{path_operators(path)}{rule}\n"


def clip_operators(path: skia.Path) -> str:
    """What is drawn afterwards, up to `Q`, shows inside `path` only."""
    rule = "W*" if path.getFillType() == skia.PathFillType.kEvenOdd else "W"
    return f"{path_operators(path)}{rule} n\n"


def path_operators(path: skia.Path) -> str:
    """The segments of `path`; parabolas and conics as Bézier curves of the third order."""
    found: list[str] = []
    segments = skia.Path.Iter(path, False)
    while True:
        verb, points = segments.next()
        match verb:
            case skia.Path.kMove_Verb:
                found.append(f"{_at(points[0])} m\n")
            case skia.Path.kLine_Verb:
                found.append(f"{_at(points[1])} l\n")
            case skia.Path.kQuad_Verb:
                found.append(_curve(*points))
            case skia.Path.kConic_Verb:
                found += _conic(points, segments.conicWeight())
            case skia.Path.kCubic_Verb:
                found.append(f"{_at(points[1])} {_at(points[2])} {_at(points[3])} c\n")
            case skia.Path.kClose_Verb:
                found.append("h\n")
            case _:
                return "".join(found)


def _conic(points: list[skia.Point], weight: float) -> list[str]:
    made = skia.Path.ConvertConicToQuads(*points, weight, _QUADS)
    return [_curve(*made[at : at + 3]) for at in range(0, len(made) - 2, 2)]


def _curve(start: skia.Point, control: skia.Point, end: skia.Point) -> str:
    """A parabola raised to the third order."""
    first = skia.Point(*(a + (b - a) * 2 / 3 for a, b in zip(start, control, strict=True)))
    second = skia.Point(*(a + (b - a) * 2 / 3 for a, b in zip(end, control, strict=True)))
    return f"{_at(first)} {_at(second)} {_at(end)} c\n"


def _at(point: skia.Point) -> str:
    return f"{number(point.fX)} {number(point.fY)}"


def _inks(inks: Cmyk) -> str:
    return " ".join(number(ink) for ink in inks)


def number(value: float, digits: int = DIGITS) -> str:
    """A number as a PDF file has it: never with an exponent, and no zeros at its end."""
    text = f"{value:.{digits}f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text
