"""Tables and trees as lines of text, measured in columns."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from bot.terminal.columns import padded, width, wrapped

T = TypeVar("T")
_GAP = "  "


def table(rows: Sequence[Sequence[str]], *, indent: int = 2) -> Iterator[str]:
    """Rows with their cells below one another; the last column is as long as it is."""
    if not rows:
        return
    columns = [max(width(cell) for cell in column) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [padded(cell, size) for cell, size in zip(row, columns, strict=True)]
        yield (" " * indent + _GAP.join(cells)).rstrip()


def pairs(rows: Sequence[tuple[str, str]], columns: int, *, indent: int = 2) -> Iterator[str]:
    """A label and what it says on each line, wrapped beside the label."""
    left = max((width(label) for label, _ in rows), default=0) + len(_GAP)
    room = max(20, columns - indent - left)
    for label, text in rows:
        first, *rest = wrapped(text, room) or [""]
        yield (" " * indent + padded(label, left) + first).rstrip()
        yield from (" " * (indent + left) + line for line in rest)


def branches(
    roots: Sequence[T], children: Callable[[T], Sequence[T]], line: Callable[[T], str]
) -> Iterator[str]:
    """A tree, one line a node.

    An only child stands below its parent behind an arrow and no deeper, since a cover may have
    hundreds of versions in a row.
    """
    waiting = [(node, "", "") for node in reversed(roots)]
    while waiting:
        node, before, below = waiting.pop()
        yield before + line(node)
        found = children(node)
        if len(found) == 1:
            waiting.append((found[0], below + "↓ ", below))
        else:
            waiting.extend(reversed([*_forked(found, below)]))


def _forked(nodes: Sequence[T], below: str) -> Iterator[tuple[T, str, str]]:
    for index, node in enumerate(nodes):
        last = index == len(nodes) - 1
        yield node, below + ("└─ " if last else "├─ "), below + ("   " if last else "│  ")
