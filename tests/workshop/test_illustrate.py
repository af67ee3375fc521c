"""Illustrate: options as versions, their files, and what is told meanwhile."""

import asyncio

import pytest

from pipeline.domain.art import Drawn
from pipeline.domain.operation import Illustrate
from pipeline.domain.step import Doing
from pipeline.ports.bench import Stopped
from pipeline.workshop.performing import perform
from pipeline.workshop.side_by_side import side_by_side
from pipeline.workshop.task import Task
from tests.real import Bench, covers, files_of
from tests.workshop.drawings import book, pixels


@pytest.fixture(scope="module")
def made():
    bench = Bench()
    return covers(book(options=2), for_print=True, bench=bench), bench


def test_every_option_is_a_draft_with_all_that_a_version_needs(made):
    drafts = made[0].drafts
    assert len({draft.id for draft in drafts}) == 2
    for draft in drafts:
        assert isinstance(draft.document.art, Drawn)
        assert pixels(draft.raster).shape == pixels(draft.preview).shape
        assert draft.document.maker.engine == "illustrator"
        assert draft.document.alt_text


def test_the_files_are_those_that_the_readme_names(made):
    names = [file.name for file in made[0].files]
    own = ["preview.png", "preview.jpg", "print.png", "print.jpg", "print.pdf"]
    assert names == [
        "contact-sheet.png", "brief.json", *(f"cover-1-{name}" for name in own), "cover-1.json",
        *(f"cover-2-{name}" for name in own), "cover-2.json",
    ]  # fmt: skip


def test_the_preview_of_a_draft_is_the_file_of_its_number(made):
    for number, draft in enumerate(made[0].drafts, 1):
        assert files_of(made[0], number)[0].content == draft.preview


def test_each_option_is_shown_as_soon_as_it_is_ready(made):
    steps = [(step.done, step.doing, bool(picture)) for step, picture in made[1].told]
    assert steps == [
        (0, Doing.READING, False), (1, Doing.DRAWING, False), (2, Doing.DRAWING, True),
        (3, Doing.SHEET, True),
    ]  # fmt: skip


class Unwanted(Bench):
    """A bench whose job is cancelled once the first option is there."""

    async def tell(self, step, picture=None):
        if picture:
            raise Stopped


async def test_nothing_comes_of_what_nobody_wants_any_more():
    about = book(options=2)
    task = Task(operation=Illustrate(seed=4), brief=about, base=None)
    with pytest.raises(Stopped):
        await perform(task, Unwanted())


async def test_the_first_error_ends_the_other_parts():
    ended = []

    async def patient():
        try:
            await asyncio.Event().wait()
        finally:
            ended.append("patient")

    async def failing():
        raise ValueError

    async def ready(_result, _done):
        pytest.fail("nothing became ready")

    with pytest.raises(ValueError):  # noqa: PT011 - it has no words
        await side_by_side([patient(), failing()], ready)
    assert ended == ["patient"]


async def test_results_come_in_the_order_of_the_parts_whichever_is_ready_first():
    first_may = asyncio.Event()
    heard = []

    async def slow():
        await first_may.wait()
        return "slow"

    async def quick():
        return "quick"

    async def ready(result, done):
        heard.append((result, done))
        first_may.set()

    assert await side_by_side([slow(), quick()], ready) == ["slow", "quick"]
    assert heard == [("quick", 1), ("slow", 2)]
