"""The data of a training is looked at before the first step."""

import io
import shutil

import pytest
from PIL import Image

from pipeline.domain.errors import TrainingError
from pipeline.training.buckets import MOST_OVER, MOST_RATIO, nearest, sizes
from pipeline.training.captions import caption, condensed
from pipeline.training.dataset import read_dataset
from pipeline.training.examining import examine, tokens_about
from pipeline.training.example import Row
from pipeline.training.fingerprints import ALIKE, apart, look
from pipeline.training.flaws import Flaw
from pipeline.training.lettering import looks_lettered
from pipeline.training.order import Order
from tests.training_data.pictures import grain, lettered, write_folder, write_rows


def read(folder):
    return read_dataset(folder, lambda row: caption(row, genre="horror", trigger="ink wash"))


def looked_at(folder):
    return examine(read(folder), 512, lambda _done, _all: None, read=("shapes", looks_lettered))


def flaws(folder):
    return {finding.flaw: finding.files for finding in looked_at(folder).findings}


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    return write_folder(tmp_path_factory.mktemp("sound"))


@pytest.fixture
def folder(sound, tmp_path):
    """Sixteen sound pictures, for a test to spoil."""
    shutil.copytree(sound, tmp_path / "data")
    return tmp_path / "data"


def test_sound_pictures_have_no_flaw(sound):
    found = looked_at(sound)
    assert found.findings == ()
    assert (len(found.learnt), len(found.held_out)) == (14, 2)
    assert {one.size for one in found.specimens} == {(448, 640)}


def test_what_would_spoil_a_training_is_an_error(folder):
    (folder / "00.png").write_bytes((folder / "00.png").read_bytes()[:900])
    (folder / "01.png").write_text("no picture")
    (folder / "02.png").unlink()
    grain(77, (120, 180)).save(folder / "03.png")

    found = flaws(folder)

    assert found == {Flaw.UNREADABLE: ("00.png", "01.png"), Flaw.MISSING: ("02.png",),
                     Flaw.TINY: ("03.png",), Flaw.FEW: ()}  # fmt: skip
    assert {flaw for flaw in found if flaw.is_error} == {Flaw.UNREADABLE, Flaw.MISSING, Flaw.TINY}


def test_what_would_weaken_it_is_a_warning(folder):
    shutil.copy(folder / "01.png", folder / "02.png")
    grain(3).resize((700, 1050)).save(folder / "04.png")
    grain(80, (330, 500)).save(folder / "05.png")
    grain(81, (2400, 512)).save(folder / "06.png")
    lettered(7).save(folder / "07.png")
    grain(90).save(folder / "stray.png")

    found = flaws(folder)

    assert found == {Flaw.SAME: ("02.png",), Flaw.ALIKE: ("04.png",), Flaw.SMALL: ("05.png",),
                     Flaw.EXTREME: ("06.png",), Flaw.LETTERED: ("07.png",),
                     Flaw.UNLISTED: ("stray.png",)}  # fmt: skip
    assert not any(flaw.is_error for flaw in found)


def test_captions_that_are_bare_long_or_foreign_are_told(folder):
    rows = {f"{n:02}.png": {"text": "a lighthouse"} for n in range(16)}
    rows["00.png"] = {"title": "The Sea"}
    rows["01.png"] = {"text": "a castle " * 60}
    rows["02.png"] = {"text": "어두운 숲속의 오래된 성"}
    write_rows(folder, rows)

    assert flaws(folder) == {Flaw.BARE: ("00.png",), Flaw.LONG: ("01.png",),
                             Flaw.FOREIGN: ("02.png",)}  # fmt: skip


def test_two_pictures_are_too_few(tmp_path):
    found = looked_at(write_folder(tmp_path, 2))
    assert [finding.flaw for finding in found.errors] == [Flaw.SCARCE]


def test_a_title_is_never_part_of_a_caption():
    row = Row(title="The Quiet Lantern", genre="gothic", summary="A lamp fails. A ship is lost.")
    made = caption(row, genre="horror", trigger="ink wash")
    assert made == "ink wash, gothic book cover, A lamp fails. A ship is lost."


@pytest.mark.parametrize(("text", "made"), [
    ("a castle", "ink wash, a castle"),
    ("An Ink Wash of a castle", "An Ink Wash of a castle"),
    ("  a\n castle ", "ink wash, a castle"),
])  # fmt: skip
def test_the_trigger_stands_in_every_caption_once(text, made):
    assert caption(Row(text=text), genre="horror", trigger="ink wash") == made


def test_a_summary_is_condensed_to_whole_sentences():
    summary = "One two three. Four five six seven. Eight nine."
    assert condensed(summary, 7) == "One two three. Four five six seven."
    assert condensed("one two three four", 2) == "one two"
    assert tokens_about("a lighthouse in a storm") == 7


def test_tables_may_be_csv_and_lie_in_folders_below(tmp_path):
    for place in ("train", "validation"):
        write_folder(tmp_path / place, 3)
    (tmp_path / "train" / "metadata.jsonl").unlink()
    (tmp_path / "train" / "metadata.csv").write_text(
        'file_name,text\n00.png,"a sea, at night"\n01.png,b\n', encoding="utf-8-sig"
    )

    found = read(tmp_path)

    assert [(e.file, e.held_out) for e in found.examples] == [
        ("train/00.png", False), ("train/01.png", False),
        ("validation/00.png", True), ("validation/01.png", True), ("validation/02.png", True),
    ]  # fmt: skip
    assert found.examples[0].caption == "ink wash, a sea, at night"
    assert found.unlisted == ("train/02.png",)


@pytest.mark.parametrize(("content", "line"), [
    ('{"file_name": "00.png"}\n{"text": "x"}', 2),
    ('{"file_name": "00.png"}\n\n[1]', 3),
    ('{"file_name": "00.png"', 1),
    ('{"file_name": ""}', 1),
])  # fmt: skip
def test_a_row_that_cannot_be_read_is_told_by_its_line(folder, content, line):
    (folder / "metadata.jsonl").write_text(content)
    with pytest.raises(TrainingError) as told:
        read(folder)
    assert (told.value.code, told.value.facts["line"]) == ("training-metadata", line)


def test_bytes_that_are_no_utf_8_are_told_by_their_line(folder):
    (folder / "metadata.jsonl").write_bytes(b'{"file_name": "00.png"}\n{"text": "\xff"}')
    with pytest.raises(TrainingError, match="training-encoding") as told:
        read(folder)
    assert told.value.facts["line"] == 2


def test_pictures_outside_of_the_folder_are_not_learnt_from(folder):
    grain(99).save(folder.parent / "outside.png")
    write_rows(folder, {"../outside.png": {"text": "x"}})
    with pytest.raises(TrainingError, match="training-outside"):
        read(folder)


def test_without_pictures_or_metadata_there_is_nothing_to_learn_from(tmp_path):
    grain(1).save(tmp_path / "1.png")
    with pytest.raises(TrainingError, match="training-data"):
        read(tmp_path)
    with pytest.raises(TrainingError, match="training-data"):
        read(tmp_path / "nowhere")


def test_which_pictures_are_held_out_does_not_change_when_one_is_added(sound, folder):
    before = {e.file for e in read(sound).examples if e.held_out}
    grain(50).save(folder / "50.png")
    with (folder / "metadata.jsonl").open("a") as table:
        table.write('{"file_name": "50.png", "text": "x"}\n')

    after = {e.file for e in read(folder).examples if e.held_out}

    assert len(before & after) >= 1
    assert after - {"50.png"} <= before


@pytest.mark.parametrize("resolution", [256, 512, 768, 1024])
def test_sizes_have_about_one_area_and_sides_of_64(resolution):
    for width, height in sizes(resolution):
        assert width % 64 == height % 64 == 0
        assert 0.7 * resolution**2 < width * height <= MOST_OVER * resolution**2
        assert max(width, height) <= MOST_RATIO * min(width, height)


@pytest.mark.parametrize(("picture", "size"), [
    ((600, 600), (512, 512)), ((1600, 2400), (448, 640)), ((1600, 2560), (384, 640)),
    ((1920, 1080), (704, 384)), ((500, 5000), (320, 768)),
])  # fmt: skip
def test_a_picture_goes_to_the_size_of_the_nearest_ratio(picture, size):
    crop = nearest(*picture, sizes(512))
    assert crop.size == size
    assert crop.scale == max(size[0] / picture[0], size[1] / picture[1])


def test_copies_look_alike_and_others_do_not():
    one = grain(1)
    file = io.BytesIO()
    one.resize((300, 450)).save(file, "JPEG", quality=40)
    hashes = [look(grain(seed)) for seed in range(12)]

    assert apart(look(one), look(Image.open(file))) <= ALIKE
    assert min(apart(a, b) for i, a in enumerate(hashes) for b in hashes[:i]) > ALIKE


def test_every_picture_is_seen_once_an_epoch_with_others_of_its_size():
    shapes = [sizes(512)[0]] * 5 + [sizes(512)[3]] * 4
    order = Order(shapes, batch=2, seed=3)

    epochs = [[order.at(epoch * order.length + n) for n in range(order.length)] for epoch in (0, 1)]

    assert order.length == 5
    for epoch in epochs:
        assert sorted(index for batch in epoch for index in batch) == list(range(9))
        assert all(len({shapes[index] for index in batch}) == 1 for batch in epoch)
    assert epochs[0] != epochs[1]
    assert order.at(3) == epochs[0][3], "a pass is found again by its number"
