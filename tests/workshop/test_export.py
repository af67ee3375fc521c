"""Export: the print is the same picture as the preview."""

import io
import json
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from pipeline.domain.layout_json import from_json
from pipeline.domain.operation import Export, Recolour, Vary
from pipeline.illustrator.catalogue import recipes
from pipeline.stages.art import painted
from pipeline.workshop.art_cache import ArtCache
from pipeline.workshop.export import printed
from tests.real import done, versions, workshop
from tests.workshop.drawings import BENCH, PHOTOGRAPH, book, brought, drawn, pixels, placed


def exported(base, language="en"):
    return {f.name: f for f in done(Export(), book(language), base, bench=BENCH).files}


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
def test_the_print_is_the_same_picture_as_the_preview(case):
    make, language = CASES[case]
    base = make()
    file = exported(base, language)[f"{base.id}-print.png"]
    assert (file.width_px, file.height_px) == book(language).format.print_px()
    assert apart(base, file) <= 2


def test_the_files_carry_the_id_of_their_version():
    base = drawn()
    assert set(exported(base)) == {
        f"{base.id}-print.png", f"{base.id}-print.jpg", f"{base.id}-print.pdf", f"{base.id}.json",
    }  # fmt: skip


def test_the_json_is_the_layout_and_where_the_art_came_from():
    base = drawn()
    written = json.loads(exported(base)[f"{base.id}.json"].content)
    assert from_json(json.dumps(written["layout"])) == base.document.layout
    assert written["choice"]["seed"] == base.document.art.choice.seed
    assert "releases" not in written


def noted(monkeypatch, base):
    """What the JSON says of releases, for a version that an earlier one made."""
    shop = workshop()
    monkeypatch.setattr(shop, "arts", ArtCache(BENCH.blobs.__getitem__))
    earlier = replace(base.document, maker=replace(base.document.maker, release="0.0.1"))
    *_, written = printed(shop, replace(base, document=earlier), book(), None)
    return json.loads(written.content)["releases"]


def test_a_later_release_says_that_it_draws_the_same(monkeypatch):
    assert noted(monkeypatch, drawn())["mean_difference"] == 0


def test_a_later_release_says_how_far_it_draws_another_picture(monkeypatch):
    other = painted(drawn("riso").document.art, 0.625, recipes(), (1024, 1638))
    file = io.BytesIO()
    Image.fromarray(other).save(file, "PNG")
    note = noted(monkeypatch, replace(drawn(), raster=BENCH.keep(file.getvalue())))
    assert note["made"] == "0.0.1"
    assert note["mean_difference"] > 10


def test_a_photograph_is_printed_from_its_own_pixels():
    base = brought()
    assert base.document.art.origin.sha256 == BENCH.keep(PHOTOGRAPH.read_bytes())
    again = exported(base)[f"{base.id}-print.jpg"]
    assert again.content == exported(base)[f"{base.id}-print.jpg"].content
