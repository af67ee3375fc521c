"""The rules that files of PDF/X are held against do catch files that break them, one by one."""

import io

import pikepdf
import pytest

from pipeline.prepress.pdfx import encode_pdfx
from pipeline.stages.pdf import encode_pdf
from tests.prepress.pdfx_rules import broken_rules
from tests.prepress.small_cover import MADE_AT, composed, rule
from tests.stages.proofs import KOREAN, SHADOW, art, layout, library


@pytest.fixture(scope="module")
def kept():
    """A file that keeps its standard."""
    return encode_pdfx(composed(), library(), rule=rule(), made_at=MADE_AT)


def test_the_rules_do_catch_a_file_in_rgb_with_transparency():
    found = broken_rules(
        encode_pdf(art(), layout(effects=(SHADOW,)), library(), KOREAN, (432.0, 648.0)),
        "PDF/X-1a:2001",
    )
    wanted = ("is no PDF 1.3", "has no TrimBox", "has 0 output intents", "has /SMask")
    assert set(wanted) <= set(found)
    assert any(said.startswith("draws in another space") for said in found)


def without_trim(pdf):
    del pdf.pages[0].obj["/TrimBox"]


def with_two_finished_sizes(pdf):
    pdf.pages[0].obj.ArtBox = pdf.pages[0].obj.TrimBox


def with_a_mask(pdf):
    picture = pdf.pages[0].Resources.XObject.Im0
    picture.SMask = pdf.make_stream(b"\0", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image,
                                    Width=1, Height=1, ColorSpace=pikepdf.Name.DeviceGray,
                                    BitsPerComponent=8)  # fmt: skip


def half_seen(pdf):
    pdf.pages[0].Resources.ExtGState.Over.ca = 0.5


def multiplied(pdf):
    pdf.pages[0].Resources.ExtGState.Over.BM = pikepdf.Name.Multiply


def in_rgb(pdf):
    pdf.pages[0].contents_add(pikepdf.Stream(pdf, b"1 0 0 rg 0 0 9 9 re f"))


def with_a_picture_in_rgb(pdf):
    pdf.pages[0].Resources.XObject.Im0.ColorSpace = pikepdf.Name.DeviceRGB


def with_a_font(pdf):
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1)
    pdf.pages[0].Resources.Font = pikepdf.Dictionary(F1=pdf.make_indirect(font))


def without_intent(pdf):
    del pdf.Root["/OutputIntents"]


def untold_trapping(pdf):
    del pdf.docinfo["/Trapped"]


def with_a_note(pdf):
    pdf.pages[0].obj.Annots = pikepdf.Array([])


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (without_trim, "has no TrimBox"),
        (with_two_finished_sizes, "has both TrimBox and ArtBox"),
        (with_a_mask, "has /SMask"),
        (half_seen, "is transparent"),
        (multiplied, "blends"),
        (in_rgb, "draws in another space than DeviceCMYK: [b'rg']"),
        (with_a_picture_in_rgb, "has a picture in /DeviceRGB"),
        (with_a_font, "has a font, where lettering is to be outlines"),
        (without_intent, "has 0 output intents"),
        (untold_trapping, "does not say whether it is trapped"),
        (with_a_note, "has /Annots"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_the_rules_catch_whatever_is_spoilt(kept, spoil, said):
    with pikepdf.open(io.BytesIO(kept)) as pdf:
        spoil(pdf)
        file = io.BytesIO()
        pdf.save(file, force_version="1.3", fix_metadata_version=False,
                 object_stream_mode=pikepdf.ObjectStreamMode.disable)  # fmt: skip
    assert said in broken_rules(file.getvalue(), "PDF/X-1a:2001")
