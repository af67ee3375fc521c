"""`articover upscale` as it is typed, with the real weights and a picture of a few pixels."""

import json

import numpy as np
import pytest
from PIL import Image

from bot.__main__ import main
from tests.bot.installation import Terminal, settle


@pytest.fixture
def terminal(tmp_path, monkeypatch, capsys):
    settle(monkeypatch, tmp_path)
    monkeypatch.chdir(tmp_path)
    return Terminal(tmp_path, capsys)


def picture(folder, width=21, height=13, mode="RGB"):
    noise = np.random.default_rng(5).integers(0, 256, (height, width, len(mode)), np.uint8)
    Image.fromarray(noise, mode).save(folder / "small.png")


@pytest.mark.parametrize("engine", ["ncnn", "torch"])
def test_a_picture_is_four_times_as_wide_and_high_and_keeps_its_opacity(
    engine, terminal, tmp_path, monkeypatch
):
    monkeypatch.setenv("ARTICOVER_UPSCALER", engine)
    picture(tmp_path, mode="RGBA")

    ended, out, _ = terminal("upscale", "small.png", "--weights", "draft", "--json")

    told = json.loads(out)
    assert ended == 0
    assert told["upscaled"] == {
        "engine": engine,
        "weights": "draft",
        "width_px": 21,
        "height_px": 13,
    }
    with Image.open(told["files"][0]) as made:
        assert (made.size, made.mode, round(made.info["dpi"][0])) == ((84, 52), "RGBA", 300)


def test_a_picture_fills_the_size_that_is_asked_for(terminal, tmp_path):
    picture(tmp_path)

    ended, out, _ = terminal("upscale", "small.png", "--weights", "draft", "--to", "40x40px",
                             "--out", "large")  # fmt: skip

    assert ended == 0
    assert "40 × 40" in out
    with Image.open(tmp_path / "large" / "small-40x40px.png") as made:
        assert made.size == (40, 40)


def test_a_file_that_is_there_is_not_overwritten_and_nothing_is_enlarged_first(terminal, tmp_path):
    picture(tmp_path)
    (tmp_path / "small-x4.png").write_bytes(b"mine")

    ended, _, err = terminal("upscale", "small.png")

    assert ended == 3
    assert "--force" in err
    assert (tmp_path / "small-x4.png").read_bytes() == b"mine"


@pytest.mark.parametrize(("given", "said"), [
    (("upscale", "none.png"), "none.png"),
    (("upscale", "small.png", "--to", "99999x99999px"), "60"),
    (("upscale", "small.png", "--to", "sheep"), "sheep"),
])  # fmt: skip
def test_what_cannot_be_done_is_said(given, said, terminal, tmp_path):
    picture(tmp_path)

    ended, _, err = terminal(*given)

    assert ended in {2, 3}
    assert said in err


def test_a_drawn_cover_is_not_enlarged_but_drawn_again(terminal, tmp_path):
    assert main(["cover", "--title", "One", "--options", "1", "--preview", "--out", "made"]) == 0

    ended, _, err = terminal("upscale", "last")

    assert ended == 2
    assert "drawn again" in err
