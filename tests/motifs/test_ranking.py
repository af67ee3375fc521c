import pytest

from pipeline.stages.ranking import rank
from tests.motifs.__main__ import chosen
from tests.motifs.labelled import encoder, labelled, measure, motifs


def ranked(title, summary=""):
    return [concept.name for concept, _ in rank(title, summary, motifs(), encoder())]


@pytest.mark.parametrize(("part", "floor"), [("tune", 0.8), ("unseen", 0.7)])
@pytest.mark.parametrize("language", ["english", "korean"])
def test_most_motifs_shown_for_labelled_briefs_fit(part, language, floor):
    briefs = [b for b in labelled() if (b.part, b.language) == (part, language)]
    figures = measure([(brief, chosen(brief)) for brief in briefs])
    assert figures.precision >= floor
    assert figures.answered >= 0.75


def test_the_labelled_set_is_large_half_korean_and_a_third_unseen():
    briefs = labelled()
    assert len(briefs) >= 66
    assert sum(b.language == "korean" for b in briefs) >= 33
    assert sum(b.part == "unseen" for b in briefs) >= len(briefs) * 0.3


def test_labels_are_concepts_of_the_catalogue():
    known = {concept.name for concept in motifs().concepts}
    assert {name for b in labelled() for name in b.fits} <= known


@pytest.mark.parametrize(
    ("title", "summary"),
    [
        ("Untitled", "Forty pieces in no particular order."),
        ("Selected Work", "A revised edition with a new preface."),
        ("무제", "아무것도 말하지 않는다."),
        ("?", ""),
        ("제목", "123 456"),
    ],
)
def test_a_brief_about_nothing_drawable_gets_no_motif(title, summary):
    assert ranked(title, summary) == []


def test_people_called_rose_hunter_and_river_are_no_motifs():
    names = ranked("Afternoons", "Rose Hunter and her brother River talk about Grace and Will.")
    assert not {"rose", "river", "archery"} & set(names)


def test_the_same_words_are_motifs_where_they_mean_the_things():
    assert "rose" in ranked("The Garden", "She grows roses by the river and a rose named for him.")
    assert "river" in ranked("Upstream", "They follow the river to its source.")


def test_a_child_called_haneul_is_no_sky():
    assert "cloud" not in ranked("쌍둥이", "하늘이와 노을이는 서로 다른 길을 간다.")


@pytest.mark.parametrize(
    ("summary", "right", "wrong"),
    [
        ("선장은 낡은 배를 타고 폭풍 치는 바다로 나간다.", "ship", "apple"),
        ("말을 타고 초원을 달리는 소년과 늙은 말의 우정.", "horse", "communication"),
        ("함박눈이 내리는 겨울 산장에서 눈을 치우는 남자.", "snow", "surveillance"),
    ],
)
def test_korean_words_with_several_senses_are_read_by_their_context(summary, right, wrong):
    names = ranked("이야기", summary)
    assert right in names
    assert wrong not in names


def test_a_book_about_learning_is_not_about_actors():
    assert "theatre" not in ranked("다시 배우는 기쁨", "마흔에 외국어를 배우며 느낀 것들.")


def test_scores_fall_and_lie_between_0_and_1():
    scores = [s for _, s in rank("등대", "바다와 등대와 고래와 섬과 달.", motifs(), encoder())]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)
    assert len(scores) >= 3


def test_the_first_of_many_sentences_decide_and_a_long_summary_is_read():
    assert ranked("Keeper", "The lighthouse stands alone. " + "Words follow words. " * 900)[0] == (
        "lighthouse"
    )
