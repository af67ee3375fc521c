import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.formats import load_formats
from pipeline.domain.brief import LIMITS, read_brief
from pipeline.domain.brief_keys import BriefKey
from pipeline.domain.errors import ArtiCoverError, BriefError

FORMATS = load_formats()


def read(**given):
    return read_brief(given, FORMATS)


def refusal(**given):
    with pytest.raises(BriefError) as caught:
        read(**given)
    return caught.value


def test_a_title_is_enough():
    brief = read(title="The Quiet Lantern")
    assert (brief.summary, brief.options, brief.seed, brief.format.name) == ("", 4, None, "6x9")


def test_korean_keys_mean_the_same():
    brief = read(**{"제목": "별이 내리는 밤", "저자": "김하늘", "판형": "신국판", "시안 수": 2})
    assert (brief.title, brief.author, brief.format.name) == ("별이 내리는 밤", "김하늘", "신국판")
    assert brief.options == 2


@pytest.mark.parametrize("title", ["", "  ", "\0\n", "\u200d\u200e", None])
def test_a_title_that_cannot_be_seen_is_missing(title):
    assert refusal(title=title, author="A").code == "brief-missing"


@pytest.mark.parametrize("key", [key for key in LIMITS if key is not BriefKey.FORMAT])
def test_each_text_may_be_as_long_as_its_limit_and_no_longer(key):
    given = {"title": "T"}
    if key is not BriefKey.LANGUAGE:
        read(**given | {key: "a" * LIMITS[key]})
    error = refusal(**given | {key: "a" * (LIMITS[key] + 1)})
    assert (error.code, error.field) == ("brief-too-long", key)
    assert (error.facts["length"], error.facts["limit"]) == (LIMITS[key] + 1, LIMITS[key])


def test_length_is_counted_in_composed_letters():
    assert len(read(title=unicodedata.normalize("NFD", "밤" * 400)).title) == 400


@pytest.mark.parametrize("key", ["title", "subtitle", "author", "series"])
def test_an_emoji_on_the_cover_is_refused_by_name(key):
    error = refusal(**{"title": "Dragons", key: "Dragons 🐉"})
    assert (error.code, error.field) == ("brief-undrawable", key)
    assert error.facts["characters"] == "🐉"
    assert error.facts["names"] == "dragon"


def test_an_emoji_in_the_summary_does_no_harm():
    assert read(title="T", summary="A dragon 🐉\udcff story").summary == "A dragon 🐉 story"


def test_what_the_typefaces_lack_is_refused():
    with pytest.raises(BriefError, match="brief-undrawable"):
        read_brief({"title": "한글"}, FORMATS, can_draw=str.isascii)


def test_a_title_can_be_a_number_and_authors_a_list():
    brief = read(title=1984, author=["Ann Lee", "Bo Kim"], requirements=["no people", "blue"])
    assert (brief.title, brief.author) == ("1984", "Ann Lee, Bo Kim")
    assert brief.requirements == "no people, blue"


@pytest.mark.parametrize(("value", "kind"), [(True, "boolean"), (["a"], "list"), ({}, "table")])
def test_a_title_of_the_wrong_kind_is_refused(value, kind):
    assert refusal(title=value).facts["kind"] == kind


def test_an_unknown_key_is_named_with_the_nearest():
    error = refusal(title="T", sumary="…")
    assert (error.code, error.facts["key"], error.facts["near"]) == (
        "brief-unknown-key", "sumary", "summary")  # fmt: skip


def test_one_thing_is_not_said_twice():
    assert refusal(title="T", **{"제목": "제"}).code == "brief-given-twice"


@pytest.mark.parametrize(
    ("given", "code"),
    [({"options": 0}, "brief-out-of-range"), ({"options": 9}, "brief-out-of-range"),
     ({"options": "four"}, "brief-not-whole-number"), ({"options": True}, "brief-not-whole-number"),
     ({"options": 2.5}, "brief-not-whole-number"), ({"seed": -1}, "brief-out-of-range"),
     ({"seed": "--1"}, "brief-not-whole-number"), ({"seed": 2**32}, "brief-out-of-range"),
     ({"language": "Klingon tongue"}, "brief-language"),
     ({"author": "Z" + "\u0301" * 9}, "brief-stacked-marks")],
)  # fmt: skip
def test_what_cannot_be_used_is_refused(given, code):
    assert refusal(title="T", **given).code == code


@pytest.mark.parametrize(("seed", "kept"), [("0", 0), (0, 0), (4294967295, 4294967295), ("", None)])
def test_a_seed_is_a_number_however_written(seed, kept):
    assert read(title="T", seed=seed).seed == kept


@pytest.mark.parametrize(
    ("given", "language"),
    [({"title": "The Quiet Lantern"}, "en"), ({"title": "별이 내리는 밤"}, "ko"),
     ({"title": "Deep Sleep", "summary": "깊은 잠에 빠진 사람들의 이야기"}, "ko"),
     ({"title": "별", "summary": "A night full of stars over a small Korean town."}, "ko"),
     ({"title": "1984", "author": "김하늘"}, "ko"), ({"title": "星の夜"}, "ja"), ({"title": "红楼梦"}, "zh"),
     ({"title": "情", "author": "이도윤"}, "ko"), ({"title": "Луна"}, "ru"), ({"title": "القمر"}, "ar"),
     ({"title": "1984"}, "en"), ({"title": "T", "language": "한국어"}, "ko"),
     ({"title": "T", "language": "en_GB"}, "en-gb")],
)  # fmt: skip
def test_the_language_is_told_from_the_writing(given, language):
    assert read(**given).language == language


@given(st.dictionaries(
    st.sampled_from([key.value for key in BriefKey] + ["other"]),
    st.one_of(st.none(), st.text(), st.integers(), st.booleans(), st.floats(), st.lists(st.text())),
))  # fmt: skip
def test_any_mapping_is_a_brief_or_a_typed_error(given):
    try:
        brief = read_brief(given, FORMATS)
    except ArtiCoverError:
        return
    again = read(title=brief.title, author=brief.author, summary=brief.summary)
    assert (again.title, again.author, again.summary) == (
        brief.title, brief.author, brief.summary)  # fmt: skip


def test_a_title_in_another_encoding_is_not_called_missing():
    undecodable = b"\xbc\xb6".decode("utf-8", "surrogateescape")

    assert refusal(title=undecodable).code == "brief-undrawable"
