import contextlib

import numpy as np
import pytest
from PIL import Image, ImageCms

from pipeline.domain.errors import PictureError
from pipeline.stages.open_picture import open_picture
from tests.hostile import PHOTOGRAPHS, RED, REFUSED, SMALL, file_of, plain


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_usable_picture_is_refused_with_its_reason(name):
    content, code = REFUSED[name]

    with pytest.raises(PictureError) as refused:
        open_picture(content())

    assert refused.value.code == code


@pytest.mark.parametrize("name", SMALL)
def test_what_is_too_small_to_be_art_is_refused_with_its_size(name):
    with pytest.raises(PictureError) as refused:
        open_picture(SMALL[name]())

    assert refused.value.code == "picture-too-small"


@pytest.mark.parametrize("place", [0.02, 0.3, 0.7, 0.97])
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_a_damaged_file_is_a_picture_or_an_error_of_ours(kind, place):
    photograph = Image.open(PHOTOGRAPHS / "rocket.jpg")
    content = bytearray(file_of(photograph, kind))
    start = int(place * len(content))
    content[start : start + 40] = bytes(40)

    with contextlib.suppress(PictureError):
        assert open_picture(bytes(content)).rgb.shape == (photograph.height, photograph.width, 3)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_every_kind_is_read(kind):
    picture = open_picture(file_of(plain(), kind))

    assert picture.kind == kind
    assert picture.rgb.shape == (320, 400, 3)
    assert np.abs(picture.rgb.astype(int) - RED).max() <= 3


@pytest.mark.parametrize(
    ("picture", "kind"),
    [
        (plain("L", 90), "PNG"),
        (plain("1", 1), "PNG"),
        (plain("CMYK", (0, 200, 200, 30)), "JPEG"),
        (plain("CMYK", (0, 200, 200, 30)), "TIFF"),
        (plain("LA", (90, 255)), "PNG"),
        (plain("RGBA", (*RED, 255)), "WEBP"),
        (plain().quantize(8), "PNG"),
        (Image.fromarray(np.full((400, 400), 90 * 257, np.uint16)), "PNG"),
    ],
)
def test_every_mode_becomes_rgb(picture, kind):
    rgb = open_picture(file_of(picture, kind)).rgb

    expected = np.asarray(
        picture.convert("RGB") if picture.mode != "I;16" else plain("L", 90).convert("RGB")
    )
    assert rgb.dtype == np.uint8
    assert np.abs(rgb[5, 5].astype(int) - expected[5, 5]).max() <= 4


def test_what_is_transparent_lies_on_white():
    rgb = open_picture(file_of(plain("RGBA", (0, 0, 0, 0)))).rgb

    assert (rgb == 255).all()


def test_a_picture_stands_as_its_camera_was_held():
    picture = plain()
    picture.paste((0, 0, 255), (0, 0, 400, 100))
    exif = Image.Exif()
    exif[0x0112] = 6

    rgb = open_picture(file_of(picture, exif=exif)).rgb

    assert rgb.shape == (400, 320, 3)
    assert tuple(rgb[200, 310]) == (0, 0, 255)


def test_colours_are_converted_from_the_profile_in_the_file():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    lab = plain("LAB", (128, 200, 160))

    rgb = open_picture(file_of(lab, "TIFF", icc_profile=profile.tobytes())).rgb

    red, green, blue = (int(value) for value in rgb[0, 0])
    assert red > green + 60
    assert red > blue + 60


def test_a_profile_that_is_none_does_no_harm():
    rgb = open_picture(file_of(plain(), icc_profile=b"not a profile")).rgb

    assert tuple(rgb[0, 0]) == RED


def test_a_telephones_picture_is_read_with_its_library():
    content = (PHOTOGRAPHS / "coffee.heic").read_bytes()

    picture = open_picture(content)

    assert picture.kind == "HEIF"
    assert picture.rgb.shape == (400, 600, 3)
