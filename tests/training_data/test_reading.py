"""Pictures and tables as people's machines really write them."""

import json
import unicodedata

import numpy as np
import pytest
from PIL import Image, ImageCms

from pipeline.domain.errors import TrainingError
from pipeline.training.captions import caption
from pipeline.training.dataset import read_dataset
from pipeline.training.examining import examine
from pipeline.training.example import Row
from pipeline.training.flaws import Flaw
from pipeline.training.pictures import open_whole
from tests.training_data.pictures import grain


def read(folder):
    return read_dataset(folder, lambda row: caption(row, genre="fantasy", trigger="ink wash"))


def flaws(folder):
    found = examine(read(folder), 512, lambda _done, _all: None, read=("none", lambda _: False))
    return {finding.flaw: finding.files or finding.count for finding in found.findings}


def write(folder, rows, files=("a.png", "b.png", "c.png")):
    for number, name in enumerate(files):
        (folder / name).parent.mkdir(exist_ok=True)
        grain(number).save(folder / name, "PNG", compress_level=1)
    lines = [json.dumps({"file_name": name, **row}, ensure_ascii=False) for name, row in rows]
    (folder / "metadata.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return folder


A, B, C = (f"{letter}.png" for letter in "abc")
TEXT = {"text": "a castle"}


@pytest.mark.parametrize(("named", "stored"), [
    ("등대.png", unicodedata.normalize("NFD", "등대.png")),
    (unicodedata.normalize("NFD", "café.png"), "café.png"),
    ("below\\a.png", "below/a.png"),
])  # fmt: skip
def test_names_are_found_however_a_mac_or_windows_spelt_them(tmp_path, named, stored):
    folder = write(tmp_path, [(named, TEXT), (B, TEXT), (C, TEXT)], (stored, B, C))

    assert Flaw.MISSING not in flaws(folder)
    assert len(read(folder).examples) == 3


@pytest.mark.parametrize("name", ["a\0.png", "a\ud800.png"])
def test_names_that_no_file_can_have_are_told_by_their_line(tmp_path, name):
    write(tmp_path, [])
    rows = [{"file_name": A, **TEXT}, {"file_name": name, **TEXT}]
    (tmp_path / "metadata.jsonl").write_text("\n".join(map(json.dumps, rows)))

    with pytest.raises(TrainingError) as told:
        read(tmp_path)

    assert (told.value.code, told.value.facts["line"]) == ("training-metadata", 2)


def test_a_name_too_long_for_a_file_is_missing(tmp_path):
    assert flaws(write(tmp_path, [("a" * 5000, TEXT), (A, TEXT)]))[Flaw.MISSING] == ("a" * 5000,)


def test_half_a_character_in_a_text_is_left_out(tmp_path):
    write(tmp_path, [])
    (tmp_path / "metadata.jsonl").write_text('{"file_name": "a.png", "text": "sea \\ud83d"}')

    assert read(tmp_path).examples[0].caption == "ink wash, sea ?"


def test_lines_and_marks_of_windows_are_read(tmp_path):
    write(tmp_path, [])
    rows = [json.dumps({"file_name": name, **TEXT}) for name in (A, B)]
    (tmp_path / "metadata.jsonl").write_bytes(("\ufeff" + "\r\n".join(rows) + "\r\n").encode())

    assert [one.caption for one in read(tmp_path).examples] == ["ink wash, a castle"] * 2


@pytest.mark.parametrize("code", ["cp949", "utf-16"])
def test_a_table_in_another_encoding_is_told_as_that(tmp_path, code):
    write(tmp_path, [])
    (tmp_path / "metadata.jsonl").unlink()
    (tmp_path / "metadata.csv").write_bytes("file_name,text\na.png,등대\n".encode(code))

    with pytest.raises(TrainingError, match="training-encoding"):
        read(tmp_path)


def test_of_several_rows_about_a_picture_the_last_counts_and_that_is_told(tmp_path):
    folder = write(tmp_path, [(A, {"text": "a sea"}), (B, TEXT), (C, TEXT), (A, {"text": "a sky"})])

    assert flaws(folder)[Flaw.REPEATED] == (A,)
    assert read(folder).examples[0].caption == "ink wash, a sky"


def test_few_korean_words_beside_an_english_trigger_are_told(tmp_path):
    folder = write(tmp_path, [(A, {"text": "등대"}), (B, {"summary": "밤"}), (C, TEXT)])

    assert flaws(folder)[Flaw.FOREIGN] == (A, B)


def test_what_is_held_out_does_not_count_as_learnt_from(tmp_path):
    files = ("a.png", *(f"validation/{n}.png" for n in range(4)))

    assert flaws(write(tmp_path, [(name, TEXT) for name in files], files))[Flaw.SCARCE] == 1


def test_a_trigger_inside_of_another_word_is_none():
    assert (
        caption(Row(text="a season of rain"), genre="x", trigger="sea") == "sea, a season of rain"
    )
    assert caption(Row(text="By the Sea"), genre="x", trigger="sea") == "By the Sea"


GREYS = np.linspace(0, 1, 64 * 64).reshape(64, 64)


@pytest.mark.parametrize(("name", "values"), [
    ("16.png", (GREYS * 65535).astype(np.uint16)),
    ("32.tif", (GREYS * 65535).astype(np.int32)),
    ("8-in-32.tif", (GREYS * 255).astype(np.int32)),
    ("real.tif", GREYS.astype(np.float32)),
])  # fmt: skip
def test_greys_of_more_bits_keep_their_tones(tmp_path, name, values):
    Image.fromarray(values).save(tmp_path / name)

    shown = np.asarray(open_whole(tmp_path / name))[..., 1] / 255

    assert np.abs(shown - GREYS).max() < 0.006


def test_colours_are_as_the_profile_means_them(tmp_path):
    """In this profile red and blue stand in each other's place, as in no other."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = profile.replace(b"rXYZ", b"____").replace(b"bXYZ", b"rXYZ").replace(b"____", b"bXYZ")
    Image.new("RGB", (8, 8), (250, 0, 0)).save(tmp_path / "a.png", icc_profile=swapped)
    Image.new("RGB", (8, 8), (250, 0, 0)).save(tmp_path / "b.png", icc_profile=b"no profile")

    assert open_whole(tmp_path / "a.png").getpixel((4, 4)) == pytest.approx((0, 0, 250), abs=3)
    assert open_whole(tmp_path / "b.png").getpixel((4, 4)) == (250, 0, 0)


def test_a_turned_picture_stands_upright_and_a_clear_one_lies_on_white(tmp_path):
    turned = Image.new("RGB", (64, 32), "red")
    exif = turned.getexif()
    exif[0x112] = 6
    turned.save(tmp_path / "turned.jpg", exif=exif)
    Image.new("RGBA", (8, 8), (10, 10, 10, 0)).save(tmp_path / "clear.png")
    Image.new("CMYK", (8, 8), (0, 255, 255, 0)).save(tmp_path / "cmyk.jpg")

    assert open_whole(tmp_path / "turned.jpg").size == (32, 64)
    assert open_whole(tmp_path / "clear.png").getpixel((4, 4)) == (255, 255, 255)
    assert open_whole(tmp_path / "cmyk.jpg").getpixel((4, 4)) == (255, 0, 0)
