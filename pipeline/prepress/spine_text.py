"""The words of a spine: title and author, as large as it allows, read as the market reads spines.

In English, and wherever nothing else is usual, lettering runs down, so that it stands upright when
the book lies on its back (ISO 6357). Hangul stands one syllable under the other where a spine has
the room, as on Korean shelves.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations, pairwise

from pipeline.domain.fonts import FaceUse
from pipeline.domain.layout import Align, Layout, Material, Role, TextBlock
from pipeline.domain.printer import SpineReading
from pipeline.domain.words import Writing, writing_of
from pipeline.domain.wrap import RectMm
from pipeline.prepress.composed import Turn
from pipeline.prepress.cover_look import Look
from pipeline.prepress.setting_mm import POINT_MM, PageMm, body_of, line_setting
from pipeline.typography.casing import Style
from pipeline.typography.fitting import ink_of
from pipeline.typography.library import FaceLibrary
from pipeline.typography.vertical import column

LARGEST_PT, SMALL_PT, SMALLEST_PT, LEAST_STACKED_PT = 30.0, 8.0, 5.5, 9.0
FILLED, CRAMMED = 0.58, 0.97
"""How much of the clear width capitals may fill; how much all ink may, up to `SMALL_PT`."""
AUTHOR = 0.66
"""The author's em as a share of the title's."""
MARGIN = 0.055
"""What stays free at head and foot, as a share of the spine's height."""
APART = 1.6
"""The least distance from title to author, in ems of the title."""
STEP = 0.95
LEADING, FULLER = 1.15, 0.12
"""From line to line of a title, in ems; and how much more of the clear width each further line may fill."""
MOST_LINES, WORTH = 3, 1.2
"""Every further line has to make a title so many times as large."""
THICK = 0.28
"""On a thick spine the largest em is this share of its clear width."""
Told = dict[str, tuple[str, ...]]
TURNS = {SpineReading.DOWN: Turn.CLOCKWISE, SpineReading.UP: Turn.COUNTER,
         SpineReading.STACKED: Turn.NONE}  # fmt: skip


def spine_layout(
    spine: RectMm, clear: RectMm, look: Look, library: FaceLibrary,
    reading: SpineReading | None = None,
) -> tuple[Layout, Turn] | None:  # fmt: skip
    """The spine's layout and how it is turned; None where its words fit at no size that is read.

    `clear` is where lettering may be on the `spine`. A `reading` of None is what is usual for the
    title's writing, and fits. Title and author, or the title alone where both are too long.
    """
    korean = look.writing is Writing.KOREAN
    readings = (reading,) if reading else (
        (SpineReading.STACKED, SpineReading.DOWN) if korean else (SpineReading.DOWN,))  # fmt: skip
    for author in dict.fromkeys((look.author, "")):
        for one in readings:
            spoken = replace(look, author=author)
            made = (_stacked if one is SpineReading.STACKED else _along)(
                spine, clear, spoken, library
            )
            if made:
                return made, TURNS[one]
    return None


def _along(
    spine: RectMm, clear: RectMm, look: Look, library: FaceLibrary
) -> Layout | None:  # fmt: skip
    """Title from the head and author to the foot, on a page as long as the spine.

    The title has more than one line where that makes it much larger.
    """
    page, made = PageMm(width=spine.h, height=spine.w), list[tuple[float, Layout]]()
    for lines, author in _ways(look):
        told = {look.author: author, look.title: lines}

        def line(words: str, use: FaceUse, em: float, told: Told = told) -> _Line:
            return _Line(words, told[words], use, look, library, em)

        ems = (_largest(clear, look, library, lines), SMALLEST_PT * POINT_MM)
        if layout := _fitted(page, spine, clear, look, line, ems):
            worth = WORTH ** (len(lines) + len(author))
            made.append((layout.blocks[0].size / worth, layout))
    return max(made, key=lambda one: one[0])[1] if made else None


def _ways(look: Look) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Lines of title and author; an author has no more than the title, under which there is less room."""
    authors = list(_broken(look.author)) or [(look.author,)]
    for lines in _broken(look.title):
        yield from ((lines, author) for author in authors[: len(lines)])


def _broken(title: str) -> Iterator[tuple[str, ...]]:
    """Words on one line, and on more of nearly the same length each."""
    words = title.split()
    for count in range(1, min(MOST_LINES, len(words)) + 1):
        ends = combinations(range(1, len(words)), count - 1)
        ways = ([0, *inner, len(words)] for inner in ends)
        lines = (tuple(" ".join(words[a:b]) for a, b in pairwise(way)) for way in ways)
        yield min(lines, key=lambda way: max(map(len, way)))


def _largest(
    clear: RectMm, look: Look, library: FaceLibrary, lines: tuple[str, ...]
) -> float:  # fmt: skip
    """The largest em for a title along a spine: with air, but as large as it goes where it is thin."""
    top, foot = _body(look.title, look.display, library)
    foot += LEADING * (len(lines) - 1)
    setting = line_setting(library, look.title, look.display, look.language)
    ink, middle = ink_of(setting, lines, LEADING), (top + foot) / 2
    reach = 2 * max(middle - ink.top(), ink.bottom() - middle)
    airy = (FILLED + FULLER * (len(lines) - 1)) * clear.w / (foot - top)
    return min(
        max(LARGEST_PT * POINT_MM, THICK * clear.w),
        max(airy, min(SMALL_PT * POINT_MM, CRAMMED * clear.w / reach)),
    )


def _stacked(
    spine: RectMm, clear: RectMm, look: Look, library: FaceLibrary
) -> Layout | None:  # fmt: skip
    """Title from the head and author to the foot in one column."""

    def stack(words: str, use: FaceUse, em: float) -> _Stack:
        return _Stack(words, use, library, em)

    page = PageMm(width=spine.w, height=spine.h)
    largest = max(LARGEST_PT * POINT_MM, THICK * clear.w)
    ems = (min(largest, (FILLED + 0.12) * clear.w), LEAST_STACKED_PT * POINT_MM)
    return _fitted(page, spine, clear, look, stack, ems)


def _fitted(
    page: PageMm, spine: RectMm, clear: RectMm, look: Look,
    made: "Callable[[str, FaceUse, float], _Line | _Stack]", ems: tuple[float, float],
) -> Layout | None:  # fmt: skip
    """Words that are `made` of a text as large as they fit, from the first of `ems` to the second."""
    (head, foot), middle = _ends(spine, clear), clear.x - spine.x + clear.w / 2
    em, least = ems
    while em >= least:
        title = made(look.title, look.display, em)
        author = made(look.author, look.small, _author_em(em))
        apart = APART * em if look.author else 0.0
        if title.length + apart + author.length <= foot - head:
            blocks = [title.block(page, Role.TITLE, head, middle, _material(look))]
            if look.author:
                blocks.append(author.block(page, Role.AUTHOR, foot - author.length, middle))
            return Layout(
                aspect=page.width / page.height, blocks=tuple(blocks), language=look.language
            )
        em *= STEP
    return None


def _author_em(title: float) -> float:
    return max(AUTHOR * title, min(title, SMALLEST_PT * POINT_MM))


def _ends(spine: RectMm, clear: RectMm) -> tuple[float, float]:
    """Where lettering may begin and end from the head of the spine on."""
    room = MARGIN * spine.h
    return (max(room, clear.y - spine.y),
            min(spine.h - room, clear.bottom - spine.y))  # fmt: skip


def _material(look: Look) -> Material:
    """Foil is stamped on spines too; other stuff is lost at this size."""
    return Material.FOIL if look.material is Material.FOIL else Material.FLAT


def _body(words: str, use: FaceUse, library: FaceLibrary) -> tuple[float, float]:
    """Top and foot in ems of what is centred on the spine's axis."""
    return body_of(library, use, korean=writing_of(words) is Writing.KOREAN)


class _Line:
    """Words on one line or more at `em` millimetres."""

    def __init__(
        self, words: str, lines: tuple[str, ...], use: FaceUse, look: Look, library: FaceLibrary,
        em: float,
    ) -> None:  # fmt: skip
        self._words, self._lines, self._use, self._em = words, lines, use, em
        self._ink = ink_of(line_setting(library, words, use, look.language), lines, LEADING)
        top, foot = _body(words, use, library)
        self._body = top, foot + LEADING * (len(lines) - 1)

    @property
    def length(self) -> float:
        """How long its ink is."""
        return self._ink.width() * self._em

    def block(self, page: PageMm, role: Role, x: float, middle: float,
              material: Material = Material.FLAT) -> TextBlock:  # fmt: skip
        """The lines from `x` on, their capitals or syllables centred on the height `middle`.

        On a page that is turned clockwise the spine's left side is at the foot.
        """
        baseline = page.height - middle - (self._body[0] + self._body[1]) / 2 * self._em
        return page.block(
            role, self._words, self._lines, self._use, em=self._em, x=x, leading=LEADING,
            top=baseline + self._ink.top() * self._em,
            size=(self.length, self._ink.height() * self._em), material=material,
        )  # fmt: skip


class _Stack:
    """Words in one column at `em` millimetres."""

    def __init__(self, words: str, use: FaceUse, library: FaceLibrary, em: float) -> None:
        self._words, self._em = words, em
        self._use = replace(use, tracking=max(0.0, min(use.tracking, 0.12)))
        self._ink = column(library, words, Style.of(self._use), words).computeTightBounds()

    @property
    def length(self) -> float:
        """How long its ink is."""
        return self._ink.height() * self._em

    def block(self, page: PageMm, role: Role, top: float, middle: float,
              material: Material = Material.FLAT) -> TextBlock:  # fmt: skip
        """The column from `top` on, its axis at `middle`."""
        return page.block(
            role, self._words, (self._words,), self._use, em=self._em, top=top, material=material,
            x=middle + self._ink.left() * self._em, vertical=True, align=Align.LEFT,
            size=(self._ink.width() * self._em, self.length),
        )  # fmt: skip
