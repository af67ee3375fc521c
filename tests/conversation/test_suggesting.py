"""Suggestions while somebody types, and choices."""

import pytest

from pipeline.domain.format import find_format
from pipeline.domain.genre import find_genre
from pipeline.domain.style import find_style


async def suggested(place, language, option, text):
    who = await place.somebody(language=language)
    return place.desk.suggest(who.caller(), option, text)


@pytest.mark.parametrize(
    ("option", "text", "english", "korean"),
    [
        ("genre", "mys", "mystery", "미스터리"),
        ("genre", "미스", "mystery", "미스터리"),
        ("genre", "mystrey", "mystery", "미스터리"),
        ("genre", "추리", "mystery", "미스터리"),
        ("genre", "ㄹㅗ맨", "romance", "로맨스"),
        ("genre", "무협", "martial arts", "무협"),
        ("style", "noir", "one-point perspective noir", "누아르 원근"),
        ("style", "바다", "quiet seascape", "고요한 바다"),
        ("style", "SEASCAPE", "quiet seascape", "고요한 바다"),
    ],
)
async def test_the_nearest_comes_first_whatever_the_language_it_was_typed_in(
    place, option, text, english, korean
):
    for language, label in (("en", english), ("ko", korean)):
        first = (await suggested(place, language, option, text))[0]
        assert first.value == label
        assert first.label.startswith(label)


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize(
    ("option", "find", "things"),
    [("genre", find_genre, "genres"), ("style", find_style, "styles"),
     ("ratio", find_format, "formats")],
)  # fmt: skip
async def test_everything_that_is_suggested_exists(place, language, option, find, things):
    choices = await suggested(place, language, option, "")
    assert 1 < len(choices) <= 25
    assert len({one.value for one in choices}) == len(choices)
    for one in choices:
        assert find(one.value, getattr(place.means, things))
        assert 1 <= len(one.label) <= 100
        assert len(one.value) <= 100


async def test_korean_labels_have_their_english_names_beside_them(place):
    assert "mystery" in (await suggested(place, "ko", "genre", "미스터리"))[0].label
    assert (await suggested(place, "en", "genre", "mystery"))[0].label == "mystery"


async def test_every_format_is_among_the_choices_with_its_measures(place):
    choices = await suggested(place, "en", "ratio", "")
    assert {one.name for one in place.means.formats} <= {one.value for one in choices}
    labels = {one.value: one.label for one in choices}
    assert "152 × 225 mm" in labels["신국판"]
    assert labels["2:3"]


async def test_the_usual_format_of_a_language_comes_first(place):
    assert (await suggested(place, "en", "ratio", ""))[0].value == "6x9"
    assert (await suggested(place, "ko", "ratio", ""))[0].value == "신국판"


async def test_formats_are_found_by_their_other_names(place):
    assert (await suggested(place, "en", "ratio", "kindle"))[0].value == "ebook"
    assert (await suggested(place, "ko", "ratio", "사륙배"))[0].value == "46배판"


async def test_what_is_like_nothing_suggests_nothing(place):
    assert await suggested(place, "en", "genre", "zzgrxq") == ()
    assert await suggested(place, "en", "no such option", "a") == ()


async def test_engines_are_those_that_are_there(place):
    (only,) = await suggested(place, "en", "engine", "")
    assert only.value == "illustrator"
