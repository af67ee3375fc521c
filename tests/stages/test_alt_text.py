import pytest

from pipeline.stages.alt_text import Depiction, alt_text

LIGHTHOUSE = ("a lighthouse", "the sea", "a ship")


@pytest.mark.parametrize(
    ("motifs", "manner", "end"),
    [(LIGHTHOUSE[:1], "paper cut", ": a lighthouse in paper cut."),
     (LIGHTHOUSE[:2], "", ": a lighthouse and the sea."),
     (LIGHTHOUSE, "", ": a lighthouse, the sea and a ship."),
     ((*LIGHTHOUSE, "a gull"), "", ": a lighthouse, the sea and a ship."),
     ((), "flowing lines", ": an abstract design in flowing lines."), ((), "", " by Anna Wren.")],
)  # fmt: skip
def test_an_english_sentence_says_title_author_and_what_is_drawn(motifs, manner, end):
    said = alt_text(Depiction(title="Salt", author="Anna Wren", motifs=motifs, manner=manner), "en")
    assert said.startswith("Cover of “Salt” by Anna Wren")
    assert said.endswith(end)


@pytest.mark.parametrize(
    ("motifs", "manner", "end"),
    [(("등대",), "금박", " 표지로, 등대를 금박 기법으로 표현했다."),
     (("달", "바다"), "", " 표지로, 달과 바다가 그려져 있다."),
     (("등대", "달", "숲"), "", " 표지로, 등대, 달, 숲이 그려져 있다."),
     (("DNA",), "", " 표지로, DNA이(가) 그려져 있다."),
     ((), "리소", " 표지로, 리소 기법의 추상 디자인이다."), ((), "", " 표지.")],
)  # fmt: skip
def test_a_korean_sentence_has_the_right_particles(motifs, manner, end):
    said = alt_text(Depiction(title="소금", author="김하늘", motifs=motifs, manner=manner), "ko")
    assert said == f"《소금》(김하늘 지음){end}"


def test_without_an_author_none_is_named():
    assert alt_text(Depiction(title="Salt"), "en") == "Cover of “Salt”."
    assert alt_text(Depiction(title="소금"), "ko") == "《소금》 표지."


def test_an_endless_title_is_cut():
    assert len(alt_text(Depiction(title="word " * 80), "en")) < 150
