from itertools import pairwise

import pytest
import skia
from hypothesis import given
from hypothesis import strategies as st

from pipeline.domain.layout import Align, Case
from pipeline.typography.casing import Style, line_run
from pipeline.typography.casting import cast
from pipeline.typography.shaping import shape
from pipeline.typography.stacking import CLEARANCE, leading_for, rows, tightest


def face_of(library, text, name):
    return {face.spec.name for face, *_ in cast(library, text, name, ()).values()}


@given(st.text("ABCDEFabcdef", min_size=2, max_size=12), st.floats(0.01, 0.2))
def test_tracking_widens_a_line_by_one_gap_less_than_its_letters(library, text, tracking):
    off = (("liga", False), ("clig", False), ("dlig", False))
    plain = shape(library, text, "jost", features=off)
    loose = shape(library, text, "jost", tracking=tracking)
    assert loose.advance == pytest.approx(plain.advance + tracking * (len(text) - 1))


def test_tracked_letters_form_no_ligatures(library):
    joined = shape(library, "office", "eb-garamond")
    apart = shape(library, "office", "eb-garamond", tracking=0.05)
    assert apart.advance - 0.05 * 5 > joined.advance


def test_ink_stands_above_the_baseline_in_ems(library):
    ink = shape(library, "H", "archivo-black").ink
    assert -0.8 < ink.top() < -0.6
    assert abs(ink.bottom()) < 0.01


def test_weight_axis_makes_strokes_bolder(library):
    light = shape(library, "HHH", "jost", (("wght", 300.0),))
    bold = shape(library, "HHH", "jost", (("wght", 800.0),))
    assert bold.ink.width() > light.ink.width()


def test_a_writing_with_one_missing_letter_is_drawn_by_its_stand_in_as_a_whole(library):
    assert face_of(library, "책방", "bm-jua") == {"bm-jua"}
    assert face_of(library, "책방뷠", "bm-jua") == {"noto-sans-kr"}


def test_latin_stays_in_its_face_when_other_writings_need_another(library):
    casting = cast(library, "Moon 달", "cinzel", ())
    assert casting["M"][0].spec.name == "cinzel"
    assert casting["달"][0].spec.region == "ko"


def test_a_bold_line_falls_back_to_bold_letters(library):
    casting = cast(library, "AЖ", "archivo-black", ())
    assert dict(casting["Ж"][1])["wght"] == 900.0


@pytest.mark.parametrize(
    ("text", "region"),
    [("夏目漱石の猫", "ja"), ("简体汉字", "zh-Hans"), ("繁體漢字", "zh-Hant"), ("한국 漢字", "ko")],
)
def test_chinese_characters_take_the_form_of_their_language(library, text, region):
    casting = cast(library, text, "jost", ())
    assert casting[text[-1]][0].spec.region == region


def test_hebrew_runs_from_the_right_and_its_digits_from_the_left(library):
    word, digits = shape(library, "אבג", "jost"), shape(library, "123", "jost")
    both = shape(library, "אבג 123", "jost")
    assert both.advance > word.advance + digits.advance
    # What is read last, the digits, stands at the left, and looks as it does alone.
    left = both.path.contains(digits.ink.left() + 0.05, -0.3) == digits.path.contains(
        digits.ink.left() + 0.05, -0.3
    )
    assert left


def test_arabic_letters_join(library):
    joined = shape(library, "سلام", "jost")
    alone = sum(shape(library, char, "jost").advance for char in "سلام")
    assert joined.advance < 0.9 * alone


def test_tracking_does_not_tear_arabic(library):
    assert (
        shape(library, "سلام", "jost", tracking=0.2).advance
        == shape(library, "سلام", "jost").advance
    )


@pytest.mark.parametrize("face", ["eb-garamond", "archivo"])
def test_small_capitals_real_or_made_are_lower_than_capitals(library, face):
    style = Style(face, (), 0.0, Case.SMALL_CAPS)
    small, capital = (line_run(library, t, style, "Hh").ink.height() for t in "hH")
    assert 0.55 * capital < small < 0.9 * capital


PAIRS = st.lists(st.sampled_from(["Apple", "gypsy", "Ågry", "fjord", "Quay", "“Hi,”", "궁전을", "ŽÝJ"]),
                 min_size=2, max_size=4)  # fmt: skip


@given(
    PAIRS, st.sampled_from(list(Align)), st.sampled_from(["cinzel", "lavender", "quiet", "balloon"])
)
def test_lines_never_touch(library, lines, align, pairing):
    faces = {"cinzel": "cinzel", "lavender": "playfair-italic", "quiet": "instrument-serif",
             "balloon": "lilita-one"}  # fmt: skip
    style, words = Style(faces[pairing]), " ".join(lines)
    leading = leading_for(library, lines, style, align, words)
    placed = rows(library, lines, style, align, leading, words)
    for (upper, _), (lower, _) in pairwise(placed):
        meet = skia.Op(upper, lower, skia.PathOp.kIntersect_PathOp)
        assert meet is None or meet.isEmpty()


def test_lines_without_descenders_sit_tighter_than_those_with(library):
    runs = {word: line_run(library, word, Style("jost"), word) for word in ("nun", "gyp", "Hll")}
    tight = tightest(library, [runs["nun"], runs["nun"]], [0.0, 0.0])
    wide = tightest(library, [runs["gyp"], runs["Hll"]], [0.0, 0.0])
    assert tight + 0.3 < wide
    assert tight > CLEARANCE


def test_letters_of_another_face_are_as_high_as_those_beside_them(library):
    own = shape(library, "xxx", "cormorant-garamond").ink.height()
    other = shape(library, "\u03bf", "cormorant-garamond").ink.height()  # Greek omicron
    assert other == pytest.approx(own, rel=0.08)
