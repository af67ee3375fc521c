import re

import pytest

from bot.conversation.language import LANGUAGES
from bot.conversation.preflight_words import (
    Mending,
    mend,
    objections,
    preflight_card,
    told,
    unmeasured,
)
from bot.conversation.words import Words
from config.formats import load_formats
from config.printers import load_printers
from pipeline.domain.printing import find_target
from pipeline.domain.report import Check, Report, Verdict
from pipeline.domain.wrap import RectMm
from pipeline.prepress.preflight.judged import FILE_CHECKS, UNMEASURED
from pipeline.prepress.preflight.shop_checks import SHOP_CHECKS

BUTTONS = ("printed-change", "print-button-larger", "print-button-more", "print-button-front",
           "card-button-print")  # fmt: skip
TARGET = find_target("kdp-6x9", load_printers(), load_formats())
PLACE = RectMm(x=12.4, y=200.6, w=3, h=3)


def check(code="bleed", verdict=Verdict.FAIL, place=None):
    return Check(code=code, verdict=verdict, measured=0.0, limit=3.17, unit="mm", place=place)


def test_the_worst_comes_first():
    report = Report(checks=(
        check("bleed", Verdict.WARN), check("boxes", Verdict.PASS), check("fonts", Verdict.FAIL)))  # fmt: skip

    assert [one.code for one in objections(report)] == ["fonts", "bleed"]


def test_an_objection_is_told_with_its_rule_and_its_place_and_how_to_mend_it():
    said = told(check(place=PLACE), Words("en"))

    assert "Bleed: 0 mm. The art has to go on for 3.17 mm beyond where the book is cut" in said
    assert "12 mm from the left and 201 mm from the top" in said
    assert "every side" in mend(check(), Words("en"))


def test_what_goes_beyond_the_sheet_is_said_to_begin_at_its_edge():
    said = told(check(place=RectMm(x=-0.4, y=-3, w=9, h=9)), Words("en"))

    assert "0 mm from the left and 0 mm from the top" in said
    assert "-" not in said


def test_a_card_is_short_and_says_how_much_more_there_is():
    report = Report(checks=tuple(check(code) for code in FILE_CHECKS[:9]))

    lines = list(preflight_card(report, TARGET, Words("en")))

    assert lines[0] == "Amazon KDP paperback: this will not be taken as it is."
    assert len("\n".join(lines)) < 850
    assert lines[-1].endswith("more objections.")


def test_a_good_file_needs_one_line_in_either_language():
    cards = [list(preflight_card(Report(checks=()), TARGET, Words(one))) for one in LANGUAGES]

    assert cards[0] == ["Amazon KDP paperback: nothing to object to."]
    assert cards[1] == ["아마존 KDP 페이퍼백에 그대로 맡길 수 있습니다."]


def test_where_not_all_could_be_checked_no_more_is_said_to_be_good():
    partly = Report(checks=(), unmeasured=("spine-width", "barcode"))

    said = [next(preflight_card(partly, TARGET, Words(one))) for one in LANGUAGES]

    assert said[0] == "Amazon KDP paperback: nothing to object to in what was checked."
    assert said[1] == "아마존 KDP 페이퍼백: 점검한 항목에는 문제가 없습니다."


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("verdict", [Verdict.WARN, Verdict.FAIL])
def test_every_check_can_be_told_and_mended(language, verdict):
    words = Words(language)
    for code in (*FILE_CHECKS, *SHOP_CHECKS):
        one = check(code, verdict)
        assert "{" not in told(one, words)
        assert mend(one, words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_mends_a_file_of_ones_own_names_no_command_and_no_button(language):
    words = Words(language)
    said = [mend(check(code), words, Mending.OWN) for code in (*FILE_CHECKS, *SHOP_CHECKS)]
    assert all(said)
    assert not [one for one in said if "articover" in one or "“" in one or "‘" in one]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_mends_a_cover_by_buttons_names_such_as_there_are(language):
    words = Words(language)
    choices = {"print-marks": "print-marks-no", "print-standard": "print-standard-printer"}
    labels = {words.say(key, choice=words.say(choice)) for key, choice in choices.items()}
    labels |= {words.say(key) for key in BUTTONS}

    said = " ".join(
        mend(check(code), words, Mending.PRESSED) for code in (*FILE_CHECKS, *SHOP_CHECKS)
    )

    assert set(re.findall("“(.+?)”" if language == "en" else "‘(.+?)’", said)) == labels
    assert "articover" not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_not_measured_is_named(language):
    said = unmeasured(Report(checks=(), unmeasured=UNMEASURED), Words(language))

    assert all(Words(language).say(f"preflight-name-{code}") in said for code in UNMEASURED)
