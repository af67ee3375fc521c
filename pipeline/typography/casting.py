"""Which face draws which character: one face for a whole writing, never a patchwork."""

from collections.abc import Iterable

from fontTools import unicodedata as scripts

from pipeline.domain.fonts import Axes
from pipeline.typography.face import Face, needs_ink
from pipeline.typography.library import FaceLibrary

COMMON = {"Zyyy", "Zinh"}
KANA = {"Hira", "Kana"}
HEAVIER_BY = 250
"""A static fallback whose weight differs by more than this is asked last."""
REGIONS = (("big5", "zh-Hant"), ("gb2312", "zh-Hans"), ("shift_jis", "ja"))
"""Character sets that tell in whose form Chinese characters are meant, when no kana or Hangul do."""

Casting = dict[str, tuple[Face, Axes, float]]
"""For each character its face, the axes settled for that face, and its size in ems."""
LOWER_CASE = {"Latn", "Grek", "Cyrl"}
"""Writings with small letters: those of a fallback are made as high as those of the main face."""


def cast(library: FaceLibrary, words: str, name: str, axes: Axes) -> Casting:
    """Chooses a face for every character of `words`, all of a block, so that lines agree.

    A writing is drawn by the face called `name` if that has all its letters; else by the first
    fallback that has all; else each letter by the first that has it.
    """
    key = ("cast", words, name, axes)
    return library.remembered(key, lambda: _cast(library, words, name, axes))


def _cast(library: FaceLibrary, words: str, name: str, axes: Axes) -> Casting:
    main = library.face(name)
    weight = dict(axes).get("wght", main.spec.weight)
    others = _by_weight(library.fallbacks(name), weight)
    casting: Casting = {}
    for script, chars in _writings(words).items():
        order = [main, *_by_region(others, script, words)]
        whole = None if script in COMMON else _first(order, chars)
        for char in chars:
            face = whole or _first(order, char) or main
            settled = face.settled(axes if face is main else (("wght", weight),))
            matched = face is not main and script in LOWER_CASE
            scale = main.x_height(main.settled(axes)) / face.x_height(settled) if matched else 1.0
            casting[char] = (face, settled, scale)
    return casting


def _writings(words: str) -> dict[str, str]:
    """The characters of each writing; kanji go with the kana that they stand among."""
    japanese = any(scripts.script(char) in KANA for char in words)
    found: dict[str, str] = {}
    for char in dict.fromkeys(words):
        script = scripts.script(char)
        if japanese and script in KANA | {"Hani"}:
            script = "Jpan"
        found[script] = found.get(script, "") + char
    return found


def _first(order: Iterable[Face], chars: str) -> Face | None:
    return next((face for face in order if all(map(face.covers, chars))), None)


def _by_weight(faces: list[Face], weight: float) -> list[Face]:
    def far(face: Face) -> bool:
        return "wght" not in face.ranges and abs(face.spec.weight - weight) > HEAVIER_BY

    return sorted(faces, key=far)


def _by_region(faces: list[Face], script: str, words: str) -> list[Face]:
    if script not in {"Hani", "Jpan"}:
        return faces
    region = _region(words)
    return sorted(faces, key=lambda face: face.spec.region != region)


def _region(words: str) -> str:
    found = {scripts.script(char) for char in words if needs_ink(char)}
    if found & KANA:
        return "ja"
    if "Hang" in found:
        return "ko"
    han = "".join(char for char in words if scripts.script(char) == "Hani")
    return next((region for codec, region in REGIONS if _encodes(han, codec)), "zh-Hans")


def _encodes(text: str, codec: str) -> bool:
    try:
        text.encode(codec)
    except UnicodeEncodeError:
        return False
    return True
