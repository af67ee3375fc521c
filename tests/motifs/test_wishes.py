import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.stages.wishes import read_wishes
from tests.motifs.labelled import motifs


def wishes(text):
    return read_wishes(text, motifs().lexicon, motifs().concepts)


@pytest.mark.parametrize(
    "text",
    ["no people", "without faces", "Avoid any human figures.", "Don't show people", "사람 없이",
     "인물은 빼 주세요", "얼굴이 안 나오게 해 주세요", "바다와 등대가 있고 사람은 없는 표지"],
)  # fmt: skip
def test_people_can_be_forbidden(text):
    assert not wishes(text).people


@pytest.mark.parametrize("text", ["", "a woman in red", "사람이 많은 거리", "people on a beach"])
def test_people_are_allowed_unless_forbidden(text):
    assert wishes(text).people


def test_colours_come_in_the_order_they_are_asked_for():
    assert wishes("blue and gold").colours == wishes("파란색과 금색").colours
    assert len(wishes("navy, teal and 연보라").colours) == 3
    assert wishes("gold and blue").colours == wishes("blue and gold").colours[::-1]


def test_families_of_colours_are_spelled_out():
    assert wishes("흑백").colours == wishes("검정, 흰색").colours
    assert wishes("black and white only").colours == wishes("black, white").colours
    assert wishes("warm colours").colours
    assert wishes("따뜻한 색").colours != wishes("차가운 색").colours


def test_all_animals_can_be_forbidden_at_once():
    known = {concept.name for concept in motifs().concepts}
    assert {"cat", "whale", "owl"} <= set(wishes("without any animals").unwanted) <= known


def test_manners_of_speaking_ask_for_nothing():
    assert wishes("I'd love it, keep it simple").wanted == ()


def test_a_forbidden_colour_is_not_wanted():
    assert wishes("no red, please use blue").colours == wishes("blue").colours
    assert wishes("빨간색은 빼고 파란색으로").colours == wishes("파란색").colours


def test_a_shade_changes_the_colour_and_not_the_mood():
    assert wishes("dark blue").colours != wishes("blue").colours
    assert wishes("dark blue").dark is None
    assert wishes("진한 초록").colours != wishes("초록").colours


@pytest.mark.parametrize(
    "text", ["minimalist", "미니멀하게", "clean and simple", "여백이 많은 표지"]
)
def test_minimal_is_understood(text):
    assert wishes(text).minimal


@pytest.mark.parametrize(
    ("text", "dark"),
    [("dark", True), ("moody and noir", True), ("어둡게", True), ("밝게", False), ("bright", False),
     ("not too dark", False), ("어둡지 않게", False), ("a castle", None), ("", None)],
)  # fmt: skip
def test_dark_and_bright_are_understood(text, dark):
    assert wishes(text).dark is dark


def test_wanted_concepts_come_in_order():
    assert wishes("바다와 등대").wanted == ("sea", "lighthouse")
    assert wishes("a fox under the moon").wanted == ("fox", "moon")


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [("avoid cats", "cat"), ("not a castle", "castle"), ("no dragons", "dragon"),
     ("고양이는 빼고", "cat"), ("해골 금지", "skull"), ("no blood", "dagger"), ("피는 안 나오게", "skull"),
     ("please no hearts", "love")],
)  # fmt: skip
def test_concepts_can_be_forbidden(text, unwanted):
    assert unwanted in wishes(text).unwanted
    assert wishes(text).wanted == ()


def test_a_turn_in_the_sentence_ends_what_is_forbidden():
    assert wishes("No cats or dogs, but show a whale").wanted == ("whale",)
    assert wishes("고양이는 빼고 달과 숲을 넣어 주세요").wanted == ("moon", "forest")


def test_talk_about_the_cover_itself_asks_for_no_motif():
    assert wishes("A minimalist book cover for a novel, in the style of a painting").wanted == ()
    assert wishes("책 표지는 깔끔한 그림으로").wanted == ()


@given(st.text())
def test_nothing_is_both_wanted_and_forbidden(text):
    asked = wishes(text)
    assert not set(asked.wanted) & set(asked.unwanted)
