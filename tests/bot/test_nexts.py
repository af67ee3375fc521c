import pytest

from bot.commands.nexts import nexts
from pipeline.domain.operation import (
    EditText,
    Export,
    Fork,
    Illustrate,
    Letter,
    Recolour,
    Reroll,
    Vary,
)

DRAWN_AGAIN = {"vary", "reroll", "recolour"}


def _names(operation, *versions):
    return [name for _, name in nexts(operation, versions)]


@pytest.mark.parametrize(
    "operation",
    [Letter(picture="a" * 64, seed=1, for_print=False), Fork(source="k3f8a2b4cd")],
    ids=["lettered", "forked"],
)
def test_drawing_again_is_not_advised_where_the_picture_may_have_been_brought(operation):
    advised = _names(operation, "m7p2x9w3hn")

    assert "text" in advised
    assert DRAWN_AGAIN.isdisjoint(advised)


def test_a_drawn_cover_may_be_drawn_again():
    assert "vary" in _names(Illustrate(seed=1, for_print=False), "m7p2x9w3hn")


@pytest.mark.parametrize("operation", [Vary(), Reroll()])
def test_several_versions_are_to_be_compared_and_a_single_one_is_not(operation):
    assert _names(operation, "m7p2x9w3hn", "k3f8a2b4cd")[0] == "compare"
    assert "compare" not in _names(operation, "m7p2x9w3hn")


@pytest.mark.parametrize("operation", [Recolour(), EditText(changes=(("title", "Other"),))])
def test_a_change_can_be_undone(operation):
    assert nexts(operation, ["m7p2x9w3hn"])[0] == ("articover undo m7p2x9w3hn", "undo")


def test_what_was_made_anew_may_go_to_a_printer():
    assert _names(Illustrate(seed=1, for_print=False), "m7p2x9w3hn")[-1] == "print"


def test_nothing_is_advised_where_no_version_was_made():
    assert nexts(Export(), ["m7p2x9w3hn"]) == nexts(Vary(), []) == []
