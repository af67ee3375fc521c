"""find-text, erase and replace as they are typed, with real engines and a real queue."""

import io
import json
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from bot.__main__ import main
from pipeline.domain.found_json import LIST_NAME, PICTURE_NAME
from tests.bot.installation import Terminal, service, settle

FACES = Path(__file__).parents[2] / "pipeline" / "typography" / "faces"
BOOK = ("--title", "Nightfall", "--options", "1", "--seed", "3", "--preview")


def sign(path):
    """A calm picture with a line at its foot and one above it."""
    picture = Image.linear_gradient("L").resize((480, 720)).convert("RGB")
    draw = ImageDraw.Draw(picture)
    face = ImageFont.truetype(str(FACES / "NanumMyeongjoBold.ttf"), 44)
    draw.text((60, 540), "HARBOUR INN", font=face, fill=(20, 20, 90))
    draw.text((60, 640), "SINCE 1910", font=face, fill=(20, 20, 90))
    picture.save(path)
    return path


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """A data folder with a cover on such a picture; a service keeps its workers warm."""
    folder = tmp_path_factory.mktemp("installation")
    with pytest.MonkeyPatch.context() as patch:
        settle(patch, folder)
        patch.setenv("ARTICOVER_DETECTOR", "rapidocr")
        picture = sign(folder / "sign.png")
        with service(folder / "service.log"):
            assert main(["cover", *BOOK, "--art", str(picture), "--out", str(folder / "made")]) == 0
            yield folder


@pytest.fixture
def terminal(kept, monkeypatch, capsys):
    settle(monkeypatch, kept)
    monkeypatch.setenv("ARTICOVER_DETECTOR", "rapidocr")
    return Terminal(kept, capsys)


@pytest.fixture
def first(terminal):
    return terminal.json("tree", "last")["versions"][0]["version"]


def test_lettering_in_a_file_is_listed_and_drawn(terminal, kept, tmp_path):
    ended, out, err = terminal("find-text", kept / "sign.png", "--out", tmp_path)

    assert (ended, err) == (0, "")
    assert "2 lines of lettering were found:" in out
    assert "“HARBOUR INN”" in out
    assert "“SINCE 1910”" in out
    with Image.open(tmp_path / f"sign-{PICTURE_NAME}") as drawn:
        assert drawn.height >= 720


def test_a_program_gets_polygons_words_and_the_size(terminal, kept, tmp_path):
    found = terminal.json("find-text", kept / "sign.png", "--out", tmp_path)

    assert (found["detector"], found["width_px"], found["height_px"]) == ("rapidocr", 480, 720)
    assert [(line["number"], line["words"]) for line in found["lines"]] == [
        (1, "HARBOUR INN"), (2, "SINCE 1910")]  # fmt: skip
    assert all(0.7 < y < 0.98 for line in found["lines"] for _, y in line["polygon"])


def test_a_picture_with_numbers_is_not_written_over_another_file(terminal, kept, tmp_path):
    taken = tmp_path / f"sign-{PICTURE_NAME}"
    taken.write_bytes(b"mine")

    ended, _, err = terminal("find-text", kept / "sign.png", "--out", tmp_path)

    assert (ended, taken.read_bytes()) == (3, b"mine")
    assert "--force" in err


def test_one_line_of_a_version_is_erased_and_the_other_stays(terminal, first, tmp_path):
    made = terminal.json("erase", first, "--boxes", "2", "--out", tmp_path)

    (version,) = made["versions"]
    assert version["operation"]["kind"] == "erase-text"
    left = terminal.json("find-text", version["version"], "--out", tmp_path)
    assert [line["words"] for line in left["lines"]] == ["HARBOUR INN"]


def test_everything_is_erased_and_said_and_then_nothing_is_found(terminal, first, tmp_path):
    ended, out, _ = terminal("erase", first, "--all", "--out", tmp_path)

    assert ended == 0
    assert "2 lines of text were erased from the picture." in out
    version = out.split()[1].rstrip(":")
    ended, _, err = terminal("erase", version, "--all")
    assert ended == 2
    assert "No lettering was found" in err


def test_other_words_stand_where_a_line_was(terminal, first, tmp_path):
    made = terminal.json("replace", first, "--box", "1", "--words", "RIVER HOUSE",
                         "--out", tmp_path)  # fmt: skip

    (version,) = made["versions"]
    found = terminal.json("find-text", version["version"], "--out", tmp_path)
    assert [line["words"] for line in found["lines"]] == ["RIVER HOUSE", "SINCE 1910"]
    listed = json.loads((tmp_path / LIST_NAME).read_text("utf-8"))
    assert listed["lines"] == found["lines"]


class Keyboard(io.StringIO):
    """What somebody types at a terminal."""

    def isatty(self):
        return True


def test_who_says_no_lines_sees_the_list_and_is_asked_until_they_are_there(
    terminal, first, monkeypatch, tmp_path
):
    monkeypatch.setattr("sys.stdin", Keyboard("two\n9\n2\n"))

    ended, out, err = terminal("erase", first, "--out", tmp_path)

    assert ended == 0
    assert "“SINCE 1910”" in out
    assert "1,3 or 2-4" in err
    assert "no lettering with the number 9" in err
    assert "One line of text was erased" in out


def test_a_number_that_is_not_there_is_one_sentence(terminal, first):
    ended, out, err = terminal("erase", first, "--boxes", "7")

    assert (ended, out) == (2, "")
    assert "There is no lettering with the number 7; the picture has 2 lines" in err


def test_a_drawn_cover_has_no_lettering_to_erase(terminal, tmp_path):
    assert terminal("cover", *BOOK, "--style", "seascape", "--force", "--out", tmp_path)[0] == 0

    ended, _, err = terminal("erase", "last", "--all")

    assert ended == 2
    assert "drawn by the illustrator" in err
