"""A line of lettering in a picture, measured: its plane, size, face, ink and shadow."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from PIL import Image

from pipeline.domain.words import Writing, writing_of
from pipeline.typography.casing import Style
from pipeline.typography.face import needs_ink
from pipeline.typography.in_place.candidates import styles_for
from pipeline.typography.in_place.levels import Extent, extent, levelled, slant_of
from pipeline.typography.in_place.matching import Fit, ranked
from pipeline.typography.in_place.matte import Field, Ink, Matte, matte
from pipeline.typography.in_place.plane import Corners, Pixels, Plane
from pipeline.typography.in_place.shadow import Shadow, shadow_of
from pipeline.typography.in_place.spacing import spaced
from pipeline.typography.in_place.strokes import by_strokes
from pipeline.typography.library import FaceLibrary

STACKED = 1.4
"""A place so much higher than wide has its letters one under the other."""
SURE = 0.3
"""From this loss on, the words that were read do not say what stands there, or it is no face of ours."""
LEANS = 0.06
CHANGED = 2
"""Grey levels by which a pixel differs from the ground without lettering."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lettering:
    """What was measured of a line; lengths are in pixels of the view on `plane`.

    `fit` says in which style it is set, and how: None where only strokes could be compared.
    `slant` leans letters to the right by that share of their height.
    """

    plane: Plane
    extent: Extent
    style: Style
    ink: Ink
    writing: Writing
    stacked: bool
    fit: Fit | None = None
    slant: float = 0.0
    shadow: Shadow | None = None
    words: str = ""
    cover: Field = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where lettering was: the `picture` with it, `plain` without, and its `corners` in pixels.

    `readings` are what was read there in one way and another, the likeliest first; none where
    nothing could be.
    """

    picture: Pixels = field(repr=False)
    plain: Pixels = field(repr=False)
    corners: Corners = field(repr=False)
    readings: tuple[str, ...] = ()


def printed(place: Place) -> Pixels | None:
    """The lettering of a place as black print on white, straightened; None where there is none.

    Readers read it where they cannot read the picture: no ground is in their way.
    """
    plane = Plane.of(place.corners)
    taken = _taken(place, plane)
    if taken is None:
        return None
    grey = np.round(255 * (1 - taken.cover)).astype(np.uint8)
    return np.repeat(grey[..., None], 3, 2)


def measured(
    place: Place, library: FaceLibrary, new: str, family: str = ""
) -> Lettering | None:  # fmt: skip
    """What stands at a place, and the style of ours nearest to it that has the letters of `new`.

    Among the faces of a `family` only, if one is named. None where there is no ink to be seen.

    Raises:
        RetouchError: `replace-undrawable`, `replace-typeface`.
    """
    styles = styles_for(library, writing_of(new), new, family)
    plane = Plane.of(place.corners)
    first = _looked(place, plane)
    if first is None:
        return None
    tried = [first]
    bent = levelled(first.cover, plane)
    if bent is not plane and (second := _looked(place, bent)):
        tried.append(replace(second, plane=levelled(second.cover, bent)))
        tried[-1] = _looked(place, tried[-1].plane) or second
    if first.stacked:
        tried = [first]
    return _matched(tried, library, styles, place.readings, new)


def _looked(place: Place, plane: Plane) -> Lettering | None:
    """What can be told without knowing any face."""
    taken = _taken(place, plane)
    lines = extent(taken.cover) if taken else None
    if taken is None or lines is None:
        return None
    words = place.readings[0] if place.readings else ""
    soft_px = 1 / plane.scale_at(plane.width / 2, plane.height / 2)
    return Lettering(
        plane=plane, extent=lines, style=Style(""), ink=taken.ink, cover=taken.cover, words=words,
        writing=writing_of(words) if words else Writing.LATIN,
        stacked=plane.height > STACKED * plane.width,
        shadow=shadow_of(taken, plane.seen(place.picture), plane.seen(place.plain), soft_px),
    )  # fmt: skip


def _taken(place: Place, plane: Plane) -> Matte | None:
    """The ink of the line in a plane, without that of its neighbours."""
    seen, plain = plane.seen(place.picture), plane.seen(place.plain)
    where = np.abs(seen.astype(np.int16) - plain).max(2) > CHANGED
    taken = matte(seen, plain, where)
    return taken.within(plane.line()) if taken else None


def _matched(
    tried: Sequence[Lettering], library: FaceLibrary, styles: list[Style],
    readings: Sequence[str], new: str,
) -> Lettering:  # fmt: skip
    """The view and the reading that fit a face best; where none does, the last by its strokes."""
    ours = writing_of(new)
    fits = [_leaning(one, library, able, said)
            for one in tried for words in readings if writing_of(words) is ours
            if (able := _having(words, library, styles))
            for said in _sayings(one, library, words)]  # fmt: skip
    best = min(fits, key=_loss, default=None)
    if best and _loss(best) < SURE:
        return best
    known = bool(readings)
    alike = _of_kind(tried[-1], library, styles) if known and not fits else styles
    return _by_strokes(tried, library, alike, ours, known=known)


def _loss(one: Lettering) -> float:
    return one.fit.loss if one.fit else np.inf


def _having(words: str, library: FaceLibrary, styles: Sequence[Style]) -> list[Style]:
    """Those of `styles` whose faces have all letters of `words`."""
    letters = [char for char in words if needs_ink(char)]
    return [style for style in styles if all(map(library.face(style.face).covers, letters))]


def _sayings(one: Lettering, library: FaceLibrary, words: str) -> list[str]:
    """What a line says: as it was read, and where that differs, with the gaps that its ink has."""
    if one.stacked:
        return [words]
    return list(dict.fromkeys((words, spaced(library, words, cut(one)))))


def _leaning(one: Lettering, library: FaceLibrary, styles: list[Style], words: str) -> Lettering:
    """The line with its closest face, upright or leaning as its ink does."""
    upright = ranked(library, styles, words, cut(one), stacked=one.stacked)[:1]
    found = [replace(one, words=words, fit=fit, style=fit.style) for fit in upright]
    slant = 0.0 if one.stacked else slant_of(one.cover)
    if abs(slant) > LEANS:
        straight = unslanted(one.cover, slant)
        lines = extent(straight) or one.extent
        stood = replace(one, words=words, cover=straight, extent=lines, slant=slant)
        fits = ranked(library, styles, words, cut(stood))[:1]
        found += [replace(stood, fit=fit, style=fit.style) for fit in fits]
    return min(found, key=_loss, default=one)


def _of_kind(one: Lettering, library: FaceLibrary, styles: list[Style]) -> list[Style]:
    """Those of `styles` that have serifs, or none, as the face has that one's words are closest to."""
    if one.stacked:
        return styles
    own = styles_for(library, one.writing, one.words)
    closest = ranked(library, own, one.words, cut(one))[:1]
    if not closest or closest[0].loss > SURE:
        return styles
    faces = library.catalogue.faces
    kind = faces[closest[0].style.face].kind
    return [style for style in styles if faces[style.face].kind == kind] or styles


def _by_strokes(
    tried: Sequence[Lettering], library: FaceLibrary, styles: list[Style], ours: Writing, *,
    known: bool,
) -> Lettering:  # fmt: skip
    """The line in the face whose strokes are most like its own."""
    one = tried[-1] if known and tried[-1].writing is Writing.LATIN else tried[0]
    theirs = one.writing if known else ours
    capitals = one.extent.middle == one.extent.top
    slant = 0.0 if one.stacked else slant_of(one.cover)
    if abs(slant) > LEANS:
        straight = unslanted(one.cover, slant)
        one = replace(one, cover=straight, extent=extent(straight) or one.extent, slant=slant)
    near = by_strokes(library, styles, cut(one), (theirs, ours), capitals=capitals,
                      tall=one.extent.base - one.extent.top, stacked=one.stacked)  # fmt: skip
    return replace(one, style=near[0][0], writing=theirs, fit=None)


def cut(one: Lettering) -> Field:
    """The coverage of a line within the bounds of its ink."""
    lines = one.extent
    return one.cover[int(lines.top) : int(lines.bottom), int(lines.left) : int(lines.right)]


def unslanted(cover: Field, slant: float) -> Field:
    """Coverage whose letters lean by `slant`, stood upright about the middle of its height."""
    tall, wide = cover.shape
    image = Image.fromarray(np.round(255 * cover).astype(np.uint8))
    turned = image.transform((wide, tall), Image.Transform.AFFINE,
                             (1, -slant, slant * tall / 2, 0, 1, 0), Image.Resampling.BICUBIC)  # fmt: skip
    return np.asarray(turned, np.float32) / 255
