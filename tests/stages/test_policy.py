"""What must never be painted: found where it is meant, and nowhere else."""

import pytest

from config.policy import load_forbidden
from pipeline.domain.errors import PaintError, ServiceError
from pipeline.domain.policy import PolicyRule
from pipeline.stages.policy import Policy, WordList
from tests.real import brief

WORDS = WordList(load_forbidden())


def found(summary="", requirements="", title="A"):
    return WORDS.in_brief(brief(title=title, summary=summary, requirements=requirements)).groups


@pytest.mark.parametrize(
    "text",
    ["a porn star", "P0RN", "p o r n", "p.o.r.n", "p-o-r-n", "ｐｏｒｎ", "po\u200brn", "h3ntai", "포르노를 찍는 남자",
     "포 르 노", "포.르.노", "포1르노", "섹스하는 장면", "음란물", "lolicon", "로리콘"],
)  # fmt: skip
def test_explicit_words_are_found_however_they_are_written(text):
    assert found(text)
    assert found(requirements=text)


@pytest.mark.parametrize(
    "text",
    ["A naked little girl on the beach.", "an erotic picture of a schoolgirl", "a 15-year-old, nude and teenage",
     "벌거벗은 소녀가 서 있다", "여고생의 누드"],
)  # fmt: skip
def test_minors_and_nakedness_in_one_sentence_are_found(text):
    assert found(text) == ("exposure",)


@pytest.mark.parametrize(
    "text",
    ["Essex girls meet in Middlesex.", "A cocktail in Scunthorpe", "시발점에서 시작한다", "성교육 수업을 듣는 중학생",
     "보지 못한 바다", "자위대와 자위권", "에섹스의 아이들", "the naked truth about children",
     "The emperor's new clothes for children", "Invisible to the naked eye, a baby star", "섹시한 여자", "야한 농담",
     "Mr Dick and the class assignment", "아이들이 바다에서 논다", "a minor character in lingerie advertising, in A minor key",
     "In 1984 she was 4ever 2 l8", "내 가 너 를 잊 지 못 한 밤"],
)  # fmt: skip
def test_innocent_words_are_not_found(text):
    assert not found(text)
    assert not found(requirements=text)


def test_what_stands_in_two_sentences_of_a_story_belongs_to_neither():
    assert not found("A naked man runs through the rain. A child looks on.")
    assert found(requirements="naked; a child") == ("exposure",)


@pytest.mark.parametrize("title", ["Middlesex", "Lolita", "Sex and the City", "섹스 앤 더 시티"])
def test_titles_of_known_books_are_not_found(title):
    assert not found(title=title)


def test_a_story_may_tell_of_blood_and_nobody_may_ask_for_it():
    assert not found("The body was decapitated, the severed head is missing.")
    assert found(requirements="a severed head, lots of gore") == ("gore",)
    assert found(requirements="잘린 머리를 크게") == ("gore",)


@pytest.mark.parametrize("text", ["no gore, please", "without porn", "고어 장면은 빼 주세요"])
def test_what_is_forbidden_by_the_author_is_not_asked_for(text):
    assert not found(requirements=text)


def test_a_place_may_refuse_flag_or_look_away():
    bad = brief(title="A", summary="a porn star")

    with pytest.raises(PaintError) as refused:
        Policy(PolicyRule.REFUSE, WORDS).looked_at(bad)

    assert refused.value.facts == {"words": "porn"}
    assert Policy(PolicyRule.FLAG, WORDS).looked_at(bad).groups == ("explicit",)
    assert not Policy(PolicyRule.OFF, WORDS).looked_at(bad).groups
    assert not Policy(PolicyRule.REFUSE, WORDS).looked_at(brief(title="The Sea")).groups


def test_a_host_may_bring_words_of_its_own(tmp_path):
    own = tmp_path / "words.toml"
    own.write_text('[house]\nenglish = ["clown*"]\nkorean = ["광대*"]\n', encoding="utf-8")
    words = WordList(load_forbidden(own))

    assert words.in_brief(brief(title="Clowns")).groups == ("house",)
    assert words.in_brief(brief(title="슬픈 광대들")).groups == ("house",)
    assert not words.in_brief(brief(title="porn")).groups


@pytest.mark.parametrize(
    "text",
    [
        "[house]\nenglish = 3\n",
        "words",
        "[a]\nbeside = 'none'\n",
        "[a]\nenglsh = ['x']\n",
        None,
        "[a]\nenglish=['']",
    ],
)
def test_a_file_that_is_no_list_of_words_is_refused(text, tmp_path):
    own = tmp_path / "words.toml"
    if text is not None:
        own.write_text(text, encoding="utf-8")

    with pytest.raises(ServiceError) as refused:
        load_forbidden(own)

    assert refused.value.code == "setting-file"
