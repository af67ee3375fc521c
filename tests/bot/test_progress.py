import fcntl
import os
import pty
import struct
import termios

import pytest

from bot.conversation.words import Words
from bot.terminal.columns import width
from bot.terminal.progress import Bar

WIDE = 8


@pytest.fixture
def terminal():
    """A terminal's two ends: what a program writes into, and what a person reads from."""
    reader, writer = pty.openpty()
    with os.fdopen(writer, "w", encoding="utf-8") as stream, os.fdopen(reader, "rb", 0) as seen:
        yield stream, seen


def _lines(terminal, columns, *labels):
    stream, seen = terminal
    fcntl.ioctl(stream.fileno(), termios.TIOCSWINSZ, struct.pack("4H", 24, columns, 0, 0))
    bar = Bar(stream)
    for label in labels:
        bar.show(1, 2, label)
    stream.write("\rend")
    stream.flush()
    drawn = b""
    while not drawn.endswith(b"\rend"):
        drawn += seen.read(4096)
    return drawn.decode().split("\r")[1:-1]


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("columns", [WIDE, 40, 80, 100])
def test_the_bar_never_reaches_the_edge_where_it_would_wrap(terminal, language, columns):
    words = Words(language)

    lines = _lines(terminal, columns, words.say("queue-is-paused"), words.say("progress-reading"))

    assert len(lines) == 2
    assert max(width(line) for line in lines) < columns


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_command_that_lets_a_paused_queue_go_on_is_whole_at_eighty_columns(terminal, language):
    (line,) = _lines(terminal, 80, Words(language).say("standing-paused"))

    assert "“articover queue resume”" in line


def test_a_bar_that_has_room_says_everything(terminal):
    (line,) = _lines(terminal, 80, "Drawing the covers · at work")

    assert line.endswith(" 50%  Drawing the covers · at work")
