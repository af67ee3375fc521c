"""The words of the back: a hook, the blurb and a few lines about the author, fitted and placed.

Millimetres are of the back's own page. Nothing stands in the barcode's zone, also when the printer
puts the barcode there.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.domain.errors import LetteringError, PrintError
from pipeline.domain.fonts import FaceUse
from pipeline.domain.layout import Align, Layout, Role, TextBlock
from pipeline.domain.words import Writing, writing_of
from pipeline.prepress.back_room import GAP_MM, Room
from pipeline.prepress.back_words import BackWords, paragraphs
from pipeline.prepress.cover_look import Look, spoken
from pipeline.prepress.paragraph import Prose, broken, ink_foot, ink_top, prose
from pipeline.prepress.setting_mm import POINT_MM, line_setting
from pipeline.prepress.wordmark import wordmark
from pipeline.typography.fitting import ink_of, small_text
from pipeline.typography.library import FaceLibrary, unsupported

SMALLEST_PT = 8.0
"""Below this size nobody reads a blurb."""
X_HEIGHT = 0.48
"""The x-height, in ems, of a face that is set in the sizes that are named here."""
LARGEST_PT = {Writing.LATIN: 11.5, Writing.KOREAN: 10.25}
"""A blurb's size on a back of `USUAL_MM`; on a wider one it grows with the square root of the width."""
USUAL_MM, MOST_GROWN = 150.0, 1.25
ROOMY, AIRY = 1.3, 0.5
"""Few words are set so much larger, as long as they fill no more than this share of their room."""
STEP_PT = 0.25
LEADING = {Writing.LATIN: 1.42, Writing.KOREAN: 1.72}
TIGHTEST = {Writing.LATIN: 1.3, Writing.KOREAN: 1.5}
"""Baseline to baseline in ems: as it should be, and at the smallest size."""
BETWEEN = 0.55
"""What is added between paragraphs, in lines."""
WIDEST = {Writing.LATIN: 31.0, Writing.KOREAN: 34.0}
"""The longest line that is read with ease, in ems: about 70 Latin letters."""
HOOK, ALONE, HOOK_MOST = 1.75, 2.1, 4
"""A hook's size in ems of the blurb, with more and with nothing under it; how many lines it may have."""
UNDER_HOOK = 1.5
ABOUT = 0.88
"""The size of the words about the author, in ems of the blurb."""
BESIDE_MM = 42.0
"""The least width beside a barcode for those words."""
RISE, HEAD = 0.3, 0.085
"""How much of the room that is left stands over the text, and the most, as a share of the height."""
RISE_ALONE = 0.42
"""The same for a hook alone, which stands in the optical middle."""
CENTRED = 260
"""A blurb of no more characters is centred where its cover is."""


@dataclass(frozen=True, slots=True)
class _Text:
    """A paragraph at a size: its lines, em and leading in millimetres, and where it is aligned."""

    words: str
    use: FaceUse
    prose: Prose
    lines: tuple[str, ...]
    em: float
    leading: float
    align: Align

    @property
    def height(self) -> float:
        """From the first ink to the last."""
        return self.above + (len(self.lines) - 1) * self.leading + self.below

    @property
    def above(self) -> float:
        return -ink_top(self.prose, self.lines) * self.em

    @property
    def below(self) -> float:
        return ink_foot(self.prose, self.lines) * self.em


def back_layout(
    words: BackWords, room: Room, look: Look, library: FaceLibrary
) -> Layout:  # fmt: skip
    """The layout of a back, of which the inks are still to be chosen; it may have no blocks.

    Raises:
        PrintError: `print-room` where the words do not fit at 8 points.
        LetteringError: `lettering-no-face`.
    """
    lacking = unsupported(library, words.blurb + words.about)
    if lacking:
        raise LetteringError("lettering-no-face", characters=" ".join(lacking))
    aspect = room.page.width / room.page.height
    if not paragraphs(words.blurb + words.about):
        return Layout(aspect=aspect, blocks=wordmark(room, look, library), language=look.language)
    usual = _usual_pt(words, room, look, library)
    for size in _sizes(usual):
        filled = AIRY if size > usual else 1.0
        blocks = _Column(words, room, look, library, size * POINT_MM).blocks(filled)
        if blocks is not None:
            return Layout(aspect=aspect, blocks=blocks, language=look.language)
    raise PrintError("print-room", length=len(words.blurb) + len(words.about),
                     fits=_fitting(words, room))  # fmt: skip


def _usual_pt(words: BackWords, room: Room, look: Look, library: FaceLibrary) -> float:
    """The size of a blurb on a back with room; a face with small letters is set larger."""
    writing = writing_of(words.blurb or words.about)
    grown = (room.page.width / USUAL_MM) ** 0.5
    size = LARGEST_PT[writing] * min(MOST_GROWN, max(1.0, grown))
    if writing is Writing.LATIN:
        face = library.face(look.text.face)
        size *= min(1.18, max(0.95, X_HEIGHT / face.x_height(face.settled(look.text.axes))))
    return size


def _sizes(usual: float) -> Iterator[float]:
    """The sizes that are tried in points, largest first, beginning with that for a few words."""
    size = ROOMY * usual
    while size > usual:
        yield size
        size -= STEP_PT
    size = usual
    while size >= SMALLEST_PT - 1e-6:
        yield size
        size -= STEP_PT


def _fitting(words: BackWords, room: Room) -> int:
    """About how many characters the column holds at the smallest size."""
    writing = writing_of(words.blurb or words.about)
    em = SMALLEST_PT * POINT_MM
    letter = 0.47 if writing is Writing.LATIN else 0.86
    lines = (room.barcode.y - GAP_MM - room.column.y) / (em * TIGHTEST[writing])
    return int(0.85 * lines * min(room.column.w / em, WIDEST[writing]) / letter) // 50 * 50


class _Column:
    """All text of a back at one size of its blurb, `em` in millimetres."""

    def __init__(
        self, words: BackWords, room: Room, look: Look, library: FaceLibrary, em: float
    ) -> None:
        self._words, self._room, self._look, self._library = words, room, look, library
        self._em = em
        short = len(words.blurb) <= CENTRED and not words.about
        self._align = Align.CENTRE if short and look.align is Align.CENTRE else Align.LEFT

    def blocks(self, filled: float = 1.0) -> tuple[TextBlock, ...] | None:
        """The blocks in their places; None where they do not fit, or fill more of their room."""
        main = self._main()
        if main is None:
            return None
        foot = self._foot()
        column, zone = self._room.column, self._room.barcode
        end = zone.y - GAP_MM
        if foot:
            end = min(end, foot[1] - 1.3 * GAP_MM)
        if self._words.about and foot is None:
            about = self._about(self._width())
            if about is None:
                return None
            main = [*main, (about, 1.6 * self._em)]
        height = sum(text.height + gap for text, gap in main)
        left = end - column.y - height
        if height > filled * (end - column.y):
            return None
        over = (
            min(RISE * left, HEAD * self._room.page.height) if len(main) > 1 else RISE_ALONE * left
        )
        placed = self._placed(main, column.y + over)
        return (*placed, *(self._about_blocks(*foot) if foot else ()))

    def _width(self) -> float:
        writing = writing_of(self._words.blurb or self._words.about)
        return min(self._room.column.w, WIDEST[writing] * self._em)

    def _main(self) -> list[tuple[_Text, float]] | None:
        """The hook and the paragraphs, each with the gap over it."""
        found: list[tuple[_Text, float]] = []
        if self._words.hook:
            hook = self._hook(self._words.hook)
            if hook is None:
                return None
            found.append((hook, 0.0))
        for words in self._words.body:
            text = self._text(words, self._look.text, self._em, self._width())
            if text is None:
                return None
            over = BETWEEN if len(found) > bool(self._words.hook) else UNDER_HOOK
            gap = (
                text.leading - text.above + (over * text.leading) - found[-1][0].below
                if found
                else 0.0
            )
            found.append((text, max(gap, 0.4 * self._em)))
        return found

    def _text(self, words: str, use: FaceUse, em: float, width: float) -> _Text | None:
        writing = writing_of(words)
        language = "ko" if writing is Writing.KOREAN else self._look.language
        text = prose(self._library, words, use, language, self._align, int(width / em / 0.55))
        lines = broken(text, width / em)
        tight = (em / POINT_MM - SMALLEST_PT) / (LARGEST_PT[writing] - SMALLEST_PT)
        share = min(1.0, max(0.0, 2.5 * tight))
        leading = TIGHTEST[writing] + share * (LEADING[writing] - TIGHTEST[writing])
        if lines is None:
            return None
        return _Text(words, use, text, lines, em, leading * em, self._align)

    def _hook(self, words: str) -> _Text | None:
        """The hook in the title's face, in balanced lines."""
        use = spoken(self._look.display, words)
        setting = line_setting(self._library, words, use, self._look.language, self._align)
        alone = not self._words.body
        width = min(self._room.column.w, (0.86 if alone else 1.06) * self._width())
        size = ALONE if alone else HOOK
        sized = small_text(setting, width, size * self._em, 1.15 * self._em, HOOK_MOST + alone)
        if sized is None:
            return None
        text = prose(self._library, words, use, self._look.language, self._align, 99)
        leading = max(sized.proposal.leading, 1.12) * sized.em
        return _Text(words, use, text, sized.proposal.lines, sized.em, leading, self._align)

    def _about(self, width: float) -> _Text | None:
        largest = LARGEST_PT[writing_of(self._words.about)] * POINT_MM
        em = max(ABOUT * min(self._em, 1.1 * largest), 7.5 * POINT_MM)
        return self._text(" ".join(paragraphs(self._words.about)), self._look.text, em, width)

    def _foot(self) -> tuple[_Text, float] | None:
        """The words about the author beside the barcode, and where they begin; None: no room."""
        foot = self._room.foot
        if not self._words.about or foot.w < BESIDE_MM:
            return None
        text = self._about(foot.w)
        return None if text is None or text.height > foot.h else (text, foot.bottom - text.height)

    def _about_blocks(self, text: _Text, top: float) -> tuple[TextBlock, ...]:
        return (self._block(text, self._room.column.x, self._room.foot.w, top),)

    def _placed(self, texts: list[tuple[_Text, float]], top: float) -> list[TextBlock]:
        column = self._room.column
        width = self._width()
        x = column.x + (column.w - width) / 2 if self._align is Align.CENTRE else column.x
        blocks: list[TextBlock] = []
        for text, gap in texts:
            blocks.append(self._block(text, x, width, top + gap))
            top += gap + text.height
        return blocks

    def _block(self, text: _Text, x: float, width: float, top: float) -> TextBlock:
        ink = ink_of(text.prose.setting, text.lines, text.leading / text.em)
        across = ink.width() * text.em
        # a quote that hangs out of the edge stays outside it
        hang = ink.left() * text.em
        left = x + (width - across) / 2 if text.align is Align.CENTRE else x + hang
        return self._room.page.block(
            Role.FREE, text.words, text.lines, text.use, em=text.em, x=left, top=top,
            size=(across, text.height), leading=text.leading / text.em, align=text.align,
        )  # fmt: skip
