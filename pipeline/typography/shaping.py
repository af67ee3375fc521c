"""One line of text as one path: bidirectional order, faces by writing, HarfBuzz, tracking."""

from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

import skia
from bidi import algorithm as bidi
from fontTools import unicodedata as scripts

from pipeline.domain.fonts import Axes
from pipeline.typography.casting import Casting, cast
from pipeline.typography.face import Face
from pipeline.typography.harfbuzz import hb
from pipeline.typography.library import FaceLibrary

Features = tuple[tuple[str, bool], ...]
JOINED = {"Arab", "Syrc", "Mong", "Nkoo", "Deva", "Beng", "Gujr", "Guru"}
"""Writings whose letters touch: tracking would tear them."""
LOOSE = 0.004
"""From this tracking on, ligatures are taken apart."""
RTL = {"R", "AL", "AN", "RLE", "RLO", "RLI"}


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """A shaped line in ems, y down, starting at (0, 0) on the baseline. Do not change `path`."""

    path: skia.Path
    advance: float
    ink: skia.Rect


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    face: Face
    axes: Axes
    size: float
    level: int


def shape(library: FaceLibrary, text: str, face_id: str, axes: Axes = (), *, tracking: float = 0.0,
          features: Features = (), context: str | None = None) -> Run:  # fmt: skip
    """Shapes `text` on one line.

    `tracking` is in ems between clusters, not after the last; `features` are OpenType features
    to force on or off; `context` is the whole block whose letters decide the faces.
    """

    def make() -> Run:
        # A line may hold what its block does not: a hyphen where a word was broken.
        words = (context or text) + "".join(char for char in text if char not in (context or text))
        return _shape(text, cast(library, words, face_id, axes), tracking, features)

    return library.remembered(("run", text, face_id, axes, tracking, features, context), make)


def _shape(text: str, casting: Casting, tracking: float, features: Features) -> Run:
    path = skia.Path()
    x = 0.0
    pieces = _visual(_pieces(text, casting))
    for index, piece in enumerate(pieces):
        x = _draw(path, x, piece, tracking, features, last=index == len(pieces) - 1)
    ink = path.computeTightBounds()
    return Run(path, x, ink)


def _pieces(text: str, casting: Casting) -> list[_Piece]:
    pieces: list[_Piece] = []
    keyed = zip(text, _levels(text), strict=True)
    for (face, axes, size, level), group in groupby(
        keyed, lambda item: (*casting[item[0]], item[1])
    ):
        pieces.append(_Piece("".join(char for char, _ in group), face, axes, size, level))
    return pieces


def _levels(text: str) -> list[int]:
    """The embedding level of each character (UAX #9); odd levels run from right to left."""
    if not any(scripts.bidirectional(char) in RTL for char in text):
        return [0] * len(text)
    storage: dict[str, Any] = {**bidi.get_empty_storage()}
    storage["base_level"] = bidi.get_base_level(text)
    storage["base_dir"] = "LR"[storage["base_level"]]
    bidi.get_embedding_levels(text, storage)
    bidi.explicit_embed_and_overrides(storage)
    bidi.resolve_weak_types(storage)
    bidi.resolve_neutral_types(storage, debug=False)
    bidi.resolve_implicit_levels(storage, debug=False)
    levels = [entry["level"] for entry in storage["chars"]]
    # Embedding controls are dropped from the storage (rule X9); then nothing lines up.
    return levels if len(levels) == len(text) else [storage["base_level"]] * len(text)


def right_to_left(text: str) -> bool:
    """Whether `text` is read from the right: by its first strong character (UAX #9, P2)."""
    return bool(bidi.get_base_level(text))


def _visual(pieces: list[_Piece]) -> list[_Piece]:
    """Pieces from left to right: rule L2, on runs instead of characters."""
    order = list(pieces)
    highest = max((piece.level for piece in order), default=0)
    for level in range(highest, 0, -1):
        grouped = groupby(order, lambda piece: piece.level >= level)  # noqa: B023
        order = [
            piece
            for turned, group in grouped
            for piece in (reversed(list(group)) if turned else group)
        ]
    return order


def _draw(path: skia.Path, x: float, piece: _Piece, tracking: float, features: Features, *,
          last: bool) -> float:  # fmt: skip
    """Adds a piece to `path` from `x` on; returns where the next one starts."""
    buffer = hb.Buffer()
    buffer.add_str(piece.text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if piece.level % 2 else "ltr"
    joined = buffer.script in JOINED
    wanted = dict(features)
    if tracking > LOOSE and not joined:
        wanted = {"liga": False, "clig": False, "dlig": False, **wanted}
    hb.shape(piece.face.font(piece.axes), buffer, wanted)
    gap = 0.0 if joined else tracking
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    ends = [a.cluster != b.cluster for a, b in pairwise(infos)] + [not last]
    scale = piece.size / piece.face.upem
    for info, position, end in zip(infos, positions, ends, strict=True):
        outline = piece.face.outline(piece.axes, info.codepoint)
        place = skia.Matrix().setScale(piece.size, piece.size)
        place.postTranslate(x + position.x_offset * scale, -position.y_offset * scale)
        path.addPath(outline, place)
        x += position.x_advance * scale + (gap if end else 0.0)
    return x
