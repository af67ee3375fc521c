"""A file from an address whose line may break anywhere: the bytes that come are asked for once."""

import hashlib
from contextlib import contextmanager

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.engines.hub.fetching import BrokenLineError, DamagedError, Reply, fetch
from pipeline.engines.hub.listing import RemoteFile

CONTENT = bytes(range(256)) * 4
FILE = RemoteFile(path="w", size=len(CONTENT), checksum=hashlib.sha256(CONTENT).hexdigest())


def server(breaks, asked, *, politely=False, content=CONTENT):
    """Gives so many bytes each time it is asked, then the rest; `asked` is told where from."""
    left = iter(breaks)

    @contextmanager
    def ask(headers):
        start = int(headers["Range"][6:-1]) if headers else 0
        asked.append(start)
        size = next(left, None)

        def pieces():
            yield content[start:][:size]
            if size is not None and not politely:
                raise BrokenLineError("broken")

        yield Reply(start=start, pieces=pieces())

    return ask


def fetched(tmp_path, ask):
    return fetch(FILE, tmp_path, ask, lambda *_: None, lambda _: None)


@given(breaks=st.lists(st.integers(1, len(CONTENT)), max_size=8), politely=st.booleans())
def test_however_a_line_breaks_the_file_is_whole_and_no_byte_came_twice(
    tmp_path_factory, breaks, politely
):
    asked = []
    path = fetched(tmp_path_factory.mktemp("blobs"), server(breaks, asked, politely=politely))
    assert path.read_bytes() == CONTENT
    assert asked == sorted(set(asked))


def test_a_line_on_which_nothing_comes_is_given_up(tmp_path):
    asked = []
    with pytest.raises(BrokenLineError):
        fetched(tmp_path, server([100, *[0] * 99], asked))
    assert asked == [0, *[100] * 5]
    assert fetched(tmp_path, server([], asked)).read_bytes() == CONTENT
    assert asked[-1] == 100


def test_pauses_grow_while_nothing_comes(tmp_path):
    pauses = []
    with pytest.raises(BrokenLineError):
        fetch(FILE, tmp_path, server([0] * 9, []), lambda *_: None, pauses.append)
    assert pauses == sorted(pauses)
    assert len(pauses) > 2


def test_what_is_longer_than_it_should_be_is_begun_anew(tmp_path):
    (tmp_path / f"{FILE.checksum}.part").write_bytes(CONTENT * 2)
    asked = []
    assert fetched(tmp_path, server([], asked)).read_bytes() == CONTENT
    assert asked == [0]


def test_a_part_that_was_damaged_on_the_disk_is_found_and_fetched_anew(tmp_path):
    (tmp_path / f"{FILE.checksum}.part").write_bytes(b"?" * 100)
    asked = []
    assert fetched(tmp_path, server([], asked)).read_bytes() == CONTENT
    assert asked == [100, 0]


def test_content_that_is_always_wrong_is_refused_and_leaves_nothing(tmp_path):
    with pytest.raises(DamagedError):
        fetched(tmp_path, server([], [], content=b"?" * len(CONTENT)))
    assert list(tmp_path.iterdir()) == []


def test_a_small_file_is_checked_by_the_name_that_git_gives_its_content(tmp_path):
    # git hash-object of the three bytes "hi\n"
    file = RemoteFile(path="s", size=3, checksum="45b983be36b73c0788dc9cbcb76cbb80fc7bb057")
    ask = server([], [], content=b"hi\n")
    assert fetch(file, tmp_path, ask, lambda *_: None, lambda _: None).read_bytes() == b"hi\n"
