"""Files that nobody should be able to harm us with, or that cannot be checked."""

import contextlib
import io
import struct
import zlib

import numpy as np
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageFile

from pipeline.domain.errors import PictureError, PrintError
from pipeline.prepress.preflight import pdf_file
from pipeline.prepress.preflight.reading import read_file
from tests.prepress.pages import found, pdf


def refused(path):
    with pytest.raises((PrintError, PictureError)) as error:
        read_file(path)
    return error.value.code


def test_a_file_that_is_not_there_or_a_folder(tmp_path):
    assert refused(tmp_path / "none.pdf") == "unchecked-missing"
    assert refused(tmp_path) == "unchecked-folder"


@pytest.mark.parametrize("content", [b"", b"hello", b"PK\x03\x04" * 99, bytes(5000)])
def test_what_is_neither_a_pdf_nor_a_picture(content, tmp_path):
    (tmp_path / "a.pdf").write_bytes(content)

    assert refused(tmp_path / "a.pdf") == "unchecked-kind"


def test_a_pdf_with_a_password(tmp_path):
    pdf().save(tmp_path / "a.pdf", encryption=pikepdf.Encryption(owner="a", user="b"))

    assert refused(tmp_path / "a.pdf") == "unchecked-password"


@pytest.mark.parametrize(
    "content", [b"%PDF-1.4\n", b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer<<>>"]
)
def test_a_pdf_of_which_nothing_is_left(content, tmp_path):
    (tmp_path / "a.pdf").write_bytes(content)

    assert refused(tmp_path / "a.pdf") == "unchecked-damaged"


def test_a_pdf_that_was_cut_off_is_read_as_far_as_it_goes_or_refused(tmp_path):
    pdf().save(tmp_path / "whole.pdf")
    content = (tmp_path / "whole.pdf").read_bytes()
    for share in (0.3, 0.6, 0.9):
        (tmp_path / "a.pdf").write_bytes(content[: int(len(content) * share)])
        with contextlib.suppress(PrintError):
            assert read_file(tmp_path / "a.pdf").pdf.pages == 1


def test_no_page_and_pages_as_large_as_a_house(tmp_path):
    pikepdf.new().save(tmp_path / "a.pdf")
    made = pikepdf.new()
    made.add_blank_page(page_size=(14000, 14000))
    made.save(tmp_path / "b.pdf")

    assert refused(tmp_path / "a.pdf") == "unchecked-damaged"
    assert refused(tmp_path / "b.pdf") == "unchecked-page"


def test_a_form_that_paints_itself_ends(tmp_path):
    def loop(made):
        form = made.make_indirect(pikepdf.Stream(
            made, b"/Fm0 Do /Fm0 Do", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 99, 99]))  # fmt: skip
        form.Resources = Dictionary(XObject=Dictionary(Fm0=form))
        return {"/XObject": {"/Fm0": form}}

    pdf(b"/Fm0 Do", resources=loop).save(tmp_path / "a.pdf")

    assert refused(tmp_path / "a.pdf") == "unchecked-complex"


def test_states_that_are_never_brought_back_end(tmp_path):
    pdf(b"q " * 5000).save(tmp_path / "a.pdf")

    assert refused(tmp_path / "a.pdf") == "unchecked-complex"


def big(made, content, side):
    image = pikepdf.Stream(made, content, Type=Name.XObject, Subtype=Name.Image, Width=side,
                           Height=side, BitsPerComponent=8, ColorSpace=Name.DeviceCMYK)  # fmt: skip
    image.Filter = Name.FlateDecode
    return {"/XObject": {"/Big": made.make_indirect(image)}}


def test_an_image_that_promises_more_than_any_cover_has_is_not_unpacked(tmp_path):
    made = pdf(b"q 9 0 0 9 0 0 cm /Big Do Q", resources=lambda pdf: big(pdf, b"x\x9c", 60_000))
    made.save(tmp_path / "a.pdf")

    assert refused(tmp_path / "a.pdf") == "unchecked-complex"


def test_a_stream_that_unpacks_to_more_than_it_may_is_left_out(tmp_path, monkeypatch):
    monkeypatch.setattr(pdf_file, "UNPACKED_MB", 1)
    bomb = zlib.compress(b"\xff" * 4_000_000)
    made = pdf(b"q 90 0 0 90 0 0 cm /Big Do Q", resources=lambda pdf: big(pdf, bomb, 1000))

    assert found(tmp_path, made).pdf.inks.most < 100


def test_nonsense_operators_do_nothing(tmp_path):
    content = b"/No Do /No gs 1 cm (a) w [1 2] re m l c 9 q 1e99 0 0 1e99 0 0 cm 1 1 1 1 k 0 0 9 9 re f Q "

    assert found(tmp_path, pdf(content)).pdf.pages == 1


def test_resources_of_the_wrong_kinds_are_taken_for_none(tmp_path):
    def spoil(made):
        made.pages[0].obj.Resources = Dictionary(
            XObject=Array([1]), ColorSpace=Dictionary(Cs=Array([Name.Indexed, Name.DeviceRGB, 1, 7])))  # fmt: skip

    seen = found(tmp_path, pdf(b"/Im0 Do /Cs cs 0 0 9 9 re f", change=spoil))

    assert seen.pdf.images == ()


def test_a_picture_that_was_cut_off(tmp_path):
    Image.fromarray(np.random.default_rng(1).integers(0, 255, (90, 90, 3)).astype(np.uint8)).save(
        tmp_path / "a.png"
    )
    content = (tmp_path / "a.png").read_bytes()
    (tmp_path / "b.png").write_bytes(content[:5000])

    assert refused(tmp_path / "b.png") == "picture-unreadable"


def test_a_picture_of_more_pixels_than_are_read_is_not_decoded_to_find_out(tmp_path):
    file = io.BytesIO()
    Image.new("CMYK", (16, 16)).save(file, "JPEG")
    content, promised = bytearray(file.getvalue()), struct.pack(">HH", 9000, 9000)
    start = content.index(b"\xff\xc0")  # a frame: its length, its bits, its height and width
    content[start + 5 : start + 9] = promised
    (tmp_path / "a.jpg").write_bytes(content)

    with decoding_nothing():
        assert refused(tmp_path / "a.jpg") == "picture-too-many-pixels"


@contextlib.contextmanager
def decoding_nothing():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ImageFile.ImageFile, "load", lambda _: pytest.fail("it was decoded"))
        yield


def test_a_tiff_of_several_pages_that_was_cut_off(tmp_path):
    noise = np.random.default_rng(1).integers(0, 255, (90, 90, 3)).astype(np.uint8)
    pages = [Image.fromarray(noise), Image.fromarray(noise)]
    pages[0].save(
        tmp_path / "a.tif", save_all=True, append_images=pages[1:], compression="packbits"
    )
    content = bytearray((tmp_path / "a.tif").read_bytes())
    content[200:9000] = bytes(8800)
    (tmp_path / "b.tif").write_bytes(content)

    assert refused(tmp_path / "b.tif") == "picture-unreadable"
