"""Files of every kind before the real detector, by the command as people run it."""

import functools
import json

import pytest
from PIL import Image, ImageDraw, ImageFont

from pipeline.workshop.find_text import looked_through
from tests.bot.test_command import articover
from tests.hostile import REFUSED, SMALL, UNUSUAL, file_of
from tests.real import workshop

WORDS = "WINTER SEA"
PLACE = (0.15, 0.2, 0.85, 0.32)
"""Left, top, right and bottom of the words, as fractions."""


@functools.cache
def sign(size=(400, 600)):
    """Dark words on a light ground that goes over into another one."""
    width, height = size
    ground = Image.linear_gradient("L").resize(size).point(lambda grey: 170 + grey // 4)
    shown = Image.merge("RGB", (ground, ground.point(lambda grey: grey - 25), ground))
    left, top, right, bottom = PLACE
    face = ImageFont.load_default(100)
    text = Image.new("L", face.getbbox(WORDS)[2:])
    ImageDraw.Draw(text).text((0, 0), WORDS, 255, face)
    text = text.crop(text.getbbox())
    text = text.resize((round((right - left) * width), round((bottom - top) * height)))
    shown.paste((25, 35, 60), (round(left * width), round(top * height)), text)
    return shown


def bounds(line):
    xs, ys = zip(*line.polygon, strict=True)
    return (min(xs), min(ys), max(xs), max(ys))


@pytest.mark.parametrize("name", list(UNUSUAL)[:6])
def test_words_are_found_and_read_in_files_of_every_kind(name):
    found, _ = looked_through(workshop(), UNUSUAL[name](sign()))

    (line,) = found.lines
    assert bounds(line) == pytest.approx(PLACE, abs=0.03)
    assert line.words.replace(" ", "").upper() == WORDS.replace(" ", "")


@pytest.mark.parametrize("name", SMALL)
def test_what_is_very_small_or_narrow_is_looked_at_in_no_time(name):
    assert looked_through(workshop(), SMALL[name]())[0].lines == ()


def test_a_picture_with_as_many_pixels_as_are_let_in_is_looked_at():
    size = (6300, 9450)

    found, _ = looked_through(workshop(), file_of(sign(size), compress_level=1))

    assert (found.width_px, found.height_px) == size
    assert bounds(found.lines[0]) == pytest.approx(PLACE, abs=0.03)


@pytest.mark.parametrize("name", ["a PNG bomb", "a cut off JPEG"])
def test_the_command_refuses_in_one_sentence(name, tmp_path):
    content, code = REFUSED[name]
    (tmp_path / "picture").write_bytes(content())

    run = articover("find-text", "./picture", "--json", cwd=tmp_path)

    assert run.returncode == 2
    assert json.loads(run.stdout)["error"]["code"] == code
    assert run.stderr.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["picture"]


def test_the_command_shows_what_it_finds_in_a_photograph_on_its_side(tmp_path):
    (tmp_path / "photo.jpg").write_bytes(UNUSUAL["a photograph on its side"](sign()))

    run = articover("find-text", "photo.jpg", "--json", cwd=tmp_path)

    told = json.loads(run.stdout)
    assert [line["words"].replace(" ", "") for line in told["lines"]] == ["WINTERSEA"]
    with Image.open(tmp_path / "photo-lettering.png") as numbered:
        assert numbered.height > numbered.width
