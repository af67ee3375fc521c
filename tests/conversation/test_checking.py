"""A file of one's own, checked for a printer: for whom, what came of it, and what is asked then."""

from dataclasses import replace

import pytest

from bot.checking import Checks
from bot.conversation.act import FORMS, Verb, act
from bot.conversation.answer import Works
from bot.conversation.rooms.check_targets import TARGET, aim_of, suggested, told_in
from bot.conversation.words import Words
from pipeline.domain.errors import PictureError, PrintError, WorkError
from pipeline.domain.operation import Print
from pipeline.domain.person import Person
from pipeline.domain.printer import Book
from pipeline.steward import Rule
from tests.conversation.covers import prefers, report
from tests.conversation.measures import all_fit, fits, form_fits
from tests.conversation.place import button, buttons, form, hint, only, said

FILES = {"f": b"%PDF of mine"}
WRAP = replace(report(("bleed", "fail"), ("image-resolution", "warn")), unmeasured=("spine-text",))


@pytest.fixture
async def ada(place):
    return await place.somebody("ada", sent=FILES)


async def card(answers):
    """What a check says once it is done; before that it says that it takes a while."""
    works = only(answers)
    assert isinstance(works, Works), works
    assert "It takes some seconds" in fits(works.message).text
    return fits(await works.work())


async def test_a_file_is_checked_for_the_printer_that_is_named(place, ada):
    place.checks.verdict = report(("bleed", "fail"), ("image-resolution", "warn"))
    told = await card(await ada.command("preflight", file="f", target="kdp-6x9"))
    assert place.checks.files == [(b"%PDF of mine", "kdp-6x9", None)]
    assert told.title == "Your file for Amazon KDP paperback, 6×9 in"
    verdict, worst, note = told.lines
    assert verdict == "Amazon KDP paperback: this will not be taken as it is."
    assert worst.startswith("problem: Bleed: 1 mm.")
    assert "Place a larger picture" in note


async def test_nothing_is_asked_where_nothing_more_matters(place, ada):
    told = await card(await ada.command("preflight", file="f", target="kdp-6x9"))
    assert [one.act.args[1:] for one in buttons(told)] == [()]


async def test_the_pages_are_asked_for_once_there_is_a_spine(place, ada):
    place.checks.verdict = WRAP
    told = await card(await ada.command("preflight", file="f", target="kdp-6x9"))
    assert "Tell me the number of pages" in told.text
    asked = button(told, Verb.CHECK)
    assert asked.verb in FORMS
    fields = form_fits(form(await ada.press(asked))).fields
    assert [one.key for one in fields] == ["pages", "paper", "isbn"]
    await card(await ada.submit(asked, pages="312 pages", paper="cream", isbn=""))
    assert place.checks.files[1] == (b"%PDF of mine", "kdp-6x9", Book(pages=312, paper="cream"))


async def test_pages_that_were_told_wrong_can_be_told_again(place, ada):
    told = await card(await ada.command("preflight", file="f", target="kdp-6x9", pages="120"))
    (change, _) = buttons(told)
    assert change.label == "Change details"
    await card(await ada.submit(change.act, pages="312", paper="", isbn=""))
    assert place.checks.files[1][2] == Book(pages=312, paper="white")


async def test_the_same_file_can_be_checked_for_somebody_else(place, ada):
    told = await card(await ada.command("preflight", file="f", target="kdp-6x9"))
    other = button(told, Verb.CHECK)
    (asked,) = form_fits(form(await ada.press(other))).fields
    assert asked.key == TARGET
    await card(await ada.submit(other, target="ebook"))
    assert [aim for _, aim, _ in place.checks.files] == ["kdp-6x9", "ebook"]


async def test_everything_can_be_told_at_once(place, ada):
    await card(await ada.command("preflight", file="f", target="kdp-6x9", pages="312",
                                 paper="cream", isbn="979-11-90090-01-8"))  # fmt: skip
    assert place.checks.files[0][2] == Book(pages=312, paper="cream", isbn="9791190090018")


@pytest.mark.parametrize(("line", "book"), [
    ("kdp-6x9", {}), ("KDP hardcover 6 x 9 312 pages", {"pages": "312"}),
    ("부크크 신국판 256쪽 미색100", {"pages": "256", "paper": "미색100"}),
    ("kdp 6x9, 312 cream 9791190090018", {"pages": "312", "paper": "cream", "isbn": "9791190090018"}),
    ("ingram-6x9 240 spine 14mm", {"pages": "240", "paper": "spine 14mm"}), ("ebook", {}),
])  # fmt: skip
def test_a_line_tells_the_printer_the_pages_and_the_paper(place, line, book):
    told = dict(told_in(place.means, {"text": line}))
    assert aim_of(place.means, told.pop(TARGET))
    assert {key: value for key, value in told.items() if value} == book


async def test_what_is_wrong_is_told_and_can_be_told_again_without_sending_the_file(place, ada):
    wrong = fits(said(await ada.command("preflight", file="f", text="kpd-6x9 312")))
    assert "Did you mean kdp-6x9" in wrong.text
    await card(await ada.submit(button(wrong, Verb.CHECK), target="kdp 6x9"))
    wrong = fits(said(await ada.command("preflight", file="f", text="kdp-6x9 7")))
    assert "24 to 828" in wrong.text
    assert [one.label for one in buttons(wrong)] == ["Tell the pages", "Another printer"]
    await card(await ada.submit(button(wrong, Verb.CHECK), pages="312"))
    assert place.checks.files[1] == (b"%PDF of mine", "kdp-6x9", Book(pages=312, paper="white"))


@pytest.mark.parametrize("language", ["en", "ko"])
async def test_without_a_file_one_is_told_how_to_send_it(place, language):
    ada = await place.somebody(language=language, forms=False)
    assert "/preflight" in fits(said(await ada.command("preflight", text="kdp-6x9"))).text


async def test_who_has_no_forms_is_asked_for_the_printer_and_may_type_it(place):
    ada = await place.somebody("ada", forms=False, private=True, sent=FILES)
    asked = said(all_fit(await ada.command("preflight", file="f")))
    assert "Amazon KDP paperback, 6×9 in" in [one.label for one in buttons(asked)]
    wrong = said(all_fit(await ada.say("the corner shop")))
    assert "Choose one from the list" in wrong.text
    await card(await ada.say("Bookk 신국판"))
    assert place.checks.files[0][1] == "bookk-신국판"


async def test_who_has_no_forms_is_asked_for_the_book_one_by_one(place):
    ada = await place.somebody("ada", forms=False, private=True, sent=FILES)
    place.checks.verdict = WRAP
    told = await card(await ada.command("preflight", file="f", text="kdp-6x9"))
    await ada.press(button(told, Verb.CHECK))
    assert "24 to 828" in said(all_fit(await ada.say("7"))).text
    asked = said(all_fit(await ada.say("312")))
    done = next(one.act for one in buttons(asked) if one.act.arg(2) == "done")
    everything = said(all_fit(await ada.press(done)))
    go = next(one.act for one in buttons(everything) if one.act.arg(2) == "go")
    _, works = await ada.press(go)
    await works.work()
    assert place.checks.files[1][2] == Book(pages=312, paper="white")


@pytest.mark.parametrize(("error", "told"), [
    (PictureError("picture-too-large", limit_mb=20), "files of up to 20 MB"),
    (PictureError("picture-unreadable"), "send it once more"),
])  # fmt: skip
async def test_a_file_that_a_platform_does_not_bring_is_told_in_a_sentence(place, error, told):
    ada = await place.somebody("ada")

    async def gone(_reference):
        raise error

    caller = replace(ada.caller(), fetch=gone)
    works = only(await place.desk.command(caller, "preflight", {"file": "f", "target": "a5"}))
    assert told in fits(await works.work()).text


async def test_a_file_of_before_a_restart_has_to_be_sent_again(place, ada):
    other = act(Verb.CHECK, "k3f8a2b4cd")
    place.restart()
    works = only(await ada.submit(other, target="a5"))
    assert "send it once more" in (await works.work()).text


async def test_at_first_the_usual_sizes_are_suggested_and_then_what_is_typed(place):
    choices = suggested(place.means, Words("en"), "")
    assert (len(choices), choices[0].value, choices[-1].value) == (25, "kdp-6x9", "ebook")
    assert suggested(place.means, Words("ko"), "")[0].value.startswith("kdp") is False
    assert suggested(place.means, Words("ko"), "부크크 신국")[0].label == "부크크, 신국판"
    assert suggested(place.means, Words("en"), "ingram hard")[0].value.startswith(
        "ingram-hardcover"
    )


ANYBODY = Person(id="ada", platform="discord", name="ada")


async def test_a_file_that_is_too_much_for_a_worker_is_refused_in_a_sentence(place):
    aim = aim_of(place.means, "a5")
    for error in (
        WorkError("work-crashed"),
        WorkError("work-memory"),
        WorkError("work-too-long", seconds=120),
    ):

        async def fail(_limit_s, _lane, _work, path, _aim, _book, error=error):
            assert path.read_bytes() == b"%PDF of mine"
            raise error

        with pytest.raises(PrintError, match="unchecked-complex"):
            await Checks(fail, place.studio).file(ANYBODY, b"%PDF of mine", aim, None)


async def test_nobody_has_two_files_checked_at_once_and_nothing_of_them_is_left(place):
    aim, seen = aim_of(place.means, "ebook"), []

    async def slow(_limit_s, _lane, _work, path, _aim):
        seen.append(path)
        with pytest.raises(PrintError, match="unchecked-busy"):
            await checks.file(ANYBODY, b"another", aim, None)
        return report()

    checks = Checks(slow, place.studio)
    for _ in range(2):
        assert await checks.file(ANYBODY, b"one", aim, None) == report()
    assert not any(path.parent.exists() for path in seen)


async def test_who_may_change_somebodys_cover_may_check_it_and_learns_no_more_of_it(place, ada):
    await prefers(place, ada, forkable=True, shared=True)
    version, seen = await place.cover(ada, format="6x9"), []
    guest, aim = await place.somebody("bo"), aim_of(place.means, "ebook")

    async def look(_limit_s, _lane, _work, about, _aim):
        seen.append(about.brief)
        return report()

    assert await Checks(look, place.studio).version(guest.person, version, Print(), aim)
    assert [(one.format.name, one.summary) for one in seen] == [("6x9", "")]


async def test_who_has_no_room_may_have_a_file_checked(place, ada):
    await place.steward.rules.decide("discord", "ada", Rule(quota_mb=0))
    await card(await ada.command("preflight", file="f", target="kdp-6x9"))


@pytest.mark.parametrize("language", ["en", "ko"])
async def test_who_waited_when_the_process_ended_learns_how_to_have_it_checked(place, language):
    ada = await place.somebody("ada", sent=FILES, language=language)
    works = only(await ada.command("preflight", file="f", target="kdp-6x9"))
    command = {"en": "/preflight", "ko": "/인쇄점검"}[language]
    assert command in fits(works.cut_off).text


async def test_no_form_is_asked_for_a_file_that_is_not_there_any_more(place, ada):
    told = await card(await ada.command("preflight", file="f", target="kdp-6x9"))
    place.restart()
    assert "send it once more" in hint(await ada.press(button(told, Verb.CHECK)))


async def test_a_file_that_had_to_wait_is_checked_later_without_being_sent_again(place, ada):
    place.checks.fault = PrintError("unchecked-busy")
    told = await card(await ada.command("preflight", file="f", target="kdp-6x9"))
    place.checks.fault = None
    await card(await ada.submit(button(told, Verb.CHECK), target="kdp-6x9"))
    assert [content for content, _, _ in place.checks.files] == [FILES["f"]] * 2


async def test_for_a_file_that_nobody_can_read_no_other_printer_is_offered(place, ada):
    place.checks.fault = PrintError("unchecked-password")
    assert not buttons(await card(await ada.command("preflight", file="f", target="kdp-6x9")))
