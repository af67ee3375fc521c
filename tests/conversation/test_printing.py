"""From the button to a full cover: whom it is for, what that printer needs to know, and no more."""

from dataclasses import replace

import pytest

from bot.conversation.act import FORMS, Verb, act
from bot.conversation.answer import Hints, Ordered, Turns
from bot.conversation.caller import Screen, View
from bot.conversation.places import view_of
from bot.conversation.print_notes import remembered
from bot.conversation.rooms.print_targets import near_targets, reference, target_of
from config.formats import load_formats
from pipeline.domain.operation import Print, Upscale
from pipeline.domain.upscaling import Upscaled, Weights
from tests.conversation.covers import GUEST_SETTINGS, cover_of, painted, prefers
from tests.conversation.hearer import choice
from tests.conversation.measures import all_fit, fits, form_fits
from tests.conversation.place import button, buttons, form, hint, pickers, said, ticket

ISBN = "979-11-90090-01-8 03810"
KDP = "kdp-6x9"


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
    assert button(screen, Verb.CHANGE, version.id)
    assert "sizes" not in [one.act.arg(1) for one in buttons(screen)]


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


@pytest.mark.parametrize("target", [KDP, "ingram-6x9"])
@pytest.mark.parametrize(("language", "marks"), [("en", ("for example: ", "usually ")),
                                                 ("ko", ("예: ", "보통은 "))])  # fmt: skip
async def test_an_example_says_that_it_is_one(place, version, language, marks, target):
    ada = await place.somebody("ada", language=language)
    asked = form_fits(form(await ada.press(book(version, target))))
    assert all(one.example.startswith(marks) for one in asked.fields)


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
    ({"pages": "many"}, "no number of pages"), ({"pages": " "}, "I need the number of pages"),
    ({"pages": "12"}, "Amazon KDP paperback binds books of 24 to 828"),
    ({"pages": "312", "isbn": "979-11-90090-01-9"}, "last digit"),
    ({"pages": "312", "paper": "papyrus"}, "Choose one of white paper, black ink"),
    ({"pages": "312", "blurb": "A ship 🚢"}, "🚢"),
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


async def test_who_prints_once_more_presses_once(place, ada, version):
    first = await printed_once(ada, version, isbn=ISBN)
    await place.made(first, 0)
    screen = fits(said(await ada.press(act(Verb.PRINT, version.id))))
    assert "Amazon KDP paperback, 6×9 in, 312 pages, ISBN 979-11-90090-01-8" in screen.text
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
    assert everything.lines == ("Pages: 312쪽",)
    _, order = await sora.press(choice(everything, "go"))
    assert order.ticket.job.operation == Print(target=KDP, pages=312, paper="white")


@pytest.mark.parametrize(("answers", "why"), [
    (["none"], "no number of pages"), (["7"], "24 to 828"), (["312", "papyrus"], "papyrus"),
    (["312", "cream", "12345"], "5 digits"), (["312", "cream", "-", "A ship 🚢"], "🚢"),
    (["312", "cream", "-", "-", "A sailor 🙂"], "🙂"),
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
    assert "512 × 768 px" in screen.text
    assert "enlarged first" in screen.text
    choosing = fits(said(await ada.press(button(screen, Verb.PRINT, picture.id, "larger"))))
    ordered = []
    for weights in ("auto", *Weights):
        _, order = await ada.press(button(choosing, Verb.PRINT, picture.id, "larger", weights))
        ordered.append(order.ticket.job.operation)
    assert ordered == [Upscale(), *(Upscale(weights=one) for one in Weights)]


async def test_the_minutes_of_enlarging_are_told_before_the_first_of_them(place, ada, version):
    picture = await cover_of(place, ada, painted(version))

    before = said(await ada.press(act(Verb.PRINT, picture.id)))
    _, order = await ada.press(act(Verb.PRINT, picture.id, "larger", "auto"))

    time = before.text.partition("enlarged first, which takes ")[2].partition(".")[0]
    assert time.startswith("about ")
    assert time in order.message.text


async def test_nothing_enlarges_a_drawing_nor_a_picture_that_was_enlarged(place, ada, version):
    drawn = said(await ada.press(act(Verb.PRINT, version.id)))
    done = Upscaled(engine="ncnn", weights=Weights.PHOTO, width_px=200, height_px=300)
    document = painted(version)
    larger = await cover_of(place, ada, replace(document, art=replace(document.art, upscaled=done)))
    screens = (drawn, said(await ada.press(act(Verb.PRINT, larger.id))))
    for screen in screens:
        assert not [one for one in buttons(screen) if one.act.arg(1) == "larger"]
    assert "has been enlarged" in screens[1].text
    for one, told in ((version, "nothing to enlarge"), (larger, "enlarged already")):
        assert told in hint(await ada.press(act(Verb.PRINT, one.id, "larger")))


@pytest.mark.parametrize("width_px", [1740, 2000], ids=["nearly all", "more"])
async def test_a_picture_that_has_enough_pixels_is_not_offered_to_be_enlarged(
    place, ada, version, width_px
):
    document = painted(version)
    origin = replace(document.art.origin, width_px=width_px, height_px=width_px * 3 // 2)
    large = await cover_of(place, ada, replace(document, art=replace(document.art, origin=origin)))
    screen = fits(said(await ada.press(act(Verb.PRINT, large.id))))
    assert "enough for print" in screen.text
    assert "larger" not in [one.act.arg(1) for one in buttons(screen)]


@pytest.mark.parametrize(("forkable", "shared", "told"), GUEST_SETTINGS)
async def test_a_guest_is_refused_at_every_step(place, ada, version, forkable, shared, told):
    await prefers(place, ada, forkable=forkable, shared=shared)
    guest = await place.somebody("bo")
    for pressed in (
        act(Verb.PRINT, version.id),
        act(Verb.PRINT, version.id, "again"),
        act(Verb.PRINT, version.id, "more", "guides", "yes"),
        book(version),
    ):
        assert told in hint(await guest.press(pressed))


async def test_papers_are_a_menu_unless_the_printer_takes_any(ada, version):
    for target, only in ((KDP, True), ("ingram-6x9", False)):
        paper = form(await ada.press(book(version, target))).fields[1]
        assert (paper.key, paper.only) == ("paper", only)


async def test_what_is_being_made_is_not_ordered_once_more(place, ada, version):
    picture = await cover_of(place, ada, painted(version))
    await printed_once(ada, version)
    again = act(Verb.PRINT, version.id, "again")
    for pressed in (
        act(Verb.PRINT, picture.id, "larger", "auto"),
        act(Verb.PRINT, version.id, "own"),
    ):
        assert isinstance((await ada.press(pressed))[1], Ordered)
        assert isinstance((await ada.press(pressed))[1], Hints)
    assert "made already" in (await ada.press(again))[1].text
    assert "made already" in hint(await ada.submit(book(version), pages="312"))
    await printed_once(ada, version, isbn=ISBN)


async def test_ordering_twice_by_the_same_press_is_one_order(place, ada, version):
    await place.made(await printed_once(ada, version), 0)
    first = await ada.press(act(Verb.PRINT, version.id, "again"), key="k")
    second = await ada.press(act(Verb.PRINT, version.id, "again"), key="k")
    jobs = [one.ticket.job.id for one in (*first, *second) if isinstance(one, Ordered)]
    assert jobs[0] == jobs[1]
