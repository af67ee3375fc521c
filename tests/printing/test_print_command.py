"""`articover print` as it is typed: what it needs, what it makes, and what it remembers."""

import json
from pathlib import Path

import pytest

from bot.__main__ import main
from tests.bot.installation import Terminal, service, settle

COVER = ("--title", "The Quiet Lantern", "--author", "Anna Wren", "--options", "1", "--seed", "3",
         "--preview", "--style", "papercut", "--format", "5x8")  # fmt: skip
BOOK = ("--for", "KDP 5 x 8", "--pages", "240", "--paper", "cream", "--isbn", "978-0-306-40615-7")


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """A data folder with one cover whose files were printed once, as a program was told."""
    folder = tmp_path_factory.mktemp("installation")
    (folder / "blurb.txt").write_text("One night.\n\nOne more ship.", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        settle(patch, folder)
        with service(folder / "service.log"):
            assert main(["cover", *COVER, "--out", str(folder / "made")]) == 0
            yield folder


@pytest.fixture
def terminal(kept, monkeypatch, capsys):
    settle(monkeypatch, kept)
    return Terminal(kept, capsys)


def test_who_tells_no_printer_and_is_nobody_to_ask_is_told_what_to_tell(terminal):
    ended, _, err = terminal("print", "last")
    assert ended == 2
    assert "--for kdp-6x9" in err
    assert "articover printers" in err


def test_a_printer_without_pages_is_not_enough(terminal):
    ended, _, err = terminal("print", "last", "--for", "kdp-5x8")
    assert ended == 2
    assert "--pages" in err


def test_a_file_for_the_back_that_is_not_there_is_told(terminal):
    ended, _, err = terminal("print", "last", *BOOK, "--blurb", "@missing.txt")
    assert ended == 2
    assert "missing.txt" in err


def test_an_order_is_told_with_its_preflight_and_the_next_one_needs_only_what_changes(
    terminal, tmp_path
):
    ended, out, err = terminal("print", "last", *BOOK, "--blurb", "@blurb.txt", "--out", tmp_path)
    assert (ended, err) == (0, "")
    (pdf,) = tmp_path.glob("*-kdp-5x8-cover.pdf")
    assert str(pdf) in out
    assert "Amazon KDP paperback" in out.splitlines()[-1]
    (told,) = tmp_path.glob("*.json")
    assert json.loads(told.read_text())["book"]["blurb"] == "One night.\n\nOne more ship."

    jobs = terminal.json("jobs", "--limit", "100")
    ended, _, err = terminal("print", "last", "--pages", "260", "--out", tmp_path)
    assert (ended, "8 files exist already" in err) == (3, True)
    assert terminal.json("jobs", "--limit", "100") == jobs  # refused before anything was made

    ended, _, err = terminal("print", "last", "--pages", "4")
    assert ended == 2
    assert "kdp" in err  # the printer is remembered
    assert not Path("covers").exists()


def test_a_preflight_of_a_version_knows_what_was_told_for_print(terminal):
    told = terminal.json("preflight", "last")

    assert (told["target"], told["verdict"], told["hints"]) == ("kdp-5x8", "pass", [])
    assert {"barcode", "spine-width"} <= {check["code"] for check in told["checks"]}


def test_a_wrong_isbn_is_refused_before_anything_is_drawn(terminal):
    ended, _, err = terminal("print", "last", *BOOK[:4], "--isbn", "978-0-306-40615-8")
    assert ended == 2
    assert "978-0-306-40615-8" in err


def test_every_printer_is_listed_for_people_and_for_programs(terminal):
    ended, out, _ = terminal("printers")
    assert ended == 0
    assert {"kdp", "ingram", "bookk", "kyobo"} <= {line.split()[0] for line in out.splitlines()}
    listed = {one["printer"]: one for one in terminal.json("printers")}
    assert "kdp-6x9" in listed["kdp"]["targets"]
    assert listed["kdp"]["source"]
