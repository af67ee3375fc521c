import pytest

from config.genres import load_genres
from pipeline.domain.errors import GenreError
from pipeline.domain.genre import find_genre

GENRES = load_genres()


def test_there_are_at_least_twenty_two_genres_with_names_in_both_languages():
    assert len(GENRES) >= 22
    assert all(genre.english and genre.korean for genre in GENRES)


def test_every_name_of_every_genre_finds_it():
    for genre in GENRES:
        for name in (genre.name, *genre.english, *genre.korean):
            assert find_genre(name, GENRES) is genre, name


@pytest.mark.parametrize(
    ("asked", "name"),
    [("Sci-Fi", "science-fiction"), ("FANTASY", "fantasy"), ("fantsay", "fantasy"),
     ("thriler", "thriller"), ("Children’s", "childrens"), ("로판", "romantic-fantasy"),
     ("로멘스", "romance"), ("무협지", "martial-arts"), ("컴퓨터/IT", "technology"),
     ("dark romance", "romance"), ("business & money", "business"), ("ＳＦ", "science-fiction")],
)  # fmt: skip
def test_names_are_found_in_any_case_and_with_small_slips(asked, name):
    assert find_genre(asked, GENRES).name == name


@pytest.mark.parametrize("asked", ["qwertyuiop", "가나다라마바", "12", "!!!", ""])
def test_a_genre_like_none_of_ours_is_an_error_that_suggests_nothing(asked):
    with pytest.raises(GenreError) as raised:
        find_genre(asked, GENRES)
    assert raised.value.facts["near"] == ""


def test_suggestions_are_in_the_language_that_was_asked_in():
    with pytest.raises(GenreError) as raised:
        find_genre("판타스틱", GENRES)
    assert raised.value.facts["near"]
    assert all("가" <= char <= "힣" or char in ", " for char in str(raised.value.facts["near"]))
