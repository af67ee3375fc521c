"""What comes of an order for print: the files, what the printer will say, and where to go on."""

import json
from dataclasses import replace

import pytest

from bot.conversation.act import Verb, act
from bot.conversation.caller import Screen, View
from bot.conversation.message import Link
from bot.conversation.rooms.accepting import ordered
from pipeline.domain.errors import PrintError, WorkError
from pipeline.domain.job import Fault
from pipeline.domain.operation import Export, Print, Upscale
from pipeline.domain.report_json import KEY, report_values
from pipeline.domain.upscaling import Upscaled, Weights
from tests.conversation.covers import cover_of, painted, report
from tests.conversation.measures import fits
from tests.conversation.place import button, said, ticket

KDP = "kdp-6x9"
FILES = View(screen=Screen.FILES)


async def printed_once(ada, version, **told):
    answers = await ada.submit(act(Verb.BOOK, version.id, KDP), pages="312", **told)
    return ticket(answers).job


def files(version, *checks, pdf=b"%PDF" * 300_000):
    told = json.dumps({KEY: report_values(report(*checks))}).encode()
    name = f"{version.id}-{KDP}"
    return {f"{name}-cover.pdf": pdf, f"{name}-proof.jpg": b"proof", f"{name}-ebook.jpg": b"ebook",
            f"{name}-mockup.jpg": b"mockup", f"{name}-front.png": b"front" * 9,
            f"{name}-front.jpg": b"jpg", f"{name}-thumbnail.jpg": b"thumb", f"{name}.json": told}  # fmt: skip


async def landed(place, ada, version, *checks, **more):
    job = await printed_once(ada, version)
    await place.made(job, 0, files=files(version, *checks, **more))
    return fits(await place.landed(job))


async def test_the_proof_is_shown_and_the_rest_is_to_keep(place, ada, version):
    message = await landed(place, ada, version, ("pixels", "pass"))
    (proof,) = message.pictures
    assert proof.alt
    assert [one.name for one in message.documents] == [
        "cover-1-cover.pdf", "cover-1-ebook.jpg", "cover-1-mockup.jpg", "cover-1-front.png"]  # fmt: skip
    assert message.documents[-1].smaller.name == "cover-1-front.jpg"
    for told in (
        "312 pages, white paper, black ink, spine 17.8 mm",
        "PDF, 1.2 MB",
        "Amazon KDP paperback: nothing to object to",
    ):
        assert told in message.text


async def test_what_the_preflight_of_the_very_file_found_is_told(place, ada, version):
    message = await landed(place, ada, version, ("safe-area", "fail"), ("pixels", "pass"))
    assert "will not be taken as it is" in message.text
    assert "problem: " in message.text


async def test_what_mends_a_file_is_said_in_buttons_and_not_in_commands(place, ada, version):
    message = await landed(place, ada, version, ("barcode", "fail"), ("image-resolution", "warn"))
    assert "articover" not in message.text
    assert "Change details" in message.text


async def test_from_the_files_one_can_change_the_answers_or_the_printer(place, ada, version):
    message = await landed(place, ada, version)
    assert button(message, Verb.BOOK, version.id, KDP)
    assert button(message, Verb.PRINT, version.id)
    assert button(message, Verb.CARD, version.id)


async def test_a_large_pdf_has_a_handy_one_to_stand_in_for_it(place, ada, version):
    job = await printed_once(ada, version)
    handy = {f"{version.id}-{KDP}-handy.pdf": b"%PDF handy"}
    await place.made(job, 0, files=files(version, pdf=b"%PDF" * 3_000_000) | handy)
    pdf = (await place.landed(job)).documents[0]
    assert (pdf.size, pdf.smaller.name, pdf.smaller.size) == (12_000_000, "cover-1-handy.pdf", 10)


async def test_the_handy_one_says_how_it_differs_and_how_to_get_the_other(place, ada, version):
    job = await printed_once(ada, version)
    handy = {f"{version.id}-{KDP}-handy.pdf": b"%PDF handy"}
    await place.made(job, 0, files=files(version, pdf=b"%PDF" * 3_000_000) | handy)
    note = (await place.landed(job)).documents[0].smaller.note
    assert "picture is packed more tightly" in note
    assert "whole one of 12 MB" in note


async def test_that_nobody_publishes_how_thick_a_paper_is_is_told(place, ada, version):
    answers = await ada.submit(act(Verb.BOOK, version.id, "ingram-6x9"), pages="312")
    job = ticket(answers).job
    await place.made(job, 0, files=files(version))
    assert "the spine is an estimate" in fits(await place.landed(job)).text


async def test_what_no_chat_takes_has_a_link_where_there_are_links(place, ada, version):
    async def link(parcel, file, name, language):
        return f"https://covers.example/d/{parcel.files.index(file)}/{name}?{language}"

    place.means = replace(place.means, link=link)
    place.desk.means = place.means
    message = await landed(place, ada, version, pdf=b"%PDF" * 3_000_000)
    links = [one for row in message.rows if isinstance(row, tuple) for one in row
             if isinstance(one, Link)]  # fmt: skip
    assert [one.label for one in links] == ["Download PDF (12 MB)"]
    assert links[0].address == "https://covers.example/d/0/cover-1-cover.pdf?en"


@pytest.mark.parametrize("count", [1, 2], ids=["enlarged", "and painted on"])
async def test_a_picture_that_was_enlarged_for_it_is_a_version_to_go_on_with(
    place, ada, version, count
):
    picture = await cover_of(place, ada, painted(version))
    job = await printed_once(ada, picture)
    assert isinstance(job.operation, Print)
    done = Upscaled(engine="ncnn", weights=Weights.PHOTO, width_px=200, height_px=300)
    document = replace(picture.document, art=replace(picture.document.art, upscaled=done))
    *_, larger = await place.made(job, count, files=files(picture), content=document)
    message = fits(await place.landed(job))
    assert "200 × 300 px and was enlarged" in message.text
    assert button(message, Verb.CARD, larger.id)


@pytest.mark.parametrize(("error", "leads_to"), [
    (PrintError("print-letters", letters="x"), (Verb.BOOK, KDP)),
    (WorkError("work-crashed"), (Verb.PRINT, "again")),
])  # fmt: skip
async def test_after_an_order_that_failed_its_form_opens_again_or_it_is_tried_again(
    place, ada, version, error, leads_to
):  # fmt: skip
    job = await printed_once(ada, version, blurb="A letter.")
    await place.failed(job, Fault.of(error))
    verb, what = leads_to
    assert button(fits(await place.landed(job)), verb, version.id, what)


@pytest.mark.parametrize("files_of", [files, lambda one: {f"{one.id}-print.png": b"png"}])
async def test_a_version_that_an_earlier_order_enlarged_is_named_where_it_is_printed(
    place, ada, version, files_of
):
    picture = await cover_of(place, ada, painted(version))
    done = Upscaled(engine="ncnn", weights=Weights.PHOTO, width_px=200, height_px=300)
    document = replace(picture.document, art=replace(picture.document.art, upscaled=done))
    (larger,) = await place.made(await printed_once(ada, picture), content=document)
    order = Print(target=KDP, pages=312) if files_of is files else Export()
    job = (await ordered(place.means, ada.caller(), picture, order, FILES)).ticket.job
    await place.made(job, 0, files=files_of(larger))
    message = fits(await place.landed(job))
    assert "version 2" in message.title
    assert button(message, Verb.CARD, larger.id)
    assert files_of is not files or "earlier order, and is version 2" in message.text


async def test_of_a_picture_that_was_enlarged_before_the_version_is_named(place, ada, version):
    picture = await cover_of(place, ada, painted(version))
    caller = ada.caller()
    here = caller.address(View(screen=Screen.CARD))
    job = (await place.studio.order(ada.person, picture.id, Upscale(), here, caller.key)).job
    origin = replace(picture.document.art.origin, width_px=1800, height_px=2700)
    done = Upscaled(engine="ncnn", weights=Weights.PHOTO, width_px=512, height_px=768)
    art = replace(picture.document.art, origin=origin, upscaled=done)
    await place.made(job, content=replace(picture.document, art=art))
    screen = fits(said(await ada.press(act(Verb.PRINT, picture.id))))
    assert "version 2, which is printed" in screen.text
    assert "enlarged first" not in screen.text
