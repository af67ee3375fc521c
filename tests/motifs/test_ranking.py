from dataclasses import replace

import pytest

from pipeline.stages.ranking import rank
from tests.motifs.__main__ import chosen
from tests.motifs.labelled import PLAIN, encoder, labelled, measure, motifs


def ranked(title, summary=""):
    return [concept.name for concept, _ in rank(title, summary, motifs(), encoder(), PLAIN)]


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
    scores = [
        s for _, s in rank("등대", "바다와 등대와 고래와 섬과 달.", motifs(), encoder(), PLAIN)
    ]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)
    assert len(scores) >= 3


def test_the_first_of_many_sentences_decide_and_a_long_summary_is_read():
    assert ranked("Keeper", "The lighthouse stands alone. " + "Words follow words. " * 900)[0] == (
        "lighthouse"
    )


@pytest.mark.parametrize(
    ("title", "summary", "about"),
    [
        ("The Library of Summer", "Two strangers keep meeting through one long August.", "library"),
        ("The Mirror Eats First", "It was cheap, and it came with the flat.", "mirror"),
        ("The Violin Maker", "A father, a son, and the wood they quarrel over.", "violin"),
        ("The Island of Closed Doors", "Twelve guests, one boat.", "island"),
        ("My Grandmother's Garden", "What grew there, and what she buried.", "garden"),
        ("The Desert Lighthouse", "Nobody knows who lights it.", "lighthouse"),
        ("Whale Song", "A widow records the ocean for a living.", "whale"),
        ("여름의 도서관", "같은 자리에서 자꾸 마주치는 두 사람의 긴 팔월.", "library"),
        ("등대지기의 딸", "폭풍과 실종, 그리고 말이 없는 가족.", "lighthouse"),
        ("고래를 기다리는 밤", "바다의 소리를 녹음하는 여자.", "whale"),
        ("로봇을 위한 자장가", "낡은 기계가 아이를 키운다.", "robot"),
    ],
)
def test_the_thing_that_a_title_is_about_comes_before_all_that_the_summary_names(
    title, summary, about
):
    assert ranked(title, summary)[0] == about


def test_a_subtitle_does_not_change_what_the_title_is_about():
    assert ranked("여름의 도서관\n바다와 고래와 등대의 기록")[0] == "library"


def test_a_genre_never_puts_its_own_motif_before_what_the_title_is_about():
    text = "The Lighthouse", "A murder at the foot of the rock, and a detective from the city."
    found = rank(*text, motifs(), encoder(), replace(PLAIN, motifs=("crime", "detective")))
    assert found[0][0].name == "lighthouse"
