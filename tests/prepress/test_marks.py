from pipeline.prepress.guides import GuideKind, guides_of
from pipeline.prepress.marks import marks_of
from tests.prepress.small_cover import BLEED, wrap


def outside(point):
    sheet = wrap().sheet
    x, y = point
    return x < sheet.x or x > sheet.right or y < sheet.y or y > sheet.bottom


def test_every_mark_lies_outside_the_bleed():
    assert all(outside(line.start) and outside(line.end) for line in marks_of(wrap()))


def test_crop_marks_point_at_every_edge_of_the_cover():
    trim = wrap().trim
    solid = [line for line in marks_of(wrap()) if not line.dashed]
    assert len(solid) == 8
    assert {line.start[0] for line in solid if line.start[0] == line.end[0]} == {trim.x, trim.right}
    assert {line.start[1] for line in solid if line.start[1] == line.end[1]} == {
        trim.y,
        trim.bottom,
    }


def test_fold_marks_are_dashed_and_stand_at_the_spine():
    dashed = [line for line in marks_of(wrap()) if line.dashed]
    assert {line.start[0] for line in dashed} == {wrap().spine.x, wrap().spine.right}


def test_guides_show_what_a_sheet_has():
    kinds = [guide.kind for guide in guides_of(wrap())]
    assert kinds == [GuideKind.SAFE, GuideKind.BARCODE, GuideKind.FOLD, GuideKind.CUT]


def test_the_cut_is_where_the_cover_ends():
    cut = next(g for g in guides_of(wrap()) if g.kind is GuideKind.CUT).path.computeTightBounds()
    assert abs(cut.left() - BLEED) < 0.2 > abs(cut.right() - wrap().trim.right)
