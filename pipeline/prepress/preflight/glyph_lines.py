"""Letters found as boxes, put together to lines: text that was made outlines has no other trace.

Shapes that follow one another, near and of like size, are a line when there are several, not all of
them plain rectangles (bars, frames) and not all of one size (dots, stars).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.domain.format import MM_PER_INCH, POINTS_PER_INCH
from pipeline.domain.wrap import RectMm
from pipeline.prepress.preflight.evidence import Line, Source

FEWEST = 3
"""Two shapes beside each other may be anything."""
SURE = 6
"""So many in a line are no ornament."""
SIDES_MM = (0.25, 90.0)
"""What a letter may measure, from a full stop to a title."""
ACROSS, DOWN = 0.9, 0.35
"""How far apart letters of a line are at most, in sizes of its largest letter."""
COLUMN = 1.2
"""What is no wider than this, in sizes of its largest letter, is a column."""
BACK = 0.6
"""Who goes back by so much, in sizes of the largest letter, begins another row or column."""
LARGER = 2.2
"""A letter may be so many times as large as those before it."""
ONE_SIZE = 0.03
CAPITAL = 0.72
"""Height of ascenders and capitals in ems."""
SYLLABLE = 0.92
"""Height of a syllable of Hangul with a consonant below."""
POINTS_PER_MM = POINTS_PER_INCH / MM_PER_INCH


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A subpath: its box, whether it is a plain rectangle, and the ink it was filled with."""

    box: RectMm
    plain: bool
    inks: float | None = None


def outlined_lines(shapes: Iterable[Shape]) -> tuple[Line, ...]:
    """The lines of lettering among filled shapes, in the order of painting."""
    letters = (shape for shape in shapes if _like_a_letter(shape.box))
    lines = (_line(line) for run in _runs(letters) for line in _readable(run))
    return tuple(lines)


def _like_a_letter(box: RectMm) -> bool:
    least, most = SIDES_MM
    return max(box.w, box.h) >= least and max(box.w, box.h) <= most


class _Run:
    """Shapes that follow one another."""

    def __init__(self, first: Shape) -> None:
        self.shapes = [first]
        self.box = first.box
        self.size = max(first.box.w, first.box.h)

    def takes(self, shape: Shape) -> bool:
        """Whether the next shape stands in the same line; then it is one of it."""
        size = max(shape.box.w, shape.box.h)
        aside, above = _gaps(self.box, shape.box)
        largest = max(self.size, size)
        # letters that stand one under the other are as far apart as words are in a line
        column = max(self.box.right, shape.box.right) - min(self.box.x, shape.box.x)
        down = ACROSS if column <= COLUMN * largest else DOWN
        near = aside <= ACROSS * largest and above <= down * largest
        like = size <= LARGER * self.size or len(self.shapes) < FEWEST
        if not (near and like):
            return False
        self.shapes.append(shape)
        self.box, self.size = joined(self.box, shape.box), max(self.size, size)
        return True


def _runs(shapes: Iterable[Shape]) -> Iterable[_Run]:
    run: _Run | None = None
    for shape in shapes:
        if run is not None and run.takes(shape):
            continue
        if run is not None:
            yield run
        run = _Run(shape)
    if run is not None:
        yield run


def _readable(run: _Run) -> Iterator[_Run]:
    """The run where it reads as it is; else those of its rows or columns that do."""
    if _reads(run):
        yield run
    else:
        yield from (part for part in _parts(run) if _reads(part))


def _parts(run: _Run) -> Iterator[_Run]:
    """Rows and columns: a short title in two of them is hardly wider than it is high."""
    part = _Run(run.shapes[0])
    for shape in run.shapes[1:]:
        if _begins_anew(part, shape.box) or not part.takes(shape):
            yield part
            part = _Run(shape)
    yield part


def _begins_anew(part: _Run, box: RectMm) -> bool:
    """Whether a shape leads back to the head of the next column, or to the front of the next row."""
    aside, above = _gaps(part.box, box)
    last = part.shapes[-1].box
    next_column = aside > 0 and last.y - box.y > BACK * part.size
    next_row = above > 0 and last.x - box.x > BACK * part.size
    return next_column or next_row


def _gaps(one: RectMm, other: RectMm) -> tuple[float, float]:
    """The free space between two boxes across and down; 0 where they overlap."""
    aside = max(0.0, other.x - one.right, one.x - other.right)
    above = max(0.0, other.y - one.bottom, one.y - other.bottom)
    return aside, above


def joined(one: RectMm, other: RectMm) -> RectMm:
    """The box round both."""
    left, top = min(one.x, other.x), min(one.y, other.y)
    right, bottom = max(one.right, other.right), max(one.bottom, other.bottom)
    return RectMm(x=left, y=top, w=right - left, h=bottom - top)


def _reads(run: _Run) -> bool:
    """Whether the shapes are letters rather than bars, frames, dots or leaves."""
    letters = list(_apart(run.shapes))
    if len(letters) < FEWEST or 3 * sum(s.plain for s in letters) > 2 * len(letters):
        return False
    tall = [shape.box.h for shape in letters]
    wide = [shape.box.w for shape in letters]
    varied = any(max(side) - min(side) > ONE_SIZE * max(side) for side in (tall, wide))
    return varied and _is_long(run)


def _apart(shapes: Sequence[Shape]) -> Iterator[Shape]:
    """The shapes that do not lie in the one before, as the inside of an `o` does, or a ring in a ring."""
    last: Shape | None = None
    for shape in shapes:
        if last is None or not (_holds(last.box, shape.box) or _holds(shape.box, last.box)):
            yield shape
        if last is None or not _holds(last.box, shape.box):
            last = shape


def _holds(outer: RectMm, inner: RectMm) -> bool:
    return (outer.x <= inner.x and inner.right <= outer.right
            and outer.y <= inner.y and inner.bottom <= outer.bottom)  # fmt: skip


def _is_long(run: _Run) -> bool:
    """A line is longer than its letters are; nested shapes are an ornament."""
    return max(run.box.w, run.box.h) >= 1.5 * min(run.box.w, run.box.h)


def _line(run: _Run) -> Line:
    turned = run.box.h > run.box.w
    inks = next((shape.inks for shape in run.shapes if shape.inks is not None), None)
    return Line(box=run.box, size_pt=_size(run, turned=turned), source=Source.OUTLINE,
                inks=inks, turned=turned, sure=len(run.shapes) >= SURE)  # fmt: skip


def _size(run: _Run, *, turned: bool) -> float:
    """The em in points by the second highest letter: the first may have a swash, or be a bracket.

    Letters with an ascender, or with a descender, are as high as capitals; only a word with
    neither is taken for smaller than it is. Where parts of letters stand one above the other, as
    those of Hangul do, the whole line is as high as a syllable.
    """
    heights = sorted(shape.box.w if turned else shape.box.h for shape in run.shapes)
    size = heights[-2] / CAPITAL
    if _is_piled(run, turned=turned):
        size = max(size, (run.box.w if turned else run.box.h) / SYLLABLE)
    return size * POINTS_PER_MM


def _is_piled(run: _Run, *, turned: bool) -> bool:
    """Whether a third of the shapes stand above or below the one before."""
    boxes = [shape.box for shape in _apart(run.shapes)]
    gaps = [_gaps(one, other) for one, other in pairwise(boxes)]
    piled = [above == 0 < aside if turned else aside == 0 < above for aside, above in gaps]
    return 3 * sum(piled) >= len(piled)


def char_lines(boxes: Sequence[tuple[RectMm, float, float | None]]) -> tuple[Line, ...]:
    """Lines of text from its letters' boxes, sizes in points and inks, in the order of the text."""
    lines: list[Line] = []
    for box, size_pt, inks in boxes:
        em = size_pt / POINTS_PER_MM
        if lines and _goes_on(lines[-1], box, em):
            last = lines[-1]
            whole = joined(last.box, box)
            lines[-1] = Line(box=whole, size_pt=min(last.size_pt, size_pt), source=Source.TEXT,
                             inks=last.inks, turned=whole.h > whole.w)  # fmt: skip
        else:
            lines.append(Line(box=box, size_pt=size_pt, source=Source.TEXT, inks=inks))
    return tuple(lines)


def _goes_on(line: Line, box: RectMm, em: float) -> bool:
    aside, above = _gaps(line.box, box)
    sideways = aside <= em and above <= 0.0
    downwards = above <= em and aside <= 0.0 and line.box.w <= 1.6 * em
    return sideways or downwards
