"""What was painted beside a picture is kept with a version of its cover, and painted for no order again."""

import asyncio
import functools
from dataclasses import replace

import pytest

from pipeline.domain.art import Brought
from pipeline.domain.errors import PrintError
from pipeline.domain.operation import Print
from pipeline.domain.report import Report
from pipeline.domain.version import Draft
from pipeline.workshop.outpainting import NOTHING
from pipeline.workshop.print_aside import with_aside
from pipeline.workshop.print_ready import Ready
from pipeline.workshop.printing import bound
from pipeline.workshop.task import Task
from tests.outpainting import GoingOn
from tests.painting import EASEL, PaintBench, painted_versions, with_easel
from tests.real import done, versions
from tests.workshop.drawings import book

ABOUT = book(options=1, format="6x9", summary="A farm on the plain in winter, in the snow.")
SMALL = replace(EASEL, area_px=128 * 128)


def ordered(bench, version, others=(), pages=300, drafts=(), **more):
    """An order for a book of so many pages of a version, and what was painted for it."""
    order = Print(target="kdp-6x9", pages=pages, **more)
    task = Task(operation=order, brief=ABOUT, base=version, others=tuple(others))
    have = Ready(version=version, picture=bench.blobs[version.document.art.origin.sha256],
                 drafts=drafts)  # fmt: skip
    return asyncio.run(with_aside(order, task, have, bound(bench.shop, order).wrap, bench))


@functools.cache
def first():
    """A painted cover, its version with a back, and where both are kept."""
    bench = PaintBench(shop=with_easel(easel=SMALL))
    (version,) = painted_versions(ABOUT, bench)
    bench.painter = GoingOn()
    bench.shop.arts._read = bench.blobs.__getitem__
    have, aside = ordered(bench, version)
    (made,) = versions(have, bench, Print(target="kdp-6x9", pages=300), version)
    return version, made, aside, bench


def test_what_was_painted_is_kept_with_a_version_that_looks_the_same():
    version, made, aside, bench = first()
    assert made.document.art.aside == aside.aside
    assert bench.blobs[aside.aside.sha256] == aside.content
    assert (made.raster, made.preview) == (version.raster, version.preview)
    assert replace(made.document.art, aside=None) == version.document.art


def test_who_prints_that_version_or_the_one_before_again_gets_the_same_back_without_painting():
    version, made, aside, bench = first()
    painted = len(bench.painter.requests)
    # a few pages more, and a good deal fewer
    for base in (made, version):
        for pages in (300, 320, 120):
            have, again = ordered(bench, base, (version, made), pages)
            assert (have.drafts, again.content) == ((), aside.content)
    assert len(bench.painter.requests) == painted


def test_a_book_without_a_model_gets_the_back_that_was_painted_when_there_was_one():
    version, made, aside, bench = first()
    elsewhere = replace(bench, shop=with_easel(easel=None))
    assert ordered(elsewhere, made, (version, made))[1].content == aside.content


def test_who_wants_no_painted_back_gets_none_even_of_that_version():
    _, made, _, bench = first()
    assert ordered(bench, made, outpaint=False)[1] == NOTHING


def test_a_back_that_is_much_too_narrow_is_painted_on_anew():
    version, made, aside, bench = first()
    narrow = replace(aside.aside, width_px=aside.aside.width_px // 3)
    short = replace(
        made, document=replace(made.document, art=replace(made.document.art, aside=narrow))
    )
    have, again = ordered(bench, short, (version, short))
    assert (again.content, len(have.drafts)) == (aside.content, 1)


def test_what_was_enlarged_for_the_same_order_and_its_back_are_kept_before_any_file_is_made():
    version, _, aside, bench = first()
    larger = Draft(id="larger", document=version.document, report=Report(checks=()), raster=b"r",
                   preview=b"p", original=b"o")  # fmt: skip
    have, _ = ordered(bench, version, drafts=(larger,))
    enlarged, continued = have.drafts
    assert enlarged is larger
    assert (continued.original, continued.aside, continued.raster) == (None, aside.content, b"r")
    assert bench.early[-1] is continued
    assert have.version.id == continued.id


def test_another_picture_gets_a_back_of_its_own():
    version, made, _, bench = first()
    origin = replace(made.document.art.origin, crop=replace(made.document.art.origin.crop, w=0.9))
    other = replace(version.document.art, origin=origin)
    have, _ = ordered(
        bench, replace(version, document=replace(version.document, art=other)), (made,)
    )
    assert len(have.drafts) == 1


def test_a_picture_that_was_brought_is_continued_by_what_its_brief_tells():
    version, _, _, bench = first()
    art = Brought(origin=version.document.art.origin)
    ordered(bench, replace(version, document=replace(version.document, art=art)))
    asked = bench.painter.requests[-1]
    assert "snow" in asked.prompt
    assert "empty scenery" in asked.prompt
    assert {"text", "letters", "people", "face"} <= set(asked.negative.split(", "))


def test_words_without_room_are_told_before_anything_is_enlarged_or_painted():
    version, _, _, bench = first()
    bench.told.clear()
    order = Print(target="kdp-6x9", pages=300, blurb="The keeper counts the ships. " * 130)
    with pytest.raises(PrintError, match="print-room"):
        done(order, ABOUT, version, bench=bench)
    assert bench.told == []
