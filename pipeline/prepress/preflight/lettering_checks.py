"""Checks of lettering: the knife, the folds, the spine, small type, and the size of a thumbnail.

What was found as outlines or by looking may be an ornament, so it fails nothing unless it is sure.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from pipeline.domain.format import MM_PER_INCH, POINTS_PER_INCH
from pipeline.domain.report import Check, Verdict
from pipeline.domain.wrap import RectMm
from pipeline.prepress.preflight.evidence import Found, Line, Source
from pipeline.prepress.preflight.judging import at_least, said
from pipeline.prepress.preflight.placing import Placed
from pipeline.stages.preflight import CAPITAL_EM, CAPITAL_PX, POINTS, POINTS_LOW
from pipeline.stages.thumbnail import THUMBNAIL_PX, thumbnail
from pipeline.typography.legibility import luminances

TOUCHING_MM = 0.05
SEEN_MM = 0.5
"""So far off is what was found by looking: that much nearer is no reason to complain."""
ROUNDED_PT = 0.05
SPINE_SLACK = 0.6
"""So much of the free space beside lettering on a spine, and bindings that are off still pass."""
SPINE_PT = 5.0
"""Lettering on a spine is as large as the spine is thick, which nobody can change: from this size on it is read."""
SMALL_PT, INKS_MOST = 12.0, 2.4
"""Small type in more ink than this shows every plate that is a tenth of a millimetre off."""
THUMBNAIL_CONTRAST = 2.0
LEAST_PX = 2


def lettering_checks(file: Placed) -> Iterator[Check]:
    """What there is to say of the lettering that was found."""
    inside = [one for one in file.found.lines or () if _within(one.box, file.wrap.trim)]
    boards, spine = _parted(file, inside)
    if boards:
        yield _edge(file, boards)
    if file.has_back:
        if boards:
            yield from _folds(file, boards)
        yield from _spine(file, spine)
    sized = [line for line in inside if _tells_its_size(line)]
    if judged := [one for one in sized if one not in spine or one.size_pt < SPINE_PT]:
        yield _smallest(judged)
    yield from _small_inks(sized)
    front = [one for one in boards if _within(one.box, file.wrap.front)]
    if front:
        yield from thumbnail_checks(file.found, file.page, file.wrap.front, front)
    if file.has_back and file.found.barcode is None and not file.target.printer.barcode.own:
        yield _zone(file, inside)


def _within(box: RectMm, area: RectMm) -> bool:
    """Whether the middle of a box is in an area: what lies outside the trim are notes and marks."""
    x, y = box.x + box.w / 2, box.y + box.h / 2
    return area.x <= x <= area.right and area.y <= y <= area.bottom


def _parted(file: Placed, lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines of the boards, and those of the spine."""
    area = file.wrap.spine
    if not file.has_back:
        return list(lines), []
    spine = [one for one in lines if _within(one.box, area) and one.box.w <= 1.5 * area.w]
    return [one for one in lines if one not in spine], spine


def _firm(verdict: Verdict, line: Line) -> Verdict:
    """A verdict that an ornament does not get."""
    return verdict if line.sure or verdict is not Verdict.FAIL else Verdict.WARN


def _edge(file: Placed, lines: Sequence[Line]) -> Check:
    """The line that comes nearest to where the knife goes."""
    safe = file.target.printer.safe_mm
    worst = min(lines, key=lambda one: _to_edge(one.box, file.wrap.trim))
    distance = _to_edge(worst.box, file.wrap.trim)
    slack = SEEN_MM if worst.source is Source.SEEN else TOUCHING_MM
    found = at_least("edge-clearance", distance + slack, safe, TOUCHING_MM, "mm", worst.box)
    measured = round(distance, 2)
    wrong = None if found.verdict is Verdict.PASS else _firm(found.verdict, worst)
    return said(found.code, measured, round(safe, 2), wrong, "mm", found.place)


def _to_edge(box: RectMm, trim: RectMm) -> float:
    return min(box.x - trim.x, trim.right - box.right, box.y - trim.y, trim.bottom - box.bottom)


def _folds(file: Placed, lines: Sequence[Line]) -> Iterator[Check]:
    """The line that comes nearest to a fold or into a hinge."""
    spine, hinge = file.wrap.spine, file.target.printer.hinge_mm
    clear = hinge or file.target.printer.spine.clear_mm
    if spine.w <= 0:
        return
    worst = min(lines, key=lambda one: _to_fold(one.box, spine))
    distance = _to_fold(worst.box, spine)
    wrong = None if distance >= clear - TOUCHING_MM else Verdict.WARN
    yield said("fold-clearance", round(distance, 2), round(clear, 2), wrong, "mm",
               worst.box if wrong else None)  # fmt: skip


def _to_fold(box: RectMm, spine: RectMm) -> float:
    """From a line to the nearer fold; negative when it crosses it."""
    left = box.x + box.w / 2 < spine.x + spine.w / 2
    return spine.x - box.right if left else box.x - spine.right


def _spine(file: Placed, lines: Sequence[Line]) -> Iterator[Check]:
    """Whether there may be lettering, and whether it stays clear of the folds."""
    rule, spine = file.target.printer.spine, file.wrap.spine
    pages = file.book.pages if file.book else 0
    if file.told:
        short = pages < rule.text_pages
        worst = lines[0] if lines else None
        wrong = _firm(Verdict.FAIL, worst) if short and worst else None
        yield said("spine-text", float(pages), float(rule.text_pages), wrong, "pages",
                   worst.box if wrong and worst else None)  # fmt: skip
    if lines:
        worst = min(lines, key=lambda one: min(one.box.x - spine.x, spine.right - one.box.right))
        free = min(worst.box.x - spine.x, spine.right - worst.box.right)
        found = at_least("spine-clearance", free + TOUCHING_MM, rule.clear_mm,
                         rule.clear_mm * SPINE_SLACK, "mm", worst.box)  # fmt: skip
        wrong = None if found.verdict is Verdict.PASS else _firm(found.verdict, worst)
        yield said(found.code, round(free, 2), round(rule.clear_mm, 2), wrong, "mm", found.place)


def _tells_its_size(line: Line) -> bool:
    """Few shapes one under the other may be the parts of a single syllable, which are smaller."""
    return line.sure or not line.turned


def _smallest(lines: Sequence[Line]) -> Check:
    least = min(lines, key=lambda one: one.size_pt)
    found = at_least("type-size", least.size_pt, POINTS - ROUNDED_PT, POINTS_LOW - ROUNDED_PT, "pt",
                     least.box)  # fmt: skip
    # the size of outlines is an estimate, which is no reason to refuse a file
    worst = found.verdict if least.source is Source.TEXT else Verdict.WARN
    wrong = None if found.verdict is Verdict.PASS else worst
    return said(found.code, round(least.size_pt, 1), POINTS, wrong, "pt", found.place)


def _small_inks(lines: Sequence[Line]) -> Iterator[Check]:
    small = [one for one in lines if one.inks is not None and one.size_pt <= SMALL_PT]
    if small:
        worst = max(small, key=lambda one: one.inks or 0)
        inks = round(100 * (worst.inks or 0), 1)
        wrong = Verdict.WARN if inks > 100 * INKS_MOST else None
        yield said("type-inks", inks, 100 * INKS_MOST, wrong, "%", worst.box if wrong else None)


def thumbnail_checks(
    found: Found, page: RectMm, front: RectMm, lines: Sequence[Line]
) -> Iterator[Check]:  # fmt: skip
    """How much of the largest lettering is left when the `front` of a `page` is 100 pixels wide."""
    title = max(lines, key=lambda one: (one.size_pt, one.box.w * one.box.h))
    scale = THUMBNAIL_PX / min(front.w, front.h)
    capital = title.size_pt * MM_PER_INCH / POINTS_PER_INCH * CAPITAL_EM * scale
    yield at_least("title-size", capital, CAPITAL_PX, 0.0, "px", title.box)
    contrast = _contrast(found, page, front, title)
    if contrast is not None:
        yield at_least("title-contrast", contrast, THUMBNAIL_CONTRAST, 0.0, "", title.box)


def _contrast(found: Found, page: RectMm, front: RectMm, title: Line) -> float | None:
    """The contrast of light and dark where the title is, in a thumbnail: at best its letters' own."""
    scale = found.view_dpi / MM_PER_INCH
    cover = _cut(found, page, front)
    if min(cover.shape[:2]) < LEAST_PX:
        return None
    small = luminances(thumbnail(cover))
    ratio = small.shape[1] / (front.w * scale) * scale
    top, left = (title.box.y - front.y) * ratio, (title.box.x - front.x) * ratio
    part = small[max(0, int(top)) : round(top + title.box.h * ratio) + 1,
                 max(0, int(left)) : round(left + title.box.w * ratio) + 1]  # fmt: skip
    if not part.size or page.w <= 0:
        return None
    dark, light = np.percentile(part, 8), np.percentile(part, 92)
    return float((light + 0.05) / (dark + 0.05))


def _cut(found: Found, page: RectMm, area: RectMm) -> np.ndarray:
    """A part of the view of a page."""
    scale = found.view_dpi / MM_PER_INCH
    left, top = (area.x - page.x) * scale, (area.y - page.y) * scale
    return found.view[max(0, round(top)) : max(0, round(top + area.h * scale)),
                           max(0, round(left)) : max(0, round(left + area.w * scale))]  # fmt: skip


def _zone(file: Placed, lines: Sequence[Line]) -> Check:
    """Lettering where the printer will put its barcode."""
    zone = file.wrap.barcode
    covered = [one for one in lines if _meet(one.box, zone)]
    worst = max(covered, key=lambda one: one.sure, default=None)
    wrong = _firm(Verdict.FAIL, worst) if worst else None
    return said("barcode-zone", sized_zone(zone), "", wrong, "mm", worst.box if worst else None)


def sized_zone(zone: RectMm) -> str:
    """A zone's size as a word."""
    return f"{zone.w:.0f} × {zone.h:.0f}"


def _meet(one: RectMm, other: RectMm) -> bool:
    return (one.x < other.right - TOUCHING_MM and other.x < one.right - TOUCHING_MM
            and one.y < other.bottom - TOUCHING_MM and other.y < one.bottom - TOUCHING_MM)  # fmt: skip
