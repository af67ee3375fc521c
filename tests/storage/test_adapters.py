"""Every catalogue of adapters keeps to this, in memory and in a folder; and what a folder adds."""

import hashlib
import json
import multiprocessing
import os
import pickle
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.domain.adapter import Adapter, Base, LoraLayout
from pipeline.domain.errors import ModelError, OutputError
from storage import adapters as module
from storage.adapters import CATALOGUE, FolderAdapters, slug
from storage.memory_adapters import MemoryAdapters

ROOT = Path(__file__).parents[2]


@pytest.fixture(params=["folder", "memory"])
def adapters(request, tmp_path):
    if request.param == "memory":
        return MemoryAdapters(tmp_path / "held")
    return FolderAdapters(tmp_path / "adapters")


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "adapters"


@pytest.fixture
def kept(folder):
    return FolderAdapters(folder)


def lora(tmp_path, name="ink", content=b"weights", **more):
    """An adapter and a file for it."""
    file = tmp_path / f"{name}.tmp"
    file.write_bytes(content)
    return Adapter(name=name, sha256=hashlib.sha256(content).hexdigest(), size=len(content),
                   layout=LoraLayout.KOHYA, base=Base.SD1, rank=4, **more), file  # fmt: skip


def code_of(call):
    with pytest.raises(ModelError) as caught:
        call()
    return caught.value.code


def test_what_was_added_is_there_with_everything_that_is_known_of_it(adapters, tmp_path):
    ink, file = lora(tmp_path, genres=("science-fiction",), weight=0.65, trigger="ink wash",
                     licence="mit", source="a friend")  # fmt: skip
    adapters.add(ink, file)
    assert list(adapters.all()) == [ink]
    assert adapters.path("ink").read_bytes() == b"weights"


def test_adapters_are_told_by_name(adapters, tmp_path):
    for name in ("moss", "ash", "ink"):
        adapters.add(*lora(tmp_path, name))
    assert [one.name for one in adapters.all()] == ["ash", "ink", "moss"]


def test_one_of_the_same_name_is_replaced(adapters, tmp_path):
    adapters.add(*lora(tmp_path))
    second, file = lora(tmp_path, content=b"better weights")
    adapters.add(second, file)
    assert list(adapters.all()) == [second]
    assert adapters.path("ink").read_bytes() == b"better weights"


def test_what_was_removed_is_gone_with_its_file(adapters, tmp_path):
    ink, file = lora(tmp_path)
    adapters.add(ink, file)
    path = adapters.path("ink")
    assert adapters.remove("ink") == ink
    assert not path.exists()
    assert list(adapters.all()) == []


def test_what_is_not_there_is_missing(adapters):
    assert code_of(lambda: adapters.path("ink")) == "adapter-missing"
    assert code_of(lambda: adapters.remove("ink")) == "adapter-missing"


def test_a_file_that_is_not_the_one_described_is_not_taken(adapters, tmp_path):
    ink, file = lora(tmp_path)
    file.write_bytes(b"changed meanwhile")
    assert code_of(lambda: adapters.add(ink, file)) == "adapter-changed"
    assert list(adapters.all()) == []


@pytest.mark.parametrize("name", ["../ink", "Ink", "in k", "", "-", "a--b", "x" * 41, "a/b"])
def test_a_name_that_is_no_slug_is_refused(adapters, tmp_path, name):
    ink, file = lora(tmp_path)
    assert code_of(lambda: adapters.add(replace(ink, name=name), file)) == "adapter-name"


@pytest.mark.parametrize(("text", "name"), [
    ("Sci-Fi Covers v2.safetensors", "sci-fi-covers-v2-safetensors"), ("수채화 화풍", "수채화-화풍"),
    ("___", ""), ("../../etc/passwd", "etc-passwd"), ("x" * 50, "x" * 40),
])  # fmt: skip
def test_a_slug_is_made_of_letters_digits_and_single_dashes(text, name):
    assert slug(text) == name == slug(name)


def test_a_change_leaves_the_file_and_what_identifies_it(kept, tmp_path):
    kept.add(*lora(tmp_path, weight=0.8))
    kept.change("ink", lambda one: replace(one, weight=0.3, sha256="0" * 64, name="other"))
    (changed,) = kept.all()
    assert (changed.name, changed.weight) == ("ink", 0.3)
    assert kept.path("ink").read_bytes() == b"weights"


def test_a_file_that_somebody_took_away_is_told_by_its_path(kept, tmp_path):
    kept.add(*lora(tmp_path))
    kept.path("ink").unlink()
    assert [one.name for one in kept.all()] == ["ink"]
    assert code_of(lambda: kept.path("ink")) == "adapter-gone"


def test_files_that_nobody_added_are_strangers_and_stay(kept, folder, tmp_path):
    kept.add(*lora(tmp_path))
    (folder / "dropped.safetensors").write_bytes(b"?")
    kept.add(*lora(tmp_path, "moss"))
    assert [path.name for path in kept.strangers()] == ["dropped.safetensors"]


@pytest.mark.parametrize("text", [
    "", "{", "[]", '{"format": 1}', '{"format": 1, "adapters": [{"name": "ink"}]}',
    '{"format": 1, "adapters": [], "more": 1}', '{"format": "1", "adapters": []}', "\x00" * 50,
])  # fmt: skip
def test_a_damaged_catalogue_is_told_by_its_path_and_not_written_over(kept, folder, tmp_path, text):
    folder.mkdir()
    (folder / CATALOGUE).write_text(text)
    with pytest.raises(ModelError) as caught:
        kept.all()
    assert caught.value.code == "adapters-damaged"
    assert caught.value.facts["path"] == str(folder / CATALOGUE)
    assert code_of(lambda: kept.add(*lora(tmp_path))) == "adapters-damaged"
    assert (folder / CATALOGUE).read_text() == text


def test_a_catalogue_of_a_newer_articover_is_left_alone(kept, folder):
    folder.mkdir()
    (folder / CATALOGUE).write_text(json.dumps({"format": 2, "adapters": [], "colour": "red"}))
    assert code_of(kept.all) == "adapters-newer"


def test_it_goes_to_another_process(kept, tmp_path):
    kept.add(*lora(tmp_path))
    assert pickle.loads(pickle.dumps(kept)).all() == kept.all()  # noqa: S301 - our own


def test_a_reader_keeps_the_file_that_is_replaced(kept, tmp_path):
    kept.add(*lora(tmp_path))
    with kept.path("ink").open("rb") as reading:
        kept.add(*lora(tmp_path, content=b"better weights"))
        assert reading.read() == b"weights"


def _add_many(folder, tmp_path, names):
    for name in names:
        FolderAdapters(folder).add(*lora(tmp_path, name, name.encode()))


def test_processes_that_add_at_once_lose_nothing(folder, tmp_path):
    context = multiprocessing.get_context("fork")
    lists = [[f"p{process}-{turn}" for turn in range(10)] for process in range(3)]
    started = [context.Process(target=_add_many, args=(folder, tmp_path, names)) for names in lists]
    for process in started:
        process.start()
    for process in started:
        process.join()
    assert [one.name for one in FolderAdapters(folder).all()] == sorted(
        {*lists[0], *lists[1], *lists[2]}
    )


def test_a_change_does_not_wait_for_ever(kept, folder, tmp_path, monkeypatch):
    monkeypatch.setattr(module, "_PATIENCE_S", 0.05)
    with FolderAdapters(folder)._alone():
        assert code_of(lambda: kept.add(*lora(tmp_path))) == "adapters-busy"


KILLED = """
import os, signal, sys
from pathlib import Path
from storage import adapters
from tests.storage.test_adapters import lora
step, folder, place = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
kept = adapters.FolderAdapters(folder)
original = getattr(kept, step)
def dies(*given, **more):
    if step != "_take_in":
        original(*given, **more)
    os.kill(os.getpid(), signal.SIGKILL)
setattr(kept, step, dies)
kept.add(*lora(place, content=b"second"))
"""


@pytest.mark.parametrize(("step", "content"), [
    ("_take_in", b"first"), ("_write", b"second"), ("_drop", b"second"),
])  # fmt: skip
def test_a_kill_leaves_the_one_or_the_other(kept, folder, tmp_path, step, content):
    kept.add(*lora(tmp_path, content=b"first"))
    run = [sys.executable, "-c", KILLED, step, str(folder), str(tmp_path)]
    ended = subprocess.run(run, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=False)
    assert ended.returncode == -signal.SIGKILL
    assert kept.path("ink").read_bytes() == content
    kept.add(*lora(tmp_path, "moss"))
    assert [one.name for one in kept.all()] == ["ink", "moss"]


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "adapters").mkdir()
    (tmp_path / "adapters" / CATALOGUE).mkdir()
    kept = FolderAdapters(tmp_path / "adapters")
    with pytest.raises((ModelError, OutputError)):
        kept.add(*lora(tmp_path))
