"""The commands on versions, as they are typed, with a data folder of their own."""

import signal
from pathlib import Path

import pytest

from bot.__main__ import main
from tests.bot.installation import Terminal, service, settle, typed

pytestmark = pytest.mark.commands

BOOK = ("--title", "The Quiet Lantern", "--author", "Anna Wren", "--genre", "mystery",
        "--options", "1", "--seed", "3", "--preview")  # fmt: skip


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """A data folder with one cover; a service runs its queue, so that its workers stay warm."""
    folder = tmp_path_factory.mktemp("installation")
    with pytest.MonkeyPatch.context() as patch:
        settle(patch, folder)
        with service(folder / "service.log"):
            assert main(["cover", *BOOK, "--out", str(folder / "made")]) == 0
            yield folder


@pytest.fixture
def terminal(kept, monkeypatch, capsys):
    settle(monkeypatch, kept)
    return Terminal(kept, capsys)


@pytest.fixture
def first(terminal):
    """The version that the cover began with."""
    return terminal.json("tree", "last")["versions"][0]["version"]


def test_other_words_make_a_child_with_its_picture_and_what_to_do_next(terminal, first):
    ended, out, err = terminal("text", first, "--title", "The Loud Lantern")

    assert (ended, err) == (0, "")
    made, *rest = out.splitlines()
    version = made.split()[1].rstrip(":")
    assert made == f"Version {version}: title: “The Loud Lantern”"
    assert Path(rest[0].strip()) == Path("covers", "the-quiet-lantern", f"{version}.png")
    assert Path(rest[0].strip()).read_bytes().startswith(b"\x89PNG")
    assert any(f"articover undo {version}" in line for line in rest)
    assert terminal.json("show", version)["parent"] == first


def test_an_order_tells_a_program_of_its_job_versions_and_files(terminal, first, tmp_path):
    made = terminal.json("move", first, "title", "--to", "bottom", "--out", tmp_path)

    (version,) = made["versions"]
    assert made["job"]["state"] == "delivered"
    assert version["operation"]["kind"] == "move-text"
    assert made["files"] == [str(tmp_path / f"{version['version']}.png")]


@pytest.mark.parametrize(
    ("arguments", "kind"),
    [
        (("move", "제목", "--to", "아래"), "move-text"),
        (("restyle", "--block", "title", "--colour", "금색", "--material", "foil"), "restyle"),
        (("text", "--add", "A novel", "--remove", "author"), "edit-text"),
        (("recolour", "--colours", "gold,남색"), "recolour"),
        (("vary", "--count", "1", "--seed", "7"), "vary"),
        (("reroll", "--seed", "7"), "reroll"),
        (("fork",), "fork"),
    ],
)
def test_every_change_makes_a_version_that_says_what_was_done(
    terminal, first, tmp_path, arguments, kind
):
    command, *options = arguments

    made = terminal.json(command, first, *options, "--out", tmp_path)

    (version,) = made["versions"]
    shown = terminal.json("show", version["version"])
    assert shown["operation"]["kind"] == kind
    assert shown["maker"]["engine"] == "illustrator"
    assert [Path(file).name for file in made["files"]] == [f"{version['version']}.png"]


def test_undo_and_redo_step_between_versions_and_back_goes_anywhere(terminal, first):
    child = terminal.json("text", first, "--subtitle", "A Story")["versions"][0]["version"]

    assert terminal.json("undo", child)["version"] == first
    assert terminal.json("show", "last")["version"] == first
    assert terminal.json("redo", first)["version"] == child
    assert terminal.json("back", first)["version"] == first
    ended, _, err = terminal("undo", first)
    assert ended == 2
    assert f"Version {first} is where its cover began" in err


def test_show_tells_all_and_saves_the_picture_once(terminal, first, tmp_path):
    picture = tmp_path / "cover.png"

    ended, out, _ = terminal("show", first, "--out", picture)

    assert ended == 0
    for said in (
        "The Quiet Lantern",
        "illustrator",
        "palette",
        "font pairing",
        "seed",
        "Preflight",
    ):
        assert said in out
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert terminal("show", first, "--out", picture)[0] == 3
    assert terminal("show", first, "--out", picture, "--force")[0] == 0


def test_the_tree_marks_where_one_stands(terminal, first):
    terminal("back", first)

    _, out, _ = terminal("tree", first)

    (here,) = [line for line in out.splitlines() if "you are here" in line]
    assert first in here


def test_history_names_the_cover_and_pages_on(terminal, first):
    page = terminal.json("history", "--limit", "1")
    _, out, _ = terminal("history", "--limit", "1")

    assert page["covers"][0]["title"] == "The Quiet Lantern"
    if page["after"] is not None:
        assert f"--after {page['after']}" in out


@pytest.mark.usefixtures("first")
def test_behind_the_last_page_nobody_is_told_that_they_have_no_covers(terminal):
    ended, out, _ = terminal("history", "--after", "behind-everything")

    assert ended == 0
    assert "You have no covers yet" not in out
    assert "articover history" in out


def test_a_comparison_is_refused_before_the_work_where_one_is_there_already(
    terminal, first, tmp_path
):
    other = terminal.json("text", first, "--series", "Book 2")["versions"][0]["version"]

    made = terminal.json("compare", first, other, "--out", tmp_path)
    jobs = len(terminal.json("jobs", "--limit", "100")["jobs"])
    ended, _, err = terminal("compare", first, other, "--out", tmp_path)

    assert made["versions"] == []
    assert made["files"] == [str(tmp_path / "comparison.png")]
    assert (ended, "comparison.png exists already" in err) == (3, True)
    assert len(terminal.json("jobs", "--limit", "100")["jobs"]) == jobs


def test_export_writes_print_files_named_after_the_version(terminal, first, tmp_path):
    made = terminal.json("export", first, "--out", tmp_path)

    names = {Path(file).name for file in made["files"]}
    assert {Path(name).suffix for name in names} == {".png", ".jpg", ".pdf", ".json"}
    assert all(name.startswith(first) for name in names)


def test_a_file_in_the_way_of_a_print_is_told_before_anything_is_made(terminal, first, tmp_path):
    name = f"{first}-print.pdf"
    (tmp_path / name).write_bytes(b"somebody else's")
    jobs = len(terminal.json("jobs", "--limit", "100")["jobs"])

    ended, out, err = terminal("export", first, "--out", tmp_path)

    assert ended == 3, out
    assert f"{name} exists already" in err
    assert (tmp_path / name).read_bytes() == b"somebody else's"
    assert len(terminal.json("jobs", "--limit", "100")["jobs"]) == jobs


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("text", "zzzzzzzzzz", "--title", "x"), 2),
        (("text", "FIRST", "--set", "free-7=x"), 2),
        (("move", "FIRST", "series", "--to", "top"), 2),
        (("restyle", "FIRST", "--colour", "nocolour"), 2),
        (("restyle", "FIRST", "--font", "nofont"), 2),
        (("restyle", "FIRST", "--size", "9"), 2),
        (("recolour", "FIRST", "--palette", "nopalette"), 2),
        (("export", "FIRST", "--format", "16:9"), 2),
        (("export", "FIRST", "--format", "folio"), 2),
        (("compare", "FIRST"), 2),
        (("compare", "FIRST", "FIRST"), 2),
        (("cancel", "zzzzzzzzzz"), 2),
        (("vary", "FIRST", "--out", "/dev/null/covers"), 3),
    ],
)
def test_what_does_not_go_is_one_sentence_and_changes_nothing(
    terminal, first, arguments, code, language
):
    before = terminal.json("tree", first)

    ended, out, err = terminal(
        *(first if word == "FIRST" else word for word in arguments), "--lang", language
    )

    assert (ended, out) == (code, "")
    assert err.startswith({"en": "Error: ", "ko": "오류: "}[language])
    assert len(err.splitlines()) == 1
    assert terminal.json("tree", first) == before


def test_what_has_ended_cannot_be_cancelled(terminal, first):
    job = terminal.json("jobs")["jobs"][0]["job"]

    ended, _, err = terminal("cancel", job)

    assert ended == 2
    assert "has ended already" in err


def test_the_queue_can_be_looked_at_and_paused(terminal, first):
    assert terminal.json("queue", "pause")["paused"] is True
    _, table, _ = terminal("queue", "--once")
    assert terminal.json("queue", "resume")["paused"] is False

    assert "Nothing waits and nothing runs." in table
    assert "The queue is paused" in table
    assert terminal.json("queue")["mean_s"]["illustrate"] > 0


def test_settings_are_kept_and_taken_back(terminal, first):
    assert terminal.json("settings", "--format", "신국판", "--not-forkable")["forkable"] is False
    assert terminal.json("settings")["format"]
    assert terminal.json("settings", "--format", "default", "--forkable") == {
        "language": "", "format": "", "genre": "", "forkable": True, "shared": False,
    }  # fmt: skip


def test_a_shared_cover_is_said_to_be_so_until_that_is_taken_back(terminal, first):
    assert terminal.json("settings", "--shared")["shared"] is True
    _, table, _ = terminal("settings")
    assert "--shared" in table
    assert terminal.json("settings", "--not-shared")["shared"] is False


def test_my_data_is_a_zip_that_is_not_overwritten(terminal, first, tmp_path):
    packed = terminal.json("my-data", "--out", tmp_path / "mine.zip")

    assert packed["covers"] >= 1
    assert packed["missing"] == 0
    assert terminal("my-data", "--out", tmp_path / "mine.zip")[0] == 3


def test_who_stops_a_command_hears_that_its_order_is_cancelled(terminal, first):
    terminal("queue", "pause")
    try:
        with typed("vary", first) as waiting:
            assert "The queue is paused" in waiting.stderr.readline()  # it is ordered by now
            waiting.send_signal(signal.SIGTERM)
            out, err = waiting.communicate(timeout=30)
    finally:
        terminal("queue", "resume")

    job = terminal.json("jobs", "--limit", "1")["jobs"][0]
    assert (waiting.returncode, out) == (130, "")
    assert err.startswith(f"Stopped: order {job['job']} is cancelled")
    assert job["state"] == "cancelled"


def test_the_queue_shows_what_waits_and_an_order_can_be_taken_back(terminal, first):
    terminal("queue", "pause")
    try:
        with typed("reroll", first) as waiting:
            waiting.stderr.readline()
            _, table, _ = terminal("queue", "--once")
            (line,) = terminal.json("queue")["jobs"]
            assert terminal("cancel", line["job"])[0] == 0
            _, err = waiting.communicate(timeout=30)
    finally:
        terminal("queue", "resume")

    assert (line["position"], line["kind"], line["state"]) == (1, "reroll", "queued")
    assert line["job"] in table
    assert "another idea" in table
    assert line["person"] not in table, "people are shortened"
    assert err.strip() == f"Order {line['job']} is cancelled."
    assert waiting.returncode == 130
