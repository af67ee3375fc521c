from hypothesis import given
from hypothesis import strategies as st

from bot.terminal.columns import width
from bot.terminal.tables import branches, pairs, table

CHILDREN = {"1": ["2", "5"], "2": ["3"], "3": ["4"], "4": [], "5": [], "6": []}


def test_an_only_child_stands_below_its_parent_and_siblings_branch_off():
    assert list(branches(["1", "6"], CHILDREN.__getitem__, str)) == [
        "1",
        "├─ 2",
        "│  ↓ 3",
        "│  ↓ 4",
        "└─ 5",
        "6",
    ]


def test_a_long_row_of_changes_does_not_wander_off_to_the_right():
    lines = list(branches([0], lambda n: [n + 1] if n < 5000 else [], str))

    assert len(lines) == 5001
    assert max(map(len, lines)) < 10


@given(st.lists(st.tuples(st.text("ab가나", max_size=6), st.text("cd다", max_size=6)), min_size=1))
def test_cells_of_a_column_begin_below_one_another(rows):
    start = 2 + max(width(first) for first, _ in rows) + 2

    for (_, second), line in zip(rows, table(rows), strict=True):
        assert not second or width(line) == start + width(second)


def test_what_is_said_beside_a_label_is_wrapped_beside_it():
    lines = list(pairs([("제목", "one two three four five six"), ("b", "")], 30))

    assert lines == ["  제목  one two three four", "        five six", "  b"]
