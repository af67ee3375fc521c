"""From the button to a full cover: whom it is for, what that printer needs to know, and no more."""

import json
from dataclasses import replace

import pytest

from bot.conversation.act import FORMS, Verb, act
from bot.conversation.answer import Ordered, Turns
from bot.conversation.caller import Screen, View
from bot.conversation.message import Link
from bot.conversation.places import view_of
from bot.conversation.print_notes import remembered
from bot.conversation.rooms.print_targets import near_targets, reference, target_of
from config.formats import load_formats
from pipeline.domain.errors import PrintError, WorkError
from pipeline.domain.job import Fault
from pipeline.domain.operation import Print, Upscale
from pipeline.domain.report_json import KEY, report_values
from pipeline.domain.upscaling import Upscaled, Weights
from tests.conversation.covers import GUEST_SETTINGS, cover_of, painted, prefers, report
from tests.conversation.hearer import choice
from tests.conversation.measures import all_fit, fits, form_fits
from tests.conversation.place import Place, button, buttons, form, hint, pickers, said, ticket

ISBN = "979-11-90090-01-8 03810"
KDP = "kdp-6x9"


@pytest.fixture
def place():
    return Place()


@pytest.fixture
async def ada(place):
    return await place.somebody("ada")


@pytest.fixture
async def version(place, ada):
    return await place.cover(ada, format="6x9")


def book(version, target=KDP):
    return act(Verb.BOOK, version.id, target)


async def printed_once(ada, version, **told):
    return ticket(await ada.submit(book(version), pages="312", **told)).job


async def test_the_button_asks_for_whom_and_offers_the_size_that_the_cover_has(ada, version):
    (picker,) = pickers(fits(said(await ada.press(act(Verb.PRINT, version.id)))))
    labels = [one.label for one in picker.choices]
    assert labels[:3] == ["Amazon KDP paperback, 6×9 in", "Amazon KDP hardcover, 6×9 in",
                          "IngramSpark paperback, 6×9 in"]  # fmt: skip
    assert picker.act.adding(picker.choices[0].value) == book(version)


async def test_in_korean_a_trim_is_called_as_koreans_call_it(place):
    sora = await place.somebody("sora", language="ko")
    version = await place.cover(sora, format="신국판")
    (picker,) = pickers(said(await sora.press(act(Verb.PRINT, version.id))))
    assert "부크크, 신국판" in [one.label for one in picker.choices]


async def test_every_size_that_is_offered_is_found_again_by_its_button(place):
    for own in load_formats():
        for target in near_targets(place.menu, own):
            again = act(Verb.BOOK, "k3f8a2b4cd", reference(target), "again")
            assert target_of(place.menu, again.arg(1)) == target


async def test_of_a_shape_that_nobody_cuts_there_is_the_front_alone(place, ada):
    version = await place.cover(ada, format="16:9")
    screen = fits(said(await ada.press(act(Verb.PRINT, version.id))))
    assert not pickers(screen)
    assert "No printer that I know" in screen.text
    assert button(screen, Verb.PRINT, version.id, "front")


async def test_further_sizes_are_a_press_away(ada, version):
    screen = fits(said(await ada.press(act(Verb.PRINT, version.id, "sizes"))))
    (picker,) = pickers(screen)
    assert "kdp-6.14x9.21" in [one.value for one in picker.choices]
    assert button(screen, Verb.PRINT, version.id)


async def test_one_form_asks_for_all_and_needs_the_pages_alone(ada, version):
    asked = form_fits(form(await ada.press(book(version))))
    assert [one.key for one in asked.fields] == ["pages", "paper", "isbn", "blurb", "about"]
    assert [one.key for one in asked.fields if one.needed] == ["pages"]
    assert Verb.BOOK in FORMS


async def test_the_paper_is_asked_for_only_where_there_is_a_choice(place, ada, version):
    (printer, *others) = place.menu.printers
    one_paper = replace(printer, papers=printer.papers[:1])
    place.menu = replace(place.menu, printers=(one_paper, *others))
    place.restart()
    asked = form(await ada.press(book(version)))
    assert "paper" not in [one.key for one in asked.fields]


async def test_the_pages_are_enough_for_an_order(ada, version):
    job = await printed_once(ada, version)
    assert job.operation == Print(target=KDP, pages=312, paper="white")
    assert view_of(job.address) == View(screen=Screen.FILES, about=KDP)


async def test_everything_that_was_told_is_ordered(ada, version):
    told = {
        "paper": "Cream paper, black ink",
        "isbn": ISBN,
        "blurb": " A letter. ",
        "about": "Ada.",
    }
    job = await printed_once(ada, version, **told)
    assert job.operation == Print(
        target=KDP, pages=312, paper="cream", isbn="9791190090018", addon="03810",
        blurb="A letter.", about="Ada.",
    )  # fmt: skip


@pytest.mark.parametrize(("told", "pages"), [
    ("312", 312), (" 312 pages", 312), ("３１２쪽", 312), ("1,012", 1012),
])  # fmt: skip
async def test_pages_are_understood_as_people_write_them(ada, version, told, pages):
    answers = await ada.submit(act(Verb.BOOK, version.id, "ingram-6x9"), pages=told)
    assert ticket(answers).job.operation.pages == pages


@pytest.mark.parametrize(("told", "why"), [
    ({"pages": "many"}, "no number of pages"), ({"pages": "12"}, "24 to 828"),
    ({"pages": "312", "isbn": "979-11-90090-01-9"}, "last digit"),
    ({"pages": "312", "paper": "papyrus"}, "papyrus"),
])  # fmt: skip
async def test_what_is_wrong_is_told_with_the_form_as_it_was_filled_in(ada, version, told, why):
    refused = fits(said(await ada.submit(book(version), **told)))
    assert why in refused.text
    again = form(await ada.press(button(refused, Verb.BOOK, version.id)))
    assert {one.key: one.value for one in again.fields}["pages"] == told["pages"]


async def test_what_was_told_once_stands_in_the_next_form(ada, version):
    await printed_once(ada, version, paper="cream", isbn=ISBN, blurb="A letter.")
    values = {one.key: one.value for one in form(await ada.press(book(version))).fields}
    assert values["pages"] == "312"
    assert values["paper"] == "cream paper, black ink"
    assert values["isbn"] == ISBN
    assert values["blurb"] == "A letter."


async def test_another_printer_has_papers_of_its_own(ada, version):
    await printed_once(ada, version, paper="cream")
    values = {one.key: one.value
              for one in form(await ada.press(book(version, "ingram-6x9"))).fields}  # fmt: skip
    assert (values["pages"], values["paper"]) == ("312", "")


async def test_who_prints_once_more_presses_once(ada, version):
    first = await printed_once(ada, version, isbn=ISBN)
    screen = fits(said(await ada.press(act(Verb.PRINT, version.id))))
    assert "Amazon KDP paperback, 6×9 in, 312 pages, ISBN 9791190090018" in screen.text
    turned, order = await ada.press(button(screen, Verb.PRINT, version.id, "again"))
    assert isinstance(turned, Turns)
    assert order.ticket.job.operation == first.operation


async def test_what_a_command_ordered_is_remembered_here_and_the_other_way_round(
    place, ada, version
):  # fmt: skip
    await printed_once(ada, version)
    kept = await remembered(place.store.notes, ada.person.id, version.cover)
    assert (kept.target, kept.pages) == (KDP, 312)


async def test_a_person_without_forms_is_asked_one_thing_at_a_time_and_may_stop_at_once(
    place, version
):  # fmt: skip
    sora = await place.somebody("ada", forms=False, private=True)
    asked = said(all_fit(await sora.press(book(version))))
    assert "How many pages" in asked.text
    asked = said(all_fit(await sora.say("312쪽")))
    assert "cream paper, black ink" in [one.label for one in buttons(asked)]
    everything = said(all_fit(await sora.press(choice(asked, "done"))))
    _, order = await sora.press(choice(everything, "go"))
    assert order.ticket.job.operation == Print(target=KDP, pages=312, paper="white")


@pytest.mark.parametrize(("answers", "why"), [
    (["none"], "no number of pages"), (["7"], "24 to 828"), (["312", "papyrus"], "papyrus"),
    (["312", "cream", "12345"], "5 digits"),
])  # fmt: skip
async def test_a_wrong_answer_is_told_before_the_next_question(place, version, answers, why):
    sora = await place.somebody("ada", forms=False, private=True)
    await sora.press(book(version))
    for answer in answers:
        told = said(all_fit(await sora.say(answer)))
    assert why in told.text


async def test_a_picture_can_be_enlarged_alone_by_weights_of_ones_choice(place, ada, version):
    picture = await cover_of(place, ada, painted(version))
    screen = fits(said(await ada.press(act(Verb.PRINT, picture.id))))
    assert "dots per inch" in screen.text
    choosing = fits(said(await ada.press(button(screen, Verb.PRINT, picture.id, "larger"))))
    ordered = []
    for weights in ("auto", *Weights):
        _, order = await ada.press(button(choosing, Verb.PRINT, picture.id, "larger", weights))
        ordered.append(order.ticket.job.operation)
    assert ordered == [Upscale(), *(Upscale(weights=one) for one in Weights)]


async def test_nothing_enlarges_a_drawing_nor_a_picture_that_was_enlarged(place, ada, version):
    drawn = said(await ada.press(act(Verb.PRINT, version.id)))
    done = Upscaled(engine="ncnn", weights=Weights.PHOTO, width_px=200, height_px=300)
    document = painted(version)
    larger = await cover_of(place, ada, replace(document, art=replace(document.art, upscaled=done)))
    screens = (drawn, said(await ada.press(act(Verb.PRINT, larger.id))))
    for screen in screens:
        assert not [one for one in buttons(screen) if one.act.arg(1) == "larger"]


@pytest.mark.parametrize(("forkable", "shared", "told"), GUEST_SETTINGS)
async def test_a_guest_is_refused_at_every_step(place, ada, version, forkable, shared, told):
    await prefers(place, ada, forkable=forkable, shared=shared)
    guest = await place.somebody("bo")
    for pressed in (
        act(Verb.PRINT, version.id),
        act(Verb.PRINT, version.id, "again"),
        book(version),
    ):
        assert told in hint(await guest.press(pressed))


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


async def test_a_picture_that_was_enlarged_for_it_is_a_version_to_go_on_with(place, ada, version):
    picture = await cover_of(place, ada, painted(version))
    job = await printed_once(ada, picture)
    assert isinstance(job.operation, Print)
    done = Upscaled(engine="ncnn", weights=Weights.PHOTO, width_px=200, height_px=300)
    document = replace(picture.document, art=replace(picture.document.art, upscaled=done))
    (larger,) = await place.made(job, 1, files=files(picture), content=document)
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


async def test_papers_are_a_menu_unless_the_printer_takes_any(ada, version):
    for target, only in ((KDP, True), ("ingram-6x9", False)):
        paper = form(await ada.press(book(version, target))).fields[1]
        assert (paper.key, paper.only) == ("paper", only)


async def test_ordering_twice_by_the_same_press_is_one_order(ada, version):
    await printed_once(ada, version)
    first = await ada.press(act(Verb.PRINT, version.id, "again"), key="k")
    second = await ada.press(act(Verb.PRINT, version.id, "again"), key="k")
    jobs = [one.ticket.job.id for one in (*first, *second) if isinstance(one, Ordered)]
    assert jobs[0] == jobs[1]
