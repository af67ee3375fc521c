"""A version checked for a printer before it is ordered: for whom, and what is asked only then."""

from dataclasses import replace

import pytest

from bot.conversation.act import Verb, act
from bot.conversation.answer import Works
from bot.conversation.print_notes import remember, remembered
from bot.conversation.rooms.check_targets import aim_of
from pipeline.domain.errors import PrintError, WorkError
from pipeline.domain.operation import Print
from pipeline.steward import Rule
from tests.conversation.covers import report
from tests.conversation.measures import fits, form_fits
from tests.conversation.place import button, form, hint, only, pickers, said

ISBN = "979-11-90090-01-8 03810"


async def verdict(answers):
    """What a check says once it is done; before that a way back is there."""
    works = only(answers)
    assert isinstance(works, Works), works
    assert button(fits(works.message), Verb.PRINT)
    return fits(await works.work())


async def test_from_the_screen_for_print_one_gets_to_who_shall_judge(ada, version):
    screen = said(await ada.press(act(Verb.PRINT, version.id)))
    (picker,) = pickers(fits(said(await ada.press(button(screen, Verb.JUDGE)))))
    values = [one.value for one in picker.choices]
    assert (values[0], values[-1]) == ("kdp-6x9", "ebook")


async def test_without_pages_the_front_is_checked_and_they_are_asked_for_by_a_button(
    place, ada, version
):
    place.checks.verdict = report(("image-resolution", "warn"))
    told = await verdict(await ada.press(act(Verb.JUDGE, version.id, "kdp-6x9")))
    assert "the front alone" in told.text
    asked = button(told, Verb.JUDGE, version.id, "kdp-6x9")
    fields = form_fits(form(await ada.press(asked))).fields
    assert [one.key for one in fields] == ["pages", "paper", "isbn"]
    told = await verdict(await ada.submit(asked, pages="312", paper="cream", isbn=""))
    assert "312 pages, cream paper, black ink" in told.lines[0]
    assert "the front alone" not in told.text
    assert place.checks.versions[1] == (
        version.id, "kdp-6x9", Print(target="kdp-6x9", pages=312, paper="cream"),
    )  # fmt: skip


async def test_what_was_told_for_print_before_is_known(place, ada, version):
    wishes = Print(target="kdp-6x9", pages=312, paper="cream", blurb="A letter.")
    await remember(place.means.notes, ada.person.id, version.cover, wishes)
    await verdict(await ada.press(act(Verb.JUDGE, version.id, "kdp-6x9")))
    assert place.checks.versions[0][2] == replace(wishes, isbn="")


async def test_a_shop_of_ebooks_needs_no_pages(place, ada, version):
    told = await verdict(await ada.press(act(Verb.JUDGE, version.id, "ebook")))
    assert "pages" not in told.text
    assert place.checks.versions[0][1] == aim_of(place.means, "ebook").name


async def test_pages_that_a_printer_does_not_bind_are_told_and_can_be_mended(place, ada, version):
    asked = act(Verb.JUDGE, version.id, "kdp-6x9", "book")
    wrong = fits(said(await ada.submit(asked, pages="7")))
    assert "24 to 828" in wrong.text
    again = form(await ada.press(button(wrong, Verb.JUDGE)))
    assert again.fields[0].value == "7"


async def test_who_has_no_forms_is_asked_one_by_one(place, version, ada):
    typing = await place.somebody("ada", forms=False, private=True)
    await typing.press(act(Verb.JUDGE, version.id, "kdp-6x9", "book"))
    assert "24 to 828" in said(await typing.say("7")).text
    assert "paper" in said(await typing.say("312")).text


async def test_what_a_check_was_told_is_remembered_for_the_next_and_for_an_order(
    place, ada, version
):
    asked = act(Verb.JUDGE, version.id, "kdp-6x9", "book")
    await verdict(await ada.submit(asked, pages="312", paper="cream", isbn=ISBN))
    await verdict(await ada.press(act(Verb.JUDGE, version.id, "kdp-6x9")))
    assert place.checks.versions[1][2] == Print(
        target="kdp-6x9", pages=312, paper="cream", isbn="9791190090018", addon="03810"
    )
    fields = form(await ada.press(act(Verb.BOOK, version.id, "kdp-6x9"))).fields
    values = {one.key: one.value for one in fields}
    assert (values["pages"], values["isbn"]) == ("312", ISBN)


async def test_a_check_for_a_shop_forgets_nothing_that_was_told(place, ada, version):
    wishes = Print(target="kdp-6x9", pages=312, paper="cream")
    await remember(place.means.notes, ada.person.id, version.cover, wishes)
    await verdict(await ada.press(act(Verb.JUDGE, version.id, "ebook")))
    assert await remembered(place.means.notes, ada.person.id, version.cover) == wishes


async def test_who_has_no_room_may_look_and_check_but_not_order(place, ada, version):
    await place.steward.rules.decide("discord", "ada", Rule(quota_mb=0))
    screen = said(await ada.press(act(Verb.PRINT, version.id)))
    assert pickers(said(await ada.press(button(screen, Verb.JUDGE))))
    asked = act(Verb.JUDGE, version.id, "kdp-6x9", "book")
    assert (await verdict(await ada.submit(asked, pages="312"))).lines
    assert "MB that you may have" in hint(await ada.press(act(Verb.BOOK, version.id, "kdp-6x9")))


async def test_who_was_banned_may_not_check_either(place, ada, version):
    await place.steward.rules.decide("discord", "ada", Rule(banned=True))
    assert "does not take orders from your account" in hint(
        await ada.press(act(Verb.JUDGE, version.id, "kdp-6x9"))
    )


@pytest.mark.parametrize("language", ["en", "ko"])
async def test_a_check_that_a_restart_cut_off_begins_anew_by_a_button(place, version, language):
    ada = await place.somebody("ada", language=language)
    works = only(await ada.press(act(Verb.JUDGE, version.id, "kdp-6x9")))
    again = button(fits(works.cut_off), Verb.JUDGE, version.id, "kdp-6x9")
    await verdict(await ada.press(again))


@pytest.mark.parametrize("error", [PrintError("unchecked-busy"), WorkError("work-crashed")])
async def test_a_check_that_fails_leaves_the_ways_back(place, ada, version, error):
    place.checks.fault = error
    told = await verdict(await ada.press(act(Verb.JUDGE, version.id, "kdp-6x9")))
    assert "version 1" in told.title
    assert button(told, Verb.PRINT, version.id)
    assert button(told, Verb.CARD, version.id)
