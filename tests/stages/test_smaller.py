"""Pictures that are too large for a chat."""

import io
import threading
import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from pipeline.domain.errors import PictureError
from pipeline.stages.colour_profile import srgb
from pipeline.stages.imprint import Imprint
from pipeline.stages.jpeg import encode_jpeg
from pipeline.stages.png import encode_png
from pipeline.stages.smaller import smaller

IMPRINT = Imprint(title="Small Hours", author="Ada", description="A lamp in a window.")


def grain(width=600, height=900, seed=0):
    """Noise over a slope: what compresses badly, and still shows whether it is the same."""
    noise = np.random.default_rng(seed).integers(0, 90, (height, width, 3))
    return (noise + np.linspace(0, 160, width)[None, :, None]).astype(np.uint8)


PNG = encode_png(grain(), IMPRINT, 300)


def read(content):
    return Image.open(io.BytesIO(content))


@settings(max_examples=15, deadline=None)
@given(st.integers(6_000, 2_000_000), st.none() | st.integers(200, 2_000))
def test_what_comes_back_fits_and_keeps_its_proportions(most_bytes, sides):
    made = smaller(PNG, most_bytes, sides)
    picture = read(made)
    assert picture.format == "JPEG"
    assert len(made) <= most_bytes
    assert sides is None or sum(picture.size) <= sides
    assert picture.width / picture.height == pytest.approx(2 / 3, abs=0.02)


def test_quality_goes_before_size():
    best = len(smaller(PNG, 10**9))
    assert read(smaller(PNG, best)).size == (600, 900)
    assert read(smaller(PNG, best * 7 // 10)).size == (600, 900)
    assert read(smaller(PNG, best // 6)).width < 600


def test_it_is_the_same_picture():
    small = np.asarray(read(smaller(PNG, 60_000)).convert("L").resize((20, 30)), float)
    large = np.asarray(read(PNG).convert("L").resize((20, 30)), float)
    assert np.abs(small - large).mean() < 4


def test_a_jpeg_that_fits_is_left_alone():
    content = encode_jpeg(grain(), IMPRINT, 300)
    assert smaller(content, len(content), 1500) is content
    assert smaller(content, len(content), 1499) is not content


def test_words_profile_and_print_measure_survive():
    picture = read(smaller(PNG, 60_000))
    assert picture.info["icc_profile"] == srgb()
    assert b"A lamp in a window." in picture.info["xmp"]
    assert picture.width / picture.info["dpi"][0] == pytest.approx(600 / 300, rel=0.02)


def test_the_exif_of_a_jpeg_survives():
    content = encode_jpeg(grain(), IMPRINT, 300)
    assert read(smaller(content, 60_000)).getexif()[0x010E] == "A lamp in a window."


def test_the_same_picture_and_limit_give_the_same_file():
    assert smaller(PNG, 80_000, 1200) == smaller(PNG, 80_000, 1200)


def test_glass_lies_on_white():
    file = io.BytesIO()
    Image.new("RGBA", (80, 80), (255, 0, 0, 0)).save(file, "PNG")
    assert read(smaller(file.getvalue(), 10_000)).getpixel((40, 40)) == (255, 255, 255)


def test_colours_of_another_profile_become_srgb():
    file = io.BytesIO()
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ")).tobytes()
    Image.new("RGB", (80, 80), (200, 60, 60)).save(file, "PNG", icc_profile=lab)
    assert read(smaller(file.getvalue(), 10_000)).info["icc_profile"] == srgb()


@pytest.mark.parametrize("content", [b"", b"nothing", PNG[:2000]], ids=["empty", "text", "torn"])
def test_what_is_no_picture_is_told(content):
    with pytest.raises(PictureError, match="picture-unreadable"):
        smaller(content, 10**6)


def test_what_cannot_fit_is_told():
    with pytest.raises(PictureError) as refused:
        smaller(PNG, 400)
    assert refused.value.code == "picture-too-large"


def test_other_threads_go_on_meanwhile():
    """At most a part of the time is spent in one piece, however busy the machine is."""
    worst, ended = 0.0, threading.Event()
    big = encode_png(grain(1600, 2400), IMPRINT, 300)
    work = threading.Thread(target=lambda: (smaller(big, 500_000), ended.set()))
    began = time.monotonic()
    work.start()
    while not ended.is_set():
        asked = time.monotonic()
        ended.wait(0.001)
        worst = max(worst, time.monotonic() - asked)
    assert worst < 0.4 * (time.monotonic() - began)
    work.join()
