"""The picture that is shown while a cover is made."""

import io

import numpy as np
import pytest
from PIL import Image

from pipeline.stages.waiting import waiting_picture


@pytest.mark.parametrize("aspect", [1 / 2.5, 2 / 3, 1.0, 16 / 9, 2.5])
def test_it_has_the_ratio_of_the_cover_and_hardly_any_bytes(aspect):
    content = waiting_picture(aspect)
    width, height = Image.open(io.BytesIO(content)).size
    assert width / height == pytest.approx(aspect, rel=0.01)
    assert max(width, height) == 1000
    assert len(content) < 60_000


def test_it_is_the_same_file_every_time():
    assert waiting_picture.__wrapped__(0.7) == waiting_picture.__wrapped__(0.7)


def test_it_is_quiet_but_not_empty():
    picture = np.asarray(Image.open(io.BytesIO(waiting_picture(2 / 3))).convert("L"), float)
    assert picture.mean() > 225
    assert picture.std() > 6
