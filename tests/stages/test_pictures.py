import io
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image, ImageCms

from pipeline.stages.jpeg import encode_jpeg
from pipeline.stages.png import encode_png
from tests.stages.proofs import ENGLISH, KOREAN, art

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
ENCODERS = {"png": encode_png, "jpeg": encode_jpeg}
BOTH = pytest.mark.parametrize("encode", ENCODERS.values(), ids=ENCODERS)
IMPRINTS = pytest.mark.parametrize("imprint", [KOREAN, ENGLISH], ids=["ko", "en"])


def opened(content):
    picture = Image.open(io.BytesIO(content))
    picture.load()
    return picture


@BOTH
def test_a_picture_knows_its_resolution(encode):
    assert opened(encode(art(), KOREAN, 300)).info["dpi"] == pytest.approx((300, 300), abs=0.01)


@BOTH
def test_a_picture_carries_the_srgb_profile(encode):
    profile = ImageCms.ImageCmsProfile(
        io.BytesIO(opened(encode(art(), KOREAN, 300)).info["icc_profile"])
    )
    assert "sRGB" in ImageCms.getProfileDescription(profile)


@BOTH
def test_the_same_picture_is_the_same_bytes(encode):
    assert encode(art(), KOREAN, 300) == encode(art(), KOREAN, 300)


def test_png_gives_back_every_pixel():
    assert np.array_equal(np.asarray(opened(encode_png(art(), KOREAN, 300))), art())


def test_jpeg_keeps_colour_at_full_size_and_stays_close():
    picture = opened(encode_jpeg(art(), KOREAN, 300))
    assert {layer[1:3] for layer in picture.layer} == {(1, 1)}
    assert np.abs(np.asarray(picture).astype(int) - art()).mean() < 1.5


@IMPRINTS
def test_png_says_who_and_what_in_its_text(imprint):
    text = opened(encode_png(art(), imprint, 300)).text
    assert (text["Title"], text["Author"]) == (imprint.title, imprint.author)
    assert (text["Description"], text["Software"]) == (imprint.description, "ArtiCover")
    assert text["Title"].lang == imprint.language


@IMPRINTS
def test_jpeg_says_who_and_what_in_exif(imprint):
    exif = opened(encode_jpeg(art(), imprint, 300)).getexif()
    # Pillow reads these ASCII fields as Latin-1; other programs as the UTF-8 that they are.
    assert exif[0x010E].encode("latin-1").decode("utf-8") == imprint.description
    assert exif[0x013B].encode("latin-1").decode("utf-8") == imprint.author
    assert exif[0x9C9B].decode("utf-16-le").rstrip("\0") == imprint.title
    assert exif[0x9C9D].decode("utf-16-le").rstrip("\0") == imprint.author


def said(content):
    """What the XMP packet says: the words of each field, and the languages of its first list."""
    packet = ElementTree.fromstring(opened(content).info["xmp"])  # noqa: S314
    fields = packet.find(f".//{RDF}Description")
    return {
        field.tag.partition("}")[2]: [item.text for item in field.iter(f"{RDF}li")]
        for field in fields
    }


@BOTH
@IMPRINTS
def test_both_say_it_in_xmp_as_well(encode, imprint):
    fields = said(encode(art(), imprint, 300))
    assert fields["title"] == [imprint.title] * 2, "by default, and in its language"
    assert fields["creator"] == [imprint.author]
    assert fields["AltTextAccessibility"] == fields["description"] == [imprint.description] * 2
    assert fields["subject"] == [imprint.subject, *imprint.keywords]
    assert fields["language"] == [imprint.language]
