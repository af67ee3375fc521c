"""Pictures coded as a fax is, pictures that no program here decodes, and gradients that are calculated."""

import io

import pytest
from pikepdf import Array, Dictionary, Name, Stream, String
from PIL import Image

from pipeline.prepress.preflight.calculator import FAULTS, parsed, results
from tests.prepress.pages import check, found, pdf, report, target
from tests.prepress.test_preflight_corpus import PAINT, SIDES, picture, with_resources

TO = target(own=False)
WIDE, TALL = 400, 300
SCHEMES = {"group4": {"K": -1}, "group3": {"K": 0, "EndOfLine": True}}


def drawing():
    """Black over the left quarter, white elsewhere; as Pillow writes it, the other way round than a fax is."""
    drawn = Image.new("1", (WIDE, TALL), 0)
    drawn.paste(1, (0, 0, WIDE // 4, TALL))
    return drawn


def faxed(scheme):
    """The strip of a TIFF that libtiff wrote."""
    file = io.BytesIO()
    drawing().save(file, "TIFF", compression=scheme, tiffinfo={278: TALL})
    with Image.open(file) as made:
        (start,), (length,) = made.tag_v2[273], made.tag_v2[279]
    return file.getvalue()[start : start + length]


def parms(**given):
    return Dictionary({f"/{key}": value for key, value in {"Columns": WIDE, **given}.items()})


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("black", "most"), [(False, 300), (True, 300)])
def test_the_ink_of_a_fax_is_read(scheme, black, most, tmp_path):
    palette = Array([Name.Indexed, Name.DeviceCMYK, 1,
                     String(b"\xff\xff\xff\0" + bytes(4) if not black else bytes(4) + b"\xff\xff\xff\0")])  # fmt: skip
    coded = picture(faxed(scheme), (WIDE, TALL), "CCITTFaxDecode", ColorSpace=palette,
                    BitsPerComponent=1, DecodeParms=parms(BlackIs1=black, **SCHEMES[scheme]))  # fmt: skip

    seen = found(tmp_path, pdf(PAINT, resources=coded)).pdf

    assert (seen.unread, seen.inks.most) == (False, most)
    assert seen.inks.place.x < SIDES[0] / 72 * 25.4 / 4


def test_a_heavy_colour_through_a_stencil_that_is_a_fax_is_read(tmp_path):
    stencil = picture(faxed("group4"), (WIDE, TALL), "CCITTFaxDecode", ImageMask=True,
                      DecodeParms=parms(K=-1))  # fmt: skip

    seen = report(tmp_path, pdf(b"1 1 1 1 k " + PAINT, resources=stencil), TO)

    assert check(seen, "total-ink").measured == 400


@pytest.mark.parametrize("spoilt", [{"Columns": 77}, {"K": 4}, {"K": -1, "EncodedByteAlign": True}])
def test_a_fax_that_is_not_read_here_is_told(spoilt, tmp_path):
    stencil = picture(faxed("group4"), (WIDE, TALL), "CCITTFaxDecode", ImageMask=True,
                      DecodeParms=parms(**{"K": -1, **spoilt}))  # fmt: skip

    assert found(tmp_path, pdf(b"1 1 1 1 k " + PAINT, resources=stencil)).pdf.unread


@pytest.mark.parametrize(("colours", "unread"), [(b"\0\0\0\xff" + bytes(4), False),
                                                 (b"\xff" * 4 + bytes(4), True)])  # fmt: skip
def test_what_cannot_be_decoded_has_no_more_ink_than_its_heaviest_colour(colours, unread, tmp_path):
    palette = Array([Name.Indexed, Name.DeviceCMYK, 1, String(colours)])
    jbig2 = picture(b"?", (WIDE, TALL), "JBIG2Decode", ColorSpace=palette, BitsPerComponent=1)

    seen = found(tmp_path, pdf(PAINT, resources=jbig2)).pdf

    assert seen.unread == unread
    assert round(seen.images[0].dpi) == round(WIDE / SIDES[0] * 72)


def calculated(program, ranges=(0, 1) * 4):
    def made(file):
        tint = Stream(file, program, FunctionType=4, Domain=[0, 1], Range=list(ranges))
        return {"/S": Dictionary(
            ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=[0, 0, SIDES[0], 0],
            Function=file.make_indirect(tint), Extend=[True, True])}  # fmt: skip

    return with_resources(Shading=made)


@pytest.mark.parametrize(("program", "percent"), [
    (b"{dup dup 0.5 mul exch 0}", 250), (b"{pop 0.2 0.2 0.2 0.2}", 80),
    (b"{180 mul sin dup dup dup}", 400), (b"{0.5 lt {1 1 0 0} {1 1 1 0} ifelse}", 300),
])  # fmt: skip
def test_a_gradient_that_is_calculated_has_the_ink_of_its_heaviest_colour(
    program, percent, tmp_path
):
    seen = found(tmp_path, pdf(b"/S sh", change=calculated(program))).pdf

    assert not seen.unread
    assert seen.inks.most == pytest.approx(percent, abs=0.3)


@pytest.mark.parametrize("program", [b"", b"{", b"{1 1}", b"{pop pop pop}", b"{1 0 div dup dup}",
                                     b"{" * 5000, b"{nan nan nan}", b"{0 sqrt -1 ln dup dup}"])  # fmt: skip
def test_a_faulty_program_is_told_as_unread(program, tmp_path):
    assert found(tmp_path, pdf(b"/S sh", change=calculated(program))).pdf.unread


@pytest.mark.parametrize(("program", "left"), [
    ("1 2 3 3 1 roll", [3, 1, 2]), ("1 2 3 3 -1 roll", [2, 3, 1]), ("1 2 2 copy", [1, 2, 1, 2]),
    ("7 8 9 2 index", [7, 8, 9, 7]), ("-7 2 idiv", [-3]), ("-5 3 mod", [-2]), ("2 10 exp", [1024]),
    ("-1 0 atan", [270]), ("6 3 and", [2]), ("true false or {5} if", [5]), ("1 3 bitshift", [8]),
    ("-2.5 round", [-2]), ("-2.5 truncate", [-2]), ("5 not", [-6]), ("1 2 exch sub", [1]),
])  # fmt: skip
def test_operators_do_what_postscript_says(program, left):
    assert results(parsed(b"{%s}" % program.encode())) == pytest.approx(left)


@pytest.mark.parametrize("program", ["9 9 exp 99 exp 99 exp", "1 99 copy", "1 -1 index", "{1}", "x",
                                     " ".join(["1"] * 200)])  # fmt: skip
def test_no_program_runs_away(program):
    with pytest.raises(FAULTS):
        results(parsed(b"{%s}" % program.encode()))


def test_a_gradient_that_is_made_of_itself_many_times_ends_soon(tmp_path):
    def shadings(file):
        curve = file.make_indirect(
            Dictionary(FunctionType=3, Domain=[0, 1], Bounds=[], Encode=[0, 1])
        )
        curve.Functions = Array([curve] * 60)
        return {"/S": Dictionary(ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=[0, 0, 9, 9],
                                 Function=curve)}  # fmt: skip

    assert found(tmp_path, pdf(b"/S sh", change=with_resources(Shading=shadings))).pdf.unread
