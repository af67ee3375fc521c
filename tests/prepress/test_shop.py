import io

import numpy as np
import pytest
from PIL import Image

from pipeline.domain.wrap import RectMm
from pipeline.prepress.shop import (
    EBOOK_BYTES,
    ebook_jpeg,
    ebook_px,
    jpeg_within,
    panels,
    thumbnail_jpeg,
)
from pipeline.stages.imprint import Imprint
from tests.prepress.presets import formats, wrap

IMPRINT = Imprint(title="The Salt Lighthouse", author="Mara Ellison")


def noise(width, height):
    return np.random.default_rng(1).integers(0, 256, (height, width, 3), dtype=np.uint8)


def test_the_worst_picture_is_an_ebook_cover_of_the_shops_size_under_its_limit():
    content = ebook_jpeg(noise(1600, 2560), IMPRINT)

    with Image.open(io.BytesIO(content)) as picture:
        assert (picture.format, picture.size, picture.mode) == ("JPEG", (1600, 2560), "RGB")
    assert len(content) <= EBOOK_BYTES


def test_a_calm_picture_keeps_the_best_quality():
    calm = np.full((256, 160, 3), 120, np.uint8)

    assert len(jpeg_within(calm, IMPRINT, 300, EBOOK_BYTES)) < 20_000


def test_what_cannot_be_made_so_small_is_refused():
    with pytest.raises(ValueError, match="160 x 256"):
        jpeg_within(noise(160, 256), IMPRINT, 300, 2_000)


@pytest.mark.parametrize("form", [f for f in formats() if f.trim_mm], ids=lambda f: f.name)
def test_every_trim_has_an_ebook_cover_that_shops_take_and_little_of_it_is_cut(form):
    width, height = ebook_px(form.aspect)

    assert width >= 625 and height >= 1000 and max(width, height) == 2560
    kept = min(form.aspect, width / height) / max(form.aspect, width / height)
    assert kept > 0.87


def test_books_of_usual_proportions_get_the_shops_own_size_and_a_square_stays_one():
    assert ebook_px(6 / 9) == ebook_px(148 / 210) == (1600, 2560)
    assert ebook_px(1.0) == (2560, 2560)
    assert ebook_px(8.25 / 6) == (2560, 1862)


def test_a_thumbnail_is_small_and_keeps_its_proportions():
    with Image.open(io.BytesIO(thumbnail_jpeg(noise(600, 900), IMPRINT))) as picture:
        assert picture.size == (213, 320)


def test_the_panels_of_a_sheet_are_what_lies_there():
    made = wrap("kdp-hardcover-6x9", 300, "white")
    sheet = np.zeros((round(made.sheet.h * 4), round(made.sheet.w * 4), 3), np.uint8)
    paint(sheet, made.back, 50)
    paint(sheet, made.spine, 150)
    paint(sheet, made.front, 250)

    parts = panels(sheet, made)

    assert {int(v) for v in np.unique(parts.back[:, 1:-1])} == {50}
    assert {int(v) for v in np.unique(parts.spine[:, 1:-1])} == {150}
    assert {int(v) for v in np.unique(parts.front[:, 1:-1])} == {250}
    assert parts.front.shape[1] / parts.front.shape[0] == pytest.approx(
        made.front.w / made.front.h, rel=0.005
    )


def paint(sheet: np.ndarray, part: RectMm, value: int) -> None:
    sheet[round(part.y * 4) : round(part.bottom * 4), round(part.x * 4) : round(part.right * 4)] = (
        value
    )
