"""Print files: the format, the documents, and what a printer should know."""

import json

import pytest

from bot.conversation.act import Verb, act
from bot.conversation.answer import Ordered, Turns
from bot.conversation.caller import Screen, View
from bot.conversation.places import view_of
from bot.conversation.words import Words
from pipeline.domain.operation import Export
from pipeline.domain.report_json import KEY, report_values
from tests.conversation.covers import GUEST_SETTINGS, cover_of, painted, prefers, report
from tests.conversation.place import button, hint, pickers, said


def files(version, *checks, pdf=b"%PDF" * 300_000):
    told = {KEY: report_values(report(*checks))}
    return {f"{version.id}-print.png": b"png" * 100, f"{version.id}-print.jpg": b"jpg",
            f"{version.id}-print.pdf": pdf, f"{version.id}.json": json.dumps(told).encode(),
            f"{version.id}-ebook.jpg": b"ebook" * 7}  # fmt: skip


async def printed(place, who, version, *checks, **more):
    asked = await who.press(act(Verb.PRINT, version.id, "own"))
    job = next(one for one in asked if isinstance(one, Ordered)).ticket.job
    await place.made(job, 0, files=files(version, *checks, **more))
    return await place.landed(job)


async def test_the_format_is_asked_where_there_is_a_choice(place, ada):
    version = await place.cover(ada, format="a4")
    (picker,) = pickers(said(await ada.press(act(Verb.PRINT, version.id, "front"))))
    own, *others = picker.choices
    assert (own.value, own.label) == ("own", "A4, 210 × 297 mm")
    assert "a5" in [one.value for one in others]


async def test_from_the_formats_one_gets_back_to_the_screen_for_print(place, ada):
    version = await place.cover(ada, format="a4")
    screen = said(await ada.press(act(Verb.PRINT, version.id, "front")))
    assert button(screen, Verb.PRINT, version.id).args == (version.id,)


async def test_a_format_with_a_korean_name_has_an_id_all_the_same(place, ada):
    version = await place.cover(ada, format="a5")
    (picker,) = pickers(said(await ada.press(act(Verb.PRINT, version.id, "front"))))
    for choice in picker.choices:
        assert picker.act.adding(choice.value).wire.isascii()


async def test_every_format_that_is_offered_can_be_ordered(place, ada):
    version = await place.cover(ada, format="a5")
    (picker,) = pickers(said(await ada.press(act(Verb.PRINT, version.id, "front"))))
    offered = place.menu.print_formats(
        (await place.studio.cover(ada.person, version.cover)).brief.format
    )
    ordered = []
    for choice in picker.choices:
        turned, order = await ada.press(picker.act.adding(choice.value))
        assert isinstance(turned, Turns)
        ordered.append(order.ticket.job.operation)
    assert ordered == [Export(), *(Export(format=one.name) for one in offered[1:])]


async def test_the_only_format_is_ordered_at_once(place, ada):
    version = await place.cover(ada, format="2.5:1")
    _, order = await ada.press(act(Verb.PRINT, version.id, "front"))
    job = order.ticket.job
    assert job.operation == Export()
    assert view_of(job.address) == View(screen=Screen.FILES)


async def test_a_format_of_quite_another_shape_is_refused(place, ada):
    version = await place.cover(ada, format="a4")
    told = hint(await ada.press(act(Verb.PRINT, version.id, "square")))
    assert "a5" in told


async def test_the_documents_are_the_pdf_and_the_png_with_its_stand_in(place, ada):
    version = await place.cover(ada)
    landed = await printed(place, ada, version)
    pdf, png, ebook = landed.documents
    assert (pdf.name, png.name) == ("cover-1-print.pdf", "cover-1-print.png")
    assert (ebook.name, ebook.size, ebook.smaller) == ("cover-1-ebook.jpg", 35, None)
    assert png.smaller.name == "cover-1-print.jpg"
    assert (pdf.size, png.size, png.smaller.size) == (1_200_000, 300, 3)
    assert button(landed, Verb.CARD, version.id)


async def test_the_pictures_among_the_files_say_what_they_show(place, ada):
    version = await place.cover(ada)
    pdf, png, ebook = (await printed(place, ada, version)).documents
    shown = (png.alt, png.smaller.alt, ebook.alt)
    assert (pdf.alt, *shown) == ("", *(version.document.alt_text,) * 3)


async def test_sizes_the_format_and_what_to_give_to_the_printer_are_told(place, ada):
    landed = await printed(place, ada, await place.cover(ada, format="6x9"))
    for told in ("PDF, 1.2 MB", "PNG, 8 × 12 px, 0.1 MB", "300 DPI", "whoever lays out back and spine",
                 "For eBook shops: JPEG, 8 × 12 px"):  # fmt: skip
        assert told in landed.text


async def test_a_large_pdf_of_a_front_has_a_handy_one_too(place, ada):
    version = await place.cover(ada)
    asked = await ada.press(act(Verb.PRINT, version.id, "own"))
    job = next(one for one in asked if isinstance(one, Ordered)).ticket.job
    handy = {f"{version.id}-handy.pdf": b"%PDF handy"}
    await place.made(job, 0, files=files(version, pdf=b"%PDF" * 3_000_000) | handy)
    pdf = (await place.landed(job)).documents[0]
    assert (pdf.name, pdf.smaller.name) == ("cover-1-print.pdf", "cover-1-handy.pdf")
    assert "whole one of 12 MB" in pdf.smaller.note


async def test_the_preflight_is_that_of_the_print(place, ada):
    version = await place.cover(ada)
    assert "everything is good" in (await printed(place, ada, version, ("pixels", "pass"))).text
    worse = await printed(place, ada, version, ("safe-area", "warn"), ("contrast-title", "fail"))
    assert "not ready yet" in worse.text
    assert "note: " in worse.text
    assert "problem: " in worse.text


async def test_a_picture_that_was_not_drawn_is_not_said_to_be_drawn_again(place, ada):
    version = await cover_of(place, ada, painted(await place.cover(ada)))
    landed = await printed(place, ada, version)
    assert "Drawn again" not in landed.text
    assert "the picture has no more pixels" in landed.text


@pytest.mark.parametrize("language", ["en", "ko"])
async def test_files_are_told_of_in_both_languages(place, language):
    ada = await place.somebody(language=language)
    landed = await printed(place, ada, await place.cover(ada))
    assert Words(language).say("files-printer") in landed.lines


@pytest.mark.parametrize(("forkable", "shared", "told"), GUEST_SETTINGS)
async def test_a_guest_is_refused_before_the_choice_and_after_it(
    place, ada, forkable, shared, told
):  # fmt: skip
    version = await place.cover(ada)
    await prefers(place, ada, forkable=forkable, shared=shared)
    guest = await place.somebody("bo")
    assert told in hint(await guest.press(act(Verb.PRINT, version.id)))
    assert told in hint(await guest.press(act(Verb.PRINT, version.id, "own")))
