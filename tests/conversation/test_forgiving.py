"""A brief out of whatever people write."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.conversation.forgiving import (
    guessed_title,
    looks_like_brief,
    read_labels,
    understood,
)

LANTERN = {"title": "The Quiet Lantern", "genre": "mystery", "author": "Anna Wren"}
LETTERS = {"title": "바다의 편지", "genre": "에세이", "author": "한서윤"}
PARTS = {
    "title": ("Title", "TITLE", "title", "제목", "책 제목"),
    "genre": ("Genre", "genre", "장르", "분야"),
    "author": ("Author", "author", "저자", "지은이", "작가"),
    "subtitle": ("Subtitle", "subtitle", "부제"),
    "series": ("Series", "시리즈"),
    "format": ("Format", "ratio", "판형", "비율"),
}
# without vowels, so that no word is "the" or a label
WORDS = st.lists(
    st.text("bcdfghjklmnpqrstvwxz가나다라마바사아자차", min_size=2, max_size=8),
    min_size=1, max_size=4,
).map(" ".join)  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Title: The Quiet Lantern Genre: mystery Author: Anna Wren",
        "title:The Quiet Lantern\ngenre:mystery\nauthor:Anna Wren",
        "AUTHOR = Anna Wren\nTITLE = The Quiet Lantern\nGENRE = mystery",
        "author – Anna Wren\ngenre - mystery\ntitle — The Quiet Lantern",
        "- **Title:** “The Quiet Lantern”\n- **Genre**: mystery.\n- __Author__: Anna Wren",
        "• Title: 'The Quiet Lantern' • Genre: mystery • Author: Anna Wren",
        "1. Title: The Quiet Lantern\n2. Genre: mystery\n3. By: Anna Wren",
        "Title: The Quiet Lantern, Genre: mystery, Author: Anna Wren",
        "Title: The Quiet Lantern | Genre: mystery | Author: Anna Wren",
        "Title:\nThe Quiet Lantern\n\nGenre:\nmystery\n\nWritten by:\nAnna Wren\n",
        "The Quiet Lantern\r\ngenre: mystery\r\nauthor: Anna Wren",
        "“The Quiet Lantern” genre: mystery author: Anna Wren",
        "> Title → The Quiet Lantern\n> Genre → mystery\n> Author → Anna Wren",
    ],
)
def test_english_labels_are_read_however_they_are_written(text):
    assert understood(text) == LANTERN


@pytest.mark.parametrize(
    "text",
    [
        "제목: 바다의 편지 장르: 에세이 저자: 한서윤",
        "제목：바다의 편지\n장르：에세이\n지은이：한서윤",
        "제목＝「바다의 편지」\n장르＝에세이\n작가＝한서윤",
        "[제목] 바다의 편지 [장르] 에세이 [저자] 한서윤",
        "【제목】《바다의 편지》\n【장르】에세이\n【글쓴이】한서윤",
        "- 책 제목 - 바다의 편지\n- 장르 - 에세이\n- 필명 - 한서윤",
        "바다의 편지\n분야: 에세이\n저자: 한서윤",
        "Title: 바다의 편지 / 장르: 에세이 / author: 한서윤",
    ],
)
def test_korean_labels_are_read_however_they_are_written(text):
    assert understood(text) == LETTERS


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("Title: A Summary: She reads the title: it is blank.", "summary",
         "She reads the title: it is blank."),
        ("Summary: Her genre: unknown. Title: A", "summary", "Her genre: unknown."),
        ("줄거리: 그 책의 제목: 없음. 아무도 모른다.", "summary", "그 책의 제목: 없음. 아무도 모른다."),
        ('Title: "The genre: a history" Genre: essay', "title", "The genre: a history"),
        ("Title: An Untitled: Story", "title", "An Untitled: Story"),
        ("Title: The Style of Genre", "title", "The Style of Genre"),
        ("Summary: One day.\nPublisher: nobody\nTitle: A", "summary", "One day.\nPublisher: nobody"),
        ("Title: A Summary: We talk about: the plot: thick.", "summary",
         "We talk about: the plot: thick."),
    ],
)  # fmt: skip
def test_a_label_within_a_sentence_and_one_that_nobody_knows_are_words(text, key, value):
    assert understood(text)[key] == value


def test_a_second_line_with_the_same_label_corrects_the_first():
    assert understood("Title: Old\nGenre: essay\nTitle: New")["title"] == "New"


def test_numbers_are_found_among_words():
    given = understood("Title: A\nSeed: no. 77\nOptions: 4 please")
    assert (given["seed"], given["options"]) == ("77", "4")


def test_a_short_first_line_is_the_title_and_what_follows_the_summary():
    assert understood("The Quiet Lantern\nA lighthouse goes dark.\nNobody knows why.") == {
        "title": "The Quiet Lantern", "summary": "A lighthouse goes dark.\nNobody knows why.",
    }  # fmt: skip
    assert understood("바다의 편지") == {"title": "바다의 편지"}


def test_a_long_text_without_labels_is_a_summary_without_a_title():
    text = "A lighthouse keeper on a northern island finds letters from a ship that never came."
    assert understood(text) == {"summary": text}


def test_a_greeting_before_the_labels_is_no_summary():
    assert understood("Hello! A cover, please.\nTitle: A\nGenre: essay") == {
        "title": "A", "genre": "essay",
    }  # fmt: skip


def test_nothing_is_understood_from_nothing():
    assert understood("") == understood(" \n ") == {}
    assert understood("Title:\nGenre:") == {}


@pytest.mark.parametrize(
    "text",
    [
        "Title: A",
        "제목: 가",
        "The Quiet Lantern\ngenre: mystery",
        "genre: mystery summary: a lighthouse goes dark",
        "A lighthouse keeper on a northern island finds letters from a ship that was never seen.",
        "북쪽 섬의 등대지기가 끝내 도착하지 않은 배에서 온 편지들을 발견하고 한 통씩 소리 내어 읽는다.",
    ],
)
def test_briefs_are_recognised(text):
    assert looks_like_brief(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        "안녕하세요",
        "thanks, that is lovely!",
        "What genre would you call this one?",
        "by the way: see you",
        "How can I change the typeface of the cover that I made yesterday, and where is its button?",
        "/cover Title: A",
        "https://example.org/" + "a" * 200,
        "." * 300,
    ],
)
def test_small_talk_is_no_brief(text):
    assert not looks_like_brief(text)


def test_the_title_of_somebody_elses_text_is_guessed():
    assert guessed_title("I wrote “The Quiet Lantern” last year, about a keeper.") == (
        "The Quiet Lantern"
    )
    assert guessed_title("제목: 바다의 편지\n줄거리: 섬") == "바다의 편지"
    assert guessed_title("The keeper of the last northern light went home. Then " + "x " * 60) == (
        "The keeper of the last northern"
    )
    assert not guessed_title("https://example.org/" + "a" * 90)


@pytest.mark.parametrize(
    "text",
    ["-" * 4000, "*" * 4000 + "x", "|" * 4000, "> - " * 1000, "[" * 4000, " " * 4000 + "t",
     "title " * 700, "title: " * 600, "제목:" * 1000, '"' * 4000, "“" * 4000 + "title:",
     "x" * 20_000, "1. " * 1300, "- \n" * 1300],
    ids=lambda text: text[:6],
)  # fmt: skip
def test_no_row_of_signs_keeps_everybody_else_waiting(text):
    begun = time.process_time()
    understood(text)
    looks_like_brief(text)
    guessed_title(text)
    assert time.process_time() - begun < 2.0


@settings(max_examples=150, deadline=None)
@given(
    st.dictionaries(st.sampled_from(list(PARTS)), WORDS, min_size=1),
    st.sampled_from([": ", ":", "：", " = ", "＝", " : "]), st.data(),
)  # fmt: skip
def test_every_order_of_labels_says_the_same(parts, colon, data):
    """In lines or in one, in any language, whatever stands between label and words."""
    between = data.draw(st.sampled_from(["\n", "\n\n- ", " ", ", ", " / "]))
    order = data.draw(st.permutations(list(parts)))
    lines = [data.draw(st.sampled_from(PARTS[key])) + colon + parts[key] for key in order]
    assert read_labels(between.join(lines)).given == parts


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read_without_a_mistake(text):
    given_parts = understood(text)
    assert all(value.strip() for value in given_parts.values())
    looks_like_brief(text)
    guessed_title(text)
