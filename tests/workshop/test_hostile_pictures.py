"""Files of any kind at the two doors: looking for lettering, and ordering a cover over them."""

import io

import numpy as np
import pytest
from PIL import Image

from pipeline.domain.errors import PictureError
from pipeline.workshop.find_text import looked_through
from storage.pictures import read_picture
from tests.hostile import REFUSED, SMALL, UNUSUAL, file_of
from tests.real import brief, files_of, lettered
from tests.retouching import BarDetector, with_retoucher

ABOUT = brief(format="6x9", options=1)
SHOP = with_retoucher()


class DarkDetector(BarDetector):
    """Finds what is dark, whatever became of the colours."""

    def fragments(self, rgb):
        bright = np.where(rgb.max(axis=2, keepdims=True) < 90, (255, 0, 255), rgb)
        return super().fragments(bright.astype(np.uint8))


DARK = with_retoucher(detector=DarkDetector())
BAR = (0.25, 0.2, 0.75, 0.3)
"""Left, top, right and bottom of the only dark thing in `picture`."""
WIDE = (20_000, 400)


TALL_BAR = (0.4, 0.2, 0.5, 0.8)


def picture(size=(400, 600), bar=BAR):
    shown = Image.new("RGB", size, (210, 190, 160))
    left, top, right, bottom = (round(part * side) for part, side in
                                zip(bar, size * 2, strict=True))  # fmt: skip
    shown.paste((20, 30, 40), (left, top, right, bottom))
    return shown


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_picture_is_refused_at_both_doors_alike(name, tmp_path):
    content, code = REFUSED[name]
    (tmp_path / "art").write_bytes(content())

    with pytest.raises(PictureError) as looking:
        looked_through(SHOP, content())
    with pytest.raises(PictureError) as ordering:
        lettered(ABOUT, read_picture(tmp_path / "art"))

    assert (looking.value.code, ordering.value.code) == (code, code)


@pytest.mark.parametrize("name", SMALL)
def test_what_is_too_small_for_a_cover_can_be_looked_at(name):
    content = SMALL[name]()

    found, numbered = looked_through(SHOP, content)

    assert found.lines == ()
    with Image.open(io.BytesIO(content)) as small:
        assert (found.width_px, found.height_px) == small.size
    assert max(Image.open(io.BytesIO(numbered)).size) < 2000
    with pytest.raises(PictureError) as ordering:
        lettered(ABOUT, content)
    assert ordering.value.code == "picture-too-small"


@pytest.mark.parametrize("name", UNUSUAL)
def test_lettering_is_found_where_one_sees_it_in_files_of_every_kind(name):
    found, numbered = looked_through(DARK, UNUSUAL[name](picture()))

    (line,) = found.lines
    corners = np.array(line.polygon)
    assert (found.width_px, found.height_px) == (400, 600)
    assert np.array([*corners.min(axis=0), *corners.max(axis=0)]) == pytest.approx(BAR, abs=0.01)
    assert Image.open(io.BytesIO(numbered)).format == "PNG"


def test_a_very_wide_picture_is_looked_at_in_small_and_found_in_its_own_size():
    found, numbered = looked_through(DARK, file_of(picture(WIDE, TALL_BAR)))

    (line,) = found.lines
    corners = np.array(line.polygon)
    assert (found.width_px, found.height_px) == WIDE
    assert np.array([*corners.min(axis=0), *corners.max(axis=0)]) == pytest.approx(
        TALL_BAR, abs=0.03
    )
    assert Image.open(io.BytesIO(numbered)).width < 2000


@pytest.mark.parametrize("name", [*list(UNUSUAL)[:4], "a very wide picture"])
def test_a_cover_is_made_over_a_file_of_every_kind(name):
    size = (400, 600) if name in UNUSUAL else WIDE

    made = lettered(ABOUT, UNUSUAL.get(name, file_of)(picture(size)))

    (preview, *_) = files_of(made, 1)
    assert Image.open(io.BytesIO(preview.content)).mode == "RGB"
    origin = made.drafts[0].document.art.origin
    assert (origin.width_px, origin.height_px) == size


def test_a_picture_that_erasing_made_larger_than_any_that_is_let_in_makes_a_cover_again():
    without_loss = file_of(picture()) + bytes(50_000_000)

    assert lettered(ABOUT, without_loss).drafts[0].document.art.origin.width_px == 400
