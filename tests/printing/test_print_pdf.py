"""A printer's file as other programs see it: poppler, MuPDF, Ghostscript and qpdf."""

import io
import re
import subprocess

import numpy as np
import pikepdf
import pytest
from PIL import Image

from pipeline.domain.geometry import Box
from pipeline.domain.layout import Effect, EffectKind, Material, Tone
from pipeline.domain.printer import PdfStandard
from pipeline.prepress.inks import PER_CENT, profile
from pipeline.prepress.marks import GAP_MM, LENGTH_MM, MARGIN_MM
from pipeline.prepress.pdfx import encode_pdfx, with_guides
from pipeline.prepress.preflight.reading import read_file
from pipeline.prepress.proof import rendered
from tests.prepress.small_cover import MADE_AT, composed, rule, wrap
from tests.stages.proofs import SHADOW, library

EVERY = tuple(Effect(kind=kind, colour="#203040", strength=0.9, size=0.1) for kind in EffectKind)
TONE = Tone(box=Box(x=0, y=0, w=1, h=0.3), colour="#000000", strength=0.6, fade=0.2)
DPI = 300
PLATES = ("Cyan", "Magenta", "Yellow", "Black")


def cover():
    return composed(Material.FOIL, (SHADOW,), tones=(TONE,), dpi=DPI)


def written(folder, name, made, **options):
    path = folder / f"{name}.pdf"
    path.write_bytes(encode_pdfx(made, library(), made_at=MADE_AT, **options))
    return path


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    """A whole cover with crop marks, PDF/X-1a under 240 % of ink."""
    return written(tmp_path_factory.mktemp("print"), "cover", cover(), rule=rule(), marks=True)


@pytest.fixture(scope="module")
def plates(file):
    """The four plates as Ghostscript separates them, 0 (bare) to 255 (full), from all plates."""
    run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=tiffsep", f"-r{DPI}",
        f"-sOutputFile={file.with_suffix('')}-%d.tif", file)  # fmt: skip
    names = [file.with_name(f"cover-1({plate}).tif") for plate in PLATES]
    return np.stack([255 - np.asarray(Image.open(name).convert("L")) for name in names], axis=2)


def run(*command):
    done = subprocess.run(
        [str(word) for word in command], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def px(mm, dpi=DPI):
    return round(mm / 25.4 * dpi)


def test_poppler_reads_its_standard_and_boxes(file):
    said = run("pdfinfo", "-box", file)
    assert re.search(r"PDF version:\s+1\.3", said)
    assert re.search(r"PDF subtype:\s+PDF/X-1:2001", said)
    boxes = {name: [float(n) for n in numbers.split()]
             for name, numbers in re.findall(r"(\w+Box):\s+([\d. ]+)", said)}  # fmt: skip
    around, trim = MARGIN_MM / 25.4 * 72, (MARGIN_MM + 3) / 25.4 * 72
    assert boxes["BleedBox"][:2] == pytest.approx([around, around], abs=0.01)
    assert boxes["TrimBox"][:2] == pytest.approx([trim, trim], abs=0.01)


def test_poppler_reads_x3_as_such(tmp_path):
    x3 = written(tmp_path, "x3", composed(), rule=rule(PdfStandard.X3, "fogra39-300", 300.0))
    assert re.search(r"PDF subtype:\s+PDF/X-3:2002", run("pdfinfo", x3))


def test_there_are_no_fonts(file):
    assert len(run("pdffonts", file).splitlines()) == 2  # its head alone


def test_pictures_are_cmyk_at_print_resolution(file):
    rows = [line.split() for line in run("pdfimages", "-list", file).splitlines()[2:]]
    assert len(rows) > 1
    assert {row[2] for row in rows} == {"image"}  # no smask, no stencil
    assert {row[5] for row in rows} == {"cmyk"}
    assert {int(row[12]) for row in rows} == {300, 600}


@pytest.mark.parametrize("command", [("mutool", "draw", "-q", "-F", "trace"), ("mutool", "info")])
def test_mupdf_has_nothing_to_mend(file, command):
    done = subprocess.run([*command, str(file)], capture_output=True, text=True, check=True)
    complaints = [line for line in done.stderr.splitlines() if "ICC support" not in line]
    assert complaints == []


def test_mupdf_meets_no_other_colour_space_and_no_transparency(file):
    trace = run("mutool", "draw", "-q", "-F", "trace", file)
    assert set(re.findall(r'colorspace="(\w+)"', trace)) == {"DeviceCMYK"}
    assert set(re.findall(r' alpha="([\d.]+)"', trace)) <= {"1"}
    assert "<group" not in trace and "<begin_mask" not in trace and "<fill_text" not in trace


def test_qpdf_has_nothing_to_mend(file):
    with pikepdf.open(file) as pdf:
        assert pdf.check_pdf_syntax() == []


def test_no_pixel_has_more_ink_than_the_printer_takes(plates):
    ink = plates.sum(axis=2, dtype=int) * PER_CENT
    assert ink.max() <= 240
    assert np.percentile(ink, 99.9) > 150


@pytest.mark.parametrize(("name", "limit"), [("gracol-240", 240), ("fogra39-300", 300)])
def test_nor_has_the_darkest_and_grainiest_art(tmp_path, name, limit):
    """JPEG rings: what is decoded may be above what was separated."""
    noise = np.random.default_rng(3).integers(0, 70, (780, 1134, 3), dtype=np.uint8)
    dark = composed(art=noise, dpi=DPI, lettering=(), solids=())
    made = written(tmp_path, "dark", dark, rule=rule(profile=name, ink_warn=float(limit)))
    with pikepdf.open(made) as pdf:
        assert pdf.pages[0].Resources.XObject.Im0.Filter == "/DCTDecode"
    run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=tiff32nc", f"-r{DPI}",
        f"-sOutputFile={tmp_path / 'dark.tif'}", made)  # fmt: skip
    ink = np.asarray(Image.open(tmp_path / "dark.tif")).sum(axis=2, dtype=int) * PER_CENT
    assert np.percentile(ink, 99.9) <= limit
    assert ink.max() <= limit + 12  # single grains


def test_our_own_preflight_measures_the_ink_that_ghostscript_does(tmp_path):
    """In a picture of a real cover's size, which qpdf refuses where its memory is bounded."""
    rng = np.random.default_rng(4)
    blocks = np.kron(rng.integers(0, 200, (65, 95, 3)), np.ones((36, 36, 1), int))[:2339, :3402]
    grainy = (blocks + rng.integers(0, 40, blocks.shape)).astype(np.uint8)
    made = written(tmp_path, "large", composed(art=grainy, dpi=900, solids=()), rule=rule())
    run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=tiff32nc", "-r900",
        f"-sOutputFile={tmp_path / 'large.tif'}", made)  # fmt: skip
    fine = np.asarray(Image.open(tmp_path / "large.tif").reduce(6))  # as fine as wet ink is
    found = read_file(made).pdf.inks
    assert found.known > 0.9
    assert found.percentile == pytest.approx(
        np.percentile(fine.sum(axis=2, dtype=int) * PER_CENT, 99.9), abs=8
    )


def test_bars_are_on_the_black_plate_alone(plates):
    zone = wrap().barcode
    top, left = px(MARGIN_MM + zone.y + 3), px(MARGIN_MM + zone.x + 1)
    part = plates[top : top + px(6), left : left + px(zone.w - 2)]
    assert part[..., :3].max() == 0
    assert part[..., 3].max() == 255
    assert part[..., 3].min() == 0


def test_small_black_lettering_prints_over_its_ground(tmp_path):
    light = composed(art=np.full((780, 1134, 3), (250, 220, 170), np.uint8), dpi=DPI, solids=())
    made = written(tmp_path, "over", light, rule=rule())
    run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=tiffsep", f"-r{DPI}", "-dOverprint=/enable",
        f"-sOutputFile={tmp_path}/over-%d.tif", made)  # fmt: skip
    yellow, black = (255 - np.asarray(Image.open(tmp_path / f"over-1({plate}).tif").convert("L"))
                     for plate in ("Yellow", "Black"))  # fmt: skip
    letters = black[:, px(wrap().spine.x) : px(wrap().spine.right)] > 200
    assert letters.sum() > 1000
    assert yellow[:, px(wrap().spine.x) : px(wrap().spine.right)][letters].min() > 30


def test_inks_are_where_ghostscript_measures_them(file):
    *coverage, unit, _ = run("gs", "-q", "-o", "-", "-sDEVICE=inkcov", file).split()
    assert unit == "CMYK"
    assert all(0.2 < float(share) < 1 for share in coverage)


def test_on_the_rendered_page_marks_point_at_the_trim_and_art_reaches_the_bleed(file, tmp_path):
    run("pdftoppm", "-r", DPI, "-png", "-singlefile", file, tmp_path / "page")
    page = np.asarray(Image.open(tmp_path / "page.png").convert("L"))
    row = page[px(MARGIN_MM - GAP_MM - LENGTH_MM / 4)]  # through the crop marks above
    dark = np.flatnonzero(row < 160)
    trim = wrap().trim
    assert dark.min() == pytest.approx(px(MARGIN_MM + trim.x), abs=2)
    assert dark.max() == pytest.approx(px(MARGIN_MM + trim.right), abs=2)
    art = np.flatnonzero((page < 250).mean(axis=0) > 0.5)
    assert art.min() == pytest.approx(px(MARGIN_MM), abs=1)
    assert art.max() + 1 == pytest.approx(px(MARGIN_MM + wrap().sheet.w), abs=1)


def test_ghostscript_shows_the_colours_of_the_soft_proof(tmp_path):
    """Separated here, printed there: the file, its profile and the proof tell the same colours."""
    made, dpi = cover(), 100
    path = written(tmp_path, "colours", made, rule=rule())
    icc = tmp_path / "printing.icc"
    icc.write_bytes(profile("gracol-240").icc)
    run("gs", "-q", "-o", tmp_path / "seen.png", "-sDEVICE=png16m", f"-r{dpi}", "-dRenderIntent=1",
        "-dBlackPtComp=1", f"-sDefaultCMYKProfile={icc}", f"--permit-file-read={icc}", path)  # fmt: skip
    seen = small(Image.open(tmp_path / "seen.png"))
    proof = small(Image.fromarray(rendered(made, library(), dpi=dpi, soft=profile("gracol-240"))))
    away = np.abs(seen - proof)
    assert np.median(away) <= 1
    assert away.mean() < 3  # edges are smoother in the proof


def small(picture):
    """Without grain: each pixel is the mean of 36."""
    return np.asarray(picture.convert("RGB").resize((63, 43), Image.Resampling.BOX)).astype(int)


def test_no_material_makes_other_programs_stumble(tmp_path):
    for material in Material:
        made = written(tmp_path, material.value, composed(material, EVERY), rule=rule())
        made.write_bytes(with_guides(made.read_bytes(), wrap()))
        run("gs", "-q", "-o", tmp_path / "seen.png", "-sDEVICE=png16m", "-r72", made)
        with pikepdf.open(io.BytesIO(made.read_bytes())) as pdf:
            assert pdf.check_pdf_syntax() == []
