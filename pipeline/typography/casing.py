"""How words are cased when they are set, and small capitals, real or made."""

import re
import unicodedata
from dataclasses import dataclass

import skia

from pipeline.domain.fonts import Axes, FaceUse
from pipeline.domain.layout import Case, TextBlock
from pipeline.typography.library import FaceLibrary
from pipeline.typography.shaping import Run, shape

SMALL_CAP = 0.8
"""The height of a made small capital; its strokes are fattened to match the capitals."""
SMALL_CAP_WEIGHT = 1.18
_QUOTES = (("'", "‘", "’"), ('"', "“", "”"))
_TONOS = re.compile("([\u0391-\u03a9]\u0308?)\u0301")
_LOWER = re.compile(r"([^\W\d_A-ZÀ-ÖØ-Þ]+)")


@dataclass(frozen=True, slots=True)
class Style:
    """What decides how a line looks at the size of one em."""

    face: str
    axes: Axes = ()
    tracking: float = 0.0
    case: Case = Case.AS_TYPED

    @staticmethod
    def of(source: TextBlock | FaceUse) -> "Style":
        """The style of a block or of a pairing's use of a face."""
        face = source.font if isinstance(source, TextBlock) else source.face
        return Style(face, source.axes, source.tracking, source.case)


def cased(words: str, case: Case) -> str:
    """`words` as they are drawn: typographer's quotes, and capitals where `case` asks for them.

    Small capitals keep their case until they are shaped.
    """
    curled = _curled(words)
    return _capitals(curled) if case is Case.UPPER else curled


def _capitals(words: str) -> str:
    """`words` in capitals; Greek ones lose their tonos, as Greek is written."""
    apart = unicodedata.normalize("NFD", words.upper())
    return unicodedata.normalize("NFC", _TONOS.sub(r"\1", apart))


def _curled(words: str) -> str:
    """Typewriter quotes as real ones: opening at the start of a word, else closing."""
    for straight, opening, closing in _QUOTES:
        if straight in words:
            words = re.sub(rf"(?:(?<=[\s(\[—–])|^){straight}(?=\w)(?!\d\ds)", opening, words)
            words = words.replace(straight, closing)
    return words.replace("...", "…")


def line_run(library: FaceLibrary, line: str, style: Style, context: str) -> Run:
    """Shapes one line of the block whose words are `context`, in ems."""
    text, whole = cased(line, style.case), cased(context, style.case)
    if style.case is not Case.SMALL_CAPS:
        return shape(library, text, style.face, style.axes, tracking=style.tracking, context=whole)
    if library.face(style.face).has_feature("smcp"):
        return shape(library, text, style.face, style.axes, tracking=style.tracking,
                     features=(("smcp", True),), context=whole)  # fmt: skip
    return _made_small_caps(library, text, style, whole)


def _made_small_caps(library: FaceLibrary, text: str, style: Style, context: str) -> Run:
    path, x = skia.Path(), 0.0
    bold = tuple((tag, value * SMALL_CAP_WEIGHT if tag == "wght" else value)
                 for tag, value in style.axes)  # fmt: skip
    parts = [part for part in _LOWER.split(text) if part]
    for index, part in enumerate(parts):
        small = part != part.upper()
        scale = SMALL_CAP if small else 1.0
        run = shape(library, part.upper(), style.face, bold if small else style.axes,
                    tracking=style.tracking, context=context.upper())  # fmt: skip
        path.addPath(run.path, skia.Matrix().setScale(scale, scale).postTranslate(x, 0))
        x += run.advance * scale + (style.tracking if index < len(parts) - 1 else 0.0)
    return Run(path, x, path.computeTightBounds())
