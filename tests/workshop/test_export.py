"""Export: the print is the same picture as the preview."""

import io
import json
import re
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from pipeline.domain.file import File
from pipeline.domain.layout_json import from_json
from pipeline.domain.operation import Export, Recolour, Vary
from pipeline.domain.report import Verdict
from pipeline.domain.report_json import report_in
from pipeline.drawing.page import page
from pipeline.illustrator.catalogue import recipes
from pipeline.stages.art import painted
from pipeline.stages.crop import cut
from pipeline.stages.export import Edition
from pipeline.stages.print_art import WHOLE
from pipeline.stages.reformat import part_of, reformatted
from pipeline.workshop.art_cache import ArtCache
from pipeline.workshop.export import handy_files, printed
from pipeline.workshop.finishing import imprint_of
from tests.real import done, versions, workshop
from tests.workshop.drawings import BENCH, PHOTOGRAPH, book, brought, drawn, pixels, placed


def exported_anew(base, language="en", form=""):
    return {f.name: f for f in done(Export(format=form), book(language), base, bench=BENCH).files}


@pytest.fixture(scope="module")
def exported():
    """The files of a version, made once for all tests here, which only look at them."""
    kept = {}

    def files_of(base, language="en", form=""):
        key = (base.id, language, form)
        if key not in kept:
            kept[key] = exported_anew(base, language, form)
        return kept[key]

    return files_of


def ending(files, end):
    """The one file whose name ends so: a picture that is enlarged has another version's id."""
    (found,) = (file for name, file in files.items() if name.endswith(end))
    return found


def child(operation, base, language="en"):
    made = done(operation, book(language), base, bench=BENCH)
    return versions(made, BENCH, operation, base)[0]


def apart(base, file):
    """How far a print is from the version's preview, once it is as small."""
    preview = pixels(BENCH.blobs[base.preview])
    with Image.open(io.BytesIO(file.content)) as page:
        small = page.resize((preview.shape[1], preview.shape[0]), Image.Resampling.LANCZOS)
    return np.abs(np.asarray(small, np.int16) - preview).mean()


CASES = {
    "a drawing": (drawn, "en"),
    "a Korean drawing": (lambda: drawn("papercut", "ko"), "ko"),
    "a variation": (lambda: child(Vary(seed=1, count=1), drawn("riso")), "en"),
    "a drawing round a block that was placed": (
        lambda: child(Vary(seed=1, count=1), placed(drawn("foil"))), "en"),
    "other colours": (lambda: child(Recolour(), drawn("lino")), "en"),
    "a photograph": (brought, "en"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_the_print_is_the_same_picture_as_the_preview(exported, case):
    make, language = CASES[case]
    base = make()
    file = ending(exported(base, language), "-print.png")
    assert (file.width_px, file.height_px) == book(language).format.print_px()
    # what enlarges photographs here repeats their pixels
    assert apart(base, file) <= (3 if case == "a photograph" else 2)


def test_the_files_carry_the_id_of_their_version(exported):
    base = drawn()
    assert set(exported(base)) == {
        f"{base.id}-print.png", f"{base.id}-print.jpg", f"{base.id}-print.pdf", f"{base.id}.json",
        f"{base.id}-ebook.jpg",
    }  # fmt: skip


def test_the_front_comes_as_shops_want_it_for_an_ebook_in_its_own_format_alone(exported):
    base = drawn("foil")
    assert pixels(ending(exported(base), "-ebook.jpg").content).shape == (2560, 1600, 3)
    assert not [name for name in exported(base, form="1:1.65") if "ebook" in name]


def test_the_json_is_the_layout_and_where_the_art_came_from(exported):
    base = drawn()
    written = json.loads(exported(base)[f"{base.id}.json"].content)
    assert from_json(json.dumps(written["layout"])) == base.document.layout
    assert written["choice"]["seed"] == base.document.art.choice.seed
    assert "releases" not in written


def test_beside_a_pdf_that_not_every_chat_takes_there_is_a_handy_one():
    base = drawn()
    edition = Edition(stem=base.id, format=book().format,
                      imprint=imprint_of(workshop(), book(), base.document))  # fmt: skip
    art = np.zeros((90, 60, 3), np.uint8)
    large, small = (File(name=f"{base.id}-print.pdf", width_px=1, height_px=1, content=bytes(size))
                    for size in (9_600_000, 9_400_000))  # fmt: skip

    (handy,) = handy_files(workshop(), edition, base.document, art, [large])

    assert handy.name == f"{base.id}-handy.pdf"
    assert handy.content.startswith(b"%PDF")
    assert not list(handy_files(workshop(), edition, base.document, art, [small]))


def noted(monkeypatch, base):
    """What the JSON says of releases, for a version that an earlier one made."""
    shop = workshop()
    monkeypatch.setattr(shop, "arts", ArtCache(BENCH.blobs.__getitem__))
    earlier = replace(base.document, maker=replace(base.document.maker, release="0.0.1"))
    *_, written = printed(shop, replace(base, document=earlier), book(), None)
    return json.loads(written.content)["releases"]


NEAR = {
    "an eBook": (lambda: drawn("foil"), "ebook", (1600, 2560), "1600x2560px"),
    "a taller page": (lambda: drawn("foil"), "1:1.65", (1800, 2970), "152x251mm"),
    "a wider page": (lambda: drawn("foil"), "120x186mm", (1417, 2197), "120x186mm"),
    "a photograph on a wider page": (brought, "120x186mm", (1417, 2197), "120x186mm"),
}  # fmt: skip


def middle_apart(base, file):
    """How far a print is from what it shows of the version's preview, between the letterings."""
    preview = pixels(BENCH.blobs[base.preview])
    have, want = preview.shape[1] / preview.shape[0], file.width_px / file.height_px
    part = cut(preview, part_of(have, want), (300, 480)).astype(np.int16)
    shown = cut(pixels(file.content), WHOLE, (300, 480))
    return np.abs(part - shown)[200:340].mean()


@pytest.mark.parametrize("case", NEAR)
def test_another_format_of_nearly_the_same_ratio_shows_the_same_picture(exported, case):
    make, form, size, told = NEAR[case]
    base = make()
    files = exported(base, form=form)
    print_ = ending(files, f"-{told}-print.png")
    assert (print_.width_px, print_.height_px) == size
    assert middle_apart(base, print_) <= 3
    assert ending(files, f"-{told}.json")


def test_the_page_of_the_pdf_has_the_measures_that_were_asked_for(exported):
    base = drawn("foil")
    pdf = exported(base, form="120x186mm")[f"{base.id}-120x186mm-print.pdf"].content
    box = [float(side) for side in re.search(rb"/MediaBox \[([^]]*)\]", pdf)[1].split()]
    assert box == pytest.approx([0, 0, 120 / 25.4 * 72, 186 / 25.4 * 72], abs=0.1)


@pytest.mark.parametrize(("form", "size"), [("", "1500 × 2400"), ("1:1.65", "1800 × 2970")])
def test_the_json_has_the_preflight_of_the_print(exported, form, size):
    base = drawn("foil")
    files = exported(base, form=form)
    (written,) = (file for name, file in files.items() if name.endswith(".json"))
    checks = {check.code: check for check in report_in(written.content).checks}
    assert checks["pixels"].measured == size
    assert {"file-pdf", "file-jpeg", "resolution", "contrast-title"} < set(checks)
    assert {check.verdict for check in checks.values()} == {Verdict.PASS}


def test_what_is_no_export_has_no_preflight():
    assert report_in(b"{}") is None
    assert report_in(b"\x89PNG") is None


@settings(deadline=None)
@given(st.sampled_from([0.625, 0.98, 1.0, 1.5]), st.floats(1 / 1.035, 1.035))
def test_lettering_in_another_format_is_no_larger_and_no_nearer_to_an_edge(aspect, factor):
    old = replace(drawn().document.layout, aspect=aspect)
    new = reformatted(old, aspect * factor)
    wide = page(new.aspect)[0] / page(old.aspect)[0]
    high = page(new.aspect)[1] / page(old.aspect)[1]
    for was, now in zip(old.blocks, new.blocks, strict=True):
        assert was.size / 1.036 <= now.size <= was.size
        assert now.box.x >= was.box.x - 1e-9
        assert now.box.right <= was.box.right + 1e-9
        assert now.box.y >= was.box.y - 1e-9
        assert now.box.bottom <= was.box.bottom + 1e-9
        assert now.box.w * wide / was.box.w == pytest.approx(now.box.h * high / was.box.h)


def test_a_later_release_says_that_it_draws_the_same(monkeypatch):
    assert noted(monkeypatch, drawn())["mean_difference"] == 0


def test_a_later_release_says_how_far_it_draws_another_picture(monkeypatch):
    other = painted(drawn("riso").document.art, 0.625, recipes(), (1024, 1638))
    file = io.BytesIO()
    Image.fromarray(other).save(file, "PNG")
    note = noted(monkeypatch, replace(drawn(), raster=BENCH.keep(file.getvalue())))
    assert note["made"] == "0.0.1"
    assert note["mean_difference"] > 10


def test_the_print_of_a_photograph_is_the_same_again(exported):
    base = brought()
    assert base.document.art.origin.sha256 == BENCH.keep(PHOTOGRAPH.read_bytes())
    again = ending(exported_anew(base), "-print.jpg")
    assert again.content == ending(exported(base), "-print.jpg").content
