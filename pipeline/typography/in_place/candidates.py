"""The typefaces that words can be set in where lettering was."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from pipeline.domain.fonts import Axes, FaceSpec
from pipeline.domain.retouch_errors import RetouchError
from pipeline.domain.words import Writing
from pipeline.typography.casing import Style
from pipeline.typography.face import Face, needs_ink
from pipeline.typography.library import FaceLibrary

WEIGHTS = tuple(range(100, 1000, 100))
WIDTHS = (62.0, 75.0, 87.0, 100.0, 125.0)


def styles_for(library: FaceLibrary, writing: Writing, words: str, family: str = "") -> list[Style]:
    """Every face of a `writing` that has all letters of `words`, in every weight and width.

    With a `family` only its faces, whatever they were drawn for.

    Raises:
        RetouchError: `replace-undrawable` with the letters that no such face has; `replace-typeface`
            for a family that is not there.
    """
    faces = _named(library, family) if family else _drawn_for(library, writing)
    letters = dict.fromkeys(char for char in words if needs_ink(char))
    able = [face for face in faces if all(map(face.covers, letters))]
    if not able:
        lacking = [char for char in letters if not any(face.covers(char) for face in faces)]
        characters = "".join(lacking or letters)
        raise RetouchError("replace-undrawable", characters=characters, family=family)
    return [Style(face.spec.name, axes) for face in able for axes in _axes(face)]


def _named(library: FaceLibrary, family: str) -> list[Face]:
    specs = library.catalogue.faces.values()
    wanted = _plain(family)
    faces = [library.find(spec.name) for spec in specs if wanted in _names(spec)]
    found = [face for face in faces if face]
    if not found:
        names = dict.fromkeys(name for spec in specs if not spec.optional
                              for name in (spec.family, spec.korean) if name)  # fmt: skip
        near = get_close_matches(family, names, 5, 0.0)
        raise RetouchError("replace-typeface", value=family, near=", ".join(near))
    return found


def _names(spec: FaceSpec) -> set[str]:
    return {_plain(name) for name in (spec.name, spec.family, spec.korean) if name}


def _plain(name: str) -> str:
    return "".join(char for char in name.casefold() if char.isalnum())


def _drawn_for(library: FaceLibrary, writing: Writing) -> list[Face]:
    specs = library.catalogue.faces.values()
    faces = [library.find(spec.name) for spec in specs if _writing(spec) is writing]
    return [face for face in faces if face]


def _writing(spec: FaceSpec) -> Writing | None:
    """What a face was drawn for; None for those that only help out in other writings."""
    if spec.optional or (spec.region and spec.region != "ko"):
        return None
    if spec.region:
        return Writing.KOREAN
    helper = spec.name.startswith("noto-sans-")
    return None if helper else Writing.LATIN


def _axes(face: Face) -> Iterator[Axes]:
    # letters on covers are large: the cut for display, where a face has several
    optical = (("opsz", face.ranges["opsz"][1]),) if "opsz" in face.ranges else ()
    for weight in _stops(face, "wght", WEIGHTS):
        for width in _stops(face, "wdth", WIDTHS):
            yield tuple(sorted((*optical, *weight, *width)))


def _stops(face: Face, tag: str, wanted: Sequence[float]) -> list[Axes]:
    if tag not in face.ranges:
        return [()]
    low, high = face.ranges[tag]
    return [((tag, float(value)),) for value in wanted if low <= value <= high]
