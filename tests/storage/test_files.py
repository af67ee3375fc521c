import contextlib
import errno
import itertools
import os
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.domain.errors import OutputError
from storage.files import demand_free, publish, publish_all, publishing

STEPS = ("open", "write", "fsync", "link", "replace", "mkdir")


def tree(folder):
    return {str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
            for path in folder.rglob("*")}  # fmt: skip


def refusal(*args, **kwargs):
    with pytest.raises(OutputError) as caught:
        publish_all(*args, **kwargs)
    return caught.value


def fail_at(monkeypatch, turn, code):
    """Let the `turn`-th call to the operating system fail, once."""
    turns = itertools.count(1)

    def failing(real):
        def step(*args, **kwargs):
            if next(turns) == turn:
                raise OSError(code, os.strerror(code))
            return real(*args, **kwargs)

        return step

    for name in STEPS:
        monkeypatch.setattr(os, name, failing(getattr(os, name)))


def test_files_and_their_folders_appear_with_their_content(tmp_path):
    publish_all({tmp_path / "a" / "b" / "1.png": b"one", tmp_path / "2.png": b""})
    assert tree(tmp_path) == {"a": None, "a/b": None, "a/b/1.png": b"one", "2.png": b""}


def test_a_file_gets_the_rights_that_umask_gives(tmp_path):
    before = os.umask(0o027)
    try:
        publish(tmp_path / "a", b"a")
    finally:
        os.umask(before)
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o640


def test_an_existing_file_stays_and_keeps_the_others_away(tmp_path):
    (tmp_path / "b").write_bytes(b"old")
    error = refusal({tmp_path / "a": b"new", tmp_path / "b": b"new"})
    assert (error.code, error.facts["count"]) == ("output-exists", 1)
    assert tree(tmp_path) == {"b": b"old"}


def test_force_replaces(tmp_path):
    (tmp_path / "a").write_bytes(b"old")
    publish_all({tmp_path / "a": b"new", tmp_path / "b": b"new"}, force=True)
    assert tree(tmp_path) == {"a": b"new", "b": b"new"}


def test_a_file_that_somebody_writes_meanwhile_is_not_replaced(tmp_path, monkeypatch):
    real = os.link
    monkeypatch.setattr(
        os, "link", lambda src, dst: (Path(dst).write_bytes(b"quicker"), real(src, dst))
    )
    assert refusal({tmp_path / "a": b"slower"}).code == "output-exists"
    assert tree(tmp_path) == {"a": b"quicker"}


@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
def test_whatever_step_fails_nothing_has_changed(tmp_path, force, code):
    if force:
        (tmp_path / "1").write_bytes(b"old")
    before, contents = tree(tmp_path), {tmp_path / "1": b"a", tmp_path / "new" / "2": b"b"}
    turn = 0
    while tree(tmp_path) == before:
        turn += 1
        with pytest.MonkeyPatch.context() as patch, contextlib.suppress(OutputError):
            fail_at(patch, turn, code)
            publish_all(contents, force=force)
    assert turn > 12, "every step was tried"
    assert tree(tmp_path) == {"1": b"a", "new": None, "new/2": b"b"}


def test_each_way_to_fail_has_its_words(tmp_path, monkeypatch):
    fail_at(monkeypatch, 2, errno.EIO)
    assert refusal({tmp_path / "1": b"a"}).code == "output-failed"


def test_a_disk_that_is_really_full_leaves_nothing(tmp_path, monkeypatch):
    real, opened = os.open, []

    def full(path, *args):
        opened.append(path)
        return real("/dev/full", os.O_WRONLY) if len(opened) == 2 else real(path, *args)

    monkeypatch.setattr(os, "open", full)
    error = refusal({tmp_path / "1": b"a", tmp_path / "2": b"b"})
    assert (error.code, error.retryable) == ("output-no-space", True)
    assert tree(tmp_path) == {}


def test_a_limit_of_the_system_on_file_sizes_leaves_nothing(tmp_path):
    program = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from storage.files import publish_all\n"
        "from pipeline.domain.errors import OutputError\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "out = Path(sys.argv[1])\n"
        "try: publish_all({out / 'small': b'a', out / 'large': b'b' * 5000})\n"
        "except OutputError as error: print(error.code)\n"
    )
    run = subprocess.run(
        [sys.executable, "-B", "-c", program, tmp_path], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "output-no-space"
    assert tree(tmp_path) == {}


CRASHES = """
import itertools, os, sys
from pathlib import Path
from storage.files import publish_all

out, contents = Path(sys.argv[1]), {}
for name in ("1", "2"):
    contents[out / name] = name.encode() * 100_000

def crash_at(turn):
    turns = itertools.count(1)
    def dying(real):
        def step(*args, **kwargs):
            if next(turns) == turn:
                os._exit(9)
            return real(*args, **kwargs)
        return step
    for name in ("open", "write", "fsync", "link", "replace", "close"):
        setattr(os, name, dying(getattr(os, name)))

for turn in range(1, 100):
    if os.fork() == 0:
        crash_at(turn)
        publish_all(contents, force=True)
        os._exit(0)
    code = os.waitstatus_to_exitcode(os.wait()[1])
    sizes = [path.stat().st_size if path.exists() else 0 for path in contents]
    print(turn, code, *sizes)
    if code == 0:
        break
    for path in contents:
        path.write_bytes(b"old")
"""


def test_a_crash_at_any_step_leaves_old_files_or_new_ones_and_never_half(tmp_path):
    run = subprocess.run(
        [sys.executable, "-B", "-c", CRASHES, tmp_path], capture_output=True, text=True, check=True
    )
    turns = [[int(word) for word in line.split()] for line in run.stdout.splitlines()]
    assert len(turns) > 10, "every step was tried"
    assert turns[-1][1:] == [0, 100_000, 100_000]
    assert {size for _, _, *sizes in turns for size in sizes} <= {0, 3, 100_000}


def test_file_systems_without_hard_links_work_too(tmp_path, monkeypatch):
    def no_links(*_, **__):
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", no_links)
    publish(tmp_path / "a", b"one")
    publish(tmp_path / "a", b"two", force=True)
    assert refusal({tmp_path / "a": b"three"}).code == "output-exists"
    assert tree(tmp_path) == {"a": b"two"}


@pytest.mark.parametrize("force", [False, True])
def test_a_folder_is_never_replaced(tmp_path, force):
    (tmp_path / "a").mkdir()
    assert refusal({tmp_path / "a": b"x"}, force=force).code == "output-is-a-folder"


def test_a_file_where_a_folder_is_needed_is_named(tmp_path):
    (tmp_path / "a").write_bytes(b"")
    assert refusal({tmp_path / "a" / "b" / "c": b"x"}).code == "output-not-a-folder"


def test_a_name_too_long_for_the_disk_is_told(tmp_path):
    assert refusal({tmp_path / ("a" * 300): b"x"}).code == "output-name-too-long"


def test_a_place_that_cannot_be_written_is_told():
    assert refusal({Path("/proc/articover"): b"x"}).code in {"output-not-writable", "output-failed"}


def test_taken_names_can_be_found_out_before_the_work(tmp_path):
    (tmp_path / "a").write_bytes(b"")
    demand_free([tmp_path / "b"])
    demand_free([tmp_path / "a"], force=True)
    with pytest.raises(OutputError, match="output-exists"):
        demand_free([tmp_path / "a", tmp_path / "b"])


def test_a_file_that_is_written_bit_by_bit_appears_when_it_is_whole(tmp_path):
    path = tmp_path / "new" / "all.zip"
    with publishing(path, mode=0o600) as file:
        file.write(b"first ")
        assert not path.exists()
        file.write(b"second")
    assert tree(tmp_path) == {"new": None, "new/all.zip": b"first second"}
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("force", [False, True])
def test_a_file_that_is_given_up_while_it_is_written_leaves_nothing(tmp_path, force):
    if force:
        (tmp_path / "old").write_bytes(b"old")
    before, path = tree(tmp_path), tmp_path / ("old" if force else "new/all.zip")
    for error, told in ((KeyError(), KeyError), (OSError(errno.ENOSPC, "full"), OutputError)):
        with contextlib.ExitStack() as giving_up:
            giving_up.enter_context(pytest.raises(told))
            giving_up.enter_context(publishing(path, force=force)).write(b"half")
            raise error
        assert tree(tmp_path) == before


def test_a_file_that_exists_is_not_even_begun(tmp_path):
    publish(tmp_path / "a", b"old")
    with pytest.raises(OutputError, match="output-exists"), publishing(tmp_path / "a"):
        pytest.fail("the block was entered")
