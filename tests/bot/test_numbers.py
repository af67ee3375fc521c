"""Numbers of lines, as they are typed."""

import sys
from types import SimpleNamespace

import click
import pytest

from bot.commands import retouching
from bot.conversation.words import Words
from bot.terminal.values import Numbers
from tests.retouching import three_lines

NUMBERS = Numbers(Words("en"))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1", (1,)),
        ("1,3", (1, 3)),
        (" 3 , 1 ", (3, 1)),
        ("2-4", (2, 3, 4)),
        ("2–4,3,9", (2, 3, 4, 9)),
        ("7~8", (7, 8)),
        ("1,1", (1,)),
    ],
)
def test_numbers_and_ranges_stand_between_commas(typed, meant):
    assert NUMBERS.convert(typed, None, None) == meant


@pytest.mark.parametrize("typed", ["", ",", "0", "a", "1;2", "-1", "4-2", "1,", "99999", "1-9999"])
def test_anything_else_is_explained(typed):
    with pytest.raises(click.BadParameter, match="1,3 or 2-4"):
        NUMBERS.convert(typed, None, None)


def test_a_word_may_stand_for_all():
    assert Numbers(Words("ko"), also="모두").convert(" 모두 ", None, None) == ()


@pytest.mark.parametrize(("typed", "picked"), [((), 0), ((1, 3), 2)])
def test_all_lines_go_together_even_if_there_are_more_than_can_be_picked(
    monkeypatch, typed, picked
):
    monkeypatch.setattr(retouching, "_found", lambda *_, **__: three_lines())
    monkeypatch.setattr(retouching, "_asked", lambda *_: typed)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)

    app = SimpleNamespace(words=None)
    assert len(retouching._picked(app, ("last",), None, "erase-which", False)) == picked
