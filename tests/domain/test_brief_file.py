import unicodedata

import pytest

from pipeline.domain.brief_file import parse_brief
from pipeline.domain.errors import BriefError


def refusal(text, suffix):
    with pytest.raises(BriefError) as caught:
        parse_brief(text, suffix)
    return caught.value


@pytest.mark.parametrize(
    ("text", "suffix"),
    [('title = "밤"\noptions = 2\n', ".toml"), ('{"title": "밤", "options": 2}', ".JSON"),
     ('\ufefftitle = "밤"\noptions = 2', ".toml")],
)  # fmt: skip
def test_both_kinds_of_file_say_the_same(text, suffix):
    assert parse_brief(text, suffix) == {"title": "밤", "options": 2}


@pytest.mark.parametrize(
    ("text", "suffix"),
    [('title = "T"\ngenre = oops\n', ".toml"), ('{"title": "T",\n"g": oops}', ".json")],
)
def test_a_slip_is_told_with_its_line(text, suffix):
    error = refusal(text, suffix)
    assert (error.code, error.facts["line"]) == ("brief-file-syntax", 2)
    assert error.facts["column"]
    assert error.facts["fault"] == "value"


@pytest.mark.parametrize(
    ("text", "suffix", "fault"),
    [('title = "T\n', ".toml", "open-quote"), ("title = “T”", ".toml", "value"),
     ('title "T"', ".toml", "line"), (r'title = "a\q"', ".toml", "backslash"),
     ('title = "T"\ntitle = "U"', ".toml", "twice"), ('{"title": "T",}', ".json", "key"),
     ('{"title": "T" "a": 1}', ".json", "comma"), ('{"title" "T"}', ".json", "colon"),
     ('{"title": "T"} x', ".json", "rest"), ("[a\n", ".toml", "line")],
)  # fmt: skip
def test_the_usual_slips_are_known_by_their_kind(text, suffix, fault):
    assert refusal(text, suffix).facts["fault"] == fault


def test_korean_keys_need_no_quotes_in_toml():
    decomposed = unicodedata.normalize("NFD", '제목 = "밤"\n')

    assert parse_brief(decomposed + '판형="a5"', ".toml") == {"제목": "밤", "판형": "a5"}


def test_what_looks_like_a_key_inside_a_text_stays_text():
    text = 'summary = """\n제목 = 없음\n"""'

    assert parse_brief(text, ".toml") == {"summary": "제목 = 없음\n"}


@pytest.mark.parametrize("text", ["[" * 100_000, '{"seed": ' + "9" * 5000 + "}", ""])
def test_hostile_json_is_a_slip_like_any_other(text):
    assert refusal(text, ".json").code == "brief-file-syntax"


@pytest.mark.parametrize("text", ["a = " + "[" * 100_000, "seed = " + "9" * 5000, "a = {"])
def test_hostile_toml_is_a_slip_like_any_other(text):
    assert refusal(text, ".toml").code == "brief-file-syntax"


def test_a_list_is_no_brief():
    assert refusal('["title"]', ".json").code == "brief-file-not-table"


def test_another_kind_of_file_is_refused_by_its_ending():
    assert refusal("title: T", ".yaml").facts == {"suffix": ".yaml"}
