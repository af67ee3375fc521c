"""A printer's file keeps the standard that it names, whatever is lettered on the cover."""

import io

import numpy as np
import pikepdf
import pypdf
import pypdfium2
import pytest

from pipeline.domain.geometry import Box
from pipeline.domain.layout import Effect, EffectKind, Layout, Material, Tone
from pipeline.domain.printer import PdfStandard
from pipeline.prepress.composed import Lettering
from pipeline.prepress.inks import profile, soft_proof
from pipeline.prepress.marks import MARGIN_MM
from pipeline.prepress.pdfx import encode_pdfx, with_guides
from pipeline.prepress.proof import rendered
from tests.prepress.pdfx_rules import broken_rules
from tests.prepress.small_cover import MADE_AT, bars, composed, rule, wrap
from tests.stages.proofs import ENGLISH, KOREAN, SHADOW, layout, library

EVERY = tuple(Effect(kind=kind, colour="#203040", strength=0.9, size=0.1) for kind in EffectKind)
TONE = Tone(box=Box(x=0, y=0, w=1, h=0.3), colour="#000000", strength=0.6, fade=0.2)
MM = 72 / 25.4
GREY = np.full((260, 378, 3), 60, np.uint8)


def made(cover=None, standard=PdfStandard.X1A, made_at=MADE_AT, **options):
    changes = {
        key: options.pop(key) for key in ("advised_mb", "profile", "ink_warn") if key in options
    }
    return encode_pdfx(cover or composed(), library(), rule=rule(standard, **changes),
                       made_at=made_at, **options)  # fmt: skip


def page(content):
    return pypdf.PdfReader(io.BytesIO(content)).pages[0]


def box(content, name):
    return [float(edge) for edge in page(content)[name]]


@pytest.mark.parametrize("standard", PdfStandard)
def test_a_file_keeps_its_standard(standard):
    assert broken_rules(made(standard=standard), standard.value) == []


@pytest.mark.parametrize("material", Material)
def test_no_material_and_no_effect_breaks_it(material):
    cover = composed(material, EVERY, tones=(TONE,))
    assert broken_rules(made(cover, marks=True), "PDF/X-1a:2001") == []


def test_an_x3_file_is_no_x1a_file():
    assert broken_rules(made(standard=PdfStandard.X3), "PDF/X-1a:2001") != []


def test_boxes_are_the_sheet_and_the_finished_cover():
    content = made()
    sheet, trim = wrap().sheet, wrap().trim
    assert box(content, "/MediaBox") == box(content, "/BleedBox")
    assert box(content, "/MediaBox") == pytest.approx([0, 0, sheet.w * MM, sheet.h * MM], abs=1e-3)
    edges = (trim.x, sheet.h - trim.bottom, trim.right, sheet.h - trim.y)
    assert box(content, "/TrimBox") == pytest.approx([edge * MM for edge in edges], abs=1e-3)


def test_marks_need_paper_round_the_bleed():
    content = made(marks=True)
    sheet, margin = wrap().sheet, MARGIN_MM * MM
    wanted = [0, 0, sheet.w * MM + 2 * margin, sheet.h * MM + 2 * margin]
    assert box(content, "/MediaBox") == pytest.approx(wanted, abs=1e-3)
    assert box(content, "/BleedBox")[:2] == pytest.approx([margin, margin], abs=1e-3)


def test_the_same_cover_at_the_same_time_is_the_same_bytes():
    assert made() == made()
    assert made() != made(made_at=MADE_AT.replace(year=2027))


@pytest.mark.parametrize("imprint", [KOREAN, ENGLISH], ids=["ko", "en"])
def test_the_file_says_what_it_is(imprint):
    said = pypdf.PdfReader(io.BytesIO(made(composed(imprint=imprint)))).metadata
    assert (said.title, said.author, said.subject) == (
        imprint.title,
        imprint.author,
        imprint.subject,
    )
    assert said.creation_date == said.modification_date == MADE_AT


def test_the_output_intent_carries_the_profile_of_the_rule():
    file = pikepdf.open(io.BytesIO(made(profile="fogra39-300")))
    intent = file.Root.OutputIntents[0]
    assert str(intent.OutputConditionIdentifier) == "FOGRA39"
    assert bytes(intent.DestOutputProfile.read_bytes()) == profile("fogra39-300").icc


def test_an_unknown_profile_is_a_mistake_of_the_catalogue():
    with pytest.raises(KeyError):
        made(profile="newsprint")


def test_grainy_art_becomes_a_jpeg_and_flat_art_is_kept_to_the_bit():
    assert pictures(made())[0]["/Filter"] == "/DCTDecode"
    flat = composed(art=np.full((100, 120, 3), (200, 40, 60), np.uint8))
    assert pictures(made(flat))[0]["/Filter"] == "/FlateDecode"


def test_pictures_stay_under_the_size_that_is_advised():
    rich, tight = composed(dpi=200.0), 0.4
    assert len(made(rich)) > tight * 1e6 > len(made(rich, advised_mb=tight))


def pictures(content):
    found = page(content)["/Resources"]["/XObject"]
    return [found[name].get_object() for name in sorted(found)]


def seen(content, dpi):
    """The page as a viewer shows it."""
    document = pypdfium2.PdfDocument(content)
    try:
        return np.asarray(document[0].render(scale=dpi / 72).to_pil().convert("RGB"))
    finally:
        document.close()


@pytest.mark.parametrize(("material", "effects"), [
    (Material.FLAT, ()), (Material.FOIL, ()), (Material.FLAT, EVERY), (Material.EXTRUDE, (SHADOW,)),
])  # fmt: skip
def test_a_page_has_the_shapes_of_the_proof(material, effects):
    """By edges: a viewer without colour management shows inks in colours of its own."""
    cover = composed(material, effects, spine="#ffffff", art=GREY)
    shown, drawn = seen(made(cover), 150), rendered(cover, library(), dpi=150)
    rows, columns = (min(a, b) for a, b in zip(shown.shape[:2], drawn.shape[:2], strict=True))
    light, wanted = (np.asarray(one[:rows, :columns].mean(axis=2) > 128) for one in (shown, drawn))
    assert light.mean() > 0.03
    assert (light != wanted).mean() < 0.004


def test_edges_of_letters_are_sharper_than_any_picture():
    """Pixels at 300 DPI come in blocks of six at 1800; outlines change from row to row."""
    front = Lettering(layout=layout("S별O9", material=Material.FOIL), area=wrap().front)
    document = pypdfium2.PdfDocument(made(composed(art=GREY, lettering=(front,))))
    try:
        near = np.asarray(document[0].render(scale=25, crop=(185, 150, 65, 25)).to_pil())
    finally:
        document.close()
    repeated = (near[1:] == near[:-1]).all(axis=(1, 2)).mean()
    assert near.std() > 20
    assert repeated < 0.2


def operators(content):
    return page(content).get_contents().get_data().decode("ascii")


def test_the_barcode_is_black_ink_alone_on_bare_paper():
    drawn = operators(made())
    assert "0 0 0 0 k" in drawn
    assert drawn.rstrip().endswith("f")
    assert "0 0 0 1 k" in drawn[drawn.rindex("0 0 0 0 k") :]
    assert len(bars()) == 2


def test_small_black_lettering_is_printed_over_a_light_ground():
    light = composed(art=np.full((260, 380, 3), 225, np.uint8), solids=())
    assert "/Over gs\n0 0 0 1 k" in operators(made(light))


def test_but_not_over_a_ground_that_is_full_of_ink():
    dark = composed(art=np.full((260, 380, 3), 20, np.uint8), solids=())
    assert "/Over gs" not in operators(made(dark))
    assert "0 0 0 1 k" in operators(made(dark))


def test_a_tone_that_runs_off_the_cover_runs_on_over_the_bleed():
    front = Lettering(layout=Layout(aspect=2 / 3, blocks=(), tones=(TONE,)), area=wrap().front)
    cover = composed(art=np.full((260, 300, 3), 230, np.uint8), lettering=(front,))
    proof = rendered(cover, library(), dpi=100)
    corner, bleed = proof[14, -14].mean(), proof[3, -3].mean()
    assert corner < 120
    assert bleed == pytest.approx(corner, abs=2)


def test_guides_are_a_layer_of_a_copy_that_claims_no_standard():
    file = pikepdf.open(io.BytesIO(with_guides(made(), wrap())))
    assert file.pdf_version == "1.6"
    assert "/GTS_PDFXVersion" not in file.docinfo
    layer = file.Root.OCProperties.OCGs[0]
    assert str(layer.Name) == "Guides"
    assert layer.Usage.Print.PrintState == "/OFF"


def test_guides_lie_where_the_cover_is_cut():
    bare = made(composed(art=GREY, lettering=(), solids=()), marks=True)
    plain, guided = seen(bare, 100), seen(with_guides(bare, wrap()), 100)
    rows, columns = np.nonzero((plain != guided).any(axis=2))
    trim, scale = wrap().trim, 100 / 25.4
    assert columns.max() == pytest.approx((MARGIN_MM + trim.right) * scale, abs=2)
    assert rows.max() == pytest.approx((MARGIN_MM + wrap().sheet.h) * scale, abs=2)


def test_a_soft_proof_is_darkened_by_no_more_ink_than_there_is():
    black = soft_proof(np.full((1, 1, 4), (0, 0, 0, 255), np.uint8), profile("gracol-240"))
    cover = composed(art=np.zeros((260, 300, 3), np.uint8), lettering=(), solids=())
    proof = rendered(cover, library(), dpi=50, soft=profile("gracol-240"))
    assert 0 < proof.max() < black.max()
