"""A picture of the author's on its whole way: from the file to a finished set of covers."""

import functools
import hashlib
import io
import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from bot.__main__ import main
from pipeline.domain.art import Brought
from pipeline.domain.errors import PictureError
from pipeline.domain.geometry import Box
from storage.pictures import read_picture
from tests.bot.test_command import articover
from tests.real import brief, files_of
from tests.real import lettered as letter

pytestmark = pytest.mark.commands

PHOTOGRAPHS = Path(__file__).parent / "fixtures" / "photographs"
ASTRONAUT = PHOTOGRAPHS / "astronaut.jpg"
FACE = Box.edges(0.34, 0.05, 0.56, 0.33)
"""Where the astronaut's face is in the whole photograph, seen by eye."""
BOOKS = {
    "en": {"title": "The Night We Left the Earth Behind", "author": "Imani Okafor"},
    "ko": {"title": "바다가 보이는 책방에서 보낸 겨울", "author": "한서윤"},
}


def lettered_anew(form="6x9", language="en", picture=ASTRONAUT):
    asked = brief(**BOOKS[language], format=form, options=3, seed=5)
    return letter(asked, picture.read_bytes())


@functools.cache
def lettered(form, language):
    return lettered_anew(form, language)


def shown(face, crop):
    """Where something of the whole picture lies on a cover that shows `crop` of it."""
    return Box(x=(face.x - crop.x) / crop.w, y=(face.y - crop.y) / crop.h,
               w=face.w / crop.w, h=face.h / crop.h)  # fmt: skip


@pytest.mark.parametrize("language", BOOKS)
@pytest.mark.parametrize("form", ["6x9", "square", "16:9"])
def test_the_face_is_shown_whole_and_no_word_lies_on_it(form, language):
    for option in lettered(form, language).drafts:
        face = shown(FACE, option.document.art.origin.crop)

        assert face.x >= 0
        assert face.right <= 1
        assert all(block.box.overlap(face) == 0 for block in option.document.layout.blocks)


@pytest.mark.parametrize("name", ["coffee", "chelsea", "rocket"])
def test_every_option_can_be_read_and_none_needs_a_label(name):
    for option in lettered_anew(picture=PHOTOGRAPHS / f"{name}.jpg").drafts:
        contrast = [c for c in option.report.checks if c.code.startswith("contrast")]

        assert contrast
        assert all(check.verdict == "pass" for check in contrast)
        assert not any(block.effects for block in option.document.layout.blocks)


def test_options_differ_in_their_type():
    options = lettered("6x9", "en").drafts

    assert len({option.document.pairing for option in options}) == 3


def test_the_same_picture_and_seed_give_the_same_files():
    assert lettered("6x9", "en").files == lettered_anew().files


def test_colours_that_the_author_wants_are_tried_for_the_lettering():
    rocket = PHOTOGRAPHS / "rocket.jpg"
    asked = brief(title="Return Window", requirements="yellow", options=1, seed=5)

    title = letter(asked, rocket.read_bytes()).drafts[0].document.layout.blocks[0]

    red, green, blue = (int(title.colour[i : i + 2], 16) for i in (1, 3, 5))
    assert min(red, green) > blue + 60


def test_art_keeps_its_colours_outside_the_lettering_and_its_tones():
    flat = io.BytesIO()
    Image.new("RGB", (1200, 1800), (40, 70, 110)).save(flat, "PNG")
    asked = brief(**BOOKS["en"], options=1, seed=5)

    made = letter(asked, flat.getvalue())

    picture = np.asarray(Image.open(io.BytesIO(files_of(made, 1)[0].content)).convert("RGB"))
    assert tuple(picture[5, 5]) == (40, 70, 110)


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("own") / "covers"
    picture = folder.parent / "coffee.png"
    with Image.open(PHOTOGRAPHS / "coffee.jpg") as small:
        small.resize((1800, 1200)).save(picture)
    book = ["--title", "Return Window", "--author", "Imani Okafor", "--options", "1"]
    run = articover("cover", *book, "--seed", "3", "--art", str(picture), "--out", str(folder))
    return run, folder, picture


def test_the_command_writes_every_file(printed):
    run, folder, _ = printed

    assert run.returncode == 0, run.stderr
    assert {path.name for path in folder.iterdir()} == {
        "brief.json", "contact-sheet.png", "cover-1.json", "cover-1-preview.png",
        "cover-1-preview.jpg", "cover-1-print.png", "cover-1-print.jpg", "cover-1-print.pdf",
    }  # fmt: skip
    with Image.open(folder / "cover-1-print.png") as page:
        assert page.size == (1800, 2700)


def test_preview_and_print_show_the_same(printed):
    _, folder, _ = printed
    with (
        Image.open(folder / "cover-1-preview.png") as preview,
        Image.open(folder / "cover-1-print.png") as page,
    ):
        small = page.resize(preview.size, Image.Resampling.LANCZOS)
        apart = np.asarray(small, np.int16) - np.asarray(preview, np.int16)

    assert np.abs(apart).mean() < 1.7


def test_the_layout_says_which_picture_was_used(printed):
    _, folder, picture = printed

    art = json.loads((folder / "cover-1.json").read_text())["art"]

    assert art["sha256"] == hashlib.sha256(picture.read_bytes()).hexdigest()
    assert (art["width_px"], art["height_px"]) == (1800, 1200)


@pytest.mark.parametrize(
    ("size", "for_print", "dpi", "verdict"),
    [
        ((1200, 1800), True, 200, "warn"),
        ((600, 900), True, 100, "fail"),
        ((600, 900), False, 100, "fail"),
        ((2400, 3600), False, 300, "pass"),
        ((1800, 1200), True, 133.33, "fail"),
    ],
)
def test_the_preflight_tells_the_resolution_that_the_picture_really_has(
    size, for_print, dpi, verdict
):
    file = io.BytesIO()
    Image.linear_gradient("L").convert("RGB").resize(size).save(file, "JPEG")
    asked = brief(title="Return Window", options=1, seed=5)

    option = letter(asked, file.getvalue(), for_print=for_print).drafts[0]

    check = next(check for check in option.report.checks if check.code == "resolution")
    assert isinstance(option.document.art, Brought)
    assert (check.measured, check.verdict) == (pytest.approx(dpi, abs=0.2), verdict)


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize(
    ("content", "code"),
    [(b"words", "picture-kind"), (ASTRONAUT.read_bytes()[:9000], "picture-unreadable"),
     (None, "picture-missing")],
)  # fmt: skip
def test_a_picture_that_cannot_be_used_is_one_sentence(
    content, code, language, tmp_path, monkeypatch, capsys
):
    monkeypatch.setenv("ARTICOVER_LANG", language)
    picture, folder = tmp_path / "own.png", tmp_path / "covers"
    if content:
        picture.write_bytes(content)

    ended = main(
        ["cover", "--title", "겨울", "--art", str(picture), "--out", str(folder), "--json"]
    )

    said = capsys.readouterr()
    assert ended == 2
    assert json.loads(said.out)["error"]["code"] == code
    assert said.err.count("\n") == 1
    assert not folder.exists()


def test_a_style_and_a_picture_exclude_each_other(tmp_path, capsys):
    ended = main(["cover", "--title", "A", "--art", str(ASTRONAUT), "--style", "foil",
                  "--out", str(tmp_path / "covers")])  # fmt: skip

    assert ended == 2
    assert "--art" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "code"), [("", "picture-no-file"), ("none.jpg", "picture-missing")]
)
def test_a_folder_is_no_picture(name, code, tmp_path):
    with pytest.raises(PictureError) as refused:
        read_picture(tmp_path / name)

    assert refused.value.code == code
