"""The preflight against other programs: files that they make, and inks that they measure."""

import subprocess

import numpy as np
import pikepdf
import pytest
from PIL import Image

from pipeline.prepress.barcode import barcode
from pipeline.prepress.pdfx import encode_pdfx
from pipeline.prepress.preflight.judged import judged
from pipeline.prepress.preflight.reading import read_file
from tests.prepress.pages import BOOK, POINTS, check, target, verdicts, wrap
from tests.prepress.small_cover import MADE_AT, composed
from tests.stages.proofs import library


def ghostscript(*arguments):
    command = ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=120).stdout


@pytest.fixture(scope="module")
def ours(tmp_path_factory):
    """A full cover at its real size, as our own prepress writes it."""
    sheet = wrap()
    cover = composed(
        wrap=sheet, dpi=300.0, art=art(sheet), lettering=(),
        solids=barcode("9788937460449", sheet.barcode, library()),
    )  # fmt: skip
    path = tmp_path_factory.mktemp("ours") / "cover.pdf"
    path.write_bytes(encode_pdfx(cover, library(), rule=target().printer.file, made_at=MADE_AT))
    return path


def art(sheet):
    """Dark and vivid colours all over the sheet, which want more ink than a press lays down."""
    height, width = (round(side / 25.4 * 300) for side in (sheet.sheet.h, sheet.sheet.w))
    y, x = np.mgrid[0:height, 0:width] / np.array([height, width])[:, None, None]
    return np.stack([90 * x, 60 * y, 90 * (1 - x) * y], axis=-1).astype(np.uint8)


def test_our_own_file_has_nothing_to_object_to(ours):
    report = judged(read_file(ours), target(strict=True), BOOK)

    assert verdicts(report) == {}


def test_total_ink_is_what_ghostscript_separates(ours, tmp_path):
    ghostscript("-sDEVICE=tiff32nc", "-r100", f"-sOutputFile={tmp_path}/inks.tif", ours)
    inks = np.asarray(Image.open(tmp_path / "inks.tif")).astype(float).sum(axis=2) / 2.55

    found = read_file(ours).pdf.inks

    assert found.percentile == pytest.approx(np.percentile(inks, 99.9), abs=4)


POSTSCRIPT = """%!PS
<< /PageSize [{w} {h}] >> setpagedevice
0.5 0.2 0.1 0 setcmykcolor 0 0 {w} {h} rectfill
0 0 0 1 setcmykcolor /Times-Roman findfont 30 scalefont setfont {x} {y} moveto (Lantern) show
showpage
"""


@pytest.mark.parametrize(("embed", "verdict"), [("true", "pass"), ("false", "fail")])
def test_fonts_of_ghostscript_are_found_in_the_file_or_missed(embed, verdict, tmp_path):
    sheet, front = wrap().sheet, wrap().front
    page = POSTSCRIPT.format(w=sheet.w * POINTS, h=sheet.h * POINTS, x=(front.x + 15) * POINTS,
                             y=60 * POINTS)  # fmt: skip
    (tmp_path / "a.ps").write_text(page)
    ghostscript("-sDEVICE=pdfwrite", f"-dEmbedAllFonts={embed}", "-dCompatibilityLevel=1.4",
                "-dColorConversionStrategy=/LeaveColorUnchanged",
                f"-sOutputFile={tmp_path}/a.pdf", "-c",
                "<< /NeverEmbed [] >> setdistillerparams" if embed == "true" else
                "<< /NeverEmbed [/Times-Roman] >> setdistillerparams", "-f", tmp_path / "a.ps")  # fmt: skip

    report = judged(read_file(tmp_path / "a.pdf"), target(own=False), BOOK)

    assert check(report, "fonts").verdict == verdict
    assert check(report, "edge-clearance").verdict == "pass"
    assert check(report, "page-size").verdict == "pass"


def test_letters_that_became_outlines_are_found_where_the_text_was(tmp_path):
    sheet, front = wrap().sheet, wrap().front
    page = POSTSCRIPT.format(w=sheet.w * POINTS, h=sheet.h * POINTS, x=(front.x + 15) * POINTS,
                             y=60 * POINTS)  # fmt: skip
    (tmp_path / "a.ps").write_text(page)
    for name, more in (("text", ()), ("outline", ("-dNoOutputFonts",))):
        ghostscript("-sDEVICE=pdfwrite", *more, f"-sOutputFile={tmp_path}/{name}.pdf",
                    tmp_path / "a.ps")  # fmt: skip

    (text,), (outline,) = (read_file(tmp_path / f"{one}.pdf").lines for one in ("text", "outline"))

    assert (outline.source, text.source) == ("outline", "text")
    assert outline.box.x == pytest.approx(text.box.x, abs=0.2)
    assert outline.box.right == pytest.approx(text.box.right, abs=0.2)


def test_marks_that_our_prepress_draws_are_seen_and_judged_by_the_printer(ours, tmp_path):
    with pikepdf.open(ours) as file:
        page = file.pages[0]
        left, low, right, high = (float(value) for value in page.mediabox)
        page.obj["/MediaBox"] = [left - 40, low - 40, right + 40, high + 40]
        file.save(tmp_path / "marks.pdf")
    found = read_file(tmp_path / "marks.pdf")

    report = judged(found, target(marks=False), BOOK)

    assert verdicts(report) == {"marks": "fail"}
    assert check(report, "marks").measured == pytest.approx(40 / POINTS, abs=0.2)
