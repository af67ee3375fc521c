import numpy as np
import pytest
from PIL import Image

from pipeline.domain.geometry import Box
from pipeline.domain.subject import Subject, SubjectKind
from pipeline.stages.crop import crop_px, crops, cut, seen


def ramp(width, height):
    """A picture in which red tells the column and green the row."""
    rgb = np.zeros((height, width, 3), np.uint8)
    rgb[..., 0] = np.linspace(0, 255, width).astype(np.uint8)
    rgb[..., 1] = np.linspace(0, 255, height).astype(np.uint8)[:, None]
    return rgb


def face(left, top, right, bottom):
    return Subject(box=Box.edges(left, top, right, bottom), weight=1.0, kind=SubjectKind.FACE)


@pytest.mark.parametrize("aspect", [0.4, 2 / 3, 1.0, 16 / 9, 2.5])
@pytest.mark.parametrize("size", [(900, 600), (600, 900), (700, 700), (3000, 400)])
def test_a_crop_has_the_ratio_of_the_cover_and_all_the_pixels_that_it_can(size, aspect):
    rgb = ramp(*size)

    for crop in crops(rgb, aspect, ()):
        width, height = crop_px(rgb, crop.box)
        assert width / height == pytest.approx(aspect, rel=0.01)
        assert width == size[0] or height == size[1]


@pytest.mark.parametrize("x", [0.05, 0.3, 0.55, 0.8])
def test_a_face_is_kept_whole_wherever_it_is(x):
    best = crops(ramp(1200, 600), 2 / 3, [face(x, 0.3, x + 0.15, 0.6)])[0].box

    assert best.x <= x
    assert best.right >= x + 0.15


def test_a_face_counts_more_than_a_bright_thing():
    thing = Subject(box=Box.edges(0.75, 0.1, 0.98, 0.9), weight=0.6, kind=SubjectKind.SALIENT)

    best = crops(ramp(1200, 600), 2 / 3, [face(0.05, 0.3, 0.2, 0.6), thing])[0].box

    assert best.x <= 0.05


def test_without_anything_to_see_the_middle_is_shown():
    grey = np.full((600, 1200, 3), 128, np.uint8)

    assert crops(grey, 2 / 3, ())[0].box.centre[0] == pytest.approx(0.5, abs=0.03)


def test_other_crops_are_no_better_and_lie_elsewhere():
    first, *others = crops(ramp(1200, 600), 1.0, ())

    assert others
    assert first.loss == 0
    assert all(crop.loss >= 0 and abs(crop.box.x - first.box.x) > 0.02 for crop in others)


def test_what_is_cut_out_is_what_the_crop_says():
    rgb = ramp(1200, 600)

    piece = cut(rgb, Box(x=0.5, y=0.0, w=0.25, h=1.0), (150, 300))

    assert piece.shape == (300, 150, 3)
    assert np.abs(piece[:, 0, 0].astype(int) - 128).max() <= 3
    assert np.abs(piece[:, -1, 0].astype(int) - 191).max() <= 3


def test_the_same_crop_at_two_sizes_is_the_same_picture():
    rgb = np.asarray(Image.effect_noise((900, 600), 60).convert("RGB"))
    crop = crops(rgb, 2 / 3, ())[0].box

    small, large = cut(rgb, crop, (200, 300)), cut(rgb, crop, (1000, 1500))

    back = cut(large, Box(x=0.0, y=0.0, w=1.0, h=1.0), (200, 300))
    assert np.abs(back.astype(int) - small).mean() < 2


def test_subjects_are_seen_where_the_crop_shows_them():
    inside, outside = face(0.5, 0.2, 0.6, 0.4), face(0.0, 0.2, 0.2, 0.4)

    found = seen([inside, outside], Box(x=0.4, y=0.0, w=0.4, h=1.0))

    assert len(found) == 1
    assert found[0].box.x == pytest.approx(0.25)
    assert found[0].box.w == pytest.approx(0.25)
