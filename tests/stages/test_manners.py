"""Adapters by name in requirements: which are asked for, which forbidden, and what is left of the text."""

import pytest

from pipeline.stages.manners import read_manners

NAMES = ("inkwash", "ink-wash", "ink", "수묵", "v2-90s", "fog")


@pytest.mark.parametrize(
    ("requirements", "wanted"),
    [
        ("In the manner of inkwash", ["inkwash"]),
        ("a lake, Ink Wash, no people", ["ink-wash"]),
        ("ink-wash and fog", ["ink-wash", "fog"]),
        ("inkwashed paper with inky skies", []),
        ("style: V2-90s", ["v2-90s"]),
        ("no inkwash, but fog", ["fog"]),
        ("inkwash, but no inkwash", []),
        ("수묵풍으로, 사람 없이", ["수묵"]),
        ("수묵으로 그려 주세요", ["수묵"]),
        ("수묵화", []),
        ("inkwash로 그리고 수묵은 빼고", ["inkwash"]),
        ("ink.", ["ink"]),
        ("", []),
    ],
)
def test_a_manner_is_asked_for_by_its_name_as_words_of_their_own(requirements, wanted):
    assert list(read_manners(requirements, NAMES).wanted) == wanted


def test_what_is_forbidden_is_known_as_such():
    assert read_manners("no ink wash, blue", NAMES).unwanted == ("ink-wash",)
    assert read_manners("수묵 없이", NAMES).unwanted == ("수묵",)


def test_the_text_is_left_without_the_names():
    asked = read_manners("A lake in the manner of ink wash, blue", NAMES)

    assert " ".join(asked.rest.split()) == "A lake in the manner of , blue"
    assert asked.named_in("in the manner of Ink Wash")
    assert not asked.named_in("blue")


def test_a_text_without_names_is_left_as_it_is():
    assert read_manners("바다와 등대, 미니멀하게", ()).rest == "바다와 등대, 미니멀하게"
