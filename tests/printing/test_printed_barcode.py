"""The barcode in the printer's own file: drawn by other programs, read by a decoder, its inks measured."""

import subprocess

import numpy as np
import pytest
import zxingcpp
from PIL import Image

from pipeline.prepress.barcode import barcode
from pipeline.prepress.composed import Composed
from pipeline.prepress.pdfx import encode_pdfx
from pipeline.stages.imprint import Imprint
from tests.prepress.presets import target, wrap
from tests.prepress.small_cover import MADE_AT
from tests.typography.lettering import library

ISBN, ADDON = "9791190090018", "03810"
NAME, PAGES, ART_DPI = "kyobo-105x148mm", 200, 40.0


@pytest.fixture(scope="module")
def pdf(tmp_path_factory):
    """A full cover of dark art with nothing on it but its barcode."""
    made = wrap(NAME, PAGES)
    across, down = (round(side / 25.4 * ART_DPI) for side in (made.sheet.w, made.sheet.h))
    art = np.broadcast_to(np.linspace(10, 90, across)[None, :, None], (down, across, 3))
    sheet = Composed(
        wrap=made, art=art.astype(np.uint8), dpi=ART_DPI, lettering=(),
        imprint=Imprint(title="Barcode"), solids=barcode(ISBN, made.barcode, library(), ADDON),
    )  # fmt: skip
    path = tmp_path_factory.mktemp("barcode") / "cover.pdf"
    path.write_bytes(
        encode_pdfx(sheet, library(), rule=target(NAME).printer.file, made_at=MADE_AT)
    )  # fmt: skip
    return path


def run(*command):
    subprocess.run([str(word) for word in command], check=True, capture_output=True, timeout=120)


def texts(path):
    with Image.open(path) as picture:
        found = zxingcpp.read_barcodes(
            np.asarray(picture.convert("RGB")), ean_add_on_symbol=zxingcpp.EanAddOnSymbol.Read
        )
    return {result.text for result in found}


@pytest.mark.parametrize("dpi", [300, 200])
def test_the_barcode_of_a_printers_file_is_read_back_from_popplers_rendering(pdf, dpi, tmp_path):
    run("pdftoppm", "-r", dpi, "-png", "-singlefile", pdf, tmp_path / "page")

    assert ISBN + ADDON in texts(tmp_path / "page.png")


def test_the_barcode_of_a_printers_file_is_read_back_from_mupdfs_rendering(pdf, tmp_path):
    run("mutool", "draw", "-q", "-r", 200, "-o", tmp_path / "page.png", pdf)

    assert ISBN + ADDON in texts(tmp_path / "page.png")


def test_bars_are_on_the_black_plate_alone_and_their_ground_is_bare_paper(pdf, tmp_path):
    run("gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=tiffsep", "-r600",
        f"-sOutputFile={tmp_path}/plate-%d.tif", pdf)  # fmt: skip
    dots, zone = 600 / 25.4, wrap(NAME, PAGES).barcode.inset(0.5)
    rows = slice(round(zone.y * dots), round(zone.bottom * dots))
    columns = slice(round(zone.x * dots), round(zone.right * dots))
    inks = {}
    for plate in ("Cyan", "Magenta", "Yellow", "Black"):
        with Image.open(tmp_path / f"plate-1({plate}).tif") as picture:
            inks[plate] = 255 - np.asarray(picture.convert("L"))[rows, columns]

    assert [int(inks[plate].max()) for plate in ("Cyan", "Magenta", "Yellow")] == [0, 0, 0]
    assert inks["Black"].max() == 255
    assert 0.2 < (inks["Black"] == 255).mean() < 0.45 and (inks["Black"] == 0).mean() > 0.5
