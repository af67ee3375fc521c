import io

import numpy as np
import pikepdf
import pypdfium2
import pytest
import skia

from pipeline.prepress.composed import BLACK
from pipeline.prepress.pdf_paths import fill_operators, number, path_operators

SIDE = 200


def ring(fill_type):
    """Two circles that turn the same way: a ring only where even and odd are told apart."""
    path = skia.Path()
    path.addCircle(100, 100, 80).addCircle(100, 100, 40)
    path.setFillType(fill_type)
    return path


def blob():
    path = skia.Path()
    path.moveTo(20, 180).quadTo(60, -100, 100, 100).cubicTo(120, 200, 180, 180, 190, 20).close()
    return path


def shown(path):
    """What a viewer fills, y downwards."""
    pdf = pikepdf.Pdf.new()
    page = pdf.add_blank_page(page_size=(SIDE, SIDE))
    page.Contents = pikepdf.Stream(
        pdf, f"1 0 0 -1 0 {SIDE} cm\n{fill_operators(path, BLACK)}".encode()
    )
    file = io.BytesIO()
    pdf.save(file)
    document = pypdfium2.PdfDocument(file.getvalue())
    try:
        return np.asarray(document[0].render().to_pil().convert("L")) < 128
    finally:
        document.close()


def drawn(path):
    pixels = np.full((SIDE, SIDE, 4), 255, np.uint8)
    skia.Surface(pixels).getCanvas().drawPath(path, skia.Paint(AntiAlias=True))
    return pixels[..., 0] < 128


@pytest.mark.parametrize(
    "path",
    [ring(skia.PathFillType.kEvenOdd), ring(skia.PathFillType.kWinding), blob()],
    ids=["hole", "disc", "curves"],
)
def test_a_viewer_fills_what_skia_fills(path):
    assert drawn(path).mean() > 0.1
    assert (shown(path) != drawn(path)).mean() < 0.003


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (-0.00001, "0"),
        (1e-7, "0"),
        (12.5, "12.5"),
        (-3.14159265, "-3.1416"),
        (1e6, "1000000"),
    ],
)
def test_numbers_have_no_exponent_and_no_needless_digits(value, text):
    assert number(value) == text


def test_an_empty_path_draws_nothing():
    assert path_operators(skia.Path()) == ""
