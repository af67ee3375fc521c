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
from pipeline.typography.in_place.matte import Field, Ink, matte
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

    `words` are what was read there, empty where nothing could be.
    """

    picture: Pixels = field(repr=False)
    plain: Pixels = field(repr=False)
    corners: Corners = field(repr=False)
    words: str = ""


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
    return _matched(tried, library, styles, place.words, new)


def _looked(place: Place, plane: Plane) -> Lettering | None:
    """What can be told without knowing any face."""
    seen, plain = plane.seen(place.picture), plane.seen(place.plain)
    where = np.abs(seen.astype(np.int16) - plain).max(2) > CHANGED
    taken = matte(seen, plain, where)
    lines = extent(taken.cover) if taken else None
    if taken is None or lines is None:
        return None
    stacked = plane.height > STACKED * plane.width
    writing = writing_of(place.words) if place.words else Writing.LATIN
    return Lettering(
        plane=plane, extent=lines, style=Style(""), ink=taken.ink, writing=writing,
        stacked=stacked, words=place.words, cover=taken.cover,
        shadow=shadow_of(taken, seen, plain),
    )  # fmt: skip


def _matched(
    tried: Sequence[Lettering], library: FaceLibrary, styles: list[Style], words: str, new: str
) -> Lettering:
    """The view in which the words that were read fit a face best; else the last, by its strokes."""
    ours = writing_of(new)
    same = bool(words) and writing_of(words) is ours
    if same:
        able = [
            s for s in styles if all(library.face(s.face).covers(c) for c in words if needs_ink(c))
        ]
        fits = [_leaning(one, library, able, said)
                for one in tried for said in _sayings(one, library, words)]  # fmt: skip
        best = min(fits, key=lambda one: one.fit.loss if one.fit else np.inf)
        if best.fit and best.fit.loss < SURE:
            return best
    alike = _of_kind(tried[-1], library, styles) if words and not same else styles
    return _by_strokes(tried, library, alike, ours, known=bool(words))


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
    return min(found, key=lambda each: each.fit.loss if each.fit else np.inf, default=one)


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
                      stacked=one.stacked)  # fmt: skip
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
