import io

import numpy as np
import pypdf
import pypdfium2
import pytest
from PIL import Image

from pipeline.domain.layout import Layout, Material
from pipeline.stages.jpeg import encode_jpeg
from pipeline.stages.pdf import encode_pdf
from pipeline.typography.rendering import render_over
from tests.stages.proofs import ENGLISH, KOREAN, SHADOW, art, layout, library

POINTS = (432.0, 648.0)


def made(lettering=None, imprint=KOREAN, picture=None):
    picture = art() if picture is None else picture
    return encode_pdf(picture, lettering or layout(), library(), imprint, POINTS)


def page(content):
    return pypdf.PdfReader(io.BytesIO(content)).pages[0]


def seen(content, scale):
    """The page as a viewer shows it, `scale` pixels a point."""
    document = pypdfium2.PdfDocument(content)
    try:
        return np.asarray(document[0].render(scale=scale).to_pil().convert("RGB"))
    finally:
        document.close()


def pictures(content):
    objects = page(content)["/Resources"]["/XObject"].values()
    return [found for item in objects if (found := item.get_object())["/Subtype"] == "/Image"]


def test_there_is_one_page_of_the_trim_size():
    reader = pypdf.PdfReader(io.BytesIO(made()))
    assert len(reader.pages) == 1
    assert tuple(float(side) for side in reader.pages[0].mediabox[2:]) == POINTS


@pytest.mark.parametrize("imprint", [KOREAN, ENGLISH], ids=["ko", "en"])
def test_the_file_says_who_and_what_in_its_language(imprint):
    reader = pypdf.PdfReader(io.BytesIO(made(imprint=imprint)))
    info, root = reader.metadata, reader.trailer["/Root"]
    assert (info.title, info.author, info.subject) == (
        imprint.title,
        imprint.author,
        imprint.subject,
    )
    assert info.keywords == ", ".join(imprint.keywords)
    assert root["/Lang"] == imprint.language
    assert imprint.description in str(root["/StructTreeRoot"]["/K"])


def test_the_art_is_the_only_picture_and_its_jpeg_is_untouched():
    content = made()
    assert len(pictures(content)) == 1
    assert encode_jpeg(art(), KOREAN, 40) in content


def test_the_lettering_is_outlines_and_not_text():
    content = page(made()).get_contents().get_data()
    assert outlines(content) > 200
    assert b"BT" not in content.split()
    assert "/Font" not in page(made())["/Resources"]


def outlines(content):
    """The lines and curves that a page draws."""
    return content.count(b" c\n") + content.count(b" l\n")


def repeated_rows(content):
    """The share of rows that look like the row above, at 24 times the size (1728 DPI).

    Outlines change from row to row; pixels at 300 DPI come in blocks of nearly six.
    """
    document = pypdfium2.PdfDocument(content)
    try:
        near = np.asarray(document[0].render(scale=24, crop=(150, 560, 150, 68)).to_pil())
    finally:
        document.close()
    return (near[1:] == near[:-1]).all(axis=(1, 2)).mean()


FLAT_ART = np.full((2700, 1800, 3), 60, np.uint8)
ROUND = "S별O9"


@pytest.mark.parametrize("material", Material)
def test_the_lettering_is_as_sharp_as_one_looks(material):
    lettering = layout(ROUND, material=material)
    assert repeated_rows(made(lettering, picture=FLAT_ART)) < 0.2


def test_lettering_in_the_picture_would_not_be():
    baked = render_over(FLAT_ART, layout(ROUND), library())
    assert repeated_rows(made(Layout(aspect=2 / 3, blocks=()), picture=baked)) > 0.6


@pytest.mark.parametrize("effects", [(), (SHADOW,)], ids=["plain", "shadow"])
@pytest.mark.parametrize("material", Material)
def test_page_and_picture_show_the_same_cover(material, effects):
    lettering = layout(material=material, effects=effects)
    shown = seen(made(lettering, picture=art(864, 1296)), scale=2)
    drawn = render_over(art(864, 1296), lettering, library())
    assert np.abs(shown.astype(int) - drawn).mean() < 2


def test_the_same_cover_is_the_same_bytes():
    assert made() == made()


def test_art_of_any_size_covers_the_whole_page():
    corners = seen(made(picture=np.full((30, 20, 3), 200, np.uint8)), scale=1)
    assert Image.fromarray(corners).getpixel((431, 647)) == pytest.approx((200, 200, 200), abs=2)


def test_where_it_has_to_be_small_only_its_picture_is_packed_more_tightly():
    noise = np.random.default_rng(1).integers(0, 256, (900, 600, 3), np.uint8)
    whole = made(picture=noise)

    packed = encode_pdf(noise, layout(), library(), KOREAN, POINTS, len(whole) // 2)

    assert 0.3 < len(packed) / len(whole) <= 0.5
    assert page(packed).mediabox == page(whole).mediabox
    assert outlines(packed) == outlines(whole)
